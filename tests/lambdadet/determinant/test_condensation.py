"""Condensation without denominators against the recurrence of the definition."""

from fractions import Fraction

import pytest

from lambdadet.determinant.condensation import cleared, condense, pole_factors
from lambdadet.recurrence.errors import ZeroInside
from lambdadet.recurrence.pyramid import make_pyramid
from termwise.exact import to_python
from tests.lambdadet import definitions as brute


@pytest.mark.parametrize("n", range(1, 8))
def test_numerator_over_denominator_is_the_apex(n):
    x1, x0 = brute.numbers(n, 1), brute.numbers(n + 1, 2)
    lam, mu = brute.numbers(n - 1, 3), brute.numbers(n - 1, 4)
    pyramid = make_pyramid(x1, lam, mu, x0)
    sites = cleared(pyramid.x1, pole_factors(pyramid))
    above, below = condense(pyramid, sites, pyramid.ring.quotient)
    assert Fraction(to_python(above / below)) == brute.octahedron(x1, x0, lam, mu)


def test_no_factor_is_left_for_determinants():
    pyramid = make_pyramid([[2, 1, 3], [1, 5, 2], [4, 1, 1]], -1, 1, None)
    assert cleared(pyramid.x1, pole_factors(pyramid)) == {}
    zero = make_pyramid([[2, 1, 3], [1, 0, 2], [4, 1, 1]], -1, 1, None)
    with pytest.raises(ZeroInside, match=r"x\[1\]_\{2,2\} = 0"):
        condense(zero, {}, zero.ring.quotient)
