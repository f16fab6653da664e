"""A check of one's own: the statement, the terms, and a function for each side.

>>> print(compare("the sum of the first k odd numbers is k^2", range(1, 4),
...               sums=lambda k: sum(range(1, 2 * k, 2)), squares=lambda k: k * k))
the sum of the first k odd numbers is k^2
<BLANKLINE>
term  sums  squares
1        1        1
2        4        4
3        9        9
<BLANKLINE>
AGREES: sums = squares on 3 terms
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from fractions import Fraction
from functools import partial
from inspect import getdoc
from itertools import islice
from typing import Any

from termwise.arguments import LIMIT, refuse, require_integer, shown
from termwise.comparison import Comparison
from termwise.doors import door
from termwise.rows import Row
from termwise.running import Progress, run
from termwise.writing import written


@door
def compare(
    statement: str,
    terms: Iterable[Any],
    *,
    term: str = "{}",
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
    **sides: Callable[[Any], Any],
) -> Comparison:
    """Compare functions term by term: every side at every term, and no early end.

    Args:
        statement: what is claimed, in one line.
        terms: at what: numbers, profiles, partitions.
        term: how a term is written, such as "z^{}".
        limit: the largest number of terms.
        executor, progress: as of `termwise.run`, one unit a term; sides for a pool of processes
            are functions of a module.
        sides: by their names two or more functions of a term, with exact values; the first line of
            a function's docstring says what it is.

    Raises:
        TypeError: a side is no function, or a value is a float.
        ValueError: fewer than two sides, no terms, more than `limit`.

    >>> bool(compare("n^2 + n + 41 is prime", range(3), left=lambda n: n * n + n, right=int))
    False
    """
    for name, side in sides.items():
        if not callable(side):
            raise TypeError(f"{name} must be a function of a term, got {shown(side)}")
    if len(sides) < 2:
        raise ValueError(f"sides must be at least two functions, got {shown(list(sides))}")
    given = list(islice(terms, require_integer("limit", limit, 1) + 1))
    if len(given) > limit:
        refuse(limit, "more terms")
    if not given:
        raise ValueError("terms must be at least one, got none")
    try:
        names = [
            term.format(written(t) if isinstance(t, int | Fraction | tuple) else t) for t in given
        ]
    except (LookupError, ValueError, AttributeError):
        raise ValueError(f"term must have one {{}}, such as 'z^{{}}', got {shown(term)}") from None
    values = run(
        partial(_at, tuple(sides.values())),
        given,
        executor=executor,
        progress=progress,
        description="comparing",
    )
    meanings = tuple((name, "".join(_first_line(side))) for name, side in sides.items())
    rows = [Row(name, found) for name, found in zip(names, values, strict=True)]
    return Comparison(statement, meanings, tuple(rows))


def _at(sides: tuple[Callable[[Any], Any], ...], term: Any) -> tuple[Any, ...]:
    return tuple(side(term) for side in sides)


def _first_line(side: Callable[[Any], Any]) -> Iterator[str]:
    """Yield what a function of one's own says of itself; int and its like say too much."""
    if not isinstance(side, type | partial):
        yield from (getdoc(side) or "").splitlines()[:1]
