"""The lambda-determinant as a sum over perfect matchings of the Aztec diamond.

Every matching is listed and contributes one monomial, read off its edges (see `diamonds.graph`); no
algebra at all and no matrix, so that the other routes have something to be compared with.
Source: [Speyer07].
"""

from __future__ import annotations

from collections import Counter

from lambdadet.algebra.names import generic_names, indexed_name, parameter_name
from lambdadet.diamonds.graph import AztecEdge
from lambdadet.diamonds.matchings import monomial_of, perfect_matchings
from termwise.arguments import NO_LIMIT
from termwise.notation import TEXT


def matching_terms(n: int, parameters: str, x0: bool) -> dict[str, int]:
    """Return {monomial: number of matchings} of the generic n x n matrix.

    The caller has allowed them: there are 2^{n(n-1)/2}.

    Args:
        n: the size; the matchings are those of the diamond of order n - 1.
        parameters: one of `algebra.names.PARAMETERS`.
        x0: whether x[0] is generic; otherwise it is 1 and left out.

    >>> matching_terms(2, "constant", False)
    {'lam*x_12*x_21': 1, 'x_11*x_22': 1}
    """
    variables = generic_names(n, parameters, x0)
    counts: Counter[tuple[int, ...]] = Counter()
    for matching in perfect_matchings(n - 1, limit=NO_LIMIT):
        edges = (AztecEdge.between(*cells) for cells in matching)
        powers: Counter[str] = Counter()
        for (kind, i, j), power in monomial_of(n - 1, edges).items():
            powers[_name(kind, n, parameters, i, j)] += power
        counts[tuple(powers[name] for name in variables)] += 1
    return {TEXT.monomial(variables, e): number for e, number in counts.items()}


def _name(kind: str, n: int, parameters: str, i: int, j: int) -> str:
    """Return the variable of an entry or a parameter of the diamond; "" where there is none."""
    if kind in ("lam", "mu"):
        return parameter_name(kind, n, parameters, i, j)
    return indexed_name("x" if kind == "x1" else "y", i, j, n)
