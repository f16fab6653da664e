"""Local rules: how one cell of a growth diagram turns three corners and a label into the fourth.

        outer --- right        left, right: horizontal strips over inner, under outer
          |   m     |          label m >= 0
        left  --- inner        |outer| + |inner| = |left| + |right| + m

A *local rule* is, for every left and right, a bijection between the (inner, m) and the outer.  The
growth diagrams know nothing else: any such bijection proves Borodin's identity.  Two
are built in, RSK and BURGE; a rule of your own is a pair of pure functions:

    >>> from cylindric import check_local_rule
    >>> def forward(inner, left, right, label):
    ...     return RSK.forward(inner, right, left, label)
    >>> def backward(left, right, outer):
    ...     return RSK.backward(right, left, outer)
    >>> mirrored = LocalRule("mirrored RSK", forward, backward)
    >>> check_local_rule(mirrored).agrees
    True

A wrong rule is caught, and the first cell on which it fails is named.  This one puts the label in
the second row:

    >>> def misplaced(inner, left, right, label):
    ...     first, *rest = (*RSK.forward(inner, left, right, 0), 0)
    ...     return (first, rest[0] + label, *rest[1:]) if rest else (label,)
    >>> wrong = check_local_rule(LocalRule("misplaced", misplaced, RSK.backward), max_size=3)
    >>> wrong.agrees
    False
    >>> print(wrong.first_difference.term)
    inner=∅ left=∅ right=(1) m=1

Here one cell at a time; whole diagrams are in `diagrams`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, ClassVar

from cylindric.objects.partitions import Partition
from termwise.arguments import brief, shown
from termwise.formats import Storable

Forward = Callable[[Partition, Partition, Partition, int], Sequence[int]]
Backward = Callable[[Partition, Partition, Partition], tuple[Sequence[int], int]]


MAX_COLUMNS = 10**6
"""The longest row that the rule BURGE takes; RSK takes any."""


@dataclass(frozen=True)
class LocalRule(Storable):
    """A named local rule: two pure functions, inverse to each other, that never see a wrong cell.

    Args:
        name: how the rule is called in reports and on the command line.
        forward: (inner, left, right, label) -> outer.
        backward: (left, right, outer) -> (inner, label).

    Corners go in as Partitions and may come out as any sequence of integers, trailing zeros
    included.

    >>> RSK.forward(Partition((1,)), Partition((2,)), Partition((1, 1)), 1)
    (3, 1)
    >>> RSK.backward(Partition((2,)), Partition((1, 1)), Partition((3, 1)))
    ((1,), 1)
    """

    name: str
    forward: Forward
    backward: Backward

    EXAMPLE: ClassVar[str] = "RSK or BURGE"

    def __post_init__(self) -> None:
        if not (isinstance(self.name, str) and callable(self.forward) and callable(self.backward)):
            raise TypeError(
                f"a rule must be a name and two functions, "
                f"got {shown((self.name, self.forward, self.backward))}"
            )

    PARTS = ("name",)

    def _parts(self) -> dict[str, Any]:
        if self not in RULES.values():
            raise TypeError(f"rule must be RSK or BURGE to be written, got {self!r}")
        return {"name": self.name}

    @classmethod
    def _of_parts(cls, parts: dict[str, Any]) -> LocalRule:
        if parts["name"] not in RULES:
            raise ValueError(f"name must be one of {', '.join(RULES)}, got {shown(parts['name'])}")
        return RULES[parts["name"]]

    def __repr__(self) -> str:
        return self.name.upper() if self in (RSK, BURGE) else f"<LocalRule {self.name}>"


def _rsk_forward(
    inner: Partition, left: Partition, right: Partition, label: int
) -> tuple[int, ...]:
    """Toggle rows: outer_{i+1} + inner_i = max + min of the neighbours; the label joins row 1."""
    highs = (max(pair) for pair in zip_longest(left, right, fillvalue=0))
    lows = (min(pair) for pair in zip_longest(left, right, fillvalue=0))
    first = next(highs, 0) + label
    rows = zip_longest(highs, lows, inner, fillvalue=0)
    return _without_zeros((first, *(high + low - old for high, low, old in rows)))


def _rsk_backward(
    left: Partition, right: Partition, outer: Partition
) -> tuple[tuple[int, ...], int]:
    highs = [max(pair) for pair in zip_longest(left, right, fillvalue=0)]
    lows = [min(pair) for pair in zip_longest(left, right, fillvalue=0)]
    first, *rest = outer or (0,)
    rows = zip_longest(highs[1:], lows, rest, fillvalue=0)
    label = first - (highs[0] if highs else 0)
    return _without_zeros(high + low - new for high, low, new in rows), label


def _burge_forward(
    inner: Partition, left: Partition, right: Partition, label: int
) -> tuple[int, ...]:
    """Add a box in every column where left or right has one; carry the collisions to the right."""
    from_left, from_right = _new_columns(left, inner), _new_columns(right, inner)
    taken = from_left | from_right
    _require_columns(label)
    free = 0  # every column up to here is taken or to the left of a carry already made
    for column in sorted(from_left & from_right):
        free = max(free, column) + 1
        while free in taken:
            free += 1
        taken.add(free)
    column = 0
    for _ in range(label):
        column += 1
        while column in taken:
            column += 1
        taken.add(column)
    return _stack(inner, taken, +1)


def _burge_backward(
    left: Partition, right: Partition, outer: Partition
) -> tuple[tuple[int, ...], int]:
    from_left, from_right = _new_columns(outer, left), _new_columns(outer, right)
    taken, label = from_left | from_right, 0
    free = max(taken, default=0) + 1  # every column from here on is taken, or none is wanted
    for column in sorted(from_left & from_right, reverse=True):
        free = min(free, column) - 1
        while free in taken:
            free -= 1
        if free > 0:
            taken.add(free)
        else:
            label += 1
    return _stack(outer, taken, -1), label


RSK = LocalRule("rsk", _rsk_forward, _rsk_backward)
"""Robinson-Schensted-Knuth: toggles of rows; the largest part becomes a last passage time.

