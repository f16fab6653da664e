"""Alternating sign matrices: the definition, the five notations, the bulk form, the bad input."""

import pickle
from collections import Counter
from fractions import Fraction
from itertools import islice, permutations, product

import numpy as np
import pytest
import sympy
from hypothesis import find, given
from hypothesis import strategies as st

from lambdadet import strategies as some
from lambdadet.bulk import LIMIT, asm_chunks
from lambdadet.matrices import (
    AlternatingSignMatrix,
    alternating_sign_matrices,
    count_asms,
    count_asms_by_first_row,
)
from tests.lambdadet import asm_definitions as brute

A005130 = (1, 2, 7, 42, 429, 7436, 218348, 10850216, 911835460)
A048601 = (
    (1,),
    (1, 1),
    (2, 3, 2),
    (7, 14, 14, 7),
    (42, 105, 135, 105, 42),
    (429, 1287, 2002, 2002, 1287, 429),
)
CENTRE = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_matrices_are_those_of_the_definition_and_in_order(n):
    assert [a.rows for a in alternating_sign_matrices(n)] == list(brute.asms(n))


def test_a_matrix_is_accepted_exactly_when_the_definition_holds():
    good = set(brute.asms(3))
    for entries in product((-1, 0, 1), repeat=9):
        rows = (entries[:3], entries[3:6], entries[6:])
        try:
            assert AlternatingSignMatrix(rows).rows in good
        except ValueError:
            assert rows not in good


@pytest.mark.parametrize("n", range(1, 7))
def test_counts_are_golden(n):
    listed = list(alternating_sign_matrices(n))
    assert len(set(listed)) == len(listed) == A005130[n - 1] == count_asms(n)
    columns = Counter(a.first_row_column for a in listed)
    assert tuple(columns[k] for k in range(1, n + 1)) == A048601[n - 1]
    assert count_asms_by_first_row(n) == A048601[n - 1]


def test_counts_by_formula_alone():
    assert tuple(map(count_asms, range(1, 10))) == A005130
    for n in range(1, 30):
        assert sum(count_asms_by_first_row(n)) == count_asms(n)
        assert count_asms_by_first_row(n + 1)[0] == count_asms(n)


@pytest.mark.parametrize("n", range(1, 6))
def test_two_and_three_enumeration(n):
    powers = Counter(a.negative_ones for a in alternating_sign_matrices(n))
    assert sum(2**k * number for k, number in powers.items()) == 2 ** (n * (n - 1) // 2)
    three = (1, 2, 9, 90, 2025)
    assert sum(3**k * number for k, number in powers.items()) == three[n - 1]


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


@pytest.mark.parametrize(
    "function", [alternating_sign_matrices, count_asms, count_asms_by_first_row, asm_chunks]
)
@pytest.mark.parametrize(("n", "error"), [(0, ValueError), (-1, ValueError), (2.0, TypeError)])
def test_sizes_are_refused_at_once(function, n, error):
    with pytest.raises(error, match="n must be"):
        function(n)


def test_turns_are_integers():
    with pytest.raises(TypeError, match=r"turns must be an integer, got 1\.0"):
        CENTRE.rotate(1.0)


def test_listing_is_lazy():
    assert len(list(islice(alternating_sign_matrices(30), 5))) == 5


@pytest.mark.parametrize(
    ("n", "chunk"), [(n, c) for n in range(1, 6) for c in (1, 2, 5, 100, 10**6)]
)
def test_chunks_hold_each_matrix_once(n, chunk):
    arrays = list(asm_chunks(n, chunk))
    found = [array.tolist() for array in arrays]
    assert all(array.dtype == np.int8 and 1 <= len(array) <= chunk for array in arrays)
    matrices = [tuple(map(tuple, rows)) for array in found for rows in array]
    assert len(matrices) == count_asms(n)
    assert set(matrices) == {a.rows for a in alternating_sign_matrices(n)}


def test_chunks_share_no_memory():
    first, second = islice(asm_chunks(4, 10), 2)
    before = second.copy()
    first[:] = 7
    assert np.array_equal(second, before)


def are_alternating(array):
    """Whether all matrices of a chunk are alternating: all partial sums are 0 or 1, totals 1."""
    for axis in (1, 2):
        sums = array.cumsum(axis=axis, dtype=np.int8)
        if sums.min() < 0 or sums.max() > 1 or not sums.take(-1, axis=axis).all():
            return False
    return True


def test_seven_in_bulk():
    keys = set()
    for array in asm_chunks(7):
        assert are_alternating(array)
        keys.update(map(bytes, array.reshape(len(array), -1)))
    assert len(keys) == A005130[6]


@pytest.mark.slow
def test_eight_in_bulk():
    total, columns = 0, np.zeros(8, int)
    for array in asm_chunks(8):
        assert are_alternating(array)
        total += len(array)
        columns += array[:, 0].sum(axis=0, dtype=int)
    assert total == A005130[7]
    assert tuple(columns.tolist()) == count_asms_by_first_row(8)


def test_bulk_refuses_too_many():
    assert count_asms(8) <= LIMIT < count_asms(9)
    with pytest.raises(ValueError, match=r"911835460 matrices, more .* pass limit=911835460"):
        asm_chunks(9)
    assert len(next(asm_chunks(9, 1000, limit=10**9))) <= 1000
    with pytest.raises(ValueError, match="chunk must be at least 1, got 0"):
        asm_chunks(3, 0)


def test_strategy_draws_every_small_matrix_and_shrinks():
    wanted = set(alternating_sign_matrices(3))
    for a in wanted:
        assert find(some.alternating_sign_matrices(min_size=3, max_size=3), a.__eq__) == a
    strategy = some.alternating_sign_matrices()
    assert find(strategy, lambda a: True).rows == ((1,),)
    assert find(strategy, lambda a: a.negative_ones > 0) == CENTRE
    assert find(strategy, lambda a: a.inversion_number == 1).rows == ((0, 1), (1, 0))


@given(some.alternating_sign_matrices(min_size=2, max_size=5))
def test_strategy_keeps_its_sizes(a):
    assert 2 <= a.size <= 5
    assert AlternatingSignMatrix(a.rows) == a


def test_strategy_refuses():
    with pytest.raises(ValueError, match="max_size must be at least 3, got 2"):
        some.alternating_sign_matrices(min_size=3, max_size=2)
