"""Pictures of octahedron pyramids: the levels one over the other, with all values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from lambdadet.drawing.sheet import SKY, sheet
from termwise.arguments import brief, shown
from termwise.doors import door
from termwise.pictures import CM, Picture, require_theme, text_width, themed

SIZE, SMALLEST = 9.0, 5.5
"""Sizes of the numbers of a pyramid in points: wanted, and the smallest that is read."""


@themed
@door
def draw_pyramid(levels: Sequence[Sequence[Sequence[Any]]], *, theme: str = "light") -> Picture:
    """Draw the levels of an octahedron pyramid one over the other, apex on top, with all values.

    Args:
        levels: x[0], x[1], .., as `octahedron` returns them: squares, each smaller by one.
        theme: "light" or "dark".

    Raises:
        TypeError: levels are not rows of values.
        ValueError: they are not such squares, their values are too long to be read on a page, or
            the theme is unknown.

    >>> from lambdadet.recurrence.octahedron import octahedron
    >>> draw_pyramid(octahedron(None, [[1, 2], [3, 4]])).says
    'octahedron pyramid with levels of sizes 3, 2, 1, apex -2'
    """
    require_theme(theme)
    texts = _texts(levels)
    row, shear, gap, label = 0.6, 0.35, 0.35, 1.0
    columns = [
        max(0.4, *(text_width(t, SIZE) for line in level for t in line)) + 0.4 for level in texts
    ]
    spans = [
        len(level) * column + (len(level) - 1) * shear
        for level, column in zip(texts, columns, strict=True)
    ]
    across = max(spans) + 2 * label
    down = sum(len(level) * row + gap for level in texts) - gap
    canvas, unit = sheet(across, theme, down=down, cell=1)
    size = SIZE * unit / CM
    if size < SMALLEST:
        longest = max(len(text) for level in texts for line in level for text in line)
        raise ValueError(
            f"levels must have values short enough to be read at {SMALLEST} points, got "
            f"{len(texts)} levels with up to {longest} characters, which take {size:.1f} points"
        )
    style = {"va": "center_baseline", "size": size}
    planes = []
    top = 0.0
    for k, (level, column) in reversed(list(enumerate(zip(texts, columns, strict=True)))):
        n = len(level)
        left = (across - n * column - (n - 1) * shear) / 2
        lean = (n - 1) * shear
        bottom, over = top + n * row, 0.5 * shear
        plane = [(left + lean + over, top), (left + lean + n * column + over, top)]
        plane += [(left + n * column - over, bottom), (left - over, bottom)]
        planes.append(plane)
        for i, line in enumerate(level):
            for j, text in enumerate(line):
                x = left + (n - 1 - i) * shear + (j + 0.5) * column
                gid = f"x{k}-{i + 1}-{j + 1}"
                canvas.write(x, top + (i + 0.5) * row, text, gid=gid, **style)
        canvas.write(0, (top + bottom) / 2, f"x[{k}]", gid=f"level-{k}", ha="left", **style)
        top = bottom + gap
    canvas.polygons(
        np.array(planes), gid="levels", facecolor=SKY, alpha=0.22, edgecolor=SKY, joinstyle="miter"
    )
    sizes = ", ".join(str(len(level)) for level in texts)
    apex = f", apex {texts[-1][0][0]}" if len(texts[-1]) == 1 else ""
    return canvas.picture(f"octahedron pyramid with levels of sizes {sizes}{apex}")


def _texts(levels: Sequence[Sequence[Sequence[Any]]]) -> list[list[list[str]]]:
    """Return the values as texts, from squares each smaller by one."""
    try:
        texts = [[[str(value) for value in row] for row in level] for level in levels]
    except TypeError:
        raise TypeError(f"levels must be rows of values, got {shown(levels)}") from None
    sizes = [len(level) for level in texts]
    falling = bool(sizes) and sizes == list(range(sizes[0], sizes[0] - len(sizes), -1))
    square = all(len(row) == len(level) > 0 for level in texts for row in level)
    if not (falling and square and sizes[-1] > 0):
        raise ValueError(f"levels must be squares, each smaller by one, got sizes {brief(sizes)}")
    return texts
