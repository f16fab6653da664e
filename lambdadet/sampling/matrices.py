"""Uniform random alternating sign matrices, exact, by coupling from the past.

The chain lives on height functions: at a site (i, j) inside the square, a coin puts the height to
the largest or the smallest value its four neighbours allow, heights of neighbours differing by 1.

          h                        h - 1  or  h + 1, if all four are h; else there is no choice
        h . h
          h

Sites of one parity do not see each other, so a sweep does all of one parity at once and then the
others.  The sweep keeps the order of height functions; run from ever earlier times, with the same
coins at the same times, until the highest and the lowest start meet, the state at time 0 has
exactly the uniform distribution.
"""

from __future__ import annotations

from typing import overload

import numpy as np
from numpy.typing import NDArray

from lambdadet.objects.matrix import AlternatingSignMatrix, trusted
from termwise.arguments import brief, require_generator, require_integer
from termwise.doors import door

Heights = NDArray[np.int16]


@overload
def random_asm(
    n: int, size: None = None, rng: np.random.Generator | int | None = None
) -> AlternatingSignMatrix: ...


@overload
def random_asm(
    n: int, size: int, rng: np.random.Generator | int | None = None
) -> tuple[AlternatingSignMatrix, ...]: ...


@door
def random_asm(
    n: int, size: int | None = None, rng: np.random.Generator | int | None = None
) -> AlternatingSignMatrix | tuple[AlternatingSignMatrix, ...]:
    """Return a uniform random n x n alternating sign matrix, or `size` independent ones.

    Args:
        n: a positive integer, at most 10^4.
        size: how many; None for one matrix and no tuple.
        rng: a numpy Generator, or an int seed.

    Raises:
        TypeError: n, size or rng is not of its type.
        ValueError: n < 1, n > 10^4 or size < 0.

    Source: [ProppWilson96].

    >>> print(random_asm(3, rng=4))
     0  0  1
     1  0  0
     0  1  0
    >>> len(random_asm(2, size=5, rng=4))
    5
    """
    n = require_integer("n", n, 1)
    if n > 10**4:
        raise ValueError(f"n must be at most 10000, got {brief(n)}")
    number = 1 if size is None else require_integer("size", size, 0)
    heights = _from_the_past(n, number, require_generator(rng))
    axis = np.arange(n + 1)
    sums = (axis[:, None] + axis - heights) // 2
    entries = np.diff(np.diff(sums, axis=1), axis=2).tolist()
    found = tuple(trusted(tuple(map(tuple, rows))) for rows in entries)
    return found[0] if size is None else found


def _from_the_past(n: int, number: int, rng: np.random.Generator) -> Heights:
    """Return height functions at time 0 of chains that began long enough ago."""
    i, j = np.indices((n + 1, n + 1), np.int16)
    lowest = np.abs(i - j)
    highest = np.minimum(i + j, 2 * n - i - j)
    seeds: list[np.random.SeedSequence] = []  # one for each stretch of time, the latest first
    while True:
        seeds.append(np.random.SeedSequence(rng.integers(2**63, size=2).tolist()))
        bounds: Heights = np.empty((2, number, n + 1, n + 1), np.int16)
        bounds[0], bounds[1] = lowest, highest
        for stretch in range(len(seeds) - 1, -1, -1):
            coins = np.random.default_rng(seeds[stretch])
            for _ in range(2 ** max(stretch - 1, 0)):
                _sweep(bounds, coins)
        if np.array_equal(bounds[0], bounds[1]):
            lower: Heights = bounds[0]
            return lower


def _sweep(bounds: Heights, coins: np.random.Generator) -> None:
    """Toss a coin at every site, even sites first; both starts see the same coins."""
    _, number, side, _ = bounds.shape
    inner = side - 2
    for i, j in ((0, 0), (1, 1), (0, 1), (1, 0)):  # sublattices; the first two are the even sites
        site = bounds[:, :, 1 + i : -1 : 2, 1 + j : -1 : 2]
        north, south = (
            bounds[:, :, i:-2:2, 1 + j : -1 : 2],
            bounds[:, :, 2 + i :: 2, 1 + j : -1 : 2],
        )
        west, east = bounds[:, :, 1 + i : -1 : 2, j:-2:2], bounds[:, :, 1 + i : -1 : 2, 2 + j :: 2]
        low = np.maximum(np.maximum(north, south), np.maximum(west, east)) - 1
        high = np.minimum(np.minimum(north, south), np.minimum(west, east)) + 1
        shape = (number, len(range(i, inner, 2)), len(range(j, inner, 2)))
        site[...] = np.where(coins.integers(0, 2, shape, np.int8) == 1, high, low)
