"""Nobody types the table: it is made of the figures, and the figures are of rows that there are."""

import pytest

from tests.benchmarks.__main__ import NAMES
from tests.benchmarks.growth_rows import GROWTH, exponent
from tests.benchmarks.table import FIGURES, README, read, table, written_into

FOUND = read(FIGURES)


def test_the_readme_has_the_table_that_the_figures_make():
    text = README.read_text(encoding="utf-8")
    assert table(FOUND) in text
    assert written_into(text, FOUND) == text


def test_a_figure_that_is_typed_is_found():
    row = next(iter(FOUND["rows"].values()))
    text = README.read_text(encoding="utf-8").replace(row["measured"], "0.00 x", 1)
    assert written_into(text, FOUND) != text


def test_every_figure_is_of_a_row_in_their_order():
    assert list(FOUND["rows"]) == [name for name in NAMES if name in FOUND["rows"]]
    assert {row["run"] for row in FOUND["rows"].values()} == {
        run["number"] for run in FOUND["runs"]
    }


@pytest.mark.parametrize("name", GROWTH)
def test_the_exponent_is_that_of_the_points(name):
    entry = FOUND["growth"][name]
    assert exponent(entry["points"]) == pytest.approx(entry["exponent"], abs=0.01)
    assert f"{entry['exponent']:.1f}"[:2] == FOUND["rows"][name]["measured"][:2]
