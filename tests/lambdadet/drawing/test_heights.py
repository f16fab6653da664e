"""Pictures of heights: numbers and shades."""

from itertools import chain

import numpy as np
import pytest

from lambdadet.drawing.heights import MOST_NUMBERS, draw_heights
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.sampling.matrices import random_asm
from tests.lambdadet.drawing.shown import pixels, texts, ticks


def test_heights():
    a = random_asm(6, rng=1)
    written = texts(draw_heights(a))
    assert {gid: text.get_text() for gid, text in written.items()} == {
        f"height-{i}-{j}": str(h)
        for i, row in enumerate(a.height_function)
        for j, h in enumerate(row)
    }
    assert written["height-0-6"].get_position() == (6.5, 0.5)
    shades = pixels(draw_heights(a))
    shade_of = dict(zip(chain(*a.height_function), chain(*shades), strict=True))
    assert len(set(shade_of.values())) == 7
    assert shades == [[shade_of[h] for h in row] for row in a.height_function]
    large = random_asm(MOST_NUMBERS + 1, rng=1)
    surface = draw_heights(large)
    assert surface.says.endswith("; one pixel a height")
    found = [row[:20] for row in pixels(surface)]
    shade_of = dict(zip(chain(*large.height_function), chain(*found), strict=True))
    assert len(set(shade_of.values())) == 20
    assert found == [[shade_of[h] for h in row] for row in large.height_function]
    assert ticks(surface.figure.axes[1])[0].get_text() == "0"


@pytest.mark.parametrize("n", [6, MOST_NUMBERS + 1])
def test_low_is_dark_and_high_is_light(n):
    identity = AlternatingSignMatrix(np.eye(n, dtype=int))
    shades = pixels(draw_heights(identity))
    assert shades[0][0] == shades[n][n] == shades[3][3] == "#440154"  # 0
    assert shades[0][n] == shades[n][0] == "#fde725"  # n


@pytest.mark.parametrize(
    ("draw", "error", "message"),
    [
        (lambda: draw_heights(3), TypeError, "matrix must be an AlternatingSignMatrix"),
        (
            lambda: draw_heights(AlternatingSignMatrix(np.eye(1001, dtype=int))),
            ValueError,
            "to be drawn, got 1001",
        ),
    ],
)
def test_bad_input(draw, error, message):
    with pytest.raises(error, match=message):
        draw()
