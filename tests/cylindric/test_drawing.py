"""Pictures show what they say: their parts are counted and measured, their texts keep apart."""

from collections import Counter
from fractions import Fraction
from itertools import combinations, pairwise
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from matplotlib.backends.backend_agg import FigureCanvasAgg

from cylindric import (
    BURGE,
    CylindricPartition,
    Profile,
    Series,
    borodin_series,
    compose,
    draw_array,
    draw_cylinder,
    draw_diagram,
    draw_growth,
    draw_limit_shape,
    draw_paths,
    draw_ratios,
    draw_surface,
    growth_diagram,
    macdonald_weight,
    peaks_and_valleys,
    sample,
)
from cylindric import strategies as some
from cylindric.drawing.cylinder import _bend
from cylindric.drawing.heat_maps import heat_map
from cylindric.drawing.surface import tile
from cylindric.drawing.unrolled import drifts
from termwise.pictures import THEMES

SVG = "{http://www.w3.org/2000/svg}"

EMPTY = CylindricPartition(Profile("10"), [(), ()])
TINY = CylindricPartition(Profile("10"), [(2,), (1,)])
MEDIUM = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
CHIRAL = compose(
    Profile("11010"), (1,), {(1, 3, 1): 2, (2, 5, 1): 1, (4, 3, 1): 3, (4, 5, 2): 1, (1, 5, 3): 1}
)
PLANE = compose(Profile("11110000"), (), {(1, 8, 1): 2, (4, 5, 1): 9, (2, 6, 1): 1, (3, 8, 1): 1})
LARGE = compose(
    Profile("1101001100"), (), {(1, 3, n): n % 5 for n in range(1, 9)} | {(8, 6, 2): 40}
)
UPS_ONLY = CylindricPartition(Profile("11"), [(2, 1), (2, 1)])
DOWNS_ONLY = CylindricPartition(Profile("00"), [(3,), (3,)])
ALL = [EMPTY, TINY, MEDIUM, CHIRAL, PLANE, LARGE, UPS_ONLY, DOWNS_ONLY]

PICTURES = {
    "paths": draw_paths,
    "weights": lambda c, **theme: draw_paths(c, weights=True, **theme),
    "surface": draw_surface,
    "cylinder": draw_cylinder,
    "array": draw_array,
    "growth": draw_growth,
    "diagram": lambda c, **theme: draw_diagram(c.profile, **theme),
    "limit": lambda c, **theme: draw_limit_shape([c, c], **theme),
    "ratios": lambda c, **theme: draw_ratios(borodin_series(c.profile, 12), **theme),
}


def groups(picture):
    """Return the groups of the SVG by id, each a list of elements."""
    found = {}
    for group in ElementTree.fromstring(picture.svg()).iter(f"{SVG}g"):
        found.setdefault(group.get("id"), []).append(group)
    return found


def number_of_polygons(picture, *names):
    """Return how many polygons the paths of some groups have."""
    return sum(
        path.get("d").count("z")
        for name in names
        for group in groups(picture).get(name, [])
        for path in group.iter(f"{SVG}path")
    )


def texts(picture, name):
    """Return the texts with a group id, in the order of drawing."""
    return [t.text for group in groups(picture).get(name, []) for t in group.iter(f"{SVG}text")]


def shown_texts(axes):
    """Return the texts of axes: those written, and of plots the labels of ticks in sight."""
    if not axes.axison:
        return list(axes.texts)
    found = [*axes.texts, axes.title, axes.xaxis.label, axes.yaxis.label]
    for at, axis in enumerate((axes.xaxis, axes.yaxis)):
        low, high = sorted(axis.get_view_interval())
        found += [t for t in axis.get_majorticklabels() if low <= t.get_position()[at] <= high]
    if axes.get_legend():
        found += axes.get_legend().get_texts()
    return found


