"""The largest part by every route, and the mutants its checks must catch."""

import pytest

from cylindric import BURGE, Profile, check_largest_part, check_last_passage
from cylindric.checks import largest_part
from cylindric.sums import corteel_welsh, layers


def test_burge_has_no_passage_time():
    assert check_last_passage(Profile("1010"), 7).agrees
    assert not check_last_passage(Profile("1010"), 7, rule=BURGE).agrees


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: check_largest_part(Profile("11010"), 90), ValueError, "pass limit="),
        (lambda: check_last_passage(Profile("11010"), 30), ValueError, "pass limit="),
    ],
)
def test_checks_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()


# Mutants


@pytest.mark.parametrize("side", ["largest_part_series", "corteel_welsh_series"])
def test_a_reversed_word_is_found(monkeypatch, side):
    right = getattr(largest_part, side)
    monkeypatch.setattr(
        largest_part,
        side,
        lambda profile, order, **options: right(Profile(profile.word[::-1]), order, **options),
    )
    assert not check_largest_part(Profile("1110100"), 7).agrees


def test_excess_read_the_other_way_is_found(monkeypatch):
    right = layers.excess
    monkeypatch.setattr(layers, "excess", lambda c, d: right(d, c))
    assert not check_largest_part(Profile("1110100"), 8).agrees


def test_a_wrong_sign_in_corteel_welsh_is_found(monkeypatch):
    right = corteel_welsh._neighbours
    monkeypatch.setattr(corteel_welsh, "_neighbours", lambda c: ((d, 1) for d, _ in right(c)))
    assert not check_largest_part(Profile("11010"), 6).agrees


def test_passage_sides_are_their_own(monkeypatch):
    """Break the passage time: the enumeration must not move with it."""
    monkeypatch.setattr(largest_part, "last_passage_time", lambda *given: 0)
    comparison = check_largest_part(Profile("110"), 4)
    names = [name for name, _ in comparison.sides]
    values = dict(zip(names, comparison.first_difference.values, strict=True))
    assert values["enumeration"] == values["layers"] == values["Corteel-Welsh"]
    assert values["last passage"] != values["enumeration"]
