"""The lambda-determinant of a matrix of numbers, polynomials or symbols, always exact.

The work is `condensation`, which keeps numerators only: over the integers no fraction is reduced on
the way, and that is several times faster than the recurrence over fractions.  Where a divisor is 0
the answer is found `nearby`, or modulo primes, unless `poles` shows that there is none.

    >>> lambda_determinant([[1, 2], [3, 4]]), lambda_determinant([[1, 2], [3, 4]], lam=3)
    (-2, 22)
    >>> lambda_determinant([[1, 2, 3], [4, 0, 6], [7, 8, 9]], lam=-1)
    60
    >>> lambda_determinant([[1, 2, 3], [4, 0, 6], [7, 8, 9]], lam=2)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    lambdadet.determinant.poles.NoValue: no value: x[1]_{2,2} = 0 occurs to the power -1, ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import lcm
from typing import Any

from flint import fmpq

from lambdadet.determinant.condensation import cleared, condense, pole_factors
from lambdadet.determinant.modular import by_residues
from lambdadet.determinant.nearby import nearby_value
from lambdadet.determinant.poles import require_value
from lambdadet.recurrence.errors import ZeroInside
from lambdadet.recurrence.pyramid import Grid, Pyramid, make_pyramid
from lambdadet.recurrence.rings import INTEGERS, NUMBERS
from termwise.doors import door
from termwise.exact import to_python
from termwise.price import require_steps

FEW = 12
"""Above this size determinants that meet a 0 are found modulo primes."""

WIDEST = 8
"""Fractions are brought to one denominator if it has at most so many times their bits."""


@door
def lambda_determinant(matrix: Any, lam: Any = -1, mu: Any = 1, x0: Any = None) -> Any:
    """Return the multi-parameter lambda-determinant x[n]_11 of a square matrix.

    It is the value of the Laurent polynomial in the entries at this matrix, for these parameters
    and this x[0]; the recurrence may divide by 0 on the way.

    Args:
        matrix: x[1]: nested sequences, a numpy array of integers or objects, or a sympy Matrix;
            its entries ints, Fractions, LaurentPolynomials or sympy expressions.
        lam: one value, or an (n-1) x (n-1) table with lam[i-1][j-1] = lam_ij.
        mu: one value, or an (n-1) x (n-1) table with mu[i-1][j] = mu_ij.
        x0: an (n+1) x (n+1) matrix, or None for 1 everywhere.

    Returns:
        An int or a Fraction for numbers; a LaurentPolynomial if some entry is one; a sympy
        expression, a reduced fraction, if some entry is.  Symbols are taken as independent.

    Raises:
        NoValue: a ZeroDivisionError: an entry that is 0 has a negative power there.
        NotDecided: a ValueError: whether there is a value, or whether an expression is 0, is not
            known here.
        InexactDivision: Laurent polynomials whose lambda-determinant is none.
        TypeError: a float, or another entry that is not exact.
        ValueError: a matrix that is not square, sizes that do not fit.

    Source: [RR86] for lam; [Langer13] for all parameters.

    >>> from sympy import Matrix, symbols
    >>> a, b, lam = symbols("a b lam")
    >>> lambda_determinant(Matrix([[a, b], [b, a]]), lam)
    a**2 + b**2*lam
    >>> lambda_determinant([[1] * 3] * 3, lam=[[1, 2], [3, 4]], mu=[[1, 1], [1, 1]])
    22
    """
    pyramid = make_pyramid(matrix, lam, mu, x0)
    if pyramid.ring is NUMBERS:
        return to_python(_number(pyramid))
    return pyramid.ring.ratio(*top(pyramid))


def top(pyramid: Pyramid) -> tuple[Any, Any]:
    """Return (N, D) with x[n]_11 = N / D, over an integral domain.

    Raises:
        NoValue: x[n]_11 has a pole there.
        NotDecided: it is not known whether it has.
    """
    ring, factors = pyramid.ring, pole_factors(pyramid)
    parameters = [entry for table in (pyramid.lam, pyramid.mu) for row in table for entry in row]
    if parameters and not any(parameters):  # homogeneous of positive degree in the parameters
        return ring.convert(0), ring.convert(1)
    require_value(pyramid, factors)
    sites = cleared(pyramid.x1, factors)
    try:
        if all(sites.values()):
            _require_work(pyramid, len(sites))
            return condense(pyramid, sites, ring.quotient)
    except ZeroInside:
        pass
    if (
        ring is INTEGERS
        and pyramid.x0 is None
        and not any(map(any, factors))
        and pyramid.size > FEW
    ):
        whole = by_residues(pyramid)
        if whole is not None:
            return ring.convert(whole), ring.convert(1)
    require_steps(1300 * pyramid.size**3, "steps of the recurrence over power series")
    return nearby_value(pyramid, ring.quotient)


def _require_work(pyramid: Pyramid, sites: int) -> None:
    """Refuse numbers whose condensation would take too long; a 0 inside ends it early."""
    n = pyramid.size
    if pyramid.ring not in (INTEGERS, NUMBERS) or not all(
        e for r in pyramid.x1[1:-1] for e in r[1:-1]
    ):
        return
    longest = max(
        max(abs(e.p), e.q) if isinstance(e, fmpq) else abs(e) for r in pyramid.x1 for e in r
    )
    bits = (n / 2 + sites / 10) * (int(longest).bit_length() + 2)
    require_steps(n**3 / 3 * (700 + 3 * (bits / 64) ** 1.3), "steps of the condensation")


def _number(pyramid: Pyramid) -> fmpq:
    """Return x[n]_11 of numbers: over the integers, or over fractions if these differ much."""
    cleared_pyramid, scale = _integral(pyramid)
    if cleared_pyramid is None:
        try:
            _require_work(pyramid, 0)
            above, below = condense(pyramid, {}, pyramid.ring.quotient)
            if below:
                value: fmpq = above / below
                return value
        except ZeroInside:
            pass
        cleared_pyramid, scale = _integral(pyramid, anyway=True)
    assert cleared_pyramid is not None
    above, below = top(cleared_pyramid)
    return fmpq(above, below) / scale


def _integral(pyramid: Pyramid, anyway: bool = False) -> tuple[Pyramid | None, fmpq]:
    """Return the same over the integers, and by what x[n]_11 grew.

    It is homogeneous of degree n in x[1], 1 - n in x[0], and n (n-1) / 2 in lam and mu together.
    """
    n = pyramid.size
    groups = [[pyramid.x1], [pyramid.lam, pyramid.mu], [pyramid.x0] if pyramid.x0 else []]
    common = [lcm(*(int(e.q) for t in group for row in t for e in row)) for group in groups]
    bits = max(int(e.q).bit_length() for row in pyramid.x1 for e in row)
    if not anyway and common[0].bit_length() > WIDEST * bits:
        return None, fmpq(1)

    def times(factor: int) -> Callable[[Grid], Grid]:
        return lambda table: [[(entry * factor).p for entry in row] for row in table]

    matrix, parameter, below = map(times, common)
    scale = fmpq(common[0]) ** n * fmpq(common[1]) ** (n * (n - 1) // 2)
    return (
        replace(
            pyramid,
            ring=INTEGERS,
            x1=matrix(pyramid.x1),
            lam=parameter(pyramid.lam),
            mu=parameter(pyramid.mu),
            x0=below(pyramid.x0) if pyramid.x0 else None,
        ),
        scale / fmpq(common[2]) ** (n - 1),
    )
