"""Determinants against rows of bounded length; unbounded they are everything."""

import pytest

from cylindric import Profile, borodin_series
from cylindric.sums.bounded_rows import bounded_rows_series
from tests.cylindric.sums.row_definitions import counted

ORDER = 8


@pytest.mark.parametrize("largest", [None, 0, 1, 3])
@pytest.mark.parametrize(
    "c", [(2, 1), (0, 3), (1, 1), (2,), (0,), (2, 1, 0), (0, 0, 2), (3, 0, 1), (0, 1, 1, 0)]
)
def test_rows_of_at_most_b_parts(c, largest):
    for bound in range(4):

        def wanted(rows, bound=bound):
            longest = max(map(len, rows)) <= bound
            return longest and (largest is None or all(x <= largest for r in rows for x in r))

        series = bounded_rows_series(c, bound, ORDER, largest=largest)
        assert [int(series[n]) for n in range(ORDER)] == counted(c, ORDER, wanted), bound


@pytest.mark.parametrize("c", [(2, 1), (1, 1, 1), (3, 1, 0)])
def test_without_a_bound_it_is_borodin(c):
    order = 24
    series = bounded_rows_series(c, order, order)
    expected = borodin_series(Profile.from_composition(c), order)
    assert tuple(int(series[n]) for n in range(order)) == expected.coefficients
    shorter = bounded_rows_series(c, 3, order)
    assert shorter != series


def test_what_is_too_large_is_refused():
    with pytest.raises(ValueError, match="steps of determinants"):
        bounded_rows_series((1,) * 12, 3, 10)
