"""The picture of the lattice: its nodes and covers."""

from itertools import combinations

import numpy as np
import pytest

from lambdadet.drawing.lattice import _positions, draw_lattice
from lambdadet.models.lattice import asm_lattice
from tests.lambdadet.drawing.shown import SVG, groups, polygons


@pytest.mark.parametrize(("n", "nodes", "covers"), [(1, 1, 0), (2, 2, 1), (3, 7, 8), (4, 42, 84)])
def test_lattice(n, nodes, covers):
    picture = draw_lattice(n)
    permutations = polygons(picture, "permutations")
    frames = permutations + polygons(picture, "others")
    assert len(permutations) == [1, 1, 2, 6, 24][n]
    assert len(frames) == nodes
    corners = sorted(tuple(frame.min(axis=0).round(6)) for frame in frames)
    assert len(set(corners)) == nodes
    side = np.ptp(frames[0], axis=0)
    for a, b in combinations(np.array(corners), 2):
        assert (np.abs(a - b) > 1.2 * side).any()
    assert len(polygons(picture, "ones")) - len(polygons(picture, "minus-ones")) == n * nodes
    if covers:
        (lines,) = picture.figure.axes[0].collections
        assert len(list(groups(picture)["covers"].iter(f"{SVG}path"))) == covers
        tops = {tuple(frame.min(axis=0).round(6)) for frame in frames}
        for lower, upper in lines.get_segments():
            assert tuple((lower - (side[0] / 2, 0)).round(6)) in tops
            assert tuple((upper - side * (0.5, 1)).round(6)) in tops
            assert lower[1] > upper[1]


def test_few_lines_cross():
    lattice = asm_lattice(4)
    places, crossings = _positions(lattice), 0
    for (a, b), (c, d) in combinations(lattice.edges, 2):
        (x, y), (u, _), (v, z), (w, _) = (places[node] for node in (a, b, c, d))
        crossings += y == z and (x - v) * (u - w) < 0
    assert crossings <= 41  # 56 in the order of the tilt alone


@pytest.mark.parametrize(
    ("draw", "error", "message"),
    [
        (lambda: draw_lattice(5), ValueError, "at most 4 to be drawn, got 5"),
        (lambda: draw_lattice(0), ValueError, "n must be at least 1, got 0"),
        (lambda: draw_lattice(2.0), TypeError, "n must be an integer"),
    ],
)
def test_bad_input(draw, error, message):
    with pytest.raises(error, match=message):
        draw()
