"""The two canonical forms of a Laurent polynomial, and how each is made from the other.

    table       exponents (numpy), one row a term, all different, with coefficients, none of them 0
    quotient    monomial * numerator / denominator: exponents of ours, a polynomial of FLINT's that
                no variable divides, a positive integer prime to its content

FLINT's polynomials have no negative exponents (it silently takes absolute values), therefore the
monomial.  The closed forms make tables; sums, products and exact division are done on quotients.
Names of variables are not known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from math import lcm
from operator import index
from typing import Any

import numpy as np
from flint import Ordering, fmpq, fmpz, fmpz_mpoly, fmpz_mpoly_ctx
from flint.utils.flint_exceptions import DomainError

from lambdadet.algebra.prices import may_divide, require_exponent, require_power, require_product
from termwise.arguments import shown
from termwise.exact import Exact, to_python

Exponents = tuple[int, ...]
Table = np.ndarray[Any, np.dtype[Any]]
Coefficients = Sequence[Exact]
QUOTIENT_TERMS = 2 * 10**4
"""The most terms of a quotient whose exponents would leave room for too many."""

Quotient = tuple[Exponents, fmpz_mpoly, int]
"""Exponents of a monomial, a numerator that no variable divides, a positive denominator."""


def to_quotient(exponents: Table, coefficients: Coefficients) -> Quotient:
    """Return the quotient of a table.

    >>> to_quotient(np.array([[1, -1], [0, 0]]), [2, 4])
    ((0, -1), 2*v0 + 4*v1, 1)
    """
    width = exponents.shape[1]
    shift = exponents.min(axis=0) if len(exponents) else np.zeros(width, int)
    denominator = lcm(*(c.denominator for c in coefficients))
    rows = (exponents.astype(np.int64) - shift).tolist()
    whole = [int(c * denominator) for c in coefficients]
    numerator = _ring(width).from_dict(dict(zip(map(tuple, rows), whole, strict=True)))
    return tuple(map(int, shift)), numerator, denominator


def to_table(quotient: Quotient) -> tuple[Table, list[Exact]]:
    """Return the table of a quotient.

    >>> to_table(to_quotient(np.array([[1, -1], [0, 0]]), [2, 4]))[0].tolist()
    [[1, -1], [0, 0]]
    """
    shift, numerator, denominator = quotient
    rows = np.array(numerator.monoms(), dtype=np.int64).reshape((len(numerator), len(shift)))
    rows += np.array(shift, dtype=np.int64)
    return rows, [to_python(fmpq(c, denominator)) for c in numerator.coeffs()]


def constant(number: Exact, width: int) -> tuple[Table, list[Exact]]:
    """Return the table of a number in so many variables."""
    return np.zeros((1 if number else 0, width), dtype=np.int64), [number] if number else []


def require_exponents(exponents: Exponents, width: int) -> Exponents:
    """Return exponents as ints; refuse other than `width` integers.

    >>> require_exponents((1, 2), 3)
    Traceback (most recent call last):
    ValueError: exponents must be 3 integers, got (1, 2)
    """
    try:
        whole = tuple(map(index, exponents))
    except TypeError:
        raise TypeError(f"exponents must be tuples of integers, got {shown(exponents)}") from None
    if len(whole) != width:
        raise ValueError(f"exponents must be {width} integers, got {shown(exponents)}")
    require_exponent(*whole)
    return whole


def widen(
    exponents: Table, coefficients: Coefficients, columns: Sequence[int], width: int
) -> tuple[Table, Coefficients]:
    """Return a table in more variables, or in another order: the old ones in these columns."""
    wide = np.zeros((len(exponents), width), dtype=np.int64)
    wide[:, columns] = exponents
    return wide, coefficients


def hash_of(variables: Sequence[str], exponents: Table, coefficients: Coefficients) -> int:
    """Return a hash of the range of every variable, the number of terms and the value at 1.

    The order of the terms does not matter, nor variables that do not occur.
    """
    total = sum(coefficients)
    if not len(exponents):
        return hash(0)
    low, high = exponents.min(axis=0).tolist(), exponents.max(axis=0).tolist()
    ranges = frozenset(r for r in zip(variables, low, high, strict=True) if any(r[1:]))
    return hash((ranges, len(exponents), total)) if ranges else hash(total)


def in_order(exponents: Table, coefficients: Coefficients) -> tuple[Table, list[Exact]]:
    """Return a table with the highest exponents of the first variable first, and so on."""
    order = _descending(exponents)
    return exponents[order], [coefficients[k] for k in order.tolist()]


def add(one: Quotient, other: Quotient) -> Quotient:
    """Return the sum of two quotients in the same variables."""
    (s, p, a), (t, q, b) = one, other
    low = tuple(map(min, s, t)) if p and q else s if p else t
    common = lcm(a, b)
    return _reduced(
        low, _lift(p, s, low) * (common // a) + _lift(q, t, low) * (common // b), common
    )


def multiply(one: Quotient, other: Quotient) -> Quotient:
    """Return the product of two quotients in the same variables."""
    (s, p, a), (t, q, b) = one, other
    require_product(p, q)
    return _reduced(tuple(i + j for i, j in zip(s, t, strict=True)), p * q, a * b)


def divide(one: Quotient, other: Quotient) -> Quotient:
    """Return one quotient divided exactly by another that is not 0.

    Raises:
        flint.utils.flint_exceptions.DomainError: the second does not divide the first.
        ValueError: the quotient has too many terms.
    """
    (s, p, a), (t, q, b) = one, other
    content, primitive = q.primitive()
    numerator = p / primitive if may_divide(p, primitive) else _long_division(p, primitive)
    shift = tuple(i - j for i, j in zip(s, t, strict=True))
    return _reduced(shift, numerator * b, a * int(content))


def power(quotient: Quotient, exponent: int) -> Quotient:
    """Return a quotient to a power that is not negative."""
    shift, numerator, denominator = quotient
    if numerator:
        require_exponent(*(e * exponent for e in (*shift, *numerator.degrees())))
    require_power(numerator, denominator, exponent)
    return _reduced(tuple(s * exponent for s in shift), numerator**exponent, denominator**exponent)


def _reduced(shift: Exponents, numerator: fmpz_mpoly, denominator: int) -> Quotient:
    """Bring monomial * numerator / denominator to lowest terms."""
    if not numerator:
        return (0,) * len(shift), numerator, 1
    content = numerator.term_content()
    ((powers, common),) = content.terms()
    divisor = fmpz(denominator).gcd(common)
    if any(powers) or divisor != 1:
        numerator = numerator / numerator.context().from_dict({powers: divisor})
        shift = tuple(s + e for s, e in zip(shift, powers, strict=True))
        denominator //= int(divisor)
    require_exponent(*shift, *(s + d for s, d in zip(shift, numerator.degrees(), strict=True)))
    return shift, numerator, denominator


def _long_division(dividend: fmpz_mpoly, divisor: fmpz_mpoly) -> fmpz_mpoly:
    """Divide sparse polynomials of high degree term by term, as far as the terms go.

    Raises:
        flint.utils.flint_exceptions.DomainError: the second does not divide the first.
        ValueError: the quotient has too many terms.
    """
    (lead, first), *rest = sorted(divisor.terms(), reverse=True)
    left = dict(dividend.terms())
    heap = [tuple(-e for e in powers) for powers in left]
    heapify(heap)
    found: dict[Exponents, fmpz] = {}
    while heap:
        top = tuple(-e for e in heappop(heap))
        value = left.pop(top, fmpz(0))
        if not value:
            continue
        powers = tuple(e - f for e, f in zip(top, lead, strict=True))
        factor, remainder = divmod(value, first)
        if remainder or min(powers) < 0:
            raise DomainError("division is not exact")
        if len(found) >= QUOTIENT_TERMS:
            raise ValueError(f"a quotient has more than {QUOTIENT_TERMS} terms, too many")
        found[powers] = factor
        for other, coefficient in rest:
            place = tuple(e + f for e, f in zip(powers, other, strict=True))
            if place not in left:
                heappush(heap, tuple(-e for e in place))
            left[place] = left.get(place, fmpz(0)) - factor * coefficient
    return dividend.context().from_dict(found)


def _lift(numerator: fmpz_mpoly, shift: Exponents, low: Exponents) -> fmpz_mpoly:
    """Write monomial(shift) * numerator over the lower monomial(low)."""
    powers = tuple(s - b for s, b in zip(shift, low, strict=True))
    if not numerator or not any(powers):
        return numerator
    return numerator * numerator.context().from_dict({powers: 1})


def _ring(number: int) -> fmpz_mpoly_ctx:
    """Return FLINT's ring; its names are its own, since FLINT wants ASCII."""
    return fmpz_mpoly_ctx.get([f"v{k}" for k in range(number)], Ordering.degrevlex)


def _descending(exponents: Table) -> Table:
    """Return the order of the rows by the first variable, then the second, .., highest first."""
    number, width = exponents.shape
    if not number or not width:
        return np.arange(number)
    low, high = exponents.min(axis=0), exponents.max(axis=0)
    if int((high.astype(np.int64) - low).max()) < 256:  # a row is then a string of bytes
        rows = np.ascontiguousarray((exponents - low).astype(np.uint8))
        return np.argsort(rows.view(f"S{width}").ravel(), kind="stable")[::-1]
    return np.lexsort(exponents.T[::-1])[::-1]
