"""Every integer series is an infinite product, and its exponents are integers.

    f = 1 + c_1 q + c_2 q^2 + ..  =  prod_{n>=1} (1 - q^n)^(-a_n)

What may be given as a series, here and in the other searches: a Series, a list of integers (the
coefficients of q^0, q^1, ..), a sympy series that ends in O(q**N), a sympy polynomial.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import index
from typing import Any

from cylindric.algebra.polynomials import Polynomial
from cylindric.algebra.series import Series
from termwise.arguments import brief, shown
from termwise.doors import door


@door
def exponents(series: Series | Iterable[int]) -> tuple[int, ...]:
    """Return the integers a_1, a_2, .. of series = s q^v prod_{n>=1} (1 - q^n)^(-a_n).

    The sign s and the least power q^v are divided off first.  It is `prodmake` of Garvan's qseries,
    whose exponents are the negatives of these.

    Args:
        series: a Series, a list of integers, a sympy series or polynomial in one symbol.

    Returns:
        One integer for each coefficient that is known after the first that is not zero.

    Raises:
        TypeError: what is given is no series.
        ValueError: all coefficients are zero, or the first that is not is neither 1 nor -1.

    >>> exponents([1, 1, 2, 3, 5, 7, 11])
    (1, 1, 1, 1, 1, 1)
    >>> exponents([0, -1, 1, 0, 0])
    (-1, 0, 0)
    """
    _, _, rest = normalised(as_series("series", series))
    return rest.euler_product()


def as_series(name: str, value: Any) -> Series:
    """Return what was given as a Series; a polynomial is known to its degree, and no more.

    >>> from sympy.abc import q
    >>> as_series("series", 1 - q + q**3)
    Series([1, -1, 0, 1], variable='q')
    """
    if isinstance(value, Series):
        return value
    if isinstance(value, Polynomial):
        return _whole(value)
    if hasattr(value, "free_symbols"):  # sympy's
        polynomial = as_polynomial(value)
        return Series.from_sympy(_expression(value)) if polynomial is None else polynomial
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | dict | set):
        try:
            coefficients = [index(c) for c in value]
        except TypeError:
            raise TypeError(f"{name} must have integer coefficients, got {shown(value)}") from None
        if not coefficients:
            raise ValueError(f"{name} must have a coefficient, got none")
        return Series(coefficients, variable="q")
    raise TypeError(
        f"{name} must be a Series, a list of integers or a sympy series, got {shown(value)}"
    )


def as_polynomial(value: Any) -> Series | None:
    """Return a Polynomial, or one of sympy, as the Series of all its coefficients, or None."""
    if isinstance(value, Polynomial):
        return _whole(value)
    if not hasattr(value, "free_symbols"):
        return None
    from sympy import Poly, Symbol

    expression = _expression(value)
    symbol = min(value.free_symbols, key=str, default=Symbol("q"))
    if getattr(expression, "getO", lambda: 1)() is not None or not expression.is_polynomial():
        return None
    degree = Poly(expression, symbol).degree() if expression != 0 else 0
    return Series.from_sympy(expression, int(degree) + 1).named(str(symbol))


def _whole(polynomial: Polynomial) -> Series:
    return Series(polynomial.coefficients or (0,), variable=polynomial.variable)


def normalised(series: Series) -> tuple[int, int, Series]:
    """Return the sign, the least power, and the series that is left, which starts with 1.

    >>> normalised(Series([0, -1, 2, 3]))
    (-1, 1, Series([1, -2, -3]))
    """
    power = series.valuation
    if power is None:
        raise ValueError(
            f"series must have a coefficient other than zero, got zero to order {series.order}"
        )
    sign = series.coefficients[power]
    if sign not in (1, -1):
        raise ValueError(f"series must have 1 or -1 as its leading coefficient, got {brief(sign)}")
    rest = [sign * c for c in series.coefficients[power:]]
    return sign, power, Series(rest, variable=series.variable)


def _expression(value: Any) -> Any:
    """Return a sympy expression, also where a Poly was given."""
    return value.as_expr() if hasattr(value, "as_expr") else value
