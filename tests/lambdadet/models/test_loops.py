"""Fully packed loops, their link patterns, gyration; with the states they are made of."""

import pickle
from collections import Counter

import pytest
from hypothesis import given

from lambdadet import strategies as some
from lambdadet.models.ice import SixVertexState
from lambdadet.models.loops import FullyPackedLoop
from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.matrix import AlternatingSignMatrix

CENTRE = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])


def turned(pattern, n, steps):
    """The link pattern with every end moved on by some steps, modulo 2n."""
    moved = (sorted((end - 1 + steps) % (2 * n) + 1 for end in link) for link in pattern)
    return tuple(sorted(map(tuple, moved)))


def crosses(pattern):
    return any(a < c < b < d for a, b in pattern for c, d in pattern)


@pytest.mark.slow
@pytest.mark.parametrize("n", range(1, 6))
def test_round_trips_and_gyration_on_all(n):
    images = set()
    for a in alternating_sign_matrices(n):
        state = SixVertexState.from_asm(a)
        loop = FullyPackedLoop.from_asm(a)
        assert state.to_asm() == loop.to_asm() == a
        assert eval(repr(state)) == state
        assert eval(repr(loop)) == loop
        image = loop.gyrate()
        assert image.link_pattern == turned(loop.link_pattern, n, -1)
        images.add(image)
        assert sorted(end for link in loop.link_pattern for end in link) == list(
            range(1, 2 * n + 1)
        )
        assert not crosses(loop.link_pattern)
    assert len(images) == sum(1 for _ in alternating_sign_matrices(n))


@given(some.alternating_sign_matrices(max_size=9))
def test_round_trips_and_gyration(a):
    loop = FullyPackedLoop.from_asm(a)
    assert loop.to_asm() == SixVertexState.from_asm(a).to_asm() == a
    assert loop.gyrate().link_pattern == turned(loop.link_pattern, a.size, -1)
    assert pickle.loads(pickle.dumps(loop)) == loop


def flipped(a, parities):
    """Reflect every height whose four neighbours agree in them, one parity after another."""
    n = a.size
    heights = [list(row) for row in a.height_function]
    for parity in parities:
        for i, j in ((i, j) for i in range(1, n) for j in range(1, n) if (i + j) % 2 == parity):
            around = {heights[i - 1][j], heights[i + 1][j], heights[i][j - 1], heights[i][j + 1]}
            if len(around) == 1:
                heights[i][j] = 2 * around.pop() - heights[i][j]
    return AlternatingSignMatrix.from_height_function(heights)


@given(some.alternating_sign_matrices(max_size=7))
def test_gyration_in_heights(a):
    image = FullyPackedLoop.from_asm(a).gyrate()
    assert image.to_asm() == flipped(a, (0, 1))
    assert flipped(image.to_asm(), (1, 0)) == a


def test_half_a_gyration_does_not_turn_the_pattern():
    for parity in (0, 1):
        assert not all(
            FullyPackedLoop.from_asm(flipped(a, [parity])).link_pattern
            == turned(FullyPackedLoop.from_asm(a).link_pattern, 4, -1)
            for a in alternating_sign_matrices(4)
        )


def test_link_patterns_of_four_have_the_known_numbers():
    """Razumov and Stroganov: the ground state 1, 3, 7 of the O(1) loop model on 8 ends."""
    patterns = Counter(
        FullyPackedLoop.from_asm(a).link_pattern for a in alternating_sign_matrices(4)
    )
    assert sorted(patterns.values()) == sorted([1] * 4 + [3] * 8 + [7] * 2)


def test_a_loop_shows_itself():
    assert str(FullyPackedLoop.from_asm(CENTRE)).splitlines()[:3] == [
        "  |       |",
        "  .---.---.",
        "",
    ]


@pytest.mark.parametrize(
    ("horizontal", "vertical", "says"),
    [
        ([[1, 1]], [[0], [0]], "every second edge"),
        (
            [[0, 0, 1], [1, 0, 0]],
            [[1, 0], [1, 0], [0, 1]],
            r"vertex \(1, 2\) must have 2 kept edges, got 1",
        ),
    ],
)
def test_loops_refuse(horizontal, vertical, says):
    with pytest.raises(ValueError, match=says):
        FullyPackedLoop(horizontal, vertical)


def test_other_bad_input():
    with pytest.raises(TypeError, match="matrix must be an AlternatingSignMatrix"):
        FullyPackedLoop.from_asm([[1]])
