"""The recurrence modulo a prime: inverses, arguments, the largest residues."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lambdadet.algebra.polynomial import LaurentPolynomial
from lambdadet.determinant.residue import lambda_determinant_mod
from lambdadet.recurrence.modular import inverses, octahedron_mod
from lambdadet.recurrence.octahedron import octahedron

PRIME = 2**31 - 1
MATRIX = ((2, 3, 5, 7), (11, 13, 17, 19), (23, 29, 31, 37), (41, 43, 47, 53))


@given(st.lists(st.integers(1, 100), min_size=1, max_size=40))
def test_batched_inverses(entries):
    found = inverses(np.array(entries, dtype=np.uint64), 101)
    assert all(int(a) * b % 101 == 1 for a, b in zip(found, entries, strict=True))


def test_modular_arguments():
    assert lambda_determinant_mod([[Fraction(1, 2)]], 7) == 4
    with pytest.raises(ValueError, match="a prime below 2\\^31, got 2147483648"):
        lambda_determinant_mod(MATRIX, 2**31)
    with pytest.raises(ValueError, match="a prime below 2\\^31, got 91"):
        lambda_determinant_mod(MATRIX, 91)
    with pytest.raises(TypeError, match="must be exact"):
        lambda_determinant_mod([[0.5]], 7)
    with pytest.raises(ZeroDivisionError, match="no residue modulo 7"):
        lambda_determinant_mod([[Fraction(1, 7)]], 7)
    with pytest.raises(ZeroDivisionError, match=r"x\[1\]_\{2,2\} = 0"):
        list(octahedron_mod(None, ((1, 1, 1), (1, 7, 1), (1, 1, 1)), 7))
    with pytest.raises(ValueError, match="must be square"):
        lambda_determinant_mod(np.ones((2, 3), int), 7)
    (x,) = LaurentPolynomial.generators("x")
    with pytest.raises(TypeError, match="exact numbers"):
        lambda_determinant_mod([[x]], 7)


def test_largest_residues_do_not_overflow():
    rng = np.random.default_rng(3)
    matrix = PRIME - 1 - rng.integers(0, 9, (6, 6))
    expected = Fraction(octahedron(None, matrix, PRIME - 1, PRIME - 2)[6][0][0])
    residue = expected.numerator * pow(expected.denominator, -1, PRIME) % PRIME
    assert lambda_determinant_mod(matrix, PRIME, PRIME - 1, PRIME - 2) == residue


@pytest.mark.parametrize("kind", ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "?"])
def test_narrow_arrays_are_widened_first(kind):
    rows = np.array([[1, 0], [1, 1]]).astype(kind)
    if kind != "?":
        rows *= np.iinfo(kind).max // 2
        rows[0, 1] = np.iinfo(kind).max
        if kind.startswith("i"):
            rows[1, 0] = np.iinfo(kind).min
    (a, b), (c, d) = rows.tolist()
    for prime in (2, 3, 251, 65537, PRIME):
        assert lambda_determinant_mod(rows, prime) == (a * d - b * c) % prime
        assert lambda_determinant_mod(rows, prime, lam=rows[:1, :1]) == (a * d + a * b * c) % prime
        assert (
            lambda_determinant_mod(rows, prime, x0=np.ones((3, 3), kind)) == (a * d - b * c) % prime
        )


def test_more_than_one_block_of_rows():
    """From n = 183 on a level is worked on in blocks of rows."""
    n, v = 190, np.arange(1, 191, dtype=np.int64)
    rows = np.ones((n, n), np.int64)
    for j in range(1, n):
        rows[:, j] = rows[:, j - 1] * v % PRIME
    expected = 1
    for j in range(n):
        for i in range(j):
            expected = expected * int(v[j] + 3 * v[i]) % PRIME
    assert lambda_determinant_mod(rows, PRIME, 3) == expected
