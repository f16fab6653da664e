"""Arguments are read once, into one ring, as full tables."""

import numpy as np
import pytest
import sympy

from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.recurrence.errors import ZeroInside
from lambdadet.recurrence.pyramid import make_pyramid


@pytest.mark.parametrize(
    "matrix",
    [
        [[0, 1], [1, 0]],
        np.array([[0, 1], [1, 0]], np.int8),
        sympy.Matrix([[0, 1], [1, 0]]),
        AlternatingSignMatrix([[0, 1], [1, 0]]),
    ],
)
def test_whatever_holds_the_entries(matrix):
    pyramid = make_pyramid(matrix, 2, [[3]], None)
    assert pyramid.size == 2
    assert (pyramid.x1, pyramid.lam, pyramid.mu) == ([[0, 1], [1, 0]], [[2]], [[3]])
    assert pyramid.x0 is None


def test_bad_input():
    with pytest.raises(ValueError, match="x1 must be square: row 2 has 1 entry, expected 2"):
        make_pyramid([[1, 2], [3]], 1, 1, None, name="x1")
    with pytest.raises(ValueError, match="lam must be 1 x 1, got 2 rows of 2"):
        make_pyramid([[1, 2], [3, 4]], [[1, 2], [3, 4]], 1, None)
    with pytest.raises(TypeError, match=r"x0\[0\]\[1\] must be exact"):
        make_pyramid([[1]], 1, 1, [[1, 0.5], [1, 1]])


def test_a_zero_inside_says_where():
    assert str(ZeroInside(1, 2, 3)) == "x[1]_{2,3} = 0, and the recurrence divides by it"
    assert ZeroInside(1, 2, 3).place == (1, 2, 3)
