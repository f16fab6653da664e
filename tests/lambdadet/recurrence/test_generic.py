"""The recurrence with letters."""

import pytest

from lambdadet.recurrence.generic import generic_octahedron


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_generic_levels_start_with_the_given_ones(n):
    levels = list(generic_octahedron(n))
    assert len(levels) == n + 1
    assert str(levels[1][0][0]) == "x_11"
    if n > 1:
        assert str(levels[0][1][1]) == "y_22"
