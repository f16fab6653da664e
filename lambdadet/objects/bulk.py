"""Alternating sign matrices in bulk, as numpy arrays in chunks.

The columns of the first i rows sum to 0 or 1 each: a state with i ones.  The matrices that pass
through a state s after k rows are all the ways down to s times all the ways on from s, and the
ways on are the ways down to the complement of s, read upwards.  So only the ways down to half the
height are listed, row by row, and a chunk is a product of two small arrays:

      ways down to s   (u, k, n)
      -----------------------------  s        u * l matrices a state, (u l, n, n)
      ways on from s   (l, n - k, n)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from operator import add

import numpy as np
from numpy.typing import NDArray

from lambdadet.objects.counts import require_asms
from lambdadet.objects.listing import next_rows
from termwise.arguments import require_integer

LIMIT = 10**8
"""How many matrices a call may make before it asks for `limit=`."""

Block = tuple[NDArray[np.int8], NDArray[np.int8]]
State = tuple[int, ...]


def asm_chunks(n: int, chunk: int = 2**17, *, limit: int = LIMIT) -> Iterator[NDArray[np.int8]]:
    """Yield all n x n alternating sign matrices, each once, as arrays of shape (m, n, n).

    Every array is new and owns its memory; only one is made at a time.

    Args:
        n: a positive integer.
        chunk: the largest m.
        limit: the largest total number of matrices; n = 9 has 911835460.

    Raises:
        TypeError: n, chunk or limit is not an integer.
        ValueError: n < 1, chunk < 1, or there are more than `limit` matrices.

    >>> [array.shape for array in asm_chunks(4, chunk=30)]
    [(29, 4, 4), (13, 4, 4)]
    """
    n = require_integer("n", n, 1)
    chunk = require_integer("chunk", chunk, 1)
    require_asms(require_integer("limit", limit, 0), n)
    return map(_multiply, _groups(_blocks(n, chunk), chunk))


def _ways_down(n: int) -> Iterator[dict[State, NDArray[np.int8]]]:
    """Yield for heights 0, 1, .. the rows that lead to each state: arrays (m, height, n)."""
    found: dict[State, NDArray[np.int8]] = {(0,) * n: np.zeros((1, 0, n), np.int8)}
    while True:
        yield found
        pieces: dict[State, list[NDArray[np.int8]]] = {}
        for state, above in found.items():
            for after, row in _next_states(state):
                below = row[None, None].repeat(len(above), axis=0)
                pieces.setdefault(after, []).append(np.concatenate([above, below], axis=1))
        found = {state: np.concatenate(arrays) for state, arrays in pieces.items()}


def _next_states(state: State) -> Iterator[tuple[State, NDArray[np.int8]]]:
    """Yield the states that may follow, each with the row that leads there."""
    for row in next_rows(state):
        yield tuple(map(add, state, row)), np.array(row, np.int8)


def _blocks(n: int, chunk: int) -> Iterator[Block]:
    """Yield upper and lower halves; every matrix is in one product, none over `chunk` large."""
    *_, before, lower = islice(_ways_down(n), n - n // 2 + 1)
    upper = before if n % 2 else lower
    for state, above in upper.items():
        below = lower[tuple(1 - bit for bit in state)][:, ::-1]
        for start in range(0, len(below), chunk):
            part = below[start : start + chunk]
            step = chunk // len(part)
            for first in range(0, len(above), step):
                yield above[first : first + step], part


def _groups(blocks: Iterator[Block], chunk: int) -> Iterator[list[Block]]:
    """Gather consecutive blocks as long as their products fit one chunk."""
    group: list[Block] = []
    total = 0
    for above, below in blocks:
        number = len(above) * len(below)
        if group and total + number > chunk:
            yield group
            group, total = [], 0
        group.append((above, below))
        total += number
    yield group


def _multiply(group: list[Block]) -> NDArray[np.int8]:
    """Return every upper half over every lower half, block by block."""
    height, n = group[0][0].shape[1:]
    found = np.empty((sum(len(above) * len(below) for above, below in group), n, n), np.int8)
    start = 0
    for above, below in group:
        stop = start + len(above) * len(below)
        block = found[start:stop].reshape(len(above), len(below), n, n)
        block[:, :, :height] = above[:, None]
        block[:, :, height:] = below[None]
        start = stop
    return found


def negative_places(matrices: NDArray[np.int8], number: int) -> NDArray[np.int64]:
    """Return the places i n + j, from 0, of the -1s of matrices that have `number` of them.

    Args:
        matrices: an array of shape (m, n, n).
        number: how many -1s each of them has.

    Returns:
        An array of shape (m, number).

    >>> negative_places(np.array([[[0, 1, 0], [1, -1, 1], [0, 1, 0]]], np.int8), 1)
    array([[4]])
    """
    flat = (matrices == -1).reshape(len(matrices), -1)
    return np.nonzero(flat)[1].reshape(len(matrices), number)
