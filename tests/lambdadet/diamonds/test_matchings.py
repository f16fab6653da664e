"""Perfect matchings: all of them, their monomials, what is none."""

import pytest

from lambdadet.diamonds.graph import aztec_diamond
from lambdadet.diamonds.matchings import matching_monomial, perfect_matchings
from tests.lambdadet import definitions as brute


@pytest.mark.parametrize("order", [1, 2, 3])
def test_matchings_are_those_a_search_finds(order):
    matchings = set(brute.perfect_matchings(aztec_diamond(order)))
    assert len(matchings) == 2 ** (order * (order + 1) // 2)
    assert set(perfect_matchings(order)) == matchings


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: perfect_matchings(-1), ValueError, "order must be at least 0"),
        (lambda: perfect_matchings(7), ValueError, "268435456 matchings, more than the limit"),
        (
            lambda: matching_monomial([(("h", 1, 1), ("v", 1, 1)), (("h", 2, 1), ("v", 1, 1))]),
            ValueError,
            "got 2 edges over 3 cells",
        ),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()
