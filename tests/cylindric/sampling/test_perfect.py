"""Random cylindric partitions: chi-square on all small objects, moments, laws of statistics.

A chi-square statistic is held against the upper 0.1% point of its law, from the table 1.3.6.7.4 of
the NIST/SEMATECH e-Handbook of Statistical Methods.  Seeds are fixed.
"""

from collections import Counter
from fractions import Fraction
from inspect import signature
from itertools import pairwise
from math import exp, log, prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cylindric import (
    CylindricPartition,
    Profile,
    cylindric_partitions,
    expected_weight,
    largest_part_series,
    last_passage_time,
    reverse_plane_partitions,
    sample,
    variance_weight,
)
from cylindric.growth.bijection import decompose_all
from cylindric.sampling.factors import boltzmann_factors
from cylindric.sampling.perfect import draw_points
from cylindric.strategies import profiles
from tests.cylindric.definitions import hooks

# fmt: off
CHI_SQUARE = [  # with 1, 2, .., 40 degrees of freedom
    10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322, 26.124, 27.877, 29.588,
    31.264, 32.909, 34.528, 36.123, 37.697, 39.252, 40.790, 42.312, 43.820, 45.315,
    46.797, 48.268, 49.728, 51.179, 52.620, 54.052, 55.476, 56.892, 58.301, 59.703,
    61.098, 62.487, 63.870, 65.247, 66.619, 67.985, 69.346, 70.703, 72.055, 73.402,
]
# fmt: on


CHIRAL = "1110100"
UNEVEN = [0.5, 0.3, 0.45, 0.6, 0.25, 0.5, 1.1]
ELEVEN = Profile("11010")


def chi_square_is_small(found, expected):
    """Hold the observed numbers, in the order of the expected ones, against the table."""
    found, expected = np.array(found), np.array(expected)
    assert expected.min() >= 10
    assert found.sum() == pytest.approx(expected.sum())
    assert ((found - expected) ** 2 / expected).sum() < CHI_SQUARE[len(found) - 2]


def monomials(word, z, open, turns=60):
    """(x, hook) of every factor of the refined product, turn by turn; z is a list of T numbers."""
    period = len(word)
    found = [
        (prod(z[(k - 1) % period] for k in range(i, i + hook)), hook)
        for (i, j, n), hook in hooks(word, turns * period).items()
        if n <= (1 if open else turns) and (i < j or not open)
    ]
    return found if open else [*found, *((prod(z) ** n, n * period) for n in range(1, turns + 1))]


def tally(samples):
    """How many times every object was drawn; equal ones are put together in the array."""
    _, first, times = np.unique(samples.walks, axis=1, return_index=True, return_counts=True)
    return Counter({samples[int(k)]: int(n) for k, n in zip(first, times, strict=True)})


def test_a_hundred_million_cubes_are_drawn_unasked_and_more_are_announced():
    assert signature(sample).parameters["limit"].default == 10**8
    pi = Profile("1" * 30 + "0" * 30)
    number = 10**8 // int(expected_weight(pi, 0.97))
    with pytest.raises(
        ValueError, match=r"takes 1\d{8} cubes and cells .*: pass limit=1\d{8} to go on"
    ):
        sample(pi, 0.97, number)


@pytest.mark.parametrize(
    ("word", "z", "size", "what"),
    [
        ("1" * 300 + "0" * 300, 0.95, 10**6, "the labels"),  # too many points
        ("1" * 300 + "0" * 300, 0.9, 10**4, "the labels"),  # too large an array of them
        ("0" * 20_000, 0.99999, 5000, "the walks"),
    ],
)
def test_what_does_not_fit_into_memory_is_refused(word, z, size, what):
    with pytest.raises(ValueError, match=rf"takes about \S+ GB for {what}, more than the 4 GB"):
        sample(Profile(word), z, size, rng=1, limit=10**30)


