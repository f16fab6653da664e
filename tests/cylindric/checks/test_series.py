"""Series side by side."""

from fractions import Fraction

import pytest

from cylindric import (
    MultiSeries,
    Profile,
    QTFraction,
    Series,
    borodin_series,
    compare_series,
    count_series,
    refined_series,
)

PI = Profile("110")


def test_series_agree_to_the_lower_order():
    found = compare_series(borodin_series(PI, 9), count_series(PI, 6), statement="both sides")
    assert found
    assert found.statement == "both sides"
    assert [row.term for row in found.rows] == [f"z^{k}" for k in range(6)]


@pytest.mark.parametrize("k", range(6))
def test_one_changed_coefficient_is_found(k):
    changed = list(borodin_series(PI, 6).coefficients)
    changed[k] += 1
    found = compare_series(borodin_series(PI, 8), changed, borodin_series(PI, 7))
    assert [row.term for row in found.differences] == [f"z^{k}"]
    assert [name for name, _ in found.sides] == ["a", "b", "c"]


def test_lists_alone_are_in_q():
    found = compare_series([1, 2], (1, 2, 3))
    assert found.statement == "a = b below order 2"
    assert [row.term for row in found.rows] == ["q^0", "q^1"]


def test_series_in_several_variables():
    refined = refined_series(PI, 5)
    e, c = next((e, c) for e, c in refined.terms.items() if sum(e) == 3)
    other = MultiSeries(refined.variables, {**refined.terms, e: c + 1}, 5, refined.degrees)
    found = compare_series(refined, other)
    assert len(found.rows) == len(refined.terms)
    assert [row.values for row in found.differences] == [(c, c + 1)]
    assert compare_series(refined, other, refined).sides[2][0] == "c"
    lower = MultiSeries(refined.variables, {e: c}, 3, refined.degrees) if sum(e) < 3 else None
    assert lower is None
    empty = MultiSeries(("x",), {}, 2)
    assert [row.values for row in compare_series(empty, empty).rows] == [(0, 0)]
    values = MultiSeries(("x",), {(1,): Fraction(1, 2), (0,): QTFraction({(0, 1): 1})}, 2)
    assert [row.term for row in compare_series(values, empty).differences] == ["1", "x"]


@pytest.mark.parametrize(
    ("sides", "options", "error", "says"),
    [
        ((Series([1]), "11"), {}, TypeError, "sides must be series"),
        ((Series([1]), 1), {}, TypeError, "must be"),
        ((Series([1]), [0.5]), {}, TypeError, "coefficients must be integers"),
        ((Series([1]), []), {}, ValueError, "order must be at least 1"),
        ((Series([1]), MultiSeries(("x",), {}, 2)), {}, TypeError, "all or none"),
        (
            (MultiSeries(("y",), {}, 2), MultiSeries(("x",), {}, 2)),
            {},
            ValueError,
            "in the same variables",
        ),
        (([1], [1]), {"names": ["a"]}, ValueError, "names must be 2 different"),
        (([1], [1]), {"names": ["a", "a"]}, ValueError, "names must be 2 different"),
    ],
)
def test_bad_input(sides, options, error, says):
    with pytest.raises(error, match=says):
        compare_series(*sides, **options)
