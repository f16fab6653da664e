"""Every picture in both themes: the same twice, its texts apart and inside."""

from xml.etree import ElementTree

import pytest

from cylindric import (
    Profile,
    borodin_series,
    draw_array,
    draw_correlations,
    draw_cylinder,
    draw_diagram,
    draw_growth,
    draw_largest_part,
    draw_limit_shape,
    draw_particles,
    draw_paths,
    draw_ratios,
    draw_surface,
    sample,
)
from termwise.pictures import THEMES
from tests.cylindric.drawing.shown import ALL, LARGE, MEDIUM, SVG, TINY, UPS_ONLY, texts_in_the_way


def of_samples(draw):
    """Draw samples of the profile of an object instead of the object."""
    return lambda c, **theme: draw(sample(c.profile, 0.7, 20, rng=1), **theme)


OF_A_PROFILE = ("diagram", "particles", "correlations", "largest part", "ratios")
PICTURES = {
    "paths": draw_paths,
    "weights": lambda c, **theme: draw_paths(c, weights=True, **theme),
    "surface": draw_surface,
    "cylinder": draw_cylinder,
    "array": draw_array,
    "growth": draw_growth,
    "diagram": lambda c, **theme: draw_diagram(c.profile, **theme),
    "limit": lambda c, **theme: draw_limit_shape([c, c], **theme),
    "particles": of_samples(draw_particles),
    "correlations": of_samples(draw_correlations),
    "largest part": of_samples(draw_largest_part),
    "ratios": lambda c, **theme: draw_ratios(borodin_series(c.profile, 12), **theme),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("theme", THEMES)
def test_every_picture_in_both_themes_is_the_same_twice(name, theme):
    draw = PICTURES[name]
    picture = draw(MEDIUM, theme=theme)
    svg = picture.svg()
    root = ElementTree.fromstring(svg)
    assert svg == draw(MEDIUM, theme=theme).svg()
    assert root.find(f"{SVG}title").text == picture.says
    assert f"fill: {THEMES[theme].ground}" in svg
    # In points; a centimetre is 28.35 of them.
    assert float(root.get("width").removesuffix("pt")) <= 18.5 * 28.35


@pytest.mark.slow
@pytest.mark.parametrize("name", PICTURES)
def test_texts_keep_apart_and_inside(name):
    for c in {c.profile: c for c in ALL}.values() if name in OF_A_PROFILE else ALL:
        if (name, c) in [("array", UPS_ONLY), ("weights", LARGE)]:
            continue  # refused
        assert texts_in_the_way(PICTURES[name](c)) == [], str(c.profile)


def test_overlapping_texts_are_found():
    picture = draw_diagram(Profile("10"))
    first, second = picture.figure.axes[0].texts[:2]
    second.set_position(first.get_position())
    assert (first.get_text(), second.get_text()) in texts_in_the_way(picture)
    first.set_position((99, 99))
    assert (first.get_text(),) in texts_in_the_way(picture)


@pytest.mark.parametrize("name", PICTURES)
def test_themes_are_light_and_dark(name):
    with pytest.raises(ValueError, match="theme must be light or dark, got 'pink'"):
        PICTURES[name](TINY, theme="pink")


@pytest.mark.parametrize(
    "draw", [draw_paths, draw_surface, draw_cylinder, draw_array, lambda c: draw_limit_shape([c])]
)
def test_only_cylindric_partitions_are_drawn(draw):
    with pytest.raises(TypeError, match="c must be a CylindricPartition, got '1010'"):
        draw("1010")
