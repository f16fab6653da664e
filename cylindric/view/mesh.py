"""The surface of unit cubes as a mesh round the cylinder.

Every point of the lattice that the window of `drawing.surface` shows is a corner of lozenges: line
k has the heights s + D_k, s = -N .. J.  A lozenge is a face of a unit cube seen along the diagonal;
in the unit 1/sqrt(2) of lozenges with sides of length 1 on the page, the depth of the surface grows

    along a line    by 1 up a wall, by -2 across a top
    along a step    by 1 where the edge falls, by -1 where it rises

and on the floor it is -2 (s + D_k).  Sheared like the heights, so that the seam closes, it becomes
relief: line k at the angle 2 pi k / T, the height s + D_k - (k/T) D_T, and the radius of
`draw_cylinder` plus the depth less its mean round the cylinder at that height.  The relief is made
flatter where it would be deep against the radius.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cylindric.drawing.cylinder import radius_for
from cylindric.drawing.surface import window
from cylindric.drawing.unrolled import drifts
from cylindric.objects.cylindric_partitions import CylindricPartition

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[Any]

RELIEF = 0.4
"""The deepest relief, as a part of the radius."""


class Mesh(NamedTuple):
    """A surface: points of the lattice, and lozenges between them.

    Attributes:
        positions: an array (T, N + J + 1, 3); point s + N of line k, the axis of the cylinder being
            the second coordinate, the seam at the angle 0, where the third is positive.
        lozenges: by kind, an array (number, 4) of points, counted through positions; from the left
            end and round below first, as seen from outside.
        radius: of the cylinder without relief.
    """

    positions: Floats
    lozenges: dict[str, Integers]
    radius: float


def surface_mesh(c: CylindricPartition) -> Mesh:
    """Return the surface of a cylindric partition round the cylinder.

    >>> from cylindric.objects.profiles import Profile
    >>> mesh = surface_mesh(CylindricPartition(Profile("10"), [(2,), (1,)]))
    >>> mesh.positions.shape, {kind: len(each) for kind, each in mesh.lozenges.items()}
    ((2, 6, 3), {'top': 4, 'rising': 3, 'falling': 3})
    """
    period = c.profile.period
    tops = tops_on_lines(c)
    depths, heights = _depths(tops, c)
    radius = radius_for(period, float(np.ptp(heights)))
    relief = _relief(depths, heights)
    deepest = float(np.abs(relief).max())
    r = radius + relief * min(1.0, RELIEF * radius / deepest if deepest else 1.0)
    angles = (2 * np.pi * np.arange(period) / period)[:, None]
    positions = np.stack([r * np.sin(angles), heights, r * np.cos(angles)], axis=-1)
    return Mesh(positions, _lozenges(tops, c.profile.word), radius)


def tops_on_lines(c: CylindricPartition) -> npt.NDArray[np.bool_]:
    """Return whether a top, or else a wall, is between the points a and a + 1 of line k.

    >>> from cylindric.objects.profiles import Profile
    >>> tops_on_lines(CylindricPartition(Profile("10"), [(2,), (1,)])).astype(int)
    array([[1, 0, 1, 0, 0],
           [1, 0, 0, 1, 0]])
    """
    depth, columns = window(c)
    tops = np.zeros((c.profile.period, depth + columns), np.bool_)
    places = np.arange(depth)[::-1]
    for k, mu in enumerate((c.partitions[-1], *c.partitions[:-1])):
        parts = np.zeros(depth, np.int64)
        parts[: len(mu)] = mu
        tops[k, places + parts] = True
    return tops


def _depths(tops: npt.NDArray[np.bool_], c: CylindricPartition) -> tuple[Floats, Floats]:
    """Return the depth and the height of every point, sheared so that the seam closes."""
    depth, _ = window(c)
    period, drift = c.profile.period, np.array(drifts(c.profile))
    lifts = (drift - drift[-1] * np.arange(period + 1) / period)[:-1, None]
    heights = lifts + np.arange(-depth, tops.shape[1] - depth + 1)
    steps = np.where(tops, -2.0, 1.0)
    depths = np.concatenate([-2 * heights[:, :1], steps], axis=1).cumsum(axis=1)
    return depths, heights


def _relief(depths: Floats, heights: Floats) -> Floats:
    """Return the depths less their means round the cylinder, in units of the page.

    Lines that end before a height go on as floor below and as wall above.
    """
    low, high = heights.min() - 1, heights.max() + 1
    levels = np.linspace(low, high, 2 * heights.shape[1] + 3)
    total = np.zeros(len(levels))
    for line, depth in zip(heights, depths, strict=True):
        floor, wall = depth[0] + 2 * (line[0] - low), depth[-1] + high - line[-1]
        total += np.interp(levels, np.r_[low, line, high], np.r_[floor, depth, wall])
    means: Floats = np.interp(heights, levels, total / len(heights))
    return (depths - means) / 2**0.5


def _lozenges(tops: npt.NDArray[np.bool_], word: str) -> dict[str, Integers]:
    period, points = len(tops), tops.shape[1] + 1
    letters = np.array([int(letter) for letter in word])

    def point(k: Any, a: Any) -> Integers:
        return np.asarray(k % period * points + a, np.uint32)

    k, a = np.nonzero(tops)
    before, after = letters[k - 1], letters[k]
    corners = [point(k - 1, a + before), point(k, a), point(k + 1, a + 1 - after), point(k, a + 1)]
    walls = np.nonzero(~tops)[1].reshape(period, -1)  # column j of c is one on every line
    start, end = walls.ravel(), np.roll(walls, -1, axis=0).ravel()
    k = np.repeat(np.arange(period), walls.shape[1])
    sides = [point(k, start), point(k + 1, end), point(k + 1, end + 1), point(k, start + 1)]
    rising = end - start + letters[k] > 0
    faces = np.stack(sides, axis=1)
    return {"top": np.stack(corners, axis=1), "rising": faces[rising], "falling": faces[~rising]}
