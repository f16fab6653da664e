"""A projection of a block: its numerators, the even class first."""

from __future__ import annotations

import numpy as np

from semicircular.drawing.sheet import matrix_sheet, require_between
from semicircular.projections.blocks import BlockProjection
from semicircular.projections.kinds import KINDS
from termwise.doors import door
from termwise.pictures import Picture, themed
from termwise.showing import draws

MOST = 25
"""The largest block that is drawn."""

CAPTION = "numerators; first the pairs (a, b) with a + b even, then odd"


@draws(BlockProjection)
@themed
@door
def draw_block(projection: BlockProjection, *, theme: str = "light") -> Picture:
    """Draw the numerators of a projection of a block, the pairs with an even sum first.

    Args:
        projection: as of `block_projection`, of size at most 25.
        theme: "light" or "dark".

    Raises:
        TypeError: projection is no BlockProjection.
        ValueError: it is too large, or the theme is unknown.

    >>> from semicircular.projections.blocks import block_projection
    >>> draw_block(block_projection(3, "square")).says
    'numerators of the square projection of size 3, even sums first, then odd ones'
    """
    size = require_between("size", projection.size, 0, MOST)
    entry = KINDS[projection.kind].entry
    pairs = sorted(projection.pairs, key=lambda pair: (sum(pair) % 2, sum(pair), pair))
    values = np.array([[entry(size, p, q)[0] for q in pairs] for p in pairs], dtype=np.int64)
    odd = sum(sum(pair) % 2 == 0 for pair in pairs)
    canvas, _ = matrix_sheet(values, theme=theme, lines=[odd], caption=CAPTION)
    return canvas.picture(
        f"numerators of the {projection.kind} projection of size {size}, "
        "even sums first, then odd ones"
    )
