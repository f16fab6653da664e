"""One term of a check, with its value on every side; the value of a term that a side lacks."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from numbers import Complex, Rational
from typing import Any

from termwise.arguments import brief, shown
from termwise.formats import Storable, storable_or_text
from termwise.writing import field_repr


class _Missing(Storable):
    """The value of a term that a side does not have; it equals nothing but itself."""

    def __repr__(self) -> str:
        return "missing"

    def __reduce__(self) -> str:
        return "MISSING"

    @classmethod
    def _of_parts(cls, parts: dict[str, Any]) -> Any:
        return MISSING


MISSING = _Missing()


def inexact(value: Any) -> Any:
    """Return a float, complex or decimal number that is the value or stands in it, or None.

    >>> inexact(0.5), inexact([1, {2: 0.25}]), inexact((1, "0.5"))
    (0.5, 0.25, None)
    """
    if isinstance(value, Complex | Decimal) and not isinstance(value, Rational):
        return value
    parts: Iterable[Any] = value if type(value) in (tuple, list, set, frozenset) else ()
    if isinstance(value, Mapping):
        parts = (part for item in value.items() for part in item)
    return next((bad for part in parts if (bad := inexact(part)) is not None), None)


@dataclass(frozen=True)
class Row(Storable):
    """One term with its value on every side; unpacks as `term, left, right`.

    `left` is the value of the first side, the reference.  `right` is the first value that differs
    from it, or the common value when none does; with two sides it is simply the other side.

    Args:
        term: what the values belong to, as one writes it ("z^3").
        values: one exact value a side, at least two.

    Raises:
        TypeError: a value is a float or complex: a check is exact.
        ValueError: fewer than two values.

    >>> term, left, right = Row("z^3", (3, 3, 4))
    >>> (term, left, right)
    ('z^3', 3, 4)
    """

    term: Hashable
    values: tuple[Any, ...]

    __repr__ = field_repr

    def __post_init__(self) -> None:
        values: Any = self.values
        if isinstance(values, str) or not isinstance(values, Iterable):
            raise TypeError(f"values must be a tuple, got {shown(values)}")
        object.__setattr__(self, "values", tuple(values))
        if len(self.values) < 2:
            raise ValueError(f"values must hold at least two sides, got {shown(self.values)}")
        for value in self.values:
            if (bad := inexact(value)) is not None:
                raise TypeError(
                    f"values must be exact, got the float {brief(bad)} at {brief(self.term)}"
                )

    @property
    def left(self) -> Any:
        """The value of the reference side."""
        return self.values[0]

    @property
    def right(self) -> Any:
        """The first value that differs from `left`, or the last value if none does."""
        return next((v for v in self.values[1:] if v != self.left), self.values[-1])

    @property
    def agrees(self) -> bool:
        """Whether every side has the same value."""
        return bool(self.left == self.right)

    def _parts(self) -> dict[str, Any]:
        """Keep a value of a foreign type as its text, equal values as one, others apart."""
        first = storable_or_text(self.left)
        kept = [first]
        for value in self.values[1:]:
            text = storable_or_text(value)
            if value == self.left:
                text = first
            elif text == first:  # different, but they print alike
                text = f"{text} ({type(value).__name__})"
            kept.append(text)
        return {"term": storable_or_text(self.term), "values": kept}

    def _derived(self) -> dict[str, Any]:
        return {"agrees": self.agrees}

    def __iter__(self) -> Iterator[Any]:
        return iter((self.term, self.left, self.right))
