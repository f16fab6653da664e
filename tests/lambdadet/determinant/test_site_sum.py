"""The sum over matrices at a point against the pair sum."""

from fractions import Fraction

import pytest

from lambdadet.determinant.site_sum import site_sum
from lambdadet.recurrence.pyramid import make_pyramid
from termwise.exact import to_python
from tests.lambdadet import definitions as brute


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_site_sum_is_the_pair_sum(n):
    x1, x0 = brute.numbers(n, 1), brute.numbers(n + 1, 2)
    lam, mu = brute.numbers(n - 1, 3), brute.numbers(n - 1, 4)
    above, below = site_sum(make_pyramid(x1, lam, mu, x0))
    assert Fraction(to_python(above / below)) == brute.pair_sum(x1, lam, mu, x0)
