"""The array of a cylindric partition in composition form: rows, each shifted to the left.

Row i + 1 begins c_{i+1} columns to the left of row i, and after the last row the first one comes
again, c_1 columns to the left.  Entries fall weakly along rows and down columns.
"""

from __future__ import annotations

from cylindric.drawing.unrolled import MARGIN, draw_seam, name_of
from cylindric.objects.cylindric_partitions import CylindricPartition, require_cylindric_partition
from termwise.arguments import brief
from termwise.doors import door
from termwise.pictures import Canvas, Picture, blend, text_width, themed

MAX_ENTRIES = 5_000
FADE = 0.55  # how much of the repetition is seen
LINE = 0.45  # of the legend, in centimetres
WORDS = ("entries, the larger the stronger", "the same rows again")


@themed
@door
def draw_array(c: CylindricPartition, *, theme: str = "light") -> Picture:
    """Draw the rows of a cylindric partition, and below them their repetition, paler.

    The larger an entry the stronger its colour; numbers are left out where cells are too small for
    them.  The thick line is the boundary, the dashed one the seam.

    Args:
        c: the cylindric partition.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: c is no CylindricPartition.
        ValueError: an unknown theme, a profile without 0, or more than 5000 entries.

    Source: [GK97].

    >>> from cylindric.objects.profiles import Profile
    >>> draw_array(CylindricPartition(Profile("110"), [(2,), (3,), (1,)]))
    <Picture: array of (1) ≺ (2) ≺ (3) ≻ (1), 1 row of 3 entries>
    """
    require_cylindric_partition(c)
    shifts = c.profile.composition
    number = sum(map(len, c.partitions))
    if number > MAX_ENTRIES:
        raise ValueError(
            f"array must have at most {MAX_ENTRIES} entries to be drawn, got {brief(number)}"
        )
    rows = c.rows()
    starts = [-sum(shifts[: i + 1]) for i in range(len(rows))]
    again = [start - sum(shifts) for start in starts]
    left = again[-1]
    right = max([0, *(start + len(row) for start, row in zip(starts, rows, strict=True))])
    side = min(0.85, 13.5 / (right - left + 1), 16 / (2 * len(rows) + 1))
    size = min(9.0, 11 * side)
    numbered = size >= 4 and text_width(brief(c.largest_part), size) < 0.9 * side
    canvas = Canvas.showing(
        left * side - MARGIN,
        max((right + 0.5) * side, left * side + 0.4 + max(map(text_width, WORDS))) + MARGIN,
        -2 * len(rows) * side - MARGIN - len(WORDS) * LINE,
        MARGIN,
        theme=theme,
    )
    ground = canvas.theme.ground
    cells: dict[tuple[int, bool], list[list[tuple[float, float]]]] = {}
    for copy, begins in enumerate((starts, again)):
        for i, (start, row) in enumerate(zip(begins, rows, strict=True)):
            y = -(i + copy * len(rows))
            for x, entry in enumerate(row, start):
                square = ((x, y), (x + 1, y), (x + 1, y - 1), (x, y - 1))
                outline = [(a * side, b * side) for a, b in square]
                cells.setdefault((entry, bool(copy)), []).append(outline)
                if numbered:
                    canvas.write(
                        (x + 0.5) * side,
                        (y - 0.5) * side,
                        brief(entry),
                        gid="again" if copy else "entry",
                        size=size,
                        alpha=FADE + 0.3 if copy else 1,
                    )
    for (entry, copy_), shapes in cells.items():
        colour = blend(canvas.theme.strokes[0], ground, 0.12 + entry / c.largest_part / 2)
        canvas.polygons(
            shapes,
            gid="again" if copy_ else "cell",
            facecolor=blend(colour, ground, FADE) if copy_ else colour,
            edgecolor=blend(canvas.theme.faint, ground, FADE if copy_ else 1),
            linewidth=min(0.8, 2 * side),
        )
    _draw_boundary(canvas, shifts, right, side)
    _draw_legend(canvas, left * side, -2 * len(rows) * side)
    rows_ = f"{len(rows)} row{'s' if len(rows) > 1 else ''}"
    return canvas.picture(f"array of {name_of(c)}, {rows_} of {number} entries")


def _draw_legend(canvas: Canvas, x: float, top: float) -> None:
    """Write below the rows what strong and pale colours are."""
    for at, (words, part) in enumerate(zip(WORDS, (1, FADE), strict=True)):
        y = top - (at + 0.8) * LINE
        colour = blend(canvas.theme.strokes[0], canvas.theme.ground, 0.62 * part)
        square = [(x, y - 0.13), (x + 0.26, y - 0.13), (x + 0.26, y + 0.13), (x, y + 0.13)]
        canvas.polygons([square], gid=f"legend-{at}", facecolor=colour, linewidth=0)
        canvas.write(x + 0.4, y, words, gid="legend", ha="left")


def _draw_boundary(canvas: Canvas, shifts: tuple[int, ...], right: int, side: float) -> None:
    """Draw the left ends of all rows as a staircase, and the seam above either copy."""
    x = y = 0
    for copy in (False, True):
        points = [(x, y)]
        for shift in shifts:
            points += [(x - shift, y), (x - shift, y - 1)]
            x, y = points[-1]
        across, up = zip(*points, strict=True)
        canvas.axes.plot(
            [a * side for a in across],
            [b * side for b in up],
            color=blend(canvas.theme.ink, canvas.theme.ground, FADE if copy else 1),
            linewidth=2.2,
            solid_capstyle="projecting",
            solid_joinstyle="miter",
            zorder=2 if copy else 3,
            gid="boundary-again" if copy else "boundary",
        )
    level, rank = sum(shifts), len(shifts)
    for start, height in ((0, 0), (-level, -rank)):
        draw_seam(canvas, (start * side, height * side), ((right + 0.5) * side, height * side))
