"""Any surface: all of them up to n = 4, random orders of moves, and a graph for each surface."""

import random
from fractions import Fraction
from itertools import product

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from lambdadet import LaurentPolynomial, octahedron
from lambdadet.algebra.polynomial import InexactDivision
from lambdadet.recurrence import swell
from lambdadet.recurrence.generic import generic_octahedron, generic_octahedron_from
from lambdadet.recurrence.surfaces import most_terms, octahedron_from, read_surface
from lambdadet.strategies import surfaces
from tests.lambdadet import definitions as brute


def flat(n):
    """The layers 1 and 0, without the border of x[0]."""
    layer = {(1, i, j) for i, j in product(range(1, n + 1), repeat=2)}
    return frozenset(layer | {(0, i, j) for i, j in product(range(2, n + 1), repeat=2)})


def over(n, k, i, j):
    """The four points round a move to (k, i, j), and the one under it."""
    square = [(k - 1, *at) for at in product((i, i + 1), (j, j + 1))]
    return square, (k - 2, i + 1, j + 1)


def moved(n, surface):
    """Every surface one move above this one."""
    for k, i, j in product(range(2, n + 1), range(1, n), range(1, n)):
        square, below = over(n, k, i, j)
        if i <= n + 1 - k and j <= n + 1 - k and below in surface and surface.issuperset(square):
            yield surface - {below} | {(k, i, j)}


def every_surface(n):
    """From the flat one up to the apex, by moves."""
    found, queue = {flat(n)}, [flat(n)]
    while queue:
        new = set(moved(n, queue.pop())) - found
        found |= new
        queue += new
    return found


def needed(n, surface):
    """Without what no move can reach: a point that is as high as the cone, far from lower ones."""

    def low(k, i, j):
        return k < n - max(abs(2 * i + k - n - 2), abs(2 * j + k - n - 2))

    lows = {(2 * i + k, 2 * j + k) for k, i, j in surface if low(k, i, j)}
    lows |= {(c + a, d + b) for c, d in lows for a, b in product((-1, 1), repeat=2)}
    return {p for p in surface if (2 * p[1] + p[0], 2 * p[2] + p[0]) in lows} or {(n, 1, 1)}


def numbers(n, seed=0):
    """lam, mu and every value of a pyramid over its two layers."""
    lam, mu = brute.numbers(n - 1, 3 + seed), brute.numbers(n - 1, 8 + seed)
    levels = octahedron(brute.numbers(n + 1, 5 + seed), brute.numbers(n, 1 + seed), lam, mu)
    values = {
        (k, i, j): entry
        for k, level in enumerate(levels)
        for i, row in enumerate(level, 1)
        for j, entry in enumerate(row, 1)
    }
    return lam, mu, values


@pytest.mark.parametrize(("n", "count"), [(1, 1), (2, 2), (3, 17), (4, 690)])
def test_every_surface_of_a_pyramid_gives_the_pyramid(n, count):
    lam, mu, values = numbers(n)
    found = every_surface(n)
    for surface in found:
        top = octahedron_from({p: values[p] for p in surface}, lam, mu)
        assert list(top) == sorted(top)
        assert list(top)[-1] == (n, 1, 1)
        assert top.items() <= values.items()
        few = needed(n, surface)
        assert octahedron_from({p: values[p] for p in few}, lam, mu)[n, 1, 1] == values[n, 1, 1]
        for point in few if 1 < n < 4 else ():  # and none of these can be spared
            with pytest.raises(ValueError, match="values must have"):
                octahedron_from({p: values[p] for p in few - {point}}, lam, mu)
    assert len(found) == count


