"""The sum over alternating sign matrices at a point of any ring, for small n: no division at all.

For each matrix A the sum over its partners B factors over its -1s: B starts from the partner that
takes mu everywhere, and where it takes lam at a -1 of A, at (i, j), the four entries of x[0] round
it change places (see `condensation`, c_ij).
"""

from __future__ import annotations

from typing import Any

from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.objects.pairs import compatible_partners
from lambdadet.recurrence.pyramid import Pyramid

SITE_SUM_SIZE = 5


def site_sum(pyramid: Pyramid) -> tuple[Any, Any]:
    """Return (N, D) with x[n]_11 = N / D, summed from the definition over compatible pairs.

    The denominator is the product of all nonzero inner entries of x[1] and the used ones of x[0].
    An entry 0 of x[1] to the power -1 is passed over: its weights add up to 0 where there is a
    value (see `poles`).
    """
    ring, n = pyramid.ring, pyramid.size
    one, total = ring.convert(1), ring.convert(0)
    used = [row[1:-1] for row in pyramid.x0[1:-1]] if pyramid.x0 else []
    for larger in alternating_sign_matrices(n):
        entries = [
            (pyramid.x1[i][j], larger.rows[i][j], 0 < i < n - 1 and 0 < j < n - 1)
            for i in range(n)
            for j in range(n)
        ]
        if any(entry == -1 and not x for x, entry, _ in entries):
            continue
        base = one
        for x, entry, inner in entries:
            base = base * _power(x, entry + (1 if inner and x else 0))
        for smaller in compatible_partners(larger):
            term = base * _parameters(pyramid, larger, smaller)
            for y_row, b_row in zip(used, smaller.rows, strict=bool(used)):
                for y, entry in zip(y_row, b_row, strict=True):
                    term = term * _power(y, 1 - entry)
            total = total + term
    bottom = one
    for row in pyramid.x1[1:-1]:
        for x in row[1:-1]:
            bottom = bottom * x if x else bottom
    for row in used:
        for y in row:
            bottom = bottom * y
    return total, bottom


def _power(value: Any, exponent: int) -> Any:
    return value**exponent


def _parameters(
    pyramid: Pyramid, larger: AlternatingSignMatrix, smaller: AlternatingSignMatrix
) -> Any:
    """Return the product of the lam and mu of a pair, from the definition."""
    n, value = pyramid.size, pyramid.ring.convert(1)
    a, b = larger.rows, smaller.rows
    for i in range(1, n):
        for j in range(1, n):
            if 1 + _sum(b, i - 1, 1, j - 1) - _sum(a, i, 1, j):
                value = value * pyramid.lam[i - 1][j - 1]
        for j in range(n - 1):
            if 1 + _sum(b, i - 1, n - j, n - 1) - _sum(a, i, n - j, n):
                value = value * pyramid.mu[i - 1][j]
    return value


def _sum(rows: tuple[tuple[int, ...], ...], height: int, first: int, last: int) -> int:
    """Return the sum over rows 1..height and columns first..last."""
    return sum(sum(row[first - 1 : last]) for row in rows[:height])
