"""The picture of a pyramid: every value at its place."""

import pytest

from lambdadet.drawing.pyramid import draw_pyramid
from lambdadet.recurrence.octahedron import octahedron
from tests.lambdadet.drawing.shown import polygons, texts

LEVELS = octahedron(None, [[1, 2, 3], [4, 5, 6], [7, 8, 10]])


def test_pyramid():
    picture = draw_pyramid(LEVELS)
    assert len(polygons(picture, "levels")) == 4
    written = {gid: text.get_text() for gid, text in texts(picture).items()}
    expected = {
        f"x{k}-{i}-{j}": str(value)
        for k, level in enumerate(LEVELS)
        for i, row in enumerate(level, 1)
        for j, value in enumerate(row, 1)
    }
    assert written == expected | {f"level-{k}": f"x[{k}]" for k in range(4)}
    assert written["x3-1-1"] == "-3"
    places = {gid: text.get_position() for gid, text in texts(picture).items()}
    assert places["x3-1-1"][1] < places["x2-1-1"][1] < places["x2-2-1"][1] < places["x1-1-1"][1]
    assert places["x1-2-1"][0] < places["x1-1-1"][0] < places["x1-1-2"][0]


@pytest.mark.parametrize(
    ("draw", "error", "message"),
    [
        (lambda: draw_pyramid(3), TypeError, "levels must be"),
        (lambda: draw_pyramid([]), ValueError, r"each smaller by one, got sizes \[\]"),
        (lambda: draw_pyramid(LEVELS[::2]), ValueError, r"got sizes \[4, 2\]"),
        (lambda: draw_pyramid([[[1, 2], [3]], [[1]]]), ValueError, "levels must be squares"),
        (lambda: draw_pyramid([[[10**60] * 2] * 2, [[1]]]), ValueError, "up to 61 characters"),
    ],
)
def test_bad_input(draw, error, message):
    with pytest.raises(error, match=message):
        draw()
