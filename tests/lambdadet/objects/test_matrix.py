"""Alternating sign matrices: the definition, the notations, the symmetries, the bad input."""

import pickle
from fractions import Fraction
from itertools import permutations, product

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from lambdadet import strategies as some
from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.matrix import AlternatingSignMatrix
from tests.lambdadet import definitions as brute

CENTRE = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])


def test_a_matrix_is_accepted_exactly_when_the_definition_holds():
    good = set(brute.asms(3))
    for entries in product((-1, 0, 1), repeat=9):
        rows = (entries[:3], entries[3:6], entries[6:])
        try:
            assert AlternatingSignMatrix(rows).rows in good
        except ValueError:
            assert rows not in good


def test_cumulants_are_corner_sums():
    for a in alternating_sign_matrices(4):
        for i, j in product(range(1, 5), repeat=2):
            assert a.left_cumulant[i - 1][j - 1] == brute.corner(a.rows, i, j)
            assert a.right_cumulant[i - 1][j - 1] == brute.right_corner(a.rows, i, j)
        for i, j in product(range(5), repeat=2):
            assert a.corner_sums[i][j] == brute.corner(a.rows, i, j)
            assert a.height_function[i][j] == i + j - 2 * brute.corner(a.rows, i, j)


def test_inversion_number_is_its_definition():
    for a in alternating_sign_matrices(4):
        places = list(product(range(4), repeat=2))
        assert a.inversion_number == sum(
            a.rows[i][m] * a.rows[k][j] for i, m in places for k, j in places if i < k and j < m
        )
    for word in permutations(range(4)):
        a = AlternatingSignMatrix([[int(j == letter) for j in range(4)] for letter in word])
        assert a.negative_ones == 0
        assert a.inversion_number == sum(word[i] > word[j] for j in range(4) for i in range(j))


@pytest.mark.parametrize("n", range(1, 6))
def test_round_trips_on_all(n):
    for a in alternating_sign_matrices(n):
        assert AlternatingSignMatrix(a.rows) == a
        assert AlternatingSignMatrix.from_monotone_triangle(a.to_monotone_triangle()) == a
        assert AlternatingSignMatrix.from_corner_sums(a.corner_sums) == a
        assert AlternatingSignMatrix.from_height_function(a.height_function) == a
        assert eval(repr(a)) == a


@given(some.alternating_sign_matrices(max_size=8))
def test_round_trips(a):
    assert AlternatingSignMatrix.from_monotone_triangle(a.to_monotone_triangle()) == a
    assert AlternatingSignMatrix.from_height_function(a.height_function) == a
    assert pickle.loads(pickle.dumps(a)) == a
    assert hash(AlternatingSignMatrix(a.rows)) == hash(a)
    assert a.negative_ones == sum(row.count(1) for row in a.rows) - a.size


@given(some.alternating_sign_matrices(), st.integers(-8, 8))
def test_the_square_moves_matrices(a, turns):
    entries = np.array(a.rows)
    assert np.array_equal(a.rotate(turns).rows, np.rot90(entries, turns))
    assert np.array_equal(a.transpose().rows, entries.T)
    assert np.array_equal(a.mirror().rows, entries[:, ::-1])
    assert np.array_equal(a.flip().rows, entries[::-1])
    for image in (a.rotate(turns), a.transpose(), a.mirror(), a.flip()):
        assert AlternatingSignMatrix(image.rows) == image
    assert a.inversion_number + a.mirror().inversion_number == (
        a.size * (a.size - 1) // 2 + a.negative_ones
    )