def texts_in_the_way(picture):
    """Return the pairs of texts that overlap, and the texts that leave the picture."""
    canvas = FigureCanvasAgg(picture.figure)
    canvas.draw()
    page = picture.figure.bbox
    boxes = [
        (text.get_text(), text.get_window_extent(canvas.get_renderer()))
        for axes in picture.figure.axes
        for text in shown_texts(axes)
        if text.get_text().strip()
    ]
    outside = [
        (said,)
        for said, box in boxes
        if box.x0 < page.x0 or box.y0 < page.y0 or box.x1 > page.x1 or box.y1 > page.y1
    ]
    return outside + [
        (one, other)
        for (one, box), (other, other_box) in combinations(boxes, 2)
        if box.x0 < other_box.x1 and other_box.x0 < box.x1
        if box.y0 < other_box.y1 and other_box.y0 < box.y1
    ]


# Every picture.


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("theme", THEMES)
def test_every_picture_in_both_themes_is_the_same_twice(name, theme):
    draw = PICTURES[name]
    picture = draw(MEDIUM, theme=theme)
    root = ElementTree.fromstring(picture.svg())
    assert picture.svg() == draw(MEDIUM, theme=theme).svg()
    assert root.find(f"{SVG}title").text == picture.says
    assert f"fill: {THEMES[theme].ground}" in picture.svg()
    # In points; a centimetre is 28.35 of them.
    assert float(root.get("width").removesuffix("pt")) <= 18.5 * 28.35


@pytest.mark.parametrize("name", PICTURES)
def test_texts_keep_apart_and_inside(name):
    for c in ALL:
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


# Paths.


def lines(picture, name):
    """Return the data of the lines with a group id."""
    found = [line for line in picture.figure.axes[0].lines if line.get_gid() == name]
    return [(np.array(line.get_xdata()), np.array(line.get_ydata())) for line in found]


@pytest.mark.parametrize("c", ALL, ids=lambda c: str(c.profile))
def test_paths_step_by_a_half_and_do_not_cross(c):
    drawn = [*lines(draw_paths(c), "path"), *lines(draw_paths(c), "trivial")]
    assert len(drawn) == c.largest_part + 2
    period = c.profile.period
    (start,) = np.flatnonzero(drawn[0][0] == 0)
    unit = 2 * abs(drawn[-1][1][1] - drawn[-1][1][0])
    heights = [y[start : start + period + 1] / unit for _, y in drawn]
    for path, y in zip(c.paths(), heights, strict=False):
        ups = [
            h - g + (letter == "0")
            for (g, h), letter in zip(pairwise(path), c.profile.word, strict=True)
        ]
        assert np.diff(y) == pytest.approx([e - 0.5 for e in ups])
    for upper, lower in pairwise(y / unit for _, y in drawn):
        assert min(upper - lower) > 0.999
    # Round the cylinder the picture is the same, shifted.
    for y in heights:
        assert y[-1] - y[0] == pytest.approx((c.profile.rank - c.profile.level) / 2)


def turns_by_definition(c):
    """Return (kind, path, step) of every peak and valley."""
    found = []
    period = c.profile.period
    for j in range(1, c.largest_part + 1):
        h = [sum(part >= j for part in c.partitions[k - 1]) for k in range(period + 1)]
        e = {k: h[k] - h[k - 1] + (c.profile.word[k - 1] == "0") for k in range(1, period + 1)}
        for k in range(1, period + 1):
            if e[k] != e[k % period + 1]:
                found.append(("peak" if e[k] else "valley", j, k))
    return found


@pytest.mark.parametrize("c", ALL[:5], ids=lambda c: str(c.profile))
def test_peaks_and_valleys_are_marked_and_labelled(c):
    picture = draw_paths(c, weights=True)
    expected = turns_by_definition(c)
    paths = lines(picture, "path")
    for kind, sign in (("peak", 1), ("valley", -1)):
        marks = lines(picture, kind)
        assert len(marks) == sum(turn[0] == kind for turn in expected)
        for (x,), (y,) in marks:
            (path,) = (ys for xs, ys in paths if y in ys[np.isclose(xs, x)])
            at = int(np.flatnonzero(np.isclose(paths[0][0], x))[0])
            assert sign * (path[at] - path[at - 1]) > 0
            assert sign * (path[at] - path[at + 1]) > 0
    labelled = [turn for turn in peaks_and_valleys(c) if str(turn.factors) != "1"]
    lowered = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
    names = [f"B{str(turn.step).translate(lowered)}({turn.path})" for turn in labelled]
    assert texts(picture, "label") == names
    listed = "".join(texts(picture, "factor")[1:])
    assert all(name in listed for name in names)


