"""Pictures: the same text every time, in the colours of the theme, whole or not at all."""

import re
import subprocess
import sys
from xml.etree import ElementTree

import numpy as np
import pytest

from termwise.following import following
from termwise.pictures import COLOURS, THEMES, Canvas, Picture, blend, text_width, themed

SVG = "{http://www.w3.org/2000/svg}"


def a_line(theme="light"):
    canvas = Canvas.showing(0, 4, 0, 3, theme=theme)
    canvas.axes.plot([0, 4 / 3], [0, 3], color=canvas.theme.ink, gid="line")
    canvas.polygons([[(0, 0), (1, 0), (1, 1)], [(2, 2), (3, 2), (3, 3), (2, 3)]], gid="two")
    canvas.write(2, 1, "$a$ & b_1", gid="said")
    return canvas.picture("a line & more")


@pytest.mark.parametrize("theme", THEMES)
def test_svg_is_well_formed_and_the_same_every_time(theme):
    text = a_line(theme).svg()
    root = ElementTree.fromstring(text)
    assert text == a_line(theme).svg()
    assert root.find(f"{SVG}title").text == "a line & more"
    assert root.get("width") == "113.385827pt"  # 4 cm
    assert THEMES[theme].ground in text
    assert THEMES[theme].ink in text


def test_polygons_are_one_path_and_texts_are_text():
    root = ElementTree.fromstring(a_line().svg())
    groups = {g.get("id"): g for g in root.iter(f"{SVG}g")}
    (path,) = groups["two"].iter(f"{SVG}path")
    assert path.get("d").count("M") == path.get("d").count("z") == 2
    assert path.get("d").count("L") == 7 - 2
    assert [t.text for t in groups["said"].iter(f"{SVG}text")] == ["$a$ & b_1"]


def test_coordinates_of_paths_have_two_digits_and_texts_keep_theirs():
    canvas = Canvas.showing(0, 1, 0, 1)
    canvas.axes.plot([0, 1 / 3], [0, 1 / 7], gid="line")
    canvas.write(0.5, 0.5, "0.123456", gid="number")
    text = canvas.picture("digits").svg()
    assert "0.123456</text>" in text
    root = ElementTree.fromstring(text)
    (line,) = (g for g in root.iter(f"{SVG}g") if g.get("id") == "line")
    numbers = line.find(f"{SVG}path").get("d").replace("M", "").replace("L", "").split()
    assert all(len(number.partition(".")[2]) <= 2 for number in numbers)
    # A third of a centimetre, to the right of and above the lower left corner.
    assert [float(x) for x in numbers] == pytest.approx([0, 28.35, 9.45, 24.30], abs=0.011)


def test_no_polygons_is_nothing():
    canvas = Canvas.showing(0, 1, 0, 1)
    canvas.polygons(np.empty((0, 4, 2)), gid="none")
    assert not canvas.axes.patches


@pytest.mark.parametrize(
    ("name", "magic"), [("a.svg", b"<?xml"), ("b.PDF", b"%PDF"), ("c.png", b"\x89PNG")]
)
def test_save_writes_what_the_ending_says(tmp_path, name, magic):
    first = a_line().save(tmp_path / name).read_bytes()
    assert first.startswith(magic)
    assert a_line().save(str(tmp_path / name)).read_bytes() == first
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.gif", "svg", "a.svg.gz", ""])
def test_other_endings_are_refused(tmp_path, name):
    with pytest.raises(ValueError, match=r"path must end in \.svg, \.pdf or \.png, got"):
        a_line().save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_no_picture_is_half_written(tmp_path, monkeypatch):
    path = tmp_path / "a.png"
    path.write_text("before")
    picture = a_line()

    def breaks(part, **options):
        part.write_text("half")
        raise OSError("disk full")

    monkeypatch.setattr(picture.figure, "savefig", breaks)
    with pytest.raises(OSError, match="disk full"):
        picture.save(path)
    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["a.png"]


def test_faces():
    picture = a_line()
    assert isinstance(picture, Picture)
    assert repr(picture) == "<Picture: a line &amp; more>"
    assert picture._repr_svg_() == picture.svg()


