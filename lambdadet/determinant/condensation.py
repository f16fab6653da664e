"""Condensation without denominators.

Every level x[k] of the octahedron recurrence is a Laurent polynomial in which an entry x[1]_ab has
exponent at least -1, and only at sites inside the block; there -1 comes with the factor

    c_ab = lam_ab x[0]_{a,b+1} x[0]_{a+1,b} + mu_{a,n-b} x[0]_ab x[0]_{a+1,b+1}.

So with d_ab = x[1]_ab where c_ab is not 0, else 1, the product

    N[k]_ij = x[k]_ij * product of d over the sites inside the block i..i+k-1, j..j+k-1
                      * product of x[0] over its (k-1) x (k-1) entries used

is a polynomial in everything, and the recurrence becomes, with the corners of the blocks,

    N[k+1]_ij = ( mu_{i,n-k-j} N[k]_ij N[k]_{i+1,j+1} d_{i+1,j+k-1} d_{i+k-1,j+1} x[0].. x[0]..
                + lam_ij N[k]_{i,j+1} N[k]_{i+1,j} d_{i+1,j+1} d_{i+k-1,j+k-1} x[0].. x[0].. )
                / N[k-1]_{i+1,j+1}

where the division is exact in any integral domain: no fraction is ever reduced.  With mu = -lam
and x[0] = 1 no c_ab is left, and this is Dodgson's condensation over the integers
[Dodgson66].
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lambdadet.recurrence.errors import ZeroInside
from lambdadet.recurrence.pyramid import Grid, Pyramid
from lambdadet.recurrence.swell import require_level, require_quotients

Quotient = Callable[[Any, Any], Any]


def pole_factors(pyramid: Pyramid) -> Grid:
    """Return c_ab for the sites a, b = 2..n-1, as a table from 0 of (n-2) x (n-2).

    Args:
        pyramid: the data.
    """
    n, lam, mu, y = pyramid.size, pyramid.lam, pyramid.mu, pyramid.x0
    inside = range(1, n - 1)
    if y is None:
        return [[lam[a][b] + mu[a][n - 1 - b] for b in inside] for a in inside]
    return [
        [
            lam[a][b] * y[a][b + 1] * y[a + 1][b] + mu[a][n - 1 - b] * y[a][b] * y[a + 1][b + 1]
            for b in inside
        ]
        for a in inside
    ]


def cleared(x1: Grid, factors: Grid) -> dict[tuple[int, int], Any]:
    """Return d_ab where it is not 1, by the place (a, b) from 0."""
    return {
        (a, b): x1[a][b]
        for a, row in enumerate(factors, 1)
        for b, factor in enumerate(row, 1)
        if factor
    }


def condense(
    pyramid: Pyramid, sites: dict[tuple[int, int], Any], quotient: Quotient
) -> tuple[Any, Any]:
    """Return N[n]_11 and the denominator D, so that x[n]_11 = N / D.

    Args:
        pyramid: the data, over an integral domain.
        sites: d_ab where it is not 1.
        quotient: exact division.

    Raises:
        ZeroInside: a divisor is 0.
    """
    n, below = pyramid.size, None
    level: Grid = pyramid.x1
    for k in range(1, n):
        require_level(pyramid.ring, level)
        above = []
        for i in range(n - k):
            upper, lower = level[i], level[i + 1]
            row = []
            for j in range(n - k):
                value = upper[j] * lower[j + 1] * _main(pyramid, sites, k, i, j)
                value += upper[j + 1] * lower[j] * _anti(pyramid, sites, k, i, j)
                if below is not None:
                    divisor = below[i + 1][j + 1]
                    if not divisor:
                        raise ZeroInside(k - 1, i + 2, j + 2)
                    require_quotients(pyramid.ring, value, divisor, (n - k) ** 2)
                    value = quotient(value, divisor)
                row.append(value)
            above.append(row)
        below, level = level, above
    return level[0][0], denominator(pyramid, sites)


def _main(pyramid: Pyramid, sites: dict[tuple[int, int], Any], k: int, i: int, j: int) -> Any:
    """Return mu_{i,n-k-j} times the corners that the main diagonal pair lacks."""
    value = pyramid.mu[i][pyramid.size - k - 1 - j]
    for corner in {(i + 1, j + k - 1), (i + k - 1, j + 1)} if k > 1 else ():
        if corner in sites:
            value = value * sites[corner]
    y = pyramid.x0
    return value if y is None or k == 1 else value * y[i + 1][j + k] * y[i + k][j + 1]


def _anti(pyramid: Pyramid, sites: dict[tuple[int, int], Any], k: int, i: int, j: int) -> Any:
    """Return lam_ij times the corners that the antidiagonal pair lacks."""
    value = pyramid.lam[i][j]
    for corner in {(i + 1, j + 1), (i + k - 1, j + k - 1)} if k > 1 else ():
        if corner in sites:
            value = value * sites[corner]
    y = pyramid.x0
    return value if y is None or k == 1 else value * y[i + 1][j + 1] * y[i + k][j + k]


def denominator(pyramid: Pyramid, sites: dict[tuple[int, int], Any]) -> Any:
    """Return D: all d_ab, and the entries of x[0] that are used."""
    value: Any = pyramid.ring.convert(1)
    for factor in sites.values():
        value = value * factor
    if pyramid.x0 is not None:
        for row in pyramid.x0[1:-1]:
            for entry in row[1:-1]:
                value = value * entry
    return value
