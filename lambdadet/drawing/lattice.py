"""Pictures of the lattice of alternating sign matrices: its Hasse diagram, matrices for nodes."""

from __future__ import annotations

from itertools import groupby
from statistics import fmean

import networkx as nx
import numpy as np

from lambdadet.drawing.matrix import draw_entries
from lambdadet.drawing.sheet import SKY, sheet, widened
from lambdadet.models.lattice import asm_lattice
from lambdadet.objects.matrix import AlternatingSignMatrix
from termwise.arguments import brief, require_integer
from termwise.doors import door
from termwise.pictures import CM, Picture, themed

MOST_LATTICE = 4
"""The largest matrices whose lattice is drawn."""

Positions = dict[AlternatingSignMatrix, tuple[float, float]]


@themed
@door
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
        raise ValueError(f"n must be at most {MOST_LATTICE} to be drawn, got {brief(n)}")
    lattice = asm_lattice(n)
    side = 1.2 if n < 4 else 1.0
    centres = _positions(lattice)
    places = np.array(list(centres.values()))
    places = (places - places.min(axis=0)) * (side * 1.55) + side / 2
    corners = {a: (x - side / 2, y - side / 2) for a, (x, y) in zip(centres, places, strict=True)}
    across, down = places.max(axis=0) + side / 2
    legend = 0.8 if n > 2 else 0  # room for it; all the smaller ones are permutations
    canvas, unit = sheet(across, theme, down=down + legend, cell=1)
    lines = [
        [(x1 + side / 2, y1), (x2 + side / 2, y2 + side)]
        for (x1, y1), (x2, y2) in ((corners[a], corners[b]) for a, b in lattice.edges)
    ]
    canvas.lines(lines, gid="covers", colors=canvas.theme.faint, linewidths=0.8)
    draw_entries(canvas, corners.items(), unit, side / n)
    square = side * np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
    for name, colour, chosen in (
        ("permutations", canvas.theme.ink, [a for a in lattice if not a.negative_ones]),
        ("others", SKY, [a for a in lattice if a.negative_ones]),
    ):
        frames = np.array([square + corners[a] for a in chosen])
        style = {"fill": False, "edgecolor": colour, "linewidth": 0.9, "joinstyle": "miter"}
        canvas.polygons(frames, gid=name, **style)
    if legend:
        x, y = widened(canvas, across, 5.4, unit), down + 0.55
        centimetre = CM / unit
        for at, colour, words in (
            (0, canvas.theme.ink, "permutation"),
            (2.5, SKY, "with entries −1"),
        ):
            corner = x + at * centimetre, y - 0.13 * centimetre
            box = 0.26 * centimetre / side * square + corner
            canvas.polygons([box], gid=f"legend-{at}", **{**style, "edgecolor": colour})
            canvas.write(corner[0] + 0.4 * centimetre, y, words, ha="left", size=8)
    return canvas.picture(
        f"lattice of alternating sign matrices of {n} x {n}, nodes: {len(lattice)}, "
        f"covers: {lattice.number_of_edges()}"
    )


def _positions(lattice: nx.DiGraph[AlternatingSignMatrix]) -> Positions:
    """Return (x, -rank) of every matrix.

    A matrix and its transpose lean to opposite sides; then, once down and once up, every rank is
    ordered by where its neighbours in the one before are on the average, which uncrosses lines.
    """

    def rank(matrix: AlternatingSignMatrix) -> int:
        return -sum(map(sum, matrix.corner_sums))

    def tilt(matrix: AlternatingSignMatrix) -> tuple[int, ...]:
        sums = np.array(matrix.corner_sums)
        i, j = np.indices(sums.shape)
        return int((sums * (j - i)).sum()), *map(int, (sums - sums.T)[i < j])

    ordered = sorted(lattice, key=lambda a: (rank(a), tilt(a)))
    rows = [list(row) for _, row in groupby(ordered, rank)]
    positions: Positions = {}

    def place(row: list[AlternatingSignMatrix]) -> None:
        for at, matrix in enumerate(row):
            positions[matrix] = at - (len(row) - 1) / 2, -rank(matrix)

    for row in rows:
        place(row)
    for sweep, beside in ((rows, lattice.predecessors), (rows[::-1], lattice.successors)):
        for row in sweep[1:]:
            row.sort(key=lambda a: fmean(positions[b][0] for b in beside(a)))
            place(row)
    return positions
