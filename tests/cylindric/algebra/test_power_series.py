"""Exponents of products and back, theta series, and the price of a quotient."""

import pytest
from flint import fmpz_poly
from hypothesis import given
from hypothesis import strategies as st

from cylindric.algebra.power_series import divide, exponents_of, from_exponents, theta
from tests.cylindric.discovery.product_definitions import multiplied_out


def coefficients(poly, order):
    return [int(poly[k]) for k in range(order)]


@given(st.lists(st.integers(-4, 4), max_size=20))
def test_there_and_back(exponents):
    order = len(exponents) + 1
    product = from_exponents(exponents, order)
    assert coefficients(product, order) == multiplied_out(exponents, order)
    assert exponents_of(product, order) == exponents
    assert product.degree() < order


def test_missing_exponents_are_zero_and_too_many_are_left_out():
    assert coefficients(from_exponents([1], 5), 5) == [1] * 5
    assert coefficients(from_exponents([-1, 7, 7, 7], 2), 2) == [1, -1]
    assert from_exponents([], 1) == 1


def test_theta_is_the_triple_product():
    for period in range(2, 8):
        for h in range(1, period):
            exponents = [-sum((n - r) % period == 0 for r in (h, -h, 0)) for n in range(1, 40)]
            assert theta(h, period, 40) == fmpz_poly(multiplied_out(exponents, 40))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: from_exponents([10**12], 100), "GB for 100 coefficients"),
        (lambda: from_exponents([1], 10**7), "GB"),
        (lambda: exponents_of(fmpz_poly([1, 10**3000] * 2000), 4000), "GB for the exponents"),
        (lambda: divide(fmpz_poly([1]), fmpz_poly([2]), 3), "must start with 1 or -1, got 2"),
    ],
)
def test_what_is_too_large(make, says):
    with pytest.raises(ValueError, match=says):
        make()
