"""What a cylindric partition is peeled to: a partition, and labels on the boxes of its profile.

The pairs (shape, labels) are the terms of Borodin's product: a factor 1/(1 - z^{h(b)}) is the sum
over the label m_b of z^{m_b h(b)}, the factors 1/(1 - z^{nT}) give the shape.  How a cylindric
partition corresponds to a pair is in `growth`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import index
from types import MappingProxyType
from typing import Any

from cylindric.objects.partitions import Partition, partitions
from cylindric.objects.profiles import Box, Profile, require_profile
from termwise.arguments import brief, digits, require_integer, shown
from termwise.formats import Storable
from termwise.writing import exact_repr


@dataclass(frozen=True)
class Decomposition(Storable):
    """What is left of a cylindric partition after peeling, and what was written down.

    Args:
        shape: nu, the constant.
        labels: the labels of the boxes (i, j, n), 1-based; zeros are dropped.

    Raises:
        TypeError: a label is no integer, a box no triple of integers.
        ValueError: shape is no partition, or a label is negative.

    >>> Decomposition((1,), {(1, 2, 1): 3}).weight(Profile("10"))
    5
    """

    shape: Partition
    labels: Mapping[tuple[int, int, int], int]

    def __init__(self, shape: Iterable[int], labels: Mapping[tuple[int, int, int], int]) -> None:
        if not isinstance(labels, Mapping):
            raise TypeError(f"labels must be a mapping {{(i, j, n): m}}, got {shown(labels)}")
        kept: dict[Box, int] = {}
        for box, label in labels.items():
            try:
                i, j, n = map(index, box)
                m = index(label)
            except (TypeError, ValueError):
                raise TypeError(
                    f"labels must be integers at (i, j, n), got {shown(label)} at {box!r}"
                ) from None
            if min(i, j, n) < 1:
                raise ValueError(f"labels must be at i, j, n >= 1, got {brief(box)}")
            if m < 0:
                raise ValueError(f"labels must be non-negative, got {brief(m)} at {box}")
            if m:
                kept[Box(i, j, n)] = m
        object.__setattr__(self, "shape", Partition(shape))
        object.__setattr__(self, "labels", MappingProxyType(kept))

    def _parts(self) -> dict[str, Any]:
        return {"shape": tuple(self.shape), "labels": self.labels}

    def weight(self, profile: Profile) -> int:
        """Return T |nu| + sum_b m_b h(b), the weight of the cylindric partition.

        Raises:
            ValueError: a label is not on a box of the profile.
        """
        require_profile(profile)
        hooks = sum(label * profile.hook_length(box) for box, label in self.labels.items())
        return profile.period * self.shape.size + hooks

    def refined_weight(self, profile: Profile) -> tuple[int, ...]:
        """Return the exponents of Z^|nu| prod_b x_b^{m_b}: the sizes of mu^1, .., mu^T.

        >>> Decomposition((), {(1, 3, 1): 2, (2, 3, 2): 1}).refined_weight(Profile("110"))
        (3, 4, 1)
        """
        sizes = [self.shape.size] * require_profile(profile).period
        for box, label in self.labels.items():
            whole, ahead = divmod(profile.hook_length(box), profile.period)
            for k in range(profile.period):
                sizes[k] += label * whole
            for k in range(box[0], box[0] + ahead):
                sizes[(k - 1) % profile.period] += label
        return tuple(sizes)

    def __hash__(self) -> int:
        return hash((self.shape, frozenset(self.labels.items())))

    def __repr__(self) -> str:
        return f"Decomposition(shape={self.shape!r}, labels={exact_repr(self.labels)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return trusted, (self.shape, dict(self.labels))

    def _repr_latex_(self) -> str:
        labels = ", ".join(
            rf"m_{{{','.join(map(digits, box))}}} = {digits(m)}" for box, m in self.labels.items()
        )
        shape = str(self.shape).replace("∅", r"\emptyset")
        return rf"$\nu = {shape};\ {labels or 'm = 0'}$"


def trusted(shape: Partition, labels: Mapping[tuple[int, int, int], int]) -> Decomposition:
    """Make a Decomposition of positive labels, known to be valid; nothing is checked."""
    d = object.__new__(Decomposition)
    object.__setattr__(d, "shape", shape)
    object.__setattr__(d, "labels", MappingProxyType(labels))
    return d


def decompositions(
    profile: Profile, weight: int, *, open: bool = False, share: tuple[int, int] = (0, 1)
) -> Iterator[Decomposition]:
    """Yield every (shape, labels) of exactly the given weight T |nu| + sum_b m_b h(b).

    Args:
        profile: the profile.
        weight: a non-negative integer.
        open: only the boxes of the open profile, and the empty shape.
        share: (part, parts): yield one of several parts, which together are all of them.

    Raises:
        TypeError: profile is no Profile, weight no integer.
        ValueError: weight is negative.

    >>> [str(d.shape) + str(dict(d.labels)) for d in decompositions(Profile("10"), 2)]
    ['∅{(1, 2, 1): 2}', '(1){}']
    """
    return (d for _, d in numbered_decompositions(profile, weight, open=open, share=share))


def numbered_decompositions(
    profile: Profile, weight: int, *, open: bool = False, share: tuple[int, int] = (0, 1)
) -> Iterator[tuple[int, Decomposition]]:
    """Yield them with the numbers of their beginnings, which put the parts in order again.

    >>> [(at, str(d.shape)) for at, d in numbered_decompositions(Profile("10"), 2)]
    [(1, '∅'), (2, '(1)')]
    """
    require_profile(profile)
    weight = require_integer("weight", weight, 0)
    boxes = list((profile.open_boxes() if open else profile.boxes(weight)).items())

    def choices(rest: int, first: int) -> Iterator[tuple[int, tuple[Box, int], int]]:
        """Choose the next box, from the first-th on, and its label; say what is left."""
        for at in range(first, len(boxes)):
            box, hook = boxes[at]
            for label in range(1, rest // hook + 1):
                yield at + 1, (box, label), rest - label * hook

    def labelled(rest: int, first: int) -> Iterator[tuple[tuple[Box, int], ...]]:
        """Choose all labels of the boxes from the first-th on."""
        if not rest:
            yield ()
        for later, chosen, left in choices(rest, first):
            for others in labelled(left, later):
                yield (chosen, *others)

    part, parts = share
    begun = -1
    for size in range((0 if open else weight // profile.period) + 1):
        rest = weight - profile.period * size
        for shape in partitions(size):
            # What begins with no label is complete when nothing is left.
            for later, *chosen, left in [(0, 0)] if not rest else choices(rest, 0):
                begun += 1
                if begun % parts == part:
                    for others in labelled(left, later):
                        yield begun, trusted(shape, dict((*chosen, *others)))
