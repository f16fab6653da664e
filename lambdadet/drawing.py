"""Pictures, as SVG text: domino tilings, six-vertex states, fully packed loops.

Nothing else of the package imports this file before a notebook asks for a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdadet.matchings import pair_to_matching
from lambdadet.pairs import CompatiblePair
from lambdadet.six_vertex import FullyPackedLoop, SixVertexState

DOMINOES = {
    (0, 0): "#d55e00",  # B south-east of A: the dominoes with parameter lam
    (0, -1): "#0072b2",  # south-west: mu
    (-1, 0): "#f0e442",  # north-east
    (-1, -1): "#009e73",  # north-west
}
"""Colours by where the entry of B lies from the entry of A that a domino separates from it."""


def tiling_svg(pair: CompatiblePair, *, width: int = 400) -> str:
    """Return a picture of the domino tiling of a compatible pair; colours are the four directions.

    The diamond stands with the first row of A along its upper left side, rightwards.

    Args:
        pair: A and B; A of size 1 has no domino.
        width: in pixels.

    >>> from lambdadet.shuffling import random_tiling
    >>> tiling_svg(random_tiling(3, rng=1)).count("<rect")
    12
    """
    n = pair.larger.size
    shapes = []
    for (_, i, m), (_, k, j) in sorted(pair_to_matching(pair)):
        # The centres of the two cells, A_ij being at (2j, 2i), turned so that cells stand upright.
        across = sorted((2 * m + 1 + 2 * i, 2 * j + 2 * k + 1))
        down = sorted((2 * i - 2 * m - 1, 2 * k + 1 - 2 * j))
        shapes.append(
            f'<rect x="{across[0] - 1}" y="{down[0] - 1}" width="{across[1] - across[0] + 2}" '
            f'height="{down[1] - down[0] + 2}" fill="{DOMINOES[k - i, m - j]}"/>'
        )
    box = (4, -2 * n + 2, 4 * n - 4, 4 * n - 4)
    return _svg(box, width, '<g stroke="black" stroke-width=".1">', shapes)


def loop_svg(loop: FullyPackedLoop, *, width: int = 200) -> str:
    """Return a picture of a fully packed loop: its kept edges and vertices.

    >>> loop_svg(FullyPackedLoop([[0, 0]], [[1], [1]])).count("<line")
    2
    """
    n = loop.size
    lines = [_line(*ends) for edge, *ends in _segments(loop) if edge]
    dots = [
        f'<circle cx="{2 * j}" cy="{2 * i}" r=".2"/>'
        for i in range(1, n + 1)
        for j in range(1, n + 1)
    ]
    return _svg(
        (0, 0, 2 * n + 2, 2 * n + 2), width, '<g stroke="black" stroke-width=".2">', [*lines, *dots]
    )


def state_svg(state: SixVertexState, *, width: int = 200) -> str:
    """Return a picture of a six-vertex state: an arrow on every edge.

    >>> state_svg(SixVertexState([[0, 1]], [[0], [1]])).count("<path")
    4
    """
    shapes = []
    for edge, x1, y1, x2, y2 in _segments(state):
        shapes.append(_line(x1, y1, x2, y2))
        x, y, across = (x1 + x2) / 2, (y1 + y2) / 2, y1 == y2
        # A horizontal 0 points right, a vertical 0 up.
        sign = (1 - 2 * edge) * (1 if across else -1)
        tip, back = 0.3 * sign, -0.2 * sign
        points = ((tip, 0), (back, 0.25), (back, -0.25))
        moved = [(x + a, y + b) if across else (x + b, y + a) for a, b in points]
        shapes.append(f'<path d="M{" L".join(f"{a:g},{b:g}" for a, b in moved)} Z"/>')
    side = 2 * state.size + 2
    return _svg((0, 0, side, side), width, '<g stroke="black" stroke-width=".06">', shapes)


def _segments(
    edges: SixVertexState | FullyPackedLoop,
) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield every edge with its two ends; vertex (i, j) is at x = 2j, y = 2i."""
    n = edges.size
    for i, row in enumerate(edges.horizontal, 1):
        for j, edge in enumerate(row):
            yield edge, max(2 * j, 1), 2 * i, min(2 * j + 2, 2 * n + 1), 2 * i
    for i, row in enumerate(edges.vertical):
        for j, edge in enumerate(row, 1):
            yield edge, 2 * j, max(2 * i, 1), 2 * j, min(2 * i + 2, 2 * n + 1)


def _line(x1: int, y1: int, x2: int, y2: int) -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'


def _svg(box: tuple[int, int, int, int], width: int, group: str, shapes: Iterable[str]) -> str:
    """Return an SVG of square shape that shows a box."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{width}" '
        f'viewBox="{box[0]} {box[1]} {box[2]} {box[3]}">{group}{"".join(shapes)}</g></svg>'
    )
