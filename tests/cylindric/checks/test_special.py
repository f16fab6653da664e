"""Specialised identities, golden overpartitions, and the mutants."""

import pytest

from cylindric import Profile, check_overpartitions, check_specialisation
from cylindric.checks import special
from cylindric.macdonald import specialisations
from cylindric.macdonald.specialisations import SPECIALISATIONS
from tests.cylindric.macdonald.test_specialisations import F

# The math notes, section 5, after [CSV11].
GOLDEN = [("1100", [1, 2, 6, 12, 23, 42, 74, 124]), ("1010", [1, 4, 8, 16, 33, 60, 104, 176])]


@pytest.mark.slow
@pytest.mark.parametrize("word", ["1010", "11010", "0011"])
def test_specialised_identities(word):
    pi = Profile(word)
    for name in SPECIALISATIONS:
        comparison = check_specialisation(pi, 7, name)
        assert comparison.agrees
        assert [side for side, _ in comparison.sides] == ["product", "direct", "general"]
        assert check_specialisation(pi, 7, name, open=True).agrees
    assert check_specialisation(pi, 7, "jack", alpha=F(2, 3)).agrees
    assert check_specialisation(pi, 7, "jack", alpha=4, open=True).agrees


@pytest.mark.parametrize(("word", "numbers"), GOLDEN)
def test_golden_overpartitions(word, numbers):
    comparison = check_overpartitions(Profile(word), 8)
    assert comparison.agrees
    assert [row.left for row in comparison.rows] == numbers
    assert check_overpartitions(Profile(word), 8, open=True).agrees


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda pi: check_specialisation(pi, 3, "schurr"), ValueError, "jack, got 'schurr'"),
        (lambda pi: check_specialisation(pi, 3, "jack"), ValueError, "got jack and None"),
        (lambda pi: check_specialisation(pi, 3, "schur", alpha=2), ValueError, "got schur and 2"),
        (lambda pi: check_specialisation(pi, 3, "jack", alpha=0), ValueError, "positive, got 0"),
        (lambda pi: check_specialisation(pi, 3, "jack", alpha=0.5), TypeError, "alpha must be"),
        (lambda pi: check_specialisation(pi, 0, "schur"), ValueError, "order must be at least 1"),
        (lambda pi: check_overpartitions(pi, 90), ValueError, "pass limit="),
        (lambda pi: check_overpartitions("10", 3), TypeError, "profile must be a Profile"),
    ],
)
def test_checks_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make(Profile("1010"))


# Mutants


def test_wrong_direct_formulas_are_found(monkeypatch):
    right = specialisations.hall_littlewood_weight
    symbols = SPECIALISATIONS["hall-littlewood"][1]

    def wrong(c):
        return right(c).specialise(t=(0, 2))

    monkeypatch.setitem(SPECIALISATIONS, "hall-littlewood", (wrong, symbols))
    product, direct, general = check_specialisation(
        Profile("1010"), 5, "hall-littlewood"
    ).first_difference.values
    assert product == general != direct


def test_a_lost_overlining_is_found(monkeypatch):
    monkeypatch.setattr(special, "overlinings", lambda c: [frozenset()])
    row = check_overpartitions(Profile("10"), 6).first_difference
    assert (row.term, row.values) == ("z^1", (2, 1, 2))


def test_a_wrong_jack_box_is_found(monkeypatch):
    monkeypatch.setattr(
        specialisations, "_jack_box", lambda shape, i, j, alpha: alpha**0 * (i + j + 2)
    )
    product, direct, general = check_specialisation(
        Profile("10"), 4, "jack", alpha=2
    ).first_difference.values
    assert product == general != direct
