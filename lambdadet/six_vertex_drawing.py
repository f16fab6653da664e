"""Pictures of six-vertex states and fully packed loops."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import numpy as np
from numpy.typing import ArrayLike, NDArray

from lambdadet.drawing import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    SIGNS,
    SKY,
    VERMILION,
    YELLOW,
    draw_lines,
    draw_pixels,
    draw_polygons,
    require_drawable,
    sheet,
    write,
)
from lambdadet.matrices import AlternatingSignMatrix
from lambdadet.six_vertex import VERTICES, FullyPackedLoop, SixVertexState
from termwise.pictures import Picture

MOST_ARROWS, MOST_PATHS, MOST_NUMBERED = 24, 150, 24
"""The most rows with single arrows, of a picture of loops, and of one with numbers."""

KINDS = {"a1": SKY, "a2": BLUE, "b1": YELLOW, "b2": GREEN, "c1": VERMILION, "c2": PINK}
ARROWS = {"light": (BLUE, VERMILION), "dark": (SKY, ORANGE)}
"""Colours of the arrows right and up, and of those left and down."""

PATHS = {"light": (BLUE, ORANGE, GREEN, PINK), "dark": (SKY, YELLOW, GREEN, PINK)}
CLOSED = VERMILION

STUB = 0.7
"""How much of an edge that sticks out is drawn."""

Vertex = tuple[int, int]  # (x, y) = (j, i)


def draw_six_vertex(
    state: SixVertexState | AlternatingSignMatrix, *, theme: str = "light"
) -> Picture:
    """Draw a six-vertex state: an arrow on every edge, a dot where a matrix has 1 or -1.

    Arrows to the right or up have one colour, those to the left or down another; the dots have the
    colours of `draw_matrix`.

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
            f"state must be a SixVertexState or an AlternatingSignMatrix, got {state!r}"
        )
    n = require_drawable("state", state.size)
    if isinstance(state, AlternatingSignMatrix):
        state = SixVertexState.from_asm(state)
    says = f"six-vertex state of {n} x {n}, {2 * n * (n + 1)} arrows"
    if n > MOST_ARROWS:
        return _draw_kinds(state, says, theme)
    canvas, unit = sheet(n - 1 + 2 * STUB, theme)
    values, places = _edges(state)
    ends = _on_sheet(places, n, STUB)
    side = n - 1 + 2 * STUB
    across = [[(0, k + STUB), (side, k + STUB)] for k in range(n)]
    down = [[(k + STUB, 0), (k + STUB, side)] for k in range(n)]
    draw_lines(canvas, across + down, gid="grid", colors=canvas.theme.faint, linewidths=0.05 * unit)
    for value, name in enumerate(("right-and-up", "left-and-down")):
        chosen = ends[values == value]
        middle = chosen.mean(axis=1)
        # An edge runs right or down; a horizontal 0 points right, a vertical 0 up.
        forward = np.sign((chosen[:, 1] - chosen[:, 0]).round(6)) * ((1, -1), (-1, 1))[value]
        aside = forward[:, ::-1]
        corners = (0.2 * forward, -0.14 * forward + 0.15 * aside, -0.14 * forward - 0.15 * aside)
        draw_polygons(
            canvas,
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


def _draw_kinds(state: SixVertexState, says: str, theme: str) -> Picture:
    """Draw a pixel for every vertex, and under them which colour is which vertex."""
    across, down = np.array(state.horizontal), np.array(state.vertical)
    kinds = 8 * across[:, :-1] + 4 * across[:, 1:] + 2 * down[:-1] + down[1:]
    codes = np.zeros(16, int)
    for code, (left, right, upper, lower) in enumerate(VERTICES):
        codes[8 * left + 4 * right + 2 * upper + lower] = code
    n = state.size
    canvas, unit = sheet(n, theme, down=1.08 * n)
    draw_pixels(canvas, codes[kinds], [KINDS[name] for name in VERTICES.values()])
    for at, (name, colour) in enumerate(sorted(KINDS.items())):
        x, y = n * (at + 0.3) / 6, 1.055 * n
        square = np.array([[(0, -1), (2, -1), (2, 1), (0, 1)]]) * 0.02 * n + (x, y)
        draw_polygons(canvas, square, gid=f"kind-{name}", facecolor=colour, linewidth=0)
        write(canvas, x + 0.07 * n, y, name, 0.08 * n * unit)
    return canvas.picture(f"{says}; one pixel a vertex, coloured by its kind")


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
        raise TypeError(f"loop must be a FullyPackedLoop or an AlternatingSignMatrix, got {loop!r}")
    n = require_drawable("loop", loop.size, most=MOST_PATHS)
    if isinstance(loop, AlternatingSignMatrix):
        loop = FullyPackedLoop.from_asm(loop)
    room = 1.6 if n <= MOST_NUMBERED else STUB  # from a vertex on the border to the margin
    canvas, unit = sheet(n - 1 + 2 * room, theme)
    numbers = _numbered_ends(n)
    closed = 0
    for at, vertices in enumerate(_components(loop)):
        if vertices[0] not in numbers:
            closed += 1
            name, colour, width = f"loop-{closed}", CLOSED, 0.24
        else:
            name = "path-{}-{}".format(*sorted((numbers[vertices[0]], numbers[vertices[-1]])))
            colour, width = PATHS[theme][at % len(PATHS[theme])], 0.15
        canvas.axes.plot(
            *_on_sheet(vertices, n, room).T,
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
            x, y = np.clip(place, -0.2, n + 1.2) - 1 + room
            write(canvas, x, y, str(number), 1.3 * unit, gid=f"end-{number}")
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
    values, places = _edges(loop)
    graph: nx.Graph[Vertex] = nx.Graph()
    graph.add_edges_from((tuple(a), tuple(b)) for a, b in places[values == 1].tolist())
    numbers = _numbered_ends(loop.size)
    seen: set[Vertex] = set()
    for start in [*numbers, *sorted(graph)]:
        if start not in seen:
            vertices = list(nx.dfs_preorder_nodes(graph, start))
            seen.update(vertices)
            yield vertices if start in numbers else [*vertices, start]


def _edges(edges: SixVertexState | FullyPackedLoop) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the value of every edge, and its ends (x, y) = (j, i), rightwards or downwards."""
    values, ends = [], []
    for i, row in enumerate(edges.horizontal, 1):
        for j, value in enumerate(row):
            values.append(value)
            ends.append(((j, i), (j + 1, i)))
    for i, row in enumerate(edges.vertical):
        for j, value in enumerate(row, 1):
            values.append(value)
            ends.append(((j, i), (j, i + 1)))
    return np.array(values), np.array(ends)


def _on_sheet(places: ArrayLike, n: int, room: float) -> NDArray[np.float64]:
    """Return where places (x, y) lie: edges that stick out are cut, vertex (1, 1) is at `room`."""
    return np.clip(places, 1 - STUB, n + STUB) - 1 + room
