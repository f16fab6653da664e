"""Sums of Macdonald weights: symbols, numbers and transfer say the same."""

import pytest
from flint import fmpq
from sympy.abc import q, t

from cylindric import Profile, QTFraction, macdonald_series, weight_series
from cylindric.sums.weighted import weight_series_by_transfer
from tests.cylindric.products.test_macdonald import NUMBERS, F


def test_symbolic_coefficients_at_points_are_the_numeric_ones():
    pi = Profile("1010")
    for side in (macdonald_series, weight_series):
        symbolic = side(pi, 6)
        assert all(isinstance(c, QTFraction) for c in symbolic.coefficients)
        for x, y in NUMBERS[:5]:
            assert symbolic.map(lambda c, x=x, y=y: c.at(x, y)) == side(pi, 6, x, y)
    x, y = F(1, 3), F(2, 7)
    assert weight_series_by_transfer(pi, 6, x, y) == weight_series(pi, 6, x, y)
    assert macdonald_series(pi, 6, fmpq(1, 3), fmpq(2, 7)) == macdonald_series(pi, 6, x, y)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (
            lambda pi: weight_series(Profile("10"), 4, F(1, 2), 2),
            ZeroDivisionError,
            r"1 - q\*t = 0 at q = 1/2, t = 2",
        ),
        (lambda pi: weight_series(pi, 4, form="box"), ValueError, "got 'box'"),
        (lambda pi: weight_series_by_transfer(pi, 4, q, t), TypeError, "must be numbers"),
    ],
)
def test_sums_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make(Profile("1010"))
