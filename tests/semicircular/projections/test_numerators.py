"""The numerators: golden matrices, the printed rules, the light cone; the infinite matrix."""

from itertools import product

import numpy as np
import pytest

from semicircular import NumeratorMatrix, denominator, numerator
from semicircular.objects.pairs import one_class, triangle
from semicircular.projections.numerators import entries
from tests.semicircular.definitions import light_cone

GOLDEN = {
    0: [[3]],
    1: [[2, 2], [2, 2]],
    2: [[3, -1, 2, -1], [-1, 2, 1, 2], [2, 1, 3, 1], [-1, 2, 1, 2]],
    3: [
        [2, 2, -1, 1, 1, -1],
        [2, 2, -1, 1, 1, -1],
        [-1, -1, 2, 1, 1, 2],
        [1, 1, 1, 2, 2, 1],
        [1, 1, 1, 2, 2, 1],
        [-1, -1, 2, 1, 1, 2],
    ],
}
"""Section 2 of the specification; the denominators are M + 3."""


@pytest.mark.parametrize("size", GOLDEN)
def test_golden_matrices(size):
    k = len(GOLDEN[size])
    assert NumeratorMatrix(("even", "odd")[size % 2])[:k, :k].tolist() == GOLDEN[size]
    assert denominator(size, size) == size + 3


def test_golden_row():
    row = [numerator((0, 0), pair) for pair in one_class(4, 0)]
    assert row == [3, -1, 2, -1, 0, -1, 2, -1, 0]


def test_values_entry_by_entry():
    """The values that are read off the formula: where a 3, 2, 1, -1 or 0 stands."""
    for p, q in product(triangle(9), repeat=2):
        n, s, d, s2, d2 = numerator(p, q), sum(p), p[0] - p[1], sum(q), q[0] - q[1]
        if (s - s2) % 2:
            expected = 0
        elif s == s2:
            expected = 2 + (d == 0) if p == q else 2 if p == q[::-1] else 1
        elif d == d2 == 0:
            expected = 2
        elif abs(d) == abs(d2):
            expected = 1
        else:
            expected = -int(abs(d2) == s + 2 or abs(d) == s2 + 2)
        assert n == expected, (p, q)


def test_light_cone_and_symmetry():
    for p, q in product(triangle(14), repeat=2):
        n = numerator(p, q)
        assert n == light_cone(p, q) == numerator(q, p) == numerator(p[::-1], q)
        assert -1 <= n <= 3
        assert p != q or n == 2 + (p[0] == p[1])


@pytest.mark.parametrize("size", range(12))
def test_norm_of_a_row(size):
    for p in triangle(size):
        squares = sum(numerator(p, q) ** 2 for q in triangle(size))
        assert squares == denominator(size, sum(p)) * (2 + (p[0] == p[1]))


@pytest.mark.parametrize("parity", ["even", "odd"])
def test_the_infinite_matrix(parity):
    matrix = NumeratorMatrix(parity)
    pairs = list(one_class(7, parity == "odd"))
    whole = matrix[: len(pairs), : len(pairs)]
    assert whole.tolist() == [[numerator(p, q) for q in pairs] for p in pairs]
    assert matrix[3:9:2, 1:4].tolist() == whole[3:9:2, 1:4].tolist()
    assert matrix[pairs[2], 5] == whole[2, 5] == matrix[2, pairs[5]]
    assert entries(np.array(pairs), np.array(pairs)).tolist() == whole.tolist()
    assert eval(repr(matrix)) == matrix


def test_denominators_are_of_the_parity_of_the_pair():
    assert [denominator(size, s) for size in range(4) for s in (0, 1)] == [3, 2, 3, 4, 5, 4, 5, 6]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: numerator((0, 0), (1, -1)), ValueError, "q must be a pair"),
        (lambda: numerator(1, (1, 1)), TypeError, "p must be a pair"),
        (lambda: denominator(-1, 0), ValueError, "size must be at least 0"),
        (lambda: NumeratorMatrix("both"), ValueError, "parity must be even or odd"),
        (lambda: NumeratorMatrix(1), TypeError, "parity must be a string"),
        (lambda: NumeratorMatrix()[:, :3], ValueError, "infinite"),
        (lambda: NumeratorMatrix()[: 10**9, : 10**9], ValueError, "GB"),
        (lambda: NumeratorMatrix()[:-3, :3], ValueError, "index must be at least 0"),
        (lambda: NumeratorMatrix()[1], TypeError, "a row and a column"),
        (lambda: NumeratorMatrix()[1, :3], TypeError, "two slices or none"),
        (lambda: NumeratorMatrix()[(0, 1), 0], ValueError, "even sum"),
        (lambda: list(NumeratorMatrix()), TypeError, "infinite"),
    ],
)
def test_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()
