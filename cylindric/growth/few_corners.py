"""Building a batch corner by corner, for profiles of few corners and many turns.

With one or two corners a step most of the time goes into preparing array operations.  Here every
place k has its rows in one line of memory for all turns, and what the operations work on is cut out
once: a corner is four operations in place,

    low = min(left, right) - inner,     outer = max(left, right) + (low, one row down).

An operation on two lines takes hardly longer than on one, if the two lie side by side.  So they are
in the order 0, s, 2s, .., the first once more at the end, and two corners that do not see each
other, at k and k + s, are one: their left neighbours lie side by side, and so do the right ones.

Instead of turning the word, turn n begins rank places further on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import gcd
from typing import NamedTuple

import numpy as np

from cylindric.growth.turns import one_turn
from cylindric.objects.batches import Array
from cylindric.objects.profiles import Profile

AHEAD = 8  # so far a corner may be moved forward to be one with another

Corner = tuple[int, int]
"""A place in the first turn, and the row of its label."""


class _Move(NamedTuple):
    """What one or two corners work on, cut out of the lines."""

    left: Array
    right: Array
    at: Array
    below: Array
    low: Array
    shifted: Array
    firsts: tuple[tuple[Array, int], ...]
    copies: tuple[tuple[Array, Array], ...]


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
        quiet = True not in occupied
        for left, right, at, below, low, shifted, firsts, copies in lines.moves((n - 1) * rank):
            minimum(left, right, out=low)
            subtract(low, at, low)
            maximum(left, right, out=at)
            add(below, shifted, below)
            if not quiet:
                for first, cell in firsts:
                    if occupied[cell]:
                        first += labels[cell]
            for target, source in copies:
                target[:] = source
        lines.spare -= period
    return lines.memory[lines.homes]


class _Lines:
    """The places of a batch, each in one line of memory, and what each turn works on."""

    memory: Array

    def __init__(self, profile: Profile, walks: Array) -> None:
        self.profile = profile
        corners = _corners(profile)
        self.step = _usual_step(corners, profile.period)
        self.groups = _grouped(corners, profile.period, self.step)
        self.order = _order(profile.period, self.step)
        # Where a place is first; if it is there once more, its twin.
        self.homes = [self.order.index(k) for k in range(profile.period)]
        self.twins = {k: at for at, k in enumerate(self.order) if self.homes[k] != at}
        self._make_room(walks[self.order])

    def see_to_room(self) -> None:
        """Count the rows that are not used, and make more of them if there are too few."""
        # The last row stays zero; a step adds at most one.
        self.spare = self.memory.shape[2] - _used(self.memory) - 1
        if self.spare < 2 * self.profile.period:
            self._make_room(self.memory)

    def _make_room(self, memory: Array) -> None:
        used = _used(memory)
        self.spare = used // 8 + 10 * self.profile.period
        self.memory = np.zeros((*memory.shape[:2], used + self.spare + 1), memory.dtype)
        self.memory[..., :used] = memory[..., :used]
        self.low = np.empty(2 * self.memory[0].size, memory.dtype)
        self.cut: dict[int, list[_Move]] = {}

    def moves(self, by: int) -> list[_Move]:
        """Return what a turn works on, all places moved ahead."""
        by %= self.profile.period
        if by not in self.cut:
            self.cut[by] = [self._move(group, by) for group in self.groups]
        return self.cut[by]

    def _move(self, group: tuple[Corner, ...], by: int) -> _Move:
        period, places = self.profile.period, [k + by for k, _ in group]
        left, right, at = (
            self._lines([(k + side) % period for k in places]) for side in (-1, 1, 0)
        )
        size = self.memory[0].size
        lines, low = self.memory.reshape(-1), self.low[: len(group) * size]
        here = lines[at * size : (at + len(group)) * size]
        copies = []
        for n in range(len(group)):
            twin = self.twins.get(self.order[at + n])
            if twin is not None:
                home = self.homes[self.order[at + n]]
                other = home if at + n == twin else twin
                copies.append((self.memory[other].reshape(-1), self.memory[at + n].reshape(-1)))
        return _Move(
            lines[left * size : (left + len(group)) * size],
            lines[right * size : (right + len(group)) * size],
            here,
            here[1:],
            low,
            low[:-1],
            tuple((self.memory[at + n, :, 0], cell) for n, (_, cell) in enumerate(group)),
            tuple(copies),
        )

    def _lines(self, places: list[int]) -> int:
        """Return where the lines of one place, or of k and k + step, begin."""
        first = self.homes[places[0]]
        if len(places) == 1 or self.order[first + 1 : first + 2] == places[1:]:
            return first
        return self.twins[places[1]] - 1


def _corners(profile: Profile) -> list[Corner]:
    """Return the corners of a turn, last step first."""
    places = [k for step in one_turn(profile) for k in step.k.tolist()]
    return [(k, cell) for cell, k in enumerate(places)][::-1]


def _usual_step(corners: list[Corner], period: int) -> int:
    """Return the most usual distance of corners that follow one another; 0 if they all see others.

    >>> _usual_step([(1, 5), (3, 4), (2, 3), (4, 2)], 5)
    2
    """
    distances = Counter((after - k) % period for (k, _), (after, _) in pairwise(corners))
    steps: Counter[int] = Counter()
    for distance, number in distances.items():
        if 1 < distance < period - 1:
            steps[min(distance, period - distance)] += number
    return steps.most_common(1)[0][0] if steps else 0


def _grouped(corners: list[Corner], period: int, step: int) -> list[tuple[Corner, ...]]:
    """Return the corners one by one, or two of distance `step` together where nothing forbids it.

    >>> _grouped([(1, 5), (3, 4), (2, 3), (4, 2), (2, 1)], 5, 2)
    [((1, 5), (3, 4)), ((2, 3), (4, 2)), ((2, 1),)]
    """
    waiting, groups = list(corners), []
    while waiting:
        k, cell = waiting.pop(0)
        group: tuple[Corner, ...] = ((k, cell),)
        seen = {k}
        for at, (other, label) in enumerate(waiting[:AHEAD] if step else []):
            free = not seen & {other % period, (other - 1) % period, (other + 1) % period}
            if free and (other - k) % period == step:
                group = (*group, waiting.pop(at))
                break
            if free and (k - other) % period == step:
                group = ((other, label), *group)
                waiting.pop(at)
                break
            seen.add(other)
        groups.append(group)
    return groups


def _order(period: int, step: int) -> list[int]:
    """Return the places in the order of their lines; each circle ends where it began.

    >>> _order(5, 2), _order(4, 2), _order(3, 0)
    ([0, 2, 4, 1, 3, 0], [0, 2, 0, 1, 3, 1], [0, 1, 2])
    """
    if not step:
        return list(range(period))
    circles = gcd(period, step)
    return [
        (first + n * step) % period
        for first in range(circles)
        for n in range(period // circles + 1)
    ]


def _used(walks: Array) -> int:
    return int(walks.any(axis=(0, 1)).sum())