Source: [Kra06]; Gelfand-Tsetlin toggles.  Row insertion for the profile 1^r 0^d.
"""

BURGE = LocalRule("burge", _burge_forward, _burge_backward)
"""Burge's variant, by columns and carries.  Source: [Langer13], section 2.2."""

RULES = {rule.name: rule for rule in (RSK, BURGE)}


def require_rule(rule: LocalRule) -> LocalRule:
    """Return the argument if it is a LocalRule; name the built-in ones if it is not."""
    if not isinstance(rule, LocalRule):
        raise TypeError(f"rule must be a LocalRule, such as RSK or BURGE, got {shown(rule)}")
    return rule


def _new_columns(larger: Partition, smaller: Partition) -> set[int]:
    """Return the columns, from 1, of the boxes of a horizontal strip."""
    _require_columns(max(larger, default=0))
    rows = zip_longest(larger, smaller, fillvalue=0)
    return {column for high, low in rows for column in range(low + 1, high + 1)}


def _require_columns(number: int) -> None:
    if number > MAX_COLUMNS:
        raise ValueError(
            f"rule burge keeps every column: at most {MAX_COLUMNS}, got {brief(number)}"
        )


def _stack(shape: Partition, columns: set[int], step: int) -> tuple[int, ...]:
    """Add (or with step -1 take away) one box in each of the columns."""
    heights = [*Partition(shape).conjugate()]
    heights += [0] * (max(columns, default=0) - len(heights))
    for column in columns:
        heights[column - 1] += step
    return tuple(Partition(heights).conjugate())


def _without_zeros(parts: Iterable[int]) -> tuple[int, ...]:
    return tuple(part for part in parts if part)
