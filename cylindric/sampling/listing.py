"""Small samples of the Macdonald-weighted law by listing: the oracle of `sample_macdonald`.

For 0 <= q, t < 1 every weight is positive.  First the weight n = |c| is drawn from its exact law,
a_n z^n / F(z), where a_n is the coefficient of the (q,t)-product and F(z) the product itself,

    log F(z) = sum_{k>=1} 1/k ( (1 - t^k)/(1 - q^k) P(z^k)/(1 - z^{kT}) + z^{kT}/(1 - z^{kT}) ),

P(z) the sum of z^h over the boxes of the first turn; then an object of weight n, in proportion to
W_c, from the list of all of them.  F(z) is enclosed in an interval, and random bits are drawn until
they decide: no rounding ever does, and there is no Markov chain.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from math import lcm
from typing import Any, overload

import numpy as np
from flint import arb, fmpq

from cylindric.macdonald.weights import weight_factors
from cylindric.objects.batches import Samples, made, to_array
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.enumeration import enumerate_walks
from cylindric.objects.profiles import Profile, require_profile
from cylindric.products.borodin import MAX_TERMS, number_of_cylindric_partitions
from cylindric.products.macdonald import expanded, numeric
from cylindric.sampling.random_integers import random_below
from termwise.arguments import brief, require_at_most, require_generator, require_integer, shown
from termwise.doors import door
from termwise.exact import Exact, exact_number, to_flint
from termwise.precision import working_precision

BITS = 64

MAX_CHOICES = 20_000
"""So many objects of one weight are listed and weighed in a few seconds."""

SUMMED = 10**4  # terms of a rough mean


@overload
def sample_macdonald_by_listing(
    profile: Profile,
    z: Any,
    q: Any,
    t: Any,
    size: None = None,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    limit: int = MAX_CHOICES,
) -> CylindricPartition: ...


@overload
def sample_macdonald_by_listing(
    profile: Profile,
    z: Any,
    q: Any,
    t: Any,
    size: int,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    limit: int = MAX_CHOICES,
) -> Samples: ...


@door
def sample_macdonald_by_listing(
    profile: Profile,
    z: Any,
    q: Any,
    t: Any,
    size: int | None = None,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    limit: int = MAX_CHOICES,
) -> CylindricPartition | Samples:
    """Draw cylindric partitions with probability proportional to W_c(q, t) z^|c|, exactly.

    For small profiles and weights: the objects of every weight that is drawn are listed.

    Args:
        profile: the profile.
        z: an int or a Fraction with 0 < z < 1.
        q, t: ints or Fractions with 0 <= q, t < 1.
        size: how many; None for one object and no sequence.
        rng: a numpy Generator, or an int seed; the same seed gives the same samples.
        open: reverse plane partitions.
        limit: refuse to go on if there are more objects of the weight that was drawn.

    Returns:
        A CylindricPartition, or Samples.

    Raises:
        TypeError: z, q or t is no exact number.
        ValueError: z, q or t outside its range, size < 1, or too many objects of a weight (the
            message says how many).

    Source: [Langer12] for the law of the weight.

    >>> from fractions import Fraction
    >>> half = Fraction(1, 2)
    >>> len(sample_macdonald_by_listing(Profile("10"), half, half, 0, size=100, rng=1))
    100
    """
    require_profile(profile)
    z, q, t = exact_number("z", z), exact_number("q", q), exact_number("t", t)
    if not 0 < z < 1:
        raise ValueError(f"z must be in 0 < z < 1, got {brief(z)}")
    for name, value in (("q", q), ("t", t)):
        if not 0 <= value < 1:
            raise ValueError(f"{name} must be in 0 <= {name} < 1, got {brief(value)}")
    number = 1 if size is None else require_integer("size", size, 1)
    generator = require_generator(rng)
    law = WeightLaw(profile, z, q, t, open)
    law.require_listable(limit)
    drawn = [law.draw(generator) for _ in range(number)]
    lists: dict[int, tuple[list[CylindricPartition], list[int]]] = {}
    for n in sorted(set(drawn)):
        many = number_of_cylindric_partitions(profile, n, open=open)
        require_at_most(limit, many, f"cylindric partitions of weight {n}")
        lists[n] = _weighed(profile, n, law.q, law.t, open)
    objects = [_choose(*lists[n], generator) for n in drawn]
    if size is None:
        return objects[0]
    return made(profile, to_array([c.partitions for c in objects]))


class WeightLaw:
    """The law of the weight, P(n) = a_n z^n / F(z); numbers as in `sample_macdonald_by_listing`.

    >>> from fractions import Fraction
    >>> law = WeightLaw(Profile("10"), Fraction(1, 2), Fraction(1, 3), Fraction(1, 3), False)
    >>> float(law.probability(0))  # doctest: +ELLIPSIS
    0.288788095...
    """

    def __init__(self, profile: Profile, z: Exact, q: Exact, t: Exact, open: bool) -> None:
        self.profile, self.open = profile, open
        self.z, self.q, self.t = map(to_flint, (z, q, t))
        self.sums: list[fmpq] = []
        """The numbers a_0 + a_1 z + .. + a_n z^n."""
        self.products: dict[int, arb] = {}
        """F(z) by the precision to which it is enclosed."""

    def require_listable(self, limit: int) -> None:
        """Refuse a law whose weights, half of the mean one already, have too many objects."""
        mean = self.mean()
        half = int(min(mean / 2, MAX_TERMS - 1))
        many = number_of_cylindric_partitions(self.profile, half, open=self.open)
        if many > limit:
            raise ValueError(
                f"this takes {shown(many)} cylindric partitions of weight {half} alone, the "
                f"expected weight being {mean:.3g}, more than the limit of {limit}: "
                f"pass a larger limit"
            )

    def mean(self) -> float:
        """Return the expected weight, z F'(z) / F(z), roughly."""
        z, q, t = (int(x.p) / int(x.q) for x in (self.z, self.q, self.t))
        around = self.profile.period
        total = 0.0
        for k in range(1, SUMMED):
            power = z**k
            below = 1.0 if self.open else 1 - power**around
            ratio = (1 - t**k) / (1 - q**k)
            hooks = sum(
                power**h * (h + (0 if self.open else around * power**around / below))
                for h in self._boxes()
            )
            trace = 0.0 if self.open else around * power**around / below**2
            total += ratio * hooks / below + trace
            if power < 1e-18:
                break
        return total

    def draw(self, rng: np.random.Generator) -> int:
        """Draw a weight: the n with sums[n-1] < U F(z) < sums[n], U uniform, bit by bit."""
        u, bits = 0, 0
        while True:
            u = (u << BITS) + random_below(1 << BITS, rng)
            bits += BITS
            with working_precision(bits + BITS) as precision:
                scale = self._product(precision) / arb(2) ** bits
                low, high = scale * u, scale * (u + 1)
                n = 0
                while not high < arb(self._sum(n)):
                    if low < arb(self._sum(n)):
                        break  # between the two: more bits will tell
                    n += 1
                else:
                    return n

    def probability(self, n: int) -> arb:
        """Return P(n), enclosed."""
        with working_precision(4 * BITS) as precision:
            before = self._sum(n - 1) if n else fmpq(0)
            return arb(self._sum(n) - before) / self._product(precision)

    def _sum(self, n: int) -> fmpq:
        if n >= len(self.sums):
            order = 2 * n + 8
            multiplier = numeric(self.q, self.t)
            terms = dict(expanded(self.profile, order, fmpq(1), multiplier, open=self.open))
            self.sums = []
            total, power = fmpq(0), fmpq(1)
            for m in range(order):
                total += terms.get((m,), fmpq(0)) * power
                power *= self.z
                self.sums.append(total)
        return self.sums[n]

    def _product(self, precision: int) -> arb:
        """Enclose F(z) in the working precision.

        P(z^k) <= B z^k for B boxes, so what is left out after K terms is at most
        (B/(1 - q) + 1) / (1 - z^T) times the sum of z^k / k over k > K.
        """
        if precision not in self.products:
            self.products[precision] = self._logarithm(precision).exp()
        return self.products[precision]

    def _logarithm(self, precision: int) -> arb:
        z, q, t = self.z, self.q, self.t
        boxes = self._boxes()
        period = self.profile.period
        around = fmpq(0) if self.open else z**period
        constant = arb((len(boxes) / (1 - q) + 1) / (1 - around))
        total, k = arb(0), 0
        while True:
            k += 1
            powers = {h: arb(z) ** (k * h) for h in set(boxes)}
            hooks = sum((powers[h] for h in boxes), arb(0))
            below = 1 - arb(around) ** k
            ratio = (1 - arb(t) ** k) / (1 - arb(q) ** k)
            trace = arb(0) if self.open else arb(around) ** k / below
            total += (ratio * hooks / below + trace) / k
            rest = constant * arb(z) ** (k + 1) / ((k + 1) * (1 - arb(z)))
            if rest < arb(2) ** -precision:
                return total + rest.union(arb(0))

    def _boxes(self) -> list[int]:
        boxes = self.profile.open_boxes() if self.open else self.profile.boxes(self.profile.period)
        return [h for box, h in boxes.items() if box.n == 1]


def _weighed(
    profile: Profile, weight: int, q: fmpq, t: fmpq, open: bool
) -> tuple[list[CylindricPartition], list[int]]:
    """Return the objects of a weight, and integers in proportion to what they weigh, summed up."""
    objects = list(enumerate_walks(profile, weight, open=open))
    weights = [weight_factors(c).product.at(q, t) for c in objects]
    common = lcm(*(int(w.q) for w in weights))
    return objects, list(accumulate(int(w.p) * (common // int(w.q)) for w in weights))


def _choose(
    objects: list[CylindricPartition], sums: list[int], rng: np.random.Generator
) -> CylindricPartition:
    return objects[bisect_right(sums, random_below(sums[-1], rng))]
