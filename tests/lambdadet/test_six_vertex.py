"""Six-vertex states, fully packed loops, gyration."""

import pickle
from collections import Counter

import pytest
from hypothesis import given

from lambdadet import strategies as some
from lambdadet.matrices import AlternatingSignMatrix, alternating_sign_matrices
from lambdadet.six_vertex import FullyPackedLoop, SixVertexState

CENTRE = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])


def turned(pattern, n, steps):
    """The link pattern with every end moved on by some steps, modulo 2n."""
    moved = (sorted((end - 1 + steps) % (2 * n) + 1 for end in link) for link in pattern)
    return tuple(sorted(map(tuple, moved)))


def crosses(pattern):
    return any(a < c < b < d for a, b in pattern for c, d in pattern)


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


def test_vertices_are_entries():
    for a in alternating_sign_matrices(4):
        state = SixVertexState.from_asm(a)
        for i, row in enumerate(a.rows, 1):
            for j, entry in enumerate(row, 1):
                kind = state.vertex(i, j)
                assert {1: "c1", -1: "c2"}.get(entry, kind) == kind
                assert (kind in ("c1", "c2")) == bool(entry)


def test_inversions_are_vertices():
    """inv(A) - N(A) counts the vertices with all edges 0; their number equals those with all 1."""
    for a in alternating_sign_matrices(4):
        state = SixVertexState.from_asm(a)
        kinds = Counter(state.vertex(i, j) for i in range(1, 5) for j in range(1, 5))
        assert kinds["a1"] == kinds["a2"] == a.inversion_number - a.negative_ones
        assert kinds["b1"] == kinds["b2"]
        assert kinds["c1"] - kinds["c2"] == 4


def test_they_show_themselves():
    assert str(SixVertexState.from_asm(CENTRE)).splitlines()[:3] == [
        "  ^   ^   ^",
        "> . > . < . <",
        "  ^   v   ^",
    ]
    assert str(FullyPackedLoop.from_asm(CENTRE)).splitlines()[:3] == [
        "  |       |",
        "  .---.---.",
        "",
    ]


@pytest.mark.parametrize(
    ("horizontal", "vertical", "says"),
    [
        ([], [], "horizontal must have at least 1 row"),
        ([[0, 1]], [[0]], "vertical must be 2 rows of 1 edges"),
        ([[0, 1, 1]], [[0], [1]], "horizontal must be 1 rows of 2 edges"),
        ([[0, 2]], [[0], [1]], "horizontal must have edges 0 and 1"),
        ([[1, 1]], [[0], [1]], r"left edges of domain walls must be 0, got \[1\]"),
        ([[0, 1]], [[0], [0]], r"lower edges of domain walls must be 1, got \[0\]"),
        (
            [[0, 0, 1], [0, 0, 1]],
            [[0, 0], [1, 1], [1, 1]],
            r"vertex \(1, 1\) must have two arrows in and two out, got .* \(0, 0, 0, 1\)",
        ),
    ],
)
def test_states_refuse(horizontal, vertical, says):
    with pytest.raises(ValueError, match=says):
        SixVertexState(horizontal, vertical)


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
    state = SixVertexState.from_asm(CENTRE)
    with pytest.raises(ValueError, match=r"vertex must be in 1..3 twice, got \(0, 1\)"):
        state.vertex(0, 1)
    with pytest.raises(TypeError, match="must be integers"):
        SixVertexState([[0, 1.0]], [[0], [1]])
    with pytest.raises(TypeError, match="matrix must be an AlternatingSignMatrix"):
        FullyPackedLoop.from_asm([[1]])
