"""Second quantised rotations: orthogonal, multiplicative, and they carry s_1 to s(h)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semicircular import Vector, commutator, multiply, rotated_commutator
from semicircular import strategies as some
from semicircular.algebra.rotations import reflection, rotate

DIRECTIONS = [
    (Fraction(3, 5), Fraction(4, 5)),
    (Fraction(5, 13), Fraction(-12, 13)),
    (0, 1),
    (1, 0),
    (Fraction(1, 3), Fraction(2, 3), Fraction(-2, 3)),
]
directions = st.sampled_from(DIRECTIONS)
small = some.vectors(2, max_degree=3, max_terms=3)


@pytest.mark.parametrize("h", DIRECTIONS)
def test_reflections(h):
    r = reflection(h)
    n = len(h)
    assert r[0] == h
    assert r == tuple(zip(*r, strict=True))
    for i in range(n):
        for j in range(n):
            assert sum(r[i][k] * r[k][j] for k in range(n)) == (i == j)


@given(directions, small, small)
def test_rotations_keep_the_algebra(h, x, y):
    r = reflection(h)
    assert rotate(r, x).dot(rotate(r, y)) == x.dot(y)
    assert rotate(r, multiply(x, y)) == multiply(rotate(r, x), rotate(r, y))
    assert rotate(r, rotate(r, x)) == x


@given(directions, small)
def test_conjugacy(h, x):
    r = reflection(h)
    assert rotate(r, commutator(1, rotate(r, x))) == rotated_commutator(h, x)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: rotated_commutator((1, 1), Vector()), ValueError, "unit vector"),
        (lambda: rotated_commutator((0.6, 0.8), Vector()), TypeError, "exact number"),
        (lambda: rotate(((1,),), Vector({"2": 1})), ValueError, "letters of 1..1, got 2"),
        (
            lambda: rotate(reflection(DIRECTIONS[0]), Vector({"1" * 60: 1})),
            ValueError,
            "words of a rotation",
        ),
    ],
)
def test_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()
