"""Macdonald weights: three forms, the definition, special q and t, arithmetic, named factors."""

from collections import Counter
from fractions import Fraction

import pytest
import sympy
from flint import fmpq, fmpz_mod_ctx, nmod

import cylindric.lattice_paths
import cylindric.macdonald_steps
import cylindric.vuletic_boxes
import cylindric.weights
from cylindric import (
    CylindricPartition,
    Partition,
    Profile,
    QTProduct,
    b,
    check_overpartitions,
    check_specialisation,
    check_weight_forms,
    check_weight_symmetry,
    cylindric_partitions,
    hall_littlewood_weight,
    jack_weight,
    macdonald_weight,
    macdonald_weights_mod,
    overlinings,
    partitions,
    peaks_and_valleys,
    phi,
    psi,
    q_whittaker_weight,
    reverse_plane_partitions,
    weight_factors,
)
from cylindric.overpartitions import border_components
from cylindric.partitions import interlacing_below
from cylindric.points import Points
from cylindric.specialisations import SPECIALISATIONS
from tests.cylindric import definitions

Q, T = Fraction(2, 3), Fraction(3, 5)
PRIME = 2**31 - 1
STRIPS = [
    (lam, mu) for size in range(8) for lam in partitions(size) for mu in interlacing_below(lam)
]
SIX = ("10", "1010", "1100", "11010", "0011", "101")


def small_objects(word, weights, open=False):
    listing = reverse_plane_partitions if open else cylindric_partitions
    return [c for n in range(weights) for c in listing(Profile(word), n)]


def test_phi_and_psi_are_those_of_columns_and_rows():
    for lam, mu in STRIPS:
        assert phi(lam, mu).at(Q, T) == definitions.strip_coefficient(lam, mu, Q, T, True)
        assert psi(lam, mu).at(Q, T) == definitions.strip_coefficient(lam, mu, Q, T, False)


def test_b_is_the_product_over_the_boxes_and_relates_phi_to_psi():
    for lam, mu in STRIPS:
        boxes = [(i, j) for i, part in enumerate(lam) for j in range(part)]
        value = Fraction(1)
        for i, j in boxes:
            value *= definitions.b_box(lam, i, j, Q, T)
        assert b(lam).at(Q, T) == value
        assert phi(lam, mu) == psi(lam, mu) * b(lam) / b(mu)


@pytest.mark.parametrize("function", [phi, psi])
def test_only_horizontal_strips(function):
    with pytest.raises(ValueError, match=r"must be a horizontal strip, got \(2,2\)/\(1\)"):
        function((2, 2), (1,))
    with pytest.raises(ValueError, match=r"must be a horizontal strip, got \(1\)/\(2\)"):
        function((1,), (2,))


@pytest.mark.parametrize("word", SIX)
def test_three_forms_agree_on_every_object_of_weight_eight(word):
    comparison = check_weight_forms(Profile(word), 9)
    assert comparison.agrees
    assert len(comparison.rows) == sum(definitions.product_coefficients(word, 9))


@pytest.mark.parametrize("word", ["1110100", "1", "0", "11", "0110"])
def test_three_forms_agree_on_other_profiles_and_open_ones(word):
    assert check_weight_forms(Profile(word), 6)
    assert check_weight_forms(Profile(word), 6, open=True)


@pytest.mark.parametrize("form", ["pieri", "paths", "boxes"])
@pytest.mark.parametrize("word", ["1010", "1101", "0011"])
def test_every_form_is_the_definition(word, form):
    for c in small_objects(word, 6):
        expected = definitions.macdonald_weight(word, c.partitions, Q, T)
        assert macdonald_weight(c, Q, T, form) == expected


def test_a_large_object_by_hand():
    # One row of n boxes: phi = (t; q)_n / (q; q)_n, psi = 1.
    n = 3000
    c = CylindricPartition(Profile("10"), [(n,), ()])
    factors = {(a, 1): 1 for a in range(n)} | {(a, 0): -1 for a in range(1, n + 1)}
    for form in cylindric.weights.FORMS:
        assert weight_factors(c, form).product == QTProduct(factors)


