"""Every picture: both themes, the same SVG every time, cells that are entries, what is refused."""

import numpy as np
import pytest
from matplotlib.colors import to_hex

import semicircular as s
from semicircular import NumeratorMatrix, block_projection, certificate
from semicircular.drawing import sheet
from semicircular.drawing.sheet import OUTSIDE
from termwise.pictures import THEMES

PICTURES = [
    lambda **theme: s.draw_numerators(6, "odd", **theme),
    lambda **theme: s.draw_block(block_projection(3, "square"), **theme),
    lambda **theme: s.draw_words(4, **theme),
    lambda **theme: s.draw_rays(4, **theme),
    lambda **theme: s.draw_column(block_projection(6), (2, 1), **theme),
    lambda **theme: s.draw_certificate(certificate("121", 1, 12), **theme),
    lambda **theme: s.draw_central_bound("12", 20, **theme),
    lambda **theme: s.draw_spectrum(6, **theme),
]


@pytest.mark.slow
@pytest.mark.parametrize("draw", PICTURES, ids=range(len(PICTURES)))
def test_both_themes_and_the_same_every_time(draw):
    picture = draw(theme="light")
    light, dark = picture.svg(), draw(theme="dark").svg()
    assert light == draw(theme="light").svg() != dark
    assert THEMES["dark"].ground in dark
    assert f"<title>{picture.says.replace('<', '&lt;').replace('>', '&gt;')}</title>" in light
    with pytest.raises(ValueError, match="theme must be light or dark"):
        draw(theme="pink")


@pytest.fixture
def drawn(monkeypatch):
    """What is handed to the sheet: the integers of the picture."""
    seen, upwards = [], []
    true = sheet.matrix_sheet

    def watched(values, **options):
        seen.append(np.array(values))
        upwards.append(options.get("upwards", False))
        return true(values, **options)

    for module in ("numerators", "blocks", "words", "rays", "columns"):
        monkeypatch.setattr(f"semicircular.drawing.{module}.matrix_sheet", watched)
    return seen, upwards


def test_cells_are_numerators(drawn):
    drawn, upwards = drawn
    s.draw_numerators(4)
    assert drawn[-1].tolist() == NumeratorMatrix()[:9, :9].tolist()
    s.draw_column(block_projection(3), (1, 0))
    assert drawn[-1][3, 3] == OUTSIDE
    assert drawn[-1][0, 1] == s.numerator((1, 0), (1, 0))
    assert drawn[-1][0, 3] == s.numerator((1, 0), (3, 0))
    twisted = block_projection(3, "anticommutator")  # where a and b are not alike
    s.draw_column(twisted, (1, 0))
    assert [drawn[-1][2, 1], drawn[-1][1, 2]] == [twisted[p, (1, 0)] * 6 for p in ((1, 2), (2, 1))]
    assert drawn[-1][2, 1] != drawn[-1][1, 2]
    s.draw_rays(3)
    assert upwards == [False, True, True, True]
    p = s.projection(1, 3)
    assert drawn[-1][1, 2] == p["112", "121"] * s.denominator(2, 2)
    assert drawn[-1][0, 0] == 3
    s.draw_words(2)
    assert drawn[-1].shape == (7, 7)
    assert drawn[-1][0].tolist() == [3, 0, 0, 0, 0, 0, 0]
    assert drawn[-1][2, 2] == s.numerator((0, 0), (0, 0))
    s.draw_block(block_projection(2))
    assert drawn[-1][0].tolist() == [3, -1, 2, -1, 0, 0]


def test_rows_go_down_or_up():
    """Row 0 of the image is the highest; a letter says which colour an entry has."""
    values = np.array([[0, 1], [-1, 2]])
    for upwards in (False, True):
        canvas, _ = sheet.matrix_sheet(values, theme="light", upwards=upwards)
        (image,) = canvas.axes.images
        found = np.array(image.get_array())[::-1] if upwards else np.array(image.get_array())
        assert to_hex(found[1, 0] / 255) == THEMES["light"].accent
        assert found[0, 0, 3] == 0  # the ground is behind


def test_a_curve_is_the_gap():
    axes = s.draw_spectrum(5).figure.axes[0]
    (line,) = (line for line in axes.lines if line.get_gid() == "gap")
    assert line.get_ydata() == pytest.approx([s.gap(d) for d in range(1, 6)])
    axes = s.draw_central_bound("12", 6).figure.axes[0]
    assert axes.lines[0].get_ydata() == pytest.approx([1 / 2, 1 / 2, 1 / 3, 1 / 3, 1 / 4])


@pytest.mark.parametrize(("theme", "dark_cells"), [("light", {"5"}), ("dark", {"1", "2"})])
def test_numbers_are_read_on_their_cells(theme, dark_cells):
    axes = s.draw_certificate(certificate("2", 1, 12), theme=theme).figure.axes[0]
    colours = {text.get_text(): text.get_color() for text in axes.texts}
    bright = max(THEMES[theme].ground, THEMES[theme].ink)
    assert {n for n in "12345" if colours[n] == bright} == dark_cells


@pytest.mark.parametrize("size", [1, 4, 25])
def test_colours_are_explained_inside_of_the_picture(size):
    block = s.draw_block(block_projection(size, "square"))
    for picture in (block, s.draw_certificate(certificate("2", 1, size))):
        page, axes = picture.figure.bbox, picture.figure.axes[0]
        said = [text for text in axes.texts if text.get_gid() in ("caption", "legend")]
        assert len(said) == (1 if picture is block else 3)
        for box in (text.get_window_extent() for text in said):
            assert page.x0 < box.x0 < box.x1 < page.x1
            assert page.y0 < box.y0 < box.y1 < page.y1


def test_objects_show_themselves():
    for thing in (block_projection(3), certificate("12", 1, 6), NumeratorMatrix("odd")):
        assert "<svg" in thing._repr_mimebundle_()["image/svg+xml"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: s.draw_numerators(0, "odd"), "size must be 1 to 60"),
        (lambda: s.draw_numerators(61), "size must be 0 to 60"),
        (lambda: s.draw_block(block_projection(26)), "size must be 0 to 25"),
        (lambda: s.draw_words(12), "the number of words must be 1 to 700"),
        (lambda: s.draw_words(10**30), "degree must be 0 to 700"),
        (lambda: s.draw_words(2, 3, 2), "letter must be one of 1..2"),
        (lambda: s.draw_rays(10), "length must be 0 to 9"),
        (lambda: s.draw_column(block_projection(3), (2, 2)), "block of size 3"),
        (lambda: s.draw_certificate(certificate("2", 1, 150)), "the block must be 0 to 100"),
        (lambda: s.draw_central_bound("12", 1), "degree must be 2 to 10000"),
        (lambda: s.draw_spectrum(0), "size must be 1 to 100"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ValueError, match=message):
        call()
