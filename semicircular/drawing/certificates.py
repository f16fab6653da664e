"""A certificate: the vector eta on the pairs of its block, an integer staircase."""

from __future__ import annotations

from functools import partial

import numpy as np

from semicircular.certificates.certificates import Certificate
from semicircular.drawing.sheet import MARGIN, WIDTH, require_between
from semicircular.objects.words import parted, word_text
from termwise.arguments import brief
from termwise.doors import door
from termwise.pictures import Canvas, Picture, blend, contrast, text_width, themed
from termwise.showing import draws

MOST, WRITTEN = 100, 12
"""The largest block that is drawn, and the largest in which numbers are written."""

LEGEND = 0.6
SIGNS, AXES = ("positive", "negative"), "stronger: larger; a to the right, b upwards"
"""The height of the legend in centimetres, and what it says."""


@draws(Certificate)
@themed
@door
def draw_certificate(certificate: Certificate, *, theme: str = "light") -> Picture:
    """Draw eta of a certificate, times its denominator: a to the right, b upwards.

    A cell is the word i^a v i^b; blue is positive and red negative, the stronger the larger.
    Small blocks have their numbers written in.

    Args:
        certificate: of a block L - |v| of at most 100.
        theme: "light" or "dark".

    Raises:
        TypeError: certificate is none.
        ValueError: it is too large, or an unknown theme.

    >>> from semicircular.certificates.construction import certificate
    >>> draw_certificate(certificate("2", 1, 9)).says
    'eta of 2 = [s_1, eta] + rho in degree 9, times 11: 8 integers from -4 to 4'
    """
    core = parted(certificate.word, certificate.letter).core
    size = require_between("the block", certificate.degree - len(core), 0, MOST)
    cells: dict[tuple[int, int], int] = {}
    for word, value in certificate.eta.numerators.items():
        a, other, b = parted(word, certificate.letter)
        if other == core and a + b <= size:  # what a tampered one has elsewhere is not drawn
            cells[a, b] = value
    canvas, unit = _board(size, theme)
    most = max(map(abs, cells.values()), default=1)
    square = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
    for k, ((a, b), value) in enumerate(sorted(cells.items())):
        colour = canvas.theme.strokes[0] if value > 0 else canvas.theme.accent
        fill = blend(colour, canvas.theme.ground, 0.2 + 0.8 * (abs(value) / most))
        canvas.polygons([square + np.array((a, b))], gid=f"cell-{k}", facecolor=fill, linewidth=0)
        if size <= WRITTEN and abs(value) < 10**4:
            text = str(value).replace("-", "\N{MINUS SIGN}")
            ink = max((canvas.theme.ink, canvas.theme.ground), key=partial(contrast, fill))
            canvas.write(a + 0.5, b + 0.5, text, size=min(8, 9 * unit), color=ink)
    _draw_legend(canvas, unit)
    outline = [(0, 0), (size, 0)]
    for k in range(size):
        outline += [(size - k, k + 1), (size - k - 1, k + 1)]
    canvas.lines([[*outline, (0, 0)]], gid="block", colors=canvas.theme.faint, linewidths=0.7)
    least, largest = min(cells.values(), default=0), max(cells.values(), default=0)
    name, below = brief(word_text(certificate.word)), brief(certificate.eta.denominator)
    return canvas.picture(
        f"eta of {name} = [s_{certificate.letter}, eta] + rho in degree {certificate.degree}, "
        f"times {below}: {len(cells)} integers from {brief(least)} to {brief(largest)}"
    )


def _board(size: int, theme: str) -> tuple[Canvas, float]:
    """Return a canvas for the pairs a + b < M, y going up, and the side of a cell in cm."""
    across = max(size, 1)
    unit = min(0.9, (WIDTH - 2 * MARGIN) / across)
    up = across * unit + MARGIN
    right = max(up, sum(_widths()) + MARGIN)
    canvas = Canvas.showing(-MARGIN, right, -MARGIN - LEGEND, up, theme=theme)
    canvas.axes.set_xlim(-MARGIN / unit, right / unit)
    canvas.axes.set_ylim((-MARGIN - LEGEND) / unit, up / unit)
    return canvas, unit


def _widths() -> list[float]:
    return [0.4 + text_width(words) + 0.3 for words in SIGNS] + [text_width(AXES)]


def _draw_legend(canvas: Canvas, unit: float) -> None:
    """Write below a block what its colours and its directions are."""
    x, y = 0.0, -LEGEND + 0.1
    colours = canvas.theme.strokes[0], canvas.theme.accent
    for words, colour, width in zip(SIGNS, colours, _widths(), strict=False):
        square = np.array([(x, y - 0.15), (x + 0.3, y - 0.15), (x + 0.3, y + 0.15), (x, y + 0.15)])
        canvas.polygons([square / unit], gid=f"legend-{words}", facecolor=colour, linewidth=0)
        canvas.write((x + 0.4) / unit, y / unit, words, ha="left", gid="legend")
        x += width
    canvas.write(x / unit, y / unit, AXES, ha="left", gid="legend")