@pytest.mark.parametrize("c", ALL[:5], ids=lambda c: str(c.profile))
def test_labels_are_above_peaks_and_below_valleys_and_on_no_path(c):
    picture = draw_paths(c, weights=True)
    axes = picture.figure.axes[0]
    canvas = FigureCanvasAgg(picture.figure)
    canvas.draw()
    labels = [text for text in axes.texts if text.get_gid() == "label"]
    turns = [turn for turn in peaks_and_valleys(c) if str(turn.factors) != "1"]
    assert {line.get_marker() for line in axes.lines if line.get_gid() == "peak"} <= {"^"}
    assert {line.get_marker() for line in axes.lines if line.get_gid() == "valley"} <= {"v"}
    for text, turn in zip(labels, turns, strict=True):
        x, y = text.get_position()
        (place,) = (
            ys[0] for xs, ys in lines(picture, turn.kind) if xs[0] == x and abs(ys[0] - y) < 0.3
        )
        assert (y > place) == (turn.kind == "peak")
        box = text.get_window_extent(canvas.get_renderer())
        for xs, ys in lines(picture, "path"):
            fine = np.linspace(xs[0], xs[-1], 2000)
            points = axes.transData.transform(np.stack([fine, np.interp(fine, xs, ys)], axis=1))
            assert not any(box.contains(*point) for point in points), text.get_text()


def test_the_factors_below_the_paths():
    """By hand: mu^1 = (2), mu^2 = (1), and the product is the weight."""
    picture = draw_paths(TINY, weights=True)
    assert [line.replace("\u00a0", " ") for line in texts(picture, "factor")] == [
        "▲ peak: times B,  ▽ valley: divided by B",
        "B₁(1) = (1 − qt)/(1 − q²)",
        "B₂(1) = B₁(2) = (1 − t)/(1 − q)",
    ]
    assert len(lines(picture, "peak")) == len(lines(picture, "valley")) == 2
    assert texts(picture, "label") == ["B₁(1)", "B₂(1)", "B₁(2)"]
    q, t = Fraction(1, 2), Fraction(1, 3)
    b1, b2 = (1 - q * t) / (1 - q**2), (1 - t) / (1 - q)
    assert macdonald_weight(TINY, q, t) == b2 * b2 / b1


def test_too_many_paths_or_labels_are_refused_with_their_number():
    wide = CylindricPartition(Profile("10"), [(30_000,), ()])
    with pytest.raises(ValueError, match=r"paths must have at most 50000 steps .* got 60004"):
        draw_paths(wide)
    with pytest.raises(ValueError, match=r"at most 80 peaks and valleys .* got 81: draw the paths"):
        draw_paths(CylindricPartition(Profile("10"), [(81,), ()]), weights=True)


# Surfaces.


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


def test_a_large_surface_is_an_overview_that_says_so():
    c = CylindricPartition(Profile("10"), [(10_000, 3), (9_000,)])
    picture = draw_surface(c)
    assert picture.says == "overview of a surface of 20008 lozenges: heat map of the heights mu^k_i"
    title = picture.figure.axes[0].get_title()
    assert title == "overview: heights of the piles\n20008 lozenges are too many to draw"
    assert texts_in_the_way(picture) == []
    assert number_of_polygons(picture, "heat") == 3  # the runs 10000 9000 / 3 0


def test_cylinder_bends_every_lozenge_and_loses_none():
    def area(outline):
        x, y = outline.T
        return abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2

    for c in (TINY, CHIRAL, UPS_ONLY, CylindricPartition(Profile("0"), [(2,)])):
        for lozenges in tile(c).lozenges.values():
            for lozenge in lozenges:
                parts = _bend(lozenge, c.profile.period)
                assert sum(map(area, parts)) == pytest.approx(1)
                # No part goes round the corner: its ends are on one side.
                for part in parts:
                    angles = 2 * np.pi * part[:, 0] / c.profile.period - np.radians(25)
                    assert min(np.cos(angles)) > -1e-9 or max(np.cos(angles)) < 1e-9


