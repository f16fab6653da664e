"""Counting by layers, far and by largest part."""

from math import comb

import pytest

from cylindric import MultiSeries, Profile, borodin_series, count_series, largest_part_series
from cylindric.sums import layers


def test_golden_largest_parts():
    """(3,1,0) and (2,1), exactly n as largest part [CW19]."""
    chiral = largest_part_series(Profile.from_composition((3, 1, 0)), 10)
    assert [chiral[1, k] for k in range(9)] == [0, 2, 3, 4, 4, 5, 5, 5, 5]
    assert [chiral[2, k] for k in range(10)] == [0, 0, 2, 4, 10, 14, 23, 30, 41, 49]
    small = largest_part_series(Profile.from_composition((2, 1)), 9)
    assert [small[1, k] for k in range(4)] == [0, 2, 2, 2]
    assert [small[2, k] for k in range(9)] == [0, 0, 2, 3, 6, 7, 10, 11, 14]


def test_layers_reach_far():
    pi = Profile("11010")
    assert count_series(pi, 300, "layers") == borodin_series(pi, 300)


def test_reading_backwards_is_harmless():
    for word in ("1110100", "11010", "100"):
        pi = Profile(word)
        assert largest_part_series(pi, 9) == largest_part_series(pi.reverse_complement(), 9)
        assert layers._number_of_compositions(pi) == comb(pi.period - 1, pi.rank - 1)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: largest_part_series("10", 3), TypeError, "profile must be"),
    ],
)
def test_layers_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()


def test_largest_part_is_truncated_in_weight_only():
    series = largest_part_series(Profile("10"), 4)
    assert isinstance(series, MultiSeries)
    assert series[3, 3] == 1
    assert series[50, 3] == 0
    with pytest.raises(IndexError):
        series[0, 4]
