"""Listing: the definition, the order, symmetric ones filtered from all, lazy, refused."""

from itertools import islice

import pytest

from lambdadet.objects.bulk import asm_chunks
from lambdadet.objects.counts import count_asms, count_asms_by_first_row
from lambdadet.objects.listing import alternating_sign_matrices, symmetric_asms
from lambdadet.objects.symmetry import MOVES, is_symmetric
from tests.lambdadet import definitions as brute


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_matrices_are_those_of_the_definition_and_in_order(n):
    assert [a.rows for a in alternating_sign_matrices(n)] == list(brute.asms(n))


def test_listing_is_lazy():
    assert len(list(islice(alternating_sign_matrices(30), 5))) == 5


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
