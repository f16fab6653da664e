"""The recurrence against the definition."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lambdadet.algebra.polynomial import InexactDivision, LaurentPolynomial
from lambdadet.recurrence.octahedron import Levels, octahedron
from lambdadet.strategies import exact_matrices, parameters
from tests.lambdadet import definitions as brute

MATRIX = ((2, 3, 5, 7), (11, 13, 17, 19), (23, 29, 31, 37), (41, 43, 47, 53))


def full(value, size):
    return value if isinstance(value, tuple) else [[value] * size for _ in range(size)]


@st.composite
def pyramids(draw):
    x1 = draw(exact_matrices(zero=False, fractions=True, max_size=4))
    n = len(x1)
    x0 = draw(exact_matrices(min_size=n + 1, max_size=n + 1, zero=False))
    return x0, x1, draw(parameters(n)), draw(parameters(n))


@given(pyramids())
def test_apex_is_the_definition(data):
    x0, x1, lam, mu = data
    n = len(x1)
    try:
        expected = brute.octahedron(
            [list(map(Fraction, row)) for row in x1],
            [list(map(Fraction, row)) for row in x0],
            full(lam, n - 1),
            full(mu, n - 1),
        )
    except ZeroDivisionError:
        with pytest.raises(ZeroDivisionError, match=r"x\[\d\]_\{\d,\d\} = 0"):
            octahedron(x0, x1, lam, mu)
        return
    levels = octahedron(x0, x1, lam, mu)
    assert levels[n][0][0] == expected
    assert [len(level) for level in levels] == [n + 1, *range(n, 0, -1)]
    assert all(isinstance(e, int | Fraction) for level in levels for row in level for e in row)


def test_inexact_entries_are_refused():
    x, y = LaurentPolynomial.generators("x", "y")
    matrix = [[1, 1, 1], [1, x + y, 2], [1, 1, 5]]
    with pytest.raises(InexactDivision):
        octahedron(None, matrix, 2)


def test_mutant_shifted_parameter_index_is_seen():
    """mu_{i,n-k-j} read as mu_{i,n-k-j-1} gives another number."""
    mu = ((1, 2, 3), (4, 5, 6), (7, 8, 9))
    shifted = tuple((row[-1], *row[:-1]) for row in mu)
    assert octahedron(None, MATRIX, 2, mu)[4] != octahedron(None, MATRIX, 2, shifted)[4]


def test_levels_are_a_tuple_that_prints_as_a_pyramid():
    levels = octahedron(None, [[1, 2], [3, 10**5]])
    assert levels == (((1, 1, 1),) * 3, ((1, 2), (3, 10**5)), ((99994,),))
    assert eval(repr(levels), {"Levels": Levels}) == levels
    assert str(levels).splitlines() == [
        "x[2]      99994",
        "",
        "x[1]       1       2",
        "           3  100000",
        "",
        "x[0]     1  1  1",
        "         1  1  1",
        "         1  1  1",
    ]
