"""Where a lambda-determinant has no value.

x[n]_11 as a function of x[1], with the parameters and x[0] given, is a sum over alternating sign
matrices A of prod x[1]_ij^A_ij times local weights: lam_ij or mu_{i,n-j} at a 0 with nothing above,
c_ij (see `condensation`) at a -1.  Different A are different monomials, so nothing cancels: it has
no value at x[1]_ij = 0 exactly if some A has A_ij = -1 and no weight 0.  If no parameter is 0 the
matrix with its one -1 at (i, j) is one, and c_ij alone decides; otherwise the matrices are searched
row by row, by the states of the columns.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lambdadet.determinant.condensation import pole_factors
from lambdadet.recurrence.errors import NotDecided
from lambdadet.recurrence.pyramid import Grid, Pyramid

SEARCHED_SIZE = 16
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
    zeros = [
        (a, b)
        for a, row in enumerate(factors, 1)
        for b, factor in enumerate(row, 1)
        if factor and not pyramid.x1[a][b]
    ]
    if not zeros:
        return
    a, b = zeros[0]
    if not all(e for table in (pyramid.lam, pyramid.mu) for row in table for e in row):
        if pyramid.size > SEARCHED_SIZE:
            raise NotDecided(
                f"it is not decided whether there is a value: x[1]_{{{a + 1},{b + 1}}} = 0, some "
                f"parameters are 0, and n = {pyramid.size} is more than {SEARCHED_SIZE}"
            )
        poles = pole_sites(pyramid)
        zeros = [site for site in zeros if poles[site]]
    for a, b in zeros:
        raise NoValue(
            f"no value: x[1]_{{{a + 1},{b + 1}}} = 0 occurs to the power -1, not with factor 0"
        )


def _require_inner_nonzero(pyramid: Pyramid) -> None:
    for i, row in enumerate((pyramid.x0 or [])[1:-1], 2):
        for j, entry in enumerate(row[1:-1], 2):
            if not entry:
                raise NoValue(
                    f"x[0]_{{{i},{j}}} = 0, and x[2]_{{{i - 1},{j - 1}}} is divided by it"
                )


def pole_sites(pyramid: Pyramid) -> NDArray[np.bool_]:
    """Return at which sites, from 0, some A with no weight 0 has a -1.

    A site of a matrix takes the columns and the row, as far as they are summed up, from one state
    to another; where a -1 joins a state that can be reached to one that leads to the end, there is
    such an A.

    Args:
        pyramid: the data; only the parameters and x[0] matter.
    """
    n, factors = pyramid.size, pole_factors(pyramid)
    sites = [(i, j) for i in range(n) for j in range(n)]
    # [left, s]: the entries of the row so far add up to left, those of column j to bit j of s.
    state = np.zeros((2, 2**n), np.bool_)
    state[0, 0] = True
    reached = []
    for i, j in sites:
        if j == 0 and i:
            state = np.stack([state[1], np.zeros_like(state[1])])
        reached.append(state)
        state = _step(pyramid, factors, i, j, state, backwards=False)
    state = np.zeros((2, 2**n), np.bool_)
    state[1, -1] = True
    found = np.zeros((n, n), np.bool_)
    for (i, j), before in zip(reversed(sites), reversed(reached), strict=True):
        if _factor(factors, i, j):
            found[i, j] = (_split(before, j)[1, :, 1] & _split(state, j)[0, :, 0]).any()
        state = _step(pyramid, factors, i, j, state, backwards=True)
        if j == 0:
            state = np.stack([np.zeros_like(state[0]), state[0]])
    return found


def _split(state: NDArray[np.bool_], j: int) -> NDArray[np.bool_]:
    """Return a state with bit j as the third axis of four."""
    return state.reshape(2, -1, 2, 2**j)


def _factor(factors: Grid, i: int, j: int) -> bool:
    inside = 0 < i <= len(factors) and 0 < j <= len(factors)
    return inside and bool(factors[i - 1][j - 1])


def _step(
    pyramid: Pyramid, factors: Grid, i: int, j: int, state: NDArray[np.bool_], *, backwards: bool
) -> NDArray[np.bool_]:
    """Return the states after an entry (i, j), from 0, that has a weight; or those before it."""
    after = np.zeros_like(state)
    old, new = _split(state, j), _split(after, j)
    for left in (0, 1):
        new[left, :, 1] |= old[left, :, 1]  # a 0 under a 1
        if _free_weight(pyramid, i, j, left):
            new[left, :, 0] |= old[left, :, 0]
    moves = [((0, 0), (1, 1))]
    if _factor(factors, i, j):
        moves.append(((1, 1), (0, 0)))
    for source, target in moves:
        (left, above), (right, below) = (target, source) if backwards else (source, target)
        new[right, :, below] |= old[left, :, above]
    return after


def _free_weight(pyramid: Pyramid, i: int, j: int, left: int) -> bool:
    n = pyramid.size
    if i == n - 1 or j == (0 if left else n - 1):
        return False  # a row or column would end in 0, or has not begun
    return bool(pyramid.mu[i][n - 1 - j] if left else pyramid.lam[i][j])