def test_matrix_shows_itself_and_takes_what_people_have():
    assert str(CENTRE) == " 0  1  0\n 1 -1  1\n 0  1  0"
    assert repr(CENTRE) == "AlternatingSignMatrix(((0, 1, 0), (1, -1, 1), (0, 1, 0)))"
    latex = r"$\begin{pmatrix} 0 & 1 & 0 \\ 1 & -1 & 1 \\ 0 & 1 & 0 \end{pmatrix}$"
    assert CENTRE._repr_latex_() == latex
    for rows in (np.array(CENTRE.rows, np.int8), sympy.Matrix(CENTRE.rows), iter(CENTRE.rows)):
        again = AlternatingSignMatrix(rows)
        assert again == CENTRE
        assert all(type(entry) is int for row in again.rows for entry in row)
    assert AlternatingSignMatrix([]).size == 0
    with pytest.raises(AttributeError):
        CENTRE.rows = ()


@pytest.mark.parametrize(
    ("rows", "error", "says"),
    [
        ([[1, 0]], ValueError, "row 1 must have 1 entries, got 2"),
        ([[1, 0], [0]], ValueError, "row 2 must have 2 entries, got 1"),
        ([[0, 1], [0, 1]], ValueError, r"column 1 must .*, got \(0, 0\)"),
        ([[1, 0], [1, 0]], ValueError, r"column 1 must .*, got \(1, 1\)"),
        ([[1, 0], [0, 0]], ValueError, r"row 2 must .*, got \(0, 0\)"),
        ([[2, -1], [-1, 2]], ValueError, r"row 1 must .*, got \(2, -1\)"),
        ([[0, 1, 0], [1, -1, 1], [0, 0, 1]], ValueError, r"column 2 must .*, got \(1, -1, 0\)"),
        ([[1.0]], TypeError, "integers, got 1.0 in row 1"),
        (np.eye(2), TypeError, "integers, got 1.0 in row 1"),
        ([[1, 0], [0, Fraction(1)]], TypeError, "in row 2"),
        (3, TypeError, "rows of integers, got 3"),
        ([1, 2], TypeError, "rows of integers"),
    ],
)
def test_matrix_refuses(rows, error, says):
    with pytest.raises(error, match=says):
        AlternatingSignMatrix(rows)


@pytest.mark.parametrize(
    ("make", "argument", "says"),
    [
        ("from_monotone_triangle", [[1], [2, 1]], r"row 2 .* 2 increasing numbers in 1..2"),
        ("from_monotone_triangle", [[1], [1, 3]], "increasing numbers in 1..2"),
        ("from_monotone_triangle", [[1, 2], [1, 2]], "row 1 of a monotone triangle must be 1"),
        ("from_monotone_triangle", [[1], [2, 3], [1, 2, 3]], "row 1 .* lie between .* of row 2"),
        ("from_corner_sums", [], "square of n [+] 1"),
        ("from_corner_sums", [[0, 0], [0, 1, 1]], "square of n [+] 1"),
        ("from_corner_sums", [[0, 1], [0, 1]], "row and column 0 of sums must be 0"),
        ("from_corner_sums", [[0, 0, 0], [0, 1, 1], [0, 1, 1]], "row 2 must"),
        ("from_height_function", [[0, 1], [1, 1]], r"height \(1, 1\) must have the parity of 2"),
        ("from_height_function", [[0, 1], [1, 2]], "row 1 must"),
    ],
)
def test_constructors_refuse(make, argument, says):
    with pytest.raises(ValueError, match=says):
        getattr(AlternatingSignMatrix, make)(argument)


def test_empty_matrix_has_no_first_row():
    with pytest.raises(ValueError, match="first row, got the empty matrix"):
        AlternatingSignMatrix([]).first_row_column  # noqa: B018


def test_turns_are_integers():
    with pytest.raises(TypeError, match=r"turns must be an integer, got 1\.0"):
        CENTRE.rotate(1.0)


def test_words_of_permutations_are_refused():
    with pytest.raises(ValueError, match=r"letters 1..2 once each, got \(1, 1\)"):
        AlternatingSignMatrix.from_permutation((1, 1))
    with pytest.raises(TypeError, match="word must be"):
        AlternatingSignMatrix.from_permutation(3)
