"""Exact projections and ranks of matrices one can do by hand."""

from fractions import Fraction

from flint import fmpz_mat

from semicircular import BlockVector
from semicircular.matrices.elimination import (
    columns_of,
    gram_of,
    kernel_basis,
    matrix_of,
    modular_rank,
    onto_kernel,
)

ROWS = [(0, 0), (0, 1), (1, 0)]


def test_projection_onto_a_kernel():
    matrix = fmpz_mat(1, 3, [1, 1, 1])
    found = columns_of(onto_kernel(matrix), ROWS, BlockVector)
    third = Fraction(1, 3)
    assert found[0, 0] == BlockVector({(0, 0): 2 * third, (0, 1): -third, (1, 0): -third})
    assert sum((found[row] for row in ROWS), BlockVector()) == BlockVector()
    assert onto_kernel(fmpz_mat(2, 2, [1, 0, 0, 1])) == 0 * onto_kernel(fmpz_mat(1, 2, [1, 1]))


def test_bases_are_primitive():
    assert kernel_basis(fmpz_mat(1, 2, [4, 6])).transpose().tolist() in ([[-3, 2]], [[3, -2]])


def test_ranks_and_determinants():
    columns = [BlockVector({(0, 0): 1, (0, 1): 1}), BlockVector({(0, 0): 1, (0, 1): -1})]
    assert modular_rank(columns, ROWS) == 2
    assert modular_rank(columns, ROWS, 2) == 1
    assert modular_rank([], ROWS) == 0
    assert gram_of(matrix_of(columns, ROWS)) == 4
    assert gram_of(fmpz_mat(3, 0, [])) == 1
