"""Pictures of domino tilings of the Aztec diamond: a rectangle a domino, or a pixel a cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lambdadet.drawing.sheet import (
    BLUE,
    GREEN,
    PIXEL,
    VERMILION,
    YELLOW,
    require_drawable,
    sheet,
    widened,
)
from lambdadet.objects.matrix import AlternatingSignMatrix, require_asm
from lambdadet.objects.pairs import CompatiblePair
from termwise.arguments import shown
from termwise.doors import door
from termwise.pictures import CM, Canvas, Picture, text_width, themed

Pair = tuple[AlternatingSignMatrix, AlternatingSignMatrix]
"""A CompatiblePair, or its two matrices."""

MOST_DOMINOES = 60
"""The largest order with single dominoes; above it there is a pixel a cell."""

MOST_ROWS = 2001
"""As many rows as a random tiling can have."""

DOMINOES = {
    (0, 0): VERMILION,  # B south-east of A: the dominoes with parameter lam
    (0, -1): BLUE,  # south-west: mu
    (-1, 0): YELLOW,  # north-east
    (-1, -1): GREEN,  # north-west
}
"""Colours by where the entry of B lies from the entry of A that a domino separates from it."""

HEAD = "from A to B:"
WORDS = ("south-east, λ", "south-west, μ", "north-east", "north-west")
SIZE = 7.0  # of the words, in points


@themed
@door
def draw_tiling(pair: Pair, *, theme: str = "light") -> Picture:
    """Draw the domino tiling of the Aztec diamond that is a compatible pair.

    The diamond stands with the first row of A along its upper left side, rightwards.  The colour is
    the direction from an entry of A to the entry of B behind the domino's long axis: vermilion
    south-east (parameter lam), blue south-west (mu), yellow north-east, green north-west; so it is
    written below.

    Args:
        pair: of order at most 2000; above order 60 it is an image of one pixel a cell, or more.
        theme: "light" or "dark".

    Raises:
        TypeError: pair is not a compatible pair.
        ValueError: A has 1 row, and no domino, or more than 2001, or the theme is unknown.

    >>> from lambdadet.sampling.tilings import random_tiling
    >>> draw_tiling(random_tiling(3, rng=1)).says
    'domino tiling of the Aztec diamond of order 3, 12 dominoes, 3 of them with lam'
    """
    if not (isinstance(pair, tuple) and len(pair) == 2):
        raise TypeError(f"pair must be a compatible pair (A, B), got {shown(pair)}")
    rows = require_drawable("larger", require_asm("larger", pair[0]).size, 2, MOST_ROWS)
    order = rows - 1
    canvas, unit = sheet(
        2 * order,
        theme,
        down=2 * order + max(0.7, 0.14 * order),
        least=0 if order <= MOST_DOMINOES else PIXEL,
    )
    _draw_legend(canvas, unit, order)
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


def _draw_legend(canvas: Canvas, unit: float, order: int) -> None:
    """Write below a tiling what its colours are."""
    widths = [text_width(words, SIZE) + 0.48 for words in (HEAD, *WORDS)]
    x = widened(canvas, 2 * order, sum(widths) - 0.25, unit)
    y = 2 * order + 0.5 * max(0.7, 0.14 * order)
    canvas.write(x, y, HEAD, ha="left", size=SIZE, gid="legend")
    for at, (colour, words) in enumerate(zip(DOMINOES.values(), WORDS, strict=True)):
        place = x + (sum(widths[: at + 1]) - 0.1) * CM / unit
        canvas.axes.scatter(place, y, s=30, color=colour, marker="s", linewidths=0)
        canvas.write(place + 0.22 * CM / unit, y, words, ha="left", size=SIZE, gid=f"legend-{at}")


def _dominoes(pair: Pair) -> dict[tuple[int, int], NDArray[np.int64]]:
    """Return left, top, right, bottom of every domino, by direction; a cell is a unit square.

    The edge south-east of A_ij is used if Abar_ij = Bbar_{i-1,j-1}; the other three directions are
    the same after reflections (`diamonds.bijection` says it edge by edge).
    """
    checked = pair if isinstance(pair, CompatiblePair) else CompatiblePair(*pair)
    larger, smaller = (np.array(matrix.rows, np.int32) for matrix in checked)
    order = len(smaller)
    found = {}
    for down, right in DOMINOES:
        flip = slice(None, None, 1 if down == 0 else -1), slice(None, None, 1 if right == 0 else -1)
        used = np.zeros((order, order), bool)
        used[flip] = _used_south_east(larger[flip], smaller[flip])
        row, column = np.nonzero(used)  # of B, from 0
        k, m = row + 1, column + 1
        i, j = k - down, m - right
        # Both cells, A_ij being at (2j, 2i), turned by an eighth so that they stand upright.
        left, top = np.minimum(i + m, j + k) - 2, np.minimum(i - m, k - j + 1) + order - 1
        end, bottom = np.maximum(i + m, j + k) - 1, np.maximum(i - m, k - j + 1) + order
        boxes = np.stack([left, top, end, bottom], axis=1)
        found[down, right] = boxes[np.lexsort((j, k, m, i))]
    return found


def _used_south_east(larger: NDArray[np.int32], smaller: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return for i, j = 1 .. n - 1 whether Abar_ij = Bbar_{i-1,j-1}."""
    outer = larger.cumsum(axis=0).cumsum(axis=1)[:-1, :-1]
    inner = np.zeros_like(outer)
    inner[1:, 1:] = smaller.cumsum(axis=0).cumsum(axis=1)[:-1, :-1]
    used: NDArray[np.bool_] = outer == inner
    return used
