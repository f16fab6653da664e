"""The sum over perfect matchings against the definition."""

import pytest

from lambdadet.sums.matchings import matching_terms
from tests.lambdadet import definitions as brute


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_terms_are_those_of_the_definition(n):
    terms = matching_terms(n, "multi", True)
    assert set(terms.values()) == {1}
    assert {frozenset(map(power, term.split("*"))) for term in spelt(terms)} == (
        brute.generic_terms(n)
    )


def spelt(terms):
    return [term.replace("**", "^") for term in terms]


def power(factor):
    name, _, exponent = factor.partition("^")
    return name, int(exponent or 1)
