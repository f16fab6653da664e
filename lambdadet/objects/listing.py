"""Every alternating sign matrix of a size, row by row, with a symmetry if asked.

A row may follow when it leaves the partial sums of the columns 0 or 1; a symmetry gives it up as
soon as an entry differs from its image in a row above.  So nothing is made and thrown away but
rows, and nothing is kept but the rows that may follow each state of the columns.  All matrices as
arrays, for speed, are in `bulk`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import add

from lambdadet.objects.matrix import AlternatingSignMatrix, Rows, trusted
from lambdadet.objects.symmetry import moves_of
from termwise.arguments import require_integer
from termwise.doors import door
from termwise.price import require_steps

KEPT = 12
"""Up to this size the rows that may follow a state are kept."""


@door
def alternating_sign_matrices(n: int) -> Iterator[AlternatingSignMatrix]:
    """Yield every n x n alternating sign matrix, the identity first.

    The rows go down in lexicographic order.  Any n can be begun, up to the size of one matrix that
    can be made, about 2000; see `bulk.asm_chunks` for speed.

    Args:
        n: a positive integer.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1.

    >>> sum(1 for a in alternating_sign_matrices(4)), next(alternating_sign_matrices(2)).rows
    (42, ((1, 0), (0, 1)))
    """
    n = require_integer("n", n, 1)
    require_steps(2000 * n**2, "steps for one matrix")
    return _row_by_row(n)


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
    require_steps(4000 * n**2, "steps for one matrix")
    if symmetry == "quarter-turn" and n % 4 == 2:
        return iter(())  # the entries add up to n, and to 4 times those of a quarter
    images = [[[move(n, i, j) for move in moves] for j in range(n)] for i in range(n)]

    def fits(rows: Rows, row: Sequence[int], entry: int) -> bool:
        """Return whether the next entry of a row equals its images that are known already."""
        at = len(rows), len(row)
        for i, j in images[at[0]][at[1]]:
            if (i, j) < at and (rows[i][j] if i < at[0] else row[j]) != entry:
                return False
        return True

    return _row_by_row(n, fits)


Fits = Callable[[Rows, Sequence[int], int], bool]


def _row_by_row(n: int, fits: Fits | None = None) -> Iterator[AlternatingSignMatrix]:
    """Yield the matrices all of whose entries fit, in lexicographic order of rows.

    Nothing recurs, and rows are made one at a time: any n can be begun.  Up to `KEPT` the rows that
    may follow a state are kept.
    """
    kept: dict[tuple[int, ...], list[tuple[int, ...]]] = {}

    def below(rows: Rows, state: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if fits is not None:
            return next_rows(state, partial(fits, rows))
        if n > KEPT:
            return next_rows(state)
        if state not in kept:
            kept[state] = list(next_rows(state))
        return iter(kept[state])

    start: tuple[int, ...] = (0,) * n
    path: list[tuple[Rows, tuple[int, ...], Iterator[tuple[int, ...]]]] = [
        ((), start, below((), start))
    ]
    while path:
        rows, state, following = path[-1]
        row = next(following, None)
        if row is None:
            path.pop()
            continue
        chosen, after = (*rows, row), tuple(map(add, state, row))
        if len(chosen) == n:
            yield trusted(chosen)
        else:
            path.append((chosen, after, below(chosen, after)))


def next_rows(
    state: Sequence[int], fits: Callable[[Sequence[int], int], bool] | None = None
) -> Iterator[tuple[int, ...]]:
    """Yield the rows that may follow partial column sums, in decreasing lexicographic order.

    A 1 may stand where the sum is 0, a -1 where it is 1, in turn, from 1 to 1.

    Args:
        state: n partial column sums, each 0 or 1.
        fits: whether an entry may follow the first entries of the row; any, if it is left out.

    >>> list(next_rows((0, 1, 0)))
    [(1, 0, 0), (1, -1, 1), (0, 0, 1)]
    """
    n = len(state)
    last = max((j for j in range(n) if not state[j]), default=-1)  # where the row can end
    row: list[int] = []
    totals = [0]
    choices = [iter((1, 0, -1))]
    while choices:
        j = len(choices) - 1
        for entry in choices[-1]:
            total = totals[-1] + entry
            alternates = total in (0, 1) and state[j] + entry in (0, 1) and (total or j < last)
            if alternates and (fits is None or fits(row, entry)):
                break
        else:
            choices.pop()
            totals.pop()
            if row:
                row.pop()
            continue
        if j == n - 1:
            yield (*row, entry)
        else:
            row.append(entry)
            totals.append(total)
            choices.append(iter((1, 0, -1)))
