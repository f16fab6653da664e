"""The planar case: Robinson-Schensted-Knuth for matrices of non-negative integers.

In the open profile 1^r 0^d the boxes form an r x d rectangle, and the growth diagram of a matrix A,
with the label A_{a,s} where row a crosses column s, is Fomin's picture of RSK.  The partitions on
the boundary are two chains of horizontal strips from the empty partition: two semistandard tableaux
of one shape, the same as row insertion gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import index

import numpy as np

from cylindric.growth.toggles import Toggles
from cylindric.objects.batches import Array, kind_for, to_array, to_partitions
from cylindric.objects.partitions import Partition
from cylindric.objects.profiles import Profile
from termwise.arguments import LIMIT, brief, require_at_most, shown
from termwise.doors import door

DIAGONAL = 500
"""Peeling or building a diagonal of cells costs as much as so many entries."""

Tableau = tuple[tuple[int, ...], ...]


@door
def rsk(matrix: Sequence[Sequence[int]] | Array) -> tuple[Tableau, Tableau]:
    """Return the pair (P, Q) of semistandard tableaux of a matrix, by the growth diagram.

    Read the matrix as a two-line array, A_{a,s} copies of (a over s) in lexicographic order: P is
    what row insertion of the lower line gives, Q records the upper line.

    Args:
        matrix: rows of non-negative integers: lists, a numpy array, a sympy Matrix's tolist().

    Returns:
        P, with A's column sums as content, and Q, with its row sums; rows of entries from 1.

    Raises:
        TypeError: an entry is no integer.
        ValueError: no entries, rows of different lengths, a negative entry, or a sum over 10^7.

    Source: Knuth 1970; as growth diagram [Kra06].

    >>> rsk([[1, 0, 2], [0, 2, 0], [1, 1, 0]])
    (((1, 1, 2, 2), (2, 3), (3,)), ((1, 1, 1, 3), (2, 2), (3,)))
    """
    entries = _entries(matrix)
    r, d = entries.shape
    total = int(entries.sum(dtype=kind_for(int(entries.max()) * entries.size)))
    _require_room(total, "a tableau", r + d)
    toggles = Toggles(Profile("1" * r + "0" * d))
    kind = kind_for(total)
    # Toggles knows the down steps as r + 1 .. r + d, the last column first.
    labels = entries.astype(kind)[toggles.ups - 1, r + d - toggles.downs]
    walk = toggles.build(np.zeros((1, 1), kind), [labels[:, None]])[:, 0]
    chain = to_partitions(walk)
    return _tableau([chain[0], *chain[:r:-1], chain[r]]), _tableau(chain[: r + 1])


@door
def inverse_rsk(p: Sequence[Sequence[int]], q: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the matrix whose tableaux are P and Q.

    The matrix has as many rows as the largest entry of Q and as many columns as that of P.

    Args:
        p, q: semistandard tableaux of the same shape, as rows of positive integers.

    Raises:
        ValueError: a tableau is not semistandard, or the shapes differ.

    Source: Knuth 1970; as growth diagram [Kra06].

    >>> inverse_rsk(((1, 1, 2, 2), (2, 3), (3,)), ((1, 1, 1, 3), (2, 2), (3,)))
    [[1, 0, 2], [0, 2, 0], [1, 1, 0]]
    """
    columns, rows = _chain("p", p), _chain("q", q)
    if columns[-1] != rows[-1]:
        raise ValueError(f"p and q must have one shape, got {brief(columns[-1])} and {rows[-1]}")
    r, d = len(rows) - 1, len(columns) - 1
    _require_room(r * d, "a matrix", r + d)
    if not r:
        return []
    toggles = Toggles(Profile("1" * r + "0" * d))
    _, turns = toggles.peel(to_array([[*rows[1:], *columns[-2::-1]]]))
    matrix = np.zeros((r, d), dtype=object)
    matrix[toggles.ups - 1, r + d - toggles.downs] = turns[0][:, 0]
    return [list(map(int, row)) for row in matrix]


def _require_room(entries: int, what: str, diagonals: int) -> None:
    """Refuse what is too large; a row or a column costs as much as some hundred entries."""
    require_at_most(LIMIT, entries, f"entries of {what}", keyword=None)
    require_at_most(LIMIT // DIAGONAL, diagonals, "rows and columns", keyword=None)


def _entries(matrix: Sequence[Sequence[int]] | Array) -> Array:
    if isinstance(matrix, np.ndarray) and matrix.dtype.kind in "iu":
        entries = matrix
    else:
        try:
            rows = [[index(entry) for entry in row] for row in matrix]
        except TypeError:
            raise TypeError(f"matrix must be rows of integers, got {shown(matrix)}") from None
        if len(set(map(len, rows))) > 1:
            raise ValueError(f"matrix must be rectangular, got {brief(rows)}")
        entries = np.array(rows, dtype=object)
    if entries.ndim != 2 or not entries.size or (entries < 0).any():
        raise ValueError(
            f"matrix must be non-empty and non-negative, got {brief(entries.tolist())}"
        )
    return entries


def _tableau(chain: Sequence[Partition]) -> Tableau:
    """Fill the k-th horizontal strip of a chain of partitions with k."""
    rows: list[list[int]] = [[] for _ in chain[-1]]
    for k, shape in enumerate(chain):
        for row, length in zip(rows, shape, strict=False):
            row += [k] * (length - len(row))
    return tuple(map(tuple, rows))


def require_tableau(name: str, tableau: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the rows of a semistandard tableau of positive integers, if it is one.

    >>> require_tableau("p", ((1, 2), (1,)))
    Traceback (most recent call last):
    ValueError: p must be a semistandard tableau of positive integers, got [[1, 2], [1]]
    """
    try:
        rows = [[index(entry) for entry in row] for row in tableau]
    except TypeError:
        raise TypeError(f"{name} must be rows of integers, got {shown(tableau)}") from None
    increasing = all(row == sorted(row) for row in rows)
    strict = all(
        len(low) <= len(high) and all(map(int.__lt__, high, low)) for high, low in pairwise(rows)
    )
    if not (increasing and strict and all(row and row[0] > 0 for row in rows)):
        raise ValueError(
            f"{name} must be a semistandard tableau of positive integers, got {brief(rows)}"
        )
    return rows


def _chain(name: str, tableau: Sequence[Sequence[int]]) -> list[Partition]:
    """Return the shapes of the entries <= 0, 1, 2, .. of a semistandard tableau."""
    rows = require_tableau(name, tableau)
    largest = max((row[-1] for row in rows), default=0)
    _require_room(largest * len(rows), "a chain of shapes", largest)
    return [Partition(_up_to(rows, k)) for k in range(largest + 1)]


def _up_to(rows: list[list[int]], k: int) -> list[int]:
    return [int(np.searchsorted(row, k, side="right")) for row in rows]
