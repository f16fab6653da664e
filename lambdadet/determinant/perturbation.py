"""How condensation goes on where it would divide by 0: x[1] + eps R, and eps -> 0.

At a matrix where x[n]_11 has a value it is continuous, so R may be anything that keeps the divisors
from vanishing.  Two exact ways:

    series         the recurrence over truncated power series in eps, each with its own precision;
                   quick when few divisors vanish, to low order
    interpolation  N[n]_11(eps) is a polynomial of known degree in eps; take it at so many integers
                   that it is known at 0

Nothing is guessed: a series whose precision does not reach eps^0 is computed again with more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from math import lcm
from random import Random
from typing import Any

from flint import fmpq

from lambdadet.determinant.condensation import Quotient, cleared, condense, denominator
from lambdadet.recurrence.pyramid import Grid, Pyramid, ZeroInside

LARGEST = 1000
"""The entries of R are between 1 and this, and ten times more at every new attempt."""

ATTEMPTS = 4
"""So often a new R is tried if the recurrence may divide by 0 for every R; otherwise for ever."""


@dataclass(frozen=True)
class Truncated:
    """coefficients[0] + coefficients[1] eps + .. + O(eps^precision), precision = their number.

    >>> Truncated((0, 1, 2)) * Truncated((0, 3, 5))
    Truncated(coefficients=(0, 0, 3, 11))
    """

    coefficients: tuple[Any, ...]

    @property
    def valuation(self) -> int:
        """The first power of eps that is there, or the precision if none is known to be."""
        return next((k for k, c in enumerate(self.coefficients) if c), len(self.coefficients))

    def __bool__(self) -> bool:
        return any(self.coefficients)

    def __add__(self, other: Truncated) -> Truncated:
        pairs = zip(self.coefficients, other.coefficients, strict=False)
        return Truncated(tuple(a + b for a, b in pairs))

    def __mul__(self, other: Any) -> Truncated:
        a = self.coefficients
        if not isinstance(other, Truncated):
            return Truncated(tuple(c * other for c in a))
        b, low, least = other.coefficients, self.valuation, other.valuation
        if not a or not b:
            return Truncated(())
        zero = a[0] * 0
        product = [zero] * min(low + len(b), least + len(a))
        for i in range(low, len(a)):
            if a[i]:
                for j in range(least, min(len(b), len(product) - i)):
                    product[i + j] = product[i + j] + a[i] * b[j]
        return Truncated(tuple(product))

    __rmul__ = __mul__

    def cut(self, precision: int) -> Truncated:
        """Forget what is beyond a precision."""
        return Truncated(self.coefficients[:precision])

    def quotient(self, other: Truncated, divide: Quotient) -> Truncated:
        """Divide by a series that divides; `divide` is the exact division of coefficients."""
        a, b, low = self.coefficients, other.coefficients, other.valuation
        if len(a) <= low and not self:
            return Truncated(())
        if self.valuation < low:
            raise ArithmeticError("condensation met a quotient with a pole: a bug, please report")
        start = self.valuation - low
        result = [a[0] * 0] * max(0, min(len(a) - low, start + len(b) - low))
        for k in range(start, len(result)):
            rest = a[k + low]
            for j in range(start, k):
                rest = rest - result[j] * b[low + k - j]
            result[k] = divide(rest, b[low])
        return Truncated(tuple(result))


def limit_value(
    pyramid: Pyramid,
    factors: Grid,
    quotient: Quotient,
    residues: Callable[[Pyramid], int | None] | None = None,
) -> tuple[Any, Any] | None:
    """Return (N, D) with x[n]_11 = N / D where condensation meets a 0, or None.

    Args:
        pyramid: data at which x[n]_11 has a value, over an integral domain.
        factors: c_ab, see `condensation`.
        quotient: exact division in the ring.
        residues: a quicker way than interpolation, where there is one.

    Returns:
        A pair, or None if the recurrence divided by 0 at every matrix tried.  That can only be
        when some lam and some mu are 0: otherwise no x[k]_ij vanishes for all matrices.
    """
    sites = cleared(pyramid.x1, factors)
    poles = any(not value for value in sites.values())
    degree = pyramid.size + len(sites)
    precision = 2
    while precision <= 8 or (poles and precision <= 8 * degree):
        found = _by_series(pyramid, factors, quotient, precision)
        if found is not None:
            return found
        precision *= 2
    if poles:
        return None
    whole = residues(pyramid) if residues else None
    if whole is not None:
        return pyramid.ring.convert(whole), pyramid.ring.convert(1)
    regular = any(all(e for row in table for e in row) for table in (pyramid.lam, pyramid.mu))
    for attempt in count() if regular else range(ATTEMPTS):
        found = _by_interpolation(pyramid, factors, quotient, degree, attempt)
        if found is not None:
            return found
    return None


def _direction(pyramid: Pyramid, attempt: int) -> Grid:
    n, random = pyramid.size, Random(attempt)
    convert = pyramid.ring.convert
    return [[convert(random.randint(1, LARGEST * 10**attempt)) for _ in range(n)] for _ in range(n)]


def _by_series(
    pyramid: Pyramid, factors: Grid, quotient: Quotient, precision: int
) -> tuple[Any, Any] | None:
    zeros = (pyramid.ring.convert(0),) * (precision - 2)
    rows = [
        [Truncated((x, r, *zeros)) for x, r in zip(*pair, strict=True)]
        for pair in zip(pyramid.x1, _direction(pyramid, 0), strict=True)
    ]

    def divide(above: Truncated, below: Truncated) -> Truncated:
        return above.quotient(below, quotient).cut(precision)

    try:
        above, below = condense(pyramid.with_matrix(rows), cleared(rows, factors), divide)
    except ZeroInside:
        return None
    order = below.valuation if isinstance(below, Truncated) else 0
    if len(above.coefficients) <= order or not below:
        return None
    if above.valuation < order:
        raise ArithmeticError("the lambda-determinant grows without bound: a bug, please report")
    bottom = below.coefficients[order] if isinstance(below, Truncated) else below
    return above.coefficients[order], bottom


def _by_interpolation(
    pyramid: Pyramid, factors: Grid, quotient: Quotient, degree: int, attempt: int
) -> tuple[Any, Any] | None:
    """Return N at eps = 0 from its values at degree + 1 integers, by Lagrange's formula."""
    direction, convert = _direction(pyramid, attempt), pyramid.ring.convert
    values: dict[int, Any] = {}
    eps = 0
    while len(values) <= degree:
        eps += 1
        if eps > 3 * (degree + 1) + 20:
            return None
        step = convert(eps)
        rows = [
            [x + step * r for x, r in zip(*pair, strict=True)]
            for pair in zip(pyramid.x1, direction, strict=True)
        ]
        try:
            values[eps], _ = condense(pyramid.with_matrix(rows), cleared(rows, factors), quotient)
        except ZeroInside:
            if eps > 20 and not values:
                return None
    weights = _lagrange_at_zero(list(values))
    common = lcm(*(int(w.q) for w in weights))
    total = convert(0)
    for weight, value in zip(weights, values.values(), strict=True):
        total = total + convert(int((weight * common).p)) * value
    above = quotient(total, convert(common))
    return above, denominator(pyramid, cleared(pyramid.x1, factors))


def _lagrange_at_zero(points: list[int]) -> list[fmpq]:
    weights = []
    for one in points:
        weight = fmpq(1)
        for other in points:
            if other != one:
                weight *= fmpq(other, other - one)
        weights.append(weight)
    return weights
