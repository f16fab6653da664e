"""The Aztec diamond: matchings are pairs, their determinant is x[n]_11; mutants; samples."""

from collections import Counter
from fractions import Fraction
from itertools import product
from math import prod

import networkx as nx
import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from lambdadet import strategies as some
from lambdadet.matchings import (
    matching_monomial,
    matching_to_pair,
    pair_to_matching,
    perfect_matchings,
)
from lambdadet.pairs import CompatiblePair, compatible_pairs
from lambdadet.shuffling import random_tiling
from lambdadet.tilings import aztec_diamond, aztec_edges, kasteleyn_value
from tests.lambdadet import asm_definitions as brute
from tests.lambdadet.test_pairs import numbers


@pytest.mark.parametrize("order", [1, 2, 3])
def test_the_graph_is_the_aztec_diamond(order):
    """Cells are unit squares with |x| + |y| <= n + 1 at their corners, edges shared sides."""
    graph = aztec_diamond(order)
    halves = [k + 0.5 for k in range(-order, order)]
    cells = [(x, y) for x, y in product(halves, repeat=2) if abs(x) + abs(y) <= order]
    diamond = nx.Graph(
        (a, b) for a in cells for b in cells if abs(a[0] - b[0]) + abs(a[1] - b[1]) == 1
    )
    assert graph.number_of_nodes() == 2 * order * (order + 1) == len(cells)
    assert graph.number_of_edges() == 4 * order**2
    assert nx.is_isomorphic(graph, diamond)
    assert nx.is_bipartite(graph)
    assert all(graph.nodes[a]["bipartite"] != graph.nodes[b]["bipartite"] for a, b in graph.edges)
    assert {
        abs(a - b)
        for u, v in graph.edges
        for a, b in zip(graph.nodes[u]["position"], graph.nodes[v]["position"], strict=True)
    } == {1}


