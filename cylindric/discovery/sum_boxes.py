r"""Boxes that hold every n in N^k with (n^t A n + b.n)/2 below an order, each with its proof.

Every function returns the edges m, so that n <= m, or None where its proof does not apply.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import isqrt

from flint import fmpz_mat

Affine = tuple[int, ...]
"""The coefficients of n_1 .. n_k, and the constant."""

Matrix = tuple[tuple[int, ...], ...]
Vector = tuple[int, ...]


def box_of(matrix: Matrix, vector: Vector, bounds: Iterable[Affine], order: int) -> Vector | None:
    """Return edges by any of the proofs.

    Args:
        matrix, vector: A and b.
        bounds: affine forms that are not negative where a term is not zero.
        order: of the exponents.

    >>> box_of(((2, -1), (-1, 2)), (0, 0), (), 12)
    (3, 3)
    >>> box_of(((2, 0), (0, 0)), (0, 0), [(2, -1, 1)], 12)
    (3, 7)
    >>> box_of(((2, -2), (-2, 2)), (0, 0), (), 12) is None
    True
    """
    edges = by_ellipsoid(matrix, vector, order) or by_variable(matrix, vector, order)
    return None if edges is None else by_support(bounds, edges)


def by_ellipsoid(matrix: Matrix, vector: Vector, order: int) -> list[int | None] | None:
    """Bound a positive definite form: (x - c)^t A (x - c) < 2 (order - least), least at c."""
    k = len(matrix)
    if any(fmpz_mat([list(row[: i + 1]) for row in matrix[: i + 1]]).det() <= 0 for i in range(k)):
        return None
    inverse = fmpz_mat([list(row) for row in matrix]).inv()
    entry = [
        [Fraction(int(inverse[i, j].p), int(inverse[i, j].q)) for j in range(k)] for i in range(k)
    ]
    centre = [-sum(entry[i][j] * vector[j] for j in range(k)) / 2 for i in range(k)]
    least = sum(b * c for b, c in zip(vector, centre, strict=True)) / 4
    edges: list[int | None] = []
    for i in range(k):
        # x - c < sqrt(room): less than an integer above it
        room = 2 * (order - least) * entry[i][i]
        if room <= 0:
            return [0] * k
        edge = int(centre[i] // 1) + isqrt(int(room)) + 2
        while edge > 0 and edge > centre[i] and (edge - centre[i]) ** 2 >= room:
            edge -= 1
        edges.append(max(edge, 0))
    return edges


def by_variable(matrix: Matrix, vector: Vector, order: int) -> list[int | None] | None:
    """Bound a form without negative entries off the diagonal: it is at least the sum of
    g_i(n_i) = (A_ii n_i^2 + b_i n_i)/2."""
    k = len(matrix)
    if any(matrix[i][j] < 0 for i in range(k) for j in range(k) if i != j):
        return None
    leasts = []
    for i in range(k):
        a, b = matrix[i][i], vector[i]
        if a < 0 or (a == 0 and b < 0):
            return None
        vertex = max(-b // (2 * a), 0) if a else 0
        leasts.append(min(Fraction(a * x * x + b * x, 2) for x in (vertex, vertex + 1)))
    edges: list[int | None] = []
    for i in range(k):
        a, b = matrix[i][i], vector[i]
        room = 2 * (order - (sum(leasts) - leasts[i]))
        if a == 0:
            edges.append(None if b == 0 else max(int(-(-room // b)) - 1, 0))
            continue
        # a x^2 + b x < room
        edge = (isqrt(max(int(b * b + 4 * a * room), 0)) + 1 - b) // (2 * a) + 1
        while edge > 0 and a * edge * edge + b * edge >= room:
            edge -= 1
        edges.append(max(int(edge), 0))
    return edges


def by_support(bounds: Iterable[Affine], edges: list[int | None]) -> Vector | None:
    """Bound the variables that are left, and some others further, by forms that are >= 0."""
    known = list(edges)
    for _ in known:
        for form in bounds:
            for i, coefficient in enumerate(form[:-1]):
                others = [(c, known[j]) for j, c in enumerate(form[:-1]) if j != i and c > 0]
                if coefficient >= 0 or any(edge is None for _, edge in others):
                    continue
                most = form[-1] + sum(c * (edge or 0) for c, edge in others)
                edge = max(most // -coefficient, 0)
                known[i] = edge if known[i] is None else min(known[i] or 0, edge)
    found = tuple(edge for edge in known if edge is not None)
    return found if len(found) == len(known) else None
