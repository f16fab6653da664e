"""The commutator of a block as a matrix: small ones by hand."""

from fractions import Fraction

import numpy as np
import pytest

from semicircular import BlockVector
from semicircular.matrices import on_pairs
from semicircular.matrices.elimination import matrix_of

HALF = Fraction(1, 2)


def test_small_blocks():
    assert on_pairs.complement_columns(0) == {(0, 0): BlockVector({(0, 0): 1})}
    assert on_pairs.complement_columns(1)[0, 1] == BlockVector({(0, 1): HALF, (1, 0): HALF})


def test_operators():
    assert on_pairs.wave((1, 0)) == BlockVector({(2, 0): 1, (0, 0): 1, (1, 1): -1})
    assert on_pairs.anticommutator((1, 0)) == BlockVector({(2, 0): 1, (0, 0): 1, (1, 1): 1})
    assert on_pairs.top_degree((1, 0)) == BlockVector({(2, 0): 1, (1, 1): -1})
    assert on_pairs.square(1) == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_the_kernel_of_a_truncation_is_spurious():
    """On the whole block nothing commutes with the letter; cut off, something does."""
    assert [on_pairs.spurious_nullity(size) for size in range(6)] == [1, 1, 2, 2, 3, 3]
    assert [on_pairs.spurious_vectors(size) for size in range(6)] == [1, 1, 2, 2, 3, 3]


def test_full_rank_modulo_primes():
    assert on_pairs.determinant(2) == 10
    assert [on_pairs.rank_modulo(2, p) for p in (2, 5)] == [3, 3]


@pytest.mark.parametrize("size", range(1, 11))
def test_the_range_is_a_primitive_lattice(size):
    """Every elementary divisor is 1: the rank is full modulo every prime, not only small ones."""
    form = matrix_of(*on_pairs.whole(size)).snf()
    assert {int(form[k, k]) for k in range(form.ncols())} == {1}


@pytest.mark.parametrize("size", range(5))
def test_the_square_is_a_commutator_of_matrices(size):
    """Cut off at a, b <= K, C is A(x)1 - 1(x)A with the Jacobi matrix A."""
    jacobi, one = np.eye(size + 1, k=1) + np.eye(size + 1, k=-1), np.eye(size + 1)
    found = np.array(on_pairs.cut_off(on_pairs.square(size)).tolist(), dtype=float)
    assert np.array_equal(found, np.kron(jacobi, one) - np.kron(one, jacobi))


def test_numerical_singular_values():
    assert np.allclose(on_pairs.numerical_singular_values(1), [2**0.5])
    assert on_pairs.numerical_singular_values(0).tolist() == []
