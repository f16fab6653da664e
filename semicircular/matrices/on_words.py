"""The commutators on all words up to a length: projections, ranks, truncated traces.

A truncated trace of degree L is a functional on V(L) that is 0 on every [s_i, V(L-1)].  There is
one for each necklace: the sum of the coefficients of its rotations, when a vector is written as a
polynomial in the s_i.

    >>> nullity(2, 4, [1]), nullity(2, 4, [1, 2])
    (4, 1)
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from flint import fmpz_mat
from numpy.typing import NDArray

from semicircular.algebra.chebyshev import word_polynomial
from semicircular.algebra.fock import commutator
from semicircular.matrices.elimination import (
    columns_of,
    matrix_of,
    modular_rank,
    onto_kernel,
    singular_values,
)
from semicircular.objects.necklaces import necklaces
from semicircular.objects.vectors import Vector
from semicircular.objects.words import Word, words


def complement_columns(n: int, letter: int, degree: int) -> dict[Word, Vector]:
    """Return the projection onto what is orthogonal to [s_i, V(L-1)], column by column."""
    basis = list(words(n, degree))
    matrix = matrix_of(commutators(n, degree, [letter]), basis)
    return columns_of(onto_kernel(matrix.transpose()), basis, Vector)


def commutators(n: int, degree: int, letters: Sequence[int]) -> list[Vector]:
    """Return [s_i, w] for all words w of V(L-1), letter after letter."""
    domain = list(words(n, degree - 1)) if degree else []
    return [commutator(i, Vector.basis(word)) for i in letters for word in domain]


def stacked(n: int, degree: int, letters: Sequence[int]) -> tuple[list[Vector], list[Word]]:
    """Return ([s_i, w]) over these letters, for all words w of V(L-1), and the basis of the images.

    The word i u stands for the word u of the commutator with s_i.
    """
    columns = []
    for word in words(n, degree - 1) if degree else ():
        image: dict[Word, int] = {}
        for i in letters:
            for u, value in commutator(i, Vector.basis(word)).numerators.items():
                image[(i, *u)] = value
        columns.append(Vector.over(image))
    return columns, [(i, *u) for i in letters for u in words(n, degree)]


def nullity(n: int, degree: int, letters: Sequence[int]) -> int:
    """Return an upper bound of the dimension of what commutes with these letters in V(L-1).

    The rank is found modulo a prime, so the true dimension is at most this; it is this if as many
    independent vectors that commute are known.
    """
    columns, rows = stacked(n, degree, letters)
    return len(columns) - modular_rank(columns, rows)


def numerical_singular_values(n: int, degree: int, letters: Sequence[int]) -> NDArray[np.float64]:
    """Return numpy's singular values of ([s_i, .]) over these letters on V(L-1), increasing."""
    return singular_values(*stacked(n, degree, letters))


def codimension(n: int, degree: int) -> int:
    """Return an upper bound of the codimension in V(L) of the sum of all [s_i, V(L-1)]."""
    basis = list(words(n, degree))
    return len(basis) - modular_rank(commutators(n, degree, range(1, n + 1)), basis)


def truncated_traces(n: int, degree: int) -> fmpz_mat:
    """Return the truncated traces of degree L as the rows of a matrix, its columns being words.

    The row of a necklace holds, for every word, the sum of the coefficients of the rotations of
    the necklace in the polynomial of the word.  On the necklaces themselves, shorter ones first,
    the matrix is triangular with 1 on its diagonal, so the rows are independent.
    """
    basis = list(words(n, degree))
    row = {
        turned: k
        for k, necklace in enumerate(beads(n, degree))
        for turned in ((necklace[t:] + necklace[:t]) for t in range(max(1, len(necklace))))
    }
    count = max(row.values()) + 1
    table = [[0] * len(basis) for _ in range(count)]
    for j, word in enumerate(basis):
        for monomial, value in word_polynomial(word).items():
            table[row[monomial]][j] += value
    return fmpz_mat(count, len(basis), [entry for line in table for entry in line])


def beads(n: int, degree: int) -> list[Word]:
    """Return the necklaces of length at most L, shorter ones first."""
    return [necklace for k in range(degree + 1) for necklace in necklaces(n, k)]


def vanishing_traces(n: int, degree: int) -> int:
    """Return how many of the truncated traces are 0 on all commutators: a lower bound.

    They are independent, so the codimension of the sum of all [s_i, V(L-1)] is at least this.
    """
    traces = truncated_traces(n, degree)
    given = commutators(n, degree, range(1, n + 1))
    if not given:
        return int(traces.nrows())
    values = traces * matrix_of(given, list(words(n, degree)))
    return sum(not any(row) for row in values.tolist())
