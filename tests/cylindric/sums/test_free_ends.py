"""Walks with free ends, and symmetric cylindric partitions, against the objects themselves."""

from itertools import product

import pytest

from cylindric import Partition, Profile, cylindric_partitions, partitions
from cylindric.sums.free_ends import free_ends_series

ORDER = 8
SMALL = [mu for n in range(ORDER) for mu in partitions(n)]


def steps(letter, mu):
    """Every partition that may follow, by the definition."""
    for nu in SMALL:
        up = letter == "1" and Partition(mu).interlaces(nu)
        down = letter == "0" and Partition(nu).interlaces(mu)
        if up or down:
            yield nu


def walks(word, slices):
    """Count all (mu^0, .., mu^L) by weight."""
    counts = [0] * ORDER
    open_walks = [(mu, slices[0] * sum(mu)) for mu in SMALL if slices[0] * sum(mu) < ORDER]
    for letter, v in zip(word, slices[1:], strict=True):
        open_walks = [
            (nu, weight + v * sum(nu))
            for mu, weight in open_walks
            for nu in steps(letter, mu)
            if weight + v * sum(nu) < ORDER
        ]
    for _, weight in open_walks:
        counts[weight] += 1
    return counts


def listed(series):
    return [int(series[n]) for n in range(ORDER)]


def test_walks_with_free_ends():
    for length, slices in ((1, (1, 1)), (2, (1, 1, 1)), (2, (2, 1, 3)), (3, (1, 2, 2, 1))):
        found = free_ends_series(length, slices, ORDER)
        for letters in product("01", repeat=length):
            word = "".join(letters)
            assert listed(found[word]) == walks(word, slices), (word, slices)


@pytest.mark.parametrize("half", ["1", "10", "01", "11", "110", "101"])
def test_symmetric_cylindric_partitions(half):
    """mu^k = mu^{-k} on the cylinder of the word and the word read backwards, exchanged."""
    profile = Profile(half + Profile(half).reverse_complement().word)
    period = profile.period
    expected = [0] * ORDER
    for n in range(ORDER):
        for walk in cylindric_partitions(profile, n):
            mu = [walk.partitions[k - 1] for k in range(period)]  # mu^0 = mu^T first
            expected[n] += all(mu[k] == mu[-k % period] for k in range(period))
    slices = (1, *[2] * (len(half) - 1), 1)
    assert listed(free_ends_series(len(half), slices, ORDER)[half]) == expected


def test_bounded_parts():
    found = free_ends_series(1, (1, 1), ORDER, largest=1)["1"]
    assert listed(found) == [1] * ORDER  # columns of 1s, the second one longer or not


def test_what_is_too_large_is_refused():
    with pytest.raises(ValueError, match="steps of listing layers"):
        free_ends_series(50, (1,) * 51, 10)