def test_weights_in_every_arithmetic():
    field = fmpz_mod_ctx(10**9 + 7)
    q, t = sympy.symbols("q t")
    for c in small_objects("1010", 5):
        value = macdonald_weight(c, Q, T)
        assert type(value) in (int, Fraction)
        numbers = macdonald_weight(c, fmpq(2, 3), fmpq(3, 5))
        assert isinstance(numbers, fmpq)
        assert numbers == fmpq(value.numerator, value.denominator)
        assert sympy.simplify(macdonald_weight(c, q, t).subs({q: Q, t: T}) - value) == 0
        assert macdonald_weight(c, sympy.Rational(2, 3), sympy.Rational(3, 5)) == value
        residue = value.numerator * pow(value.denominator, -1, PRIME) % PRIME
        mod = [x.numerator * pow(x.denominator, -1, PRIME) % PRIME for x in (Q, T)]
        assert int(macdonald_weight(c, *(nmod(x, PRIME) for x in mod))) == residue
        for form in ("pieri", "paths", "boxes"):
            row = macdonald_weights_mod([c], [mod[0]] * 3, [mod[1]] * 3, PRIME, form)
            assert row.tolist() == [[residue] * 3]
        large = value.numerator * pow(value.denominator, -1, 10**9 + 7) % (10**9 + 7)
        elements = (field(x.numerator) / field(x.denominator) for x in (Q, T))
        assert int(macdonald_weight(c, *elements)) == large


def test_points_with_primes_of_their_own():
    points = Points([2, 2, 2], [3, 3, 3], [5, 7, PRIME])
    value = Fraction(1 - 2 * 3, 1 - 2**2)
    expected = [value.numerator * pow(value.denominator, -1, p) % p for p in (5, 7, PRIME)]
    with pytest.raises(ZeroDivisionError, match=r"1 - q\*\*2.* = 0 at q = 2, t = 0 modulo 3"):
        Points([2], [3], 3).value(QTProduct({(2, 0): -1}))
    assert points.value(QTProduct({(1, 1): 1, (2, 0): -1})).tolist() == expected


@pytest.mark.parametrize(
    ("q", "t", "modulus", "error", "says"),
    [
        ([0.5], [1], 7, TypeError, "q must be integers"),
        ([1, 2], [1], 7, ValueError, "same length"),
        ([], [], 7, ValueError, "at least 1"),
        ([1], [1], 8, ValueError, "must be a prime below 2\\^31, got 8"),
        ([1], [1], 2**31 + 11, ValueError, "must be a prime below 2\\^31"),
        ([1], [1], [7, 11], ValueError, "one or one a point"),
        ([2**80], [1], 7, ValueError, "at most 63 bits"),
    ],
)
def test_bad_points(q, t, modulus, error, says):
    with pytest.raises(error, match=says):
        macdonald_weights_mod([], q, t, modulus)


def test_poles_and_floats_are_named():
    c = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
    with pytest.raises(ZeroDivisionError, match=r"got 1 - q\*t = 0 at q = 2, t = 1/2"):
        macdonald_weight(c, 2, Fraction(1, 2))
    with pytest.raises(TypeError, match="q must be an exact number"):
        macdonald_weight(c, 0.5, 2)
    with pytest.raises(TypeError, match="t must be an exact number"):
        macdonald_weight(c, 2, sympy.Float(0.5))
    with pytest.raises(TypeError, match="c must be a CylindricPartition"):
        macdonald_weight([(1,)], 2, 3)
    with pytest.raises(ValueError, match="form must be one of pieri, paths, boxes, got 'arms'"):
        macdonald_weight(c, 2, 3, "arms")
    with pytest.raises(ValueError, match="bits: too large"):
        QTProduct({(10**9, 1): 1}).at(2, 3)


