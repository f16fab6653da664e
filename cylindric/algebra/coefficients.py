"""What may be a coefficient of a series in several variables: a number, or what can be written."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol

from termwise.arguments import shown
from termwise.exact import as_number

if TYPE_CHECKING:
    from sympy import Expr


class Written(Protocol):
    """What a coefficient must be able to do that is no number, such as a rational function."""

    def to_latex(self) -> str: ...
    def to_sympy(self) -> Expr: ...
    def __add__(self, other: Any, /) -> Any: ...


Coefficient = int | Fraction | Written


def require_coefficient(value: Any) -> Coefficient:
    number = as_number(value)
    if number is not None:
        return number
    if hasattr(value, "to_latex") and hasattr(value, "to_sympy"):
        return value  # type: ignore[no-any-return]
    raise TypeError(
        f"coefficient must be an exact number (an int or a Fraction), got {shown(value)}"
    )


def coefficient_to_sympy(c: Coefficient) -> Expr:
    from sympy import Rational

    if isinstance(c, int | Fraction):
        return Rational(c.numerator, c.denominator)
    return c.to_sympy()
