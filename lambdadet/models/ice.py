"""Six-vertex states: square ice.

A *six-vertex state* puts an arrow on every edge of the n x n grid, n^2 vertices and 4n edges that
stick out, two arrows into and two out of each vertex; here with *domain walls*, left and right
pointing in, top and bottom pointing out.  Its vertices with both horizontal arrows in are the
entries 1, those with both out the entries -1 of an alternating sign matrix:

      ^   ^   ^
    > . > . < . <
      ^   v   ^
    > . < . > . <
      v   ^   v
    > . > . < . <
      v   v   v
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from lambdadet.objects.matrix import (
    AlternatingSignMatrix,
    Rows,
    integer_rows,
    require_asm,
    trusted,
)
from termwise.arguments import brief
from termwise.doors import door
from termwise.formats import Storable
from termwise.showing import picture_of

VERTICES = {
    (0, 1, 0, 1): "c1",
    (1, 0, 1, 0): "c2",
    (0, 0, 0, 0): "a1",
    (1, 1, 1, 1): "a2",
    (0, 0, 1, 1): "b1",
    (1, 1, 0, 0): "b2",
}
"""Names of the vertices by their left, right, upper and lower edge; c1 is an entry 1, c2 a -1."""

MOST_SHOWN = 1000
"""The most rows of a state that shows itself as a picture."""


@dataclass(frozen=True, slots=True, init=False)
class SixVertexState(Storable):
    """A six-vertex state with domain walls.

    Args:
        horizontal: n rows of n + 1 edges, 0 for an arrow to the right and 1 to the left.
        vertical: n + 1 rows of n edges, 0 for an arrow up and 1 down.

    Raises:
        TypeError: an edge is not an integer.
        ValueError: a size does not fit, an edge is not 0 or 1, the walls are not domain walls, or
            a vertex does not have two arrows in and two out.

    >>> SixVertexState([[0, 1]], [[0], [1]]).vertex(1, 1)
    'c1'
    """

    horizontal: Rows
    vertical: Rows

    def __init__(
        self, horizontal: Iterable[Iterable[int]], vertical: Iterable[Iterable[int]]
    ) -> None:
        across, down = grid_edges(horizontal, vertical)
        n = len(across)
        walls = {
            "left": (0, [row[0] for row in across]),
            "right": (1, [row[-1] for row in across]),
            "upper": (0, list(down[0])),
            "lower": (1, list(down[-1])),
        }
        for side, (edge, wall) in walls.items():
            if wall != [edge] * n:
                raise ValueError(
                    f"the {side} edges of domain walls must be {edge}, got {brief(wall)}"
                )
        object.__setattr__(self, "horizontal", across)
        object.__setattr__(self, "vertical", down)
        for i in range(1, n + 1):
            for j in range(1, n + 1):
                if self._around(i, j) not in VERTICES:
                    raise ValueError(
                        f"vertex ({i}, {j}) must have two arrows in and two out, got left, right, "
                        f"upper, lower = {self._around(i, j)}"
                    )

    @classmethod
    def from_asm(cls, matrix: AlternatingSignMatrix) -> SixVertexState:
        """Return the state of a matrix: its edges are the partial sums of rows and columns.

        >>> SixVertexState.from_asm(AlternatingSignMatrix([[0, 1], [1, 0]])).horizontal
        ((0, 0, 1), (0, 1, 1))
        """
        down = require_asm("matrix", matrix).column_states
        across = zip(*matrix.transpose().column_states, strict=True)
        return cls(((0, *row) for row in across), ((0,) * matrix.size, *down))

    def to_asm(self) -> AlternatingSignMatrix:
        """Return the matrix: right edge minus left edge of each vertex."""
        return trusted(tuple(tuple(b - a for a, b in pairwise(row)) for row in self.horizontal))

    @property
    def size(self) -> int:
        """n, the number of rows."""
        return len(self.horizontal)

    @door
    def vertex(self, i: int, j: int) -> str:
        """Return the name of vertex (i, j), 1-based: a1, a2, b1, b2, c1 (entry 1) or c2 (-1).

        Raises:
            ValueError: there is no such vertex.
        """
        if not (i in range(1, self.size + 1) and j in range(1, self.size + 1)):
            raise ValueError(f"vertex must be in 1..{self.size} twice, got ({i}, {j})")
        return VERTICES[self._around(i, j)]

    def _around(self, i: int, j: int) -> tuple[int, int, int, int]:
        left, right = self.horizontal[i - 1][j - 1 : j + 1]
        return left, right, self.vertical[i - 1][j - 1], self.vertical[i][j - 1]

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return picture_of(self)._repr_mimebundle_() if self.size <= MOST_SHOWN else {}

    def __repr__(self) -> str:
        return f"SixVertexState({self.horizontal}, {self.vertical})"

    def __str__(self) -> str:
        lines = []
        for i, row in enumerate(self.vertical):
            lines.append("  " + "   ".join("v" if edge else "^" for edge in row))
            if i < self.size:
                lines.append(" . ".join("<" if edge else ">" for edge in self.horizontal[i]))
        return "\n".join(lines)


def grid_edges(
    horizontal: Iterable[Iterable[int]], vertical: Iterable[Iterable[int]]
) -> tuple[Rows, Rows]:
    """Return the edges of an n x n grid as tuples, sizes and values checked.

    Args:
        horizontal: n rows of n + 1 edges, 0 or 1.
        vertical: n + 1 rows of n edges, 0 or 1.

    Raises:
        TypeError: an edge is not an integer.
        ValueError: n < 1, a size does not fit, or an edge is not 0 or 1.

    >>> grid_edges([[0, 1]], [[0], [1]])
    (((0, 1),), ((0,), (1,)))
    """
    across = integer_rows("horizontal", horizontal)
    down = integer_rows("vertical", vertical)
    n = len(across)
    if not n:
        raise ValueError("horizontal must have at least 1 row, got none")
    for name, rows, height, width in (
        ("horizontal", across, n, n + 1),
        ("vertical", down, n + 1, n),
    ):
        if len(rows) != height or any(len(row) != width for row in rows):
            raise ValueError(
                f"{name} must be {height} rows of {width} edges, got rows of lengths "
                f"{[len(row) for row in rows]}"
            )
        if any(edge not in (0, 1) for row in rows for edge in row):
            raise ValueError(f"{name} must have edges 0 and 1, got {brief(rows)}")
    return across, down
