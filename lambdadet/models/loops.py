"""Fully packed loops, link patterns and gyration.

Take a six-vertex state (see `ice`) and keep the edges whose arrow starts at a place (i, j) with
i + j even, in the grid or next to it.  Each vertex keeps two, so the kept edges are paths and loops
through all vertices, a *fully packed loop*:

      |       |             Of the 4n edges that stick out every second one is kept; the paths link
      .---.---.             these in pairs that do not cross, the *link pattern*.

    --.---.---.--           *Gyration* turns the link pattern by one step.

      .---.---.
      |       |
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lambdadet.models.ice import SixVertexState, grid_edges
from lambdadet.objects.matrix import AlternatingSignMatrix, Rows
from termwise.arguments import brief
from termwise.formats import Storable
from termwise.showing import picture_of

Edge = tuple[str, int, int]

MOST_SHOWN = 150
"""The most rows of a fully packed loop that shows itself as a picture."""


@dataclass(frozen=True, slots=True, init=False)
class FullyPackedLoop(Storable):
    """A fully packed loop configuration on the n x n grid.

    Args:
        horizontal: n rows of n + 1 edges, 1 for a kept edge.
        vertical: n + 1 rows of n edges; of the upper edges that stick out the first is kept, and
            then every second one all round.

    Raises:
        TypeError: an edge is not an integer.
        ValueError: a size does not fit, an edge is not 0 or 1, the wrong edges stick out, or a
            vertex does not have two kept edges.

    >>> FullyPackedLoop([[0, 0]], [[1], [1]]).link_pattern
    ((1, 2),)
    """

    horizontal: Rows
    vertical: Rows

    def __init__(
        self, horizontal: Iterable[Iterable[int]], vertical: Iterable[Iterable[int]]
    ) -> None:
        across, down = grid_edges(horizontal, vertical)
        n = len(across)
        object.__setattr__(self, "horizontal", across)
        object.__setattr__(self, "vertical", down)
        for at, edge in enumerate(_outside(n)):
            if self._kept(edge) != 1 - at % 2:
                raise ValueError(
                    f"every second edge that sticks out must be kept, from the first upper one on, "
                    f"got {brief([self._kept(edge) for edge in _outside(n)])} clockwise"
                )
        for i in range(1, n + 1):
            for j in range(1, n + 1):
                kept = sum(map(self._kept, _edges_at(i, j)))
                if kept != 2:
                    raise ValueError(f"vertex ({i}, {j}) must have 2 kept edges, got {brief(kept)}")

    @classmethod
    def from_asm(cls, matrix: AlternatingSignMatrix) -> FullyPackedLoop:
        """Return the fully packed loop of a matrix.

        >>> FullyPackedLoop.from_asm(AlternatingSignMatrix([[1, 0], [0, 1]])).link_pattern
        ((1, 4), (2, 3))
        """
        state = SixVertexState.from_asm(matrix)
        return cls(*_switch(state.horizontal, state.vertical))

    def to_asm(self) -> AlternatingSignMatrix:
        """Return the matrix of this fully packed loop."""
        return SixVertexState(*_switch(self.horizontal, self.vertical)).to_asm()

    @property
    def size(self) -> int:
        """n, the number of rows."""
        return len(self.horizontal)

    @property
    def link_pattern(self) -> tuple[tuple[int, int], ...]:
        """The pairs of kept outside edges that a path joins, numbered 1..2n clockwise.

        Number 1 is the edge over vertex (1, 1).
        """
        n = self.size
        numbers = {edge: at // 2 + 1 for at, edge in enumerate(_outside(n)) if at % 2 == 0}
        links = {}
        for start, number in numbers.items():
            edge, (i, j) = start, _vertex_inside(start, n)
            while True:
                (edge,) = (e for e in _edges_at(i, j) if e != edge and self._kept(e))
                if edge in numbers:
                    break
                ((i, j),) = set(_ends(edge)) - {(i, j)}
            links[number] = numbers[edge]
        return tuple(sorted((a, b) for a, b in links.items() if a < b))

    def gyrate(self) -> FullyPackedLoop:
        """Return the gyration: a new fully packed loop, its link pattern turned by one step.

        In every square of four vertices, first those whose upper left vertex (i, j) has i + j
        even and then the others, two kept edges that are opposite are exchanged for the other two.
        Every link {a, b} becomes {a - 1, b - 1}, modulo 2n.

        Source: [Wieland00].

        >>> loop = FullyPackedLoop.from_asm(AlternatingSignMatrix([[1, 0], [0, 1]]))
        >>> loop.gyrate().link_pattern
        ((1, 2), (3, 4))
        """
        across = [list(row) for row in self.horizontal]
        down = [list(row) for row in self.vertical]
        steps = range(1, self.size)
        for parity in (0, 1):
            for i, j in ((i, j) for i in steps for j in steps if (i + j) % 2 == parity):
                upper, lower = across[i - 1][j], across[i][j]
                left, right = down[i][j - 1], down[i][j]
                if upper == lower != left == right:
                    across[i - 1][j] = across[i][j] = left
                    down[i][j - 1] = down[i][j] = upper
        return FullyPackedLoop(across, down)

    def _kept(self, edge: tuple[str, int, int]) -> int:
        kind, i, j = edge
        return self.horizontal[i - 1][j] if kind == "h" else self.vertical[i][j - 1]

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return picture_of(self)._repr_mimebundle_() if self.size <= MOST_SHOWN else {}

    def __repr__(self) -> str:
        return f"FullyPackedLoop({self.horizontal}, {self.vertical})"

    def __str__(self) -> str:
        lines = []
        for i, row in enumerate(self.vertical):
            lines.append("  " + "   ".join("|" if edge else " " for edge in row))
            if i < self.size:
                lines.append(
                    ".".join("---" if edge else "   " for edge in self.horizontal[i])[1:-1]
                )
        return "\n".join(line.rstrip() for line in lines)


def _switch(horizontal: Rows, vertical: Rows) -> tuple[Rows, Rows]:
    """Turn arrows into kept edges, or back: an edge is complemented by the parity of its place."""
    return (
        tuple(
            tuple((edge + i + j + 1) % 2 for j, edge in enumerate(row))
            for i, row in enumerate(horizontal, 1)
        ),
        tuple(
            tuple((edge + i + j) % 2 for j, edge in enumerate(row, 1))
            for i, row in enumerate(vertical)
        ),
    )


def _edges_at(i: int, j: int) -> tuple[Edge, Edge, Edge, Edge]:
    """Return the four edges of vertex (i, j): ("h", i, j) is on its right, ("v", i, j) below."""
    return ("h", i, j - 1), ("h", i, j), ("v", i - 1, j), ("v", i, j)


def _ends(edge: Edge) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the two vertices of an edge; one is off the grid if the edge sticks out."""
    kind, i, j = edge
    return (i, j), (i, j + 1) if kind == "h" else (i + 1, j)


def _vertex_inside(edge: Edge, n: int) -> tuple[int, int]:
    """Return the vertex on the grid of an edge that sticks out."""
    (vertex,) = (end for end in _ends(edge) if min(end) >= 1 and max(end) <= n)
    return vertex


def _outside(n: int) -> list[Edge]:
    """Return the 4n edges that stick out, clockwise from the one over vertex (1, 1)."""
    there, back = range(1, n + 1), range(n, 0, -1)
    return [
        *(("v", 0, j) for j in there),
        *(("h", i, n) for i in there),
        *(("v", n, j) for j in back),
        *(("h", i, 0) for i in back),
    ]
