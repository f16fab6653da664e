"""Pictures of matrices: signs and pixels are the entries."""

import numpy as np
import pytest
from hypothesis import given, settings

from lambdadet import strategies as some
from lambdadet.drawing.matrix import MOST_SIGNS, draw_matrix
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.sampling.matrices import random_asm
from termwise.pictures import THEMES
from tests.lambdadet.drawing.shown import SVG, groups, pixels, polygons


@pytest.mark.slow
@settings(max_examples=25)
@given(some.alternating_sign_matrices())
def test_matrix(a):
    picture = draw_matrix(a)
    for value, name, sign in ((1, "ones", "+"), (-1, "minus-ones", "\N{MINUS SIGN}")):
        places = {(j, i) for i, row in enumerate(a.rows) for j, x in enumerate(row) if x == value}
        found = polygons(picture, name)
        assert {tuple(square.min(axis=0)) for square in found} == places
        assert all(np.ptp(square, axis=0).tolist() == [1, 1] for square in found)
        signs = [t for t in picture.figure.axes[0].texts if t.get_text() == sign]
        assert {t.get_position() for t in signs} == {(x + 0.5, y + 0.5) for x, y in places}
    grid = list(groups(picture)["grid"].iter(f"{SVG}path"))
    assert len(grid) == 2 * (a.size + 1)


def test_large_matrix_is_an_image():
    a = random_asm(MOST_SIGNS + 1, rng=1)
    for theme in THEMES:
        picture = draw_matrix(a, theme=theme)
        assert picture.says.endswith("; one pixel an entry")
        names = {0: THEMES[theme].ground, 1: "#e69f00", -1: "#56b4e9"}
        assert pixels(picture) == [[names[entry] for entry in row] for row in a.rows]


@pytest.mark.parametrize(
    ("draw", "error", "message"),
    [
        (lambda: draw_matrix([[1]]), TypeError, "matrix must be an AlternatingSignMatrix"),
        (lambda: draw_matrix(AlternatingSignMatrix(())), ValueError, "1 to 1000 rows"),
    ],
)
def test_bad_input(draw, error, message):
    with pytest.raises(error, match=message):
        draw()
