"""The octahedron recurrence from any initial surface, not only from the layers k = 0 and k = 1.

The points (k, i, j) with the same 2i + k and 2j + k stand on one vertical line, two apart.  The
recurrence joins the values on a line to those on the four lines next to it:

              x[k+1]_ij
    x[k]_ij       |       x[k]_{i,j+1}         x[k+1]_ij x[k-1]_{i+1,j+1}
    x[k]_{i+1,j}  |   x[k]_{i+1,j+1}               = mu_{i,n-k-j} x[k]_ij x[k]_{i+1,j+1}
           x[k-1]_{i+1,j+1}                        + lam_ij x[k]_{i,j+1} x[k]_{i+1,j}

A surface has one point on each line, and k differs by 1 on lines next to each other.  Where a point
is lower than all four round it, it may be moved up its line, and the recurrence gives the value; so
any surface gives all values above it, in whatever order the points are moved.  The value at an apex
(n, 1, 1) asks for those lines alone on which a point is moved, and for the lines next to these.
With letters for values and parameters it is a Laurent polynomial with all coefficients 1, a term
for each perfect matching of a graph that the surface is the plan of [Speyer07].

    >>> values = octahedron_from({(1, 1, 1): 1, (1, 1, 2): 2, (1, 2, 1): 3, (1, 2, 2): 4,
    ...                           (0, 2, 2): 2})
    >>> values[2, 1, 1]
    -1
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, product
from operator import itemgetter
from typing import Any

from lambdadet.recurrence.errors import ZeroInside
from lambdadet.recurrence.pyramid import read_parameter
from lambdadet.recurrence.rings import common_ring, exact_entry
from lambdadet.recurrence.swell import require_free_values, require_products, require_quotients
from termwise.arguments import require_integer, shown
from termwise.doors import door
from termwise.price import require_steps

Point = tuple[int, int, int]
Line = tuple[int, int]


@dataclass(frozen=True)
class Surface:
    """The points of a surface, checked, by the lines (2i + k, 2j + k) that they stand on.

    `n` is the height of the apex (n, 1, 1): the largest k + i - 1 and k + j - 1 of the points.
    """

    n: int
    points: dict[Line, Point]

    def moves(self) -> Iterator[Point]:
        """Yield the points between the surface and the apex, level by level."""
        n, lowest = self.n, min(self.points.values())[0]
        for k in range(lowest + 2, n + 1):
            for i, j in product(range(1, n + 2 - k), repeat=2):
                point = self.points.get(_line((k, i, j)))
                if point and point[0] < k:
                    yield k, i, j


def _line(point: Point) -> Line:
    k, i, j = point
    return 2 * i + k, 2 * j + k


def read_surface(name: str, points: Iterable[Any]) -> Surface:
    """Return points as a surface, if they are one below an apex.

    Args:
        name: of the points, in errors.
        points: (k, i, j) in any order.

    Raises:
        TypeError: a point is not three integers.
        ValueError: k < 0, i < 1 or j < 1; two points on a line, neighbours that are not adjacent, a
            line without a point that must have one, or no point at all.
    """
    found: dict[Line, Point] = {}
    for given in points:
        point = _read_point(name, given)
        other = found.setdefault(_line(point), point)
        if other != point:
            raise ValueError(f"{name} must have one point on a line, got {other} and {point}")
    if not found:
        raise ValueError(f"{name} must have at least one point, got none")
    n = max(k + max(i, j) - 1 for k, i, j in found.values())
    require_steps(100 * n**3, "steps of the recurrence")
    if (n + 2, n + 2) not in found:
        raise ValueError(
            f"{name} must have one of the points ({n} - 2m, 1 + m, 1 + m) under the apex "
            f"{(n, 1, 1)}, got none"
        )
    for (c, d), point in found.items():
        k = point[0]
        is_moved = k < n - max(abs(c - n - 2), abs(d - n - 2))
        for p, q in product((c - 1, c + 1), (d - 1, d + 1)):
            if (p, q) in found:
                if abs(found[p, q][0] - k) != 1:
                    raise ValueError(
                        f"{name} must differ by 1 in k on lines next to each other, "
                        f"got {point} and {found[p, q]}"
                    )
            elif is_moved:
                wanted = [(m, (p - m) // 2, (q - m) // 2) for m in (k + 1, k - 1) if m >= 0]
                raise ValueError(
                    f"{name} must have {' or '.join(map(str, wanted))}, next to {point}, got none"
                )
    return Surface(n, found)


def _read_point(name: str, given: Any) -> Point:
    if not (isinstance(given, tuple) and len(given) == 3):
        raise TypeError(f"{name} must have points (k, i, j), got {shown(given)}")
    k, i, j = (require_integer(f"a point of {name}", entry) for entry in given)
    if k < 0 or i < 1 or j < 1:
        raise ValueError(f"{name} must have points with k >= 0 and i, j >= 1, got {shown(given)}")
    return k, i, j


@door
def octahedron_from(values: Mapping[Point, Any], lam: Any = -1, mu: Any = 1) -> dict[Point, Any]:
    """Return the values at an initial surface and at every point above it, up to the apex.

    Above the surface x[k+1]_ij x[k-1]_{i+1,j+1} is

        mu_{i,n-k-j} x[k]_ij x[k]_{i+1,j+1} + lam_ij x[k]_{i,j+1} x[k]_{i+1,j} .

    Args:
        values: {(k, i, j): x[k]_ij}, k >= 0 and i, j >= 1, which are the surface; the apex
            (n, 1, 1) is where k + i - 1 <= n and k + j - 1 <= n for all of them, with equality
            for some.  Needed is a point on each line on which a point is moved up, and on the four
            lines next to it; others below the apex may be there.
        lam, mu: one value, or tables of (n-1) x (n-1) with lam[i-1][j-1] = lam_ij and
            mu[i-1][j] = mu_ij.

    Returns:
        {(k, i, j): x[k]_ij}, ints and Fractions for numbers, LaurentPolynomials, or sympy
        expressions, as from `octahedron`; the points in order, the apex last.

    Raises:
        ZeroDivisionError: a divisor is 0; its place is named.
        InexactDivision: entries whose quotient is no Laurent polynomial.
        TypeError: values is no mapping from triples of integers, or an entry is not exact.
        ValueError: the points are not a surface below an apex, a table has another size, or the
            work is too much.

    Source: [Speyer07]; [Langer13] for the parameters.

    >>> flat = {(1, 1, 1): 1, (1, 1, 2): 2, (1, 2, 1): 3, (1, 2, 2): 4, (0, 2, 2): 2}
    >>> octahedron_from(flat, lam=3)[2, 1, 1]
    11
    >>> del flat[1, 2, 1]
    >>> octahedron_from(flat)
    Traceback (most recent call last):
    ValueError: values must have (1, 2, 1), next to (0, 2, 2), got none
    """
    surface = read_surface("values", values)
    size = max(surface.n - 1, 0)
    left, right = read_parameter("lam", lam, size), read_parameter("mu", mu, size)
    given = {_read_point("values", p): exact_entry(f"values[{p}]", v) for p, v in values.items()}
    require_free_values(list(given.values()), [left, right], lambda: most_terms(surface))
    parameters = [entry for table in (left, right) for row in table for entry in row]
    ring = common_ring([*given.values(), *parameters], field=True)
    left, right = ([[ring.convert(entry) for entry in row] for row in t] for t in (left, right))
    found = {point: ring.convert(value) for point, value in given.items()}
    for level, moves in groupby(surface.moves(), key=itemgetter(0)):
        k, points = level - 1, list(moves)
        squares = [
            ((found[k, i, j], found[k, i + 1, j + 1]), (found[k, i, j + 1], found[k, i + 1, j]))
            for _, i, j in points
        ]
        require_products(ring, (pair for square in squares for pair in square))
        for (_, i, j), ((nw, se), (ne, sw)) in zip(points, squares, strict=True):
            below = found[k - 1, i + 1, j + 1]
            if not below:
                raise ZeroDivisionError(str(ZeroInside(k - 1, i + 1, j + 1)))
            value = right[i - 1][surface.n - k - j] * nw * se + left[i - 1][j - 1] * ne * sw
            require_quotients(ring, value, below, len(points))
            found[level, i, j] = ring.quotient(value, below)
    return {point: ring.export(found[point]) for point in sorted(found)}


def most_terms(surface: Surface) -> int:
    """Return how many terms the largest of the values has if all letters are different.

    All coefficients are 1, so it is the value where all letters are 1.

    Args:
        surface: the points.

    Raises:
        ValueError: it is too long a number.
    """
    moves = sum(1 for _ in surface.moves())
    require_steps(moves * surface.n**2, "steps for the number of terms")
    return int(max(octahedron_from(dict.fromkeys(surface.points.values(), 1), 1, 1).values()))
