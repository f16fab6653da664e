"""How the rows of a check are made: one unit of work for each M or L, near or far.

The other side of each is linear algebra on a matrix, so here is also how large one may be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor

from semicircular.objects.words import count_words, require_words
from termwise import Comparison, Row
from termwise.arguments import require_at_most, require_integer
from termwise.running import Progress, run

LIMIT = 10**6
"""How many entries of matrices, or words, a check may go through before it asks for `limit=`."""

TOLERANCE = 1e-9
"""Floating point numbers that are nearer than this count as equal, and are printed to this."""

Sides = tuple[tuple[str, str], ...]


def require_block(limit: int, bound: int) -> range:
    """Return 0 .. M, unless the matrix of all pairs a + b <= M is too large.

    >>> require_block(100, 4)
    Traceback (most recent call last):
    ValueError: this takes 225 entries of a matrix of linear algebra, more than the limit of 100: \
pass limit=225 to go on
    """
    bound = require_integer("bound", bound, 0)
    _require_entries(limit, (bound + 1) * (bound + 2) // 2)
    return range(bound + 1)


def require_small(limit: int, n: int, bound: int) -> range:
    """Return 0 .. L, unless the matrix of all words of length at most L is too large."""
    n, bound = require_integer("n", n, 2), require_integer("bound", bound, 0)
    require_words(limit, n, bound)
    _require_entries(limit, count_words(n, bound))
    return range(bound + 1)


def _require_entries(limit: int, side: int) -> None:
    require_at_most(limit, side**2, "entries of a matrix of linear algebra")


def compare(
    statement: str,
    sides: Sides,
    rows_of: Callable[[int], list[Row]],
    bounds: Sequence[int],
    *,
    executor: Executor | None,
    progress: Progress,
    notes: Sequence[str] = (),
) -> Comparison:
    """Return the comparison of the rows of all bounds.

    Args:
        statement: what is claimed.
        sides: names and meanings.
        rows_of: makes the rows of one M or L; with a process pool it must be picklable.
        bounds: every M or L.
        executor, progress: as of `termwise.run`.
        notes: what a reader should know.
    """
    found = run(rows_of, bounds, executor=executor, progress=progress, description="checking")
    return Comparison(statement, sides, tuple(row for rows in found for row in rows), tuple(notes))


def near(claimed: float, found: float) -> str:
    """Return a number as a side shows it: as it is claimed, if what was found is near enough.

    >>> near(0.5, 0.5 + 1e-12), near(0.5, 0.6)
    ('0.500000000', '0.600000000000')
    """
    return decimal(claimed) if abs(claimed - found) <= TOLERANCE else f"{found:.12f}"


def decimal(value: float) -> str:
    """Return a number to the tolerance."""
    return f"{value:.9f}"
