"""A large surface as an image: which lozenge of the unrolled cylinder is at a pixel.

Between the lines k - 1 and k the place of the column j moves straight from p_j(k - 1) to p_j(k),
p_j(k) = j - 1/2 - h_j(k) + D_k, and its lozenge is what lies less than a half above or below; these
bands do not overlap, and what is in none of them is a top.  So every pixel is decided by itself, as
exactly as the vector picture, and no lozenge is ever made.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from cylindric.drawing.unrolled import drifts
from cylindric.objects.cylindric_partitions import CylindricPartition
from termwise.arguments import brief
from termwise.price import require_bytes

Floats = npt.NDArray[np.float64]

GROUND, TOP, RISING, FALLING = range(4)
"""What is at a pixel; the ground is outside of the window."""


def kinds_at(
    c: CylindricPartition, xs: Floats, ys: Floats, depth: int, columns: int
) -> npt.NDArray[np.uint8]:
    """Return what is at the points (x, y) of a grid, x in steps and y in units.

    Args:
        c: the cylindric partition; the lines x = 0 and x = T are its seam.
        xs, ys: the coordinates, ys in increasing order.
        depth, columns: the window, so many tops and columns from the height D_x.

    Returns:
        An array with a row for every y.

    >>> from cylindric.objects.profiles import Profile
    >>> c = CylindricPartition(Profile("10"), [(2,), (1,)])
    >>> kinds_at(c, np.array([0.5, 1.5]), np.array([-0.5, 0.3, 1.3, 2.2]), 2, 3)
    array([[2, 3],
           [1, 1],
           [3, 2],
           [1, 1]], dtype=uint8)
    """
    period = c.profile.period
    require_places(c, columns)
    drift = np.array(drifts(c.profile))
    places = _places(c, columns) + drift[:, None]
    image = np.empty((len(ys), len(xs)), np.uint8)
    turns, within = np.divmod(xs, period)
    for at, (turn, x) in enumerate(zip(turns.tolist(), within.tolist(), strict=True)):
        k = int(x)
        before, after = places[k], places[k + 1]
        centres = before + (after - before) * (x - k)
        heights = ys - turn * drift[-1]
        above = np.searchsorted(centres, heights)
        low = np.minimum(np.maximum(above - 1, 0), columns - 1)
        high = np.minimum(above, columns - 1)
        nearest = np.where(
            np.abs(heights - centres[low]) < np.abs(heights - centres[high]), low, high
        )
        walls = np.where(after > before, RISING, FALLING)[nearest]
        kinds = np.where(np.abs(heights - centres[nearest]) < 0.5, walls, TOP)
        middle = drift[k] + (drift[k + 1] - drift[k]) * (x - k)
        outside = (heights < middle - depth) | (heights > middle + columns)
        image[:, at] = np.where(outside, GROUND, kinds)
    return image


def require_places(c: CylindricPartition, columns: int) -> None:
    """Refuse a picture whose columns do not fit into memory."""
    number = 8 * (c.profile.period + 1) * columns
    require_bytes(number, f"the places of {brief(columns)} columns")


def _places(c: CylindricPartition, columns: int) -> Floats:
    """Return j - 1/2 - h_j(k) for every k = 0 .. T and j = 1 .. columns."""
    first = np.arange(1, columns + 1)
    places = np.empty((c.profile.period + 1, columns))
    for k, mu in enumerate((c.partitions[-1], *c.partitions)):
        rising = np.array(mu[::-1], dtype=np.int64)
        # h_j is the number of parts that are at least j.
        places[k] = first - 0.5 - (len(mu) - np.searchsorted(rising, first))
    return places
