"""All objects of one weight are equally likely."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cylindric import (
    CylindricPartition,
    Profile,
    cylindric_partitions,
    reverse_plane_partitions,
    sample_of_weight,
)
from cylindric.strategies import profiles
from tests.cylindric.sampling.test_perfect import CHIRAL, ELEVEN, chi_square_is_small


@pytest.mark.slow
@pytest.mark.parametrize(
    ("word", "weight", "open"),
    [
        ("11010", 5, False),
        (CHIRAL, 4, False),
        ("100", 6, False),
        ("111", 9, False),
        ("110100", 5, True),
        ("10", 7, True),
    ],
)
def test_every_object_of_a_weight_is_equally_likely(word, weight, open):
    listing = reverse_plane_partitions if open else cylindric_partitions
    objects = list(listing(Profile(word), weight))
    drawn = sample_of_weight(Profile(word), weight, 200 * len(objects), rng=9, open=open)
    found = Counter(drawn)
    assert set(found) == set(objects)
    if len(objects) > 1:
        chi_square_is_small([found[c] for c in objects], [200] * len(objects))


def test_a_large_weight_is_met_exactly():
    c = sample_of_weight(Profile("11010"), 3000, rng=1)
    assert CylindricPartition(c.profile, c.partitions).weight == 3000
    plane = sample_of_weight(Profile("111000"), 500, rng=1, open=True)
    assert CylindricPartition(plane.profile, plane.partitions).weight == 500
    assert plane.trace == 0


@given(profiles(), st.integers(0, 12), st.integers(0, 2**32))
def test_samples_of_a_weight_are_objects_and_seeds_repeat(pi, n, seed):
    weight = n * pi.period
    c = sample_of_weight(pi, weight, rng=seed)
    assert CylindricPartition(pi, c.partitions).weight == weight
    assert sample_of_weight(pi, weight, 1, rng=seed)[0] == c


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: sample_of_weight(ELEVEN, -1), ValueError, "weight must be at least 0, got -1"),
        (lambda: sample_of_weight(ELEVEN, 2.0), TypeError, "weight must be an integer"),
        (lambda: sample_of_weight(ELEVEN, 2, 0), ValueError, "size must be at least 1"),
        (lambda: sample_of_weight(ELEVEN, 2, rng="dice"), TypeError, "rng must be"),
        (lambda: sample_of_weight("10", 2), TypeError, "profile must be a Profile"),
        (
            lambda: sample_of_weight(Profile("11"), 3),
            ValueError,
            "weight must be that of a cylindric partition of profile 11, got 3",
        ),
        (
            lambda: sample_of_weight(Profile("01"), 1, open=True),
            ValueError,
            "weight must be that of a reverse plane partition",
        ),
        (lambda: sample_of_weight(ELEVEN, 10**6), ValueError, "more than the limit of 100000"),
        (
            lambda: sample_of_weight(ELEVEN, 9, 10**6),
            ValueError,
            r"20000000 cubes and cells \(1000000 of weight 9\)",
        ),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()


def test_limit_lets_it_through():
    assert sample_of_weight(ELEVEN, 9, 2, rng=1, limit=40).weights.tolist() == [9, 9]