def objects_up_to(word, weight, open):
    listing = reverse_plane_partitions if open else cylindric_partitions
    return [c for n in range(weight + 1) for c in listing(Profile(word), n)]


@pytest.mark.parametrize(
    ("word", "z", "open", "weight"),
    [
        ("11010", 0.4, False, 4),
        (CHIRAL, 0.35, False, 4),
        (CHIRAL, UNEVEN, False, 3),
        ("1", 0.6, False, 4),
        ("11", 0.6, False, 6),
        ("0110", [0.3, 0.6, 0.5, 0.8], False, 4),
        ("110100", 0.4, True, 4),
        (CHIRAL, UNEVEN, True, 4),
        ("0110", [5, 0.6, 0.5, 7], True, 3),
    ],
)
def test_law_on_all_small_objects(word, z, open, weight):
    """Chi-square on every object up to a weight, and all the others as one class."""
    size = 40_000
    refined = z if isinstance(z, list) else [z] * len(word)
    objects = objects_up_to(word, weight, open)
    norm = prod(1 / (1 - x) for x, _ in monomials(word, refined, open))
    law = [
        prod(x**mu.size for x, mu in zip(refined, c.partitions, strict=True)) / norm
        for c in objects
    ]
    found = tally(sample(Profile(word), z, size, rng=5, open=open))
    seen = [found[c] for c in objects]
    # Objects too rare for the statistic join the rest.
    common = [at for at, chance in enumerate(law) if chance * size >= 10]
    expected = [law[at] * size for at in common]
    chi_square_is_small(
        [seen[at] for at in common] + [size - sum(seen[at] for at in common)],
        [*expected, size - sum(expected)],
    )


@pytest.mark.parametrize(
    ("word", "z", "open"),
    [
        ("11010", 0.8, False),
        (CHIRAL, UNEVEN, False),
        ("1", 0.9, False),
        ("111000", 0.9, True),
        ("10", [0.8, 1.1], False),
    ],
)
def test_mean_and_variance(word, z, open):
    """Ten thousand samples; the law of large numbers to four standard errors."""
    size, pi = 10_000, Profile(word)
    weights = sample(pi, z, size, rng=2, open=open).weights
    mean, variance = expected_weight(pi, z, open=open), variance_weight(pi, z, open=open)
    assert abs(weights.mean() - mean) < 4 * (variance / size) ** 0.5
    squares = (weights - mean) ** 2
    assert abs(squares.mean() - variance) < 4 * squares.std() / size**0.5


def test_the_last_occupied_turn_has_its_law():
    """P(no label after turn n) is the product of 1 - x_b over its boxes; many turns matter here."""
    pi, z, size = Profile("11010"), 0.97, 2000
    boxes = hooks(pi.word, 5 * 300)
    found = Counter(
        max((n for _, _, n in d.labels), default=0)
        for d in decompose_all(list(sample(pi, z, size, rng=8)))
    )
    until = [exp(sum(log(1 - z**h) for (_, _, n), h in boxes.items() if n > m)) for m in range(41)]
    bounds = [0, 14, 16, 18, 21, 24, 28, 33, 40]
    seen = [sum(found[n] for n in range(a + 1, b + 1)) for a, b in pairwise(bounds)]
    expected = [size * (until[b] - until[a]) for a, b in pairwise(bounds)]
    chi_square_is_small([*seen, size - sum(seen)], [*expected, size - sum(expected)])


def test_labels_are_geometric():
    """The points of the Poisson process on a factor add up to a geometric variable."""
    size = 20_000
    factors = boltzmann_factors(Profile("110"), 0.6)
    objects, turns, rows, labels = draw_points(factors, size, np.random.default_rng(4))
    for row, x in [(0, 0.6), (1, 0.36), (2, 0.216)]:  # hooks 1 and 2; nu, part 1
        sums = np.zeros(size, int)
        chosen = (rows == row) & (turns == 1)
        np.add.at(sums, objects[chosen], labels[chosen])
        law = [size * (1 - x) * x**m for m in range(4)]
        found = [int((sums == m).sum()) for m in range(4)]
        chi_square_is_small([*found, size - sum(found)], [*law, size - sum(law)])


