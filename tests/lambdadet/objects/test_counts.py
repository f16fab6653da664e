"""Numbers by formulas: golden, and those of what is listed."""

from collections import Counter
from math import factorial

import pytest

from lambdadet.objects.counts import (
    count_asms,
    count_asms_by_first_row,
    count_symmetric_asms,
    three_enumeration,
    two_enumeration,
)
from lambdadet.objects.listing import alternating_sign_matrices
from tests.lambdadet import definitions as brute


@pytest.mark.parametrize("n", range(1, 7))
def test_counts_are_golden(n):
    listed = list(alternating_sign_matrices(n))
    assert len(set(listed)) == len(listed) == brute.A005130[n - 1] == count_asms(n)
    columns = Counter(a.first_row_column for a in listed)
    assert tuple(columns[k] for k in range(1, n + 1)) == brute.A048601[n - 1]
    assert count_asms_by_first_row(n) == brute.A048601[n - 1]


def test_counts_by_formula_alone():
    assert tuple(map(count_asms, range(1, 10))) == brute.A005130
    for n in range(1, 30):
        assert sum(count_asms_by_first_row(n)) == count_asms(n)
        assert count_asms_by_first_row(n + 1)[0] == count_asms(n)


@pytest.mark.parametrize("n", range(1, 6))
def test_two_and_three_enumeration(n):
    powers = Counter(a.negative_ones for a in alternating_sign_matrices(n))
    assert sum(2**k * number for k, number in powers.items()) == 2 ** (n * (n - 1) // 2)
    three = (1, 2, 9, 90, 2025)
    assert sum(3**k * number for k, number in powers.items()) == three[n - 1]
    assert (two_enumeration(n), three_enumeration(n)) == (2 ** (n * (n - 1) // 2), three[n - 1])


@pytest.mark.parametrize("symmetry", ["vertical", "half-turn", "quarter-turn"])
def test_formulas_are_golden(symmetry):
    found = tuple(count_symmetric_asms(n, symmetry) for n in range(1, 10))
    assert found == brute.SYMMETRIC[symmetry]


def test_long_numbers_against_the_recurrence():
    """A(n+1) / A(n) = n! (3n+1)! / ((2n)! (2n+1)!), up to numbers of 15 000 digits."""
    value = 1
    for n in range(1, 300):
        assert n > 40 or count_asms(n) == value
        value = (
            value * factorial(n) * factorial(3 * n + 1) // factorial(2 * n) // factorial(2 * n + 1)
        )
    assert count_asms(300) == value
    assert count_asms(1000) % (2**61 - 1) > 0
    assert sum(count_asms_by_first_row(300)) == value


@pytest.mark.parametrize(
    "call",
    [
        count_asms,
        count_asms_by_first_row,
        two_enumeration,
        three_enumeration,
        lambda n: count_symmetric_asms(n, "vertical"),
        lambda n: count_symmetric_asms(n, "half-turn"),
        lambda n: count_symmetric_asms(n, "quarter-turn"),
    ],
)
@pytest.mark.parametrize("n", [10**6, 10**30, 10**500])
def test_numbers_too_long_to_be_made_are_refused(call, n):
    with pytest.raises(ValueError, match=r"this takes about .* steps for the digits") as refused:
        call(n)
    assert len(str(refused.value)) < 300


def test_bad_input():
    with pytest.raises(ValueError, match="diagonal has none"):
        count_symmetric_asms(3, "diagonal")
    with pytest.raises(ValueError, match="symmetry must be one of"):
        count_symmetric_asms(3, "odd")
    with pytest.raises(TypeError, match="n must be an integer"):
        count_symmetric_asms("3", "vertical")
    with pytest.raises(ValueError, match="n must be at least 1, got 0"):
        three_enumeration(0)