def test_text_width_is_what_is_drawn():
    canvas = Canvas.showing(0, 10, 0, 1)
    canvas.write(5, 0.5, "(12,9,4,3,3)", gid="text", size=11)
    canvas.figure.dpi = 720  # fine enough for hinting not to matter
    (text,) = canvas.axes.texts
    drawn = text.get_window_extent().width / 720 * 2.54
    assert text_width("(12,9,4,3,3)", 11) == pytest.approx(drawn, rel=0.03)


def test_colours_can_be_told_from_their_ground():
    def brightness(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one, other):
        low, high = sorted((brightness(one), brightness(other)))
        return (high + 0.05) / (low + 0.05)

    for theme in THEMES.values():
        assert contrast(theme.ink, theme.ground) > 12
        for colour in (*theme.strokes, theme.accent):
            assert colour in COLOURS
            assert contrast(colour, theme.ground) > 2.2
    assert blend("#000000", "#ffffff", 0) == "#ffffff"


def test_no_global_state_changes_and_matplotlib_is_not_imported_before_a_picture():
    import matplotlib

    before = dict(matplotlib.rcParams)
    a_line().svg()
    assert dict(matplotlib.rcParams) == before
    code = (
        "import sys, cylindric.commands.main, termwise.pictures; print('matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize("axes", ["plain", "framed"])
def test_axes_have_the_colours_of_the_theme(axes):
    from matplotlib.colors import to_hex

    canvas = Canvas(4, 3, theme="dark", axes=axes)
    assert to_hex(canvas.axes.get_facecolor()) == THEMES["dark"].ground
    assert to_hex(canvas.axes.title.get_color()) == THEMES["dark"].ink
    assert canvas.axes.axison == (axes == "framed")


def test_pictures_follow_the_page():
    """What shows itself has both colours; without the dark ones it is the light picture."""

    @themed
    def drawn(*, theme="light"):
        canvas = Canvas.showing(0, 2, 0, 1, theme=theme)
        ink, faint, ground = canvas.theme.ink, canvas.theme.faint, canvas.theme.ground
        canvas.axes.plot([0, 1], [0, 1], color=ink, markerfacecolor=faint, marker="o", gid="line")
        canvas.write(1, 0.5, "white on both grounds", color="#ffffff")
        canvas.pixels(np.array([[0, 1]]), [ground, "#d55e00"], gid="pixels")
        canvas.pixels(np.array([[0, 1]]), [ink, ground], gid="inverse")
        return canvas.picture("two pixels")

    text = drawn()._repr_svg_()
    root = ElementTree.fromstring(text)
    (style,) = (e.text for e in root.findall(f"{SVG}style") if "prefers-color-scheme" in e.text)
    name, light, dark = re.search(r"\.(p\w{8})-", style)[1], THEMES["light"], THEMES["dark"]
    rules = dict(re.findall(rf"\.{name}-(\w+) {{(.*)}}", style))
    assert set(rules.values()) == {
        f"fill: {dark.ground} !important",
        f"stroke: {dark.ink} !important",
        f"fill: {dark.faint} !important; stroke: {dark.ink} !important",
        "display: none",
        "display: inline",
    }
    classes = {
        e.get("class").removeprefix(f"{name}-"): e.get("style")
        for e in root.iter()
        if e.get("class")
    }
    assert set(classes) == set(rules)
    for number, rule in rules.items():
        if number.isdigit():
            for kind, theirs in re.findall(r"(fill|stroke): (#\w+)", rule):
                (part,) = (
                    part for part in ("ground", "ink", "faint") if getattr(dark, part) == theirs
                )
                assert f"{kind}: {getattr(light, part)}" in classes[number]
    bare = re.sub(rf' class="{name}-\w+"', "", text.replace(f"<style>{style}</style>", ""))
    assert drawn().svg() == re.sub('<image display="none"[^>]*>', "", bare)
    assert "prefers-color-scheme" not in drawn(theme="dark")._repr_svg_() + drawn().svg()


def test_pictures_that_differ_in_more_than_colour_do_not_follow():
    light = '<svg a="1"><g style="fill: #ffffff"/></svg>'
    assert following(light, '<svg a="1"></svg>') == light


def test_the_ground_of_an_image_is_seen_through():
    canvas = Canvas.showing(0, 2, 0, 1)
    canvas.pixels(np.array([[0, 1]]), [canvas.theme.ground, "#d55e00"], gid="pixels")
    (image,) = canvas.axes.images
    assert image.get_array()[0, :, 3].tolist() == [0, 255]
