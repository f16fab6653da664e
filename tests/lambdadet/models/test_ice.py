"""Six-vertex states."""

from collections import Counter

import pytest

from lambdadet.models.ice import SixVertexState
from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.matrix import AlternatingSignMatrix

CENTRE = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])


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


def test_a_state_shows_itself():
    assert str(SixVertexState.from_asm(CENTRE)).splitlines()[:3] == [
        "  ^   ^   ^",
        "> . > . < . <",
        "  ^   v   ^",
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


def test_other_bad_input():
    state = SixVertexState.from_asm(CENTRE)
    with pytest.raises(ValueError, match=r"vertex must be in 1..3 twice, got \(0, 1\)"):
        state.vertex(0, 1)
    with pytest.raises(TypeError, match="must be integers"):
        SixVertexState([[0, 1.0]], [[0], [1]])
