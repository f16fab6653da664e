"""The two forms, each made from the other."""

import numpy as np
from hypothesis import given

from lambdadet.algebra import forms
from lambdadet.algebra.polynomial import LaurentPolynomial
from tests.lambdadet.algebra.letters import polynomials


def test_wide_exponents():
    p = LaurentPolynomial({(1000,): 1, (-1000,): 2, (0,): 3}, ["x"])
    assert list(p.terms) == [(1000,), (0,), (-1000,)]
    assert p * p / p == p


@given(polynomials())
def test_each_form_makes_the_other(p):
    exponents, coefficients = forms.in_order(*p._as_table())
    again, values = forms.in_order(*forms.to_table(forms.to_quotient(exponents, coefficients)))
    assert np.array_equal(again, exponents)
    assert values == coefficients
    assert forms.to_quotient(again, values) == forms.to_quotient(exponents, coefficients)
