"""Uniform samples of the cylindric partitions of one weight, by the recursive method.

A pair (nu, labels) of weight n is a partition of n into coloured parts: the label m_b is m_b parts
of size h(b) and colour b, a part k of nu is one part of size k T.  With a(n) their number and c(h)
the number of colours of size h, the logarithmic derivative of Borodin's product reads

    n a(n) = sum_{h, k >= 1} h c(h) a(n - h k).

Choose (h, k) with probability h c(h) a(n - h k) / (n a(n)) and a colour of size h, each as likely;
take k parts of it, and go on with n - h k.  Every partition into coloured parts comes out with the
same probability [NW78].  All numbers here are integers, of any size: the law is exactly uniform.
"""

from __future__ import annotations

from typing import overload

import numpy as np

from cylindric.growth.turns import label_rows
from cylindric.objects.batches import Samples
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.profiles import Profile, require_profile
from cylindric.products.borodin import borodin_series
from cylindric.sampling.perfect import LabelPoints, build_samples, require_room
from cylindric.sampling.random_integers import random_below
from termwise.arguments import LIMIT, brief, require_at_most, require_generator, require_integer
from termwise.doors import door

COEFFICIENT = 100
"""A coefficient of the series costs as much as so many cubes."""


@overload
def sample_of_weight(
    profile: Profile,
    weight: int,
    size: None = None,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    limit: int = LIMIT,
) -> CylindricPartition: ...


@overload
def sample_of_weight(
    profile: Profile,
    weight: int,
    size: int,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    limit: int = LIMIT,
) -> Samples: ...


@door
def sample_of_weight(
    profile: Profile,
    weight: int,
    size: int | None = None,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    limit: int = LIMIT,
) -> CylindricPartition | Samples:
    """Draw cylindric partitions of exactly this weight, all equally likely, independently.

    Args:
        profile: the profile.
        weight: a non-negative integer, below 10^5 if no larger `limit` is given.
        size: how many; None for one object and no sequence.
        rng: a numpy Generator, or an int seed; the same seed gives the same samples.
        open: whether mu^0 = mu^T is empty: reverse plane partitions.
        limit: refuse more cubes than this, the boxes and places of every object counted, and a
            coefficient of the series as 100 of them, if it is above 10^7.

    Returns:
        A CylindricPartition, or Samples.

    Raises:
        TypeError: profile is no Profile, weight or size no integer, rng no generator.
        ValueError: there is no object of this weight; weight < 0 or size < 1; more cubes than the
            limit (the message says how many).

    Source: [NW78], the recursive method; [Borodin07] and the bijection of `growth`.

    >>> print(sample_of_weight(Profile("10"), 1))
    ∅ ≺ (1) ≻ ∅
    >>> sample_of_weight(Profile("11010"), 1000).weight
    1000
    """
    require_profile(profile)
    weight = require_integer("weight", weight, 0)
    number = 1 if size is None else require_integer("size", size, 1)
    generator = require_generator(rng)
    require_room(limit, profile, number, weight, f"weight {brief(weight)}")
    coefficients = f"cubes' worth of work for {weight + 1} coefficients of the series"
    require_at_most(max(limit, LIMIT), COEFFICIENT * (weight + 1), coefficients)
    parts = _ColouredParts(profile, weight, open)
    points = [(which, *point) for which in range(number) for point in parts.draw(weight, generator)]
    columns = np.array(points, np.int64).reshape(-1, 4).T
    samples = build_samples(profile, number, LabelPoints(*columns))
    return samples[0] if size is None else samples


class _ColouredParts:
    """The partitions of numbers up to a weight into coloured parts."""

    def __init__(self, profile: Profile, weight: int, open: bool) -> None:
        self.period = profile.period
        ups, downs = label_rows(profile)
        series = borodin_series(profile, weight + 1, open=open, limit=weight + 1)
        if not series[weight]:
            kind = "reverse plane partition" if open else "cylindric partition"
            raise ValueError(
                f"weight must be that of a {kind} of profile {profile}, got {brief(weight)}"
            )
        self.numbers = series.coefficients
        hooks = (downs - ups) % self.period
        boxes = ups < downs if open else hooks > 0
        # The colours of size h, by their rows in a label array, depend on h mod T alone.
        self.rows = [np.flatnonzero(boxes & (hooks == h)).tolist() for h in range(self.period)]
        self.rows[0] = [] if open else [len(hooks)]
        longest = min(weight, self.period - 1) if open else weight
        self.colours = [0] + [len(self.rows[h % self.period]) for h in range(1, longest + 1)]
        # sums[m] is the sum of h c(h) over the divisors h of m.
        sums = np.zeros(weight + 1, np.int64)
        for h, colours in enumerate(self.colours):
            if colours:
                sums[h::h] += h * colours
        self.sums = sums.tolist()

    def draw(self, rest: int, rng: np.random.Generator) -> list[tuple[int, int, int]]:
        """Draw one: the turn, the row and how many parts, as in `LabelPoints`, for each choice."""
        points = []
        while rest:
            chance = random_below(rest * self.numbers[rest], rng)
            taken = 0
            while chance >= 0:
                taken += 1
                chance -= self.sums[taken] * self.numbers[rest - taken]
            among = random_below(self.sums[taken], rng)
            h = 0
            while among >= 0:
                h += 1
                if taken % h == 0 and h < len(self.colours):
                    among -= h * self.colours[h]
            rows = self.rows[h % self.period]
            turn = -(-h // self.period)
            points.append((turn, rows[random_below(len(rows), rng)], taken // h))
            rest -= taken
        return points
