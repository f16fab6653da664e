"""Exact linear algebra on vectors with few entries: projections, ranks, determinants, by FLINT."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from typing import Any, TypeVar

from flint import fmpq_mat, fmpz_mat, nmod_mat

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
    at = {key: k for k, key in enumerate(rows)}
    require_steps(20 * len(rows) * len(columns), "entries of a matrix")
    table = [[0] * len(columns) for _ in rows]
    for j, column in enumerate(columns):
        for key, value in column.numerators.items():
            table[at[key]][j] = value
    return fmpz_mat(len(rows), len(columns), [entry for row in table for entry in row])


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
