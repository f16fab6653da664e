"""Determinants that meet many 0s, from residues."""

from random import Random

import pytest
from flint import fmpz_mat

from lambdadet.determinant.residues import by_residues
from lambdadet.determinant.value import _integral, lambda_determinant
from lambdadet.recurrence.pyramid import make_pyramid


@pytest.mark.parametrize("n", [1, 2, 3, 5, 8])
def test_residues_are_as_good_as_series(n):
    random = Random(n)
    for _ in range(10):
        matrix = [[random.choice((0, 0, 1, -3, 10**12)) for _ in range(n)] for _ in range(n)]
        lam = random.choice((-3, -1, 2))
        pyramid = _integral(make_pyramid(matrix, lam, -lam, None))[0]
        expected = int(fmpz_mat(matrix).det()) * (-lam) ** (n * (n - 1) // 2)
        assert by_residues(pyramid) == expected
        assert lambda_determinant(matrix, lam, -lam) == expected
