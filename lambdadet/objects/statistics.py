"""How many alternating sign matrices have given values of several statistics at once.

The matrices are gone through as arrays, in chunks, and counted in a table with an axis for each
statistic.  By the axis of `first_row_column` alone it is a row of the refined enumeration:

    >>> asm_statistics(4, ["first_row_column"]).tolist()
    [0, 7, 14, 14, 7]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from lambdadet.objects.bulk import LIMIT, asm_chunks
from termwise.arguments import require_integer, shown
from termwise.doors import door
from termwise.price import require_bytes

Matrices = NDArray[np.int8]
Counts = NDArray[np.int64]

CHUNK = 2**14  # so that the sums of a chunk stay in the cache


def _inversions(matrices: Matrices) -> Counts:
    """Return the sum of A_il A_kj over i < k, j < l: entries times what is above and right."""
    above = matrices.cumsum(axis=1, dtype=np.int8)[:, :-1, ::-1].cumsum(axis=2, dtype=np.int8)
    right = above[:, :, ::-1][:, :, 1:]
    inversions: Counts = (right * matrices[:, 1:, :-1]).sum(axis=(1, 2), dtype=np.int64)
    return inversions


def _negative_ones(matrices: Matrices) -> Counts:
    return np.asarray((matrices == -1).sum(axis=(1, 2)), np.int64)


def _place(line: Callable[[Matrices], Matrices]) -> Callable[[Matrices], Counts]:
    """Return where, from 1, the 1 of a row or a column at the border is."""
    return lambda matrices: np.asarray(line(matrices).argmax(axis=1) + 1, np.int64)


STATISTICS: dict[str, Callable[[Matrices], Counts]] = {
    "inversion_number": _inversions,
    "negative_ones": _negative_ones,
    "first_row_column": _place(lambda matrices: matrices[:, 0]),
    "last_row_column": _place(lambda matrices: matrices[:, -1]),
    "first_column_row": _place(lambda matrices: matrices[:, :, 0]),
    "last_column_row": _place(lambda matrices: matrices[:, :, -1]),
}
"""The statistics by their names, the first three as of `AlternatingSignMatrix`."""


@door
def asm_statistics(
    n: int,
    names: Sequence[str] = ("inversion_number", "negative_ones", "first_row_column"),
    *,
    limit: int = LIMIT,
) -> Counts:
    """Count the n x n alternating sign matrices by the values of some statistics at once.

    Args:
        n: a positive integer.
        names: of the statistics, one for each axis: inversion_number, negative_ones, and the
            places of the border's 1s, first_row_column, last_row_column, first_column_row,
            last_column_row, from 1.
        limit: the largest number of matrices; n = 8 has 10850216, n = 9 has 911835460.

    Returns:
        An array; entry [a, b, ..] says how many matrices have the values a, b, .. .

    Raises:
        TypeError: n or limit is not an integer, names is no sequence.
        ValueError: n < 1, no name, an unknown one or one twice, more than `limit` matrices.

    Source: [MRR83] for the statistics.

    >>> asm_statistics(3, ["inversion_number", "negative_ones"])
    array([[1, 0],
           [2, 0],
           [2, 1],
           [1, 0]])
    """
    n = require_integer("n", n, 1)
    if isinstance(names, str) or not names or not all(isinstance(name, str) for name in names):
        raise ValueError(f"names must be a list of statistics, got {shown(names)}")
    if unknown := [name for name in names if name not in STATISTICS]:
        raise ValueError(f"names must be among {', '.join(STATISTICS)}, got {shown(unknown[0])}")
    if len(set(names)) < len(names):
        raise ValueError(f"names must be different, got {shown(list(names))}")
    lengths = [_length(n, name) for name in names]
    size = int(np.prod(lengths, dtype=object))
    require_bytes(8 * size, "the table")
    counts = np.zeros(size, np.int64)
    for matrices in asm_chunks(n, CHUNK, limit=limit):
        values = [STATISTICS[name](matrices) for name in names]
        counts += np.bincount(np.ravel_multi_index(values, lengths), minlength=size)
    return counts.reshape(lengths)


def _length(n: int, name: str) -> int:
    """Return one more than the largest value of a statistic."""
    largest = {"inversion_number": n * (n - 1) // 2, "negative_ones": (n - 1) ** 2 // 4}
    return largest.get(name, n) + 1
