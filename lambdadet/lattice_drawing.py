"""Pictures of the lattice of alternating sign matrices and of the octahedron pyramid."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import networkx as nx
import numpy as np

from lambdadet.drawing import SKY, draw_entries, draw_lines, draw_polygons, sheet
from lambdadet.lattice import asm_lattice
from lambdadet.matrices import AlternatingSignMatrix, count_asms
from termwise.arguments import require_integer
from termwise.pictures import Picture, require_theme

MOST_LATTICE = 4
"""The largest matrices whose lattice is drawn."""

SIZE, SMALLEST = 9.0, 5.5
"""Sizes of the numbers of a pyramid in points: wanted, and the smallest that is read."""

Positions = dict[AlternatingSignMatrix, tuple[float, float]]


def draw_lattice(n: int, *, theme: str = "light") -> Picture:
    """Draw the Hasse diagram of the n x n alternating sign matrices, the identity at the bottom.

    A node is the matrix, drawn as by `draw_matrix`; those with an entry -1, which are no
    permutations, have a frame of the colour of -1.  Every line goes up by one rank.

    Args:
        n: 1 to 4.
        theme: "light" or "dark".

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1 or n > 4, or the theme is unknown.

    >>> draw_lattice(3).says
    'lattice of alternating sign matrices of 3 x 3, nodes: 7, covers: 8'
    """
    n = require_integer("n", n, 1)
    if n > MOST_LATTICE:
        raise ValueError(
            f"n must be at most {MOST_LATTICE} to be drawn, got {n}: {count_asms(n)} matrices"
        )
    lattice = asm_lattice(n)
    side = 1.2 if n < 4 else 1.0
    centres = _positions(lattice)
    places = np.array(list(centres.values()))
    places = (places - places.min(axis=0)) * (side * 1.55) + side / 2
    corners = {a: (x - side / 2, y - side / 2) for a, (x, y) in zip(centres, places, strict=True)}
    across, down = places.max(axis=0) + side / 2
    canvas, unit = sheet(across, theme, down=down, cell=1)
    lines = [
        [(x1 + side / 2, y1), (x2 + side / 2, y2 + side)]
        for (x1, y1), (x2, y2) in ((corners[a], corners[b]) for a, b in lattice.edges)
    ]
    draw_lines(canvas, lines, gid="covers", colors=canvas.theme.faint, linewidths=0.8)
    draw_entries(canvas, corners.items(), unit, side / n)
    square = side * np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
    for name, colour, chosen in (
        ("permutations", canvas.theme.ink, [a for a in lattice if not a.negative_ones]),
        ("others", SKY, [a for a in lattice if a.negative_ones]),
    ):
        frames = np.array([square + corners[a] for a in chosen])
        draw_polygons(canvas, frames, gid=name, fill=False, edgecolor=colour, linewidth=0.9)
    return canvas.picture(
        f"lattice of alternating sign matrices of {n} x {n}, nodes: {len(lattice)}, "
        f"covers: {lattice.number_of_edges()}"
    )


def _positions(lattice: nx.DiGraph[AlternatingSignMatrix]) -> Positions:
    """Return (x, -rank) of every matrix; a matrix and its transpose lean to opposite sides."""

    def rank(matrix: AlternatingSignMatrix) -> int:
        return -sum(map(sum, matrix.corner_sums))

    def tilt(matrix: AlternatingSignMatrix) -> tuple[int, ...]:
        sums = np.array(matrix.corner_sums)
        i, j = np.indices(sums.shape)
        return int((sums * (j - i)).sum()), *map(int, (sums - sums.T)[i < j])

    positions: Positions = {}
    for height, level in groupby(sorted(lattice, key=lambda a: (rank(a), tilt(a))), rank):
        row = list(level)
        for at, matrix in enumerate(row):
            positions[matrix] = at - (len(row) - 1) / 2, -height
    return positions


def draw_pyramid(levels: Sequence[Sequence[Sequence[Any]]], *, theme: str = "light") -> Picture:
    """Draw the levels of an octahedron pyramid one over the other, apex on top, with all values.

    Args:
        levels: x[0], x[1], .., as `octahedron` returns them: squares, each smaller by one.
        theme: "light" or "dark".

    Raises:
        TypeError: levels are not rows of values.
        ValueError: they are not such squares, their values are too long to be read on a page, or
            the theme is unknown.

    >>> from lambdadet.octahedron import octahedron
    >>> draw_pyramid(octahedron(None, [[1, 2], [3, 4]])).says
    'octahedron pyramid with levels of sizes 3, 2, 1, apex -2'
    """
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    require_theme(theme)
    texts = _texts(levels)
    font = FontProperties(size=SIZE)

    def width(text: str) -> float:
        return float(text_to_path.get_text_width_height_descent(text, font, False)[0]) * 2.54 / 72

    row, shear, gap, label = 0.6, 0.35, 0.35, 1.0
    columns = [max(0.4, *(width(t) for line in level for t in line)) + 0.4 for level in texts]
    spans = [
        len(level) * column + (len(level) - 1) * shear
        for level, column in zip(texts, columns, strict=True)
    ]
    across = max(spans) + 2 * label
    down = sum(len(level) * row + gap for level in texts) - gap
    canvas, unit = sheet(across, theme, down=down, cell=1)
    size = SIZE * unit * 2.54 / 72
    if size < SMALLEST:
        longest = max(len(text) for level in texts for line in level for text in line)
        raise ValueError(
            f"levels must have values short enough to be read at {SMALLEST} points, got "
            f"{len(texts)} levels with up to {longest} characters, which take {size:.1f} points"
        )
    style = {"va": "center_baseline", "fontsize": size, "color": canvas.theme.ink}
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
                canvas.axes.text(
                    x,
                    top + (i + 0.5) * row,
                    text,
                    ha="center",
                    parse_math=False,
                    gid=f"x{k}-{i + 1}-{j + 1}",
                    **style,
                )
        canvas.axes.text(0, (top + bottom) / 2, f"x[{k}]", gid=f"level-{k}", **style)
        top = bottom + gap
    draw_polygons(canvas, np.array(planes), gid="levels", facecolor=SKY, alpha=0.22, edgecolor=SKY)
    sizes = ", ".join(str(len(level)) for level in texts)
    apex = f", apex {texts[-1][0][0]}" if len(texts[-1]) == 1 else ""
    return canvas.picture(f"octahedron pyramid with levels of sizes {sizes}{apex}")


def _texts(levels: Sequence[Sequence[Sequence[Any]]]) -> list[list[list[str]]]:
    """Return the values as texts, from squares each smaller by one."""
    try:
        texts = [[[str(value) for value in row] for row in level] for level in levels]
    except TypeError:
        raise TypeError(f"levels must be rows of values, got {levels!r}") from None
    sizes = [len(level) for level in texts]
    falling = bool(sizes) and sizes == list(range(sizes[0], sizes[0] - len(sizes), -1))
    square = all(len(row) == len(level) > 0 for level in texts for row in level)
    if not (falling and square and sizes[-1] > 0):
        raise ValueError(f"levels must be squares, each smaller by one, got sizes {sizes}")
    return texts