@given(surfaces(max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_moves_does_not_matter(points, order):
    """Move what may be moved, at random, with the formula at hand."""
    n = max(k + i - 1 for k, i, _ in points)
    lam, mu, pyramid = numbers(max(n, 2))
    values = {p: Fraction(pyramid.get(p, 1)) for p in points}
    expected = octahedron_from(
        values, [r[: n - 1] for r in lam[: n - 1]], [r[: n - 1] for r in mu[: n - 1]]
    )
    assert expected.items() <= pyramid.items()
    surface = frozenset(points)
    while following := sorted(moved(n, surface), key=sorted):
        after = order.choice(following)
        ((k, i, j),) = after - surface
        (nw, ne, sw, se), below = over(n, k, i, j)
        values[k, i, j] = (
            mu[i - 1][n - k + 1 - j] * values[nw] * values[se]
            + lam[i - 1][j - 1] * values[ne] * values[sw]
        ) / values[below]
        surface = after
    assert surface >= {(n, 1, 1)}
    assert values == expected


def test_the_flat_surface_is_the_octahedron():
    x0, x1 = brute.numbers(6, 2), brute.numbers(5, 4)
    values = {(1, i + 1, j + 1): x1[i][j] for i, j in product(range(5), repeat=2)}
    values |= {(0, i + 1, j + 1): x0[i][j] for i, j in product(range(6), repeat=2)}
    for lam, mu in ((-1, 1), (Fraction(2, 3), 5), (brute.numbers(4, 1), brute.numbers(4, 2))):
        levels = octahedron(x0, x1, lam, mu)
        for (k, i, j), value in octahedron_from(values, lam, mu).items():
            assert value == levels[k][i - 1][j - 1]


def graph(n, surface):
    """The edges, and those round each low face, of the graph of crosses and wrenches.

    Faces are lines.  Round the middle (c, d) of four lines two opposite ones are equal in height;
    if the others are as well, the middle is a vertex, else two, joined by an edge between the equal
    ones.  Two lines next to each other have an edge between them.
    """
    height = {(2 * i + k, 2 * j + k): k for k, i, j in surface}
    low = {
        line
        for line, k in height.items()
        if k < n - max(abs(line[0] - n - 2), abs(line[1] - n - 2))
    }

    def vertex(middle, one, other):
        (c, d) = middle
        for pair in ([(c - 1, d), (c + 1, d)], [(c, d - 1), (c, d + 1)]):
            if height.get(pair[0]) != height.get(pair[1]):
                return (middle, one if one in pair else other)
        return (middle, None)

    edges = {}  # from an edge to the faces on its sides
    middles = set()
    for c, d in low:
        for a, b in product((-1, 1), repeat=2):
            middle, other = ((c + a, d), (c, d + b)), (c + a, d + b)
            middles |= set(middle)
            ends = frozenset(vertex(m, (c, d), other) for m in middle)
            edges[ends] = {(c, d), other}
    for c, d in middles:
        for pair, equal in (
            ([(c - 1, d), (c + 1, d)], {(c, d - 1), (c, d + 1)}),
            ([(c, d - 1), (c, d + 1)], {(c - 1, d), (c + 1, d)}),
        ):
            if height.get(pair[0]) != height.get(pair[1]) and equal & low:
                edges[frozenset(((c, d), line) for line in pair)] = equal
    return height, low, edges


def terms_of_matchings(n, surface):
    """The monomials in the letters of the surface, one a perfect matching, by Speyer's theorem.

    A face with a edges in the matching and b others has the exponent ceil((b - a) / 2) - 1 if it is
    low, else ceil((b - a) / 2).
    """
    height, low, edges = graph(n, surface)
    nodes = {node: number for number, node in enumerate(set().union(*edges, ()))}
    near = {number: set() for number in nodes.values()}
    for one, other in ((nodes[a], nodes[b]) for a, b in edges):
        near[one].add(other)
        near[other].add(one)
    sides = {tuple(sorted(nodes[v] for v in ends)): faces for ends, faces in edges.items()}
    assert len(sides) == len(edges)
    found = []
    for matching in brute.perfect_matchings(near):
        term = {}
        for face in set().union(*edges.values(), {(n + 2, n + 2)}):
            inside = sum(face in faces for ends, faces in sides.items() if ends in matching)
            outside = sum(face in faces for faces in sides.values()) - inside
            exponent = -((inside - outside) // 2) - (face in low)
            if face == (n + 2, n + 2) and not edges:
                exponent = 1
            if exponent:
                k = height[face]
                term[k, (face[0] - k) // 2, (face[1] - k) // 2] = exponent
        found.append(frozenset(term.items()))
    return found


def letters(polynomial):
    """The monomials in the letters of the surface."""
    names = {name: name for name in polynomial.variables if name.startswith("x")}
    found = []
    for exponents in polynomial.terms:
        powers = dict(zip(polynomial.variables, exponents, strict=True))
        term = {tuple(map(int, (v[1], v[3], v[4]))): e for v, e in powers.items() if v in names}
        found.append(frozenset((p, e) for p, e in term.items() if e))
    return found


@pytest.mark.parametrize("n", [1, 2, 3])
def test_the_terms_are_the_matchings_of_crosses_and_wrenches(n):
    for surface in every_surface(n):
        apex = generic_octahedron_from(surface)[n, 1, 1]
        assert set(apex.terms.values()) == {1}
        assert sorted(letters(apex), key=sorted) == sorted(
            terms_of_matchings(n, surface), key=sorted
        )
        assert most_terms(read_surface("points", surface)) == len(apex)


@pytest.mark.slow
def test_the_terms_of_random_surfaces_are_matchings_too():
    rng = random.Random(1)
    found = sorted((sorted(s) for s in every_surface(4)), key=str)
    for surface in map(frozenset, rng.sample(found, 40)):
        apex = generic_octahedron_from(surface)[4, 1, 1]
        assert set(apex.terms.values()) == {1}
        exponents = [
            e for row in apex.terms for e in row[: sum(map(_is_parameter, apex.variables))]
        ]
        assert set(exponents) <= {0, 1}
        assert sorted(letters(apex), key=sorted) == sorted(
            terms_of_matchings(4, surface), key=sorted
        )


def _is_parameter(name):
    return name[0] in "lm"


def test_letters_on_the_flat_surface_are_those_of_the_generic_pyramid():
    apex = generic_octahedron_from(flat(4))[4, 1, 1]
    *_, ((expected,),) = generic_octahedron(4)
    renamed = {v: v.replace("x1_", "x_").replace("x0_", "y_") for v in apex.variables}
    assert LaurentPolynomial(apex.terms, [renamed[v] for v in apex.variables]) == expected


@given(surfaces(max_size=4))
def test_the_generic_value_at_numbers_is_the_value(points):
    n = max(k + i - 1 for k, i, _ in points)
    lam, mu = brute.numbers(max(n - 1, 0), 3), brute.numbers(max(n - 1, 0), 8)
    values = {p: Fraction(2 * k + 3, p[1] + 2 * p[2]) for k, p in enumerate(sorted(points))}
    generic = generic_octahedron_from(points)
    for p, value in octahedron_from(values, lam, mu).items():
        at = {}
        for v in generic[p].variables:
            kind, *digits = v.split("_")
            i, j = map(int, digits[0])
            table = {"lam": lam, "mu": mu}.get(kind)
            at[v] = (
                values[int(kind[1:]), i, j] if table is None else table[i - 1][j - (kind == "lam")]
            )
        assert generic[p](**at) == value


def test_mutants_of_the_parameters_are_seen():
    lam, mu, values = numbers(4)
    surface = {p: values[p] for p in flat(4) - {(0, 2, 3)} | {(2, 1, 2)}}
    assert octahedron_from(surface, lam, mu)[4, 1, 1] == values[4, 1, 1]
    for wrong in (
        (mu, lam),
        (list(zip(*lam, strict=True)), mu),
        (lam, [row[::-1] for row in mu]),
        (lam, [[*row[1:], row[0]] for row in mu]),
    ):
        assert octahedron_from(surface, *wrong)[4, 1, 1] != values[4, 1, 1]


def test_other_rings():
    a, b, c, d, e = sympy.symbols("a:e")
    points = [(1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2), (0, 2, 2)]
    apex = octahedron_from(dict(zip(points, (a, b, c, d, e), strict=True)))[2, 1, 1]
    assert sympy.cancel(apex - (a * d - b * c) / e) == 0
    x, y = LaurentPolynomial.generators("x", "y")
    values = dict(zip(points, (1, 1, x, 1, y), strict=True))
    assert octahedron_from(values)[2, 1, 1] == (1 - x) / y
    with pytest.raises(InexactDivision):
        octahedron_from({**values, (0, 2, 2): y + 2})
    assert octahedron_from({(3, 1, 1): x, (2, 1, 2): 5}) == {(2, 1, 2): 5, (3, 1, 1): x}
    assert octahedron_from({(0, 1, 1): 7}) == {(0, 1, 1): 7}


def test_symbols_with_a_parameter_0_stay_short():
    values = {p: sympy.Symbol("x{}_{}_{}".format(*p)) for p in flat(5)}
    assert octahedron_from(values, 0)[5, 1, 1].is_Mul


def test_expressions_are_priced_as_they_grow(monkeypatch):
    asked = []
    monkeypatch.setattr(swell, "require_steps", lambda steps, what: asked.append((steps, what)))
    x = sympy.Symbol("x")
    values = {(k, i, j): x**i + j for k, i, j in flat(3)}
    octahedron_from(values, 2)
    says = [what.partition(" of ")[0] for _, what in asked]
    assert says.count("steps for the products") == 2  # of levels
    assert says.count("steps for quotients") == 5  # of moves
    assert all(steps > 0 for steps, _ in asked)


CORNER = {(1, 1, 1): 1, (1, 1, 2): 2, (1, 2, 1): 3, (1, 2, 2): 4, (0, 2, 2): 5}


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: octahedron_from({}), ValueError, "values must have at least one point, got none"),
        (lambda: octahedron_from([(1, 1, 1)]), TypeError, "values must be a mapping"),
        (lambda: octahedron_from({1: 1}), TypeError, r"must have points \(k, i, j\), got 1"),
        (lambda: octahedron_from({(1, 1, 0.5): 1}), TypeError, "must be an integer, got 0.5"),
        (lambda: octahedron_from({(1, 1, 0): 1}), ValueError, r"i, j >= 1, got \(1, 1, 0\)"),
        (lambda: octahedron_from({(-1, 1, 1): 1}), ValueError, "k >= 0"),
        (lambda: octahedron_from({(1, 1, 1): 0.5}), TypeError, r"values\[\(1, 1, 1\)\] must be ex"),
        (lambda: octahedron_from({(1, 1, 2): 1}), ValueError, r"under the apex \(2, 1, 1\)"),
        (
            lambda: octahedron_from({**CORNER, (2, 1, 1): 5}),
            ValueError,
            r"values must have one point on a line, got \(0, 2, 2\) and \(2, 1, 1\)",
        ),
        (
            lambda: octahedron_from({p: v for p, v in CORNER.items() if p != (1, 2, 1)}),
            ValueError,
            r"values must have \(1, 2, 1\), next to \(0, 2, 2\), got none",
        ),
        (
            lambda: octahedron_from({(1, 2, 2): 1, (2, 2, 2): 1, (3, 2, 1): 1}),
            ValueError,
            r"values must have \(2, 1, 1\) or \(0, 2, 2\), next to \(1, 2, 2\), got none",
        ),
        (
            lambda: octahedron_from(
                {(1, 2, 2): 1, (2, 1, 1): 1, (2, 1, 2): 1, (2, 2, 1): 1, (4, 1, 1): 1}
            ),
            ValueError,
            r"must differ by 1 in k on lines next to each other, got",
        ),
        (
            lambda: octahedron_from({**CORNER, (0, 2, 2): 0}),
            ZeroDivisionError,
            r"x\[0\]_\{2,2\} = 0, and the recurrence divides by it",
        ),
        (lambda: octahedron_from(CORNER, [[1, 2]]), ValueError, "lam must be 1 x 1"),
        (lambda: octahedron_from({(0, 1, 1): 1}, [[1]]), ValueError, "lam must be 0 x 0"),
        (lambda: octahedron_from({(10**9, 1, 1): 1}), ValueError, "this takes about"),
        (lambda: generic_octahedron_from([]), ValueError, "points must have at least one point"),
        (lambda: generic_octahedron_from(3), TypeError, "points must be an iterable"),
        (
            lambda: generic_octahedron_from(flat(7)),
            ValueError,
            "this takes 2097152 terms, more than the limit of 65536: pass limit=2097152",
        ),
        (lambda: generic_octahedron_from(flat(40)), ValueError, "pass a larger limit"),
        (
            lambda: octahedron_from({p: sympy.Symbol(f"x{p}") for p in flat(6)}),
            ValueError,
            r"this takes about .* steps for values of 32768 terms",
        ),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()
