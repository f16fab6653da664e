"""The RSK rule on arrays: every corner of every object of a batch at once.

A batch is an array walks[k, b, i] as in `batches`.  RSK is a toggle of rows, the same both ways but
for the label,

    outer_{i+1} + inner_i = max(left_{i+1}, right_{i+1}) + min(left_i, right_i),

so that peeling all corners of a word is a handful of array operations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from cylindric.growth.few_corners import build_by_corners
from cylindric.growth.turns import Indices, label_rows, one_turn
from cylindric.objects.batches import Array
from cylindric.objects.profiles import Box, Profile

Places = slice | Array

FEW = 4  # with so many corners a step, on average, it is faster to take them one by one
FEW_OBJECTS = 32  # if there are no more objects than that


class Toggles:
    """The corners of one turn of a profile, ready to be indexed with."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        steps = one_turn(profile)
        # Rows of a label array: row_of[i, j] is the box where i meets j, and back.
        self.ups, self.downs = label_rows(profile)
        self.row_of = np.zeros((profile.period + 1,) * 2, np.intp)
        self.row_of[self.ups, self.downs] = np.arange(len(self.ups))
        self.steps: list[tuple[Places, Places, Places, slice]] = []
        first = 0
        for at, _, _ in steps:
            cells = slice(first, first + len(at))
            self.steps.append((*_places(at, profile.period), cells))
            first = cells.stop

    def peel(self, walks: Array) -> tuple[Array, list[Array]]:
        """Peel a batch down to constants.

        Args:
            walks: as in the module docstring; left as it is.

        Returns:
            The constants, shape (b, i), and for each turn the labels, shape (box, b).
        """
        walks = walks.copy()
        turns = []
        while not (walks == walks[0]).all():
            labels = np.zeros((len(self.ups), walks.shape[1]), walks.dtype)
            for at, left, right, cells in self.steps:
                highs = np.maximum(walks[left], walks[right])
                inner = np.minimum(walks[left], walks[right])
                highs -= walks[at]
                labels[cells] = -highs[..., 0]
                _add_shifted(inner, highs, -1)
                walks[at] = inner
            walks = np.roll(walks, -self.profile.rank, axis=0)
            turns.append(labels)
        return walks[0], turns

    def build(self, constants: Array, turns: Sequence[Array]) -> Array:
        """Build a batch from constants: the inverse of `peel`.

        Args:
            constants: the partitions nu, shape (b, i).
            turns: for each turn the labels, shape (box, b).

        Returns:
            The walks.
        """
        # An outer corner has at most one row more than its neighbours: keep the last row empty.
        walks = _with_room(np.repeat(constants[None], self.profile.period, axis=0))
        if len(self.ups) <= FEW * len(self.steps) and walks.shape[1] <= FEW_OBJECTS:
            return build_by_corners(self.profile, walks, turns)
        for labels in reversed(turns):
            walks = np.roll(walks, self.profile.rank, axis=0)
            for at, left, right, cells in reversed(self.steps):
                outer = np.maximum(walks[left], walks[right])
                lows = np.minimum(walks[left], walks[right])
                lows -= walks[at]
                _add_shifted(outer, lows, +1)
                outer[..., 0] += labels[cells]
                walks[at] = outer
                if outer[..., -1].any():
                    walks = _with_room(walks)
        return walks

    def turns_of(
        self, labels: Sequence[Mapping[tuple[int, int, int], int]], kind: npt.DTypeLike
    ) -> list[Array]:
        """Return the labels of a batch as arrays, turn by turn."""
        last = max((n for each in labels for _, _, n in each), default=0)
        turns = [np.zeros((len(self.ups), len(labels)), kind) for _ in range(last)]
        for b, each in enumerate(labels):
            for (i, j, n), label in each.items():
                turns[n - 1][self.row_of[i, j], b] = label
        return turns

    def labels_of(
        self, turns: Iterable[Array], number: int
    ) -> list[dict[tuple[int, int, int], int]]:
        """Return the positive labels of a batch by box, one dictionary an object."""
        labels: list[dict[tuple[int, int, int], int]] = [{} for _ in range(number)]
        for n, turn in enumerate(turns, 1):
            rows, objects = np.nonzero(turn)
            columns = (self.ups[rows], self.downs[rows], objects, turn[rows, objects])
            for i, j, b, label in zip(*(column.tolist() for column in columns), strict=True):
                labels[b][Box(i, j, n)] = label
        return labels


def _add_shifted(rows: Array, changes: Array, by: int) -> None:
    """Add to each row the changes of the row above (by = 1) or below (by = -1).

    The arrays are read as one long line, which is much faster than part by part; what would run
    over from one partition to the next is zero.
    """
    if by > 0:
        changes[..., -1] = 0
        rows.reshape(-1)[1:] += changes.reshape(-1)[:-1]
    else:
        changes[..., 0] = 0
        rows.reshape(-1)[:-1] += changes.reshape(-1)[1:]


def _with_room(walks: Array) -> Array:
    return np.concatenate([walks, np.zeros_like(walks)], axis=2)


def _places(at: Indices, period: int) -> tuple[Places, Places, Places]:
    """Return the places and their left and right neighbours, as slices where evenly spaced.

    With a slice numpy does not copy; in 1^r 0^d every step is one.
    """
    first, last = int(at[0]), int(at[-1])
    gap = int(at[1]) - first if len(at) > 1 else 1
    evenly = gap > 0 and last - first == gap * (len(at) - 1) and bool((np.diff(at) == gap).all())
    if evenly and first > 0 and last + 1 < period:
        slices = [slice(first + by, last + by + 1, gap) for by in (0, -1, 1)]
        return slices[0], slices[1], slices[2]
    return at, (at - 1) % period, (at + 1) % period
