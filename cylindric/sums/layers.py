"""The object side by layers: cylindric partitions with largest part at most m, m = 0, 1, 2, ..

In composition form c = (c_1, .., c_r), take off the parts equal to m: the row i loses f_i of them,
and what is left has largest part below m and the composition c' with f_i = f_{i-1} + c_i - c'_i.
The loss is fixed by c' up to a common shift, hence

    F_{c,m} = 1 / (1 - z^{rm}) * sum over c' of z^{m E(c,c')} F_{c',m-1},     F_{c,0} = 1,

E(c,c') = sum of the f_i, shifted so that the least is 0.  No signs, no hooks; time
polynomial in the order (the compositions are binomially many).
Source: derived from the definition; refines [CW19].
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from math import comb

from flint import fmpz_poly

from cylindric.algebra.multiseries import MultiSeries
from cylindric.algebra.power_series import divide_by_one_minus
from cylindric.algebra.series import Series, from_poly
from cylindric.objects.profiles import Profile, require_profile
from termwise.arguments import LIMIT, require_at_most, require_integer, shown
from termwise.doors import door

Composition = tuple[int, ...]

TERM = 20
"""A term of a series in two variables costs as much as so many hundreds of sums."""


def layers_series(profile: Profile, order: int, *, limit: int = LIMIT) -> Series:
    """Count cylindric partitions by weight, layer by layer.

    Args:
        profile: the profile.
        order: how many coefficients.
        limit: refuse more hundreds of coefficient sums than this; the squares of the order and of
            the number of compositions count.

    >>> print(layers_series(Profile("1010"), 6))
    1 + 2*z + 3*z**2 + 6*z**3 + 10*z**4 + 16*z**5 + O(z**6)
    """
    *_, last = _by_largest_part(profile, order, limit)
    return from_poly(last, order)


@door
def largest_part_series(profile: Profile, order: int, *, limit: int = LIMIT) -> MultiSeries:
    """Expand F_c(x, z), the sum of x^(largest part) z^weight over the cylindric partitions.

    Args:
        profile: the profile.
        order: weights 0 .. order - 1 are given; the power of x is not bounded.
        limit: refuse more hundreds of coefficient sums than this; the squares of the order and of
            the number of compositions count.

    Returns:
        A MultiSeries in x and z, truncated in z.

    Raises:
        TypeError, ValueError: no Profile, an order below 1, a request above the limit.

    Source: [CW19] for F_c(x, z); computed by the layers of this module.

    >>> print(largest_part_series(Profile.from_composition((2, 1)), 4))
    1 + 2*x*z + 2*x**2*z**2 + 2*x*z**2 + 2*x**3*z**3 + 3*x**2*z**3 + 2*x*z**3 + O(z**4)
    """
    number = require_integer("order", order, 1) * (order + 1) // 2
    require_at_most(limit, TERM * number, f"coefficient sums and {shown(number)} terms")
    terms: dict[tuple[int, ...], int] = {}
    before = fmpz_poly()
    for m, at_most in enumerate(_by_largest_part(profile, order, limit)):
        exactly = at_most - before
        terms |= {(m, n): int(c) for n, c in enumerate(exactly.coeffs()) if c}
        before = at_most
    return MultiSeries(("x", "z"), terms, order, (0, 1))


def _by_largest_part(profile: Profile, order: int, limit: int) -> Iterator[fmpz_poly]:
    """Yield F_{c,0}, F_{c,1}, .., F_{c,order-1}; a larger part is too heavy."""
    require_profile(profile)
    order = require_integer("order", order, 1)
    profile = shorter_reading(profile)
    rank = profile.rank
    require_at_most(limit, layers_cost(profile, order), "hundreds of coefficient sums")
    targets = list(compositions_of(profile.level, rank))
    # Of c' = c only what 1/(1 - z^{rm}) adds is new: its factor is z^{rm}.
    losses = {c: [(excess(c, d) or rank, d) for d in targets] for c in targets}
    layer = {c: fmpz_poly([1]) for c in targets}
    yield layer[profile.composition]
    for m in range(1, order):
        below, layer = layer, {}
        for c in targets:
            # Only E(c, c) is 0, so F_{c,m} is F_{c,m-1} and what is new, with the factor z^m.
            new = fmpz_poly()
            for e, d in losses[c]:
                if m * e < order:
                    new += below[d].truncate(order - m * e).left_shift(m * (e - 1))
            layer[c] = below[c] + divide_by_one_minus(new, rank * m, order - m).left_shift(m)
        yield layer[profile.composition]


LAYERS_A_SECOND = 10**6
"""So many hundreds of coefficients are added in a second, about."""


def layers_cost(profile: Profile, order: int) -> int:
    """Return how many hundreds of coefficients the layers add up, at most."""
    return _number_of_compositions(shorter_reading(profile)) ** 2 * order**2 // 100


def shorter_reading(profile: Profile) -> Profile:
    """Return the profile, or the one of the same objects read backwards, columns for rows.

    Of the two, that with fewer compositions, among those that have rows.
    """
    readings = [p for p in (profile, profile.reverse_complement()) if p.rank]
    return min(readings, key=_number_of_compositions)


def _number_of_compositions(profile: Profile) -> int:
    return comb(profile.period - 1, profile.rank - 1)


def compositions_of(total: int, parts: int) -> Iterator[Composition]:
    """Yield the ways to write total as a sum of so many non-negative integers, in order."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions_of(total - first, parts - 1):
            yield (first, *rest)


def excess(c: Composition, d: Composition) -> int:
    """Return E(c, d)."""
    lost = list(accumulate(a - b for a, b in zip(c, d, strict=True)))
    return sum(lost) - len(lost) * min(lost)
