"""The Boltzmann law of cylindric partitions: P(c) proportional to z^|c|, or to prod_k z_k^{|mu^k|}.

A *factor* of Borodin's product is 1/(1 - x), x = Z^n for a part n of nu, x = x_b for a label m_b.
Under the bijection c <-> (nu, labels) every factor becomes one number with a geometric law,

    P(m) = (1 - x) x^m,     |c| = sum of m * hook,     hook = n T or h(b),

and these numbers are independent.  The weight of c is thus a sum of independent variables, its mean
and variance are sums over the factors; `sampling` draws them.

The factors go on for ever, turn by turn.  They are listed up to the turn after which all others
together, with probability above 1 - 2^-64, are zero: the sum of their x/(1 - x) is less.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, exp, expm1, log, pi, sqrt
from numbers import Real
from sys import float_info
from typing import Any

import numpy as np
import numpy.typing as npt

from cylindric.growth.turns import Indices, label_rows
from cylindric.objects.batches import Integers
from cylindric.objects.profiles import Box, Profile, require_profile
from termwise.arguments import LIMIT, brief, require_at_most, shown
from termwise.doors import door

Floats = npt.NDArray[np.float64]

LOG_NEGLECTED = -64 * log(2)


@dataclass(frozen=True, eq=False)
class Factors:
    """Factors of the product, turn by turn; those of one hook and one x are one class.

    Attributes:
        log_x: log x of the factors, by turn and class.
        hooks: what one unit of m adds to the weight, by turn and class.
        first, counts: a class is members[first : first + count], in every turn.
        members: rows of a label array, as `label_rows`; one past its end is the part n of nu.
    """

    log_x: Floats
    hooks: Integers
    first: Integers
    counts: Integers
    members: Integers

    @property
    def expected_weight(self) -> float:
        """The sum of hook x/(1-x)."""
        return float((self.counts * self.hooks * np.exp(self.log_x) / self.missing()).sum())

    @property
    def variance_weight(self) -> float:
        """The sum of hook^2 x/(1-x)^2."""
        ratios: Floats = self.hooks / self.missing()
        return float((self.counts * np.exp(self.log_x) * ratios**2).sum())

    def missing(self) -> Floats:
        """Return 1 - x, without cancellation for x near 1."""
        missing: Floats = -np.expm1(self.log_x)
        return missing

    def rates(self) -> Floats:
        """Return -log(1 - x), the logarithm of the factor, times the size of its class."""
        # Each formula is exact to rounding where it is used: for x near 1, and for x near 0.
        near_one = self.log_x > -log(2)
        logarithms = np.where(near_one, np.log(self.missing()), np.log1p(-np.exp(self.log_x)))
        return -logarithms * self.counts


@door
def expected_weight(
    profile: Profile, z: float | Iterable[float], *, open: bool = False, limit: int = LIMIT
) -> float:
    """Return the mean weight under the Boltzmann law.

        E|c| = sum_n nT Z^n / (1 - Z^n) + sum_b h(b) x_b / (1 - x_b)

    where Z = z^T and x_b = z^h(b), or the monomials of the refined product.

    Args:
        profile: the profile.
        z: a number in (0, 1), or z_1 .. z_T, positive, with Z < 1 and every x_b < 1.
        open: whether mu^0 = mu^T is empty: boxes i < j, n = 1 only, and no Z.
        limit: refuse to sum more factors than this; there are about 60/(1 - z).

    Returns:
        A float; what is left out is below 2^-40 of it.

    Raises:
        TypeError: profile is no Profile, z no number and no sequence of numbers.
        ValueError: z is out of its range (the message says what is not less than 1), or not T of
            them; more factors than the limit.

    Source: [Borodin07] and the bijection; [BBBCCV].

    >>> round(expected_weight(Profile("10"), 0.5), 6)         # sum of k / (2^k - 1)
    2.744034
    >>> expected_weight(Profile("10"), 0.5, open=True)
    1.0
    """
    return boltzmann_factors(profile, z, open=open, limit=limit).expected_weight


@door
def variance_weight(
    profile: Profile, z: float | Iterable[float], *, open: bool = False, limit: int = LIMIT
) -> float:
    """Return the variance of the weight under the Boltzmann law.

        Var|c| = sum_n (nT)^2 Z^n / (1 - Z^n)^2 + sum_b h(b)^2 x_b / (1 - x_b)^2

    Args:
        profile: the profile.
        z: a number in (0, 1), or z_1 .. z_T, positive, with Z < 1 and every x_b < 1.
        open: whether mu^0 = mu^T is empty: boxes i < j, n = 1 only, and no Z.
        limit: refuse to sum more factors than this; there are about 60/(1 - z).

    Returns:
        A float; what is left out is below 2^-40 of it.

    Raises:
        TypeError: profile is no Profile, z no number and no sequence of numbers.
        ValueError: z is out of its range, or not T of them; more factors than the limit.

    Source: [Borodin07] and the bijection; [BBBCCV].

    >>> variance_weight(Profile("10"), 0.5, open=True)
    2.0
    """
    return boltzmann_factors(profile, z, open=open, limit=limit).variance_weight


@door
def solve_z(profile: Profile, weight: float, *, open: bool = False, limit: int = LIMIT) -> float:
    """Return the z in (0, 1) whose expected weight is given.

    With z = e^-s the logarithm of E|c| is convex and decreasing in s.  Newton's method, begun where
    E|c| is at least the weight, goes up to the root and never past it.

    Args:
        profile: the profile.
        weight: a positive number.
        open: whether mu^0 = mu^T is empty.
        limit: refuse to sum more factors than this.

    Returns:
        The floating-point number next to the root, give or take a few; E|c| at that number is the
        weight to a relative 10^-13 / (1 - z).

    Raises:
        TypeError: profile is no Profile, weight no number.
        ValueError: weight is not positive; no number of the machine in (0, 1) is near enough;
            the open profile has no boxes; more factors than the limit.

    >>> solve_z(Profile("10"), 1, open=True)                  # z/(1 - z) = 1
    0.5
    """
    require_profile(profile)
    goal = _positive(weight)
    rows = label_rows(profile)
    ups, downs = rows
    hooks = (downs - ups)[ups < downs] if open else (downs - ups) % profile.period
    if open and not hooks.size:
        raise ValueError(
            f"profile must have an open box, i < j, to have a weight, got {brief(profile)}"
        )
    # Below 2^-54 there is no z < 1 of the machine; there the loop stops at once.
    s = max(2.0**-54, _where_to_start(profile, hooks, goal, open))
    for _ in range(100):
        logs = np.full(profile.period, -s)
        factors = _factors(rows, logs, grouped=True, open=open, limit=limit)
        expected, variance = factors.expected_weight, factors.variance_weight
        if not expected > 0:  # the weight is as small as a float can be
            break
        step = log(expected / goal) * expected / variance
        s += step
        if step <= 1e-15 * s:
            break
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


def boltzmann_factors(
    profile: Profile, z: float | Iterable[float], *, open: bool = False, limit: int = LIMIT
) -> Factors:
    """Return the factors of the product at z, up to where all others together are below 2^-64.

    Raises:
        TypeError: profile is no Profile, z no number and no sequence of numbers.
        ValueError: z is out of its range, or not T of them; more factors than the limit.

    >>> factors = boltzmann_factors(Profile("10"), 0.5)
    >>> factors.hooks[0], factors.members                     # row 0 is the box, row 1 is nu
    (array([1, 2]), array([0, 1]))
    """
    require_profile(profile)
    logs, grouped = _logarithms(profile, z)
    return _factors(label_rows(profile), logs, grouped=grouped, open=open, limit=limit)


def _logarithms(profile: Profile, z: Any) -> tuple[Floats, bool]:
    """Return log z_1, .., log z_T, and whether z is one number for all of them."""
    one = isinstance(z, Real)
    if not one and (isinstance(z, str) or not isinstance(z, Iterable)):
        raise TypeError(f"z must be a number or the numbers z_1 .. z_T, got {shown(z)}")
    numbers = [z] * profile.period if one else list(z)
    if not all(isinstance(number, Real) for number in numbers):
        raise TypeError(f"z must be a number or the numbers z_1 .. z_T, got {brief(numbers)}")
    if len(numbers) != profile.period:
        raise ValueError(
            f"z must be one number, or {profile.period} for the profile {profile}, "
            f"got {len(numbers)} of them"
        )
    # Compared as they are, then as floats: a Fraction may be nearer to 0 or 1 than any float.
    if one and not (0 < z < 1 and 0 < float(z) < 1):
        raise ValueError(f"z must be between 0 and 1, got {brief(z)}")
    if not all(0 < number <= float_info.max and float(number) > 0 for number in numbers):
        raise ValueError(f"z must be positive and finite, got {brief(numbers)}")
    return np.log([float(number) for number in numbers]), one


def _factors(
    rows: tuple[Indices, Indices], logs: Floats, *, grouped: bool, open: bool, limit: int
) -> Factors:
    """Return the factors, given log z_1, .., log z_T; grouped by hook if these are all equal."""
    period, (ups, downs) = len(logs), rows
    members = np.flatnonzero(ups < downs) if open else np.arange(len(ups))
    hooks = (downs - ups)[members] % period
    # x_b = z_i .. z_{j-1}: the first h(b) of the variables from z_i on.
    sums = np.concatenate([[0.0], np.cumsum(np.tile(logs, 2))])
    log_x = logs[0] * hooks if grouped else sums[ups[members] - 1 + hooks] - sums[ups[members] - 1]
    if log_x.size and log_x.max() >= 0:
        at = members[log_x.argmax()]
        box = Box(int(ups[at]), int(downs[at]), 1)
        raise ValueError(f"z must give every box x_b < 1, got {_exp(log_x.max())} on the box {box}")
    turns, log_turn, about = 1, 0.0, ""
    if not open:
        log_turn = float(logs[0] * period if grouped else sums[period])
        if log_turn >= 0:
            raise ValueError(f"z must have the product Z < 1, got {_exp(log_turn)}")
        members = np.append(members, len(ups))
        hooks, log_x = np.append(hooks, period), np.append(log_x, log_turn)
        # Later factors have x <= 1/2, hence x/(1-x) <= 2 x: a sum of geometric series.
        # If the first turn sums to less than 1, they are below 2^-64 of it: moments stay precise.
        log_all = log(2) + max(0.0, np.logaddexp.reduce(log_x)) - log(-expm1(log_turn))
        turns = max(1, ceil((LOG_NEGLECTED - log_all) / log_turn))
        # Near z = 1 a sum over n of u/(e^{su} - 1), u = r + nT, is its integral, pi^2 / (6 T s^2).
        weight = len(members) * period / log_turn**2 * pi**2 / 6
        about = f" and an expected weight of about {weight:.2g}"
    first, counts = np.arange(len(members)), np.ones(len(members), np.int64)
    if grouped:  # the rows of a label array are sorted by hook, and nu has the largest
        hooks, first, counts = np.unique(hooks, return_index=True, return_counts=True)
        log_x = log_x[first]
    require_at_most(
        limit, turns * len(hooks), f"factors of Borodin's product{about}, z being near 1"
    )
    later = np.arange(turns)[:, None]
    log_x, hooks = log_x + later * log_turn, hooks + later * period
    return Factors(log_x, hooks, first, counts, members)


def _exp(logarithm: float) -> str:
    with np.errstate(over="ignore"):
        return f"{np.exp(logarithm):.6g}"


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
