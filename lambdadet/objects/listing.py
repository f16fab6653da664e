"""Every alternating sign matrix of a size, row by row, with a symmetry if asked.

A row may follow when it leaves the partial sums of the columns 0 or 1; a symmetry gives it up as
soon as an entry differs from its image in a row above.  So nothing is made and thrown away but
rows, and nothing is kept but the rows that may follow each state of the columns.  All matrices as
arrays, for speed, are in `bulk`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import add

from lambdadet.objects.matrix import AlternatingSignMatrix, Rows, trusted
from lambdadet.objects.symmetry import moves_of
from termwise.arguments import require_integer
from termwise.doors import door


@door
def alternating_sign_matrices(n: int) -> Iterator[AlternatingSignMatrix]:
    """Yield every n x n alternating sign matrix, the identity first.

    The rows go down in lexicographic order.  Any n can be begun; see `bulk.asm_chunks` for speed.

    Args:
        n: a positive integer.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1.

    >>> sum(1 for a in alternating_sign_matrices(4)), next(alternating_sign_matrices(2)).rows
    (42, ((1, 0), (0, 1)))
    """
    return _row_by_row(require_integer("n", n, 1))


@door
def symmetric_asms(n: int, symmetry: str) -> Iterator[AlternatingSignMatrix]:
    """Yield the n x n alternating sign matrices of a symmetry class.

    They come in the order of `alternating_sign_matrices`.

    Args:
        n: a positive integer.
        symmetry: "vertical", "half-turn", "quarter-turn" or "diagonal".

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1, or there is no class of that name.

    >>> [a.rows for a in symmetric_asms(3, "vertical")]
    [((0, 1, 0), (1, -1, 1), (0, 1, 0))]
    """
    n = require_integer("n", n, 1)
    moves = moves_of(symmetry)
    images = [[(j, *move(n, i, j)) for j in range(n) for move in moves] for i in range(n)]
    known = [[image for image in row if image[1] <= i] for i, row in enumerate(images)]

    def allowed(rows: Rows) -> bool:
        """Return whether the last row equals its images in the rows down to itself."""
        last = rows[-1]
        return all(rows[a][b] == last[j] for j, a, b in known[len(rows) - 1])

    return _row_by_row(n, allowed)


def _row_by_row(
    n: int, allowed: Callable[[Rows], bool] | None = None
) -> Iterator[AlternatingSignMatrix]:
    """Yield the matrices all of whose first rows are allowed, in lexicographic order of rows."""
    following: dict[tuple[int, ...], list[tuple[tuple[int, ...], tuple[int, ...]]]] = {}

    def rows_below(rows: Rows, state: tuple[int, ...]) -> Iterator[Rows]:
        if len(rows) == n:
            yield rows
            return
        if state not in following:
            following[state] = [(row, tuple(map(add, state, row))) for row in next_rows(state)]
        for row, after in following[state]:
            chosen = (*rows, row)
            if allowed is None or allowed(chosen):
                yield from rows_below(chosen, after)

    return map(trusted, rows_below((), (0,) * n))


def next_rows(state: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the rows that may follow partial column sums, in decreasing lexicographic order.

    A 1 may stand where the sum is 0, a -1 where it is 1, in turn, from 1 to 1.

    Args:
        state: n partial column sums, each 0 or 1.

    >>> list(next_rows((0, 1, 0)))
    [(1, 0, 0), (1, -1, 1), (0, 0, 1)]
    """

    def entries(j: int, total: int) -> Iterator[tuple[int, ...]]:
        if j == len(state):
            if total:
                yield ()
            return
        for entry in (1, 0, -1):
            if total + entry in (0, 1) and state[j] + entry in (0, 1):
                for rest in entries(j + 1, total + entry):
                    yield (entry, *rest)

    return entries(0, 0)
