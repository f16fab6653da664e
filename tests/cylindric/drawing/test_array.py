"""Arrays: rows shifted and repeated, falling along rows and down columns."""

import pytest
from hypothesis import given

from cylindric import CylindricPartition, Profile, draw_array
from cylindric import strategies as some
from tests.cylindric.drawing.shown import MEDIUM, UPS_ONLY, groups, number_of_polygons, texts


def test_array_rows_are_shifted_and_repeat():
    picture = draw_array(MEDIUM)
    assert MEDIUM.rows() == ((2, 1, 1), (2, 1))
    assert texts(picture, "entry") == ["2", "1", "1", "2", "1"]
    placed = {"entry": {}, "again": {}}
    for text in picture.figure.axes[0].texts:
        placed.setdefault(text.get_gid(), {})[text.get_position()] = text.get_text()
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
    assert texts(picture, "legend") == ["entries, the larger the stronger", "the same rows again"]
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
