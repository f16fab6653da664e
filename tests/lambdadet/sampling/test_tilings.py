"""Random tilings: chi-square, moments, seeds."""

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lambdadet.diamonds.bijection import pair_to_matching
from lambdadet.diamonds.matchings import matching_monomial
from lambdadet.objects.pairs import CompatiblePair, compatible_pairs
from lambdadet.sampling.tilings import random_tiling

GOLDEN = [[2, 1, 0, 1, 5, 2, 3], [2, 1, 0, 5, 2, 1, 3]]


@pytest.mark.slow
@pytest.mark.parametrize("lam", [1, Fraction(1, 3), 2])
def test_shuffling_has_the_right_distribution(lam):
    """Chi-square over all 64 tilings of order 3; 63 degrees of freedom, 0.1% at 103.4."""
    rng = np.random.default_rng(2024)
    number = 3200
    found = Counter(random_tiling(3, lam, rng) for _ in range(number))
    total = chi_square = 0
    for pair in compatible_pairs(4):
        edges = matching_monomial(pair_to_matching(pair))
        weight = Fraction(lam) ** sum(kind == "lam" for kind, _, _ in edges)
        expected = float(number * weight / (1 + Fraction(lam)) ** 6)
        total += found[pair]
        chi_square += (found[pair] - expected) ** 2 / expected
    assert total == number
    assert chi_square < 103.4


@given(st.integers(1, 12), st.integers(0, 5), st.integers(0, 2**32))
def test_samples_are_pairs_and_seeds_repeat(order, lam, seed):
    pair = random_tiling(order, lam, seed)
    assert CompatiblePair(*pair) == pair
    assert pair.larger.size == order + 1
    assert random_tiling(order, lam, np.random.default_rng(seed)) == pair


def test_lam_zero_gives_the_one_tiling_left():
    larger, smaller = random_tiling(5, 0, rng=1)
    assert (larger.inversion_number, smaller.inversion_number) == (0, 0)


@pytest.mark.slow
def test_large_sample_has_the_right_mean():
    """The generating function of edges with lam is (1 + lam)^{n(n+1)/2}: that many fair coins."""
    order = 60
    rng = np.random.default_rng(7)
    values = []
    for _ in range(40):
        edges = pair_to_matching(random_tiling(order, 1, rng))
        values.append(sum(1 for (_, i, m), (_, k, j) in edges if (k, m) == (i, j)))
    mean, deviation = order * (order + 1) / 4, (order * (order + 1) / 8 / 40) ** 0.5
    assert abs(np.mean(values) - mean) < 4 * deviation
    assert 0.4 < np.var(values, ddof=1) / (order * (order + 1) / 8) < 2.0


def test_numpy_numbers_do_not_overflow():
    assert random_tiling(4, np.int64(2), rng=1) == random_tiling(4, 2, rng=1)


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: random_tiling(2, size=-1), ValueError, "size must be at least 0, got -1"),
        (lambda: random_tiling(2, size=0.5), TypeError, "size must be an integer, got 0.5"),
        (lambda: random_tiling(2, size=10**9), ValueError, "this takes about"),
        (lambda: random_tiling(0), ValueError, "order must be at least 1, got 0"),
        (lambda: random_tiling(2, 0.5), TypeError, "lam must be an int or a Fraction, got 0.5"),
        (lambda: random_tiling(2, -1), ValueError, "lam must be at least 0, got -1"),
        (lambda: random_tiling(2, 2**70), ValueError, "fewer than 62 bits"),
        (lambda: random_tiling(2, 1, "x"), TypeError, "rng must be a numpy Generator"),
        (lambda: random_tiling(2, mu=0.5), TypeError, "mu must be an int or a Fraction, got 0.5"),
        (lambda: random_tiling(2, 0, mu=0), ValueError, "lam and mu must not both be 0"),
        (lambda: random_tiling(2, 2**70, mu=3), ValueError, "fewer than 62 bits"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()


def test_only_the_ratio_of_one_lam_and_one_mu_matters():
    assert random_tiling(9, 2**70, rng=1, mu=2**69) == random_tiling(9, 2, rng=1)
    assert random_tiling(4, 1, rng=1, mu=0) != random_tiling(4, 0, rng=1)


def test_seeds_mean_what_they_meant():
    """Streams of random numbers are part of what a user repeats."""
    found = [random_tiling(6, lam, seed) for lam, seed in ((1, 5), (Fraction(2, 3), 8))]
    assert [[row.index(1) for row in pair.larger.rows] for pair in found] == GOLDEN


@pytest.mark.parametrize("given", [{"lam": 2}, {"lam": [[1, 2, 3]] * 3, "mu": [[2, 1, 2]] * 3}])
def test_many_at_once_are_the_same_one_by_one(given):
    rng = np.random.default_rng(3)
    one_by_one = tuple(random_tiling(3, rng=rng, **given) for _ in range(5))
    assert random_tiling(3, rng=3, size=5, **given) == one_by_one
    assert random_tiling(3, rng=3, size=0, **given) == ()
