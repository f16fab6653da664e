"""Exact moments of sizes and the law of the largest part, against samples and sums over objects."""

from fractions import Fraction

import numpy as np
import pytest

from cylindric import (
    Profile,
    borodin_series,
    covariance_sizes,
    cylindric_partitions,
    expected_sizes,
    expected_weight,
    largest_part_law,
    largest_part_series,
    macdonald_weight,
    reverse_plane_partitions,
    sample,
    sample_macdonald,
    variance_weight,
)

CASES = [
    ("1101", 0.7, None, None, False),
    ("11010", [0.5, 0.3, 0.45, 0.6, 0.25], 0.4, 0, False),
    ("1100", 0.7, 0, 0.5, True),
    ("110", 0.6, 0.5, 0.3, False),
]


@pytest.mark.parametrize(("word", "z", "q", "t", "is_open"), CASES)
def test_moments_add_up_to_those_of_the_weight(word, z, q, t, is_open):
    given = {"q": q, "t": t, "open": is_open}
    pi = Profile(word)
    mean, variance = expected_weight(pi, z, **given), variance_weight(pi, z, **given)
    assert expected_sizes(pi, z, **given).sum() == pytest.approx(mean)
    matrix = covariance_sizes(pi, z, **given)
    assert matrix.sum() == pytest.approx(variance)
    assert np.array_equal(matrix, matrix.T)


@pytest.mark.parametrize(("word", "is_open"), [("110", False), ("1010", True)])
def test_moments_by_summing_over_objects(word, is_open):
    q, t, z = Fraction(1, 3), Fraction(1, 2), Fraction(1, 8)
    listing = reverse_plane_partitions if is_open else cylindric_partitions
    objects = [c for n in range(9) for c in listing(Profile(word), n)]
    law = np.array([float(macdonald_weight(c, q, t) * z**c.weight) for c in objects])
    law /= law.sum()
    sizes = np.array([[mu.size for mu in c.partitions] for c in objects])
    given = {"q": q, "t": t, "open": is_open}
    means = law @ sizes
    assert expected_sizes(Profile(word), z, **given) == pytest.approx(means, abs=1e-4)
    covariances = (law[:, None] * sizes).T @ sizes - np.outer(means, means)
    assert covariance_sizes(Profile(word), z, **given) == pytest.approx(covariances, abs=1e-3)


@pytest.mark.parametrize(("word", "z", "q", "t", "is_open"), CASES)
def test_samples_have_these_moments(word, z, q, t, is_open):
    pi, size = Profile(word), 4000 if q is None or not (q and t) else 500
    if q is None:
        sizes = sample(pi, z, size, rng=1, open=is_open).sizes
    else:
        sizes = sample_macdonald(pi, z, q, t, size, rng=1, open=is_open).sizes
    means = expected_sizes(pi, z, q=q, t=t, open=is_open)
    matrix = covariance_sizes(pi, z, q=q, t=t, open=is_open)
    errors = (np.diag(matrix) / size) ** 0.5
    assert (abs(sizes.mean(axis=0) - means) <= 4 * errors + 1e-12).all()
    products = np.einsum("bk,bl->bkl", sizes - means, sizes - means)
    errors = products.std(axis=0) / size**0.5
    assert (abs(products.mean(axis=0) - matrix) <= 4.5 * errors + 1e-12).all()


def test_the_law_of_the_largest_part():
    pi, size = Profile("1110100"), 20_000
    law = largest_part_law(pi, 0.5)
    assert law.sum() == pytest.approx(1, abs=1e-6)
    largest = sample(pi, 0.5, size, rng=3).largest_parts
    for m in range(10):
        error = (law[m] / size) ** 0.5
        assert abs((largest == m).mean() - law[m]) < 4 * error


@pytest.mark.parametrize("word", ["110100", "0110", "1100", "01"])
def test_the_law_of_the_largest_part_in_the_open_case(word):
    """Against all objects of weight below 12, at z = 0.3."""
    pi, z = Profile(word), 0.3
    law = largest_part_law(pi, z, open=True)
    found = np.zeros(len(law) + 30)
    for n in range(12):
        for c in reverse_plane_partitions(pi, n):
            found[c.largest_part] += z**n
    found /= sum(z**n * a for n, a in enumerate(borodin_series(pi, 200, open=True).coefficients))
    assert law == pytest.approx(found[: len(law)], abs=3e-4)
    assert law.sum() == pytest.approx(1, abs=1e-11)


def test_the_law_of_the_largest_part_is_macmahons():
    """Plane partitions in a box: the product of (1 - z^{i+j+m-1})/(1 - z^{i+j-1})."""
    z, chances = 0.8, np.cumsum(largest_part_law(Profile("111100000"), 0.8, open=True))
    for m in (0, 1, 5, 20):
        box = 1.0
        for i in range(1, 5):
            for j in range(1, 6):
                box *= 1 - z ** (i + j + m - 1)
        assert chances[m] == pytest.approx(box, rel=1e-9)


def test_the_law_of_the_largest_part_is_that_of_the_series():
    pi, z, order = Profile("11010"), 0.5, 90
    whole = sum(a * z**n for n, a in enumerate(borodin_series(pi, order).coefficients))
    expected = np.zeros(order)
    for (m, n), number in largest_part_series(pi, order).terms.items():
        expected[m] += number * z**n / whole
    law = largest_part_law(pi, z)
    assert law == pytest.approx(expected[: len(law)], abs=1e-12)


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: expected_sizes(Profile("10"), 0.5, q=0.5), TypeError, "t must be a number"),
        (lambda: covariance_sizes(Profile("10"), 2), ValueError, "z must give every box x_b < 1"),
        (lambda: expected_sizes("10", 0.5), TypeError, "profile must be a Profile"),
        (lambda: largest_part_law(Profile("10"), [0.5, 0.5]), TypeError, "z must be one number"),
        (lambda: largest_part_law(Profile("1010" * 6), 0.99), ValueError, "pass limit="),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()
