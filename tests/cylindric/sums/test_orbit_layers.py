"""The layers of all orbits at once, against the layers as they stand and against brute force."""

import numpy as np
import pytest
from flint import fmpz_poly

from cylindric import Profile, borodin_series
from cylindric.sums import orbit_layers
from cylindric.sums.orbit_layers import OrbitLayers, combined, primes_above, times
from tests.cylindric.discovery.level_definitions import (
    counted,
    is_tight,
    largest,
    plain_numerators,
    trimmed,
)


def numerators(rank, level, n):
    layers = OrbitLayers(rank, level)
    known = [[fmpz_poly([1])] * len(layers.orbits)]
    known += layers.numerators(known, n)
    return layers, [[tuple(map(int, p.coeffs())) for p in layer] for layer in known]


@pytest.mark.parametrize(
    ("rank", "level", "n"),
    [
        (1, 3, 4),
        (2, 1, 4),
        (2, 2, 4),
        (2, 5, 4),
        (3, 2, 3),
        (3, 3, 3),
        (3, 5, 3),
        (4, 4, 2),
        (5, 3, 2),
    ],
)
def test_plain_layers(rank, level, n):
    layers, fast = numerators(rank, level, n)
    plain = plain_numerators(rank, level, n)
    for m in range(n + 1):
        for c, poly in plain[m].items():
            assert fast[m][layers.at(c)] == trimmed(poly)


@pytest.mark.parametrize("c", [(2, 1), (1, 1, 0), (1, 1, 1), (2, 0, 1)])
def test_the_numerators_count_tight_partitions(c):
    """Cylindric partitions without a value in every row, by brute force."""
    layers, fast = numerators(len(c), sum(c), 2)
    for m in (1, 2):
        found = counted(c, 8, lambda rows, m=m: largest(rows) <= m and is_tight(rows))
        assert list((fast[m][layers.at(c)] + (0,) * 8)[:8]) == found


@pytest.mark.parametrize(("rank", "level"), [(1, 2), (2, 3), (3, 4), (4, 4), (5, 2)])
def test_the_series_are_those_of_the_product(rank, level):
    layers = OrbitLayers(rank, level)
    for c, poly in zip(layers.orbits, layers.series(60), strict=True):
        expected = borodin_series(Profile.from_composition(c), 60).coefficients
        assert tuple(map(int, poly.coeffs())) == expected


def test_several_primes_and_their_digits():
    primes = primes_above(2**300, 3)
    assert all(p < 2**55 for p in primes)
    rng = np.random.default_rng(1)
    values = [int(rng.integers(2**60)) ** 5 for _ in range(20)]
    states = [(p, np.array([[v % p] for v in values])) for p in primes]
    (poly,) = combined(states, 1)
    assert [int(c) for c in poly.coeffs()] == values
    for p in primes:
        many = rng.integers(0, p, 1000)
        factor = int(rng.integers(0, p))
        assert times(many, factor, p).tolist() == [v * factor % p for v in many.tolist()]
        ends = np.array([0, 1, p - 1])
        assert times(ends, p - 1, p).tolist() == [0, p - 1, 1]


def test_primes_that_overflow_are_caught_by_the_sum(monkeypatch):
    """From r = 5 on, 2^r residues near 2^62 do not fit into 64 bits."""
    numerators(5, 5, 10)
    monkeypatch.setattr(orbit_layers, "prime_bits", lambda rank: 62)
    with pytest.raises(ArithmeticError, match="is not C"):
        numerators(5, 5, 10)


@pytest.mark.parametrize("mutant", ["degree", "sign", "shift"])
def test_mutants_are_caught_by_the_sum(monkeypatch, mutant):
    if mutant == "degree":  # of Q_n: too few rows
        short = OrbitLayers.degree
        monkeypatch.setattr(OrbitLayers, "degree", lambda self, m: short(self, m) - 1)
    else:
        joined = OrbitLayers._joined

        def wrong(self, size):
            rows = joined(self, size)
            return rows[:-1] if mutant == "sign" and size == 2 else np.roll(rows, size == 1, 1)

        monkeypatch.setattr(OrbitLayers, "_joined", wrong)
    with pytest.raises(ArithmeticError, match="is not C"):
        numerators(3, 4, 2)


def test_the_price_is_known_before():
    layers = OrbitLayers(3, 4)
    with pytest.raises(ValueError, match=r"GB for the layers up to 100000 of 5 orbits"):
        next(layers.numerators([[fmpz_poly([1])] * 5], 10**5))
    with pytest.raises(ValueError, match="GB for the layers"):
        next(layers.numerators([[fmpz_poly([1])] * 5], 10**100))
    with pytest.raises(ValueError, match="additions of layers"):
        layers.series(10**6)
    with pytest.raises(ValueError, match="compositions"):
        OrbitLayers(10**6, 10**6)
