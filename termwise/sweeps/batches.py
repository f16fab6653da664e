"""Units are cut into batches of about half a second, whatever a unit takes."""

from __future__ import annotations

from collections.abc import Sequence

TARGET = 0.5
"""Seconds that a batch should take: little beside them is sent, and little is lost with one."""

LARGEST = 2000
"""Units in a batch, at most."""


class Batches:
    """Cut keys into batches, larger or smaller as the last ones took less or more than they should.

    >>> batches = Batches(list("abcdefg"))
    >>> batches.next()
    ['a']
    >>> batches.took(1, 0.1)
    >>> batches.next(), batches.next(), batches.next()
    (['b', 'c'], ['d', 'e'], ['f', 'g'])
    >>> batches.next()
    []
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys, self._start, self._size = keys, 0, 1

    def next(self) -> list[str]:
        """Return the keys of the next batch, none at the end."""
        batch = list(self._keys[self._start : self._start + self._size])
        self._start += len(batch)
        return batch

    def took(self, units: int, seconds: float) -> None:
        """Take note of what a batch took; one batch at most doubles the size of the next."""
        fits = int(TARGET * units / max(seconds, 1e-9))
        self._size = max(1, min(fits, 2 * self._size, LARGEST))
