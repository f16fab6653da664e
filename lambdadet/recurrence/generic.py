"""The octahedron recurrence with letters for entries and parameters, every level of it."""

from __future__ import annotations

from collections.abc import Iterator

from lambdadet.algebra.names import generic_names, indexed_name, parameter_name
from lambdadet.algebra.polynomial import LaurentPolynomial
from lambdadet.recurrence.octahedron import octahedron_levels
from lambdadet.recurrence.pyramid import make_pyramid
from termwise.arguments import require_integer
from termwise.price import require_steps


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
    lam, mu = (
        [
            [variables.get(parameter_name(kind, n, parameters, i, j), one) for j in columns]
            for i in range(1, n)
        ]
        for kind, columns in (("lam", range(1, n)), ("mu", range(n - 1)))
    )
    yield from octahedron_levels(make_pyramid(x1, lam, mu, below))
