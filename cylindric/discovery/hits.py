"""What a search or a scan has found: hits of one kind, in a tuple that nobody else holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from cylindric.discovery.found_products import SPARE
from termwise.arguments import brief, require_iterable, shown

Hit = TypeVar("Hit")


class Hits(Generic[Hit]):
    """A sequence of hits; true if there is one."""

    hits: tuple[Hit, ...]

    def __bool__(self) -> bool:
        return bool(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def _keep(self, name: str, kind: type[object]) -> None:
        """Make a field a tuple of its own.

        Raises:
            TypeError: something in it is of another kind.
        """
        found = tuple(require_iterable(name, getattr(self, name)))
        for hit in found:
            if not isinstance(hit, kind):
                raise TypeError(f"{name} must be {kind.__name__}s, got {shown(hit)}")
        object.__setattr__(self, name, found)


def longest_period(order: int) -> int:
    """Return the longest period p that N coefficients are evidence for: N - 1 >= 3p + 8.

    >>> longest_period(60)
    17
    """
    return max(0, (order - 1 - SPARE) // 3)


def products_found(number: int, order: int) -> str:
    """Return how many products were found, and of which periods.

    >>> products_found(1, 60)
    '1 product of period at most 17'
    """
    return f"{number} product{'s' * (number != 1)} of period at most {brief(longest_period(order))}"