def test_peaks_and_valleys_are_the_corners_of_the_paths():
    for c in small_objects("11010", 6):
        word = c.profile.word
        for j, heights in enumerate(c.paths(), 1):
            rises = [heights[k + 1] - heights[k] + (word[k] == "0") for k in range(5)]
            expected = {
                (k, "peak" if rises[k - 1] else "valley")
                for k in range(1, 6)
                if rises[k - 1] != rises[k % 5]
            }
            mine = [turn for turn in peaks_and_valleys(c) if turn.path == j]
            assert {(turn.step, turn.kind) for turn in mine} == expected
            assert all(turn.height == heights[turn.step] for turn in mine)
            assert 2 * sum(turn.kind == "peak" for turn in mine) == len(mine)


def test_the_named_factors_multiply_to_the_weight_and_print():
    c = CylindricPartition(Profile("10"), [(2,), (1,)])
    for form in ("pieri", "paths", "boxes"):
        weight = weight_factors(c, form)
        assert QTProduct.of(factor for _, factor in weight.factors) == weight.product
        assert str(weight).endswith("(1 - t)**2*(1 - q**2)/((1 - q)**2*(1 - q*t))")
        assert weight._repr_latex_().count("&=") == len(weight.factors) + 1
    assert r"\phi_{(2)/(1)} &= \frac{(1 - t)}{(1 - q)}" in weight_factors(c)._repr_latex_()


@pytest.mark.parametrize("name", SPECIALISATIONS)
@pytest.mark.parametrize("word", ["1010", "1101", "0011", "1"])
def test_direct_formulas_are_the_general_weight_specialised(name, word):
    direct, symbols = SPECIALISATIONS[name]
    for c in small_objects(word, 7) + small_objects(word, 6, open=True):
        assert direct(c) == weight_factors(c).product.specialise(*symbols)
    assert check_specialisation(Profile(word), 6, name)
    assert check_specialisation(Profile(word), 6, name, open=True)


@pytest.mark.parametrize("alpha", [1, 2, Fraction(1, 2), Fraction(3, 5)])
def test_jack_is_the_limit(alpha):
    for c in small_objects("1101", 6):
        assert jack_weight(c, alpha) == weight_factors(c).product.jack(alpha)
    assert check_specialisation(Profile("1101"), 6, "jack", alpha=alpha)


def test_jack_in_a_symbol_and_as_a_true_limit():
    alpha, t = sympy.symbols("alpha t")
    c = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
    weight = jack_weight(c, alpha)
    assert sympy.simplify(weight - weight_factors(c).product.jack(alpha)) == 0
    assert weight.subs(alpha, 2) == jack_weight(c, 2)
    assert sympy.limit(macdonald_weight(c, t**2, t), t, 1) == jack_weight(c, 2)
    with pytest.raises(TypeError, match="alpha must be an exact number"):
        jack_weight(c, 0.5)
    with pytest.raises(ValueError, match="exponents must add up to 0"):
        QTProduct({(1, 0): 1}).jack(2)


def test_special_weights_by_hand():
    c = CylindricPartition(Profile("10"), [(2, 2), (2,)])
    assert str(hall_littlewood_weight(c)) == "(1 - t**2)"
    assert str(q_whittaker_weight(c)) == "1"
    assert jack_weight(CylindricPartition(Profile("10"), [(1,), ()]), 3) == Fraction(1, 3)


@pytest.mark.parametrize("word", ["1010", "1110", "0011", "1"])
def test_symmetry_in_the_inverses(word):
    assert check_weight_symmetry(Profile(word), 6)
    # The same without numbers: 1 - 1/x = -(1 - x)/x.
    for c in small_objects(word, 6):
        factors = weight_factors(c).product.factors.items()
        walk = (c.partitions[-1], *c.partitions)
        u = sum(walk[k].size - walk[k - 1].size for k in c.profile.ups)
        assert sum(e for _, e in factors) == 0
        assert (-sum(a * e for (a, _), e in factors), -sum(v * e for (_, v), e in factors)) == (
            u,
            -u,
        )


@pytest.mark.parametrize("word", ["1100", "1010", "110", "10", "1"])
def test_overlinings_are_counted_by_the_weight(word):
    for c in small_objects(word, 9):
        listed = list(overlinings(c))
        assert len(set(listed)) == len(listed)
        assert len(listed) == macdonald_weight(c, 0, -1)
        levels = Counter((0, component.level) for component in border_components(c))
        assert QTProduct(levels) == hall_littlewood_weight(c)


