"""Two curves: how the bound of a central vector falls, and the staircase of singular values."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from semicircular.certificates.construction import central_bound
from semicircular.drawing.sheet import require_between
from semicircular.objects.words import require_word, word_text
from semicircular.projections.spectrum import gap, singular_values
from termwise.arguments import brief
from termwise.doors import door
from termwise.pictures import Canvas, Picture, themed

MOST_DEGREE, MOST_SIZE = 10_000, 100
"""The largest degree to which a bound is drawn, and the largest block whose spectrum is."""


@themed
@door
def draw_central_bound(word: Sequence[int], degree: int = 60, *, theme: str = "light") -> Picture:
    """Draw the bound of |<xi, w>|^2 for central unit vectors xi, against the degree.

    It is (2 + [a = b]) / (M' + 3), in steps of two, between the curves of (2 + [a = b]) / (M + 3)
    and of the same with M - 1; it tends to 0, and that is the proof.

    Args:
        word: w, not the vacuum.
        degree: the largest L, at least the length of w and at most 10000.
        theme: "light" or "dark".

    Raises:
        TypeError: no word, or degree is not an integer.
        ValueError: the vacuum, an L out of range, or an unknown theme.

    >>> draw_central_bound("2", 20).says
    'bound of |<xi, 2>|^2 for central unit vectors xi, degrees 1 to 20: from 1 down to 1/7'
    """
    given = require_word("word", word)
    last = require_between("degree", degree, max(len(given), 1), MOST_DEGREE)
    degrees = range(len(given), last + 1)
    bounds = [central_bound(given, k) for k in degrees]
    canvas = Canvas(12, 7, theme=theme, axes="framed")
    axes = canvas.axes
    axes.step(
        degrees, list(map(float, bounds)), where="post", color=canvas.theme.strokes[0], gid="bound"
    )
    axes.plot(
        degrees, list(map(float, bounds)), ".", color=canvas.theme.strokes[0], gid="degrees",
        markersize=4 if len(bounds) <= 200 else 1,
    )  # fmt: skip
    axes.set_ylim(0, 1.05 * float(bounds[0]))
    axes.set_xlabel("L")
    axes.set_ylabel("bound of $|\\langle\\xi, w\\rangle|^2$")
    return canvas.picture(
        f"bound of |<xi, {brief(word_text(given))}>|^2 for central unit vectors xi, "
        f"degrees {degrees[0]} to {last}: from {bounds[0]} down to {bounds[-1]}"
    )


@themed
@door
def draw_spectrum(size: int = 30, *, theme: str = "light") -> Picture:
    """Draw the singular values of the commutators of blocks a + b <= D, for all D up to M.

    Above every D stand the singular values into the class of a + b = D mod 2; the line is the least
    of them, the sharp gap g_D, and the broken line 3 pi^2 / (D + 3)^2.

    Args:
        size: M, 1 to 100.
        theme: "light" or "dark".

    Raises:
        TypeError: size is not an integer.
        ValueError: M out of range, or an unknown theme.

    >>> draw_spectrum(20).says
    'singular values of commutators of blocks up to size 20: the gap falls to 0.0555'
    """
    size = require_between("size", size, 1, MOST_SIZE)
    canvas = Canvas(12, 7, theme=theme, axes="framed")
    axes, theme_ = canvas.axes, canvas.theme
    spectra = [singular_values(k) for k in range(1, size + 1)]
    at = np.concatenate([np.full(len(values), k) for k, values in enumerate(spectra, 1)])
    axes.plot(
        at, np.concatenate(spectra), "_", color=theme_.faint, gid="values",
        markersize=max(1.5, min(8, 150 / size)),
    )  # fmt: skip
    degrees = np.arange(1, size + 1)
    axes.plot(
        degrees,
        [gap(int(k)) for k in degrees],
        color=theme_.strokes[0],
        gid="gap",
        label="$g_D$, the gap",
    )
    axes.plot(
        degrees, 3 * np.pi**2 / (degrees + 3) ** 2, "--", color=theme_.accent, gid="asymptotics",
        label="$3\\pi^2/(D+3)^2$",
    )  # fmt: skip
    axes.set_yscale("log")
    axes.set_xlabel("D")
    axes.set_ylabel("singular values")
    legend = axes.legend(facecolor=theme_.ground, edgecolor=theme_.faint, labelcolor=theme_.ink)
    legend.set_gid("legend")
    return canvas.picture(
        f"singular values of commutators of blocks up to size {size}: "
        f"the gap falls to {gap(size):.3g}"
    )
