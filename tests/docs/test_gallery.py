"""Every text of the gallery can be read on what it lies on, in both themes."""

import ast
from pathlib import Path

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgba
from matplotlib.text import Text

from termwise.pictures import THEMES, blend, contrast

GALLERY = sorted((Path(__file__).parents[2] / "docs" / "pictures").glob("draw_*.py"))

LEAST = 3


def drawn(path):
    *setup, last = ast.parse(path.read_text()).body
    names = {}
    exec(compile(ast.Module(setup, []), str(path), "exec"), names)
    return eval(compile(ast.Expression(last.value), str(path), "eval"), names)


def contrasts(picture):
    """Return the contrast of every text in sight with what is behind its middle."""
    canvas = FigureCanvasAgg(picture.figure)
    canvas.draw()
    plain = [axes for axes in picture.figure.axes if not axes.axison]
    hidden = {t for axes in plain for axis in (axes.xaxis, axes.yaxis) for t in axis.findobj(Text)}
    written = [
        (text, text.get_window_extent(), text.get_alpha())
        for text in picture.figure.findobj(Text)
        if text.get_text().strip() and text.get_visible() and text not in hidden
    ]
    for text, _, _ in written:
        text.set_alpha(0)
    canvas.draw()
    behind = np.asarray(canvas.buffer_rgba())[::-1, :, :3] / 255
    found = {}
    for text, box, alpha in written:
        x, y = round((box.x0 + box.x1) / 2), round((box.y0 + box.y1) / 2)
        if 0 <= x < behind.shape[1] and 0 <= y < behind.shape[0]:
            ground = to_hex(behind[y, x])
            colour = to_hex(to_rgba(text.get_color()))
            seen = blend(colour, ground, 1 if alpha is None else alpha)
            found[text.get_text(), seen, ground] = contrast(seen, ground)
    return found


def test_quiet_text_can_be_read():
    for theme in THEMES.values():
        assert contrast(theme.quiet, theme.ground) >= 4.5
        assert contrast(theme.ink, theme.ground) > contrast(theme.quiet, theme.ground)


@pytest.mark.slow
@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_texts_of_the_gallery_can_be_read(path):
    picture = drawn(path)
    for each in (picture, picture._in_the_dark()):
        found = contrasts(each)
        assert {text: value for text, value in found.items() if value < LEAST} == {}
