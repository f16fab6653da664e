"""Pictures of height functions: numbers on colours, or colours with a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lambdadet.drawing.sheet import MARGIN, ON_COLOUR, require_drawable, sheet, write_in_cell
from lambdadet.objects.matrix import AlternatingSignMatrix, require_asm
from termwise.doors import door
from termwise.pictures import Canvas, Picture, themed

if TYPE_CHECKING:
    from matplotlib.colors import Colormap

MOST_NUMBERS = 18
"""The most rows with numbers; above it there is a pixel a height."""


@themed
@door
def draw_heights(matrix: AlternatingSignMatrix, *, theme: str = "light") -> Picture:
    """Draw the height function h_ij, i, j = 0..n, on the corners of the matrix.

    Args:
        matrix: of at most 1000 rows; above 18 rows there are colours with a scale, no numbers.
        theme: "light" or "dark".

    Raises:
        TypeError: matrix is not an AlternatingSignMatrix.
        ValueError: it is empty or has more than 1000 rows, or the theme is unknown.

    >>> draw_heights(AlternatingSignMatrix([[0, 1], [1, 0]])).says
    'height function of an alternating sign matrix of 2 x 2'
    """
    n = require_drawable("matrix", require_asm("matrix", matrix).size)
    from matplotlib import colormaps

    says = f"height function of an alternating sign matrix of {n} x {n}"
    heights = np.array(matrix.height_function)
    scale = colormaps["viridis"].resampled(n + 1)
    shades = [scale(height) for height in range(n + 1)]
    if n > MOST_NUMBERS:
        canvas, _ = sheet(1.19 * (n + 1), theme, down=n + 1)
        canvas.pixels(heights, shades, gid="pixels")
        _draw_scale(canvas, scale, n)
        return canvas.picture(f"{says}; one pixel a height")
    canvas, unit = sheet(n + 1, theme)
    canvas.pixels(heights, shades, gid="pixels")
    for (i, j), height in np.ndenumerate(heights):
        colour = ON_COLOUR if 2 * height > n else "#ffffff"
        write_in_cell(
            canvas, j + 0.5, i + 0.5, str(height), unit, color=colour, gid=f"height-{i}-{j}"
        )
    return canvas.picture(says)


def _draw_scale(canvas: Canvas, scale: Colormap, n: int) -> None:
    """Draw which colour is which height, 0..n, on the right of a canvas."""
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import Normalize
    from matplotlib.ticker import MaxNLocator

    _, height = canvas.figure.get_size_inches() * 2.54
    margin = MARGIN / height
    axes = canvas.figure.add_axes((0.85, margin, 0.03, 1 - 2 * margin))
    canvas.figure.colorbar(
        ScalarMappable(Normalize(-0.5, n + 0.5), scale),
        cax=axes,
        ticks=MaxNLocator(8, integer=True),
    )
    axes.tick_params(colors=canvas.theme.ink, labelsize=8)
    for spine in axes.spines.values():
        spine.set_color(canvas.theme.ink)
