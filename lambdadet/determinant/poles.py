"""Where a lambda-determinant has no value.

x[n]_11 as a function of x[1], with the parameters and x[0] given, is a sum over alternating sign
matrices A of prod x[1]_ij^A_ij times local weights: lam_ij or mu_{i,n-j} at a 0 with nothing above,
c_ij (see `condensation`) at a -1.  Different A are different monomials, so nothing cancels: it has
no value at x[1]_ij = 0 exactly if some A has A_ij = -1 and no weight 0.  If no parameter is 0 the
matrix with its one -1 at (i, j) is one, and c_ij alone decides; otherwise the matrices are searched
row by row, by the states of the columns.
"""

from __future__ import annotations

from lambdadet.determinant.condensation import pole_factors
from lambdadet.recurrence.errors import NotDecided
from lambdadet.recurrence.pyramid import Grid, Pyramid

SEARCHED_SIZE = 12
"""Up to this size the states of the columns are searched."""


class NoValue(ZeroDivisionError):  # noqa: N818
    """The lambda-determinant has no value at this matrix; the message says where and why."""


def require_value(pyramid: Pyramid, factors: Grid) -> None:
    """Refuse a matrix at which the lambda-determinant has a pole.

    Args:
        pyramid: the data.
        factors: c_ab, as `pole_factors` gives them.

    Raises:
        NoValue: a 0 in x[0] or x[1] to a negative power.
        NotDecided: n is beyond the search.
    """
    _require_inner_nonzero(pyramid)
    for a, row in enumerate(factors, 1):
        for b, factor in enumerate(row, 1):
            if factor and not pyramid.x1[a][b] and _has_pole(pyramid, a, b):
                raise NoValue(
                    f"no value: x[1]_{{{a + 1},{b + 1}}} = 0 occurs to the power -1, "
                    f"not with factor 0"
                )


def _require_inner_nonzero(pyramid: Pyramid) -> None:
    for i, row in enumerate((pyramid.x0 or [])[1:-1], 2):
        for j, entry in enumerate(row[1:-1], 2):
            if not entry:
                raise NoValue(
                    f"x[0]_{{{i},{j}}} = 0, and x[2]_{{{i - 1},{j - 1}}} is divided by it"
                )


def _has_pole(pyramid: Pyramid, a: int, b: int) -> bool:
    """Return whether a matrix with -1 at (a, b), from 0, has no weight 0."""
    if all(entry for table in (pyramid.lam, pyramid.mu) for row in table for entry in row):
        return True
    if pyramid.size > SEARCHED_SIZE:
        raise NotDecided(
            f"it is not decided whether there is a value: x[1]_{{{a + 1},{b + 1}}} = 0, some "
            f"parameters are 0, and n = {pyramid.size} is more than {SEARCHED_SIZE}"
        )
    return pole_exists(pyramid, (a, b))


def pole_exists(pyramid: Pyramid, site: tuple[int, int]) -> bool:
    """Return whether some A with A = -1 at the site, from 0, has no weight 0.

    Args:
        pyramid: the data; only the parameters and x[0] matter.
        site: inside the matrix.
    """
    n, factors = pyramid.size, pole_factors(pyramid)
    states = {0}  # bit j: the entries of column j so far add up to 1
    for i in range(n):
        walks = {(state, 0) for state in states}  # and the entries of the row so far
        for j in range(n):
            following = set()
            for state, left in walks:
                above = state >> j & 1
                if (i, j) != site and (above or _free_weight(pyramid, i, j, left)):
                    following.add((state, left))
                if (i, j) != site and not above and not left:
                    following.add((state | 1 << j, 1))
                if above and left and 0 < i < n - 1 and 0 < j < n - 1 and factors[i - 1][j - 1]:
                    following.add((state & ~(1 << j), 0))
            walks = following
        states = {state for state, left in walks if left}
    return (1 << n) - 1 in states


def _free_weight(pyramid: Pyramid, i: int, j: int, left: int) -> bool:
    n = pyramid.size
    if i == n - 1 or (not left and j == n - 1):
        return False  # a row or column would end in 0
    return bool(pyramid.mu[i][n - 1 - j] if left else pyramid.lam[i][j])
