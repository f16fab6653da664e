"""Symbols: a 0 is seen, or it is refused by name."""

import numpy as np
import pytest
import sympy
from sympy import E, Function, I, MatrixSymbol, Piecewise, cos, log, pi, sin, sqrt
from sympy.abc import x, y

from lambdadet import LaurentPolynomial, NotDecided, NoValue, lambda_determinant, octahedron
from lambdadet.recurrence.symbolic import Expression

F = Function("f")
HIDDEN = (x + 1) ** 2 - x**2 - 2 * x - 1


def around(middle):
    return [[1, 2, 3], [4, middle, 6], [7, 8, 9]]


@pytest.mark.parametrize(
    "zero",
    [
        HIDDEN,
        HIDDEN * y,
        sqrt(2) * x * 0,
        (x**2 - 1) / (x - 1) - x - 1,
        I * I + 1,
        F(2 * x + 2) - F(2 * (x + 1)),
    ],
)
def test_a_zero_that_has_to_be_expanded(zero):
    assert lambda_determinant(around(zero)) == 60
    with pytest.raises(NoValue, match=r"x\[1\]_\{2,2\} = 0"):
        lambda_determinant(around(zero), 2)
    with pytest.raises(ZeroDivisionError, match=r"x\[1\]_\{2,2\} = 0"):
        octahedron(None, around(zero))
    with pytest.raises(ZeroDivisionError, match=r"x\[0\]_\{2,2\} = 0"):
        octahedron([[zero] * 4] * 4, around(1))


@pytest.mark.parametrize(
    "zero",
    [
        sin(x) ** 2 + cos(x) ** 2 - 1,
        log(6) - log(2) - log(3),
        sqrt(5 + 2 * sqrt(6)) - sqrt(2) - sqrt(3) + 0 * x,
    ],
)
def test_what_sympy_cannot_decide_is_refused_by_name(zero):
    for call in (lambda_determinant, lambda matrix: octahedron(None, matrix)):
        with pytest.raises(NotDecided, match=r"^it is not decided whether .* is 0$"):
            call(around(zero))


def test_undecidable_entries_that_are_not_zero_are_used():
    for middle in (sin(x) + cos(x), pi - E, log(6) - log(2), sqrt(x) + x, Function("f")(x) + x):
        expected = sympy.Matrix(around(middle)).det()
        assert sympy.simplify(lambda_determinant(around(middle)) - expected) == 0
    a = MatrixSymbol("A", 2, 2)
    assert lambda_determinant(a.as_explicit()) == a[0, 0] * a[1, 1] - a[0, 1] * a[1, 0]
    assert lambda_determinant([[cos(x), sin(x)], [-sin(x), cos(x)]]) == sin(x) ** 2 + cos(x) ** 2


def test_roots_and_symbols_have_a_domain_together():
    found = lambda_determinant(around(sqrt(2) * x), 2)
    assert sympy.simplify(found.subs(x, sqrt(2)) - lambda_determinant(around(2), 2)) == 0


def test_piecewise_is_refused_in_one_line():
    with pytest.raises(NotDecided, match="no canonical form"):
        lambda_determinant(around(Piecewise((x, x > 0), (0, True))))


def test_expressions_multiply_only_among_themselves():
    one = Expression(sin(x))
    assert (one + one - one).value == sin(x)
    with pytest.raises(TypeError):
        one * object()


@pytest.mark.parametrize("text", ["1+1", "__import__('os').system('echo run')"])
def test_strings_are_never_evaluated(text, capfd):
    for call in (
        lambda: LaurentPolynomial.from_sympy(text),
        lambda: lambda_determinant([[text]]),
        lambda: lambda_determinant([[1, 2], [3, 4]], lam=text),
        lambda: octahedron(None, [[text]]),
        lambda: LaurentPolynomial.generators("x")[0](x=text),
        lambda: lambda_determinant(np.array([[text]], dtype=object)),
    ):
        with pytest.raises(TypeError, match="exact"):
            call()
    assert "run" not in capfd.readouterr().out


@pytest.mark.parametrize("inexact", [0.1 * x, sympy.oo * x, sympy.nan, x + sympy.Float(1)])
def test_floats_and_infinities_are_refused(inexact):
    for call in (
        lambda: LaurentPolynomial.from_sympy(inexact),
        lambda: lambda_determinant([[inexact]]),
        lambda: LaurentPolynomial.generators("x")[0](x=inexact),
    ):
        with pytest.raises(TypeError, match="exact"):
            call()
