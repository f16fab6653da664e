"""Pictures of fully packed loops: every path a line, every closed loop a thick one."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import numpy as np

from lambdadet.drawing.grid import STUB, edges_and_ends, on_sheet
from lambdadet.drawing.sheet import require_drawable, sheet, write_in_cell
from lambdadet.models.loops import MOST_SHOWN, FullyPackedLoop
from lambdadet.objects.matrix import AlternatingSignMatrix
from termwise.arguments import shown
from termwise.doors import door
from termwise.pictures import Picture, themed
from termwise.showing import draws

MOST_NUMBERED = 24
"""The most rows with numbers at the ends of the paths."""

Vertex = tuple[int, int]  # (x, y) = (j, i)


@draws(FullyPackedLoop)
@themed
@door
def draw_loops(loop: FullyPackedLoop | AlternatingSignMatrix, *, theme: str = "light") -> Picture:
    """Draw a fully packed loop: paths in several colours, closed loops all in vermilion and thick.

    The ends of the paths are numbered as in `FullyPackedLoop.link_pattern`.

    Args:
        loop: a fully packed loop, or the matrix of one, of at most 150 rows; above 24 rows the ends
            have no numbers.
        theme: "light" or "dark".

    Raises:
        TypeError: loop is neither.
        ValueError: it has more than 150 rows or none, or the theme is unknown.

    >>> draw_loops(AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])).says
    'fully packed loop of 3 x 3, paths: 3, closed loops: 0'
    """
    if not isinstance(loop, FullyPackedLoop | AlternatingSignMatrix):
        raise TypeError(
            f"loop must be a FullyPackedLoop or an AlternatingSignMatrix, got {shown(loop)}"
        )
    n = require_drawable("loop", loop.size, most=MOST_SHOWN)
    if isinstance(loop, AlternatingSignMatrix):
        loop = FullyPackedLoop.from_asm(loop)
    room = 1.7 if n <= MOST_NUMBERED else STUB  # from a vertex on the border to the margin
    canvas, unit = sheet(n - 1 + 2 * room, theme)
    numbers, strokes = _numbered_ends(n), canvas.theme.strokes
    closed = 0
    for at, vertices in enumerate(_components(loop)):
        if vertices[0] not in numbers:
            closed += 1
            name, colour, width = f"loop-{closed}", canvas.theme.accent, 0.24
        else:
            name = "path-{}-{}".format(*sorted((numbers[vertices[0]], numbers[vertices[-1]])))
            colour, width = strokes[at % len(strokes)], 0.15
        canvas.axes.plot(
            *on_sheet(vertices, n, room).T,
            color=colour,
            linewidth=max(0.8, width * unit),
            solid_joinstyle="round",
            solid_capstyle="round",
            gid=name,
        )
    if n <= MOST_NUMBERED:
        y, x = np.mgrid[:n, :n]
        canvas.axes.scatter(
            x + room, y + room, s=(0.1 * unit) ** 2, color=canvas.theme.ink, zorder=3, gid="dots"
        )
        for place, number in numbers.items():
            x, y = np.clip(place, -0.3, n + 1.3) - 1 + room
            write_in_cell(canvas, x, y, str(number), 1.3 * unit, gid=f"end-{number}")
    says = f"fully packed loop of {n} x {n}, paths: {n}, closed loops: {closed}"
    return canvas.picture(says if n <= MOST_NUMBERED else f"{says}; ends without numbers")


def _numbered_ends(n: int) -> dict[Vertex, int]:
    """Return the places (x, y) next to the grid where paths end, with their numbers."""
    there, back = range(1, n + 1), range(n, 0, -1)
    around = [(j, 0) for j in there] + [(n + 1, i) for i in there]
    around += [(j, n + 1) for j in back] + [(0, i) for i in back]
    return {place: number for number, place in enumerate(around[::2], 1)}


def _components(loop: FullyPackedLoop) -> Iterator[list[Vertex]]:
    """Yield the vertices of every path, end to end, and of every closed loop, back to its first."""
    values, places = edges_and_ends(loop)
    graph: nx.Graph[Vertex] = nx.Graph()
    graph.add_edges_from((tuple(a), tuple(b)) for a, b in places[values == 1].tolist())
    numbers = _numbered_ends(loop.size)
    seen: set[Vertex] = set()
    for start in [*numbers, *sorted(graph)]:
        if start not in seen:
            vertices = list(nx.dfs_preorder_nodes(graph, start))
            seen.update(vertices)
            yield vertices if start in numbers else [*vertices, start]
