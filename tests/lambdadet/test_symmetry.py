"""Symmetry classes: filtered from all, counted, refused."""

import pytest

from lambdadet.matrices import alternating_sign_matrices
from lambdadet.symmetry import MOVES, count_symmetric_asms, is_symmetric, symmetric_asms

GOLDEN = {  # n = 1, 2, ..
    "vertical": (1, 0, 1, 0, 3, 0, 26, 0, 646),  # A005156 at odd n
    "half-turn": (1, 2, 3, 10, 25, 140, 588, 5544, 39204),  # A005158
    "quarter-turn": (1, 0, 1, 2, 3, 0, 12, 40, 100),
    "diagonal": (1, 2, 5, 16, 67, 368, 2630, 24376),
}


@pytest.mark.parametrize("symmetry", MOVES)
@pytest.mark.parametrize("n", range(1, 6))
def test_listed_are_those_of_all_that_are_symmetric(n, symmetry):
    expected = [a for a in alternating_sign_matrices(n) if is_symmetric(a, symmetry)]
    assert list(symmetric_asms(n, symmetry)) == expected


@pytest.mark.parametrize("symmetry", MOVES)
def test_numbers_are_golden(symmetry):
    sizes = range(1, min(len(GOLDEN[symmetry]), 8) + 1)
    assert (
        tuple(sum(1 for _ in symmetric_asms(n, symmetry)) for n in sizes)
        == (GOLDEN[symmetry][: len(sizes)])
    )


@pytest.mark.parametrize("symmetry", ["vertical", "quarter-turn"])
def test_numbers_at_nine(symmetry):
    assert sum(1 for _ in symmetric_asms(9, symmetry)) == GOLDEN[symmetry][8]


@pytest.mark.parametrize("symmetry", ["vertical", "half-turn", "quarter-turn"])
def test_formulas_are_golden(symmetry):
    found = tuple(count_symmetric_asms(n, symmetry) for n in range(1, 10))
    assert found == GOLDEN[symmetry]


def test_a_square_moves_as_named():
    for a in alternating_sign_matrices(4):
        assert is_symmetric(a, "vertical") == (a.mirror() == a)
        assert is_symmetric(a, "half-turn") == (a.rotate(2) == a)
        assert is_symmetric(a, "quarter-turn") == (a.rotate() == a)
        assert is_symmetric(a, "diagonal") == (a.transpose() == a)


def test_bad_input():
    with pytest.raises(ValueError, match=r"symmetry must be one of vertical, half-turn, .* 'odd'"):
        symmetric_asms(3, "odd")
    with pytest.raises(ValueError, match="symmetry must be one of"):
        is_symmetric(next(alternating_sign_matrices(2)), ["diagonal"])
    with pytest.raises(ValueError, match="n must be at least 1, got 0"):
        symmetric_asms(0, "diagonal")
    with pytest.raises(ValueError, match="diagonal has none"):
        count_symmetric_asms(3, "diagonal")
    with pytest.raises(ValueError, match="symmetry must be one of"):
        count_symmetric_asms(3, "odd")
    with pytest.raises(TypeError, match="n must be an integer"):
        count_symmetric_asms("3", "vertical")
