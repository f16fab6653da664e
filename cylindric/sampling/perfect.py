"""Perfect samples of cylindric partitions, a batch at a time.

The Boltzmann law gives every cylindric partition c a probability proportional to z^|c|, or to
prod_k z_k^{|mu^k|}.  Under the bijection c <-> (nu, labels) it is a product of geometric laws, one
for each factor of Borodin's product: draw nu and the labels, and build c from them.  There is no
Markov chain and nothing to wait for.

A geometric variable is a Poisson number of logarithmic ones, as the logarithms of both sides show,

    (1 - x)/(1 - x s) = exp( sum_{k>=1} (s^k - 1) x^k / k ),

so the labels are a Poisson process, whose points (factor, k) add k to the label of the factor.  The
number of points has mean log of Borodin's product, far less than the number of boxes; turns without
a point are never built.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from math import ceil, prod
from numbers import Real
from typing import Any, NamedTuple, overload

import numpy as np

from cylindric.growth.toggles import Toggles
from cylindric.objects.batches import Array, Integers, Law, Samples, kind_for, made
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.profiles import Profile
from cylindric.sampling.factors import Factors, boltzmann_factors, largest_ratio
from termwise.arguments import (
    LIMIT,
    brief,
    require_at_most,
    require_generator,
    require_integer,
    shown,
)
from termwise.doors import door
from termwise.price import require_bytes

CUBES = 10**8
"""So many cubes are drawn unless a limit is given; a tenth as many factors are listed."""

LARGEST_MEAN = 2**53
"""With a larger expected weight a weight might not fit into 64 bits; no limit= lets it through."""


class LabelPoints(NamedTuple):
    """What adds to the labels of a batch; also the parts of nu.

    `rows` are rows of a label array of `toggles`; the row past its end stands for nu, and there the
    turn n is a part and the label its multiplicity.
    """

    objects: Integers
    turns: Integers
    rows: Integers
    labels: Integers


@overload
def sample(
    profile: Profile,
    z: float | Iterable[float],
    size: None = None,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    limit: int = CUBES,
) -> CylindricPartition: ...


@overload
def sample(
    profile: Profile,
    z: float | Iterable[float],
    size: int,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    limit: int = CUBES,
) -> Samples: ...


@door
def sample(
    profile: Profile,
    z: float | Iterable[float],
    size: int | None = None,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    limit: int = CUBES,
) -> CylindricPartition | Samples:
    """Draw cylindric partitions c with probability proportional to z^|c|, independently.

    With z_1, .., z_T for z the probability is proportional to prod_k z_k^{|mu^k|}.

    The law is exact but for two things.  Labels and parts are left out which, all together, are
    zero in a sample with probability above 1 - 2^-64.  And the parameters and the uniform numbers
    behind numpy's generators are floating-point numbers of 53 bits.

    Args:
        profile: the profile.
        z: a number in (0, 1), or z_1 .. z_T, positive, with Z < 1 and every x_b < 1.
        size: how many; None for one object and no sequence.
        rng: a numpy Generator, or an int seed; the same seed gives the same samples.
        open: whether mu^0 = mu^T is empty: reverse plane partitions; with 1^r 0^d, plane
            partitions in an r x d rectangle.
        limit: refuse more expected cubes than this, the boxes and places of every object counted.

    Returns:
        A CylindricPartition, or Samples.

    Raises:
        TypeError: profile is no Profile, z no number and no sequence of numbers, rng no generator.
        ValueError: z is out of its range (the message says what is not less than 1), or not T of
            them; size < 1; more cubes than the limit.

    Source: [BBBCCV] for Schur processes; [Borodin07] for the law; the bijection of `growth`.

    >>> many = sample(Profile("10"), 0.5, size=10_000, rng=1)
    >>> bool(abs(many.weights.mean() - 2.744) < 0.1)          # 2.744 is the expected weight
    True
    """
    number = 1 if size is None else require_integer("size", size, 1)
    generator = require_generator(rng)
    z = kept(z)
    factors = boltzmann_factors(profile, z, open=open, limit=max(limit // 10, LIMIT))
    require_cubes(limit, profile, number, factors, z)
    points, law = draw_points(factors, number, generator), law_of(profile, z, open=open)
    samples = build_samples(profile, number, points, law)
    return samples[0] if size is None else samples


def draw_points(factors: Factors, number: int, rng: np.random.Generator) -> LabelPoints:
    """Draw a Poisson process on the factors for each of a number of objects.

    With q and t the rate of (box, k) is x^k/k (1 - t^k)/(1 - q^k): points are drawn at the rate of
    the largest of these ratios, and kept with probability ratio / largest ratio.
    """
    rates = factors.rates()
    most = largest_ratio(factors.q, factors.t)
    rates[:, : len(factors.counts) - factors.trace] *= most
    # One entry more than there are factors: the process may have no factor at all.
    table = np.concatenate([[0.0], np.cumsum(rates)])
    require_bytes(number * (8 + 60 * float(table[-1])), "the labels")
    objects = np.repeat(np.arange(number), rng.poisson(table[-1], number))
    where = np.searchsorted(table, rng.random(len(objects)) * table[-1], side="right") - 1
    labels = rng.logseries(np.exp(factors.log_x.ravel()[where]))
    later, chosen = np.divmod(where, max(1, len(factors.counts)))
    rows = factors.members[factors.first[chosen] + rng.integers(factors.counts[chosen])]
    points = LabelPoints(objects, later + 1, rows, labels)
    if factors.q == factors.t:
        return points
    q, t = factors.q, factors.t
    ratios = (1 - t**labels) / (1 - q**labels) / most
    boxes = chosen < len(factors.counts) - factors.trace
    kept = ~boxes | (rng.random(len(labels)) < ratios)
    return LabelPoints(*(column[kept] for column in points))


def kept(z: Any) -> Any:
    """Return z, or a tuple of what it goes through, which then can be read twice.

    Raises:
        TypeError: z is a set or a mapping, which have no order or go through other things.
    """
    if isinstance(z, Set | Mapping):
        raise TypeError(f"z must be a number or the numbers z_1 .. z_T, got {shown(z)}")
    return tuple(z) if isinstance(z, Iterable) and not isinstance(z, str) else z


def law_of(
    profile: Profile,
    z: float | Iterable[float],
    q: float = 0.0,
    t: float = 0.0,
    *,
    open: bool,
    acceptance: float | None = None,
) -> Law:
    """Return the law of samples, z and the rest being known to be good."""
    each: Any = [z] * profile.period if isinstance(z, Real) else z
    return Law(tuple(map(float, each)), q, t, open, acceptance)


def build_samples(
    profile: Profile, number: int, points: LabelPoints, law: Law | None = None
) -> Samples:
    """Build a batch from labels and parts, all objects in one computation."""
    toggles = Toggles(profile)
    return made(profile, toggles.build(*arrange(toggles, number, points)), law)


def arrange(toggles: Toggles, number: int, points: LabelPoints) -> tuple[Array, list[Array]]:
    """Return the constants, shape (b, i), and the labels of every turn, shape (box, b)."""
    boxes = len(toggles.ups)
    constants = _constants(number, *(column[points.rows == boxes] for column in points))
    objects, turns, rows, labels = (column[points.rows < boxes] for column in points)
    # No part is larger than the largest of nu and all the labels of its object together.
    sums = constants.max(axis=1, initial=0)
    np.add.at(sums, objects, labels)
    kind = kind_for(int(sums.max(initial=0)))
    shape = (int(turns.max(initial=0)), boxes, number)
    require_bytes(8 * prod(shape), "the labels")
    walks = toggles.profile.period * constants.size
    require_bytes(2 * np.dtype(kind).itemsize * walks, "the walks")
    cells = np.zeros(shape, kind)
    places = np.ravel_multi_index((turns - 1, rows, objects), cells.shape) if cells.size else rows
    np.add.at(cells.reshape(-1), places, labels.astype(kind))
    return constants.astype(kind), list(cells)


def require_cubes(
    limit: int, profile: Profile, number: int, factors: Factors, z: float | Iterable[float]
) -> None:
    """Refuse a batch of too many expected cubes."""
    mean = factors.expected_weight
    if mean > LARGEST_MEAN:
        raise ValueError(f"z must have an expected weight of at most 2^53, got {mean:.3g}")
    require_room(
        limit, profile, number, ceil(mean), f"expected weight {mean:.6g} at z = {brief(z)}"
    )


def require_room(limit: int, profile: Profile, number: int, weight: int, what: str) -> None:
    """Refuse a batch of too many cubes; a turn of labels and a walk count for every object."""
    each = weight + profile.rank * profile.level + profile.period
    require_at_most(limit, number * each, f"cubes and cells ({shown(number)} of {what})")


def _constants(
    number: int, objects: Integers, parts: Integers, rows: Integers, multiplicities: Integers
) -> Integers:
    """Return the partitions nu, shape (b, i), from their parts and multiplicities in any order."""
    order = np.lexsort((-parts, objects))
    repeated = np.repeat(order, multiplicities[order])
    owners = objects[repeated]
    lengths = np.bincount(owners, minlength=number)
    starts = np.cumsum(lengths) - lengths
    constants = np.zeros((number, max(1, int(lengths.max()))), np.int64)
    constants[owners, np.arange(len(owners)) - starts[owners]] = parts[repeated]
    return constants
