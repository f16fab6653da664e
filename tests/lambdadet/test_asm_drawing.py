"""Pictures show what they should: counted and measured in the SVG and on the figure."""

import subprocess
import sys
from base64 import b64decode
from io import BytesIO
from itertools import chain, combinations, pairwise
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.image import imread

import lambdadet
from lambdadet import AlternatingSignMatrix, FullyPackedLoop, SixVertexState, octahedron
from lambdadet import strategies as some
from lambdadet.drawing import (
    BLUE,
    DOMINOES,
    MOST_DOMINOES,
    MOST_NUMBERS,
    MOST_SIGNS,
    VERMILION,
    draw_heights,
    draw_matrix,
    draw_tiling,
)
from lambdadet.lattice_drawing import draw_lattice, draw_pyramid
from lambdadet.matchings import matching_monomial, pair_to_matching
from lambdadet.pairs import compatible_pairs
from lambdadet.random_asms import random_asm
from lambdadet.shuffling import random_tiling
from lambdadet.six_vertex_drawing import (
    CLOSED,
    KINDS,
    MOST_ARROWS,
    MOST_NUMBERED,
    MOST_PATHS,
    draw_loops,
    draw_six_vertex,
)
from termwise.pictures import THEMES

SVG = "{http://www.w3.org/2000/svg}"
BLOB = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])
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


def drawn(name, theme):
    draw, what = PICTURES[name]
    return draw(what, theme=theme)


def groups(picture):
    """Return the groups of an SVG by name; every name is there once."""
    found = list(ElementTree.fromstring(picture.svg()).iter(f"{SVG}g"))
    names = [group.get("id") for group in found if group.get("id")]
    assert len(set(names)) == len(names)
    return {group.get("id"): group for group in found}


def polygons(picture, name):
    """Return the corners (x, y) of the polygons drawn as one path, in the units of the canvas."""
    for patch in picture.figure.axes[0].patches:
        if patch.get_gid() == name:
            (path,) = groups(picture)[name].iter(f"{SVG}path")
            parts = patch.get_path().to_polygons(closed_only=True)
            assert path.get("d").count("M") == len(parts)
            return [part[:-1] for part in parts]
    return []


def ticks(axes):
    """Return the texts beside an axis that are seen."""
    least, most = axes.get_ylim()
    places = zip(axes.get_yticks(), axes.get_yticklabels(), strict=True)
    return [label for at, label in places if axes.axison and least <= at <= most]


def texts(picture):
    return {text.get_gid(): text for text in picture.figure.axes[0].texts}


def pixels(picture):
    """Return the image in the SVG as colours like #d55e00."""
    (image,) = ElementTree.fromstring(picture.svg()).iter(f"{SVG}image")
    data = image.get("{http://www.w3.org/1999/xlink}href").split(",")[1]
    array = (imread(BytesIO(b64decode(data)))[..., :3] * 255).round().astype(int)
    return [["#{:02x}{:02x}{:02x}".format(*pixel) for pixel in row] for row in array]


@pytest.mark.parametrize("name", PICTURES)
def test_themes_and_determinism(name):
    """Both themes have their own ground, and one picture is one text, twice."""
    found = {}
    for theme in THEMES:
        picture = drawn(name, theme)
        svg = found[theme] = picture.svg()
        assert svg == picture._repr_svg_() == drawn(name, theme).svg()
        assert f"fill: {THEMES[theme].ground}" in svg
        assert picture.says in svg
        assert picture.figure.get_size_inches()[0] * 2.54 < 10.01
    assert found["light"] != found["dark"]


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


@settings(max_examples=25)
@given(some.alternating_sign_matrices())
def test_matrix(a):
    picture = draw_matrix(a)
    for value, name, sign in ((1, "ones", "+"), (-1, "minus-ones", "\N{MINUS SIGN}")):
        places = {(j, i) for i, row in enumerate(a.rows) for j, x in enumerate(row) if x == value}
        found = polygons(picture, name)
        assert {tuple(square.min(axis=0)) for square in found} == places
        assert all(np.ptp(square, axis=0).tolist() == [1, 1] for square in found)
        signs = [t for t in picture.figure.axes[0].texts if t.get_text() == sign]
        assert {t.get_position() for t in signs} == {(x + 0.5, y + 0.5) for x, y in places}
    grid = list(groups(picture)["grid"].iter(f"{SVG}path"))
    assert len(grid) == 2 * (a.size + 1)


