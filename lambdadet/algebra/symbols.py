"""The road from a table of terms to sympy, and back.  sympy is imported when it is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lambdadet.algebra.forms import Coefficients, Table
from lambdadet.algebra.names import require_names
from lambdadet.algebra.prices import require_powers
from termwise.arguments import brief
from termwise.exact import as_number, sympy_expression, to_flint


def is_symbolic(value: Any) -> bool:
    """Return whether a value is an expression of sympy's."""
    return hasattr(value, "free_symbols")


def is_exact_expression(value: Any) -> bool:
    """Return whether a value is an expression of sympy's without floats and infinities.

    >>> from sympy import Float, Symbol
    >>> is_exact_expression(Symbol("x")), is_exact_expression(Float(1) / 2), is_exact_expression(1)
    (True, False, False)
    """
    if not is_symbolic(value):
        return False
    from sympy import Expr, Float, nan, oo, zoo

    return isinstance(value, Expr) and not value.has(Float, nan, oo, -oo, zoo)


def to_sympy(
    exponents: Table,
    coefficients: Coefficients,
    variables: Sequence[str],
    values: Mapping[str, Any],
) -> Any:
    """Return a sum of terms as a sympy expression, in the order of the table.

    Args:
        exponents, coefficients: the terms.
        variables: the names.
        values: what stands for a name: an expression, a number or what has `to_sympy`; a name
            without a value becomes the symbol of that name.
    """
    from sympy import Add, Mul, Pow, Rational, Symbol, sympify

    require_powers(exponents.tolist(), [as_number(values.get(name)) for name in variables])
    bases = []
    for name in variables:
        value = values.get(name, Symbol(name))
        bases.append(value.to_sympy() if hasattr(value, "to_sympy") else sympify(value))
    return Add(
        *(
            Mul(
                Rational(c.numerator, c.denominator),
                *(Pow(base, e) for base, e in zip(bases, row, strict=True) if e),
            )
            for row, c in zip(exponents.tolist(), coefficients, strict=True)
        )
    )


def from_sympy(
    expression: Any, variables: Sequence[str] | None
) -> tuple[dict[tuple[int, ...], Any], tuple[str, ...]]:
    """Return terms and variables of a sympy expression.

    Args:
        expression: a polynomial over a monomial, with rational coefficients.
        variables: the names in order; by default those that occur, sorted.

    Raises:
        TypeError: a string, a float, or what else is no exact expression.
        ValueError: the expression is no such quotient, or has other symbols.
    """
    from sympy import QQ, Poly, PolynomialError, Symbol, fraction, together
    from sympy.polys.polyerrors import CoercionFailed

    expression = sympy_expression("expression", expression)
    names = (
        sorted(map(str, expression.free_symbols)) if variables is None else require_names(variables)
    )
    symbols = [Symbol(name) for name in names]
    try:
        above, below = (
            _sympy_terms(part, symbols, Poly, QQ) for part in fraction(together(expression))
        )
        ((shift, divisor),) = below.items()
    except (PolynomialError, CoercionFailed, ValueError, TypeError):
        raise ValueError(
            f"expression must be a polynomial in {', '.join(names)} over a monomial, "
            f"with rational coefficients, got {brief(expression)}"
        ) from None
    terms = {
        tuple(a - b for a, b in zip(e, shift, strict=True)): c / divisor for e, c in above.items()
    }
    return terms, tuple(names)


def _sympy_terms(part: Any, symbols: list[Any], poly: Any, domain: Any) -> dict[Any, Any]:
    if not symbols:
        number = as_number(part)
        if number is None:
            raise TypeError
        return {(): to_flint(number)} if number else {}
    found = poly(part, *symbols, domain=domain).as_dict()
    return {e: to_flint(as_number(c) or 0) for e, c in found.items()}
