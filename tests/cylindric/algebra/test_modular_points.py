"""Points (q, t) modulo primes, each value that of the fractions reduced."""

from fractions import Fraction

import pytest

from cylindric import QTProduct
from cylindric.algebra.modular_points import Points
from tests.cylindric.macdonald.test_weights import reduced_mod

F = Fraction


def test_points_each_with_a_prime():
    points = Points([2, 3, 4], [5, 6, 7], [101, 103, 2147483647])
    product = QTProduct({(2, 1): -2, (0, 1): 3, (1, 1): 1})
    for column, (x, y, p) in enumerate([(2, 5, 101), (3, 6, 103), (4, 7, 2147483647)]):
        assert points.value(product)[column] == reduced_mod(F(product.at(x, y)), p)
    assert len(points) == 3


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: Points([2**64 - 1], [3], 7), ValueError, "q must be .* 63 bits, got 18446"),
        (lambda: Points([2], [3], [7, 7]), ValueError, r"one a point, got shape \(2,\)"),
    ],
)
def test_points_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()
