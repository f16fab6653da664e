"""The lambda-determinant as a sum over compatible pairs (A, B), one term each.

    x[n]_11 = sum of  prod x[1]_ij^A_ij * prod x[0]_{i+1,j+1}^-B_ij
              * prod lam_ij^(1 + Bbar_{i-1,j-1} - Abar_ij)
              * prod mu_ij^(1 + Btil_{i-1,n-j} - Atil_{i,n-j})

Bars are sums to the upper left, tildes to the upper right (cumulants).  Source: [Langer13].
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from lambdadet.objects.bulk import asm_chunks, negative_places
from termwise.arguments import NO_LIMIT

Array = NDArray[np.int8]


def pair_tables(matrices: Array) -> Iterator[tuple[Array, Array]]:
    """Yield (A, B) as arrays of all compatible pairs of the matrices A, by the number of -1s."""
    negative = (matrices == -1).sum(axis=(1, 2))
    for number in np.unique(negative).tolist():
        chosen = matrices[negative == number]
        n = chosen.shape[1]
        cumulant = _corner_sums(chosen)
        lower = np.maximum(cumulant[:, :-1, :-1], cumulant[:, 1:, 1:] - 1)
        places = negative_places(chosen, number)
        everyone = np.arange(len(chosen))
        for mask in range(2**number):
            sums = lower.copy()
            for k in range(number):
                if mask >> k & 1:
                    sums[everyone, places[:, k] // n - 1, places[:, k] % n - 1] += 1
            padded = np.pad(sums, ((0, 0), (1, 0), (1, 0)))
            yield chosen, np.diff(np.diff(padded, axis=1), axis=2)


def pair_rows(n: int) -> Iterator[Array]:
    """Yield the exponents of lam, mu, x, y of all compatible pairs of size n, one row a pair.

    The caller has allowed them: there are 2^{n(n-1)/2}.

    >>> next(pair_rows(2)).tolist()
    [[0, 1, 1, 0, 0, 1, -1], [1, 0, 0, 1, 1, 0, -1]]
    """
    for matrices in asm_chunks(n, limit=NO_LIMIT):
        for larger, smaller in pair_tables(matrices):
            yield pair_exponents(larger, smaller)


def pair_exponents(larger: Array, smaller: Array) -> Array:
    """Return the exponents of lam, mu, x, y of pairs (A, B), one row a pair.

    Args:
        larger: A, an array of shape (m, n, n).
        smaller: B, of shape (m, n - 1, n - 1).

    Returns:
        An array of shape (m, 3 (n - 1)^2 + n^2).
    """
    number, n = larger.shape[:2]
    width = n - 1
    a_bar, a_til = _corner_sums(larger), _right_sums(larger)
    b_bar = np.pad(_corner_sums(smaller), ((0, 0), (1, 0), (1, 0)))
    b_til = np.pad(_right_sums(smaller), ((0, 0), (1, 0), (0, 1)))
    lam = 1 + b_bar[:, :width, :width] - a_bar[:, :width, :width]
    # column n-j of the paper is n-j-1 from 0, for j = 0..n-2: the columns backwards from the last
    mu = 1 + b_til[:, :width, ::-1][:, :, :width] - a_til[:, :width, ::-1][:, :, :width]
    parts = [lam, mu, larger, -smaller]
    return np.concatenate([p.reshape(number, -1) for p in parts], axis=1).astype(np.int8)


def _corner_sums(matrices: Array) -> Array:
    return matrices.cumsum(axis=1, dtype=np.int8).cumsum(axis=2, dtype=np.int8)


def _right_sums(matrices: Array) -> Array:
    return _corner_sums(matrices[:, :, ::-1])[:, :, ::-1]
