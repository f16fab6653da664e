"""The functional equation of F_c(x, z) against the layers."""

import pytest

from cylindric import Profile, largest_part_series
from cylindric.sums.corteel_welsh import corteel_welsh_series


def test_the_equation_reaches_far():
    pi = Profile("11010")
    assert corteel_welsh_series(pi, 30) == largest_part_series(pi, 30)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: corteel_welsh_series(Profile("11"), 3), ValueError, "must have a 0 and a 1"),
    ],
)
def test_corteel_welsh_refuses(make, error, says):
    with pytest.raises(error, match=says):
        make()
