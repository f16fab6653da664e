"""Values at numbers, symbols and polynomials, against sympy."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from lambdadet.algebra.polynomial import InexactDivision
from tests.lambdadet.algebra.letters import NAMES, X, Y, Z, polynomials


@given(polynomials(), st.tuples(*[st.fractions(1, 3, max_denominator=5)] * 3))
def test_values_are_those_of_sympy(p, point):
    values = dict(zip(NAMES, point, strict=True))
    exact = p.to_sympy().subs(
        {sympy.Symbol(k): sympy.Rational(v.numerator, v.denominator) for k, v in values.items()}
    )
    value = p.evaluate(values)
    assert value == Fraction(int(exact.p), int(exact.q))
    assert isinstance(value, int | Fraction)


def test_values_in_other_rings():
    p = X / Y + Z
    assert p(x=Y, y=Y, z=Z) == 1 + Z
    assert p(z=0) == X / Y
    t = sympy.Symbol("t")
    assert sympy.simplify(p(x=t, y=2, z=1) - (t / 2 + 1)) == 0
    assert (X**-1)(x=Y**2) == Y**-2
    with pytest.raises(ZeroDivisionError, match="y must not be 0: it occurs to the power -1"):
        p(y=0)
    with pytest.raises(ValueError, match="w must be one of x, y, z"):
        p(w=1)
    with pytest.raises(TypeError, match="x must be an exact number"):
        p(x=0.5)
    with pytest.raises(TypeError, match="x must be an exact number"):
        p(x=sympy.Float(0.5))
    with pytest.raises(InexactDivision):
        (X**-1)(x=Y + 1)
