"""Borodin's identity by every route, and the mutants its checks must catch."""

import numpy as np
import pytest

from cylindric import (
    BURGE,
    RSK,
    Decomposition,
    Profile,
    Series,
    borodin_series,
    check_bijection,
    check_borodin,
    check_largest_part,
    check_last_passage,
    check_refined,
    compose,
    decompose,
    refined_series,
)
from cylindric.checks import borodin
from cylindric.sums import counts, listing, transfer
from cylindric.sums.counts import METHODS
from tests.cylindric import definitions as brute
from tests.cylindric.growth.test_local_rules import shifted


@pytest.mark.slow
def test_every_route_on_every_short_word():
    for word in brute.words(4):
        pi = Profile(word)
        assert check_borodin(pi, 8, METHODS).agrees
        assert check_borodin(pi, 6, rule=BURGE).agrees
        assert check_borodin(pi, 6, open=True).agrees
        assert check_refined(pi, 6).agrees
        assert check_refined(pi, 6, open=True, rule=BURGE).agrees
        assert check_largest_part(pi, 7).agrees
        assert check_bijection(pi, 6).agrees


@pytest.mark.slow
@pytest.mark.parametrize("word", ["11010", "1110100", "111000", "10110"])
def test_checks_of_longer_profiles(word):
    pi = Profile(word)
    assert check_borodin(pi, 14, METHODS).agrees
    assert check_bijection(pi, 10, rule=BURGE).agrees
    assert check_bijection(pi, 10, open=True).agrees
    assert check_refined(pi, 9).agrees
    assert check_largest_part(pi, 12).agrees
    assert check_last_passage(pi, 8).agrees


def test_comparison_holds_every_route():
    comparison = check_borodin(Profile("11010"), 6)
    assert [name for name, _ in comparison.sides] == ["product", "layers", "transfer", "bijection"]
    assert [row.term for row in comparison.rows] == [f"z^{k}" for k in range(6)]
    assert comparison.rows[5].values == (21, 21, 21, 21)
    assert tuple(comparison.rows[5]) == ("z^5", 21, 21)


def test_long_periods():
    """More than 255 places: nothing is kept in a byte."""
    pi = Profile("1" * 150 + "0" * 150)
    comparison = check_borodin(pi, 4)
    assert comparison.agrees
    assert [name for name, _ in comparison.sides] == ["product", "transfer", "bijection"]
    assert "layers left out" in comparison.notes[0]
    labels = {(1, 300, 1): 2, (150, 151, 1): 1, (75, 200, 1): 3}
    assert dict(decompose(compose(pi, (), labels)).labels) == labels


def test_raising_the_limit_goes_on():
    pi = Profile("11010")
    with pytest.raises(ValueError, match=r"takes 14 .* more than the limit of 10: pass limit=14"):
        check_borodin(pi, 4, ["enumeration"], limit=10)
    assert check_borodin(Profile("10"), 4, ["enumeration"], limit=10**8).agrees
    for limit in (2.5, True, "many"):
        with pytest.raises(TypeError, match="limit must be an integer"):
            check_borodin(pi, 4, limit=limit)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: check_borodin(Profile("10"), 0), ValueError, "order must be at least 1, got 0"),
        (lambda: check_borodin(Profile("10"), 2.0), TypeError, "order must be an integer"),
        (lambda: check_borodin("10", 2), TypeError, "profile must be a Profile"),
        (lambda: check_borodin(Profile("10"), 2, ["magic"]), ValueError, "got 'magic'"),
        (lambda: check_borodin(Profile("10"), 2, "layers"), TypeError, "list of methods"),
        (
            lambda: check_borodin(Profile("10"), 2, 5),
            TypeError,
            "an iterable, got 5",
        ),
        (lambda: check_borodin(Profile("10"), 2, []), ValueError, "list of methods"),
        (lambda: check_borodin(Profile("10"), 2, np.array([])), ValueError, "list of methods"),
        (lambda: check_borodin(Profile("10"), 2, np.array("layers")), TypeError, "list of methods"),
        (lambda: check_borodin(Profile("10"), 2, np.zeros(3)), TypeError, "list of methods"),
        (lambda: check_borodin(Profile("10"), 2, [["layers"]]), TypeError, "list of methods"),
        (lambda: check_borodin(Profile("10"), 2, np.array(["layer"])), ValueError, "got np.str_"),
        (lambda: check_borodin(Profile("10"), 2, ["layers"], open=True), ValueError, "open"),
        (lambda: check_borodin(Profile("10"), 2, rule="rsk"), TypeError, "rule must be"),
        (lambda: check_borodin(Profile("10"), 2, ["layers"], rule=BURGE), ValueError, "rule burge"),
        (lambda: check_borodin(Profile("11010"), 90), ValueError, r"\d{10} cylindric partitions"),
        (lambda: check_refined(Profile("10"), 90), ValueError, "pass limit="),
    ],
)
def test_checks_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()


