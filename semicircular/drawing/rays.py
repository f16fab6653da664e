"""The block of all words of one length in binary: dyadic rays."""

from __future__ import annotations

import numpy as np

from semicircular.drawing.sheet import matrix_sheet, require_between
from semicircular.objects.words import parted, words
from semicircular.projections.numerators import entry
from termwise.doors import door
from termwise.pictures import Picture, themed

MOST = 9
"""The largest length that is drawn: 512 words."""


@themed
@door
def draw_rays(length: int = 8, *, theme: str = "light") -> Picture:
    """Draw the numerators between the words of length k in two letters, for the letter 1.

    A word is coded by the integer m with the binary digit 0 for 1 and 1 for 2.  The entries that
    are not 0 lie on the dyadic rays m' = 2^j m; the pure word, m = 0, is drawn as 3.

    Args:
        length: k, 0 to 9.
        theme: "light" or "dark".

    Raises:
        TypeError: length is not an integer.
        ValueError: length out of range, or an unknown theme.

    >>> draw_rays(4).says
    'numerators between the 16 words of length 4, in binary: the dyadic rays of slope 2^j'
    """
    length = require_between("length", length, 0, MOST)
    splits = [parted(word, 1) for word in words(2, length) if len(word) == length]
    values = np.zeros((len(splits), len(splits)), dtype=np.int64)
    for j, (a, core, b) in enumerate(splits):
        for k, (a2, core2, b2) in enumerate(splits):
            if core == core2:
                values[j, k] = entry(a, b, a2, b2) if core else 3
    canvas, _ = matrix_sheet(values, theme=theme, upwards=True)
    return canvas.picture(
        f"numerators between the {len(splits)} words of length {length}, in binary: "
        "the dyadic rays of slope 2^j"
    )
