"""Linear algebra on vectors with few entries: projections, ranks and determinants, by FLINT.

All is exact but the singular values, which are numpy's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd
from typing import Any, TypeVar

import numpy as np
from flint import fmpq_mat, fmpz_mat, nmod_mat
from numpy.typing import NDArray

from semicircular.objects.sparse import SparseVector
from termwise.exact import to_python
from termwise.price import require_steps

Some = TypeVar("Some", bound=SparseVector[Any])

PRIME = 2**31 - 1
"""Ranks are found modulo this prime: they are never larger than the true ones."""


def matrix_of(columns: Sequence[Some], rows: Sequence[Any]) -> fmpz_mat:
    """Return integer vectors as the columns of a matrix.

    Args:
        columns: vectors of integers.
        rows: their basis, in order.
    """
    matrix = fmpz_mat(len(rows), len(columns))
    for i, j, value in _entries(columns, rows):
        matrix[i, j] = value
    return matrix


def _entries(columns: Sequence[Some], rows: Sequence[Any]) -> Iterator[tuple[int, int, int]]:
    """Yield (row, column, entry) of all entries that are not 0."""
    require_steps(20 * len(rows) * len(columns), "entries of a matrix")
    at = {key: k for k, key in enumerate(rows)}
    for j, column in enumerate(columns):
        for key, value in column.numerators.items():
            yield at[key], j, value


def kernel_basis(matrix: fmpz_mat) -> fmpz_mat:
    """Return a matrix whose columns are a basis of the kernel, over the rationals."""
    basis, nullity = matrix.nullspace()
    width = matrix.ncols()
    columns = [[int(basis[i, j]) for i in range(width)] for j in range(nullity)]
    reduced = [[entry // (gcd(*column) or 1) for entry in column] for column in columns]
    return fmpz_mat(width, nullity, [reduced[j][i] for i in range(width) for j in range(nullity)])


def onto_kernel(matrix: fmpz_mat) -> fmpq_mat:
    """Return the orthogonal projection onto the kernel of a matrix: K (K^T K)^-1 K^T.

    >>> onto_kernel(fmpz_mat(1, 2, [1, 1]))
    [ 1/2, -1/2]
    [-1/2,  1/2]
    """
    basis = kernel_basis(matrix)
    if not basis.ncols():
        return fmpq_mat(matrix.ncols(), matrix.ncols())
    turned = basis.transpose()
    return fmpq_mat(basis) * fmpq_mat(turned * basis).solve(fmpq_mat(turned))


def columns_of(matrix: fmpq_mat, basis: Sequence[Any], kind: type[Some]) -> dict[Any, Some]:
    """Return the columns of a square matrix as vectors, by the names of the basis."""
    return {
        key: kind({row: to_python(matrix[i, j]) for i, row in enumerate(basis) if matrix[i, j]})
        for j, key in enumerate(basis)
    }


def modular_rank(columns: Sequence[Some], rows: Sequence[Any], prime: int = PRIME) -> int:
    """Return the rank modulo a prime: a proven lower bound of the rank."""
    if not columns:
        return 0
    return int(nmod_mat(matrix_of(columns, rows), prime).rank())


def gram_of(matrix: fmpz_mat) -> int:
    """Return the determinant of A^T A; 1 if A has no columns."""
    return int((matrix.transpose() * matrix).det()) if matrix.ncols() else 1


def singular_values(columns: Sequence[Some], rows: Sequence[Any]) -> NDArray[np.float64]:
    """Return numpy's singular values of a matrix given by its columns, increasing."""
    if not columns:
        return np.zeros(0)
    matrix = np.zeros((len(rows), len(columns)))
    for i, j, value in _entries(columns, rows):
        matrix[i, j] = value
    return np.sort(np.linalg.svd(matrix, compute_uv=False))