@pytest.mark.parametrize("word", [CHIRAL, "11010"])
def test_largest_part_has_its_law(word):
    """Against the exact law by layers, which knows no labels."""
    z, size, order = 0.35, 20_000, 40
    law = Counter()
    for (m, n), number in largest_part_series(Profile(word), order).terms.items():
        law[m] += number * z**n
    total = sum(law.values())
    largest = sample(Profile(word), z, size, rng=3).largest_parts
    expected = [size * law[m] / total for m in range(6)]
    found = [int((largest == m).sum()) for m in range(6)]
    chi_square_is_small([*found, size - sum(found)], [*expected, size - sum(expected)])


def test_largest_part_is_last_passage_on_independent_labels():
    pi, z, size = Profile(CHIRAL), 0.8, 1000
    rng = np.random.default_rng(6)
    boxes = pi.boxes(140)
    draws = rng.geometric(1 - z ** np.array(list(boxes.values())), (size, len(boxes))) - 1
    shapes = rng.geometric(1 - z ** (7 * np.arange(1, 30)), (size, 29)) > 1
    times = [
        last_passage_time(
            pi,
            [int(parts.nonzero()[0].max(initial=-1)) + 1],
            {box: int(m) for box, m in zip(boxes, labels, strict=True) if m},
        )
        for labels, parts in zip(draws, shapes, strict=True)
    ]
    largest = sample(pi, z, size, rng=7).largest_parts
    for power in (1, 2):
        ours, theirs = largest.astype(float) ** power, np.array(times, float) ** power
        error = ((ours.var() + theirs.var()) / size) ** 0.5
        assert abs(ours.mean() - theirs.mean()) < 4 * error


def test_boltzmann_samples_of_one_weight_are_uniform_too():
    pi, weight = Profile(CHIRAL), 4
    many = sample(pi, 0.5, 60_000, rng=1)
    found = Counter(many[int(at)] for at in np.flatnonzero(many.weights == weight))
    objects = list(cylindric_partitions(pi, weight))
    expected = sum(found.values()) / len(objects)
    assert expected > 100
    chi_square_is_small([found[c] for c in objects], [expected] * len(objects))


@given(profiles(), st.sampled_from([1e-300, 0.05, 0.5, 0.9]), st.booleans(), st.integers(0, 2**32))
def test_samples_are_objects_and_seeds_repeat(pi, z, open, seed):
    many = sample(pi, z, 5, rng=seed, open=open)
    again = [CylindricPartition(pi, c.partitions) for c in many]
    assert again == list(many)
    assert many.weights.tolist() == [c.weight for c in again]
    assert many.largest_parts.tolist() == [c.largest_part for c in again]
    assert not open or {c.trace for c in again} == {0}
    assert sample(pi, z, 5, rng=np.random.default_rng(seed), open=open) == many
    assert sample(pi, z, rng=seed, open=open) == sample(pi, z, 1, rng=seed, open=open)[0]
    assert sample(pi, [z] * pi.period, 5, rng=seed, open=open).profile == pi


def test_large_numbers_stay_exact():
    """Labels past 16, 32 and 50 bits; one box, so that the weight is its label."""
    for bits in (20, 40, 52):
        z = 1 - 2.0**-bits
        many = sample(Profile("10"), z, 2000, rng=1, open=True, limit=10**30)
        weights = many.weights.astype(float)
        assert [int(w) for w in many.weights[:50]] == [c.weight for c in many[:50]]
        assert abs(weights.mean() * 2.0**-bits - 1) < 4 / 2000**0.5
        assert weights.min() >= 0
    with pytest.raises(ValueError, match=r"at most 2\^53, got 5.76e\+17"):
        sample(Profile("1" * 8 + "0" * 8), 1 - 2.0**-53, open=True, limit=10**30)


