"""Integer partitions and interlacing.

lam/mu is a *horizontal strip*, or mu *interlaces* lam, when

    lam_1 >= mu_1 >= lam_2 >= mu_2 >= ...

that is, when lam contains mu and no two added boxes share a column.  Every object of this package
is a closed walk of such steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from operator import index
from typing import Any

from flint import fmpz

from termwise.arguments import LIMIT, brief, digits, require_integer, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.writing import exact_repr

LARGEST_SIZE = 10**10


class Partition(tuple[int, ...], Storable):
    """A partition: weakly decreasing positive integers, as a tuple.

    Args:
        parts: the parts in weakly decreasing order; trailing zeros are dropped.

    Raises:
        TypeError: a part is not an integer.
        ValueError: a part is negative, or the parts increase somewhere.

    >>> Partition((3, 1, 0)).size, Partition((3, 1)).conjugate()
    (4, Partition((2, 1, 1)))
    """

    __slots__ = ()
    PARTS = ("parts",)

    def __new__(cls, parts: Iterable[int] = ()) -> Partition:
        if isinstance(parts, Partition):
            return parts
        try:
            given = tuple(parts)
            whole = [index(part) for part in given]
        except TypeError:
            raise TypeError(f"parts must be integers, got {shown(parts)}") from None
        if any(isinstance(part, bool) for part in given):
            raise TypeError(f"parts must be integers, got {shown(given)}")
        if any(a < b for a, b in pairwise(whole)) or min(whole, default=0) < 0:
            raise ValueError(
                f"parts must be non-negative and weakly decreasing, got {brief(tuple(whole))}"
            )
        return trusted(tuple(part for part in whole if part))

    @property
    def size(self) -> int:
        """The sum of the parts."""
        return sum(self)

    def _parts(self) -> dict[str, Any]:
        return {"parts": tuple(self)}

    def conjugate(self) -> Partition:
        """Return the partition whose parts are the column lengths.

        >>> Partition((4, 2, 1)).conjugate()
        Partition((3, 2, 1, 1))
        """
        width = self[0] if self else 0
        if width > LIMIT:
            raise ValueError(
                f"shape must have at most {LIMIT} columns to be conjugated, got {brief(width)}"
            )
        columns = [0] * width
        for part in self:
            columns[part - 1] += 1
        for j in range(len(columns) - 2, -1, -1):
            columns[j] += columns[j + 1]
        return trusted(tuple(columns))

    def interlaces(self, larger: Iterable[int]) -> bool:
        """Return whether larger/self is a horizontal strip.

        >>> Partition((2, 1)).interlaces((4, 2)), Partition((2, 1)).interlaces((4, 3))
        (True, False)
        """
        if not isinstance(larger, Partition):
            larger = Partition(larger)
        n = len(self)
        return (
            n <= len(larger) <= n + 1
            and all(map(int.__ge__, larger, self))
            and all(map(int.__ge__, self, larger[1:]))
        )

    def __repr__(self) -> str:
        return f"Partition({exact_repr(tuple(self))})"

    def __str__(self) -> str:
        return f"({','.join(map(digits, self))})" if self else "∅"

    def _repr_latex_(self) -> str:
        return f"${str(self) if self else chr(92) + 'emptyset'}$"


def trusted(parts: tuple[int, ...]) -> Partition:
    """Make a Partition of parts known to be valid and without zeros; nothing is checked."""
    return tuple.__new__(Partition, parts)


@door
def partitions(size: int) -> Iterator[Partition]:
    """Yield the partitions of an integer, in decreasing lexicographic order.

    Args:
        size: a non-negative integer.

    Raises:
        ValueError: size is negative.

    >>> [str(p) for p in partitions(4)]
    ['(4)', '(3,1)', '(2,2)', '(2,1,1)', '(1,1,1,1)']
    """
    size = require_integer("size", size, 0)

    def smaller(rest: int, largest: int) -> Iterator[tuple[int, ...]]:
        if not rest:
            yield ()
        for part in range(min(rest, largest), 0, -1):
            for tail in smaller(rest - part, part):
                yield (part, *tail)

    return map(trusted, smaller(size, size))


def number_of_partitions(size: int) -> int:
    """Return the number of partitions of an integer, without listing them.

    >>> number_of_partitions(100)
    190569292
    """
    if require_integer("size", size, 0) > LARGEST_SIZE:  # FLINT would end the process
        raise ValueError(f"size must be at most {LARGEST_SIZE} to be counted, got {shown(size)}")
    return int(fmpz(size).partitions_p())


def interlacing_below(shape: Partition) -> Iterator[Partition]:
    """Yield every partition that interlaces the given one: shape/result is a horizontal strip.

    >>> [str(p) for p in interlacing_below(Partition((2, 1)))]
    ['(1)', '(1,1)', '(2)', '(2,1)']
    """
    for parts in product(*(range(low, high + 1) for high, low in pairwise((*shape, 0)))):
        # Row i is at least part i + 1 of the shape, so only the last row can be empty.
        yield trusted(parts if not parts or parts[-1] else parts[:-1])


def interlacing_above(shape: Partition, size: int) -> Iterator[Partition]:
    """Yield every partition of the given size that the given partition interlaces.

    >>> [str(p) for p in interlacing_above(Partition((2, 1)), 5)]
    ['(4,1)', '(3,1,1)', '(3,2)', '(2,2,1)']
    """
    largest = shape[0] if shape else 0
    for left, tail in _lower_rows(shape, size - sum(shape)):
        yield trusted((largest + left, *tail) if largest + left else ())


def interlacing_up_to(shape: Partition, size: int) -> Iterator[Partition]:
    """Yield every partition of at most the given size that the given partition interlaces.

    >>> [str(p) for p in interlacing_up_to(Partition((2, 1)), 4)]
    ['(2,1)', '(3,1)', '(2,1,1)', '(2,2)']
    """
    largest = shape[0] if shape else 0
    for left, tail in _lower_rows(shape, size - sum(shape)):
        for first in range(largest, largest + left + 1):
            yield trusted((first, *tail) if first else ())


def _lower_rows(shape: Partition, spare: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Choose all rows but the first; yield what is left for the first, and the rows."""
    if spare < 0:
        return
    lows = (*shape[1:], 0)

    def rows(i: int, spare: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        if i == len(shape):
            yield spare, ()
            return
        for part in range(lows[i], min(shape[i], lows[i] + spare) + 1):
            for left, tail in rows(i + 1, spare - part + lows[i]):
                yield left, ((part, *tail) if part else tail)

    yield from rows(0, spare)
