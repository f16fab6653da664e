"""Exact numbers: what is let in, and what is given back.

Inside the packages numbers are FLINT's `fmpz` and `fmpq`; at its doors they are Python ints and
Fractions.  A float is refused wherever it comes: an exact function has no use for it.
"""

from __future__ import annotations

from fractions import Fraction
from numbers import Rational
from operator import index
from typing import Any, NamedTuple

from flint import fmpq, fmpz

from termwise.arguments import shown

Exact = int | Fraction


def exact_number(name: str, value: Any) -> Exact:
    """Return the value as an int or a Fraction; an integral Fraction becomes an int.

    Python, numpy, FLINT, sympy and Sage integers and rationals are exact.

    Args:
        name: the argument, as the error calls it.
        value: the number.

    Raises:
        TypeError: a float, a symbol, or anything else that is no exact number.

    >>> exact_number("lam", Fraction(4, 2)), exact_number("lam", Fraction(1, 3))
    (2, Fraction(1, 3))
    >>> exact_number("lam", 0.5)
    Traceback (most recent call last):
    TypeError: lam must be an exact number (an int or a Fraction), got 0.5
    """
    number = as_number(value)
    if number is None:
        raise TypeError(
            f"{name} must be an exact number (an int or a Fraction), got {shown(value)}"
        )
    return number


def as_number(value: Any) -> Exact | None:
    """Return the value as an int or a Fraction, or None if it is no exact number."""
    try:
        return int(index(value))
    except TypeError:
        pass
    if isinstance(value, fmpq):
        return to_python(value)
    if not isinstance(value, Fraction):
        if getattr(value, "is_Rational", False):  # sympy's
            value = Fraction(int(value.p), int(value.q))
        elif isinstance(value, Rational):
            value = as_fraction(value)
        else:
            return None
    return int(value.numerator) if value.denominator == 1 else value


def sympy_expression(name: str, value: Any) -> Any:
    """Return the value as an exact sympy expression.

    A string is refused and never evaluated: sympy would run it as a program.

    Args:
        name: the argument, as the error calls it.
        value: a sympy expression, or an exact number.

    Raises:
        TypeError: anything else, or an expression with a float or infinity in it.

    >>> sympy_expression("expression", "z + 1")
    Traceback (most recent call last):
    TypeError: expression must be an exact sympy expression, got 'z + 1'
    """
    from sympy import Expr, Float, Rational, nan, oo, zoo

    number = as_number(value)
    if number is not None:
        return Rational(number.numerator, number.denominator)
    if not isinstance(value, Expr) or value.has(Float, oo, -oo, zoo, nan):
        raise TypeError(f"{name} must be an exact sympy expression, got {shown(value)}")
    return value


def as_fraction(number: Rational) -> Fraction:
    """Return a Fraction of Python ints; Fraction alone keeps numpy's, which overflow.

    >>> import numpy as np
    >>> as_fraction(np.int64(2**62)) * 4 == 2**64
    True
    """
    parts: tuple[Any, Any] = (number.numerator, number.denominator)  # methods, if it is Sage's
    return Fraction(*(int(part() if callable(part) else part) for part in parts))


def to_flint(value: Exact) -> fmpq:
    """Return an int or a Fraction as FLINT's fraction."""
    return fmpq(value.numerator, value.denominator)


def to_python(value: fmpz | fmpq) -> Exact:
    """Return FLINT's number as an int, or as a Fraction when it is not whole.

    >>> to_python(fmpq(6, 4)), to_python(fmpq(6, 3))
    (Fraction(3, 2), 2)
    """
    if isinstance(value, fmpz) or value.q == 1:
        return int(value if isinstance(value, fmpz) else value.p)
    # In lowest terms already: Fraction(p, q) would look for common factors, slowly in long numbers.
    ratio: Any = _LowestTerms(int(value.p), int(value.q))
    return Fraction(ratio)


class _LowestTerms(NamedTuple):
    """A rational number that Fraction takes as it is."""

    numerator: int
    denominator: int


Rational.register(_LowestTerms)
