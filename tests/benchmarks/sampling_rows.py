"""The figures of perfect sampling."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import numpy as np

from cylindric import (
    CylindricPartition,
    Decomposition,
    Profile,
    Samples,
    decompose,
    draw_surface,
    largest_part_law,
    particle_density,
    sample,
    sample_macdonald,
    solve_z,
)
from cylindric.drawing.surface import number_of_lozenges
from cylindric.growth import toggles
from cylindric.growth.bijection import decompose_all
from cylindric.growth.turns import one_turn
from cylindric.sampling.factors import boltzmann_factors
from cylindric.sampling.perfect import draw_points
from tests.benchmarks.measuring import Row, once, seconds

SEED = 1


def plain_loop(profile: Profile, d: Decomposition) -> CylindricPartition:
    """Build an object from its labels corner by corner, in lists of Python integers."""
    period = profile.period
    steps = [np.stack(step, axis=1).tolist() for step in one_turn(profile)]
    walk = [list(d.shape)] * period
    for n in range(max((n for _, _, n in d.labels), default=0), 0, -1):
        for step in reversed(steps):
            for place, i, j in step:
                k = (place + (n - 1) * profile.rank) % period
                left, inner, right = walk[k - 1], walk[k], walk[(k + 1) % period]
                rows = max(len(left), len(right)) + 1
                left, right = left + [0] * (rows - len(left)), right + [0] * (rows - len(right))
                inner = inner + [0] * (rows - len(inner))
                outer = [max(left[0], right[0]) + d.labels.get((i, j, n), 0)]
                outer += [
                    max(left[at + 1], right[at + 1]) + min(left[at], right[at]) - inner[at]
                    for at in range(rows - 1)
                ]
                while outer and not outer[-1]:
                    outer.pop()
                walk[k] = outer
    return CylindricPartition(profile, [*walk[1:], walk[0]])


def one_large_object() -> Row:
    """About two million cubes in a square of 300, and, for the trend, four times the flips."""
    small, large = Profile("1" * 300 + "0" * 300), Profile("1" * 600 + "0" * 600)
    z, larger = 0.99, 0.995

    def flips(profile: Profile, z: float) -> int:
        points = draw_points(boltzmann_factors(profile, z), 1, np.random.default_rng(SEED))
        boxes = profile.rank * profile.level
        return int(points.turns[points.rows < boxes].max()) * boxes

    ours, twice = seconds(
        lambda: sample(small, z, rng=SEED), lambda: sample(large, larger, rng=SEED, limit=10**8)
    )
    c = sample(small, z, rng=SEED)
    d = decompose(c)
    theirs = once(lambda: plain_loop(small, d))
    assert plain_loop(small, d) == c
    few, many = flips(small, z), flips(large, larger)
    return (
        f"sample, 1^300 0^300, z = 0.99: {c.weight:,} cubes, {few:,} flips "
        f"(1^600 0^600, z = 0.995: {many:,} flips), against plain Python",
        "<= 0.3 s, linear in flips, >= 30 x",
        f"{ours:.3f} s, {ours / few * 1e6:.2f} us a flip ({twice:.2f} s, "
        f"{twice / many * 1e6:.2f} us a flip), {theirs / ours:.0f} x ({theirs:.1f} s)",
    )


def ten_thousand_objects() -> Row:
    """A batch; the plain loop builds every fiftieth of its objects, its time is times fifty."""
    pi, size, part = Profile("11010"), 10_000, 50
    (ours,) = seconds(lambda: sample(pi, 0.8, size, rng=SEED))
    some = sample(pi, 0.8, size, rng=SEED)[::part]
    pairs = decompose_all(list(some))
    built: list[CylindricPartition] = []
    theirs = part * once(lambda: built.extend(plain_loop(pi, d) for d in pairs))
    assert isinstance(some, Samples)
    assert built == list(some)
    return (
        "sample, 10 000 objects of 11010, z = 0.8, against plain Python (1 in 50, scaled)",
        "<= 1 s, >= 30 x",
        f"{ours:.3f} s, {theirs / ours:.0f} x ({theirs:.1f} s)",
    )


def few_steps_and_many_turns() -> Row:
    """One object of 11010 near z = 1, two corners in one line, against a step at a time.

    In seconds of the processor: other work on the machine is not to count.
    """
    pi, z = Profile("11010"), 0.999
    ours, theirs = [], []
    few = toggles.FEW_OBJECTS
    for _ in range(9):
        ours.append(once(lambda: sample(pi, z, 1, rng=SEED), process_time))
        toggles.FEW_OBJECTS = 0
        theirs.append(once(lambda: sample(pi, z, 1, rng=SEED), process_time))
        toggles.FEW_OBJECTS = few
    mine, before = median(ours), median(theirs)
    return (
        "sample, one object of 11010, z = 0.999, against a step at a time",
        ">= 5 x",
        f"{before / mine:.1f} x ({mine * 1e3:.0f} ms, {before * 1e3:.0f} ms)",
    )


def large_macdonald_objects() -> Row:
    """A square of 300 with Hall-Littlewood and with q-Whittaker weights, and without."""
    pi, z = Profile("1" * 300 + "0" * 300), 0.99
    littlewood, whittaker, schur = seconds(
        lambda: sample_macdonald(pi, z, 0, 0.5, rng=SEED),
        lambda: sample_macdonald(pi, z, 0.5, 0, rng=SEED),
        lambda: sample(pi, z, rng=SEED),
    )
    cubes = [sample_macdonald(pi, z, q, 0.5 - q, rng=SEED).weight for q in (0, 0.5)]
    return (
        f"sample_macdonald, 1^300 0^300, z = 0.99, Hall-Littlewood t = 1/2 ({cubes[0]:,} cubes), "
        f"q-Whittaker q = 1/2 ({cubes[1]:,} cubes), against sample",
        "<= 10 x, <= 60 x and <= 5 s",
        f"{littlewood / schur:.1f} x ({littlewood:.2f} s), {whittaker / schur:.1f} x "
        f"({whittaker:.2f} s)",
    )


def general_parameters() -> Row:
    """About 10^4 cubes at q = 1/2, t = 1/3: a room of 60, and few places of many rows."""
    said = []
    for word in ("1" * 60 + "0" * 60, "11010"):
        pi, rates = Profile(word), list[float]()
        z = solve_z(pi, 10**4, q=1 / 2, t=1 / 3)
        drawn: list[CylindricPartition] = []
        took = once(
            lambda pi=pi, z=z, rates=rates, drawn=drawn: drawn.append(
                sample_macdonald(pi, z, 1 / 2, 1 / 3, rng=SEED, report=rates.append)
            )
        )
        said.append(f"{took:.1f} s for {drawn[0].weight:,} cubes, acceptance {rates[0]:.5f}")
    return (
        "sample_macdonald, q = 1/2, t = 1/3, 10^4 cubes expected: 1^60 0^60; 11010",
        "<= 30 s",
        "; ".join(said),
    )


def ten_thousand_macdonald_objects() -> Row:
    """A batch with q-Whittaker weights."""
    pi = Profile("11010")
    (ours,) = seconds(lambda: sample_macdonald(pi, 0.8, 0.5, 0, 10_000, rng=SEED))
    return (
        "sample_macdonald, 10 000 objects of 11010, z = 0.8, q-Whittaker q = 1/2",
        "<= 3 s",
        f"{ours:.2f} s",
    )


def large_surface() -> Row:
    """Draw a surface of 650 000 lozenges as an image, and write it as SVG."""
    room = Profile("1" * 300 + "0" * 300)
    c = sample(room, 0.992, rng=SEED)
    number = number_of_lozenges(c)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "surface.svg"
        (taken,) = seconds(lambda: draw_surface(c).save(path))
        size = path.stat().st_size / 1e6
    return (
        f"surface of {number} lozenges as an image, drawn and saved as SVG",
        "<= 2 s, <= 1 MB",
        f"{taken:.1f} s, {size:.2f} MB",
    )


def exact_laws() -> Row:
    """Where particles are in a square of 100, and the largest part of a long cylinder."""
    room, places = Profile("1" * 100 + "0" * 100), range(-401, 402, 2)
    density = once(lambda: particle_density(room, 0.97, 100, places), process_time)
    largest = once(lambda: largest_part_law(Profile("11010"), 0.99), process_time)
    return (
        "exact laws: 402 places of particles, 1^100 0^100, z = 0.97; largest part, 11010, z = 0.99 "
        "(processor time)",
        "-",
        f"{density:.2f} s, {largest * 1e3:.0f} ms",
    )


SAMPLING = [
    one_large_object,
    ten_thousand_objects,
    few_steps_and_many_turns,
    large_macdonald_objects,
    general_parameters,
    ten_thousand_macdonald_objects,
    large_surface,
    exact_laws,
]