def test_large_matrix_is_an_image():
    a = random_asm(MOST_SIGNS + 1, rng=1)
    for theme in THEMES:
        picture = draw_matrix(a, theme=theme)
        assert picture.says.endswith("; one pixel an entry")
        names = {0: THEMES[theme].ground, 1: "#e69f00", -1: "#56b4e9"}
        assert pixels(picture) == [[names[entry] for entry in row] for row in a.rows]


def test_heights():
    a = random_asm(6, rng=1)
    written = texts(draw_heights(a))
    assert {gid: text.get_text() for gid, text in written.items()} == {
        f"height-{i}-{j}": str(h)
        for i, row in enumerate(a.height_function)
        for j, h in enumerate(row)
    }
    assert written["height-0-6"].get_position() == (6.5, 0.5)
    shades = pixels(draw_heights(a))
    shade_of = dict(zip(chain(*a.height_function), chain(*shades), strict=True))
    assert len(set(shade_of.values())) == 7
    assert shades == [[shade_of[h] for h in row] for row in a.height_function]
    large = random_asm(MOST_NUMBERS + 1, rng=1)
    surface = draw_heights(large)
    assert surface.says.endswith("; one pixel a height")
    found = [row[:20] for row in pixels(surface)]
    shade_of = dict(zip(chain(*large.height_function), chain(*found), strict=True))
    assert len(set(shade_of.values())) == 20
    assert found == [[shade_of[h] for h in row] for row in large.height_function]
    assert ticks(surface.figure.axes[1])[0].get_text() == "0"


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


@settings(max_examples=12)
@given(some.alternating_sign_matrices())
def test_arrows(a):
    state = SixVertexState.from_asm(a)
    n = a.size
    picture = draw_six_vertex(a)
    assert picture.svg() == draw_six_vertex(state).svg() == state._repr_svg_()
    numbers = [len(polygons(picture, name)) for name in ("right-and-up", "left-and-down")]
    edges = [edge for row in (*state.horizontal, *state.vertical) for edge in row]
    assert numbers == [edges.count(0), edges.count(1)]
    assert sum(numbers) == 2 * n * (n + 1)
    for name, value in (("ones", 1), ("minus-ones", -1)):
        dots = list(groups(picture)[name].iter(f"{SVG}use")) if name in groups(picture) else []
        assert len(dots) == sum(row.count(value) for row in a.rows)


def test_arrows_point_as_the_edges_say():
    """One vertex c1 at (0.7, 0.7): in from the left and the right, out above and below."""
    picture = draw_six_vertex(SixVertexState([[0, 1]], [[0], [1]]))
    right_and_up, left_and_down = (
        sorted(arrow[0].round(6).tolist() for arrow in polygons(picture, name))
        for name in ("right-and-up", "left-and-down")
    )
    assert right_and_up == [[0.55, 0.7], [0.7, 0.15]]
    assert left_and_down == [[0.7, 1.25], [0.85, 0.7]]


def test_large_state_is_an_image():
    a = random_asm(MOST_ARROWS + 1, rng=1)
    picture, state = draw_six_vertex(a), SixVertexState.from_asm(a)
    steps = range(1, a.size + 1)
    assert pixels(picture) == [[KINDS[state.vertex(i, j)] for j in steps] for i in steps]
    assert [text.get_text() for text in picture.figure.axes[0].texts] == sorted(KINDS)


@settings(max_examples=20)
@given(some.alternating_sign_matrices(max_size=7))
def test_loops(a):
    loop = FullyPackedLoop.from_asm(a)
    picture = draw_loops(a)
    assert picture.svg() == draw_loops(loop).svg() == loop._repr_svg_()
    lines = {line.get_gid(): line for line in picture.figure.axes[0].lines}
    links = {name for name in lines if name.startswith("path")}
    assert links == {f"path-{i}-{j}" for i, j in loop.link_pattern}
    assert set(lines) == links | {f"loop-{k}" for k in range(1, len(lines) - len(links) + 1)}
    assert f"paths: {len(links)}, closed loops: {len(lines) - len(links)}" in picture.says
    for name, line in lines.items():
        assert (line.get_color() == CLOSED) == name.startswith("loop")
    drawn = sum(len(line.get_xdata()) - 1 for line in lines.values())
    assert drawn == sum(map(sum, (*loop.horizontal, *loop.vertical)))
    steps = [step for line in lines.values() for step in pairwise(map(tuple, line.get_xydata()))]
    assert all(abs(x - u) + abs(y - v) < 1.01 for (x, y), (u, v) in steps)
    ends = texts(picture)
    assert {text.get_text() for text in ends.values()} == set(map(str, range(1, 2 * a.size + 1)))
    # Every number is next to an end of its path.
    for i, j in loop.link_pattern:
        path = lines[f"path-{i}-{j}"].get_xydata()
        for number in (i, j):
            place = np.array(ends[f"end-{number}"].get_position())
            assert min(np.abs(path[end] - place).sum() for end in (0, -1)) < 0.6


