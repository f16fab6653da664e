"""The surface of a cylindric partition on the cylinder itself.

The lozenges of `surface_drawing`, sheared so that the two copies of the seam are at one height, are
wrapped once round a cylinder, which is seen from a little above: line k is at the angle 2 pi k / T.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from math import ceil, cos, pi, radians, sin

import numpy as np
import numpy.typing as npt

from cylindric.drawing.surface import KINDS, number_of_lozenges, tile
from cylindric.drawing.unrolled import MARGIN, draw_seam, drifts, name_of
from cylindric.objects.cylindric_partitions import CylindricPartition, require_cylindric_partition
from termwise.arguments import brief
from termwise.doors import door
from termwise.pictures import Canvas, Picture, blend, text_width, themed

Floats = npt.NDArray[np.float64]

MAX_LOZENGES = 8_000  # half of them are behind, the others half as large as on the plane
ELEVATION = radians(20)
SEAM = radians(-25)  # where the seam is seen: a little to the left of the middle
STRETCH = 2.2  # how many times wider than the lozenges ask a slender cylinder may be
SHADES = 6


@themed
@door
def draw_cylinder(c: CylindricPartition, *, theme: str = "light") -> Picture:
    """Draw a cylindric partition as piles of cubes on a cylinder, seen from a little above.

    The seam is dashed.  The inside of the far wall is seen over the near rim, paler.  Below the
    near rim are the letters of the steps and the numbers k of the lines that have room.

    Args:
        c: the cylindric partition.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: c is no CylindricPartition.
        ValueError: an unknown theme, or more than 8 000 lozenges.

    Source: the name; tilings as in `draw_surface`.

    >>> from cylindric.objects.profiles import Profile
    >>> draw_cylinder(CylindricPartition(Profile("10"), [(2,), (1,)]))
    <Picture: cylinder of (1) ≺ (2) ≻ (1), 10 lozenges>
    """
    require_cylindric_partition(c)
    number = number_of_lozenges(c)
    if number > MAX_LOZENGES:
        raise ValueError(
            f"cylinder must have at most {MAX_LOZENGES} lozenges to be drawn, got {brief(number)}: "
            "draw_surface gives an overview"
        )
    period, slope = c.profile.period, drifts(c.profile)[-1] / c.profile.period
    tiling = tile(c)
    corners = {
        kind: each - np.stack([0 * each[..., 0], slope * each[..., 0]], axis=-1)
        for kind, each in tiling.lozenges.items()
    }
    heights = np.concatenate([each[..., 1].ravel() for each in corners.values()])
    low, high = heights.min(), heights.max()
    radius = radius_for(period, high - low)
    tall = (high - low) * cos(ELEVATION) + 2 * radius * sin(ELEVATION)
    unit = min(1.0, 8 / (2 * radius), 11 / tall)
    canvas = Canvas.showing(
        -radius * unit - 2 * MARGIN,
        radius * unit + 2 * MARGIN,
        (low * cos(ELEVATION) - radius * sin(ELEVATION)) * unit - 0.9 - MARGIN,
        (high * cos(ELEVATION) + radius * sin(ELEVATION)) * unit + MARGIN,
        theme=theme,
    )

    def on_page(points: Floats) -> Floats:
        """Return where points (line, height) of the cylinder are seen."""
        angle = 2 * pi * points[:, 0] / period + SEAM
        across = radius * np.sin(angle)
        up = points[:, 1] * cos(ELEVATION) - radius * np.cos(angle) * sin(ELEVATION)
        seen: Floats = np.stack([across, up], axis=1) * unit
        return seen

    pieces = defaultdict(list)
    for kind, each in corners.items():
        for lozenge in each:
            for piece in _bend(lozenge, period):
                middle = cos(2 * pi * piece[:, 0].mean() / period + SEAM)
                shade = round(abs(middle) * SHADES) if middle > 0 else 0
                pieces[kind, middle > 0, shade].append(on_page(piece))
    for (kind, near, shade), shapes in pieces.items():
        colour = blend(KINDS[kind], "#000000", 0.65 + 0.35 * shade / SHADES)
        if not near:
            colour = blend(KINDS[kind], canvas.theme.ground, 0.4)
        canvas.polygons(
            shapes,
            gid=f"{kind}-{'near' if near else 'far'}",
            facecolor=colour,
            edgecolor=blend(colour, "#000000", 0.6),
            linewidth=min(0.6, 1.2 * unit),
            zorder=2 if near else 1,
        )
    ends = np.array([[0.0, -tiling.depth - 0.2], [0.0, tiling.columns + 0.2]])
    (x, foot), (_, head) = on_page(ends)
    draw_seam(canvas, (x, foot), (x, head))
    canvas.write(
        x, foot - 0.6, f"0 ~ {period}", gid="line", color=canvas.theme.accent, weight="bold"
    )
    lines = np.arange(0.5, period, 0.5)
    seen = np.cos(2 * pi * lines / period + SEAM) > 0.3
    rim = on_page(np.stack([lines, np.full(len(lines), float(low))], axis=1))
    _label_rim(canvas, c.profile.word, lines[seen], rim[seen], x)
    return canvas.picture(f"cylinder of {name_of(c)}, {number} lozenges")


def _label_rim(canvas: Canvas, word: str, lines: Floats, places: Floats, seam: float) -> None:
    """Write letters below the middles of steps and numbers below lines, if all letters fit."""
    across = {k: x for k, (x, _) in zip(lines.tolist(), places, strict=True)}
    steps = sorted(x for k, x in across.items() if k % 1)
    if any(b - a < 0.25 for a, b in pairwise(steps)):
        return
    last = seam - text_width(f"0 ~ {len(word)}") / 2, seam + text_width(f"0 ~ {len(word)}") / 2
    for k, (x, y) in sorted(zip(lines.tolist(), places, strict=True)):
        if k % 1:
            canvas.write(x, y - 0.25, word[int(k)], gid="letter")
        else:
            width = text_width(str(int(k)), 7)
            if x + width / 2 < last[0] - 0.05 or x - width / 2 > last[1] + 0.05:
                style = {"size": 7, "color": canvas.theme.quiet}
                canvas.write(x, y - 0.6, str(int(k)), gid="line", **style)


def radius_for(period: int, height: float) -> float:
    """Return the radius of a cylinder of so many lines, a slender one being widened.

    >>> round(radius_for(20, 10), 2), round(radius_for(20, 40), 2)
    (3.0, 6.06)
    """
    radius = period * 3**0.5 / 2 / (2 * pi)
    return min(max(radius, 0.3 * height), STRETCH * radius)


def _bend(lozenge: Floats, period: int) -> list[Floats]:
    """Return the outlines of the near and far parts of a lozenge, with points to bend at.

    A lozenge lies between two chains from its left to its right end; the parts end where the
    cylinder turns away, which happens at two lines half a period apart.
    """
    left, second, third, fourth = lozenge
    if second[0] == third[0]:  # a wall, with two upright sides
        lower, upper = np.array([left, second]), np.array([fourth, third])
    else:
        lower, upper = np.array([left, second, third]), np.array([left, fourth, third])
    start, end = lower[0, 0], lower[-1, 0]
    finest = 1 / ceil(48 / period)
    first_turn = -(pi / 2 + SEAM) / (2 * pi) * period
    turns = first_turn + np.arange(-2, 8) * period / 2
    cuts = [start, *(float(turn) for turn in turns if start < turn < end), end]
    parts = []
    for a, b in pairwise(cuts):
        corners = [x for x in lower[:, 0] if a < x < b]
        across = np.unique([*np.linspace(a, b, max(2, ceil((b - a) / finest) + 1)), *corners])
        below = np.interp(across, lower[:, 0], lower[:, 1])
        above = np.interp(across, upper[:, 0], upper[:, 1])
        outline = np.concatenate([across, across[::-1]])
        parts.append(np.stack([outline, np.concatenate([below, above[::-1]])], axis=1))
    return parts
