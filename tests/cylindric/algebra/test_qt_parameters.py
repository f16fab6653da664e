"""What may be given for q and t."""

from fractions import Fraction

import pytest
import sympy
from flint import fmpq
from sympy.abc import q, t

from cylindric.algebra.qt_parameters import Symbols, parameters

F = Fraction


def test_parameters():
    assert parameters(F(4, 2), fmpq(1, 3)) == (2, F(1, 3))
    assert parameters(q, 1) == Symbols(t=(0, 0))
    assert parameters(q**2 * t, t**3) == Symbols((2, 1), (0, 3))
    assert Symbols((2, 1), (0, 0)).to_sympy() == (q**2 * t, 1)
    assert parameters(sympy.Symbol("q", positive=True), None) == Symbols()


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: parameters(q + 1, t), ValueError, r"q must be a number or a monomial .* q \+ 1"),
        (lambda: parameters(q, 2), ValueError, "t must be 0, 1 or a symbol beside a symbol, got 2"),
        (lambda: parameters(2 * q, t), ValueError, r"q must be .* monomial .* 2\*q"),
        (lambda: parameters(1 / q, t), ValueError, "q must be .* monomial"),
        (lambda: parameters(sympy.Symbol("x"), t), ValueError, "in the symbols q and t, got x"),
        (lambda: parameters(0.5, t), TypeError, "q must be an exact number"),
    ],
)
def test_parameters_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()
