"""Pictures of alternating sign matrices, their heights, and domino tilings.

Up to a size every entry, number or domino is drawn on its own; above it the picture is an image of
one pixel a cell, and says so.  Six-vertex states and loops are in `six_vertex_drawing`, the lattice
and the pyramid in `lattice_drawing`.  Nothing here imports matplotlib before it draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lambdadet.matchings import pair_to_matching
from lambdadet.matrices import AlternatingSignMatrix
from lambdadet.pairs import CompatiblePair, require_asm
from termwise.pictures import COLOURS, Canvas, Picture

if TYPE_CHECKING:
    from matplotlib.colors import Colormap

WIDTH, MARGIN = 10.0, 0.2
"""The width of a picture in centimetres, unless its object is small, and the margin in it."""

MOST = 1000
"""The most rows of a matrix that is drawn at all."""

MOST_SIGNS, MOST_NUMBERS, MOST_DOMINOES = 30, 18, 60
"""The most rows with signs, the most with numbers, the largest order with single dominoes."""

ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILION, PINK = COLOURS
SIGNS = {1: ("+", ORANGE), -1: ("\N{MINUS SIGN}", SKY)}
ON_COLOUR = "#1a1a1a"  # what is written on a light colour, on either ground

DOMINOES = {
    (0, 0): VERMILION,  # B south-east of A: the dominoes with parameter lam
    (0, -1): BLUE,  # south-west: mu
    (-1, 0): YELLOW,  # north-east
    (-1, -1): GREEN,  # north-west
}
"""Colours by where the entry of B lies from the entry of A that a domino separates from it."""


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
        draw_pixels(canvas, np.array(matrix.rows) % 3, colours)  # -1 has colour 2
        says += "; one pixel an entry"
        ticks = (0, n)
    lines = [line for k in ticks for line in ([(0, k), (n, k)], [(k, 0), (k, n)])]
    draw_lines(canvas, lines, gid="grid", colors=canvas.theme.faint, linewidths=0.6)
    return canvas.picture(says)


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
        draw_pixels(canvas, heights, shades)
        _draw_scale(canvas, scale, n)
        return canvas.picture(f"{says}; one pixel a height")
    canvas, unit = sheet(n + 1, theme)
    draw_pixels(canvas, heights, shades)
    for (i, j), height in np.ndenumerate(heights):
        colour = ON_COLOUR if 2 * height > n else "#ffffff"
        write(canvas, j + 0.5, i + 0.5, str(height), unit, color=colour, gid=f"height-{i}-{j}")
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


def draw_tiling(pair: CompatiblePair, *, theme: str = "light") -> Picture:
    """Draw the domino tiling of the Aztec diamond that is a compatible pair.

    The diamond stands with the first row of A along its upper left side, rightwards.  The colour is
    the direction from an entry of A to the entry of B behind the domino's long axis: vermilion
    south-east (parameter lam), blue south-west (mu), yellow north-east, green north-west.

    Args:
        pair: A of at most 1000 rows; above order 60 it is an image of one pixel a cell.
        theme: "light" or "dark".

    Raises:
        TypeError: pair is not a compatible pair.
        ValueError: A has 1 row, and no domino, or more than 1000, or the theme is unknown.

    >>> from lambdadet.shuffling import random_tiling
    >>> draw_tiling(random_tiling(3, rng=1)).says
    'domino tiling of the Aztec diamond of order 3, 12 dominoes, 3 of them with lam'
    """
    if not (isinstance(pair, tuple) and len(pair) == 2):
        raise TypeError(f"pair must be a compatible pair (A, B), got {pair!r}")
    rows = require_drawable("larger", require_asm("larger", pair[0]).size, 2)
    order = rows - 1
    canvas, unit = sheet(2 * order, theme)
    boxes = _dominoes(pair)
    number = order * (order + 1)
    says = (
        f"domino tiling of the Aztec diamond of order {order}, {number} dominoes, "
        f"{len(boxes[0, 0])} of them with lam"
    )
    if order <= MOST_DOMINOES:
        for name, (direction, colour) in zip(
            ("lam", "mu", "north-east", "north-west"), DOMINOES.items(), strict=True
        ):
            left, top, right, bottom = boxes[direction].T
            corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
            draw_polygons(
                canvas,
                np.moveaxis(np.array(corners), 2, 0),
                gid=name,
                facecolor=colour,
                edgecolor=canvas.theme.ground,
                linewidth=0.08 * unit,
            )
        return canvas.picture(says)
    cells = np.zeros((2 * order, 2 * order), np.uint8)
    for code, direction in enumerate(DOMINOES, 1):
        left, top, right, bottom = boxes[direction].T
        cells[top, left] = cells[bottom - 1, right - 1] = code
    draw_pixels(canvas, cells, [canvas.theme.ground, *DOMINOES.values()])
    return canvas.picture(f"{says}; one pixel a cell")


def _dominoes(pair: CompatiblePair) -> dict[tuple[int, int], NDArray[np.int64]]:
    """Return left, top, right, bottom of every domino, by direction; a cell is a unit square."""
    order = pair[0].size - 1
    found: dict[tuple[int, int], list[tuple[int, int, int, int]]] = {key: [] for key in DOMINOES}
    for (_, i, m), (_, k, j) in sorted(pair_to_matching(pair)):
        # Both cells, A_ij being at (2j, 2i), turned by an eighth so that they stand upright.
        left, right = sorted((i + m, j + k))
        top, bottom = sorted((i - m, k - j + 1))
        box = (left - 2, top + order - 1, right - 1, bottom + order)
        found[k - i, m - j].append(box)
    return {key: np.array(boxes, int).reshape(-1, 4) for key, boxes in found.items()}


def require_drawable(name: str, size: int, least: int = 1, most: int = MOST) -> int:
    """Return the number of rows if it is within bounds.

    >>> require_drawable("matrix", 0)
    Traceback (most recent call last):
    ValueError: matrix must have 1 to 1000 rows to be drawn, got 0
    """
    if not least <= size <= most:
        raise ValueError(f"{name} must have {least} to {most} rows to be drawn, got {size}")
    return size


def sheet(
    across: float, theme: str, *, down: float | None = None, cell: float = 0.9
) -> tuple[Canvas, float]:
    """Return a canvas for 0 <= x <= across, 0 <= y <= down, y going down, and a unit in points.

    Args:
        across, down: the sides; down is across if left out.
        theme: "light" or "dark".
        cell: the largest size of a unit, in centimetres.
    """
    down = across if down is None else down
    unit = min(cell, (WIDTH - 2 * MARGIN) / across)
    canvas = Canvas(across * unit + 2 * MARGIN, down * unit + 2 * MARGIN, theme=theme)
    canvas.figure.set_layout_engine("none")
    canvas.axes.set_position((0, 0, 1, 1))
    canvas.axes.set_xlim(-MARGIN / unit, across + MARGIN / unit)
    canvas.axes.set_ylim(down + MARGIN / unit, -MARGIN / unit)
    return canvas, unit * 72 / 2.54


def write(canvas: Canvas, x: float, y: float, text: str, unit: float, **style: Any) -> None:
    """Write a short text in the middle of a cell, as large as three digits allow."""
    style = {"color": canvas.theme.ink, "fontsize": min(11, 0.46 * unit), **style}
    canvas.axes.text(x, y, text, ha="center", va="center_baseline", parse_math=False, **style)


def draw_polygons(canvas: Canvas, corners: NDArray[Any], **style: Any) -> None:
    """Draw polygons, an array of (polygon, corner, x or y), as one path: one element for all."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    if len(corners):
        number, sides, _ = corners.shape
        codes = np.tile([Path.MOVETO, *[Path.LINETO] * (sides - 1), Path.CLOSEPOLY], number)
        closed = np.concatenate([corners, corners[:, :1]], axis=1).reshape(-1, 2)
        canvas.axes.add_patch(PathPatch(Path(closed, codes), **style))