@pytest.mark.parametrize("order", [1, 2, 3])
def test_matchings_are_pairs_both_ways(order):
    matchings = set(brute.perfect_matchings(aztec_diamond(order)))
    assert len(matchings) == 2 ** (order * (order + 1) // 2)
    assert set(perfect_matchings(order)) == matchings
    pairs = list(compatible_pairs(order + 1))
    assert {pair_to_matching(pair) for pair in pairs} == matchings
    assert {matching_to_pair(matching) for matching in matchings} == set(pairs)


def test_matchings_of_order_four_are_pairs():
    assert {matching_to_pair(m) for m in perfect_matchings(4)} == set(compatible_pairs(5))


def test_order_zero_is_the_one_by_one_pair():
    (pair,) = compatible_pairs(1)
    assert list(perfect_matchings(0)) == [pair_to_matching(pair)] == [frozenset()]
    assert matching_to_pair([]) == pair
    assert matching_monomial([]) == {("x1", 1, 1): 1}


@given(some.compatible_pairs(max_size=7))
def test_monomial_of_a_matching_is_the_term_of_its_pair(pair):
    matching = pair_to_matching(pair)
    assert matching_to_pair(matching) == pair
    larger, smaller = (matrix.rows for matrix in pair)
    n = len(larger)
    expected = brute.exponents(larger, smaller)
    expected |= {("x1", i + 1, j + 1): larger[i][j] for i, j in product(range(n), repeat=2)}
    expected |= {("x0", i + 2, j + 2): -smaller[i][j] for i, j in product(range(n - 1), repeat=2)}
    assert matching_monomial(matching) == {name: e for name, e in expected.items() if e}


@pytest.mark.parametrize("order", [1, 2, 3])
def test_edge_weights_add_up_to_the_recurrence(order):
    n = order + 1
    x1, x0, lam, mu = numbers(n, 1), numbers(n + 1, 2), numbers(order, 3), numbers(order, 4)
    graph = aztec_diamond(order, x1, x0, lam, mu)
    total = sum(
        prod((graph.edges[edge]["weight"] for edge in matching), start=Fraction(1))
        for matching in perfect_matchings(order)
    )
    total *= prod(map(prod, x1)) * prod(prod(row[1:-1]) for row in x0[1:-1])
    assert total == brute.octahedron(x1, x0, lam, mu)
    for edge in aztec_edges(order):
        data = graph.edges[edge.nodes]
        assert (data["entry"], data["inner"]) == ((edge.i, edge.j), (edge.k, edge.l))
        assert data["parameter"] == edge.parameter(order)


@pytest.mark.parametrize("n", range(1, 8))
def test_kasteleyn_value_is_the_recurrence(n):
    x1, x0, lam, mu = numbers(n, 1), numbers(n + 1, 2), numbers(n - 1, 3), numbers(n - 1, 4)
    value = kasteleyn_value(n, x1, x0, lam, mu)
    assert value == brute.octahedron(x1, x0, lam, mu)
    assert type(value) is Fraction
    if n > 2:
        turned = [list(row) for row in zip(*lam, strict=True)]
        assert value != kasteleyn_value(n, x1, x0, turned, mu)
        assert value != kasteleyn_value(n, x1, x0, lam, [row[::-1] for row in mu])


@given(
    st.integers(1, 6).flatmap(
        lambda n: st.lists(
            st.lists(st.integers(1, 9), min_size=n, max_size=n), min_size=n, max_size=n
        )
    )
)
def test_kasteleyn_value_at_minus_one_is_the_determinant(rows):
    assert kasteleyn_value(len(rows), rows) == sympy.Matrix(rows).det()


def test_kasteleyn_value_with_zeros_on_the_border():
    rows = [[0, 0, 2, 0], [1, 3, 1, 0], [0, 2, 5, 1], [4, 0, 0, 0]]
    assert kasteleyn_value(4, rows) == sympy.Matrix(rows).det()
    assert kasteleyn_value(2, [[0, 3], [5, 7]], lam=2) == 30
    assert kasteleyn_value(2, [[2, 3], [5, 7]], lam=0) == 14
    assert kasteleyn_value(1, [[0]]) == 0


def test_numpy_numbers_do_not_overflow():
    big = np.array([[2**62, 3], [5, 2**62]])
    assert kasteleyn_value(2, big) == 2**124 - 15
    assert random_tiling(4, np.int64(2), rng=1) == random_tiling(4, 2, rng=1)


@pytest.mark.parametrize("n", range(1, 9))
def test_ones_and_vandermonde(n):
    ones = [[1] * n] * n
    assert kasteleyn_value(n, ones, lam=2) == 3 ** (n * (n - 1) // 2)
    lam = Fraction(2, 3)
    rows = [[x**k for k in range(n)] for x in range(1, n + 1)]
    expected = prod(y + lam * x for y in range(1, n + 1) for x in range(1, y))
    assert kasteleyn_value(n, rows, lam=lam) == expected


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: aztec_diamond(0), ValueError, "n must be at least 1, got 0"),
        (lambda: aztec_diamond(2, [[1]]), ValueError, "x1 must be 3 x 3, got 1 rows"),
        (lambda: aztec_diamond(1, [[1, 2], [0, 1]]), ValueError, r"x1 .* got 0 at \(2, 1\)"),
        (lambda: aztec_diamond(2, lam=0.5), TypeError, "lam must be rows of ints or Fractions"),
        (lambda: kasteleyn_value(2, [[1, 2], [3, 0.5]]), TypeError, "x1 .* got 0.5"),
        (lambda: kasteleyn_value(2, [[1, 2], [3, 4]], mu=[[1, 2]]), ValueError, "mu must be 1 x 1"),
        (lambda: kasteleyn_value(3, [[1] * 3, [1, 0, 1], [1] * 3]), ValueError, r"0 at \(2, 2\)"),
        (
            lambda: kasteleyn_value(2, [[1, 2], [3, 4]], [[1, 1, 1], [1, 0, 1], [1, 1, 1]]),
            ValueError,
            r"x0 must not be 0 .* got 0 at \(2, 2\)",
        ),
        (lambda: perfect_matchings(-1), ValueError, "order must be at least 0"),
        (lambda: perfect_matchings(7), ValueError, "268435456 matchings, more than the limit"),
        (lambda: matching_to_pair([(("h", 1, 1), ("v", 9, 1))]), ValueError, "edges of the Aztec"),
        (
            lambda: matching_to_pair([(("h", 1, 1), ("v", 1, 1))]),
            ValueError,
            "cover the 4 cells .* got 1 edges over 2 cells",
        ),
        (
            lambda: matching_monomial([(("h", 1, 1), ("v", 1, 1)), (("h", 2, 1), ("v", 1, 1))]),
            ValueError,
            "got 2 edges over 3 cells",
        ),
        (lambda: kasteleyn_value(2, None), TypeError, "x1 must be rows of ints or Fractions"),
        (lambda: matching_to_pair(5), TypeError, "matching must be edges, pairs of cells, got 5"),
        (lambda: matching_to_pair([1]), TypeError, "matching must be edges, pairs of cells"),
        (lambda: pair_to_matching(5), TypeError, "pair must be a compatible pair"),
        (lambda: pair_to_matching((1, 2)), TypeError, "larger must be an AlternatingSignMatrix"),
        (lambda: random_tiling(0), ValueError, "order must be at least 1, got 0"),
        (lambda: random_tiling(2, 0.5), TypeError, "lam must be an int or a Fraction, got 0.5"),
        (lambda: random_tiling(2, -1), ValueError, "lam must be at least 0, got -1"),
        (lambda: random_tiling(2, 2**70), ValueError, "fewer than 62 bits"),
        (lambda: random_tiling(2, 1, "x"), TypeError, "rng must be a numpy Generator"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()


@pytest.mark.parametrize("lam", [1, Fraction(1, 3), 2])
def test_shuffling_has_the_right_distribution(lam):
    """Chi-square over all 64 tilings of order 3; 63 degrees of freedom, 0.1% at 103.4."""
    rng = np.random.default_rng(2024)
    number = 6400
    found = Counter(random_tiling(3, lam, rng) for _ in range(number))
    total = chi_square = 0
    for pair in compatible_pairs(4):
        edges = matching_monomial(pair_to_matching(pair))
        weight = Fraction(lam) ** sum(kind == "lam" for kind, _, _ in edges)
        expected = float(number * weight / (1 + Fraction(lam)) ** 6)
        total += found[pair]
        chi_square += (found[pair] - expected) ** 2 / expected
    assert total == number
    assert chi_square < 103.4


@given(st.integers(1, 12), st.integers(0, 5), st.integers(0, 2**32))
def test_samples_are_pairs_and_seeds_repeat(order, lam, seed):
    pair = random_tiling(order, lam, seed)
    assert CompatiblePair(*pair) == pair
    assert pair.larger.size == order + 1
    assert random_tiling(order, lam, np.random.default_rng(seed)) == pair


def test_lam_zero_gives_the_one_tiling_left():
    larger, smaller = random_tiling(5, 0, rng=1)
    assert (larger.inversion_number, smaller.inversion_number) == (0, 0)


def test_large_sample_has_the_right_mean():
    """The generating function of edges with lam is (1 + lam)^{n(n+1)/2}: that many fair coins."""
    order = 60
    rng = np.random.default_rng(7)
    values = []
    for _ in range(40):
        edges = pair_to_matching(random_tiling(order, 1, rng))
        values.append(sum(1 for (_, i, m), (_, k, j) in edges if (k, m) == (i, j)))
    mean, deviation = order * (order + 1) / 4, (order * (order + 1) / 8 / 40) ** 0.5
    assert abs(np.mean(values) - mean) < 4 * deviation
    assert 0.4 < np.var(values, ddof=1) / (order * (order + 1) / 8) < 2.0
