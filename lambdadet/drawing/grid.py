"""Where the edges of the n x n grid lie on a sheet, those that stick out cut short."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lambdadet.models.ice import SixVertexState
from lambdadet.models.loops import FullyPackedLoop

STUB = 0.7
"""How much of an edge that sticks out is drawn."""


def edges_and_ends(
    edges: SixVertexState | FullyPackedLoop,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the value of every edge, and its ends (x, y) = (j, i), rightwards or downwards."""
    values, ends = [], []
    for i, row in enumerate(edges.horizontal, 1):
        for j, value in enumerate(row):
            values.append(value)
            ends.append(((j, i), (j + 1, i)))
    for i, row in enumerate(edges.vertical):
        for j, value in enumerate(row, 1):
            values.append(value)
            ends.append(((j, i), (j, i + 1)))
    return np.array(values), np.array(ends)


def on_sheet(places: ArrayLike, n: int, room: float) -> NDArray[np.float64]:
    """Return where places (x, y) lie: edges that stick out are cut, vertex (1, 1) is at `room`."""
    return np.clip(places, 1 - STUB, n + STUB) - 1 + room