def test_a_large_object():
    """A plane partition of 15 000 cubes; mean and variance say how far it may be off."""
    pi = Profile("1" * 60 + "0" * 60)
    c = sample(pi, 0.95, rng=1)
    assert CylindricPartition(pi, c.partitions) == c
    assert abs(c.weight - expected_weight(pi, 0.95)) < 4 * variance_weight(pi, 0.95) ** 0.5


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: sample("11010", 0.5), TypeError, "profile must be a Profile"),
        (lambda: sample(ELEVEN, "0.5"), TypeError, "z must be a number or the numbers"),
        (lambda: sample(ELEVEN, None), TypeError, "z must be a number or the numbers"),
        (lambda: sample(ELEVEN, 0), ValueError, "z must be between 0 and 1, got 0"),
        (lambda: sample(ELEVEN, 1), ValueError, "z must be between 0 and 1, got 1"),
        (lambda: sample(ELEVEN, -0.5), ValueError, "z must be between 0 and 1, got -0.5"),
        (lambda: sample(ELEVEN, float("nan")), ValueError, "z must be between 0 and 1, got nan"),
        (lambda: sample(ELEVEN, 1 - Fraction(1, 10**40)), ValueError, "between 0 and 1, got 9999"),
        (lambda: sample(ELEVEN, 10**400), ValueError, "between 0 and 1"),
        (lambda: sample(ELEVEN, 0.5, rng="dice"), TypeError, "rng must be a numpy Generator"),
        (lambda: sample(ELEVEN, 0.5, 0), ValueError, "size must be at least 1, got 0"),
        (lambda: sample(ELEVEN, 0.5, 2.5), TypeError, "size must be an integer, got 2.5"),
        (lambda: sample(ELEVEN, [0.5] * 4), ValueError, "or 5 for the profile 11010, got 4"),
        (lambda: sample(ELEVEN, ["a"] * 5), TypeError, "z must be a number or the numbers"),
        (lambda: sample(ELEVEN, [0.5, 0.5, 0, 1, 1]), ValueError, "must be positive and finite"),
        (lambda: sample(ELEVEN, [float("nan")] * 5), ValueError, "must be positive and finite"),
        (
            lambda: sample(ELEVEN, [0.5, 0.5, 2.1, 1, 0.5]),
            ValueError,
            r"x_b < 1, got 1.05 on the box \(2, 5, 1\)",
        ),
        (
            lambda: sample(Profile("10"), [0.5, 2.5]),
            ValueError,
            "z must have the product Z < 1, got 1.25",
        ),
        (lambda: sample(Profile("1"), [1]), ValueError, "product Z < 1, got 1"),
        (lambda: sample(Profile("10"), [1, 2], open=True), ValueError, "x_b < 1, got 1 on the box"),
        (lambda: sample(ELEVEN, [1e308] * 5), ValueError, "x_b < 1, got inf"),
        (
            lambda: sample(ELEVEN, 0.99999),
            ValueError,
            r"1 of expected weight 2.30288e\+10 at z = 0.99999\), more than the limit of 10000000",
        ),
        (lambda: sample(ELEVEN, 0.5, 10**9), ValueError, "this takes 16000000000 cubes and cells"),
        (lambda: sample(ELEVEN, 1 - 1e-12), ValueError, "factors of Borodin's product"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()


def test_limit_lets_it_through():
    assert len(sample(ELEVEN, 0.1, 3, rng=1, limit=100)) == 3
    with pytest.raises(ValueError, match="pass limit=36 to go on"):
        sample(ELEVEN, 0.1, 3, rng=1, limit=35)
    assert len(sample(ELEVEN, 0.1, 3, rng=1, limit=36)) == 3


def test_near_one_the_expected_weight_is_said():
    with pytest.raises(ValueError, match=r"an expected weight of about 2\.3e\+12, z being near 1"):
        sample(Profile("11010"), 0.999999)
