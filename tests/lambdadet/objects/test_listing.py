"""Listing: the definition, the order, symmetric ones filtered from all, lazy, refused."""

from itertools import islice

import pytest

from lambdadet.objects.bulk import asm_chunks
from lambdadet.objects.counts import count_asms, count_asms_by_first_row
from lambdadet.objects.listing import alternating_sign_matrices, next_rows, symmetric_asms
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.objects.symmetry import MOVES, is_symmetric
from tests.lambdadet import definitions as brute


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_matrices_are_those_of_the_definition_and_in_order(n):
    assert [a.rows for a in alternating_sign_matrices(n)] == list(brute.asms(n))


def test_listing_is_lazy():
    assert len(list(islice(alternating_sign_matrices(30), 5))) == 5


@pytest.mark.slow
def test_any_size_can_be_begun():
    """Nothing recurs: a thousand rows are no deeper than three."""
    first = next(alternating_sign_matrices(1100))
    assert all(row[i] == 1 for i, row in enumerate(first.rows))
    second = list(islice(alternating_sign_matrices(200), 2))[1]
    assert second.rows[-2:] == ((0,) * 199 + (1,), (0,) * 198 + (1, 0))
    row = next(next_rows((0, 1) * 2000))
    assert sum(row) == 1
    states = [1] * 3000 + [0]
    assert list(next_rows(states)) == [(0,) * 3000 + (1,)]  # a 1 can stand nowhere else


@pytest.mark.parametrize("n", [60, 61, 63, 100])
@pytest.mark.parametrize("symmetry", MOVES)
def test_any_size_of_a_symmetry_can_be_begun(n, symmetry):
    first = next(symmetric_asms(n, symmetry), None)
    if first is None:
        assert symmetry == "vertical"
        assert n % 2 == 0
    else:
        assert AlternatingSignMatrix(first.rows) == first
        assert is_symmetric(first, symmetry)


def test_no_quarter_turn_at_two_modulo_four():
    assert list(symmetric_asms(2, "quarter-turn")) == list(symmetric_asms(6, "quarter-turn")) == []
    assert next(symmetric_asms(1002, "quarter-turn"), None) is None


@pytest.mark.parametrize(
    "function", [alternating_sign_matrices, count_asms, count_asms_by_first_row, asm_chunks]
)
@pytest.mark.parametrize(("n", "error"), [(0, ValueError), (-1, ValueError), (2.0, TypeError)])
def test_sizes_are_refused_at_once(function, n, error):
    with pytest.raises(error, match="n must be"):
        function(n)


@pytest.mark.parametrize("symmetry", MOVES)
@pytest.mark.parametrize("n", range(1, 6))
def test_listed_are_those_of_all_that_are_symmetric(n, symmetry):
    expected = [a for a in alternating_sign_matrices(n) if is_symmetric(a, symmetry)]
    assert list(symmetric_asms(n, symmetry)) == expected


@pytest.mark.slow
@pytest.mark.parametrize("symmetry", MOVES)
def test_numbers_are_golden(symmetry):
    sizes = range(1, min(len(brute.SYMMETRIC[symmetry]), 8) + 1)
    assert (
        tuple(sum(1 for _ in symmetric_asms(n, symmetry)) for n in sizes)
        == (brute.SYMMETRIC[symmetry][: len(sizes)])
    )


@pytest.mark.parametrize("symmetry", ["vertical", "quarter-turn"])
def test_numbers_at_nine(symmetry):
    assert sum(1 for _ in symmetric_asms(9, symmetry)) == brute.SYMMETRIC[symmetry][8]


def test_bad_input():
    with pytest.raises(ValueError, match=r"symmetry must be one of vertical, half-turn, .* 'odd'"):
        symmetric_asms(3, "odd")
    with pytest.raises(ValueError, match="n must be at least 1, got 0"):
        symmetric_asms(0, "diagonal")
