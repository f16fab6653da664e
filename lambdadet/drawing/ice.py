"""Pictures of six-vertex states: an arrow an edge, or a pixel a vertex."""

from __future__ import annotations

import numpy as np

from lambdadet.drawing.grid import STUB, edges_and_ends, on_sheet
from lambdadet.drawing.matrix import SIGNS
from lambdadet.drawing.sheet import (
    BLUE,
    GREEN,
    PINK,
    SKY,
    VERMILION,
    YELLOW,
    require_drawable,
    sheet,
    widened,
    write_in_cell,
)
from lambdadet.models.ice import MOST_SHOWN, VERTICES, SixVertexState
from lambdadet.objects.matrix import AlternatingSignMatrix
from termwise.arguments import shown
from termwise.doors import door
from termwise.pictures import CM, Canvas, Picture, themed
from termwise.showing import draws

MOST_ARROWS = 24
"""The most rows with single arrows; above it there is a pixel a vertex."""

KINDS = {"a1": SKY, "a2": BLUE, "b1": YELLOW, "b2": GREEN, "c1": VERMILION, "c2": PINK}
ARROWS = {"light": (BLUE, VERMILION), "dark": (GREEN, PINK)}
"""Colours of the arrows right and up, and of those left and down; not those of the dots."""

WORDS = ("right and up", "left and down")


@draws(SixVertexState)
@themed
@door
def draw_six_vertex(
    state: SixVertexState | AlternatingSignMatrix, *, theme: str = "light"
) -> Picture:
    """Draw a six-vertex state: an arrow on every edge, a dot where a matrix has 1 or -1.

    Arrows to the right or up have one colour, those to the left or down another; the dots have the
    colours of `draw_matrix`.  Which is which is written below.

    Args:
        state: a state, or the matrix of one, of at most 1000 rows; above 24 rows the picture is an
            image of one pixel a vertex, coloured by its name a1, .., c2.
        theme: "light" or "dark".

    Raises:
        TypeError: state is neither.
        ValueError: it has more than 1000 rows or none, or the theme is unknown.

    >>> draw_six_vertex(AlternatingSignMatrix([[0, 1], [1, 0]])).says
    'six-vertex state of 2 x 2, 12 arrows'
    """
    if not isinstance(state, SixVertexState | AlternatingSignMatrix):
        raise TypeError(
            f"state must be a SixVertexState or an AlternatingSignMatrix, got {shown(state)}"
        )
    n = require_drawable("state", state.size, most=MOST_SHOWN)
    if isinstance(state, AlternatingSignMatrix):
        state = SixVertexState.from_asm(state)
    says = f"six-vertex state of {n} x {n}, {2 * n * (n + 1)} arrows"
    if n > MOST_ARROWS:
        return _draw_kinds(state, says, theme)
    side = n - 1 + 2 * STUB
    canvas, unit = sheet(side, theme, down=side + max(0.7, 0.09 * side))
    _draw_legend(canvas, unit, theme, side)
    values, places = edges_and_ends(state)
    ends = on_sheet(places, n, STUB)
    across = [[(0, k + STUB), (side, k + STUB)] for k in range(n)]
    down = [[(k + STUB, 0), (k + STUB, side)] for k in range(n)]
    canvas.lines(across + down, gid="grid", colors=canvas.theme.faint, linewidths=0.05 * unit)
    for value, name in enumerate(("right-and-up", "left-and-down")):
        chosen = ends[values == value]
        middle = chosen.mean(axis=1)
        # An edge runs right or down; a horizontal 0 points right, a vertical 0 up.
        forward = np.sign((chosen[:, 1] - chosen[:, 0]).round(6)) * ((1, -1), (-1, 1))[value]
        aside = forward[:, ::-1]
        corners = (0.2 * forward, -0.14 * forward + 0.15 * aside, -0.14 * forward - 0.15 * aside)
        canvas.polygons(
            np.stack([middle + corner for corner in corners], axis=1),
            gid=name,
            facecolor=ARROWS[theme][value],
            linewidth=0,
        )
    entries = np.array(state.to_asm().rows)
    for value, name in ((1, "ones"), (-1, "minus-ones")):
        y, x = np.nonzero(entries == value)
        canvas.axes.scatter(
            x + STUB,
            y + STUB,
            s=(0.26 * unit) ** 2,
            color=SIGNS[value][1],
            edgecolors=canvas.theme.ink,
            linewidths=0.02 * unit,
            zorder=3,
            gid=name,
        )
    return canvas.picture(says)


def _draw_legend(canvas: Canvas, unit: float, theme: str, side: float) -> None:
    """Write below a state what its two colours of arrows and of dots are."""
    said = [(colour, words, "s") for colour, words in zip(ARROWS[theme], WORDS, strict=True)]
    said += [(SIGNS[value][1], f"{value}".replace("-", "\N{MINUS SIGN}"), "o") for value in (1, -1)]
    x = widened(canvas, side, 6.7, unit)
    y = side + 0.5 * max(0.7, 0.09 * side)
    for at, (colour, words, marker) in enumerate(said):
        place = x + (0.1, 2.55, 5.0, 5.9)[at] * CM / unit
        canvas.axes.scatter(place, y, s=30, color=colour, marker=marker, linewidths=0)
        canvas.write(place + 0.22 * CM / unit, y, words, ha="left", size=8, gid=f"legend-{at}")


def _draw_kinds(state: SixVertexState, says: str, theme: str) -> Picture:
    """Draw a pixel for every vertex, and under them which colour is which vertex."""
    across, down = np.array(state.horizontal), np.array(state.vertical)
    kinds = 8 * across[:, :-1] + 4 * across[:, 1:] + 2 * down[:-1] + down[1:]
    codes = np.zeros(16, int)
    for code, (left, right, upper, lower) in enumerate(VERTICES):
        codes[8 * left + 4 * right + 2 * upper + lower] = code
    n = state.size
    canvas, unit = sheet(n, theme, down=1.08 * n)
    canvas.pixels(codes[kinds], [KINDS[name] for name in VERTICES.values()], gid="pixels")
    for at, (name, colour) in enumerate(sorted(KINDS.items())):
        x, y = n * (at + 0.3) / 6, 1.055 * n
        square = np.array([[(0, -1), (2, -1), (2, 1), (0, 1)]]) * 0.02 * n + (x, y)
        canvas.polygons(square, gid=f"kind-{name}", facecolor=colour, linewidth=0)
        write_in_cell(canvas, x + 0.07 * n, y, name, 0.08 * n * unit)
    return canvas.picture(f"{says}; one pixel a vertex, coloured by its kind")
