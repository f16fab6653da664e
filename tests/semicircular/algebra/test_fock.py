"""The free Fock space: operators by their definitions, the laws of a traced algebra."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semicircular import (
    Vector,
    adjoint,
    commutator,
    left,
    multiply,
    right,
    trace,
)
from semicircular import strategies as some
from tests.semicircular.definitions import all_words, commuted, fused

letters = st.integers(1, 3)
small = some.vectors(2, max_degree=3, max_terms=3)


@given(some.vectors(3), letters)
def test_commutator_is_its_definition(x, i):
    assert commutator(i, x) == commuted(i, x) == left(i, x) - right(i, x)


def test_products_are_the_fusion_rule():
    short = all_words(2, 4)
    for u in short:
        for w in short:
            assert multiply(Vector.basis(u), Vector.basis(w)) == fused(u, w)


@given(small, small, small)
def test_associative_traced_star_algebra(x, y, z):
    assert multiply(multiply(x, y), z) == multiply(x, multiply(y, z))
    assert trace(multiply(x, y)) == trace(multiply(y, x))
    assert trace(multiply(adjoint(x), y)) == x.dot(y)
    assert adjoint(multiply(x, y)) == multiply(adjoint(y), adjoint(x))
    one = Vector.basis(())
    assert multiply(one, x) == multiply(x, one) == x


@given(some.vectors(3), some.vectors(3), letters, letters)
def test_left_and_right_commute_and_are_symmetric(x, y, i, j):
    s_i = Vector.basis((i,))
    assert left(i, right(j, x)) == right(j, left(i, x))
    assert left(i, x) == multiply(s_i, x)
    assert right(i, x) == multiply(x, s_i)
    assert left(i, x).dot(y) == x.dot(left(i, y))
    assert right(i, x).dot(y) == x.dot(right(i, y))
    assert commutator(i, x).dot(y) == x.dot(commutator(i, y))


@given(small, small, letters)
def test_the_commutator_is_a_derivation(x, y, i):
    assert commutator(i, multiply(x, y)) == multiply(commutator(i, x), y) + multiply(
        x, commutator(i, y)
    )


@given(some.words(3), letters)
def test_the_commutator_changes_lengths_by_one(word, i):
    assert {len(w) for w in commutator(i, Vector.basis(word))} <= {len(word) - 1, len(word) + 1}


def test_both_sides_of_the_vacuum():
    """s_i and r_i make the same of the vacuum, so C_i kills all powers of i."""
    vacuum = Vector.basis(())
    assert left(2, vacuum) == right(2, vacuum) == Vector.basis("2")
    assert not any(commutator(2, Vector.basis((2,) * k)) for k in range(8))


def test_moments_are_catalan_numbers():
    x = Vector.basis(())
    moments = []
    for _ in range(9):
        moments.append(trace(x))
        x = left(1, x)
    assert moments == [1, 0, 1, 0, 2, 0, 5, 0, 14]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: commutator(0, Vector()), ValueError, "letter must be at least 1"),
        (lambda: commutator(1.0, Vector()), TypeError, "letter must be an integer"),
        (lambda: commutator(1, "12"), TypeError, "x must be a Vector"),
        (lambda: multiply(Vector({(1,) * 10**5: 1}), Vector({(1,) * 10**5: 1})), ValueError, "GB"),
    ],
)
def test_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()
