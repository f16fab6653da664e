"""The planar case: growth is row insertion."""

import random

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from cylindric import inverse_rsk, rsk
from tests.cylindric import definitions as brute

matrices = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 3), min_size=width, max_size=width), min_size=1, max_size=4
    )
)


@given(matrices)
def test_planar_growth_is_row_insertion(matrix):
    p, q = rsk(matrix)
    assert (p, q) == brute.row_insertion(matrix)
    assert rsk(np.array(matrix)) == rsk(sympy.Matrix(matrix).tolist()) == (p, q)
    transposed = [list(column) for column in zip(*matrix, strict=True)]
    assert rsk(transposed) == (q, p)
    back = np.zeros((len(matrix), len(matrix[0])), dtype=int)
    found = inverse_rsk(p, q)
    if found:
        back[: len(found), : len(found[0])] = found
    assert back.tolist() == matrix


def test_planar_growth_of_big_entries_and_permutations():
    assert rsk([[0]]) == ((), ())
    assert inverse_rsk((), ()) == []
    rng = random.Random(3)
    order = list(range(40))
    rng.shuffle(order)
    matrix = [[int(order[i] == j) for j in range(40)] for i in range(40)]
    assert rsk(matrix) == brute.row_insertion(matrix)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: rsk([[2**62] * 4]), ValueError, "18446744073709551616 entries"),
        (lambda: rsk(np.array([[2**62] * 4])), ValueError, "18446744073709551616 entries"),
        (lambda: inverse_rsk(None, None), TypeError, "p must be a sequence, got None"),
        (lambda: rsk([]), ValueError, "non-empty"),
        (lambda: rsk([[1], [1, 2]]), ValueError, "rectangular"),
        (lambda: rsk([[1, -1]]), ValueError, "non-negative"),
        (lambda: rsk([[0.5]]), TypeError, "integers"),
        (lambda: rsk([[10**9]]), ValueError, "1000000000 entries of a tableau"),
        (lambda: rsk(np.array([[0.5]])), TypeError, "integers"),
        (lambda: inverse_rsk(((1, 2),), ((1,), (2,))), ValueError, "one shape"),
        (lambda: inverse_rsk(((2, 1),), ((1, 1),)), ValueError, "p must be a semistandard"),
        (lambda: inverse_rsk(((1, 1),), ((1, 1), (1, 1))), ValueError, "q must be a semistandard"),
    ],
)
def test_tableaux_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()


def test_large_tableaux_are_refused_with_their_size():
    with pytest.raises(ValueError, match="100000 rows and columns"):
        inverse_rsk([[10**5]], [[10**5]])
    with pytest.raises(ValueError, match="chain of shapes"):
        inverse_rsk([[1]], [[10**9]])
