"""Counts of particles against the definition: Maya diagrams of all objects, one after another."""

import pytest

from cylindric import Profile, particle_series
from tests.cylindric import definitions as brute


@pytest.mark.parametrize("word", ["10", "110", "0110"])
def test_counts_of_particles(word):
    order = 5
    walks = [walk for n in range(order) for walk in brute.cylindric_walks(word, n)]
    for k in range(len(word) + 1):
        for place, series in particle_series(Profile(word), k, order).items():
            seen = [0] * order
            for walk in walks:
                mu = list(walk[k - 1]) + [0] * order
                if place in [2 * part - 2 * i + 1 for i, part in enumerate(mu, 1)]:
                    seen[sum(map(sum, walk))] += 1
            assert series.coefficients == tuple(seen), (k, place)


def test_a_large_order_is_one_of_the_small_ones():
    small, large = (particle_series(Profile("11010"), 2, order) for order in (6, 40))
    for place, series in small.items():
        assert large[place].coefficients[:6] == series.coefficients


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        (("10", 1, 3), TypeError, "profile must be a Profile"),
        ((Profile("10"), 3, 3), ValueError, r"k must be in 0 \.\. 2, got 3"),
        ((Profile("10"), -1, 3), ValueError, "k must be at least 0, got -1"),
        ((Profile("10"), 1, 0), ValueError, "order must be at least 1, got 0"),
        ((Profile("10"), 1, 10**5), ValueError, "products of coefficients"),
    ],
)
def test_bad_input(given, error, says):
    with pytest.raises(error, match=says):
        particle_series(*given)
