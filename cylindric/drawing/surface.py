"""A cylindric partition as a surface of unit cubes: a lozenge tiling of the unrolled cylinder.

On the line k, part i of mu^k is the top of a pile, a lozenge with its centre at the height

    mu^k_i - i + 1/2 + D_k,     D_k = (number of 1s - number of 0s among pi_1 .. pi_k) / 2.

That mu^{k-1} and mu^k interlace says that the tops on neighbouring lines alternate.  The places
between the tops belong to the columns j of c, at heights j - 1/2 - h_j(k) + D_k; from line to line
such a place moves by a half, up or down, which gives the two other kinds of lozenges.

         /\\                     /|        |\\
        /  \\   a top,          / |        | \\
        \\  /   both sides     |  |        |  |   falling, where h_j(k) - h_j(k-1) = pi_k,
         \\/    of line k      | /          \\ |   or rising, between the lines k - 1 and k
                              |/            \\|

With N tops on a line and J columns, N and J large enough, a period has N T tops, J (number of 0s)
falling lozenges and J (number of 1s) rising ones, whatever c is.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cylindric.drawing.raster import kinds_at, require_places
from cylindric.drawing.unrolled import (
    FOOT,
    MARGIN,
    draw_seam,
    drifts,
    fade_repetition,
    label_steps,
    name_of,
    steps_beyond,
)
from cylindric.objects.cylindric_partitions import CylindricPartition, require_cylindric_partition
from termwise.doors import door
from termwise.pictures import COLOURS, Canvas, Picture, blend, themed

Floats = npt.NDArray[np.float64]

MAX_LOZENGES = 20_000  # more would be smaller than a hair, in a file of megabytes: an image

PIXELS = 1600
"""The longer side of an image, unless the surface has more lozenges to a side."""

MOST_PIXELS = 4000
"""The longest side of an image; beyond, some lozenges are between the pixels."""

KINDS = {"top": COLOURS[0], "rising": COLOURS[1], "falling": COLOURS[4]}


class Tiling(NamedTuple):
    """One period of lozenges, each kind an array (number, 4, 2) of corners (line, height).

    A corner list begins at the left end and goes round below first.

    Attributes:
        lozenges: by kind: top, rising, falling.
        labels: the part mu^k_i that each top stands for.
        depth, columns: N and J.
    """

    lozenges: dict[str, Floats]
    labels: list[int]
    depth: int
    columns: int


@themed
@door
def draw_surface(c: CylindricPartition, *, theme: str = "light") -> Picture:
    """Draw a cylindric partition as piles of cubes on the unrolled cylinder.

    The seam k = 0 ~ T is dashed; beyond it the picture repeats, paler, half a unit higher for every
    1 and lower for every 0 of the period.  A surface of more than 20 000 lozenges is an image in
    the same colours, every pixel of which is decided by itself; the rest stays vectors.

    Args:
        c: the cylindric partition.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: c is no CylindricPartition.
        ValueError: an unknown theme, or a surface that does not fit into memory.

    Source: tilings and interlacing particles as in [BBBCCV]; module docstring.

    >>> from cylindric.objects.profiles import Profile
    >>> draw_surface(CylindricPartition(Profile("10"), [(2,), (1,)]))
    <Picture: surface of (1) ≺ (2) ≻ (1), 10 lozenges>
    """
    require_cylindric_partition(c)
    number = number_of_lozenges(c)
    depth, columns = window(c)
    if number > MAX_LOZENGES:
        require_places(c, columns)
    profile, period = c.profile, c.profile.period
    drift = drifts(profile)
    beyond = steps_beyond(profile, 0.6 * number / period)
    slope = abs(drift[-1]) * beyond / period
    low, high = min(drift) - depth - slope, max(drift) + columns + slope
    across = (period + 2 * beyond) * 3**0.5 / 2
    unit = min(1.0, 13.5 / across, 13.5 / (high - low))
    step = unit * 3**0.5 / 2
    canvas = Canvas.showing(
        -beyond * step - MARGIN,
        (period + beyond) * step + MARGIN,
        low * unit - FOOT - MARGIN / 2,
        high * unit + MARGIN,
        theme=theme,
    )
    if number <= MAX_LOZENGES:
        tiling = tile(c)
        _draw_lozenges(canvas, tiling, (step, unit), beyond, (period, drift[-1]))
        if unit >= 0.75:
            _write_parts(canvas, tiling, (step, unit), period)
    else:
        _draw_pixels(canvas, c, (step, unit), beyond, (low, high))
    fade_repetition(canvas, 0, period * step)
    for x, d in ((0, 0.0), (period * step, drift[-1])):
        ends = (d - depth - 0.2) * unit, (d + columns + 0.2) * unit
        draw_seam(canvas, (x, ends[0]), (x, ends[1]))
    label_steps(canvas, profile, step, low * unit)
    pixels = "" if number <= MAX_LOZENGES else ", as an image"
    return canvas.picture(f"surface of {name_of(c)}, {number} lozenges{pixels}")


def number_of_lozenges(c: CylindricPartition) -> int:
    """Return how many lozenges a period of the picture of c has.

    >>> from cylindric.objects.profiles import Profile
    >>> number_of_lozenges(CylindricPartition(Profile("10"), [(2,), (1,)]))
    10
    """
    depth, columns = window(c)
    return (depth + columns) * c.profile.period


def tile(c: CylindricPartition) -> Tiling:
    """Return the lozenges of one period, as the module docstring places them.

    >>> from cylindric.objects.profiles import Profile
    >>> tiling = tile(CylindricPartition(Profile("10"), [(2,), (1,)]))
    >>> {kind: len(corners) for kind, corners in tiling.lozenges.items()}
    {'top': 4, 'rising': 3, 'falling': 3}
    """
    profile, period = c.profile, c.profile.period
    drift = drifts(profile)
    depth, columns = window(c)
    tops, labels = [], []
    for k, mu in enumerate(c.partitions, 1):
        for i in range(1, depth + 1):
            part = mu[i - 1] if i <= len(mu) else 0
            y = part - i + 0.5 + drift[k]
            tops.append([(k - 1, y), (k, y - 0.5), (k + 1, y), (k, y + 0.5)])
            labels.append(part)
    paths = [*c.paths(), *[(0,) * (period + 1)] * (columns - c.largest_part)]
    walls: dict[str, list[list[tuple[float, float]]]] = {"rising": [], "falling": []}
    for j, path in enumerate(paths, 1):
        heights = [j - 0.5 - h + d for h, d in zip(path, drift, strict=True)]
        for k in range(1, period + 1):
            a, b = heights[k - 1], heights[k]
            walls["rising" if b > a else "falling"].append(
                [(k - 1, a - 0.5), (k, b - 0.5), (k, b + 0.5), (k - 1, a + 0.5)]
            )
    shapes = {"top": tops, **walls}
    arrays = {kind: np.array(each, dtype=float).reshape(-1, 4, 2) for kind, each in shapes.items()}
    return Tiling(arrays, labels, depth, columns)


def window(c: CylindricPartition) -> tuple[int, int]:
    """Return N and J: all that is not trivial, and one more of each.

    >>> from cylindric.objects.profiles import Profile
    >>> window(CylindricPartition(Profile("10"), [(2,), (1,)]))
    (2, 3)
    """
    return max(map(len, c.partitions)) + 1, c.largest_part + 1


def _draw_lozenges(
    canvas: Canvas,
    tiling: Tiling,
    scale: tuple[float, float],
    beyond: int,
    shift: tuple[int, float],
) -> None:
    """Draw the period, and under it as much of its copies to the left and right as is seen."""
    period = shift[0]
    for kind, lozenges in tiling.lozenges.items():
        left = lozenges - shift
        right = lozenges + shift
        copies = [
            left[left[:, :, 0].max(axis=1) > -beyond],
            right[right[:, :, 0].min(axis=1) < period + beyond],
        ]
        edge = blend("#000000", KINDS[kind], 0.45)
        for corners, name in ((np.concatenate(copies), f"{kind}-again"), (lozenges, kind)):
            canvas.polygons(
                corners * scale,
                gid=name,
                facecolor=KINDS[kind],
                edgecolor=edge if scale[1] > 0.1 else KINDS[kind],
                linewidth=min(0.7, 1.5 * scale[1]),
                zorder=1 if name == kind else 0,
            )


def _write_parts(canvas: Canvas, tiling: Tiling, scale: tuple[float, float], period: int) -> None:
    for (k, y), label in zip(tiling.lozenges["top"].mean(axis=1), tiling.labels, strict=True):
        if label:
            x = k - 0.4 * (k == period)  # beside the seam
            at = x * scale[0], y * scale[1]
            canvas.write(*at, str(label), gid="part", color="#1a1a1a")


def _draw_pixels(
    canvas: Canvas,
    c: CylindricPartition,
    scale: tuple[float, float],
    beyond: int,
    heights: tuple[float, float],
) -> None:
    """Draw the same as an image, with at least a pixel for each lozenge if that is possible."""
    period, (step, unit), (low, high) = c.profile.period, scale, heights
    left, right = -beyond * step, (period + beyond) * step
    side = max(right - left, (high - low) * unit) / PIXELS
    across = min(max(round((right - left) / side), period + 2 * beyond), MOST_PIXELS)
    down = min(max(round((high - low) * unit / side), ceil(high - low)), MOST_PIXELS)
    xs = -beyond + (np.arange(across) + 0.5) * (period + 2 * beyond) / across
    ys = low + (np.arange(down) + 0.5) * (high - low) / down
    codes = kinds_at(c, xs, ys, *window(c))
    canvas.pixels(
        codes[::-1],
        [canvas.theme.ground, *(KINDS[kind] for kind in ("top", "rising", "falling"))],
        gid="pixels",
        extent=(left, right, low * unit, high * unit),
    )
