"""Matchings are pairs, both ways, and their monomials are the terms."""

from itertools import product

import pytest
from hypothesis import given

from lambdadet import strategies as some
from lambdadet.diamonds.bijection import matching_to_pair, pair_to_matching
from lambdadet.diamonds.graph import aztec_diamond
from lambdadet.diamonds.matchings import matching_monomial, perfect_matchings
from lambdadet.objects.pairs import compatible_pairs
from tests.lambdadet import definitions as brute


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


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: matching_to_pair([(("h", 1, 1), ("v", 9, 1))]), ValueError, "edges of the Aztec"),
        (
            lambda: matching_to_pair([(("h", 1, 1), ("v", 1, 1))]),
            ValueError,
            "cover the 4 cells .* got 1 edges over 2 cells",
        ),
        (lambda: matching_to_pair(5), TypeError, "matching must be edges, pairs of cells, got 5"),
        (lambda: matching_to_pair([1]), TypeError, "matching must be edges, pairs of cells"),
        (lambda: pair_to_matching(5), TypeError, "pair must be a compatible pair"),
        (lambda: pair_to_matching((1, 2)), TypeError, "larger must be an AlternatingSignMatrix"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()
