"""The strategies give valid values only, and shrink well."""

from fractions import Fraction

import pytest
from hypothesis import find, given

from lambdadet.determinant import lambda_determinant
from lambdadet.strategies import exact_matrices, exact_numbers, parameters


@given(exact_matrices(zero=False, fractions=True), exact_numbers())
def test_matrices_without_zeros_have_values(matrix, lam):
    assert all(entry for row in matrix for entry in row)
    assert isinstance(lambda_determinant(matrix, lam), int | Fraction)


@given(parameters(4))
def test_parameters_fit(lam):
    assert not isinstance(lam, tuple) or [len(row) for row in lam] == [3, 3, 3]


def test_shrinking():
    assert find(exact_matrices(), lambda m: any(map(any, m))) == ((1,),)
    assert find(exact_numbers(zero=False), lambda x: True) == 1
    assert find(parameters(1), lambda lam: isinstance(lam, tuple)) == ()


def test_bad_input():
    with pytest.raises(ValueError, match="max_size must be at least 3, got 2"):
        exact_matrices(min_size=3, max_size=2)
    with pytest.raises(ValueError, match="size must be at least 1, got 0"):
        parameters(0)
