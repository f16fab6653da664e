"""The commutator of one block as a matrix, cut off in several ways, and the projections it gives.

>>> print(complement_columns(2)[1, 1])
2/5*e(0,0) + 1/5*e(0,2) + 3/5*e(1,1) + 1/5*e(2,0)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

import numpy as np
from flint import fmpz_mat, nmod_mat
from numpy.typing import NDArray

from semicircular.algebra.blocks import block_commutator
from semicircular.matrices.elimination import (
    PRIME,
    columns_of,
    gram_of,
    kernel_basis,
    matrix_of,
    modular_rank,
    onto_kernel,
    singular_values,
)
from semicircular.objects.pairs import Pair, triangle
from semicircular.objects.vectors import BlockVector

Operator = Callable[[Pair], BlockVector]
Columns = dict[Pair, BlockVector]


def wave(pair: Pair) -> BlockVector:
    """Return C e_ab."""
    return block_commutator(BlockVector.over({pair: 1}))


def anticommutator(pair: Pair) -> BlockVector:
    """Return {s_i, e_ab}: C with every sign +, from its definition."""
    return BlockVector.over({q: abs(value) for q, value in wave(pair).numerators.items()})


def top_degree(pair: Pair) -> BlockVector:
    """Return the part iw - wi of C e_ab."""
    a, b = pair
    return BlockVector.over({(a + 1, b): 1, (a, b + 1): -1})


def complement_columns(size: int, operator: Operator = wave) -> Columns:
    """Return the projection onto what is orthogonal to all images of a + b < M, column by column.

    Args:
        size: M.
        operator: on pairs; the commutator unless another is given.
    """
    found: Columns = {}
    for parity in (0, 1):  # an operator that changes a + b by 1 leaves the two classes apart
        basis = [pair for pair in triangle(size) if sum(pair) % 2 == parity]
        domain = [pair for pair in triangle(size - 1) if sum(pair) % 2 != parity]
        matrix = matrix_of([operator(pair) for pair in domain], basis)
        found |= columns_of(onto_kernel(matrix.transpose()), basis, BlockVector)
    return {pair: found[pair] for pair in triangle(size)}


def cut_off(basis: Sequence[Pair]) -> fmpz_mat:
    """Return Q C Q: the commutator on some pairs, everything else being dropped."""
    inside = set(basis)
    columns = [
        BlockVector.over({q: c for q, c in wave(pair).numerators.items() if q in inside})
        for pair in basis
    ]
    return matrix_of(columns, basis)


def kernel_columns(basis: Sequence[Pair]) -> Columns:
    """Return the projection onto the kernel of Q C Q, column by column."""
    return columns_of(onto_kernel(cut_off(basis)), basis, BlockVector)


def square(size: int) -> list[Pair]:
    """Return the pairs with a, b <= K."""
    return list(product(range(size + 1), range(size + 1)))


def spurious_nullity(size: int) -> int:
    """Return an upper bound of the dimension of the kernel of Q C Q on the triangle a + b <= M."""
    basis = list(triangle(size))
    return len(basis) - int(nmod_mat(cut_off(basis), PRIME).rank())


def spurious_vectors(size: int) -> int:
    """Return how many independent vectors of the triangle Q C Q is seen to kill.

    They are FLINT's basis of the kernel, each applied to C again by its definition.
    """
    basis = list(triangle(size))
    kernel = kernel_basis(cut_off(basis))
    count = 0
    for j in range(kernel.ncols()):
        vector = BlockVector.over({p: int(kernel[i, j]) for i, p in enumerate(basis)})
        count += all(sum(pair) > size for pair in block_commutator(vector))
    return count


def whole(size: int) -> tuple[list[BlockVector], list[Pair]]:
    """Return C of the triangle a + b < M, column by column, and the basis of its images."""
    return [wave(pair) for pair in triangle(size - 1)], list(triangle(size))


def determinant(size: int) -> int:
    """Return det(C^T C), C from the triangle a + b < M to that of a + b <= M."""
    return gram_of(matrix_of(*whole(size)))


def rank_modulo(size: int, prime: int) -> int:
    """Return the rank modulo a prime of C from the triangle a + b < M to that of a + b <= M."""
    return modular_rank(*whole(size), prime)


def numerical_singular_values(size: int) -> NDArray[np.float64]:
    """Return numpy's singular values of C into the class of a + b = M mod 2, increasing."""
    basis = [pair for pair in triangle(size) if (size - sum(pair)) % 2 == 0]
    domain = [pair for pair in triangle(size - 1) if (size - sum(pair)) % 2]
    return singular_values([wave(pair) for pair in domain], basis)
