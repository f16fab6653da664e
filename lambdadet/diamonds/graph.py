"""The Aztec diamond, a graph with weights: its perfect matchings are the compatible pairs.

Lay the entries of B, n x n, in the middle of the squares between the entries of A, one larger.  Two
neighbours in a row of A, and the entries of B over and under them, are the corners of a square h;
two neighbours in a column, and the entries of B beside them, the corners of a square v.  These are
the vertices of the graph, the cells of the Aztec diamond of order n.  An edge joins an h and a v
that share a side, that is, a neighbouring entry of A and entry of B:

      A11  h11  A12               four edges round A_ij, by where the entry of B lies:
      v11  B11  v12                   B_ij       south-east   h_ij     - v_ij        lam_ij
      A21  h21  A22                   B_i,j-1    south-west   h_i,j-1  - v_ij        mu_{i,n+1-j}
                                      B_i-1,j    north-east   h_ij     - v_i-1,j     1
                                      B_i-1,j-1  north-west   h_i,j-1  - v_i-1,j     1

A perfect matching uses 1 - A_ij of the edges round A_ij and 1 + B_ij of those round B_ij, so with
the parameter over x1_ij x0_{k+1,l+1} as the weight of the edge between A_ij and B_kl, the matchings
add up to x[n+1]_11 / (prod x1 prod x0), all x1 and the inner x0.  Matchings are in `matchings`, the
pairs they are in `bijection`, their sum as a determinant in `kasteleyn`.  No matrix is known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from numbers import Rational
from typing import TYPE_CHECKING, Any, NamedTuple

from termwise.arguments import require_integer, shown
from termwise.doors import door
from termwise.exact import as_fraction
from termwise.price import require_bytes, require_steps

if TYPE_CHECKING:
    import networkx as nx

Node = tuple[str, int, int]
Numbers = Sequence[Sequence[Rational | int]]


class AztecEdge(NamedTuple):
    """An edge of the diamond of order n: the side between A_ij and B_kl; all 1-based."""

    i: int
    j: int
    k: int
    l: int  # noqa: E741 (the paper's letter)

    @classmethod
    def between(cls, here: Node, there: Node) -> AztecEdge:
        """Return the edge between the cells ("h", i, l) and ("v", k, j), known to share a side.

        >>> AztecEdge.between(("h", 2, 1), ("v", 1, 2))
        AztecEdge(i=2, j=2, k=1, l=1)
        """
        (_, i, right), (_, k, j) = here, there
        return cls(i, j, k, right)

    @property
    def nodes(self) -> tuple[Node, Node]:
        """The two cells that share the side: ("h", i, l), ("v", k, j)."""
        return ("h", self.i, self.l), ("v", self.k, self.j)

    def parameter(self, order: int) -> tuple[str, int, int] | None:
        """Return ("lam", i, j), ("mu", i, j) or None: the parameter on the edge."""
        if self.k < self.i:
            return None
        return ("lam", self.i, self.j) if self.l == self.j else ("mu", self.i, order + 1 - self.j)


def aztec_edges(order: int) -> Iterator[AztecEdge]:
    """Yield the 4 n^2 edges of the Aztec diamond of order n >= 0, by the entry of B they touch.

    >>> for edge in aztec_edges(1):
    ...     print(edge.nodes, edge.parameter(1))
    (('h', 1, 1), ('v', 1, 1)) ('lam', 1, 1)
    (('h', 1, 1), ('v', 1, 2)) ('mu', 1, 0)
    (('h', 2, 1), ('v', 1, 1)) None
    (('h', 2, 1), ('v', 1, 2)) None
    """
    steps = range(1, require_integer("order", order, 0) + 1)
    for k in steps:
        for l in steps:  # noqa: E741
            for i, j in product((k, k + 1), (l, l + 1)):
                yield AztecEdge(i, j, k, l)


@door
def aztec_diamond(
    n: int,
    x1: Numbers | None = None,
    x0: Numbers | None = None,
    lam: Numbers | Rational | int = 1,
    mu: Numbers | Rational | int = 1,
) -> nx.Graph[Node]:
    """Return the Aztec diamond of order n as a weighted bipartite graph.

    Its perfect matchings are the compatible pairs (A, B) of sizes n + 1 and n; see
    `bijection.pair_to_matching`.  Nodes are ("h", i, j) and ("v", i, j), with attributes
    `bipartite` (0, 1) and `position` (integers, to draw it).  Edges have `entry` = (i, j) and
    `inner` = (k, l), for the entries A_ij and B_kl they separate, `parameter` = ("lam", i, j),
    ("mu", i, j) or None, and `weight` = parameter / (x1_ij x0_{k+1,l+1}), an exact Fraction.

    Args:
        n: the order, at least 1.
        x1: n + 1 rows of n + 1 numbers, none 0; all 1 when left out.
        x0: n + 2 rows of n + 2 numbers, the inner ones not 0; all 1 when left out.
        lam: a number, or n rows lam[i-1][j-1] = lam_ij.
        mu: a number, or n rows mu[i-1][j] = mu_ij.

    Raises:
        TypeError: a number is not an int or a Fraction.
        ValueError: n < 1, a size does not fit, a number to divide by is 0, or n is too large.

    Source: [EKLP92]; [Speyer07] for the weights; [Langer13] for all parameters.

    >>> diamond = aztec_diamond(2, lam=3)
    >>> diamond.number_of_nodes(), diamond.number_of_edges()
    (12, 16)
    >>> diamond.edges[("h", 1, 1), ("v", 1, 1)]["parameter"]
    ('lam', 1, 1)
    """
    import networkx as nx  # a tiling needs the weights, and no graph

    n = require_integer("n", n, 1)
    require_bytes(10**4 * n**2, "the graph")
    require_steps(2 * 10**4 * n**2, "steps for the graph")
    weights = DiamondWeights(n + 1, 1 if x1 is None else x1, x0, lam, mu)
    require_nonzero("x1", weights.x1, range(1, n + 2))
    graph: nx.Graph[Node] = nx.Graph()
    for edge in aztec_edges(n):
        here, there = edge.nodes
        for part, node in enumerate(edge.nodes):
            graph.add_node(node, bipartite=part, position=_position(node))
        graph.add_edge(
            here,
            there,
            entry=(edge.i, edge.j),
            inner=(edge.k, edge.l),
            parameter=edge.parameter(n),
            weight=weights.of(edge) / weights.x1[edge.i - 1][edge.j - 1],
        )
    return graph


def _position(node: Node) -> tuple[int, int]:
    """Return where to draw a cell: A_ij is at (2 j, -2 i)."""
    kind, i, j = node
    return (2 * j + 1, -2 * i) if kind == "h" else (2 * j, -2 * i - 1)


class DiamondWeights:
    """The numbers of x[n]_11, checked; n is the size of x1 and the diamond has order n - 1."""

    def __init__(self, n: int, x1: Any, x0: Any, lam: Any, mu: Any) -> None:
        self.x1 = _fractions("x1", x1, n)
        self.x0 = _fractions("x0", 1 if x0 is None else x0, n + 1)
        self.parameters = {
            "lam": _fractions("lam", lam, n - 1),
            "mu": _fractions("mu", mu, n - 1),
        }
        self.n = n
        require_nonzero("x0", self.x0, range(2, n + 1))

    def of(self, edge: AztecEdge) -> Fraction:
        """Return the parameter of an edge over the number of x0 it touches."""
        named = edge.parameter(self.n - 1)
        value = Fraction(1)
        if named:
            kind, i, j = named
            value = self.parameters[kind][i - 1][j - 1 if kind == "lam" else j]
        return value / self.x0[edge.k][edge.l]


def _fractions(name: str, numbers: Any, size: int) -> list[list[Fraction]]:
    """Return size x size Fractions, from rows of numbers or one number for all."""
    if isinstance(numbers, Rational):
        return [[as_fraction(numbers)] * size for _ in range(size)]
    try:
        rows = [list(row) for row in numbers]
    except TypeError:
        raise TypeError(f"{name} must be rows of ints or Fractions, got {shown(numbers)}") from None
    if len(rows) != size or any(len(row) != size for row in rows):
        raise ValueError(
            f"{name} must be {size} x {size}, got {len(rows)} rows of lengths "
            f"{shown([len(row) for row in rows])}"
        )
    for number in (number for row in rows for number in row):
        if not isinstance(number, Rational):
            raise TypeError(f"{name} must be ints or Fractions, got {shown(number)}")
    return [[as_fraction(number) for number in row] for row in rows]


def require_nonzero(name: str, rows: list[list[Fraction]], indices: range) -> None:
    """Refuse a 0 among the numbers (i, j), both in `indices`, that one has to divide by.

    Args:
        name: the table, as the error calls it.
        rows: the numbers, 0-based.
        indices: of rows and of columns, 1-based.

    Raises:
        ValueError: naming the first 0.
    """
    for i, j in product(indices, indices):
        if not rows[i - 1][j - 1]:
            raise ValueError(f"{name} must not be 0 where it is divided by, got 0 at ({i}, {j})")
