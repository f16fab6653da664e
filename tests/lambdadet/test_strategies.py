"""The strategies give valid values only, and shrink well."""

from fractions import Fraction

import pytest
from hypothesis import find, given

from lambdadet import strategies as some
from lambdadet.determinant.value import lambda_determinant
from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.recurrence.surfaces import octahedron_from
from lambdadet.strategies import exact_matrices, exact_numbers, parameters

CENTRE = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])


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


def test_strategy_draws_every_small_matrix_and_shrinks():
    wanted = set(alternating_sign_matrices(3))
    for a in wanted:
        assert find(some.alternating_sign_matrices(min_size=3, max_size=3), a.__eq__) == a
    strategy = some.alternating_sign_matrices(max_size=4)
    assert find(strategy, lambda a: True).rows == ((1,),)
    assert find(some.alternating_sign_matrices(), lambda a: a.negative_ones > 0) == CENTRE
    assert find(strategy, lambda a: a.inversion_number == 1).rows == ((0, 1), (1, 0))


@given(some.alternating_sign_matrices(min_size=2, max_size=5))
def test_strategy_keeps_its_sizes(a):
    assert 2 <= a.size <= 5
    assert AlternatingSignMatrix(a.rows) == a


@given(some.surfaces(min_size=2, max_size=5))
def test_surfaces_are_surfaces(points):
    n = max(k + i - 1 for k, i, _ in points)
    assert 2 <= n <= 5
    assert (n, 1, 1) in octahedron_from(dict.fromkeys(points, 1), 1)


def test_every_surface_is_drawn_and_the_flat_one_is_the_simplest():
    found = set()
    for moved in range(2**4):
        wanted = {(2, *at) for at in ((1, 1), (1, 2), (2, 1), (2, 2)) if moved & 1 << sum(at)}
        drawn = find(some.surfaces(min_size=3, max_size=3), set(wanted).issubset)
        found.add(drawn)
        assert {p for p in drawn if p[0] > 1} == wanted
    assert find(some.surfaces(), lambda points: True) == ((1, 1, 1),)
    assert find(some.surfaces(), lambda points: (3, 1, 1) in points)[-1] == (3, 1, 1)


def test_strategy_refuses():
    with pytest.raises(ValueError, match="max_size must be at least 3, got 2"):
        some.alternating_sign_matrices(min_size=3, max_size=2)
