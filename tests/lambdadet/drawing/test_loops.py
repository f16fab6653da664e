"""Pictures of fully packed loops: every path, every closed loop, every number."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from lambdadet import strategies as some
from lambdadet.drawing.loops import MOST_NUMBERED, draw_loops
from lambdadet.models.loops import MOST_SHOWN, FullyPackedLoop
from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.sampling.matrices import random_asm
from termwise.pictures import THEMES
from tests.lambdadet.drawing.shown import texts

BLOB = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])


@pytest.mark.slow
@settings(max_examples=20)
@given(some.alternating_sign_matrices(max_size=7))
def test_loops(a):
    loop = FullyPackedLoop.from_asm(a)
    picture = draw_loops(a)
    lines = {line.get_gid(): line for line in picture.figure.axes[0].lines}
    links = {name for name in lines if name.startswith("path")}
    assert links == {f"path-{i}-{j}" for i, j in loop.link_pattern}
    assert set(lines) == links | {f"loop-{k}" for k in range(1, len(lines) - len(links) + 1)}
    assert f"paths: {len(links)}, closed loops: {len(lines) - len(links)}" in picture.says
    for name, line in lines.items():
        assert (line.get_color() == THEMES["light"].accent) == name.startswith("loop")
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
            assert min(np.abs(path[end] - place).sum() for end in (0, -1)) < 0.7


def test_loops_show_themselves():
    loop, picture = FullyPackedLoop.from_asm(BLOB), draw_loops(BLOB)
    assert picture.svg() == draw_loops(loop).svg()
    assert loop._repr_mimebundle_() == picture._repr_mimebundle_()


def test_numbered_ends_run_clockwise():
    a, b = (texts(draw_loops(BLOB))[f"end-{k}"].get_position() for k in (1, 2))
    assert a[0] < b[0]
    assert a[1] == b[1] == min(text.get_position()[1] for text in texts(draw_loops(BLOB)).values())


@pytest.mark.slow
def test_closed_loops_are_found():
    """One of the 42 fully packed loops of size 4 has a closed loop: the square in the middle."""
    pictures = [draw_loops(a) for a in alternating_sign_matrices(4)]
    assert [picture.says.split(", ")[-1] for picture in pictures].count("closed loops: 0") == 41
    (line,) = (
        line
        for picture in pictures
        for line in picture.figure.axes[0].lines
        if line.get_gid() == "loop-1"
    )
    points = line.get_xydata().round(6).tolist()
    assert len(points) == 5
    assert points[0] == points[-1]
    assert np.ptp(points, axis=0).tolist() == [1, 1]


def test_large_loops_have_no_numbers():
    picture = draw_loops(random_asm(MOST_NUMBERED + 1, rng=1))
    assert picture.says.endswith("; ends without numbers")
    assert not texts(picture)
    assert len(picture.figure.axes[0].lines) >= MOST_NUMBERED + 1


@pytest.mark.parametrize(
    ("draw", "error", "message"),
    [
        (lambda: draw_loops(None), TypeError, "loop must be a FullyPackedLoop or"),
        (lambda: draw_loops(_identity(151)), ValueError, "loop must have 1 to 150 rows"),
    ],
)
def test_bad_input(draw, error, message):
    with pytest.raises(error, match=message):
        draw()


def _identity(n):
    return AlternatingSignMatrix(np.eye(n, dtype=int))


def test_too_large_for_a_notebook_is_text():
    assert FullyPackedLoop.from_asm(_identity(MOST_SHOWN + 1))._repr_mimebundle_() == {}
