"""Surfaces: lozenges that cover the strip once, and go on past the seam."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from matplotlib.backends.backend_agg import FigureCanvasAgg

from cylindric import CylindricPartition, Profile, draw_surface
from cylindric import strategies as some
from cylindric.drawing.surface import tile
from cylindric.drawing.unrolled import drifts
from tests.cylindric.drawing.shown import (
    ALL,
    CHIRAL,
    MEDIUM,
    groups,
    lines,
    number_of_polygons,
    texts,
    texts_in_the_way,
)


@given(some.cylindric_partitions())
def test_lozenges_cover_the_strip_once(c):
    tiling, profile = tile(c), c.profile
    period, drift = profile.period, drifts(profile)
    n, j = tiling.depth, tiling.columns
    numbers = {kind: len(each) for kind, each in tiling.lozenges.items()}
    assert numbers == {"top": period * n, "rising": j * profile.level, "falling": j * profile.rank}
    # A lozenge is two triangles, each to the left or right of its upright side, on a line k.
    triangles = Counter()
    for kind, each in tiling.lozenges.items():
        for lozenge in each:
            (x0, y0), (x1, y1), (x2, y2), (x3, y3) = lozenge.tolist()
            if kind == "top":
                assert (x0, x1, x2, x3) == (x1 - 1, x1, x1 + 1, x1)
                assert (y0, y2, y3 - y1) == (y1 + 0.5, y1 + 0.5, 1)
                sides = [("left", x1, y0), ("right", x1, y0)]
            else:
                assert (x1, x2, x3) == (x0 + 1, x0 + 1, x0)
                assert (y3 - y0, y2 - y1) == (1, 1)
                assert y1 - y0 == (0.5 if kind == "rising" else -0.5)
                sides = [("right", x0, y0 + 0.5), ("left", x1, y1 + 0.5)]
            for side, k, y in sides:
                if side == "right" and k == period:
                    k, y = 0, y - drift[-1]
                triangles[side, k, y] += 1
    expected = Counter()
    for place in range(-n, j):
        for k in range(1, period + 1):
            expected["left", k, place + 0.5 + drift[k]] = 1
            expected["right", k - 1, place + 0.5 + drift[k - 1]] = 1
    assert triangles == expected
    # The tops stand at the heights of the parts.
    heights = iter(tiling.lozenges["top"].mean(axis=1).tolist())
    for k, mu in enumerate(c.partitions, 1):
        for i in range(1, n + 1):
            x, y = next(heights)
            assert (x, y - drift[k] + i - 0.5) == (k, mu[i - 1] if i <= len(mu) else 0)
    assert sum(tiling.labels) == c.weight


@pytest.mark.slow
@pytest.mark.parametrize("c", ALL, ids=lambda c: str(c.profile))
def test_surface_draws_every_lozenge(c):
    picture = draw_surface(c)
    depth, columns = max(map(len, c.partitions)) + 1, c.largest_part + 1
    pi = c.profile
    assert number_of_polygons(picture, "top") == pi.period * depth
    assert number_of_polygons(picture, "rising") == columns * pi.level
    assert number_of_polygons(picture, "falling") == columns * pi.rank
    assert picture.says.endswith(f", {pi.period * (depth + columns)} lozenges")
    assert len(groups(picture)["seam"]) == 2
    assert number_of_polygons(picture, "top-again") > 0
    assert sorted(texts(picture, "part")) in ([], sorted(str(p) for mu in c.partitions for p in mu))
    assert "".join(texts(picture, "letter")) in (pi.word, "")


def test_surface_goes_on_past_the_seam():
    """The copies are the period itself, a period away and as much higher as the word says."""
    picture = draw_surface(CHIRAL)
    patches = {p.get_gid(): p.get_path() for p in picture.figure.axes[0].patches}
    first = patches["top"].vertices
    again = patches["top-again"].vertices
    seams = [x[0] for x, _ in lines(picture, "seam")]
    unit = np.diff(np.unique(np.round(first[:, 1], 9))).min() * 2
    shift = np.array([seams[1] - seams[0], unit / 2])
    right, left = again[again[:, 0] > seams[1] - 0.001], again[again[:, 0] < seams[0] + 0.001]
    period = {tuple(np.round(corner, 6)) for corner in first}
    for copy in (right - shift, left + shift):
        assert len(copy) > 10
        assert {tuple(np.round(corner, 6)) for corner in copy} <= period


def test_a_small_surface_has_its_numbers_beside_the_seam():
    axes = draw_surface(MEDIUM).figure.axes[0]
    canvas = FigureCanvasAgg(axes.figure)
    canvas.draw()
    seams = [line.get_window_extent().x0 for line in axes.lines if line.get_gid() == "seam"]
    for text in axes.texts:
        if text.get_gid() == "part":
            box = text.get_window_extent(canvas.get_renderer())
            assert not any(box.x0 < seam < box.x1 for seam in seams)
    assert texts(draw_surface(MEDIUM), "part") == ["2", "1", "2", "1", "1"]


def test_a_large_surface_is_an_image_that_says_so():
    c = CylindricPartition(Profile("10"), [(10_000, 3), (9_000,)])
    picture = draw_surface(c)
    says = "surface of (9000) ≺ (10000,3) ≻ (9000), 20008 lozenges, as an image"
    assert picture.says == says
    assert texts_in_the_way(picture) == []
    assert len(picture.figure.axes[0].images) == 1
