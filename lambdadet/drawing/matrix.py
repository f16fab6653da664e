"""Pictures of alternating sign matrices: + for 1, - for -1, or a pixel an entry."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from lambdadet.drawing.sheet import (
    ON_COLOUR,
    ORANGE,
    SKY,
    require_drawable,
    sheet,
    write_in_cell,
)
from lambdadet.objects.matrix import AlternatingSignMatrix, require_asm
from termwise.doors import door
from termwise.pictures import Canvas, Picture, themed

MOST_SIGNS = 30
"""The most rows with signs; above it there is a pixel an entry."""

SIGNS = {1: ("+", ORANGE), -1: ("\N{MINUS SIGN}", SKY)}


@themed
@door
def draw_matrix(matrix: AlternatingSignMatrix, *, theme: str = "light") -> Picture:
    """Draw an alternating sign matrix: + for 1, - for -1, an empty cell for 0.

    Args:
        matrix: of at most 1000 rows; above 30 rows it is an image of one pixel an entry.
        theme: "light" or "dark".

    Raises:
        TypeError: matrix is not an AlternatingSignMatrix.
        ValueError: it is empty or has more than 1000 rows, or the theme is unknown.

    >>> draw_matrix(AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])).says
    'alternating sign matrix of 3 x 3, 1 of its entries -1'
    """
    n = require_drawable("matrix", require_asm("matrix", matrix).size)
    says = f"alternating sign matrix of {n} x {n}, {matrix.negative_ones} of its entries -1"
    canvas, unit = sheet(n, theme)
    if n <= MOST_SIGNS:
        draw_entries(canvas, [(matrix, (0, 0))], unit)
        ticks: Iterable[int] = range(n + 1)
    else:
        colours = [canvas.theme.ground, SIGNS[1][1], SIGNS[-1][1]]
        canvas.pixels(np.array(matrix.rows) % 3, colours, gid="pixels")  # -1 has colour 2
        says += "; one pixel an entry"
        ticks = (0, n)
    lines = [line for k in ticks for line in ([(0, k), (n, k)], [(k, 0), (k, n)])]
    canvas.lines(lines, gid="grid", colors=canvas.theme.faint, linewidths=0.6)
    return canvas.picture(says)


def draw_entries(
    canvas: Canvas,
    placed: Iterable[tuple[AlternatingSignMatrix, tuple[float, float]]],
    unit: float,
    cell: float = 1,
) -> None:
    """Draw the entries 1 and -1 of matrices as coloured squares with their signs.

    Args:
        canvas: y goes down.
        placed: matrices with their upper left corners.
        unit: of the canvas, in points.
        cell: the side of a square, in units.
    """
    placed = list(placed)
    square = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
    for value, (sign, colour) in SIGNS.items():
        corners = np.concatenate(
            [
                corner + cell * np.argwhere(np.array(matrix.rows) == value)[:, ::-1]
                for matrix, corner in placed
            ]
        )
        canvas.polygons(
            corners[:, None] + cell * square,
            gid="ones" if value == 1 else "minus-ones",
            facecolor=colour,
            linewidth=0,
        )
        for x, y in corners + cell / 2:
            write_in_cell(canvas, x, y, sign, 1.4 * cell * unit, color=ON_COLOUR)
