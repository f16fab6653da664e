"""The numerators of the projection formula in graded order: nested X's, self-similar."""

from __future__ import annotations

import numpy as np

from semicircular.drawing.sheet import matrix_sheet, require_between
from semicircular.objects.pairs import one_class, place
from semicircular.projections.numerators import PARITIES, NumeratorMatrix, require_parity
from termwise.doors import door
from termwise.pictures import Picture, themed
from termwise.showing import draws

SIZE, MOST = 16, 60
"""The size that an infinite matrix shows of itself, and the largest that is drawn."""


@themed
@door
def draw_numerators(size: int = SIZE, parity: str = "even", *, theme: str = "light") -> Picture:
    """Draw the matrix N on the pairs with a + b <= M of one parity, in graded order.

    Lines part the sums s = a + b.  In every block of sums s < s' stands an X, with a column of -1
    on either side; a larger M adds rows and columns and changes nothing.

    Args:
        size: M, 0 to 60, and at least 1 for the odd class.
        parity: "even" or "odd", that of a + b.
        theme: "light" or "dark".

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: M out of range, an unknown parity or theme.

    >>> draw_numerators(4).says
    'numerators of the projection formula, even class, sums up to 4: 9 x 9, an X in every block'
    """
    odd = require_parity(parity)
    size = require_between("size", size, odd, MOST)
    count = len(list(one_class(size, odd)))
    values = NumeratorMatrix(parity)[:count, :count]
    assert isinstance(values, np.ndarray)
    steps = [place((0, s)) for s in range(odd, size + 1, 2)]
    canvas, _ = matrix_sheet(values, theme=theme, lines=steps if size <= 30 else ())
    return canvas.picture(
        f"numerators of the projection formula, {parity} class, sums up to {size}: "
        f"{count} x {count}, an X in every block"
    )


@draws(NumeratorMatrix)
def _draw_matrix(matrix: NumeratorMatrix) -> Picture:
    return draw_numerators(SIZE, PARITIES[require_parity(matrix.parity)])
