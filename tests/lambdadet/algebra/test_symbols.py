"""To sympy and back."""

import pytest
import sympy
from hypothesis import given

from lambdadet.algebra.polynomial import LaurentPolynomial
from tests.lambdadet.algebra.letters import NAMES, polynomials


@pytest.mark.slow
@given(polynomials())
def test_round_trips(p):
    assert LaurentPolynomial.from_sympy(p.to_sympy(), NAMES) == p
    assert LaurentPolynomial.from_sympy(sympy.sympify(str(p)), NAMES) == p


def test_bad_input():
    with pytest.raises(ValueError, match="over a monomial"):
        LaurentPolynomial.from_sympy(1 / (1 + sympy.Symbol("x")))
    with pytest.raises(ValueError, match="polynomial in y"):
        LaurentPolynomial.from_sympy(sympy.Symbol("x"), ["y"])