def draw_lines(canvas: Canvas, lines: Sequence[ArrayLike], **style: Any) -> None:
    """Draw lines, each a list of points, in one group."""
    from matplotlib.collections import LineCollection

    canvas.axes.add_collection(LineCollection(lines, **style), autolim=False)


def draw_pixels(canvas: Canvas, codes: NDArray[Any], colours: Sequence[Any]) -> None:
    """Draw an image in which the cell with the corners (j, i), (j + 1, i + 1) has its colour."""
    from matplotlib.colors import to_rgba_array

    height, width = codes.shape
    pixels = (to_rgba_array(colours) * 255).round().astype(np.uint8)[codes]
    limits = canvas.axes.get_xlim(), canvas.axes.get_ylim()
    extent = (0, width, height, 0)
    canvas.axes.imshow(pixels, interpolation="none", extent=extent, gid="pixels", aspect="equal")
    canvas.axes.set_xlim(limits[0])
    canvas.axes.set_ylim(limits[1])


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
        draw_polygons(
            canvas,
            corners[:, None] + cell * square,
            gid="ones" if value == 1 else "minus-ones",
            facecolor=colour,
            linewidth=0,
        )
        for x, y in corners + cell / 2:
            write(canvas, x, y, sign, 1.4 * cell * unit, color=ON_COLOUR)
