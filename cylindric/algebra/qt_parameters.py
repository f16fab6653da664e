"""What may be given for q and t: two numbers, or monomials in the symbols q and t.

>>> from sympy.abc import q, t
>>> parameters(None, None)
Symbols(q=(1, 0), t=(0, 1))
>>> parameters(0, t), parameters(t**2, t)
(Symbols(q=None, t=(0, 1)), Symbols(q=(0, 2), t=(0, 1)))
>>> parameters(2, Fraction(1, 3))
(2, Fraction(1, 3))
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from cylindric.algebra.qt_products import Factor, require_parameter
from termwise.arguments import brief
from termwise.exact import Exact, as_number

if TYPE_CHECKING:
    from sympy import Expr


class Symbols(NamedTuple):
    """Monomials q^i t^j, as (i, j), that stand for q and for t; None is 0."""

    q: Factor | None = (1, 0)
    t: Factor | None = (0, 1)

    def to_sympy(self) -> tuple[Expr, Expr]:
        """Return the two monomials as sympy expressions.

        >>> Symbols(q=None).to_sympy()
        (0, t)
        """
        from sympy import Integer, Symbol

        q, t = Symbol("q"), Symbol("t")
        first, second = (
            Integer(0) if image is None else q ** image[0] * t ** image[1] for image in self
        )
        return first, second


Parameters = Symbols | tuple[Exact, Exact]
"""q and t as they are handed on once they have been read."""


def parameters(q: Any = None, t: Any = None) -> Parameters:
    """Return q and t as two exact numbers or as two monomials.

    Args:
        q, t: None for the symbol itself; ints or Fractions; or sympy expressions, monomials in the
            symbols of the names q and t.  Beside a symbol a number must be 0 or 1.

    Raises:
        TypeError: a float, or nothing of the kind.
        ValueError: another expression, or another number beside a symbol.
    """
    values = {"q": q, "t": t}
    for name, value in values.items():
        if value is not None:
            number = as_number(value)
            values[name] = require_parameter(name, value) if number is None else number
    q, t = values["q"], values["t"]
    if isinstance(q, Exact) and isinstance(t, Exact):
        return q, t
    return Symbols(_monomial("q", q, (1, 0)), _monomial("t", t, (0, 1)))


def _monomial(name: str, value: Any, itself: Factor) -> Factor | None:
    if value is None:
        return itself
    if isinstance(value, (int, Fraction)):
        if value not in (0, 1):
            raise ValueError(f"{name} must be 0, 1 or a symbol beside a symbol, got {brief(value)}")
        return (0, 0) if value else None
    exponents = _powers(value)
    if (
        not exponents
        or set(exponents) - {"q", "t"}
        or not all(map(_is_natural, exponents.values()))
    ):
        raise ValueError(
            f"{name} must be a number or a monomial in the symbols q and t, got {brief(value)}"
        )
    return int(exponents.get("q", 0)), int(exponents.get("t", 0))


def _is_natural(exponent: Any) -> bool:
    return bool(exponent.is_Integer and exponent > 0)


def _powers(value: Any) -> dict[str, Any]:
    if not hasattr(value, "as_powers_dict"):
        return {}
    return {str(base): e for base, e in value.as_powers_dict().items()}
