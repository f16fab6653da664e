"""The generic lambda-determinant, by any of its routes.

The closed forms, without division, are the sum over compatible pairs (`sums.pairs`) and the sum
over single matrices (`sums.matrices`); they share the arrays of matrices and nothing else.  The
recurrence is `recurrence.generic`.  The number of terms is known before anything is made:
2^{n(n-1)/2} for all parameters, and 1, 2, 8, 62, 863, 20488, 810056 for one lam and mu = 1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lambdadet.algebra.names import PARAMETERS, generic_names, parameter_name
from lambdadet.algebra.polynomial import LaurentPolynomial, from_table
from lambdadet.objects.counts import count_asms
from lambdadet.objects.listing import next_rows
from lambdadet.recurrence.generic import generic_octahedron
from lambdadet.sums.matrices import constant_rows, site_rows
from lambdadet.sums.pairs import pair_rows
from termwise.arguments import require_at_most, require_integer, require_power_at_most, shown
from termwise.doors import door

Array = NDArray[np.int8]

TERM_LIMIT = 2**20
"""How many terms a generic expansion may have before it asks for `limit=`."""

METHODS = ("closed_form", "pair_sum", "one_sum", "octahedron")


@door
def generic_lambda_determinant(
    n: int,
    parameters: str = "multi",
    x0: bool = True,
    method: str = "closed_form",
    *,
    limit: int = TERM_LIMIT,
) -> LaurentPolynomial:
    """Return the lambda-determinant of the generic n x n matrix x_11, .., x_nn.

    Args:
        n: the size.
        parameters: "multi" for lam_ij, mu_ij; "constant" for one lam and mu = 1; "di_francesco"
            for lam_ij and mu_ij that depend on i - j only, named lam_m1, lam_0, lam_p1, ..
        x0: whether x[0] is generic too, its entries x[0]_ij named y_ij; otherwise it is 1.
        method: "pair_sum" or "one_sum", "closed_form" for the better of the two,
            or "octahedron" for the recurrence with exact division.
        limit: refuse an expansion of more terms than this.

    Returns:
        A LaurentPolynomial in lam.., mu.., x.., y.., those of them that there are.

    Raises:
        ValueError: an unknown word, n < 1, or too many terms (the message says how many).

    Source: [RR86]; [DiFrancesco13]; [Langer13] for all parameters.

    >>> print(generic_lambda_determinant(2))
    lam_11*x_12*x_21*y_22**-1 + mu_10*x_11*x_22*y_22**-1
    >>> print(generic_lambda_determinant(2, "constant", x0=False))
    lam*x_12*x_21 + x_11*x_22
    """
    n = require_integer("n", n, 1)
    _require_word("parameters", parameters, PARAMETERS)
    _require_word("method", method, METHODS)
    require_terms(limit, n, parameters, x0)
    if method == "octahedron":
        *_, apex = generic_octahedron(n, parameters, x0)
        return apex[0][0]
    if parameters == "constant" and not x0 and method != "pair_sum":
        rows, coefficients = constant_rows(n)
        return from_table(generic_names(n, parameters, x0), rows, coefficients)
    pairs = method == "pair_sum" or (method == "closed_form" and x0)
    rows = np.concatenate(list(pair_rows(n) if pairs else site_rows(n)))
    names = generic_names(n, "multi", x0)
    if not x0:
        rows = rows[:, : len(names)]
    if parameters == "multi":
        return from_table(names, rows, [1] * len(rows))
    return _specialise(n, parameters, rows, x0)


@door
def robbins_rumsey(n: int, *, limit: int = TERM_LIMIT) -> LaurentPolynomial:
    """Return the lambda-determinant with one lam: sum lam^(inv A - N(A)) (1 + lam)^N(A) x^A.

    It is `generic_lambda_determinant` with one lam, mu = 1 and x[0] = 1.

    Args:
        n: the size.
        limit: refuse an expansion of more terms than this.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1, or too many terms.

    Source: [RR86].

    >>> print(robbins_rumsey(2))
    lam*x_12*x_21 + x_11*x_22
    """
    return generic_lambda_determinant(n, "constant", x0=False, limit=limit)


@door
def di_francesco(n: int, *, limit: int = TERM_LIMIT) -> LaurentPolynomial:
    """Return the inhomogeneous lambda-determinant: lam_ij and mu_ij depend on i - j only.

    It is `generic_lambda_determinant` with these parameters and x[0] = 1.

    Args:
        n: the size.
        limit: refuse an expansion of more terms than this, counted before equal ones fall together.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1, or too many terms.

    Source: [DiFrancesco13].

    >>> print(di_francesco(2))
    lam_0*x_12*x_21 + mu_p1*x_11*x_22
    """
    return generic_lambda_determinant(n, "di_francesco", x0=False, limit=limit)


def count_terms(n: int, parameters: str = "multi", x0: bool = True) -> int:
    """Return how many terms the generic lambda-determinant has, without making it.

    For "di_francesco" terms may fall together, and this is the number before they do.

    Args:
        n: the size.
        parameters: "multi", "constant" or "di_francesco".
        x0: whether x[0] is generic.

    Raises:
        ValueError: an unknown word.

    >>> [count_terms(n, "constant", False) for n in range(1, 8)]
    [1, 2, 8, 62, 863, 20488, 810056]
    >>> count_terms(6)
    32768
    """
    _require_word("parameters", parameters, PARAMETERS)
    if parameters != "constant" or x0:
        return int(2 ** (n * (n - 1) // 2))
    if n > 9:  # all ASMs; those with -1s have more terms each
        return count_asms(n)
    ways = {(0,) * n: (1, 0)}  # how many matrices lead to a column state, with how many -1s
    for _ in range(n):
        following: dict[tuple[int, ...], tuple[int, int]] = {}
        for state, (number, negative) in ways.items():
            for row in next_rows(state):
                after = tuple(s + a for s, a in zip(state, row, strict=True))
                old = following.get(after, (0, 0))
                more = negative + number * row.count(-1)
                following[after] = (old[0] + number, old[1] + more)
        ways = following
    return sum(map(sum, ways.values()))


def require_terms(limit: int, n: int, parameters: str = "multi", x0: bool = True) -> None:
    """Refuse more than `limit` terms; their number is made only if it is not long."""
    require_power_at_most(limit, n * n // 4, "terms")
    require_at_most(limit, count_terms(n, parameters, x0), "terms")


def _specialise(n: int, parameters: str, rows: Array, x0: bool) -> LaurentPolynomial:
    """Add up the columns of parameters that become one variable, and equal rows."""
    names = generic_names(n, parameters, x0)
    places = {name: k for k, name in enumerate(names)}
    width = (n - 1) ** 2
    merged = np.zeros((len(rows), len(names)), dtype=np.int8)
    merged[:, len(names) - (rows.shape[1] - 2 * width) :] = rows[:, 2 * width :]
    for start, kind, first in ((0, "lam", 1), (width, "mu", 0)):
        for k in range(width):
            i, j = k // (n - 1) + 1, k % (n - 1) + first
            name = parameter_name(kind, n, parameters, i, j)
            if name in places:
                merged[:, places[name]] += rows[:, start + k]
    different, counts = np.unique(merged, axis=0, return_counts=True)
    return from_table(names, different, counts.tolist())


def _require_word(name: str, value: str, words: tuple[str, ...]) -> None:
    if value not in words:
        raise ValueError(f"{name} must be one of {', '.join(words)}, got {shown(value)}")
