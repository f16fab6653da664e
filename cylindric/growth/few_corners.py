"""Building a batch corner by corner, for profiles of few corners and many turns.

With one or two corners a step most of the time goes into preparing array operations.  Here every
place k has its rows in one line of memory for all turns, and what the operations work on is cut out
once: a corner is four operations in place,

    low = min(left, right) - inner,     outer = max(left, right) + (low, one row down).

Instead of turning the word, turn n begins rank places further on.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cylindric.growth.turns import one_turn
from cylindric.objects.batches import Array
from cylindric.objects.profiles import Profile

Corner = tuple[Array, Array, Array, Array, Array, int]


def build_by_corners(profile: Profile, walks: Array, turns: Sequence[Array]) -> Array:
    """Build a batch from constants by the RSK rule.

    Args:
        profile: the profile.
        walks: constants, the same at every place; the last row is zero.
        turns: for each turn the labels, shape (box, b).

    Returns:
        The walks, perhaps with more rows.

    >>> label = [np.array([[2]])]
    >>> walks = build_by_corners(Profile("10"), np.zeros((2, 1, 2), int), label)
    >>> walks[:, 0, 0].tolist()
    [0, 2]
    """
    period, rank = profile.period, profile.rank
    minimum, maximum, subtract, add = np.minimum, np.maximum, np.subtract, np.add
    lines = _Lines(profile, walks)
    some = np.any(np.stack(turns), axis=2).tolist() if turns else []
    for n in range(len(turns), 0, -1):
        if lines.spare < period:
            lines.see_to_room()
        labels, occupied = turns[n - 1], some[n - 1]
        low, shifted = lines.low, lines.low[:-1]
        for left, right, at, below, first, cell in lines.corners[(n - 1) * rank % period]:
            minimum(left, right, out=low)
            subtract(low, at, low)
            maximum(left, right, out=at)
            add(below, shifted, below)
            if occupied[cell]:
                first += labels[cell]
        lines.spare -= period
    return lines.walks


class _Lines:
    """The places of a batch, each in one line of memory, and all corners that a turn can have."""

    def __init__(self, profile: Profile, walks: Array) -> None:
        self.profile, self.walks = profile, walks
        self._make_room()

    def see_to_room(self) -> None:
        """Count the rows that are not used, and make more of them if there are too few."""
        # The last row stays zero; a step adds at most one.
        self.spare = self.walks.shape[2] - _used(self.walks) - 1
        if self.spare < 2 * self.profile.period:
            self._make_room()

    def _make_room(self) -> None:
        walks, period = self.walks, self.profile.period
        used = _used(walks)
        self.spare = used // 4 + 8 * period
        self.walks = np.zeros((*walks.shape[:2], used + self.spare + 1), walks.dtype)
        self.walks[..., :used] = walks[..., :used]
        self.low = np.empty(self.walks[0].size, walks.dtype)
        steps = [step.k.tolist() for step in one_turn(self.profile)]
        self.corners = [self._corners(steps, by) for by in range(period)]

    def _corners(self, steps: list[list[int]], by: int) -> list[Corner]:
        """Return the corners of a turn, last step first, all places moved ahead."""
        period = self.profile.period
        lines = self.walks.reshape(period, -1)
        found: list[Corner] = []
        cell = 0
        for step in steps:
            for place in step:
                k = (place + by) % period
                left, right = lines[k - 1], lines[(k + 1) % period]
                found.append((left, right, lines[k], lines[k, 1:], self.walks[k, :, 0], cell))
                cell += 1
        return found[::-1]


def _used(walks: Array) -> int:
    return int(walks.any(axis=(0, 1)).sum())
