"""The octahedron recurrence with letters for entries and parameters, every level of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lambdadet.algebra.names import generic_names, indexed_name, parameter_name
from lambdadet.algebra.polynomial import LaurentPolynomial
from lambdadet.recurrence.octahedron import octahedron_levels
from lambdadet.recurrence.pyramid import make_pyramid
from lambdadet.recurrence.surfaces import Point, most_terms, octahedron_from, read_surface
from termwise.arguments import require_at_most, require_integer
from termwise.doors import door
from termwise.price import require_steps

TERM_LIMIT = 2**16
"""How many terms a value over a surface may have before it asks for `limit=`."""


def generic_octahedron(
    n: int, parameters: str = "multi", x0: bool = True
) -> Iterator[list[list[LaurentPolynomial]]]:
    """Yield every level x[0], .., x[n] of the generic pyramid, by the recurrence.

    Args:
        n: the size of x[1].
        parameters: one of `algebra.names.PARAMETERS`.
        x0: whether x[0] is generic too; otherwise it is 1.

    Raises:
        InexactDivision: never, the Laurent phenomenon says.

    Source: [RR86]; [Langer13] for all parameters.

    >>> *_, apex = generic_octahedron(2)
    >>> print(apex[0][0])
    lam_11*x_12*x_21*y_22**-1 + mu_10*x_11*x_22*y_22**-1
    """
    n = require_integer("n", n, 1)
    require_steps(10**4 * n**4, "steps for the variables")
    names = generic_names(n, parameters, x0)
    variables = dict(zip(names, LaurentPolynomial.generators(*names), strict=True))
    one = LaurentPolynomial.constant(1, names)
    inside, square = range(2, n + 1), range(1, n + 1)
    x1 = [[variables[indexed_name("x", i, j, n)] for j in square] for i in square]
    below = None
    if x0:
        below = [
            [
                variables[indexed_name("y", i, j, n)] if i in inside and j in inside else one
                for j in range(1, n + 2)
            ]
            for i in range(1, n + 2)
        ]
    lam, mu = _parameters(n, parameters, variables)
    yield from octahedron_levels(make_pyramid(x1, lam, mu, below))


@door
def generic_octahedron_from(
    points: Iterable[Point], *, limit: int = TERM_LIMIT
) -> dict[Point, LaurentPolynomial]:
    """Return the values above an initial surface, with letters for its values and all parameters.

    The value at (k, i, j) is a letter x{k}_{i}{j}, such as x1_22.  The value at the apex is a
    Laurent polynomial with all coefficients 1, and as many terms as a graph that one can draw on
    the surface has perfect matchings.

    Args:
        points: the surface, as in `octahedron_from`.
        limit: refuse a value of more terms than this.

    Returns:
        {(k, i, j): x[k]_ij}, the points in order, the apex last.

    Raises:
        TypeError: a point is not three integers.
        ValueError: the points are not a surface below an apex, or there are too many terms (the
            message says how many).

    Source: [Speyer07]; [Langer13] for the parameters.

    >>> corner = [(0, 2, 2), (1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2)]
    >>> print(generic_octahedron_from(corner)[2, 1, 1])
    lam_11*x0_22**-1*x1_12*x1_21 + mu_10*x0_22**-1*x1_11*x1_22
    """
    surface = read_surface("points", points)
    require_at_most(limit, most_terms(surface), "terms")
    n, moves = surface.n, list(surface.moves())
    used = {("lam", i, j) for _, i, j in moves} | {("mu", i, n + 1 - k - j) for k, i, j in moves}
    letters = {p: indexed_name(f"x{p[0]}", *p[1:], n) for p in sorted(surface.points.values())}
    names = [*(indexed_name(*parameter, n) for parameter in sorted(used)), *letters.values()]
    variables = dict(zip(names, LaurentPolynomial.generators(*names), strict=True))
    lam, mu = _parameters(n, "multi", variables)
    return octahedron_from({point: variables[name] for point, name in letters.items()}, lam, mu)


def _parameters(
    n: int, parameters: str, variables: dict[str, LaurentPolynomial]
) -> tuple[list[list[Any]], list[list[Any]]]:
    """Return the tables of lam_ij and mu_ij; what has no variable is 1."""
    lam, mu = (
        [
            [variables.get(parameter_name(kind, n, parameters, i, j), 1) for j in columns]
            for i in range(1, n)
        ]
        for kind, columns in (("lam", range(1, n)), ("mu", range(n - 1)))
    )
    return lam, mu
