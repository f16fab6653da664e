"""Growth diagrams: partitions at the corners, labels in the cells.

It is drawn as the text of `diagrams`: up steps lead up, down steps lead right, c is the thick
boundary, with the numbers k outside.  The partition of a corner is written to its lower right, out
of the way of the lines; columns are as wide as the partitions in them.
"""

from __future__ import annotations

from cylindric.drawing.diagram import draw_boundary, turn_colour
from cylindric.drawing.unrolled import MARGIN, draw_seam, name_of
from cylindric.growth.bijection import decompose
from cylindric.growth.diagrams import GrowthDiagram, growth_diagram
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.profiles import Profile, place
from termwise.arguments import brief, shown
from termwise.doors import door
from termwise.pictures import Canvas, Picture, text_width, themed
from termwise.showing import draws

MAX_CELLS = 2_000
WIDEST = 17.0  # with the partitions; on a wider picture they could not be read
SIZE = 7.0  # of the partitions, in points
HEIGHT = 1.0  # of a row
ASIDE = 0.07  # from a corner to its partition, in centimetres


@draws(GrowthDiagram)
@themed
@door
def draw_growth(
    diagram_or_c: GrowthDiagram | CylindricPartition, *, theme: str = "light"
) -> Picture:
    """Draw a growth diagram with its partitions and labels, cells coloured by turn.

    A dot is the label 0.  The partitions are left out, which the picture says, when they would make
    it wider than a page.

    Args:
        diagram_or_c: a growth diagram, or a cylindric partition for the one by RSK.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: neither a GrowthDiagram nor a CylindricPartition.
        ValueError: an unknown theme, or more than 2000 cells (the message says how many).

    Source: Fomin's growth diagrams, on the cylinder after [Langer12, Langer13].

    >>> from cylindric.objects.profiles import Profile
    >>> draw_growth(CylindricPartition(Profile("10"), [(2,), (1,)]))
    <Picture: growth diagram of (1) ≺ (2) ≻ (1) by rsk, 1 cell>
    """
    if isinstance(diagram_or_c, CylindricPartition):
        # Whole turns at once, so that what is too large is not peeled cell by cell.
        turns = max((n for _, _, n in decompose(diagram_or_c).labels), default=0)
        _require_drawable(turns * diagram_or_c.profile.rank * diagram_or_c.profile.level)
        diagram_or_c = growth_diagram(diagram_or_c)
    if not isinstance(diagram_or_c, GrowthDiagram):
        raise TypeError(
            f"diagram_or_c must be a GrowthDiagram or a CylindricPartition, "
            f"got {shown(diagram_or_c)}"
        )
    diagram, profile = diagram_or_c, diagram_or_c.subject.profile
    number = len(diagram.cells)
    _require_drawable(number)
    corners = [line[::2] for line in diagram.grid()[::-2]]  # the corners, rows counted upwards
    xs, height, written = _columns(corners, profile.rank)
    ys = [a * height for a in range(len(corners))]
    canvas = Canvas.showing(
        -0.45 - MARGIN,
        xs[-1]
        + (max(text_width(row[-1], SIZE) for row in corners) + ASIDE if written else 0)
        # and the numbers k, where there are any
        + MARGIN,
        (-0.45 if written else -0.25) - MARGIN,
        ys[-1] + 0.35 + MARGIN,
        theme=theme,
    )
    _draw_cells(canvas, diagram, xs, ys)
    for a, seam in ((0, 0), (len(ys) - 1, profile.rank)):
        last = max(b for b, corner in enumerate(corners[a]) if corner)
        draw_seam(canvas, (xs[seam], ys[a]), (xs[last], ys[a]))
    draw_boundary(canvas, profile, xs, ys, SIZE if height > 0.4 else 0)
    if written:
        _number_lines(canvas, profile, xs, ys)
        style = {"ha": "left", "va": "top"}
        for y, row in zip(ys, corners, strict=True):
            for x, corner in zip(xs, row, strict=True):
                if corner:
                    canvas.write(x + ASIDE, y - ASIDE, corner, gid="corner", size=SIZE, **style)
    cells = f"{number} cell{'' if number == 1 else 's'}"
    without = "" if written else ", labels only"
    says = f"growth diagram of {name_of(diagram.subject)} by {diagram.rule.name}, {cells}{without}"
    return canvas.picture(says)


def _number_lines(canvas: Canvas, profile: Profile, xs: list[float], ys: list[float]) -> None:
    """Write the number k of every corner of the boundary, outside of it."""
    a = b = 0
    for k, letter in enumerate(f"{profile.word} "):
        end = k in (0, profile.period)
        colour = canvas.theme.accent if end else canvas.theme.quiet
        canvas.write(xs[b] - 0.15, ys[a] + 0.17, str(k), gid="line", size=5.5, color=colour)
        a, b = a + (letter == "1"), b + (letter == "0")


def _require_drawable(number: int) -> None:
    if number > MAX_CELLS:
        raise ValueError(
            f"growth diagram must have at most {MAX_CELLS} cells to be drawn, got {brief(number)}"
        )


def _columns(corners: list[list[str]], rank: int) -> tuple[list[float], float, bool]:
    """Return where the columns of corners are, how high a row is, and if partitions are shown."""
    widths = [max(text_width(c, SIZE) for c in column) for column in zip(*corners, strict=True)]
    xs = [0.0]
    for width in widths[:-1]:
        xs.append(xs[-1] + max(width + 2 * ASIDE + 0.1, 0.9))
    if xs[-1] + widths[-1] <= WIDEST and len(corners) * HEIGHT <= 2 * WIDEST:
        return xs, HEIGHT, True
    side = min(0.7, 13 / len(widths))
    return [side * b for b in range(len(widths))], side, False


def _draw_cells(canvas: Canvas, diagram: GrowthDiagram, xs: list[float], ys: list[float]) -> None:
    profile = diagram.subject.profile
    turns = max((cell.box.n for cell in diagram.cells), default=0)
    for n in range(1, turns + 1):
        # Cells with a label are what the bijection keeps: they are the stronger ones.
        for filled in (False, True):
            places = [
                place(profile, cell.box)
                for cell in diagram.cells
                if cell.box.n == n and bool(cell.label) == filled
            ]
            canvas.polygons(
                [
                    [(xs[b], ys[a]), (xs[b + 1], ys[a]), (xs[b + 1], ys[a + 1]), (xs[b], ys[a + 1])]
                    for b, a in places
                ],
                gid=f"turn-{n}{'-labelled' if filled else ''}",
                facecolor=turn_colour(n, canvas, 0.55 if filled else 0.18),
                edgecolor=canvas.theme.faint,
                linewidth=0.6,
            )
    room = ys[1] - ys[0] if len(ys) > 1 else HEIGHT
    size = min(8.0, 11 * room)
    for cell in diagram.cells:
        b, a = place(profile, cell.box)
        text = brief(cell.label) if cell.label else "·"
        if size >= 3 and text_width(text, size) < xs[b + 1] - xs[b]:
            canvas.write(
                (xs[b] + xs[b + 1]) / 2,
                (ys[a] + ys[a + 1]) / 2,
                text,
                gid="cell",
                size=size,
                weight="bold" if cell.label else "normal",
            )
