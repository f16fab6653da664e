"""Exact laws to hold samples against: sizes of all mu^k, and the largest part.

The refined product is a sum over independent labels, and the power of z_k in x_b says how much one
unit of m_b adds to |mu^k|.  With x_b = Z^{n-1} z_i .. z_{j-1} it is e_b(k) = n - 1, and 1 more for
k = i, .., j - 1, cyclically; for a part n of nu it is n.  So

    E|mu^k| = sum_b e_b(k) E m_b,     Cov(|mu^k|, |mu^l|) = sum_b e_b(k) e_b(l) Var m_b.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, exp, log
from numbers import Real
from typing import Any

import numpy as np

from cylindric.growth.turns import label_rows
from cylindric.objects.profiles import Profile, require_profile
from cylindric.sampling.factors import (
    Factors,
    Floats,
    boltzmann_factors,
    require_parameters,
)
from cylindric.sums.layer_values import layer_values, number_of_states
from termwise.arguments import LIMIT, require_at_most
from termwise.doors import door
from termwise.price import require_bytes

MISSING = 1e-12  # the part of a law that is left out


@door
def expected_sizes(
    profile: Profile,
    z: float | Iterable[float],
    *,
    q: float | None = None,
    t: float | None = None,
    open: bool = False,
    limit: int = LIMIT,
) -> Floats:
    """Return the means of |mu^1|, .., |mu^T| under the Boltzmann law or, with q and t, Macdonald's.

    Args:
        profile: the profile.
        z: a number in (0, 1), or z_1 .. z_T, positive, with Z < 1 and every x_b < 1.
        q, t: numbers in [0, 1), both or neither.
        open: whether mu^0 = mu^T is empty.
        limit: refuse to sum more factors than this.

    Returns:
        T floats; their sum is `expected_weight`.

    Raises:
        TypeError, ValueError: as `expected_weight`.

    Source: the refined product, [Langer12].

    >>> expected_sizes(Profile("10"), 0.5, open=True).tolist()
    [1.0, 0.0]
    """
    factors, powers = _powers(profile, z, q, t, open, limit)
    means = factors.moments()[0]
    later = np.arange(len(means))
    return np.asarray(means.sum(axis=0) @ powers + (later @ means).sum(), float)


@door
def covariance_sizes(
    profile: Profile,
    z: float | Iterable[float],
    *,
    q: float | None = None,
    t: float | None = None,
    open: bool = False,
    limit: int = LIMIT,
) -> Floats:
    """Return the covariances of |mu^1|, .., |mu^T| under the Boltzmann law or Macdonald's.

    Args:
        profile: the profile.
        z: a number in (0, 1), or z_1 .. z_T, positive, with Z < 1 and every x_b < 1.
        q, t: numbers in [0, 1), both or neither.
        open: whether mu^0 = mu^T is empty.
        limit: refuse to sum more factors than this.

    Returns:
        A symmetric T x T matrix; the sum of its entries is `variance_weight`.

    Raises:
        TypeError, ValueError: as `expected_weight`.

    Source: the refined product, [Langer12].

    >>> covariance_sizes(Profile("10"), 0.5, open=True).tolist()
    [[2.0, 0.0], [0.0, 0.0]]
    """
    factors, powers = _powers(profile, z, q, t, open, limit)
    variances = factors.moments()[1]
    later = np.arange(len(variances))
    first = later @ variances  # by box: the sums over its turns, n - 1 times and twice
    crossed = first @ powers
    total = (later**2 @ variances).sum() + crossed[:, None] + crossed
    matrix = total + (powers.T * variances.sum(axis=0)) @ powers
    return np.asarray((matrix + matrix.T) / 2, float)


@door
def largest_part_law(
    profile: Profile, z: float, *, open: bool = False, limit: int = LIMIT
) -> Floats:
    """Return the probabilities that the largest part is 0, 1, 2, .. under the Boltzmann law.

    The objects with largest part at most m, weighed by z^|c|, come from layers, without a series,
    and all objects from the product.

    Args:
        profile: the profile.
        z: a number in (0, 1).
        open: whether mu^0 = mu^T is empty.
        limit: refuse more hundreds of products than this; the square of the number of compositions,
            or in the open case of paths, counts for every part.

    Returns:
        The probabilities, up to a part that is exceeded with probability below 10^-12.

    Raises:
        TypeError: profile is no Profile, z no number.
        ValueError: z outside (0, 1), a request above the limit.

    Source: [CW19] for F_c(x, z); the layers are those of `largest_part_series`.

    >>> largest_part_law(Profile("10"), 0.25)[:3].round(4).tolist()
    [0.6885, 0.2295, 0.0612]
    """
    is_number = isinstance(z, Real)
    if not is_number:
        raise TypeError("z must be one number for the law of the largest part")
    whole = float(boltzmann_factors(profile, z, open=open).rates().sum())
    # The largest part is at least m with probability below T z^m times all of the product.
    parts = ceil((log(profile.period) + whole - log(MISSING)) / -log(z))
    cost = number_of_states(profile, open) ** 2 * parts // 100
    require_at_most(limit, cost, f"hundreds of products, for parts up to {parts}")
    law, before = [], 0.0
    for value in layer_values(profile, float(z), open=open):
        at_most = exp(value - whole)
        law.append(max(0.0, at_most - before))
        before = at_most
        if at_most > 1 - MISSING or len(law) > parts:
            return np.array(law)
    raise AssertionError("layers go on")


def _powers(
    profile: Profile,
    z: float | Iterable[float],
    q: float | None,
    t: float | None,
    open: bool,
    limit: int,
) -> tuple[Factors, Floats]:
    """Return the factors, each by itself, and e_b(k) of the first turn, shape (factor, k - 1)."""
    parameters = require_parameters(q, t)
    require_profile(profile)
    each: Any = [z] * profile.period if isinstance(z, Real) else z
    whole = boltzmann_factors(profile, each, *parameters, open=open, limit=limit)
    ups, downs = label_rows(profile)
    period = profile.period
    require_bytes(8 * len(whole.members) * period, "the powers of z_k")
    powers = np.ones((len(whole.members), period))
    boxes = whole.members[: len(whole.members) - whole.trace]
    places = np.arange(1, period + 1)
    ahead = (places - ups[boxes, None]) % period < ((downs - ups)[boxes, None]) % period
    powers[: len(boxes)] = ahead
    return whole, powers
