"""Probabilities of particles against their series and against samples, shifted and not."""

from fractions import Fraction
from math import prod

import numpy as np
import pytest

from cylindric import (
    Profile,
    borodin_series,
    cylindric_partitions,
    particle_density,
    particle_series,
    reverse_plane_partitions,
    sample,
    sample_macdonald,
    sample_of_weight,
    shift_mix,
)
from cylindric.sampling import particles
from tests.cylindric.definitions import partitions_of

PLACES = range(-9, 10, 2)
UNEVEN = [0.8, 0.6, 0.75, 0.9, 0.7]


@pytest.mark.slow
@pytest.mark.parametrize("word", ["10", "1", "0", "11010", "1110100"])
@pytest.mark.parametrize("is_open", [False, True])
def test_against_the_series(word, is_open):
    """At z = 2/5 all weights above 90 together are nothing."""
    pi, z, order = Profile(word), Fraction(2, 5), 90
    powers = [float(z) ** n for n in range(order)]
    whole = np.dot(borodin_series(pi, order, open=is_open).coefficients, powers)
    for k in (0, 1, len(word)):
        series = particle_series(pi, k, order, open=is_open)
        expected = [np.dot(series[place].coefficients, powers) / whole for place in PLACES]
        found = particle_density(pi, z, k, PLACES, open=is_open)
        assert found == pytest.approx(np.array(expected), abs=1e-13)


@pytest.mark.parametrize("is_open", [False, True])
def test_against_all_objects_of_a_refined_law(is_open):
    """With these z_k all weights above 13 together are below 10^-6."""
    pi, z = Profile("11010"), [0.3, 0.1, 0.2, 0.35, 0.05]
    listing = reverse_plane_partitions if is_open else cylindric_partitions
    weights, places = [], [[] for _ in range(6)]
    for n in range(14):
        for c in listing(pi, n):
            weights.append(prod(x**mu.size for x, mu in zip(z, c.partitions, strict=True)))
            for k in range(6):
                mu = [*c.partitions[k - 1], *[0] * 14]
                places[k].append({2 * part - 2 * i + 1 for i, part in enumerate(mu, 1)})
    whole = sum(weights)
    for k in range(6):
        found = particle_density(pi, z, k, PLACES, open=is_open)
        for place, chance in zip(PLACES, found, strict=True):
            seen = sum(w for w, at in zip(weights, places[k], strict=True) if place in at)
            assert chance == pytest.approx(seen / whole, abs=1e-6)


@pytest.mark.parametrize(("z", "is_open"), [(0.8, False), (UNEVEN, False), (UNEVEN, True)])
@pytest.mark.parametrize("k", [0, 2])
def test_samples_have_this_density(z, is_open, k):
    pi, size = Profile("11010"), 10_000
    many = sample(pi, z, size, rng=1, open=is_open).particles(k, 40)
    for place, chance in zip(PLACES, particle_density(pi, z, k, PLACES, open=is_open), strict=True):
        seen = (many == place).any(axis=1).mean()
        assert abs(seen - chance) <= 4 * (chance * (1 - chance) / size) ** 0.5 + 1e-12


@pytest.mark.parametrize("u", [1.0, 3.0])
def test_shifted_samples_have_the_density_of_fermions(u):
    pi, size = Profile("11010"), 10_000
    samples = sample(pi, UNEVEN, size, rng=2)
    shifts = shift_mix(samples, 3, u=u)
    many = samples.particles(3, 40) + 2 * shifts[:, None]
    for place, chance in zip(PLACES, particle_density(pi, UNEVEN, 3, PLACES, u=u), strict=True):
        seen = (many == place).any(axis=1).mean()
        assert abs(seen - chance) <= 4 * (chance * (1 - chance) / size) ** 0.5


def test_a_shift_is_a_mixture():
    """The density of the shifted process is the mean of the shifted densities."""
    pi, z, u = Profile("1010"), 0.7, 1.7
    s = np.arange(-8, 9)
    weights = u**s * (z**4) ** (s**2 / 2)
    mean = sum(
        weight * particle_density(pi, z, 1, [place - 2 * shift for place in PLACES])
        for shift, weight in zip(s.tolist(), weights / weights.sum(), strict=True)
    )
    assert particle_density(pi, z, 1, PLACES, u=u) == pytest.approx(mean, abs=1e-12)


