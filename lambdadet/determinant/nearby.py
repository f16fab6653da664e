"""How condensation goes on where it would divide by 0: x[1] + eps R, and eps -> 0.

At a matrix where x[n]_11 has a value it is continuous, so R may be anything that keeps the divisors
from vanishing; and if no parameter is 0, no x[k]_ij vanishes for all x[1], so a random R does.  A
parameter that is 0 is replaced by eps^K S, K = 1 + the number of inner 0s of x[1]: a matrix A whose
weight was 0 then contributes O(eps^K) to the weight, at most eps^(1-K) to the entries, and so
nothing.  The value is the first coefficient of N over that of D.

The work is done with as few coefficients of each power series as are needed: a series is
eps^low (c_0 + c_1 eps + ..), c_0 not 0, and knows how many coefficients of it are known.  If one is
lost altogether, everything is done again with twice as many.  Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from random import Random
from typing import Any

from lambdadet.determinant.condensation import Quotient, cleared, condense, pole_factors
from lambdadet.recurrence.errors import ZeroInside
from lambdadet.recurrence.pyramid import Grid, Pyramid

LARGEST = 1000
"""The entries of R are between 1 and this, and ever larger ones at new attempts."""


class Series:
    """eps^low (c_0 + c_1 eps + ..) + O(eps^(low + their number)), c_0 not 0, over a domain.

    >>> product = Series(0, (2, 3)) * Series(1, (0, 5, 7))
    >>> product.low, product.coefficients
    (2, (10, 29))
    """

    __slots__ = ("coefficients", "low")

    def __init__(self, low: int, coefficients: tuple[Any, ...]) -> None:
        zeros = 0
        for coefficient in coefficients:
            if coefficient:
                break
            zeros += 1
        self.low = low + zeros
        self.coefficients = coefficients[zeros:] if zeros else coefficients

    def __bool__(self) -> bool:
        """Return whether a coefficient is known that is not 0."""
        return bool(self.coefficients)

    def __add__(self, other: Series) -> Series:
        one, two = (self, other) if self.low <= other.low else (other, self)
        a, b, shift = one.coefficients, two.coefficients, two.low - one.low
        known = min(len(a), shift + len(b))
        total = tuple(map(_plus, a[shift:known], b[: known - shift])) if shift < known else ()
        return Series(one.low, a[: min(shift, known)] + total)

    def __mul__(self, other: Any) -> Series:
        a = self.coefficients
        if not isinstance(other, Series):
            return Series(self.low, tuple([c * other for c in a]))
        b = other.coefficients
        product = []
        for k in range(min(len(a), len(b))):
            value = a[0] * b[k]
            for j in range(1, k + 1):
                value = value + a[j] * b[k - j]
            product.append(value)
        return Series(self.low + other.low, tuple(product))

    __rmul__ = __mul__

    def quotient(self, other: Series, divide: Quotient) -> Series:
        """Divide by a series that divides; `divide` is the exact division of coefficients."""
        a, b = self.coefficients, other.coefficients
        result: list[Any] = []
        for k in range(min(len(a), len(b))):
            rest = a[k]
            for j in range(k):
                rest = rest - result[j] * b[k - j]
            result.append(divide(rest, b[0]))
        return Series(self.low - other.low, tuple(result))


def _terms(terms: Callable[[Any], int], element: Any) -> int:
    coefficients = element.coefficients if isinstance(element, Series) else (element,)
    return sum(map(terms, coefficients))


def _plus(one: Any, other: Any) -> Any:
    return one + other


def nearby_value(pyramid: Pyramid, quotient: Quotient) -> tuple[Any, Any]:
    """Return (N, D) with x[n]_11 = N / D where condensation meets a 0.

    Args:
        pyramid: data at which x[n]_11 has a value, over an integral domain.
        quotient: exact division in the domain.
    """
    for attempt in count():
        found = _with_precision(pyramid, quotient, 2 ** (attempt + 1), attempt)
        if found is not None:
            return found
    raise AssertionError


def _with_precision(
    pyramid: Pyramid, quotient: Quotient, precision: int, attempt: int
) -> tuple[Any, Any] | None:
    """Return (N, D), or None if so many coefficients are too few."""
    near = _moved(pyramid, precision, Random(attempt), LARGEST * 4**attempt)
    sites = cleared(near.x1, pole_factors(near))

    def divide(above: Series, below: Series) -> Series:
        return above.quotient(below, quotient)

    try:
        above, below = condense(near, sites, divide)
    except ZeroInside:
        return None
    order, bottom = (below.low, below.coefficients[0]) if isinstance(below, Series) else (0, below)
    if above.low > order:
        return pyramid.ring.convert(0), bottom
    if not above:
        return None
    if above.low < order:
        raise ArithmeticError("the lambda-determinant grows without bound: a bug, please report")
    return above.coefficients[0], bottom


def _moved(pyramid: Pyramid, precision: int, random: Random, largest: int) -> Pyramid:
    """Return the pyramid over x[1] + eps R, with eps^K S for parameters that are 0."""
    convert = pyramid.ring.convert
    zeros = (convert(0),) * (precision - 1)

    def step() -> Any:
        return convert(random.randint(1, largest))

    terms = pyramid.ring.terms
    ring = replace(pyramid.ring, terms=partial(_terms, terms) if terms else None)
    x1 = [[Series(0, (x, step(), *zeros[1:])) for x in row] for row in pyramid.x1]
    tables = [pyramid.lam, pyramid.mu]
    if all(entry for table in tables for row in table for entry in row):
        return replace(pyramid, x1=x1, ring=ring)
    high = 1 + sum(not x for row in pyramid.x1[1:-1] for x in row[1:-1])

    def read(table: Grid) -> Grid:
        return [
            [Series(0, (e, *zeros)) if e else Series(high, (step(), *zeros)) for e in row]
            for row in table
        ]

    return replace(pyramid, x1=x1, ring=ring, lam=read(pyramid.lam), mu=read(pyramid.mu))
