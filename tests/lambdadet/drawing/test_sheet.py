"""What holds of every picture: themes, one text twice, texts that can be read, a light import."""

import subprocess
import sys
from functools import cache
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from lambdadet import octahedron
from lambdadet.drawing.heights import MOST_NUMBERS, draw_heights
from lambdadet.drawing.ice import MOST_ARROWS, draw_six_vertex
from lambdadet.drawing.lattice import draw_lattice
from lambdadet.drawing.loops import MOST_NUMBERED, draw_loops
from lambdadet.drawing.matrix import MOST_SIGNS, draw_matrix
from lambdadet.drawing.pyramid import draw_pyramid
from lambdadet.drawing.tilings import MOST_DOMINOES, draw_tiling
from lambdadet.sampling.matrices import random_asm
from lambdadet.sampling.tilings import random_tiling
from termwise.pictures import THEMES
from tests.lambdadet.drawing.shown import ticks

LEVELS = octahedron(None, [[1, 2, 3], [4, 5, 6], [7, 8, 10]])
PICTURES = {
    "matrix": (draw_matrix, random_asm(12, rng=1)),
    "matrix-pixels": (draw_matrix, random_asm(MOST_SIGNS + 1, rng=1)),
    "heights": (draw_heights, random_asm(MOST_NUMBERS, rng=1)),
    "heights-pixels": (draw_heights, random_asm(MOST_NUMBERS + 1, rng=1)),
    "tiling": (draw_tiling, random_tiling(12, rng=1)),
    "tiling-pixels": (draw_tiling, random_tiling(MOST_DOMINOES + 1, rng=1)),
    "six-vertex": (draw_six_vertex, random_asm(6, rng=1)),
    "six-vertex-pixels": (draw_six_vertex, random_asm(MOST_ARROWS + 1, rng=1)),
    "loops": (draw_loops, random_asm(MOST_NUMBERED, rng=1)),
    "lattice": (draw_lattice, 4),
    "pyramid": (draw_pyramid, LEVELS),
}


@cache
def drawn(name, theme):
    return again(name, theme)


def again(name, theme):
    draw, what = PICTURES[name]
    return draw(what, theme=theme)


@pytest.mark.slow
@pytest.mark.parametrize("name", PICTURES)
def test_themes_and_determinism(name):
    """Both themes have their own ground, and one picture is one text, twice."""
    found = {}
    for theme in THEMES:
        picture = drawn(name, theme)
        svg = found[theme] = picture.svg()
        assert svg == again(name, theme).svg()
        assert ("prefers-color-scheme: dark" in picture._repr_svg_()) == (theme == "light")
        assert f"fill: {THEMES[theme].ground}" in svg
        assert picture.says in svg
        assert picture.figure.get_size_inches()[0] * 2.54 < 10.01
    assert found["light"] != found["dark"]


@pytest.mark.slow
@pytest.mark.parametrize("name", PICTURES)
def test_texts_do_not_overlap_and_can_be_read(name):
    picture = drawn(name, "light")
    figure = picture.figure
    FigureCanvasAgg(figure).draw()
    written = [text for axes in figure.axes for text in (*axes.texts, *ticks(axes))]
    assert all(text.get_fontsize() >= 4 for text in written)
    boxes = [text.get_window_extent() for text in written]
    for box in boxes:
        assert figure.bbox.x0 <= box.x0 < box.x1 <= figure.bbox.x1
        assert figure.bbox.y0 <= box.y0 < box.y1 <= figure.bbox.y1
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))
    if name not in ("matrix-pixels", "tiling", "tiling-pixels", "six-vertex"):
        assert written


@pytest.mark.parametrize("name", PICTURES)
def test_unknown_theme(name):
    with pytest.raises(ValueError, match="theme must be light or dark, got 'pink'"):
        drawn(name, "pink")


def test_import_is_light():
    code = "import sys, lambdadet; raise SystemExit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
