"""The functional equation of Corteel and Welsh for F_c(x, z), solved degree by degree in x.

For a composition c with I_c = {i: c_i > 0} not empty,

    F_c(x, z) = sum over non-empty J in I_c of (-1)^{|J|-1} F_{c(J)}(x z^{|J|}, z) / (1 - x z^{|J|})

where c(J)_i is c_i - 1 if J has i and not i - 1, c_i + 1 if it has i - 1 and not i, else c_i
(indices cyclic).  With S_{c,n} the sum of the coefficients of x^0 .. x^n this says

    S_{c,n} = S_{c,n-1} + sum over J of (-1)^{|J|-1} z^{n|J|} S_{c(J),n},    S_{c,0} = 1,

and for n >= 1 iteration gains n powers of z a round.  Source: [CW19].
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import comb

from flint import fmpz_poly

from cylindric.algebra.multiseries import MultiSeries
from cylindric.objects.profiles import Profile, require_profile
from termwise.arguments import LIMIT, brief, require_at_most, require_integer
from termwise.doors import door


@door
def corteel_welsh_series(profile: Profile, order: int, *, limit: int = LIMIT) -> MultiSeries:
    """Expand F_c(x, z), the sum of x^(largest part) z^weight, from the functional equation.

    `largest_part_series` gives the same by layers.

    Args:
        profile: a profile with both letters.
        order: weights 0 .. order - 1 are given; the power of x is not bounded.
        limit: refuse more hundreds of coefficient sums than this: there are about as many sums as
            compositions, times 2^rank, times the square of the order and its logarithm.

    Returns:
        A MultiSeries in x and z, truncated in z; `.named("z", "q")` renames them.

    Raises:
        ValueError: a profile of one letter, for which the equation is empty, an order below 1, or
            a request above the limit.

    Source: [CW19].

    >>> print(corteel_welsh_series(Profile.from_composition((2, 1)), 3))
    1 + 2*x*z + 2*x**2*z**2 + 2*x*z**2 + O(z**3)
    """
    require_profile(profile)
    order = require_integer("order", order, 1)
    if not (profile.rank and profile.level):
        raise ValueError(f"profile must have a 0 and a 1, got {brief(profile)}")
    rounds = order * order.bit_length()
    subsets = 2 ** min(profile.rank, profile.level)
    many = comb(profile.period - 1, profile.rank - 1) * subsets * rounds * order // 100
    require_at_most(limit, many + 20 * order**2 // 2, "hundreds of coefficient sums")
    sums = {profile.composition: fmpz_poly([1])}
    queue = [profile.composition]
    for c in queue:  # grows as it is read
        for d, _ in _neighbours(c):
            if d not in sums:
                sums[d] = fmpz_poly([1])
                queue.append(d)
    terms: dict[tuple[int, ...], int] = {(0, 0): 1}
    for n in range(1, order):
        before = sums
        for _ in range(-(-order // n)):
            sums = {c: _round(c, n, before[c], sums, order) for c in queue}
        exactly = sums[profile.composition] - before[profile.composition]
        terms |= {(n, k): int(a) for k, a in enumerate(exactly.coeffs()) if a}
    return MultiSeries(("x", "z"), terms, order, (0, 1))


def _round(
    c: tuple[int, ...],
    n: int,
    before: fmpz_poly,
    sums: dict[tuple[int, ...], fmpz_poly],
    order: int,
) -> fmpz_poly:
    total = before
    for d, size in _neighbours(c):
        if n * size < order:
            shifted = sums[d].left_shift(n * size)
            total = total + shifted if size % 2 else total - shifted
    return total.truncate(order)


def _neighbours(c: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield c(J) and |J| for every non-empty J."""
    rank = len(c)
    positive = [i for i in range(rank) if c[i]]
    for size in range(1, len(positive) + 1):
        for chosen in combinations(positive, size):
            yield (
                tuple(c[i] - (i in chosen) + ((i - 1) % rank in chosen) for i in range(rank)),
                size,
            )
