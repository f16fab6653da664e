"""The order in which a growth diagram on the cylinder is peeled: one turn, in parallel steps.

A corner of a word is a place k with pi_k = 1, pi_{k+1} = 0; peeling it exchanges the two letters.
In one *turn* every up step i passes every down step j once, in the box (i, j, n) of the n-th turn.
Each up step has then moved rank places ahead and each down step level places back, which is rank
places ahead again: the word is back, turned by rank places, and the next turn is the same.

A box can be peeled after the two next to it towards the boundary, whose hooks are shorter.  So the
boxes of one hook length can be peeled at once; they are corners of one word, hence not neighbours.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cylindric.objects.profiles import Profile

Indices = npt.NDArray[np.intp]


class Corners(NamedTuple):
    """Corners peeled at once: at the places k, 0 <= k < T, up steps i meet down steps j."""

    k: Indices
    i: Indices
    j: Indices


def one_turn(profile: Profile) -> list[Corners]:
    """Return the steps of the first turn, one a hook length.

    In the n-th turn the same happens (n - 1) * rank places further on.

    >>> for k, i, j in one_turn(Profile("1100")):
    ...     print(k, i, j)
    [2] [2] [3]
    [1 3] [1 2] [3 4]
    [2] [1] [4]
    """
    if not (profile.rank and profile.level):
        return []
    letters = np.array([int(letter) for letter in profile.word])
    downs_so_far = np.concatenate([[0], np.cumsum(1 - letters)])
    i, j = (grid.ravel() for grid in np.meshgrid(profile.ups, profile.downs, indexing="ij"))
    hooks = (j - i) % profile.period
    # An up step moves one place ahead for every down step that it passes before j.
    passed = (downs_so_far[j - 1] - downs_so_far[i]) % profile.rank
    k = (i + passed) % profile.period
    # Sorting small integers stably is linear in their number.
    order = np.argsort(hooks.astype(np.min_scalar_type(profile.period)), kind="stable")
    ends = np.flatnonzero(np.diff(hooks[order])) + 1
    return [Corners(k[step], i[step], j[step]) for step in np.split(order, ends)]


def label_rows(profile: Profile) -> tuple[Indices, Indices]:
    """Return the up step i and the down step j of every row of a label array.

    The rows are the boxes of one turn in the order of `one_turn`: by hook length.

    >>> label_rows(Profile("1100"))
    (array([2, 1, 2, 1]), array([3, 3, 4, 4]))
    """
    steps = one_turn(profile)
    none = np.empty(0, np.intp)
    return (
        np.concatenate([none, *(step.i for step in steps)]),
        np.concatenate([none, *(step.j for step in steps)]),
    )
