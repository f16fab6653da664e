"""Pictures side by side: all is there once, as high as the highest, and nothing points astray."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from termwise import side_by_side
from termwise.pictures import Canvas, themed

SVG = "{http://www.w3.org/2000/svg}"


def sheet(width, height, says):
    canvas = Canvas(width, height)
    canvas.axes.plot([0, 1], [0, 1], gid="diagonal")
    return canvas.picture(says)


def test_pictures_are_side_by_side():
    strip = side_by_side(sheet(4, 3, "one"), sheet(5, 6, "two & more"), sheet(4, 3, "one"))
    root = ElementTree.fromstring(strip.svg())
    parts = root.findall(f"{SVG}svg")
    assert [part.find(f"{SVG}title").text for part in parts] == ["one", "two & more", "one"]
    assert root.find(f"{SVG}title").text == strip.says == "one; two & more; one"
    places = [(float(p.get("x")), float(p.get("width")), float(p.get("height"))) for p in parts]
    assert {round(height / 72 * 2.54, 3) for _, _, height in places} == {6}
    assert [round(width / 72 * 2.54, 2) for _, width, _ in places] == [8, 5, 8]
    for (x, width, _), (after, _, _) in pairwise(places):
        assert x + width < after
    assert strip.svg() == strip.svg()


def test_no_name_is_there_twice_and_every_reference_is_met():
    svg = side_by_side(sheet(4, 3, "one"), sheet(4, 3, "one")).svg()
    names = re.findall(r'\bid="([^"]*)"', svg)
    assert len(names) == len(set(names))
    assert {"diagonal-1", "diagonal-2"} <= set(names)
    met = re.findall(r'(?:url\(#|href="#)([^")]*)', svg)
    assert met
    assert set(met) <= set(names)


def test_a_strip_follows_the_page_if_all_its_pictures_do():
    @themed
    def draw(theme="light"):
        canvas = Canvas(4, 3, theme=theme)
        canvas.axes.plot([0, 1], [0, 1], color=canvas.theme.ink)
        return canvas.picture("a line")

    rule = "prefers-color-scheme: dark"
    assert rule in side_by_side(draw(), draw())._repr_svg_()
    assert rule not in side_by_side(draw(), draw(theme="dark"))._repr_svg_()
    assert rule not in side_by_side(draw(), draw()).svg()


def test_saving(tmp_path):
    strip = side_by_side(sheet(4, 3, "one"))
    assert strip.save(tmp_path / "a.svg").read_text(encoding="utf-8") == strip.svg()
    assert strip._repr_svg_() == strip.svg()
    with pytest.raises(ValueError, match=r"must end in \.svg for several pictures, got .*a\.png"):
        strip.save(tmp_path / "a.png")


def test_what_is_none_is_refused():
    with pytest.raises(ValueError, match="pictures must be one or more, got none"):
        side_by_side()
    with pytest.raises(TypeError, match="pictures must be Pictures, got 3"):
        side_by_side(3)


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "a.svg").mkdir()
    one = Canvas(4, 3).picture("a sheet")
    with pytest.raises(ValueError, match="name of a file"):
        side_by_side(one).save(tmp_path / "a.svg")
