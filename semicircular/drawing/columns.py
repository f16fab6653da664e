"""One column of a projection as a function of (a', b'): a light cone, reflected at the walls."""

from __future__ import annotations

import numpy as np

from semicircular.drawing.sheet import OUTSIDE, matrix_sheet, require_between
from semicircular.objects.pairs import Pair, require_pair
from semicircular.projections.blocks import BlockProjection
from semicircular.projections.kinds import KINDS
from termwise.doors import door
from termwise.pictures import Picture, themed

MOST = 100
"""The largest block of which a column is drawn."""


@themed
@door
def draw_column(projection: BlockProjection, pair: Pair, *, theme: str = "light") -> Picture:
    """Draw the numerators of the column of a pair (a, b): a' to the right, b' upwards.

    On the triangle it is the light cone of the pair, and its reflections in the walls a = -1 and
    b = -1 with the opposite sign; on the square the rays meet four walls.

    Args:
        projection: as of `block_projection`, of size at most 100.
        pair: (a, b) in its block; it is ringed.
        theme: "light" or "dark".

    Raises:
        TypeError: projection is no BlockProjection, or pair no pair.
        ValueError: it is too large, a pair outside, or an unknown theme.

    >>> from semicircular.projections.blocks import block_projection
    >>> draw_column(block_projection(9), (3, 1)).says
    'column (3, 1) of the block projection of size 9: a light cone and its reflections'
    """
    size = require_between("size", projection.size, 0, MOST)
    a, b = require_pair("pair", pair)
    projection[(a, b), (a, b)]  # a pair outside is refused
    entry = KINDS[projection.kind].entry
    values = np.full((size + 1, size + 1), OUTSIDE, dtype=np.int64)
    for a2, b2 in projection.pairs:
        values[b2, a2] = entry(size, (a2, b2), (a, b))[0]
    canvas, cell = matrix_sheet(values, theme=theme, upwards=True, frame=False)
    turn = np.linspace(0, 2 * np.pi, 49)
    radius = max(0.5, 0.12 / cell)
    middle = np.array([a + 0.5, size - b + 0.5])
    ring = middle + radius * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    canvas.lines([ring], gid="pair", colors=canvas.theme.ink, linewidths=1.2)
    return canvas.picture(
        f"column ({a}, {b}) of the {projection.kind} projection of size {size}: "
        "a light cone and its reflections"
    )
