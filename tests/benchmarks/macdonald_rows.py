"""The figures of the (q,t)-analog."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from math import prod

import numpy as np

from cylindric import (
    CylindricPartition,
    Profile,
    check_macdonald,
    check_randomised_growth,
    compose,
    cylindric_partitions,
    macdonald_series,
    macdonald_weight,
    macdonald_weights_mod,
    weight_factors,
)
from tests.benchmarks.measuring import Row, in_a_process, once, seconds

PRIME = 2**31 - 1


def symbolic_check() -> Row:
    """Product against all three forms, every coefficient a rational function."""
    profile = Profile("1010")
    (taken,) = seconds(lambda: check_macdonald(profile, 9))
    assert check_macdonald(profile, 9)
    return "symbolic check of 1010, order 9, three forms", "<= 20 s", f"{taken:.2f} s"


def symbolic_product() -> Row:
    """The product, against the same sum factor by factor in sympy's fraction field."""
    from sympy import ZZ, field

    profile, order = Profile("1010"), 12
    ring, q, t = field("q,t", ZZ)

    def by_sympy() -> list[object]:
        hooks = list(profile.boxes(order - 1).values())
        c = [ring.one]
        for m in range(1, order):
            c.append(c[-1] * (1 - t * q ** (m - 1)) / (1 - q**m))
        series = [ring.one] + [ring.zero] * (order - 1)
        for h in hooks:
            series = [
                sum((series[n - h * m] * c[m] for m in range(n // h + 1)), ring.zero)
                for n in range(order)
            ]
        for h in range(profile.period, order, profile.period):
            for n in range(h, order):
                series[n] += series[n - h]
        return series

    (ours,) = seconds(lambda: macdonald_series(profile, order))
    found: list[list[object]] = []
    theirs = once(lambda: found.append(by_sympy()))
    series = macdonald_series(profile, order)
    for n in range(order):
        assert ring.field_new(series[n].to_sympy()) == found[0][n]
    return (
        "macdonald_series of 1010, symbolic, order 12, against sympy's fraction field",
        "<= 5 s, >= 50 x",
        f"{ours:.3f} s, {theirs / ours:.0f} x ({theirs:.1f} s)",
    )


def weights_at_points() -> Row:
    """Weights at 1000 points, against Fractions point by point."""
    objects = list(cylindric_partitions(Profile("1010"), 8))
    some = objects[::20]
    rng = np.random.default_rng(3)
    q, t = rng.integers(2, PRIME, (2, 1000))
    small = rng.integers(1, 97, (1000, 2)).tolist()
    points = [(Fraction(x, 97), Fraction(y, 97)) for x, y in small]

    def by_fractions() -> None:
        for c in some:
            factors = weight_factors(c).product.factors
            for x, y in points:
                prod(((1 - x**a * y**b) ** e for (a, b), e in factors.items()), start=Fraction(1))

    (ours,) = seconds(lambda: macdonald_weights_mod(objects, q, t, PRIME))
    theirs = once(by_fractions) / len(some)
    each = ours / len(objects)
    return (
        "weights of 1010, weight 8, at 1000 points mod p, an object, against Fractions",
        ">= 200 x",
        f"{theirs / each:.0f} x ({each * 1e3:.2f} ms, {theirs * 1e3:.0f} ms)",
    )


def points_check() -> Row:
    """The certificate of order 24."""
    taken, memory = in_a_process(
        "from cylindric import Profile, macdonald_certificate\n"
        "c = macdonald_certificate(Profile('11010'), 24); "
        "assert c.comparison and c.error_exponent > 60"
    )
    return (
        "points check of 11010, order 24, error < 2^-60 (20 points: < 2^-315)",
        "<= 60 s, <= 2 GB",
        f"{taken:.2f} s, {memory:.2f} GB",
    )


def large_object() -> Row:
    """One object of ten thousand cubes at an exact point, by each form."""
    c = cubes(10_000)
    q, t = Fraction(1, 3), Fraction(2, 7)
    forms = ("pieri", "paths", "boxes")
    taken = seconds(*(partial(macdonald_weight, c, q, t, form) for form in forms), runs=3)
    return (
        f"exact weight at q = 1/3, t = 2/7 of one object of {c.weight:,} cubes, three forms",
        "<= 1 s",
        ", ".join(f"{each:.2f} s" for each in taken),
    )


def randomised_growth() -> Row:
    """Weights through growth diagrams and back: exactly, and at one point modulo a prime."""
    profile, q, t = Profile("1010"), Fraction(2, 3), Fraction(3, 7)
    exact = once(lambda: check_randomised_growth(profile, 6, q, t))
    modular = once(lambda: check_randomised_growth(profile, 9, mode="points", points=1))
    assert check_randomised_growth(profile, 6, q, t)
    return (
        "check_randomised_growth of 1010, order 6, exact / order 9, modulo a prime",
        "<= 20 s / <= 30 s",
        f"{exact:.2f} s / {modular:.2f} s",
    )


def randomised_growth_of_many() -> Row:
    """The largest order that the default limit allows, exactly."""
    profile, rows = Profile("1010"), []
    taken = once(lambda: rows.extend(check_randomised_growth(profile, 20).rows))
    return f"the same, order 20, exact: {len(rows):,} pairs and objects", "-", f"{taken:.1f} s"


def cubes(least: int) -> CylindricPartition:
    """Return a random cylindric partition of 11010 of at least this weight."""
    profile, rng = Profile("11010"), np.random.default_rng(5)
    weight = 0
    scale = 0.9
    while weight < least:
        scale += (1 - scale) / 20
        labels = {
            tuple(box): int(label)
            for box, hook in profile.boxes(2000).items()
            if (label := rng.geometric(1 - scale**hook) - 1)
        }
        c = compose(profile, (), labels)
        weight = c.weight
    return c


MACDONALD = [
    symbolic_check,
    symbolic_product,
    weights_at_points,
    points_check,
    large_object,
    randomised_growth,
    randomised_growth_of_many,
]
