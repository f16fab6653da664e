"""What a symmetry asks."""

import pytest

from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.symmetry import is_symmetric


def test_a_square_moves_as_named():
    for a in alternating_sign_matrices(4):
        assert is_symmetric(a, "vertical") == (a.mirror() == a)
        assert is_symmetric(a, "half-turn") == (a.rotate(2) == a)
        assert is_symmetric(a, "quarter-turn") == (a.rotate() == a)
        assert is_symmetric(a, "diagonal") == (a.transpose() == a)


def test_bad_input():
    with pytest.raises(ValueError, match="symmetry must be one of"):
        is_symmetric(next(alternating_sign_matrices(2)), ["diagonal"])
