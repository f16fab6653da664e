"""The lambda-determinant as a sum over alternating sign matrices A, one local weight a site.

With x[0] = 1 the weight of a site is

    A_ij = 0 with nothing above   lam_ij if nothing is on its left, else mu_{i,n-j}
    A_ij = -1                     lam_ij + mu_{i,n-j}

where "nothing above" means that the entries above in the column add up to 0.  In general the
weights are divided by the x[0] at a corner of the square round A_ij, or at two opposite corners,
and all are multiplied by all of x[0].  Source: [RR86] for one lam; [Langer13].
"""

from __future__ import annotations

from collections.abc import Iterator
from math import comb

import numpy as np
from numpy.typing import NDArray

from lambdadet.objects.bulk import asm_chunks, negative_places
from termwise.arguments import NO_LIMIT

Array = NDArray[np.int8]


def site_weights(matrices: Array) -> tuple[Array, Array, Array]:
    """Return the sites whose weight is lam_ij, those with mu_{i,n-j}, those with their sum.

    Args:
        matrices: an array of shape (m, n, n).

    Returns:
        Three boolean arrays of that shape.
    """
    free = (matrices == 0) & (matrices.cumsum(axis=1, dtype=np.int8) == 0)
    left = matrices.cumsum(axis=2, dtype=np.int8) == 0
    return free & left, free & ~left, matrices == -1


def site_rows(n: int) -> Iterator[Array]:
    """Yield the exponents of lam, mu, x, y of every term, 2^N(A) rows a matrix A of size n.

    The caller has allowed them: there are 2^{n(n-1)/2}.

    >>> next(site_rows(2)).tolist()
    [[0, 1, 1, 0, 0, 1, -1], [1, 0, 0, 1, 1, 0, -1]]
    """
    for matrices in asm_chunks(n, limit=NO_LIMIT):
        negative = (matrices == -1).sum(axis=(1, 2))
        for number in np.unique(negative).tolist():
            chosen = matrices[negative == number]
            places = negative_places(chosen, number)
            for mask in range(2**number):
                yield _chosen_rows(chosen, places, mask)


def _chosen_rows(chosen: Array, places: NDArray[np.int64], mask: int) -> Array:
    """Return exponents when the k-th -1 takes lam where bit k of the mask is set, else mu."""
    number, n = chosen.shape[:2]
    width, everyone = n - 1, np.arange(number)
    south_east, south_west, _ = site_weights(chosen)
    below_one = (chosen == 0) & ~south_east & ~south_west
    north_east = below_one & (chosen.cumsum(axis=2, dtype=np.int8) == 0)
    north_west = below_one & ~north_east
    for k in range(places.shape[1]):
        both = (south_east, north_west) if mask >> k & 1 else (south_west, north_east)
        for target in both:
            target.reshape(number, -1)[everyone, places[:, k]] = True
    inner = np.ones((number, n + 1, n + 1), dtype=np.int8)
    inner[:, 1:, 1:] -= south_east
    inner[:, 1:, :-1] -= south_west
    inner[:, :-1, 1:] -= north_east
    inner[:, :-1, :-1] -= north_west
    lam = south_east[:, :width, :width]
    mu = south_west[:, :width, ::-1][:, :, :width]
    parts = [lam, mu, chosen, inner[:, 1:n, 1:n]]
    return np.concatenate([p.reshape(number, -1) for p in parts], axis=1).astype(np.int8)


def constant_rows(n: int) -> tuple[Array, list[int]]:
    """Return exponents of lam and x, and coefficients, for one lam and mu = 1, x[0] = 1.

    A matrix A has the N(A) + 1 terms of (1 + lam)^N(A).

    The caller has allowed them: `determinant.generic.count_terms` is their number.

    >>> rows, coefficients = constant_rows(2)
    >>> rows.tolist(), coefficients
    ([[0, 1, 0, 0, 1], [1, 0, 1, 1, 0]], [1, 1])
    """
    rows: list[Array] = []
    coefficients: list[int] = []
    for matrices in asm_chunks(n, limit=NO_LIMIT):
        left, _, both = site_weights(matrices)
        lowest, negative = left.sum(axis=(1, 2)), both.sum(axis=(1, 2))
        flat = matrices.reshape(len(matrices), -1)
        for number in np.unique(negative).tolist():
            chosen = negative == number
            entries, powers = flat[chosen], lowest[chosen].astype(np.int8)
            for extra in range(number + 1):
                rows.append(np.column_stack([powers + np.int8(extra), entries]))
                coefficients += [comb(number, extra)] * len(entries)
    return np.concatenate(rows), coefficients
