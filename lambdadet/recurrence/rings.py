"""What the recurrence asks of a ring, and the rings it runs in.

Entries may be numbers, Laurent polynomials or sympy expressions, mixed; all of them together
decide in which ring the work is done.

    numbers               FLINT's fractions
    integers              FLINT's integers, for who has cleared the denominators
    LaurentPolynomial     Laurent polynomials, division exact or refused
    sympy                 the smallest domain of sympy's that holds all of them, such as QQ(x, y),
                          or expressions of which it must be proved that they are not 0 (`symbolic`)
"""

from __future__ import annotations

from operator import floordiv
from typing import Any

from flint import fmpq, fmpz

from lambdadet.algebra.polynomial import LaurentPolynomial
from lambdadet.algebra.symbols import is_exact_expression
from lambdadet.recurrence.ring import Ring
from lambdadet.recurrence.symbolic import sympy_ring
from termwise.arguments import shown
from termwise.exact import as_number, to_flint, to_python


def exact_entry(name: str, value: Any) -> Any:
    """Return an entry if it is exact, a number as an int or a Fraction.

    Args:
        name: the entry, as the error calls it.
        value: the entry.

    Raises:
        TypeError: a float, an infinity, or what belongs to none of the rings.

    >>> exact_entry("matrix[0][0]", True)
    1
    """
    number = as_number(value)
    if number is not None:
        return number
    if isinstance(value, LaurentPolynomial):
        return value
    if is_exact_expression(value) and value.is_commutative:
        return value
    raise TypeError(
        f"{name} must be exact (an int, a Fraction, a LaurentPolynomial or a sympy expression), "
        f"got {shown(value)}"
    )


def common_ring(entries: list[Any], *, field: bool = False) -> Ring:
    """Return the smallest of the rings that holds all entries, which are exact.

    Args:
        entries: numbers, LaurentPolynomials, sympy expressions.
        field: whether sympy's domain must be a field.

    >>> common_ring([1, LaurentPolynomial.generators("x")[0]]).name
    'laurent'
    """
    polynomials = [entry for entry in entries if isinstance(entry, LaurentPolynomial)]
    if any(hasattr(entry, "free_symbols") for entry in entries):
        return sympy_ring(entries, field)
    if polynomials:
        names = dict.fromkeys(name for p in polynomials for name in p.variables)
        return _laurent_ring(tuple(names))
    return NUMBERS


def _number_ratio(above: fmpq, below: fmpq) -> Any:
    return to_python(above / below)


def _quotient(above: Any, below: Any) -> Any:
    return above / below


NUMBERS = Ring("numbers", to_flint, _quotient, _number_ratio, to_python)

INTEGERS = Ring("integers", fmpz, floordiv, fmpq, to_python)


def _laurent_ring(variables: tuple[str, ...]) -> Ring:
    zero = LaurentPolynomial.constant(0, variables)

    return Ring(
        "laurent", lambda entry: zero + entry, _quotient, _quotient, lambda element: element
    )
