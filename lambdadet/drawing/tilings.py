"""Pictures of domino tilings of the Aztec diamond: a rectangle a domino, or a pixel a cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lambdadet.diamonds.bijection import pair_to_matching
from lambdadet.drawing.sheet import BLUE, GREEN, VERMILION, YELLOW, require_drawable, sheet
from lambdadet.objects.matrix import AlternatingSignMatrix, require_asm
from lambdadet.objects.pairs import CompatiblePair
from termwise.arguments import shown
from termwise.doors import door
from termwise.pictures import Picture

Pair = tuple[AlternatingSignMatrix, AlternatingSignMatrix]
"""A CompatiblePair, or its two matrices."""

MOST_DOMINOES = 60
"""The largest order with single dominoes; above it there is a pixel a cell."""

DOMINOES = {
    (0, 0): VERMILION,  # B south-east of A: the dominoes with parameter lam
    (0, -1): BLUE,  # south-west: mu
    (-1, 0): YELLOW,  # north-east
    (-1, -1): GREEN,  # north-west
}
"""Colours by where the entry of B lies from the entry of A that a domino separates from it."""


@door
def draw_tiling(pair: Pair, *, theme: str = "light") -> Picture:
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

    >>> from lambdadet.sampling.tilings import random_tiling
    >>> draw_tiling(random_tiling(3, rng=1)).says
    'domino tiling of the Aztec diamond of order 3, 12 dominoes, 3 of them with lam'
    """
    if not (isinstance(pair, tuple) and len(pair) == 2):
        raise TypeError(f"pair must be a compatible pair (A, B), got {shown(pair)}")
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
            canvas.polygons(
                np.moveaxis(np.array(corners), 2, 0),
                gid=name,
                facecolor=colour,
                edgecolor=canvas.theme.ground,
                linewidth=0.08 * unit,
                joinstyle="miter",
            )
        return canvas.picture(says)
    cells = np.zeros((2 * order, 2 * order), np.uint8)
    for code, direction in enumerate(DOMINOES, 1):
        left, top, right, bottom = boxes[direction].T
        cells[top, left] = cells[bottom - 1, right - 1] = code
    canvas.pixels(cells, [canvas.theme.ground, *DOMINOES.values()], gid="pixels")
    return canvas.picture(f"{says}; one pixel a cell")


def _dominoes(pair: Pair) -> dict[tuple[int, int], NDArray[np.int64]]:
    """Return left, top, right, bottom of every domino, by direction; a cell is a unit square."""
    order = pair[0].size - 1
    found: dict[tuple[int, int], list[tuple[int, int, int, int]]] = {key: [] for key in DOMINOES}
    for (_, i, m), (_, k, j) in sorted(pair_to_matching(CompatiblePair(*pair))):
        # Both cells, A_ij being at (2j, 2i), turned by an eighth so that they stand upright.
        left, right = sorted((i + m, j + k))
        top, bottom = sorted((i - m, k - j + 1))
        box = (left - 2, top + order - 1, right - 1, bottom + order)
        found[k - i, m - j].append(box)
    return {key: np.array(boxes, int).reshape(-1, 4) for key, boxes in found.items()}
