"""Pictures of six-vertex states: arrows, dots, kinds of vertices."""

import numpy as np
import pytest
from hypothesis import given, settings

from lambdadet import strategies as some
from lambdadet.drawing.ice import ARROWS, KINDS, MOST_ARROWS, draw_six_vertex
from lambdadet.drawing.matrix import SIGNS
from lambdadet.models.ice import SixVertexState
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.sampling.matrices import random_asm
from tests.lambdadet.drawing.shown import SVG, groups, pixels, polygons


@pytest.mark.slow
@settings(max_examples=12)
@given(some.alternating_sign_matrices())
def test_arrows(a):
    state = SixVertexState.from_asm(a)
    n = a.size
    picture = draw_six_vertex(a)
    numbers = [len(polygons(picture, name)) for name in ("right-and-up", "left-and-down")]
    edges = [edge for row in (*state.horizontal, *state.vertical) for edge in row]
    said = [text.get_text() for text in picture.figure.axes[0].texts]
    assert said == ["right and up", "left and down", "1", "\N{MINUS SIGN}1"]
    assert numbers == [edges.count(0), edges.count(1)]
    assert sum(numbers) == 2 * n * (n + 1)
    for name, value in (("ones", 1), ("minus-ones", -1)):
        dots = list(groups(picture)[name].iter(f"{SVG}use")) if name in groups(picture) else []
        assert len(dots) == sum(row.count(value) for row in a.rows)


def test_states_show_themselves():
    a = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])
    state, picture = SixVertexState.from_asm(a), draw_six_vertex(a)
    assert picture.svg() == draw_six_vertex(state).svg()
    assert state._repr_mimebundle_() == picture._repr_mimebundle_()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_arrows_and_dots_have_four_colours(theme):
    assert len({*ARROWS[theme], *(colour for _, colour in SIGNS.values())}) == 4


def test_arrows_point_as_the_edges_say():
    """One vertex c1 at (0.7, 0.7): in from the left and the right, out above and below."""
    picture = draw_six_vertex(SixVertexState([[0, 1]], [[0], [1]]))
    right_and_up, left_and_down = (
        sorted(arrow[0].round(6).tolist() for arrow in polygons(picture, name))
        for name in ("right-and-up", "left-and-down")
    )
    assert right_and_up == [[0.55, 0.7], [0.7, 0.15]]
    assert left_and_down == [[0.7, 1.25], [0.85, 0.7]]


def test_large_state_is_an_image():
    a = random_asm(MOST_ARROWS + 1, rng=1)
    picture, state = draw_six_vertex(a), SixVertexState.from_asm(a)
    steps = range(1, a.size + 1)
    assert pixels(picture) == [[KINDS[state.vertex(i, j)] for j in steps] for i in steps]
    assert [text.get_text() for text in picture.figure.axes[0].texts] == sorted(KINDS)


@pytest.mark.parametrize(
    ("draw", "error", "message"),
    [
        (lambda: draw_six_vertex([[1]]), TypeError, "state must be a SixVertexState or"),
        (
            lambda: draw_six_vertex(AlternatingSignMatrix(np.eye(1001, dtype=int))),
            ValueError,
            "state must have 1 to 1000 rows",
        ),
    ],
)
def test_bad_input(draw, error, message):
    with pytest.raises(error, match=message):
        draw()
