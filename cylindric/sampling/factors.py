"""The factors of Borodin's product and of its (q,t)-analog, up to where the others are nothing.

A *factor* of Borodin's product is 1/(1 - x), x = Z^n for a part n of nu, x = x_b for a label m_b.
With q and t the factor of a box becomes

    G(x) = (t x; q)_oo / (x; q)_oo = sum_m g_m x^m,     log G(x) = sum_k x^k/k (1 - t^k)/(1 - q^k),

and that of a part of nu stays as it is: the trace has no q and no t.

The factors go on for ever, turn by turn.  They are listed up to the turn after which all others
together, with probability above 1 - 2^-64, are zero: the sum of their x/(1 - x), times the largest
(1 - t^k)/(1 - q^k), is less.  That ratio falls with k if t < q and never exceeds 1 if not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, expm1, inf, log, pi
from numbers import Real
from sys import float_info
from typing import Any

import numpy as np
import numpy.typing as npt

from cylindric.growth.turns import Indices, label_rows
from cylindric.objects.batches import Integers
from cylindric.objects.profiles import Box, Profile, require_profile
from termwise.arguments import LIMIT, brief, require_at_most, shown
from termwise.price import require_steps

Floats = npt.NDArray[np.float64]

LOG_NEGLECTED = -64 * log(2)

SMALL = 1 / 8  # of an x: where a series in x is short
TERMS = 20  # of it; SMALL^TERMS = 2^-60


@dataclass(frozen=True, eq=False)
class Factors:
    """Factors of the product, turn by turn; those of one hook and one x are one class.

    Attributes:
        log_x: log x of the factors, by turn and class.
        hooks: what one unit of m adds to the weight, by turn and class.
        first, counts: a class is members[first : first + count], in every turn.
        members: rows of a label array, as `label_rows`; one past its end is the part n of nu.
        trace: whether the last class is the part n of nu.
        q, t: the parameters of the factors of boxes; equal ones give Borodin's.
    """

    log_x: Floats
    hooks: Integers
    first: Integers
    counts: Integers
    members: Integers
    trace: bool
    q: float
    t: float

    @property
    def expected_weight(self) -> float:
        """The sum of hook x G'(x)/G(x); with q = t, of hook x/(1-x)."""
        if self.q == self.t:
            with np.errstate(over="ignore"):  # x/(1-x) is 0 there
                return float((self.counts * self.hooks / np.expm1(-self.log_x)).sum())
        return float((self.counts * self.hooks * self.moments()[0]).sum())

    @property
    def variance_weight(self) -> float:
        """The sum of hook^2 (x d/dx)^2 log G(x); with q = t, of hook^2 x/(1-x)^2."""
        return float((self.counts * self.hooks**2.0 * self.moments()[1]).sum())

    def moments(self) -> tuple[Floats, Floats]:
        """Return mean and variance of the labels of every class, or of multiplicities of nu.

        G is the product over r of (1 - t q^r x)/(1 - q^r x), so both are sums over r; once q^r x is
        small, what is left of log G is the series in x.
        """
        x = np.exp(self.log_x)
        missing = self.missing()
        mean, variance = x / missing, x / missing**2
        boxes = slice(0, len(self.counts) - self.trace)
        if self.q == self.t or not x[:, boxes].size:
            return mean, variance
        y = x[:, boxes]
        # (1 - x)^-1 without cancellation for r = 0; the other factors have no x so near to 1.
        means, variances = (
            mean[:, boxes] - _first(self.t * y),
            variance[:, boxes] - _second(self.t * y),
        )
        y = self.q * y
        rounds = log(SMALL) / log(self.q) if self.q else 0
        require_steps(10 * rounds * (y.size + 1000), "steps for the moments, q being near 1")
        while self.q and (large := y > SMALL).any():
            for sign, z in ((1, y[large]), (-1, self.t * y[large])):
                means[large] += sign * _first(z)
                variances[large] += sign * _second(z)
            y[large] *= self.q
        for k in range(1, TERMS if self.q else 0):
            terms = -expm1(k * _log(self.t)) / -expm1(k * log(self.q)) * y**k
            means += terms
            variances += k * terms
        mean[:, boxes], variance[:, boxes] = means, variances
        return mean, variance

    def missing(self) -> Floats:
        """Return 1 - x, without cancellation for x near 1."""
        missing: Floats = -np.expm1(self.log_x)
        return missing

    def rates(self) -> Floats:
        """Return -log(1 - x), the logarithm of the factor, times the size of its class.

        With q and t this times `largest_ratio` is at least the logarithm of the factor.
        """
        # Each formula is exact to rounding where it is used: for x near 1, and for x near 0.
        near_one = self.log_x > -log(2)
        logarithms = np.empty_like(self.log_x)
        logarithms[near_one] = np.log(-np.expm1(self.log_x[near_one]))
        logarithms[~near_one] = np.log1p(-np.exp(self.log_x[~near_one]))
        return -logarithms * self.counts


def largest_ratio(q: float, t: float) -> float:
    """Return the largest (1 - t^k)/(1 - q^k), k >= 1, or 1 if it is only approached.

    >>> largest_ratio(0.5, 0.25), largest_ratio(0.25, 0.5)
    (1.5, 1.0)
    """
    return max(1.0, (1 - t) / (1 - q))


def require_parameters(q: Any, t: Any) -> tuple[float, float]:
    """Return q and t as floats; they must be numbers in [0, 1), and neither without the other.

    >>> require_parameters(0, 1)
    Traceback (most recent call last):
    ValueError: t must be in 0 <= t < 1, got 1
    """
    if q is None and t is None:
        return 0.0, 0.0
    value: Any
    for name, value in (("q", q), ("t", t)):
        is_number = isinstance(value, Real) and not isinstance(value, bool)
        if not is_number:
            raise TypeError(f"{name} must be a number in 0 <= {name} < 1, got {shown(value)}")
        if not (0 <= value < 1 and float(value) < 1):
            raise ValueError(f"{name} must be in 0 <= {name} < 1, got {brief(value)}")
    return float(q), float(t)


def _first(x: Floats) -> Floats:
    return x / (1 - x)


def _second(x: Floats) -> Floats:
    return x / (1 - x) ** 2


def _log(x: float) -> float:
    return log(x) if x else -inf


def boltzmann_factors(
    profile: Profile,
    z: float | Iterable[float],
    q: float = 0.0,
    t: float = 0.0,
    *,
    open: bool = False,
    limit: int = LIMIT,
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
    return listed(label_rows(profile), logs, (q, t), grouped=grouped, open=open, limit=limit)


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


def listed(
    rows: tuple[Indices, Indices],
    logs: Floats,
    parameters: tuple[float, float],
    *,
    grouped: bool,
    open: bool,
    limit: int,
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
        log_all += log(largest_ratio(*parameters))
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
    return Factors(log_x, hooks, first, counts, members, not open, *parameters)


def _exp(logarithm: float) -> str:
    with np.errstate(over="ignore"):
        return f"{np.exp(logarithm):.6g}"
