"""How the rows of a check are made: one unit of work for each M or L, near or far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor

from termwise import Comparison, Row
from termwise.running import Progress, run

LIMIT = 10**6
"""How many entries of matrices, or words, a check may go through before it asks for `limit=`."""

TOLERANCE = 1e-9
"""Floating point numbers that are nearer than this count as equal, and are printed to this."""

Sides = tuple[tuple[str, str], ...]


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
