"""The functional equation of F_c(x, z) against the layers."""

import pytest

from cylindric import Profile, corteel_welsh_series, largest_part_series


def test_the_equation_reaches_far():
    pi = Profile("11010")
    assert corteel_welsh_series(pi, 30) == largest_part_series(pi, 30)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: corteel_welsh_series(Profile("11"), 3), ValueError, "must have a 0 and a 1"),
        (lambda: corteel_welsh_series(Profile("10"), 0), ValueError, "order must be at least 1"),
        (lambda: corteel_welsh_series("10", 3), TypeError, "profile must be a Profile"),
        (lambda: corteel_welsh_series(Profile("10"), 10**4), ValueError, "pass limit="),
        (lambda: corteel_welsh_series(Profile("10" * 30), 9), ValueError, "pass limit="),
        (lambda: corteel_welsh_series(Profile("110"), 30, limit=99), ValueError, "limit of 99"),
    ],
)
def test_corteel_welsh_refuses(make, error, says):
    with pytest.raises(error, match=says):
        make()
