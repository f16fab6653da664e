"""Uniform random alternating sign matrices: chi-square, moments, seeds."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lambdadet.objects.counts import count_asms, count_asms_by_first_row
from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.sampling import matrices
from lambdadet.sampling.matrices import random_asm


@pytest.mark.parametrize(("n", "bound"), [(2, 10.8), (3, 22.5), (4, 75.0)])
def test_all_small_matrices_are_equally_likely(n, bound):
    """Chi-square with 1, 6, 41 degrees of freedom at 0.1%."""
    everything = list(alternating_sign_matrices(n))
    expected = 500
    found = Counter(random_asm(n, size=expected * len(everything), rng=11))
    assert set(found) == set(everything)
    assert sum((found[a] - expected) ** 2 / expected for a in everything) < bound


def test_one_at_a_time_is_uniform_too():
    """Each draw ends in its own stretch of the past; stopping must not favour anything."""
    rng = np.random.default_rng(5)
    found = Counter(random_asm(3, rng=rng) for _ in range(2100))
    assert sum((number - 300) ** 2 / 300 for number in found.values()) < 22.5
    assert len(found) == count_asms(3)


def test_the_past_is_run_again_with_the_same_coins(monkeypatch):
    """With far too short first stretches nearly every draw goes back several times."""
    monkeypatch.setattr(matrices, "_guess", lambda n, lanes: 0.5)
    rng = np.random.default_rng(3)
    found = Counter(random_asm(3, rng=rng) for _ in range(2100))
    assert sum((number - 300) ** 2 / 300 for number in found.values()) < 22.5
    assert len(found) == count_asms(3)


def test_meeting_forwards_would_be_noticed():
    """A mutant: the state when the bounds meet is not uniform."""
    rng, board = np.random.default_rng(3), matrices._Board(3, 1)
    found: Counter[bytes] = Counter()
    for _ in range(2100):
        lower, upper = board.lowest, board.highest
        for coins in board._coins(10**4, rng):
            lower, upper = board.sweep(lower, coins), board.sweep(upper, coins)
            if lower == upper:
                break
        found[board.entries(lower).tobytes()] += 1
    assert sum((number - 300) ** 2 / 300 for number in found.values()) > 60


def heights_of(board, bounds):
    """Return the heights of the matrices, shape (lanes, n + 1, n + 1)."""
    matrices_of = board.entries(bounds)
    sums = np.zeros((board.lanes, board.n + 1, board.n + 1), int)
    sums[:, 1:, 1:] = matrices_of.cumsum(axis=1).cumsum(axis=2)
    i, j = np.indices((board.n + 1, board.n + 1))
    return i + j - 2 * sums


@pytest.mark.parametrize(("n", "lanes"), [(2, 1), (3, 5), (4, 1), (7, 3), (12, 2)])
def test_a_sweep_keeps_the_order_and_is_the_heat_bath(n, lanes):
    """Bit by bit: the same coins in plain integers, and lower stays below upper."""
    board = matrices._Board(n, lanes)
    lower, upper = board.lowest, board.highest
    plain = heights_of(board, lower)
    for coins in board._coins(40, np.random.default_rng(n)):
        lower, upper = board.sweep(lower, coins), board.sweep(upper, coins)
        for parity in (0, 1):
            for lane in range(lanes):
                for i in range(1, n):
                    for j in range(1, n):
                        if (i + j) % 2 != parity:
                            continue
                        h = plain[lane]
                        around = {h[i - 1, j], h[i + 1, j], h[i, j - 1], h[i, j + 1]}
                        if len(around) == 1:
                            at = (i * board.width + j) // 2 * lanes + lane
                            up = (coins[parity] >> at & 1) != parity
                            h[i, j] = around.pop() + (1 if up else -1)
        low, high = heights_of(board, lower), heights_of(board, upper)
        assert np.array_equal(low, plain)
        assert (low <= high).all()


def test_hundred_in_a_second():
    matrix = random_asm(100, rng=1)
    assert AlternatingSignMatrix(matrix.rows) == matrix


def test_first_rows_of_a_larger_sample():
    """Refined numbers at n = 8; 7 degrees of freedom, 0.1% at 24.3."""
    sample = random_asm(8, size=4000, rng=3)
    found = Counter(a.first_row_column for a in sample)
    chi_square = 0.0
    for k, number in enumerate(count_asms_by_first_row(8), 1):
        expected = 4000 * number / count_asms(8)
        chi_square += (found[k] - expected) ** 2 / expected
    assert chi_square < 24.3
    inversions = np.array([a.inversion_number - a.negative_ones / 2 for a in sample])
    # inv(A) + inv(mirror A) = n(n-1)/2 + N(A), so the mean of inv - N/2 is n(n-1)/4.
    assert abs(inversions.mean() - 14) < 4 * inversions.std() / 4000**0.5


@given(st.integers(1, 9), st.integers(0, 2**32))
def test_samples_are_matrices_and_seeds_repeat(n, seed):
    a = random_asm(n, rng=seed)
    assert AlternatingSignMatrix(a.rows) == a
    assert random_asm(n, rng=np.random.default_rng(seed)) == a
    assert random_asm(n, size=1, rng=seed) == (a,)


def test_sizes():
    assert random_asm(4, size=0, rng=1) == ()
    assert random_asm(1, size=2, rng=1) == (AlternatingSignMatrix([[1]]),) * 2
    assert random_asm(3).size == 3
    rng = np.random.default_rng(1)
    assert len({random_asm(6, rng=rng) for _ in range(5)}) > 1


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: random_asm(0), ValueError, "n must be at least 1, got 0"),
        (lambda: random_asm(10**5), ValueError, "steps of a Markov chain, more than"),
        (lambda: random_asm(1000), ValueError, "about 3e[+]11 steps of a Markov chain"),
        (lambda: random_asm(10**200), ValueError, "steps of a Markov chain, more than"),
        (lambda: random_asm(10, size=10**9), ValueError, "this takes about"),
        (lambda: random_asm(True), TypeError, "n must be an integer, got True"),
        (lambda: random_asm(2, size=-1), ValueError, "size must be at least 0, got -1"),
        (lambda: random_asm(2.0), TypeError, r"n must be an integer, got 2\.0"),
        (lambda: random_asm(2, rng="x"), TypeError, "rng must be a numpy Generator"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()
