"""Perfect samples of the Macdonald-weighted law, P(c) proportional to W_c(q, t) z^|c|, of any size.

For 0 <= q, t < 1 every weight is positive.  The constant nu is drawn first: the multiplicity of a
part k is geometric with parameter Z^k, with no q and t.  Then a growth diagram runs backwards, turn
by turn, from nu to c:

    q = t   labels are geometric, the rule is RSK: the Boltzmann law of `perfect`
    q = 0   labels of law g_m x^m / G(x), `randomised_rules.HallLittlewood`
    t = 0   the same, `QWhittaker`
    else    no labels: at the box b outer is drawn with probability proportional to
            x_b^{|outer|} phi_{outer/left} psi_{outer/right}, inner forgotten: `heat_bath`

There is no Markov chain to wait for.  Labels are points of a Poisson process, as in `perfect`; what
lies before the first of them is never built.  With `exact` the same law is drawn, exactly, from the
lists of `listing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import overload

import numpy as np

from cylindric.growth.toggles import Toggles
from cylindric.objects.batches import Samples, made
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.profiles import Profile
from cylindric.sampling.factors import boltzmann_factors, require_parameters
from cylindric.sampling.heat_bath import sample_by_heat_bath, steps_of
from cylindric.sampling.listing import MAX_CHOICES, sample_macdonald_by_listing
from cylindric.sampling.perfect import (
    CUBES,
    arrange,
    build_samples,
    draw_points,
    kept,
    law_of,
    require_cubes,
)
from cylindric.sampling.randomised_rules import HallLittlewood, QWhittaker, grow
from termwise.arguments import LIMIT, require_at_most, require_generator, require_integer
from termwise.doors import door

STEPS = 10**9
"""So many steps of draws at general q and t take a minute or two."""


@overload
def sample_macdonald(
    profile: Profile,
    z: float | Iterable[float],
    q: float,
    t: float,
    size: None = None,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    exact: bool = False,
    limit: int | None = None,
    report: Callable[[float], object] | None = None,
) -> CylindricPartition: ...


@overload
def sample_macdonald(
    profile: Profile,
    z: float | Iterable[float],
    q: float,
    t: float,
    size: int,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    exact: bool = False,
    limit: int | None = None,
    report: Callable[[float], object] | None = None,
) -> Samples: ...


@door
def sample_macdonald(
    profile: Profile,
    z: float | Iterable[float],
    q: float,
    t: float,
    size: int | None = None,
    rng: np.random.Generator | int | None = None,
    *,
    open: bool = False,
    exact: bool = False,
    limit: int | None = None,
    report: Callable[[float], object] | None = None,
) -> CylindricPartition | Samples:
    """Draw cylindric partitions with probability proportional to W_c(q, t) z^|c|, independently.

    With z_1, .., z_T for z the probability is proportional to W_c(q, t) prod_k z_k^{|mu^k|}.

    Unless `exact` is asked for, two things are not exact.  Labels and parts are left out which, all
    together, are zero in a sample with probability above 1 - 2^-64.  And numbers, exact ones too,
    become floating-point numbers of 53 bits, as are the uniform numbers behind numpy's generators.

    With q = t, q = 0 or t = 0 nothing is rejected, and millions of cubes take a second.  With other
    q and t the draws are by rejection (`heat_bath`), for partitions of some tens of rows.

    Args:
        profile: the profile.
        z: a number in (0, 1), or z_1 .. z_T, positive, with Z < 1 and every x_b < 1.
        q, t: numbers in [0, 1); ints and Fractions are as good as floats.
        size: how many; None for one object and no sequence.
        rng: a numpy Generator, or an int seed; the same seed gives the same samples.
        open: whether mu^0 = mu^T is empty: reverse plane partitions.
        exact: whether z (one number), q and t are exact, and the law is theirs to the last bit; for
            small expected weights, as the objects of every weight that is drawn are listed.
        limit: refuse more expected cubes than this, 10^8 unless it is given, the boxes and places
            of every object counted; if exact, more objects of one weight, 20 000 unless given.
        report: called with the accepted share of the proposals, if q and t are general and there
            are any.

    Returns:
        A CylindricPartition, which says nothing of how it was drawn; or Samples, whose
        `law.acceptance` is that share, too: of one object with size=1.

    Raises:
        TypeError: profile is no Profile, z, q or t no number (z: no sequence of them), rng no
            generator; or, if exact, a float.
        ValueError: z, q or t is out of its range, or z not T numbers; size < 1; more cubes than the
            limit; an acceptance below 10^-6, for general q and t (the message says how low).

    Source: [Langer12] for the law; [BBBCCV] for Schur processes; the rules in `randomised_rules`.

    >>> many = sample_macdonald(Profile("10"), 0.5, 0, 0.5, size=10_000, rng=1, open=True)
    >>> bool(abs(many.weights.mean() - 2 / 3) < 0.05)         # 2/3 is the expected weight
    True
    """
    number = 1 if size is None else require_integer("size", size, 1)
    generator = require_generator(rng)
    if exact:
        most = MAX_CHOICES if limit is None else limit
        listed = sample_macdonald_by_listing(
            profile, z, q, t, number, generator, open=open, limit=most
        )
        law = law_of(profile, z, float(q), float(t), open=open)
        return listed[0] if size is None else made(profile, listed.walks, law)
    limit = CUBES if limit is None else limit
    q, t = require_parameters(q, t)
    z = kept(z)
    factors = boltzmann_factors(profile, z, q, t, open=open, limit=max(limit // 10, LIMIT))
    require_cubes(limit, profile, number, factors, z)
    law = law_of(profile, z, q, t, open=open)
    if q and t and q != t:
        steps = steps_of(profile, factors, number)
        require_at_most(max(limit, STEPS), steps, "steps of draws at general q and t")
        walks, acceptance = sample_by_heat_bath(profile, factors, number, generator)
        samples = made(profile, walks, replace(law, acceptance=acceptance))
        if report is not None:
            report(acceptance)
    else:
        points = draw_points(factors, number, generator)
        if q == t:
            samples = build_samples(profile, number, points, law)
        else:
            toggles = Toggles(profile)
            rule = QWhittaker(q) if q else HallLittlewood(t)
            constants, turns = arrange(toggles, number, points)
            samples = made(profile, grow(toggles, constants, turns, rule, generator), law)
    return samples[0] if size is None else samples