def test_numbered_ends_run_clockwise():
    a, b = (texts(draw_loops(BLOB))[f"end-{k}"].get_position() for k in (1, 2))
    assert a[0] < b[0]
    assert a[1] == b[1] == min(text.get_position()[1] for text in texts(draw_loops(BLOB)).values())


def test_closed_loops_are_found():
    """The 42 matrices of size 4 have one fully packed loop with a closed loop: round the middle."""
    numbers = [draw_loops(a).says.split(", ")[-1] for a in lambdadet.alternating_sign_matrices(4)]
    assert numbers.count("closed loops: 0") == 41
    assert numbers.count("closed loops: 1") == 1


def test_large_loops_have_no_numbers():
    picture = draw_loops(random_asm(MOST_NUMBERED + 1, rng=1))
    assert picture.says.endswith("; ends without numbers")
    assert not texts(picture)
    assert len(picture.figure.axes[0].lines) >= MOST_NUMBERED + 1


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
    assert places["x1-1-1"][0] < places["x1-1-2"][0]


@pytest.mark.parametrize(
    ("draw", "error", "message"),
    [
        (lambda: draw_matrix([[1]]), TypeError, "matrix must be an AlternatingSignMatrix"),
        (lambda: draw_matrix(AlternatingSignMatrix(())), ValueError, "1 to 1000 rows"),
        (lambda: draw_heights(3), TypeError, "matrix must be an AlternatingSignMatrix"),
        (lambda: draw_heights(_identity(1001)), ValueError, "to be drawn, got 1001"),
        (lambda: draw_tiling(BLOB), TypeError, r"pair must be a compatible pair \(A, B\)"),
        (lambda: draw_tiling((BLOB, BLOB)), ValueError, "smaller must have one row less"),
        (
            lambda: draw_tiling((AlternatingSignMatrix([[1]]), AlternatingSignMatrix(()))),
            ValueError,
            "larger must have 2 to 1000 rows to be drawn, got 1",
        ),
        (lambda: draw_six_vertex([[1]]), TypeError, "state must be a SixVertexState or"),
        (lambda: draw_six_vertex(_identity(1001)), ValueError, "state must have 1 to 1000 rows"),
        (lambda: draw_loops(None), TypeError, "loop must be a FullyPackedLoop or"),
        (lambda: draw_loops(_identity(151)), ValueError, "loop must have 1 to 150 rows"),
        (lambda: draw_lattice(5), ValueError, "at most 4 to be drawn, got 5: 429 matrices"),
        (lambda: draw_lattice(0), ValueError, "n must be at least 1, got 0"),
        (lambda: draw_lattice(2.0), TypeError, "n must be an integer"),
        (lambda: draw_pyramid(3), TypeError, "levels must be rows of values"),
        (lambda: draw_pyramid([]), ValueError, r"each smaller by one, got sizes \[\]"),
        (lambda: draw_pyramid(LEVELS[::2]), ValueError, r"got sizes \[4, 2\]"),
        (lambda: draw_pyramid([[[1, 2], [3]], [[1]]]), ValueError, "levels must be squares"),
        (lambda: draw_pyramid([[[10**60] * 2] * 2, [[1]]]), ValueError, "up to 61 characters"),
    ],
)
def test_bad_input(draw, error, message):
    with pytest.raises(error, match=message):
        draw()


def _identity(n):
    return AlternatingSignMatrix(np.eye(n, dtype=int))


@pytest.mark.parametrize("name", PICTURES)
def test_unknown_theme(name):
    with pytest.raises(ValueError, match="theme must be light or dark, got 'pink'"):
        drawn(name, "pink")


def test_too_large_for_a_notebook_is_text():
    assert FullyPackedLoop.from_asm(_identity(MOST_PATHS + 1))._repr_svg_() is None


def test_import_is_light():
    code = "import sys, lambdadet; raise SystemExit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