def test_cylinder_shows_near_and_far():
    picture = draw_cylinder(CHIRAL)
    near = [number_of_polygons(picture, f"{kind}-near") for kind in ("top", "rising", "falling")]
    far = [number_of_polygons(picture, f"{kind}-far") for kind in ("top", "rising", "falling")]
    tiling = tile(CHIRAL)
    for kind, *parts in zip(tiling.lozenges, near, far, strict=True):
        assert min(parts) > 0
        assert sum(parts) >= len(tiling.lozenges[kind])
    assert len(groups(picture)["seam"]) == 1
    assert texts(picture, "line") == ["0 ~ 5"]
    with pytest.raises(ValueError, match="at most 8000 lozenges to be drawn, got 8010: draw_surf"):
        draw_cylinder(CylindricPartition(Profile("10"), [(4001, 3), (3,)]))


# Arrays, diagrams, growth diagrams.


def test_array_rows_are_shifted_and_repeat():
    picture = draw_array(MEDIUM)
    assert MEDIUM.rows() == ((2, 1, 1), (2, 1))
    assert texts(picture, "entry") == ["2", "1", "1", "2", "1"]
    placed = {"entry": {}, "again": {}}
    for text in picture.figure.axes[0].texts:
        placed[text.get_gid()][text.get_position()] = text.get_text()
    side = 0.85
    columns = {
        name: {(x / side - 0.5, -y / side - 0.5): said for (x, y), said in where.items()}
        for name, where in placed.items()
    }
    rows = {
        name: {(round(x, 6), round(y, 6)): said for (x, y), said in where.items()}
        for name, where in columns.items()
    }
    assert rows["entry"] == {(-1, 0): "2", (0, 0): "1", (1, 0): "1", (-2, 1): "2", (-1, 1): "1"}
    assert rows["again"] == {(x - 2, y + 2): said for (x, y), said in rows["entry"].items()}
    assert number_of_polygons(picture, "cell") == number_of_polygons(picture, "entry") + 5
    assert len(groups(picture)["seam"]) == 2


@given(some.cylindric_partitions(max_part=3))
def test_array_entries_fall_along_rows_and_down_columns(c):
    """What is drawn is what the definition says of rows; no picture is needed for that."""
    if c.profile.rank:
        rows, shifts = c.rows(), c.profile.composition
        cells, start = {}, 0
        for i in range(2 * len(rows)):
            start -= shifts[i % len(rows)]
            cells |= {(i, start + x): part for x, part in enumerate(rows[i % len(rows)])}
        for (i, x), part in cells.items():
            assert cells.get((i, x - 1), part) >= part
            assert cells.get((i + 1, x), 0) <= part


def test_array_refuses_what_has_no_rows_and_what_is_too_large():
    with pytest.raises(ValueError, match="profile must have a 0 to have rows, got 11"):
        draw_array(UPS_ONLY)
    tall = CylindricPartition(Profile("10"), [[1] * 2501, [1] * 2500])
    with pytest.raises(ValueError, match=r"array must have at most 5000 entries .* got 5001"):
        draw_array(tall)
    picture = draw_array(CylindricPartition(Profile("10"), [[1] * 100, [1] * 100]))
    assert not texts(picture, "entry")
    assert number_of_polygons(picture, "cell") == 200


