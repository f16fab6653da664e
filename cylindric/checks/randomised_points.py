"""Randomised growth at random points modulo random primes, with a bound of the error.

Points (p, q, t) are drawn as in `certificates`, p between 2^30 and 2^31; one at which a denominator
is 0, of a weight or of a probability of the rule INDEPENDENT, is replaced by the next.  If the flow
to some pair or object is another rational function than claimed, then F of `randomised.bounds`, for
its group, is a polynomial with integer coefficients that is not 0, of degree at most D, with
coefficients of at most B bits.  They are all divisible by at most B/30 primes above 2^30; modulo
another p the polynomial vanishes at no more than D/p of the points (Schwartz, Zippel).  The points
that are kept are a share of at least 1 - V of all, with

    V = sum of (a + b) / 2^30 over the factors 1 - q^a t^b, a + b <= order,
        + sum of d / 2^30 + log2(h) / 30 / 50 697 537 over the cells that some flow meets,

d and h the bounds of the cell, on either side.  So one point is passed with a probability of at
most (B/30 / 50 697 537 + D / 2^30) / (1 - V), and the points are independent.  D, B and V are
worked out for the very cells of the request.  What is bounded is how likely it is that two sides
that differ, as the program computes them, agree by accident at all points: not that the program
is right.
"""

from __future__ import annotations

from math import log2
from typing import NamedTuple

from cylindric.checks.certificates import PRIMES
from cylindric.objects.decompositions import Decomposition, decompositions
from cylindric.randomised.bounds import Bound, Corner, cell_bounds, group_bounds
from cylindric.randomised.flows import Walk
from cylindric.sums.listing import Below

Sizes = tuple[int, ...]


class Errors(NamedTuple):
    """The bounds of the module docstring.

    Attributes:
        degree: D.
        bits: B, rounded up.
        poles: V.
    """

    degree: int
    bits: int
    poles: float

    def exponent(self, points: int) -> float:
        """Return e, such that a false statement agrees at all the points with probability < 2^-e.

        >>> Errors(100, 100, 0.0).exponent(2) > 45
        True
        """
        if self.poles >= 1:
            return 0.0
        once = (self.bits / 30 / PRIMES + self.degree / 2**30) / (1 - self.poles)
        return max(0.0, -log2(once) * points)


def walk_of(partitions: Walk) -> Walk:
    """Return mu^0, .., mu^{T-1} of mu^1, .., mu^T.

    >>> walk_of((1, 2, 3))
    (3, 1, 2)
    """
    return (partitions[-1], *partitions[:-1])


def errors_of(objects: Below) -> Errors:
    """Return the bounds of the request: the largest D and B of a group, and V of all its cells.

    >>> from cylindric.objects.profiles import Profile
    >>> from cylindric.sums.listing import below
    >>> errors_of(below(Profile("10"), 3))[:2]
    (9, 8)
    """
    profile = objects.profile
    cells: set[Corner] = set()
    worst = Bound(0, 0.0)
    for weight in range(objects.order):
        groups: dict[Sizes, tuple[list[Walk], list[Decomposition]]] = {}
        for c in objects.of_weight(weight):
            sizes = tuple(map(sum, c.partitions))
            groups.setdefault(sizes, ([], []))[0].append(walk_of(c.partitions))
        for pair in decompositions(profile, weight, open=objects.open):
            groups.setdefault(pair.refined_weight(profile), ([], []))[1].append(pair)
        for walks, pairs in groups.values():
            sides, met = group_bounds(profile, walks, pairs)
            cells |= met
            bound = sides.both()
            worst = Bound(max(worst.degree, bound.degree), max(worst.bits, bound.bits))
    poles = sum(h * (h + 1) for h in range(1, objects.order + 1)) / 2**30
    for cell in cells:
        for degree, bits in cell_bounds(*cell):
            poles += degree / 2**30 + bits / 30 / PRIMES
    return Errors(worst.degree, int(worst.bits) + 1, poles)
