"""Layers at a number z: the objects with largest part at most m, weighed by z^|c|, for large m.

On the cylinder the recursion is that of `layers`,

    F_{c,m}(z) = 1/(1 - z^{rm}) sum over c' of z^{m E(c,c')} F_{c',m-1}(z).

In the open case the column m + 1 of an object, h(k) = (mu^k)'_{m+1} with h(0) = h(T) = 0, is a
lattice path, and lies below that of the column m:

    G_m(path) = sum over the paths below it of z^{area} G_{m-1}(path),     G_0 = 1,

and F_m is G_m of the highest path.

Everything is positive, so floating-point numbers lose nothing; logarithms keep them in range.
Source: derived from the definition.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import comb, log

import numpy as np
import numpy.typing as npt

from cylindric.objects.profiles import Profile
from cylindric.sums.layers import compositions_of, excess, shorter_reading
from termwise.price import require_bytes

Floats = npt.NDArray[np.float64]


def number_of_states(profile: Profile, open: bool) -> int:
    """Return an upper bound of the states that a layer has: compositions, or paths.

    >>> number_of_states(Profile("1100"), False), number_of_states(Profile("1100"), True)
    (3, 6)
    """
    if open:
        return comb(profile.period, profile.rank)
    return comb(profile.period - 1, shorter_reading(profile).rank - 1)


def layer_values(profile: Profile, z: float, *, open: bool = False) -> Iterator[float]:
    """Yield log F_m(z), m = 0, 1, 2, .., without end.

    Args:
        profile: the profile.
        z: a number in (0, 1).
        open: whether mu^0 = mu^T is empty.

    >>> values = layer_values(Profile("10"), 0.5)
    >>> [round(float(np.exp(next(values))), 6) for m in range(3)]     # 1, then 1/((1-z)(1-z^2))..
    [1.0, 2.0, 2.666667]
    """
    require_bytes(30.0 * number_of_states(profile, open) ** 2, "the layers")
    return _open_values(profile, log(z)) if open else _closed_values(profile, log(z))


def _closed_values(profile: Profile, log_z: float) -> Iterator[float]:
    profile = shorter_reading(profile)
    states = list(compositions_of(profile.level, profile.rank))
    powers = log_z * np.array([[excess(c, d) for d in states] for c in states], float)
    here = states.index(profile.composition)
    values, scale, m = np.ones(len(states)), 0.0, 0
    while True:
        yield float(np.log(values[here])) + scale
        m += 1
        values = np.exp(m * powers) @ values / -np.expm1(m * profile.rank * log_z)
        scale += float(np.log(values.max()))
        values = values / values.max()


def _open_values(profile: Profile, log_z: float) -> Iterator[float]:
    heights = _heights_above(profile)
    below = (heights[None, :, :] <= heights[:, None, :]).all(axis=2)
    matrix = below * np.exp(log_z * heights.sum(axis=1))
    values, scale = np.ones(len(heights)), 0.0
    highest = int(heights.sum(axis=1).argmax())
    while True:
        yield float(np.log(values[highest])) + scale
        values = matrix @ values
        scale += float(np.log(values.max()))
        values = values / values.max()


def _heights_above(profile: Profile) -> npt.NDArray[np.int64]:
    """Return h(k), k = 1 .. T, of every column that an object can have: e_k is 0 or 1.

    h(k) - h(k-1) = e_k - (1 - pi_k), so there are as many e_k = 1 as down steps.
    """
    period = profile.period
    words = np.zeros((comb(period, profile.rank), period), np.int64)
    for at, ones in enumerate(combinations(range(period), profile.rank)):
        words[at, list(ones)] = 1
    downs = np.array([1 - int(letter) for letter in profile.word])
    heights: npt.NDArray[np.int64] = np.cumsum(words - downs, axis=1)
    return heights[(heights >= 0).all(axis=1)]