def test_diagram_of_a_chiral_profile_by_hand():
    picture = draw_diagram(Profile("11010"), 2)
    hooks = {}
    for text in picture.figure.axes[0].texts:
        if text.get_gid() == "hook":
            x, y = text.get_position()
            hooks[round(x / 0.85 - 0.5), round(y / 0.85 - 0.5)] = int(text.get_text())
    rows = [[hooks[x, y] for x in sorted(x for x, row in hooks if row == y)] for y in (0, 1, 2)]
    assert rows == [[2, 4, 7, 9], [1, 3, 6, 8], [1, 4, 6, 9]]
    # The top edge is the bottom edge, two columns further on: hooks of one column go on.
    assert min(x for x, y in hooks if y == 2) == 1
    assert min(x for x, y in hooks if y == 0) == 0
    assert number_of_polygons(picture, "turn-1") == number_of_polygons(picture, "turn-2") == 6
    assert texts(picture, "letter") == list("11010")
    assert texts(picture, "more") == ["…"] * 3
    ((x, y),) = lines(picture, "boundary")
    assert np.round(x / 0.85).tolist() == [0, 0, 0, 1, 1, 2]
    assert np.round(y / 0.85).tolist() == [0, 1, 2, 2, 3, 3]


@pytest.mark.parametrize("word", ["1", "0", "10", "0011", "1110100", "1010101"])
def test_diagram_has_every_box_once(word):
    profile = Profile(word)
    for turns in (1, 3):
        picture = draw_diagram(profile, turns)
        hooks = sorted(map(int, texts(picture, "hook")))
        assert hooks == sorted(profile.boxes(turns * profile.period).values())
        assert len(hooks) == turns * profile.rank * profile.level
        assert texts_in_the_way(picture) == []


def test_diagram_refuses_and_leaves_out():
    with pytest.raises(TypeError, match="profile must be a Profile"):
        draw_diagram("10")
    with pytest.raises(ValueError, match="turns must be at least 1, got 0"):
        draw_diagram(Profile("10"), 0)
    with pytest.raises(ValueError, match="at most 2000 boxes to be drawn, got 2001"):
        draw_diagram(Profile("10"), 2001)
    picture = draw_diagram(Profile("1" * 20 + "0" * 40))
    assert picture.says.endswith(": 1600 boxes")
    assert not texts(picture, "hook")


@pytest.mark.parametrize("c", ALL[:5], ids=lambda c: str(c.profile))
def test_growth_has_every_corner_and_label(c):
    for diagram in (growth_diagram(c), growth_diagram(c, BURGE)):
        picture = draw_growth(diagram)
        corners = [corner for line in diagram.grid()[::-2] for corner in line[::2] if corner]
        assert texts(picture, "corner") == corners
        assert texts(picture, "cell") == [str(cell.label or "·") for cell in diagram.cells]
        for n in range(1, 1 + max((cell.box.n for cell in diagram.cells), default=0)):
            labels = [cell.label for cell in diagram.cells if cell.box.n == n]
            labelled = sum(map(bool, labels))
            assert number_of_polygons(picture, f"turn-{n}-labelled") == labelled
            assert number_of_polygons(picture, f"turn-{n}") == len(labels) - labelled
    assert draw_growth(c).svg() == draw_growth(growth_diagram(c)).svg()
    assert texts_in_the_way(picture) == []


def test_growth_labels_are_in_their_cells():
    """A label has inner below right, outer above left, left below and right above it."""
    diagram = growth_diagram(CHIRAL)
    picture = draw_growth(diagram)
    corners, cells = {}, []
    for text in picture.figure.axes[0].texts:
        if text.get_gid() == "corner":
            corners[text.get_position()] = text.get_text()
        elif text.get_gid() == "cell":
            cells.append(text.get_position())
    for cell, (x, y) in zip(diagram.cells, cells, strict=True):
        low, high = y - 0.5, y + 0.5
        for row, before, after in ((low, cell.left, cell.inner), (high, cell.outer, cell.right)):
            here = {at: said for (at, up), said in corners.items() if up == pytest.approx(row)}
            assert here[max(at for at in here if at < x)] == str(before)
            assert here[min(at for at in here if at > x)] == str(after)