def test_the_diagram_of_a_random_partition():
    """With steps of one kind only every mu^k is nu, of law z^|nu|."""
    z, most, place = 0.4, 25, 1
    chance = 0.0
    for n in range(most):
        for mu in partitions_of(n):
            chance += z**n * (place in [2 * part - 2 * i + 1 for i, part in enumerate(mu, 1)])
    chance *= prod(1 - z**n for n in range(1, 100))
    assert particle_density(Profile("1"), z, 1, [place])[0] == pytest.approx(chance, abs=1e-6)


def test_probabilities_of_many_rows():
    pi = Profile("1" * 30 + "0" * 30)
    chances = particle_density(pi, 0.9, 30, range(-401, 402, 2))
    assert (chances >= 0).all()
    assert (chances <= 1).all()
    assert chances[0] == pytest.approx(1, abs=1e-6)
    # As many particles to the right of 0 as holes to the left.
    assert chances[201:].sum() == pytest.approx((1 - chances[:201]).sum(), abs=1e-3)


def test_the_law_of_the_shift():
    samples = sample(Profile("10"), 0.6, 20_000, rng=4)
    shifts = shift_mix(samples, 5, u=2.0)
    s = np.arange(-6, 9)
    weights = 2.0**s * 0.36 ** (s**2 / 2)
    for shift, chance in zip(s.tolist(), weights / weights.sum(), strict=True):
        error = (chance * (1 - chance) / 20_000) ** 0.5
        assert abs((shifts == shift).mean() - chance) <= 4 * error + 1e-4
    assert shift_mix(samples, 5, u=2.0).tolist() == shifts.tolist()
    assert shift_mix(samples[:3], 5).shape == (3,)


def test_a_formula_with_a_slip_is_found(monkeypatch):
    """1/(1 + x) for x/(1 + x)."""
    monkeypatch.setattr(particles, "_fermi", lambda power, one: one * one // (one + power))
    with pytest.raises(AssertionError):
        test_shifted_samples_have_the_density_of_fermions(1.0)


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda pi: particle_density(pi, 0.5, 3, [1]), ValueError, r"k must be in 0 \.\. 2"),
        (
            lambda pi: particle_density(pi, 0.5, 1, [2]),
            ValueError,
            r"places must be odd, got \[2\]",
        ),
        (lambda pi: particle_density(pi, 1, 1, [1]), ValueError, "z must be between 0 and 1"),
        (lambda pi: particle_density(pi, 0.5, 1, [1], u=0), ValueError, "u must be positive"),
        (lambda pi: particle_density(pi, 0.5, 1, [1], u="1"), TypeError, "u must be a number"),
        (lambda pi: particle_density(pi, 0.5, 1, [1], u=1, open=True), ValueError, "no shift"),
        (lambda pi: particle_density(pi, 0.9999, 1, [1]), ValueError, "z being near 1"),
        (lambda pi: shift_mix(sample_of_weight(pi, 3, 2, 1)), ValueError, "got no law"),
        (lambda pi: shift_mix(sample(pi, 0.5, 2, 1, open=True)), ValueError, "got an open law"),
        (lambda pi: shift_mix([1]), TypeError, "samples must be a Samples"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call(Profile("10"))


def test_samples_know_their_law():
    pi = Profile("10")
    assert sample(pi, iter([0.5, 0.25]), 2, 1).law.z == (0.5, 0.25)
    samples = sample_macdonald(pi, Fraction(1, 2), 0.5, 0.25, 20, 1)
    assert (samples.law.q, samples.law.t, samples.law.open) == (0.5, 0.25, False)
    assert 0 < samples.law.acceptance <= 1
    assert f"acceptance {samples.law.acceptance:.3g}>" in repr(samples)
    assert samples[3:].law == samples.law
    assert sample_macdonald(pi, 0.5, 0, 0.5, 3, 1).law.acceptance is None
    assert "acceptance" not in repr(sample(pi, 0.5, 3, 1))


def test_a_z_that_is_no_float_is_refused():
    samples = sample_macdonald(
        Profile("10"), Fraction(1, 10**400), Fraction(0), Fraction(0), 3, 1, exact=True
    )
    with pytest.raises(ValueError, match="z above 0 as a float"):
        shift_mix(samples, 1)


@pytest.mark.parametrize("z", [{0.5, 0.25}, {0.5: 1, 0.25: 3}])
def test_numbers_without_an_order_are_refused(z):
    with pytest.raises(TypeError, match="z must be a number or the numbers"):
        sample(Profile("10"), z, 2, rng=1)
