"""Exponents of series, against dividing off one factor after the other; what is no series."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from cylindric import Polynomial, Profile, QTFraction, Series, borodin_series, etaq, exponents
from tests.cylindric.discovery.product_definitions import exponents_by_division, multiplied_out

q = sympy.Symbol("q")


@pytest.mark.slow
@given(st.lists(st.integers(-3, 3), max_size=9).map(lambda c: [1, *c]))
def test_exponents_are_those_of_division(coefficients):
    found = exponents(coefficients)
    assert found == exponents_by_division(coefficients)
    assert multiplied_out(found, len(coefficients)) == coefficients
    assert Series(coefficients).euler_product() == found


def test_sign_and_least_power_are_divided_off_first():
    assert exponents([0, 0, -1, -1, -2, -3]) == (1, 1, 1)
    assert exponents([-1]) == ()


def test_hooks_are_the_exponents_of_borodins_product():
    pi = Profile.from_composition((3, 1, 0))
    hooks = (*pi.hook_multiplicities(), 1)
    assert exponents(borodin_series(pi, 15)) == (hooks * 2)[:14]


def test_every_kind_of_series():
    expected = (1, 0, -1)
    assert exponents(Series([1, 1, 1, 0])) == expected
    assert exponents((1, 1, 1, 0)) == expected
    assert exponents(c for c in (1, 1, 1, 0)) == expected
    assert exponents(1 + q + q**2 + sympy.O(q**4)) == expected
    assert exponents(1 + q + q**2 + 0 * q) == expected[:2]
    assert exponents(sympy.Poly(1 + q + q**2, q)) == expected[:2]
    assert exponents(Polynomial([1, 1, 1], "t")) == expected[:2]
    assert exponents(sympy.series(1 / (1 - q) ** 2, q, 0, 5)) == (2, 0, 0, 0)


def test_two_thousand_at_once():
    chi = etaq(1, 2001) * borodin_series(Profile.from_composition((2, 1)), 2001)
    assert exponents(chi) == (1, 0, 0, 1, 0) * 400


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        ([2, 1], ValueError, "must have 1 or -1 as its leading coefficient, got 2"),
        ([0, 3, 1], ValueError, "leading coefficient, got 3"),
        ([0, 0], ValueError, "other than zero, got zero to order 2"),
        ([], ValueError, "must have a coefficient, got none"),
        ([1, 0.5], TypeError, "must have integer coefficients"),
        ([1, Fraction(1, 2)], TypeError, "must have integer coefficients"),
        ("1 1 2", TypeError, "must be"),
        (7, TypeError, "must be a Series"),
        (QTFraction({(0, 0): 1}), TypeError, "must be"),
        (1 + sympy.sqrt(q) + sympy.O(q**3), ValueError, "rational function of one symbol"),
        (1 + q + sympy.O(q ** sympy.Rational(3, 2)), ValueError, "whole power"),
        (1 + q / 2, ValueError, "must start with 1 or -1, got 2"),
        (1 + q * sympy.Symbol("x"), ValueError, "one symbol"),
        (1 / (1 - q), ValueError, "order must be given"),
    ],
)
def test_what_is_no_such_series(given, error, says):
    with pytest.raises(error, match=says):
        exponents(given)
