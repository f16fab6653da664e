"""What the recurrence asks of a ring, and the rings it runs in.

Entries may be numbers, Laurent polynomials or sympy expressions, mixed; all of them together
decide in which ring the work is done.

    numbers               FLINT's fractions
    integers              FLINT's integers, for who has cleared the denominators
    LaurentPolynomial     Laurent polynomials, division exact or refused
    sympy                 the smallest domain of sympy's that holds all of them, such as QQ(x, y)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import floordiv
from typing import Any

from flint import fmpq, fmpz

from lambdadet.algebra.polynomial import LaurentPolynomial
from termwise.exact import as_number, to_flint, to_python


@dataclass(frozen=True)
class Ring:
    """What the recurrence asks of a ring beyond + and *.

    Args:
        name: "numbers", "integers", "laurent" or "sympy".
        convert: from an entry.
        quotient: a / b when b divides a; raises otherwise.
        ratio: a / b as a public result.
        export: an element as a public result.
    """

    name: str
    convert: Callable[[Any], Any]
    quotient: Callable[[Any, Any], Any]
    ratio: Callable[[Any, Any], Any]
    export: Callable[[Any], Any]


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
    if hasattr(value, "free_symbols"):
        from sympy import Float, I, nan, oo, zoo

        if value.is_commutative and not value.has(Float, nan, oo, zoo, -oo) and value != I * oo:
            return value
    raise TypeError(
        f"{name} must be exact (an int, a Fraction, a LaurentPolynomial or a sympy expression), "
        f"got {value!r}"
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
        return _sympy_ring(entries, field)
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


def _sympy_ring(entries: list[Any], field: bool) -> Ring:
    from sympy import sympify
    from sympy.polys.constructor import construct_domain

    def symbolic(entry: Any) -> Any:
        return sympify(entry.to_sympy() if isinstance(entry, LaurentPolynomial) else entry)

    expressions = list(dict.fromkeys(map(symbolic, entries)))
    domain, elements = construct_domain(expressions, field=field, extension=True)
    known = dict(zip(expressions, elements, strict=True))
    fractions = domain.get_field()

    def ratio(above: Any, below: Any) -> Any:
        upper, lower = (fractions.convert_from(e, domain) for e in (above, below))
        return fractions.to_sympy(upper / lower)

    return Ring(
        "sympy",
        lambda entry: known.get(symbolic(entry)) if symbolic(entry) in known else domain(entry),
        domain.exquo,
        ratio,
        domain.to_sympy,
    )
