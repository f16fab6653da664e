"""x[n]_11 as a determinant of the Aztec diamond.

Minus signs on the edges of lam alone make the orientation of the diamond Kasteleyn: every face has
one of them.  So the matchings, with their weights (see `graph`), add up to a determinant.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from numbers import Rational

from flint import fmpq, fmpq_mat

from lambdadet.diamonds.graph import DiamondWeights, Node, Numbers, aztec_edges, require_nonzero
from termwise.arguments import require_integer
from termwise.price import require_steps


def kasteleyn_value(
    n: int,
    x1: Numbers,
    x0: Numbers | None = None,
    lam: Numbers | Rational | int = -1,
    mu: Numbers | Rational | int = 1,
) -> Fraction:
    """Return x[n]_11 from the Kasteleyn determinant of the Aztec diamond of order n - 1.

    The cells are so ordered that the matching of the pair of identities is the diagonal, and the
    sign is +.  The numbers x1 on the border are multiplied into the cells next to them, so only
    the inner ones, 1 < i, j < n, must not be 0.

    Args:
        n: the size of x1, at least 1.
        x1, x0: n x n and (n + 1) x (n + 1) ints or Fractions; x0 is 1 when left out.
        lam, mu: a number, or rows lam[i-1][j-1] = lam_ij, mu[i-1][j] = mu_ij, i = 1..n-1.

    Raises:
        TypeError: a number is not an int or a Fraction.
        ValueError: a size does not fit, or an inner number of x1 or x0 is 0, or
            n is beyond 46.

    Source: [Kasteleyn67]; [Speyer07] for the graph.

    >>> kasteleyn_value(3, [[2, 1, 3], [1, 5, 2], [4, 1, 1]])  # the determinant
    Fraction(-44, 1)
    """
    n = require_integer("n", n, 1)
    require_steps(n**6, "steps for a determinant of n (n - 1) rows")
    weights = DiamondWeights(n, x1, x0, lam, mu)
    inner = range(2, n)
    require_nonzero("x1", weights.x1, inner)
    rows = {("h", i, j): at for at, (i, j) in enumerate(product(range(1, n + 1), range(1, n)))}
    columns = {("v", i - 1, j) if j < i else ("v", i, j + 1): at for (_, i, j), at in rows.items()}
    matrix = fmpq_mat(len(rows), len(rows))
    for edge in aztec_edges(n - 1):
        here, there = edge.nodes
        value = weights.of(edge) * (-1 if (edge.k, edge.l) == (edge.i, edge.j) else 1)
        absorbed = {*_border(here, n), *_border(there, n)}
        value *= prod(weights.x1[i - 1][j - 1] for i, j in absorbed - {(edge.i, edge.j)})
        if (edge.i, edge.j) not in absorbed:
            value /= weights.x1[edge.i - 1][edge.j - 1]
        matrix[rows[here], columns[there]] = fmpq(value.numerator, value.denominator)
    found = matrix.det() if rows else fmpq(1)
    value = Fraction(int(found.p), int(found.q)) * (weights.x1[0][0] if n == 1 else 1)
    value *= prod(weights.x1[i - 1][j - 1] for i, j in product(inner, inner))
    return value * prod(weights.x0[i][j] for i, j in product(range(1, n), range(1, n)))


def _border(node: Node, n: int) -> list[tuple[int, int]]:
    """Return the border entries of A whose every edge ends in this cell; each is in one cell."""
    kind, i, j = node
    if kind == "v":
        return [entry for row, entry in ((1, (1, j)), (n - 1, (n, j))) if row == i]
    if i in (1, n):
        return []  # these belong to cells v
    return [entry for column, entry in ((1, (i, 1)), (n - 1, (i, n))) if column == j]