@pytest.mark.parametrize(("word", "open"), [("1100", False), ("110", False), ("111000", True)])
def test_overlinings_are_those_of_rows_and_columns(word, open):
    """Unless two equal entries of mu^k wind round, which no plane partition has."""
    tried = 0
    for c in small_objects(word, 7, open):
        values = {part for shape in c.partitions for part in shape}
        if all(min(shape.count(v) for shape in c.partitions) < 2 for v in values):
            number = len(list(overlinings(c)))
            assert number == definitions.number_of_overlinings(word, c.partitions)
            tried += 1
    assert tried > 25


@pytest.mark.parametrize(
    ("word", "numbers"),
    [("1100", [1, 2, 6, 12, 23, 42, 74, 124]), ("1010", [1, 4, 8, 16, 33, 60, 104, 176])],
)
def test_golden_numbers_of_overpartitions(word, numbers):
    comparison = check_overpartitions(Profile(word), 8)
    assert comparison.agrees
    assert [row.left for row in comparison.rows] == numbers
    assert check_overpartitions(Profile(word), 6, open=True)
    assert check_overpartitions(Profile(word), 11)


# Mutants: each check must see each of them.


def psi_for_phi_once(c):
    factors = list(cylindric.macdonald_steps.step_factors(c))
    walk = (c.partitions[-1], *c.partitions)
    k = c.profile.ups[0]
    factors[k - 1] = ("wrong", psi(walk[k], walk[k - 1]))
    return iter(factors)


def exchanged(c):
    for turn in peaks_and_valleys(c):
        yield turn.name, turn.factors if turn.kind == "valley" else turn.factors**-1


def inverted(c):
    for name, factor in cylindric.vuletic_boxes.box_factors(c):
        yield name, factor**-1


def arm_off_by_one(c):
    for name, factor in cylindric.lattice_paths.path_factors(c):
        yield name, QTProduct({(a + 1, v): e for (a, v), e in factor.factors.items()})


@pytest.mark.parametrize(
    ("form", "mutant"),
    [
        ("pieri", psi_for_phi_once),
        ("paths", exchanged),
        ("paths", arm_off_by_one),
        ("boxes", inverted),
    ],
)
def test_wrong_weights_are_seen(monkeypatch, form, mutant):
    monkeypatch.setitem(cylindric.weights.FORMS, form, mutant)
    comparison = check_weight_forms(Profile("1010"), 5)
    first = comparison.first_difference
    assert first is not None
    sides = [name for name, _ in comparison.sides]
    right = [value for name, value in zip(sides, first.values, strict=True) if name != form]
    assert right[0] == right[1] != first.values[sides.index(form)]


def test_mutants_of_the_pieri_form_inside(monkeypatch):
    real = cylindric.macdonald_steps._run
    monkeypatch.setattr(
        cylindric.macdonald_steps,
        "_run",
        lambda exponents, first, last, rows, sign: real(exponents, first, last, rows, -sign),
    )
    assert not check_weight_forms(Profile("10"), 3)


def test_products_of_factors():
    p = QTProduct({(1, 2): 3, (0, 1): -1})
    assert eval(repr(p)) == p
    assert p / p == 1
    assert hash(p / p) == hash(1)
    assert p**2 == p * p
    assert p != QTProduct({(1, 2): 3})
    assert QTProduct({(2, 0): 1}) != QTProduct({(1, 0): 2})
    assert p.to_sympy().subs({"q": 2, "t": 3}) == p.at(2, 3)
    assert p._repr_latex_() == r"$\frac{(1 - q t^{2})^{3}}{(1 - t)}$"
    assert QTProduct().to_sympy() == 1
    for factors in ({(0, 0): 1}, {(-1, 2): 1}):
        with pytest.raises(ValueError, match="factors must be"):
            QTProduct(factors)
    with pytest.raises(TypeError):
        p * 2
    with pytest.raises(TypeError):
        p / 2
    assert (p == 2) is False
    assert Partition((1,)) != p