# Mutants: every check must say which term differs when one side is wrong.


def test_one_changed_coefficient_is_found(monkeypatch):
    def changed(profile, order, **options):
        wrong = list(borodin_series(profile, order, **options).coefficients)
        wrong[5] += 1
        return Series(wrong)

    monkeypatch.setattr(borodin, "borodin_series", changed)
    comparison = check_borodin(Profile("11010"), 9)
    assert not comparison.agrees
    assert tuple(comparison.first_difference) == ("z^5", 22, 21)
    assert len(comparison.differences) == 1


@pytest.mark.parametrize(
    ("room", "route"),
    [(counts, "transfer_series"), (borodin, "layers_series"), (counts, "decompose_all")],
    ids=["transfer_series", "layers_series", "decompose_all"],
)
def test_a_wrong_route_is_found(monkeypatch, room, route):
    right = getattr(room, route)

    def wrong(*given, **options):
        answer = right(*given, **options)
        if isinstance(answer, Series):
            return answer + Series([0, 0, 1], answer.order)
        return [answer[0]] * len(answer)

    monkeypatch.setattr(room, route, wrong)
    assert check_borodin(Profile("1010"), 6).first_difference.term in ("z^1", "z^2")


def test_a_reversed_word_escapes_the_plain_identity_and_not_the_refined_one(monkeypatch):
    def backwards(series):
        return lambda profile, order, **options: series(
            Profile(profile.word[::-1]), order, **options
        )

    pi = Profile("1110100")
    monkeypatch.setattr(borodin, "borodin_series", backwards(borodin_series))
    assert check_borodin(pi, 9).agrees  # the trap: counting by weight cannot see it
    monkeypatch.setattr(borodin, "refined_series", backwards(refined_series))
    assert not check_refined(pi, 4).agrees


def test_a_lost_last_step_in_the_transfer_is_found(monkeypatch):
    monkeypatch.setattr(transfer, "_can_reach", lambda *given: True)
    assert not check_borodin(Profile("11010"), 6, ["transfer"]).agrees


def test_wrong_hooks_are_found(monkeypatch):
    right = Profile.hook_length
    monkeypatch.setattr(Profile, "hook_length", lambda pi, box: right(pi, box) + 1)
    assert not check_borodin(Profile("10"), 5, ["bijection"]).agrees
    assert not check_bijection(Profile("10"), 5).agrees


def test_wrong_label_exponents_are_found_in_their_own_column(monkeypatch):
    right = Decomposition.refined_weight
    monkeypatch.setattr(Decomposition, "refined_weight", lambda d, profile: right(d, profile)[::-1])
    row = check_refined(Profile("110"), 4).first_difference
    product, enumeration, bijection = row.values
    assert product == enumeration != bijection


def test_check_borodin_peels_by_the_rule_it_is_given():
    with pytest.raises(ValueError, match="rule shifted must give a cell"):
        check_borodin(Profile("10"), 4, rule=shifted(RSK, 1))


def test_the_refined_sides_are_their_own(monkeypatch):
    """Break the peeling: the enumeration must not move with it."""
    right = borodin.decompose_all
    monkeypatch.setattr(borodin, "decompose_all", lambda objects, rule: right(objects[:1], rule))
    product, enumeration, bijection = check_refined(Profile("110"), 4).first_difference.values
    assert product == enumeration != bijection


def test_batches_are_counted_to_the_last(monkeypatch):
    monkeypatch.setattr(listing, "BATCH", 3)
    assert check_borodin(Profile("1010"), 8, ["bijection"]).agrees
    assert check_bijection(Profile("1010"), 7).agrees


def test_methods_in_an_array():
    methods = np.array(["layers", "transfer"])
    assert check_borodin(Profile("10"), 4, methods) == check_borodin(
        Profile("10"), 4, ["layers", "transfer"]
    )
