"""The Boltzmann law of cylindric partitions: P(c) proportional to z^|c|, or to prod_k z_k^{|mu^k|}.

Under the bijection c <-> (nu, labels) every factor 1/(1 - x) of Borodin's product becomes one
number with a geometric law,

    P(m) = (1 - x) x^m,     |c| = sum of m * hook,     hook = n T or h(b),

and these numbers are independent.  The weight of c is thus a sum of independent variables, its mean
and variance are sums over the `factors`; `sampling` draws them.  With the weights W_c(q, t) the
labels have the law g_m x^m / G(x), and the same holds, by Langer's identity.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, inf, log, pi, sqrt
from numbers import Real
from sys import float_info
from typing import Any

import numpy as np

from cylindric.growth.turns import label_rows
from cylindric.objects.batches import Integers
from cylindric.objects.profiles import Profile, require_profile
from cylindric.sampling.factors import boltzmann_factors, listed, require_parameters
from termwise.arguments import LIMIT, brief, shown
from termwise.doors import door


@door
def expected_weight(
    profile: Profile,
    z: float | Iterable[float],
    *,
    q: float | None = None,
    t: float | None = None,
    open: bool = False,
    limit: int = LIMIT,
) -> float:
    """Return the mean weight under the Boltzmann law.

        E|c| = sum_n nT Z^n / (1 - Z^n) + sum_b h(b) x_b / (1 - x_b)

    where Z = z^T and x_b = z^h(b), or the monomials of the refined product.  With q and t a box
    has sum_r q^r x_b / (1 - q^r x_b) - t q^r x_b / (1 - t q^r x_b) in place of x_b / (1 - x_b).

    Args:
        profile: the profile.
        z: a number in (0, 1), or z_1 .. z_T, positive, with Z < 1 and every x_b < 1.
        q, t: numbers in [0, 1), both or neither: the law is that of W_c(q, t) z^|c|.
        open: whether mu^0 = mu^T is empty: boxes i < j, n = 1 only, and no Z.
        limit: refuse to sum more factors than this; there are about 60/(1 - z).

    Returns:
        A float; what is left out is below 2^-40 of it.

    Raises:
        TypeError: profile is no Profile, z no number and no sequence of numbers, q or t no number.
        ValueError: q or t is outside [0, 1); z is out of its range (the message says what is not
            less than 1), or not T of them; more factors than the limit.

    Source: [Borodin07] and the bijection; [BBBCCV]; [Langer12] for q and t.

    >>> round(expected_weight(Profile("10"), 0.5), 6)         # sum of k / (2^k - 1)
    2.744034
    >>> expected_weight(Profile("10"), 0.5, open=True)
    1.0
    >>> expected_weight(Profile("10"), 0.5, q=0, t=0.5, open=True)       # 1/1 - (1/4)/(3/4)
    0.6666666666666667
    """
    parameters = require_parameters(q, t)
    return boltzmann_factors(profile, z, *parameters, open=open, limit=limit).expected_weight


@door
def variance_weight(
    profile: Profile,
    z: float | Iterable[float],
    *,
    q: float | None = None,
    t: float | None = None,
    open: bool = False,
    limit: int = LIMIT,
) -> float:
    """Return the variance of the weight under the Boltzmann law.

        Var|c| = sum_n (nT)^2 Z^n / (1 - Z^n)^2 + sum_b h(b)^2 x_b / (1 - x_b)^2

    Args:
        profile: the profile.
        z: a number in (0, 1), or z_1 .. z_T, positive, with Z < 1 and every x_b < 1.
        q, t: numbers in [0, 1), both or neither: the law is that of W_c(q, t) z^|c|.
        open: whether mu^0 = mu^T is empty: boxes i < j, n = 1 only, and no Z.
        limit: refuse to sum more factors than this; there are about 60/(1 - z).

    Returns:
        A float; what is left out is below 2^-40 of it.

    Raises:
        TypeError: profile is no Profile, z no number and no sequence of numbers, q or t no number.
        ValueError: q or t is outside [0, 1); z is out of its range, or not T of them; more factors
            than the limit.

    Source: [Borodin07] and the bijection; [BBBCCV].

    >>> variance_weight(Profile("10"), 0.5, open=True)
    2.0
    """
    parameters = require_parameters(q, t)
    return boltzmann_factors(profile, z, *parameters, open=open, limit=limit).variance_weight


@door
def solve_z(
    profile: Profile,
    weight: float,
    *,
    q: float | None = None,
    t: float | None = None,
    open: bool = False,
    limit: int = LIMIT,
) -> float:
    """Return the z in (0, 1) whose expected weight is given.

    With z = e^-s the derivative of E|c| in s is -Var|c|: it decreases.  Without q and t its
    logarithm is convex, too, and Newton's method, begun where E|c| is at least the weight, goes up
    to the root and never past it.  With them each step is kept between what is known to be too
    small and too large, and halves that if it would leave it.

    Args:
        profile: the profile.
        weight: a positive number.
        q, t: numbers in [0, 1), both or neither: the law is that of W_c(q, t) z^|c|.
        open: whether mu^0 = mu^T is empty.
        limit: refuse to sum more factors than this.

    Returns:
        The floating-point number next to the root, give or take a few; E|c| at that number is the
        weight to a relative 10^-13 / (1 - z).

    Raises:
        TypeError: profile is no Profile, weight, q or t no number.
        ValueError: weight is not positive; q or t is outside [0, 1); no number of the machine in
            (0, 1) is near enough; the open profile has no boxes; more factors than the limit.

    >>> solve_z(Profile("10"), 1, open=True)                  # z/(1 - z) = 1
    0.5
    >>> round(solve_z(Profile("10"), 2/3, q=0, t=0.5, open=True), 12)
    0.5
    """
    require_profile(profile)
    goal = _positive(weight)
    parameters = require_parameters(q, t)
    rows = label_rows(profile)
    ups, downs = rows
    hooks = (downs - ups)[ups < downs] if open else (downs - ups) % profile.period
    if open and not hooks.size:
        raise ValueError(
            f"profile must have an open box, i < j, to have a weight, got {brief(profile)}"
        )
    # Below 2^-54 there is no z < 1 of the machine; there the loop stops at once.
    s = max(2.0**-54, _where_to_start(profile, hooks, goal, open))
    below, above = 0.0, inf  # E|c| is too large at the one, too small at the other
    for _ in range(200):
        logs = np.full(profile.period, -s)
        factors = listed(rows, logs, parameters, grouped=True, open=open, limit=limit)
        expected, variance = factors.expected_weight, factors.variance_weight
        if not expected > 0:  # the weight is as small as a float can be
            break
        step = log(expected / goal) * expected / variance
        if expected > goal:
            below = s
        else:
            above = s
        if abs(step) <= 1e-15 * s or (parameters[0] == parameters[1] and step <= 0):
            s += step
            break
        further = s + step
        s = further if below < further < above else (below + min(above, 2 * s)) / 2
    z = exp(-s)
    if not 0 < z < 1:
        raise ValueError(f"weight must belong to a z in (0, 1) of the machine, got {brief(weight)}")
    return z


def _positive(weight: Any) -> float:
    is_number = isinstance(weight, Real)
    if not is_number:
        raise TypeError(f"weight must be a number, got {shown(weight)}")
    if not (0 < weight <= float_info.max and float(weight) > 0):
        raise ValueError(f"weight must be positive and finite, got {brief(weight)}")
    return float(weight)


def _where_to_start(profile: Profile, hooks: Integers, weight: float, open: bool) -> float:
    """Return an s > 0 at which the expected weight is at least the given one, yet near it."""
    period = profile.period
    shortest = int(hooks.min(initial=period))
    # One factor alone: h / (e^{sh} - 1) = weight.
    start = float(np.logaddexp(0, log(shortest) - log(weight))) / shortest
    if not open:
        # sum_n f(r + nT) >= (1/T) int_r^oo f >= (pi^2 / (6 s^2) - r/s) / T for f(u) = u/(e^{su}-1).
        residues = int(hooks.sum()) + period
        constant = (len(hooks) + 1) * pi**2 / 6
        root = sqrt(residues**2 + 4 * period * constant * weight)
        start = max(start, 2 * constant / (residues + root))
    return start
