"""The numerators on all words up to a length, in shortlex order: copies in copies."""

from __future__ import annotations

from itertools import product

import numpy as np

from semicircular.drawing.sheet import matrix_sheet, require_between
from semicircular.objects.words import count_words, parted, require_letter, words
from semicircular.projections.numerators import entry
from termwise.arguments import require_integer
from termwise.doors import door
from termwise.pictures import Picture, themed

MOST = 700
"""The largest number of words that is drawn."""


@themed
@door
def draw_words(degree: int = 7, letter: int = 1, n: int = 2, *, theme: str = "light") -> Picture:
    """Draw the numerators of P_L on all words of length at most L, in shortlex order.

    Pure words, on which P_L is the identity, are drawn as 3 on the diagonal.  Lines part the
    lengths.

    Args:
        degree: L.
        letter: i, one of 1..n.
        n: how many letters; there may be at most 700 words.
        theme: "light" or "dark".

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: an argument out of range, or too many words.

    >>> draw_words(3).says
    'numerators on the 15 words of 2 letters of length up to 3, for the letter 1, shortlex order'
    """
    letter = require_letter(letter, require_integer("n", n, 1))
    degree = require_integer("degree", degree, 0)
    if n > MOST or degree > MOST:
        require_between("n" if n > MOST else "degree", max(n, degree), 0, MOST)
    count = require_between("the number of words", count_words(n, degree), 1, MOST)
    values = np.zeros((count, count), dtype=np.int64)
    splits = [parted(word, letter) for word in words(n, degree)]
    cores: dict[tuple[int, ...], list[int]] = {}
    for k, part in enumerate(splits):
        cores.setdefault(part.core, []).append(k)
    for core, places in cores.items():
        for j, k in product(places, repeat=2):
            (a, _, b), (a2, _, b2) = splits[j], splits[k]
            values[j, k] = entry(a, b, a2, b2) if core else 3 * (j == k)
    lines = [count_words(n, k) for k in range(degree)]
    canvas, _ = matrix_sheet(values, theme=theme, lines=lines)
    return canvas.picture(
        f"numerators on the {count} words of {n} letters of length up to {degree}, "
        f"for the letter {letter}, shortlex order"
    )