def test_growth_leaves_out_partitions_then_refuses(monkeypatch):
    picture = draw_growth(LARGE)
    assert picture.says.endswith(", labels only")
    assert not texts(picture, "corner")
    assert len(texts(picture, "cell")) == len(growth_diagram(LARGE).cells)
    c = compose(Profile("1" * 10 + "0" * 10), (), {(1, 11, 21): 1})
    with pytest.raises(
        ValueError, match=r"growth diagram must have at most 2000 cells .* got 2100"
    ):
        draw_growth(growth_diagram(c))
    assert growth_diagram(c)._repr_svg_() is None
    with monkeypatch.context() as patched:  # refused before it is peeled cell by cell
        patched.delattr("cylindric.drawing.growth.growth_diagram")
        with pytest.raises(ValueError, match=r"at most 2000 cells to be drawn, got 2100"):
            draw_growth(c)
    assert growth_diagram(MEDIUM)._repr_svg_() == draw_growth(MEDIUM).svg()
    with pytest.raises(TypeError, match="must be a GrowthDiagram or a CylindricPartition, got 7"):
        draw_growth(7)


# Samples and series.


def test_limit_shape_is_the_mean_and_needs_no_objects(monkeypatch):
    samples = sample(Profile("11010"), 0.6, size=20, rng=1)
    seen = []

    def kept(heights, **options):
        seen.append(heights)
        return heat_map(heights, **options)

    monkeypatch.setattr("cylindric.drawing.limit_shape.heat_map", kept)
    assert draw_limit_shape(samples).svg() == draw_limit_shape(list(samples)).svg()
    for heights in seen:
        for k in range(1, 6):
            for i in range(1, len(heights) + 1):
                parts = [
                    mu[i - 1] if i <= len(mu) else 0
                    for mu in (c.partitions[k - 1] for c in samples)
                ]
                assert heights[i - 1, k - 1] == pytest.approx(sum(parts) / 20)


def test_limit_shape_asks_for_one_profile():
    with pytest.raises(ValueError, match="at least one cylindric partition, got none"):
        draw_limit_shape([])
    with pytest.raises(ValueError, match="samples must all have the profile 10 of the first"):
        draw_limit_shape([TINY, MEDIUM])
    assert "mean of mu^k_i over 1 cyl" in draw_limit_shape([EMPTY]).says


@pytest.mark.parametrize("shape", [(3, 7), (500, 900), (1, 1)])
def test_heat_map_covers_its_frame(shape):
    heights = np.add.outer(np.arange(shape[0])[::-1], np.arange(shape[1])).astype(float)
    picture = heat_map(heights, title="t", bar="b", says="s", theme="light")
    axes = picture.figure.axes[0]
    covered = 0.0
    colours = []
    for patch in axes.patches:
        for outline in patch.get_path().to_polygons(closed_only=True):
            (x0, y0), (x1, y1) = outline.min(axis=0), outline.max(axis=0)
            covered += (x1 - x0) * (y1 - y0)
        colours.append(patch.get_facecolor())
    assert covered == pytest.approx(shape[0] * shape[1])
    assert len(set(colours)) == len(colours)
    assert axes.get_ylim() == (shape[0] + 0.5, 0.5)
    assert len(picture.svg()) < 2_000_000


def test_ratios_are_those_of_the_series():
    huge = 10**400
    picture = draw_ratios(
        Series([1, 2, 3]), Series([0, 5, 0, huge, 3 * huge]), names=("one", "other")
    )
    ((x, y),) = lines(picture, "ratios-1")
    assert (x.tolist(), y.tolist()) == ([0, 1], [2, 1.5])
    ((x, y),) = lines(picture, "ratios-2")
    assert (x.tolist(), y.tolist()) == ([1, 3], [0, 3])
    legend = picture.figure.axes[0].get_legend()
    assert [text.get_text() for text in legend.get_texts()] == ["one", "other"]
    assert texts_in_the_way(picture) == []
    assert picture.says == "ratios a(n+1)/a(n), n = 0 .. 3"


def test_ratios_ask_for_series():
    with pytest.raises(TypeError, match=r"series must be a Series, got \[1, 2\]"):
        draw_ratios([1, 2])
    with pytest.raises(ValueError, match="series must have two coefficients, the first not 0"):
        draw_ratios(Series([0, 1]))
    with pytest.raises(ValueError, match=r"names must be 2, got \('one',\)"):
        draw_ratios(Series([1, 1]), Series([1, 2]), names=("one",))
