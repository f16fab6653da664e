"""Ratios are those of the series."""

import pytest

from cylindric import Series, draw_ratios
from tests.cylindric.drawing.shown import lines, texts_in_the_way


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
    with pytest.raises(TypeError, match=r"names must be a string, got \[\]"):
        draw_ratios(Series([1, 1]), names=[[]])
    with pytest.raises(ValueError, match=r"ratios must be at most 10\^300 to be drawn, got 1000"):
        draw_ratios(Series([1, 10**301]))
