"""The sheet that integer matrices are drawn on: a pixel an entry, a legend below, lines between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from termwise.arguments import brief, require_integer
from termwise.pictures import Canvas, blend, text_width

WIDTH, MARGIN, LEGEND, CAPTION = 10.0, 0.3, 0.8, 0.5
"""The width of a picture, the margin, and the heights below it, in centimetres."""

LEAST, MOST = -1, 4
"""The least and the largest numerator of any kind."""

OUTSIDE = 99
"""What stands where there is no entry."""

PARTS = {1: 0.48, 2: 0.74, 3: 1.0}
"""How much of the blue an entry has; 4, which the square alone has, is mixed with ink."""

MINUS = "\N{MINUS SIGN}1"


def require_between(name: str, value: int, least: int, most: int) -> int:
    """Return a size if it can be drawn.

    >>> require_between("size", 99, 0, 40)
    Traceback (most recent call last):
    ValueError: size must be 0 to 40 to be drawn, got 99
    """
    value = require_integer(name, value)
    if not least <= value <= most:
        raise ValueError(f"{name} must be {least} to {most} to be drawn, got {brief(value)}")
    return value


def colour_of(value: int, canvas: Canvas) -> str:
    """Return the colour of a numerator, on the ground of the canvas."""
    theme = canvas.theme
    if value == OUTSIDE:
        return blend(theme.faint, theme.ground, 0.45)
    if value < 0:
        return theme.accent
    if value == MOST:
        return blend(theme.strokes[0], theme.ink, 0.5)
    return blend(theme.strokes[0], theme.ground, PARTS[value]) if value else theme.ground


def matrix_sheet(
    values: NDArray[np.int64],
    *,
    theme: str,
    lines: Iterable[float] = (),
    upwards: bool = False,
    frame: bool = True,
    caption: str = "",
) -> tuple[Canvas, float]:
    """Return a canvas with an image of integers, a legend of those that occur, and a cell in cm.

    The upper left corner of the image is (0, 0), a cell is a unit, and y goes down.

    Args:
        values: from -1 to 4, or OUTSIDE.
        theme: "light" or "dark".
        lines: where lines are drawn across, both ways.
        upwards: row 0 is the lowest.
        frame: whether a line goes round.
        caption: a line below the legend.
    """
    height, width = values.shape
    cell = min(0.9, (WIDTH - 2 * MARGIN) / max(width, height))
    below = MARGIN + LEGEND + (CAPTION if caption else 0)
    across = max(width * cell, text_width(caption)) + MARGIN
    canvas = Canvas.showing(-MARGIN, across, -below, height * cell + MARGIN, theme=theme)
    axes = canvas.axes
    axes.set_xlim(-MARGIN / cell, across / cell)
    axes.set_ylim(height + below / cell, -MARGIN / cell)
    if caption:
        canvas.write(0, height + (below - MARGIN - 0.1) / cell, caption, ha="left", gid="caption")
    codes = [*range(LEAST, MOST + 1), OUTSIDE]
    index = np.zeros(OUTSIDE + 2, dtype=np.int64)
    index[[code + 1 for code in codes]] = range(len(codes))
    shown = values[::-1] if upwards else values
    canvas.pixels(
        index[shown + 1],
        [colour_of(code, canvas) for code in codes],
        gid="entries",
        extent=(0, width, height, 0),
    )
    ticks = [k for k in lines if 0 < k < max(width, height)]
    drawn: list[Any] = [
        line for k in ticks for line in ([(0, k), (width, k)], [(k, 0), (k, height)])
    ]
    if frame:
        drawn.append([(0, 0), (width, 0), (width, height), (0, height), (0, 0)])
    canvas.lines(drawn, gid="lines", colors=canvas.theme.faint, linewidths=0.5)
    _legend(canvas, [code for code in codes if code and (values == code).any()], height, cell)
    return canvas, cell


def _legend(canvas: Canvas, codes: Sequence[int], height: int, cell: float) -> None:
    """Draw a square and its number for every integer that occurs."""
    side, step = 0.32 / cell, 1.15 / cell
    top = height + 0.35 / cell
    square = np.array([(0, 0), (side, 0), (side, side), (0, side)])
    x = 0.0
    for code in codes:
        canvas.polygons(
            [square + np.array((x, top))],
            gid=f"legend-{code}",
            facecolor=colour_of(code, canvas),
            edgecolor=canvas.theme.faint,
            linewidth=0.5,
        )
        text = {OUTSIDE: "outside", -1: MINUS}.get(code, str(code))
        canvas.write(x + side + 0.1 / cell, top + side / 2, text, ha="left", va="center_baseline")
        x += step
