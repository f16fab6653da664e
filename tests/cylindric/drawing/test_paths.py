"""Lattice paths: half steps that do not cross, peaks and valleys marked and labelled."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from cylindric import CylindricPartition, Profile, draw_paths, macdonald_weight, peaks_and_valleys
from tests.cylindric.drawing.shown import ALL, TINY, lines, texts


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


@pytest.mark.slow
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
            inside = (box.min <= points) & (points <= box.max)
            assert not inside.all(axis=1).any(), text.get_text()


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
