"""Pictures of tilings: the dominoes cover the diamond once, and have the colours of the edges."""

from collections import Counter
from itertools import chain

import numpy as np
import pytest
from hypothesis import given, settings
from matplotlib.colors import to_hex
from matplotlib.image import imread

from lambdadet import strategies as some
from lambdadet.diamonds.bijection import pair_to_matching
from lambdadet.diamonds.matchings import matching_monomial
from lambdadet.drawing import tilings
from lambdadet.drawing.sheet import BLUE, GREEN, VERMILION, YELLOW
from lambdadet.drawing.tilings import DOMINOES, MOST_DOMINOES, draw_tiling
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.objects.pairs import compatible_pairs
from lambdadet.sampling.tilings import random_tiling
from tests.lambdadet.drawing.shown import pixels, polygons

BLOB = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])


@settings(max_examples=20)
@given(some.compatible_pairs(min_size=2, max_size=6))
def test_dominoes_cover_the_diamond_once(pair):
    order = pair.larger.size - 1
    kinds = [kind for kind, _, _ in matching_monomial(pair_to_matching(pair))]
    cells = []
    picture = draw_tiling(pair)
    for name in ("lam", "mu", "north-east", "north-west"):
        found = polygons(picture, name)
        assert len(found) == kinds.count(name) or name.startswith("north")
        for domino in found:
            x, y = domino.min(axis=0).astype(int)
            width, height = np.ptp(domino, axis=0).astype(int)
            assert (width, height) == ((1, 2) if name in ("lam", "north-west") else (2, 1))
            cells += [(a, b) for a in range(x, x + width) for b in range(y, y + height)]
    middle = order - 0.5
    assert len(cells) == len(set(cells)) == 2 * order * (order + 1)
    assert all(abs(x - middle) + abs(y - middle) <= order for x, y in cells)


def test_two_tilings_of_order_1():
    """The identity has the monomial of mu, two dominoes that lie; the other matrix that of lam."""
    lying, upright = (
        {name: polygons(draw_tiling(pair), name) for name in ("lam", "mu")}
        for pair in compatible_pairs(2)
    )
    assert [len(part) for part in (upright["lam"], upright["mu"])] == [1, 0]
    assert upright["lam"][0].tolist() == [[0, 0], [1, 0], [1, 2], [0, 2]]
    assert [len(part) for part in (lying["lam"], lying["mu"])] == [0, 1]
    assert lying["mu"][0].tolist() == [[0, 0], [2, 0], [2, 1], [0, 1]]


COLOURS = {"lam": VERMILION, "mu": BLUE, "north-east": YELLOW, "north-west": GREEN}


def test_the_colour_of_every_domino(monkeypatch):
    """By its edge: lam is red, mu blue, and so on; one by one, and as pixels."""
    for pair in [*compatible_pairs(3), random_tiling(7, rng=2)]:
        order = pair.larger.size - 1
        picture = draw_tiling(pair)
        painted = {}
        for patch in picture.figure.axes[0].patches:
            if patch.get_gid() in COLOURS:
                assert to_hex(patch.get_facecolor()) == COLOURS[patch.get_gid()]
                for domino in polygons(picture, patch.get_gid()):
                    (x, y), (width, height) = domino.min(axis=0), np.ptp(domino, axis=0)
                    for a in range(int(width)):
                        for b in range(int(height)):
                            painted[int(x) + a, int(y) + b] = COLOURS[patch.get_gid()]
        used = Counter(painted.values())
        directions = Counter(
            {(0, 0): VERMILION, (0, -1): BLUE, (-1, 0): YELLOW, (-1, -1): GREEN}[k - i, m - j]
            for (_, i, m), (_, k, j) in pair_to_matching(pair)
        )
        assert used == {colour: 2 * number for colour, number in directions.items()}
        monkeypatch.setattr(tilings, "MOST_DOMINOES", 0)
        shown = pixels(draw_tiling(pair))
        monkeypatch.undo()
        for (x, y), colour in painted.items():
            assert shown[y][x] == colour
        assert sum(colour in COLOURS.values() for row in shown for colour in row) == len(painted)
        assert len(painted) == 2 * order * (order + 1)


def test_large_tiling_is_an_image():
    pair = random_tiling(MOST_DOMINOES + 1, rng=1)
    picture = draw_tiling(pair)
    assert picture.says.endswith("; one pixel a cell")
    found = pixels(picture)
    side = 2 * (MOST_DOMINOES + 1)
    assert len(found) == len(found[0]) == side
    colours = list(chain(*found))
    kinds = [kind for kind, _, _ in matching_monomial(pair_to_matching(pair))]
    assert colours.count(VERMILION) == 2 * kinds.count("lam")
    assert colours.count(BLUE) == 2 * kinds.count("mu")
    dominoes = MOST_DOMINOES + 1
    assert sum(map(colours.count, DOMINOES.values())) == 2 * dominoes * (dominoes + 1)
    # Outside the arctic circle all is frozen: the four corners of the diamond.
    assert found[0][side // 2] == found[20][side // 2] == BLUE
    assert found[side // 2][0] == found[side // 2][20] == VERMILION


def test_a_png_has_a_pixel_for_every_cell(tmp_path):
    """At order 450, where 10 centimetres have fewer pixels than cells; the corners are frozen."""
    order = 450
    picture = draw_tiling(random_tiling(order, rng=1))
    image = (imread(picture.save(tmp_path / "tiling.png"))[..., :3] * 255).round().astype(int)
    margin = (image.shape[1] - 2 * order) // 2
    assert image.shape[0] > image.shape[1] >= 2 * order  # the legend is below
    inside = image[margin : margin + 2 * order, margin : margin + 2 * order]
    for depth in range(2, order // 8):  # the circle is at 0.29 of the order from the corners
        for at, colour in (
            ((depth, order), BLUE),
            ((order, depth), VERMILION),
            ((-depth, order), YELLOW),
            ((order, -depth), GREEN),
        ):
            assert to_hex(inside[at] / 255) == colour
    ground = (inside == 255).all(axis=2).sum()
    assert ground == pytest.approx(4 * order**2 - 2 * order * (order + 1), rel=0.01)


@pytest.mark.parametrize(
    ("draw", "error", "message"),
    [
        (lambda: draw_tiling(BLOB), TypeError, r"pair must be a compatible pair \(A, B\)"),
        (lambda: draw_tiling((BLOB, BLOB)), ValueError, "smaller must have one row less"),
        (
            lambda: draw_tiling((AlternatingSignMatrix([[1]]), AlternatingSignMatrix(()))),
            ValueError,
            "larger must have 2 to 2001 rows to be drawn, got 1",
        ),
    ],
)
def test_bad_input(draw, error, message):
    with pytest.raises(error, match=message):
        draw()
