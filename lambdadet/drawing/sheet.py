"""The sheet a picture is drawn on: its size, its unit, what is too large for it, its colours.

On a sheet y goes down, as rows do, and a unit is a cell.
"""

from __future__ import annotations

from typing import Any

from termwise.arguments import brief
from termwise.pictures import CM, COLOURS, Canvas

WIDTH, MARGIN = 10.0, 0.2
"""The width of a picture in centimetres, unless its object is small, and the margin in it."""

PIXEL = 2.54 / 200
"""A pixel of a PNG, in centimetres."""

MOST = 1000
"""The most rows of a matrix that is drawn at all."""

ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILION, PINK = COLOURS
ON_COLOUR = "#1a1a1a"
"""What is written on a light colour, on either ground."""


def require_drawable(name: str, size: int, least: int = 1, most: int = MOST) -> int:
    """Return the number of rows if it is within bounds.

    Raises:
        ValueError: it is not.

    >>> require_drawable("matrix", 0)
    Traceback (most recent call last):
    ValueError: matrix must have 1 to 1000 rows to be drawn, got 0
    """
    if not least <= size <= most:
        raise ValueError(f"{name} must have {least} to {most} rows to be drawn, got {brief(size)}")
    return size


def sheet(
    across: float, theme: str, *, down: float | None = None, cell: float = 0.9, least: float = 0
) -> tuple[Canvas, float]:
    """Return a canvas for 0 <= x <= across, 0 <= y <= down, y going down, and a unit in points.

    Args:
        across, down: the sides; down is across if left out.
        theme: "light" or "dark".
        cell, least: the largest and the smallest size of a unit, in centimetres.
    """
    down = across if down is None else down
    unit = max(least, min(cell, (WIDTH - 2 * MARGIN) / across))
    width, height = across * unit + 2 * MARGIN, down * unit + 2 * MARGIN
    canvas = Canvas.showing(0, width, 0, height, theme=theme)
    canvas.axes.set_xlim(-MARGIN / unit, across + MARGIN / unit)
    canvas.axes.set_ylim(down + MARGIN / unit, -MARGIN / unit)
    return canvas, unit * CM


def widened(canvas: Canvas, across: float, wanted: float, unit: float) -> float:
    """Widen a sheet for what is written below its picture, which stays in the middle.

    Args:
        canvas: a sheet.
        across: how many units of it are the picture.
        wanted: the width of what is written, in centimetres.
        unit: in points.

    Returns:
        Where what is written begins, in units.
    """
    width, height = canvas.figure.get_size_inches() * 2.54
    aside = max(0.0, wanted + 2 * MARGIN - width) / 2
    canvas.figure.set_size_inches((width + 2 * aside) / 2.54, height / 2.54)
    left, right = canvas.axes.get_xlim()
    canvas.axes.set_xlim(left - aside * CM / unit, right + aside * CM / unit)
    return across / 2 - wanted / 2 * CM / unit


def write_in_cell(canvas: Canvas, x: float, y: float, text: str, unit: float, **style: Any) -> None:
    """Write a short text in the middle of a cell, as large as three digits allow.

    Args:
        canvas: a sheet.
        x, y: the middle.
        text: what is written.
        unit: the side of the cell, in points.
        style: as of `Canvas.write`.
    """
    size = min(11, 0.46 * unit)
    canvas.write(x, y, text, **{"va": "center_baseline", "size": size, **style})
