"""Lines that FindStat reads: an object, an arrow, the value of a statistic.

Objects are written as FindStat writes them: partitions as lists; alternating sign matrices,
tableaux and plane partitions as lists of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from termwise.arguments import LIMIT, digits, refuse, require_integer, shown
from termwise.doors import door
from termwise.formats import Storable


@door
def findstat_lines(
    objects: Iterable[Any], statistic: Callable[[Any], int], *, limit: int = LIMIT
) -> str:
    """Return a line "object => value" for every object.

    Args:
        objects: partitions, alternating sign matrices, tableaux (tuples of rows), or cylindric
            partitions that are plane partitions.
        statistic: a function of an object, with integers as values.
        limit: the largest number of objects.

    Raises:
        TypeError: an object that FindStat has no form for, or a value that is no integer.
        ValueError: no objects, or more than `limit`.

    >>> print(findstat_lines([((1, 2), (3,)), ((1, 2, 3),)], len))
    [[1,2],[3]] => 2
    [[1,2,3]] => 1
    """
    given = list(islice(objects, require_integer("limit", limit, 1) + 1))
    if len(given) > limit:
        refuse(limit, "more objects")
    if not given:
        raise ValueError("objects must be at least one, got none")
    return "\n".join(
        f"{form(x)} => {digits(require_integer('value', statistic(x)))}" for x in given
    )


def form(value: Any) -> str:
    """Return an object as FindStat writes it.

    >>> form((3, 1))
    '[3,1]'
    """
    if hasattr(value, "plane_partition"):
        value = value.plane_partition()
    elif isinstance(value, Storable) and len(parts := value._parts()) == 1:
        (value,) = parts.values()
    try:
        return _row(value)
    except TypeError:
        pass
    try:
        return f"[{','.join(map(_row, value))}]"
    except TypeError:
        raise TypeError(
            f"objects must be lists of integers, or of rows of integers, got {shown(value)}"
        ) from None


def _row(value: Any) -> str:
    if not isinstance(value, tuple | list):
        raise TypeError
    return f"[{','.join(digits(require_integer('entry', entry)) for entry in value)}]"
