"""Rules cell by cell, peeling object by object, and the mutants both must catch."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from cylindric import (
    BURGE,
    RSK,
    Decomposition,
    LocalRule,
    Partition,
    Profile,
    check_bijection,
    check_local_rule,
)
from cylindric.checks import bijection
from cylindric.growth.bijection import compose_all, decompose_all
from tests.cylindric.growth.test_local_rules import RULES, shifted

WRONG = [
    shifted(RSK, 1),
    shifted(BURGE, -1),
    LocalRule("inner and left exchanged", lambda i, a, b, m: RSK.forward(a, i, b, m), RSK.backward),
    LocalRule(
        "outer and left exchanged", RSK.forward, lambda a, b, outer: RSK.backward(outer, b, a)
    ),
    LocalRule("two rules mixed", RSK.forward, BURGE.backward),
    LocalRule("no label", lambda i, a, b, m: RSK.forward(i, a, b, 0), RSK.backward),
    LocalRule("raises", lambda i, a, b, m: [][0], RSK.backward),
    LocalRule("raises back", RSK.forward, lambda left, right, outer: None),
    LocalRule(
        "label in the wrong row",
        lambda i, a, b, m: (*RSK.forward(i, a, b, 0), *([m] if m else [])),
        RSK.backward,
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=repr)
def test_rules_are_bijections_on_every_small_cell(rule):
    comparison = check_local_rule(rule, max_size=7)
    assert comparison.agrees
    assert len(comparison.rows) > 3000


@pytest.mark.parametrize("rule", WRONG, ids=repr)
def test_wrong_rules_are_caught_and_the_cell_is_named(rule):
    comparison = check_local_rule(rule, max_size=4)
    assert not comparison.agrees
    term = comparison.first_difference.term
    assert "left=" in term
    assert "right=" in term


def test_reports_of_wrong_rules_say_what_is_wrong():
    said = {
        rule.name: {row.values[1] for row in check_local_rule(rule, max_size=3).differences}
        for rule in WRONG
    }
    assert "outer (1) of size 1" in said["shifted"]
    assert any("horizontal strip" in answer for answer in said["label in the wrong row"])
    assert any("and back to inner=" in answer for answer in said["two rules mixed"])
    assert any(answer.startswith("IndexError") for answer in said["raises"])
    assert any(answer.startswith("TypeError") for answer in said["raises back"])
    assert any(answer == "m = -1" for answer in _answers(shifted(RSK, 1)))


def _answers(rule):
    return [row.values[1] for row in check_local_rule(rule, max_size=3).differences]


def test_forward_rule_with_one_wrong_answer_is_caught():
    cell = (Partition(), Partition((1,)), Partition((1,)), 0)

    def forward(*given):
        return (2,) if given == cell else RSK.forward(*given)

    comparison = check_local_rule(LocalRule("once wrong", forward, RSK.backward), max_size=3)
    names = [row.term for row in comparison.differences]
    assert names == ["inner=∅ left=(1) right=(1) m=0", "outer=(1,1) left=(1) right=(1)"]


def test_a_bijection_with_the_wrong_sizes_is_no_local_rule():
    flipped = LocalRule(
        "flipped",
        lambda inner, left, right, m: RSK.forward(inner, left, right, m ^ 1),
        lambda a, b, outer: (RSK.backward(a, b, outer)[0], RSK.backward(a, b, outer)[1] ^ 1),
    )
    said = {row.values[1] for row in check_local_rule(flipped, max_size=4).differences}
    assert said
    assert all("of size" in answer for answer in said)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: check_local_rule("rsk"), TypeError, "rule must be a LocalRule"),
        (lambda: check_local_rule(RSK, -1), ValueError, "max_size must be at least 0"),
        (lambda: check_bijection(Profile("11010"), 90), ValueError, "pass limit="),
    ],
)
def test_checks_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()


# Mutants of the bijection


@pytest.mark.parametrize("rule", [shifted(RSK, 1), shifted(BURGE, -1)])
def test_labels_off_by_one_are_found(rule):
    comparison = check_bijection(Profile("1010"), 4, rule=rule)
    assert not comparison.agrees
    assert "rule shifted" in comparison.notes[0]
    assert "rule shifted" in str(comparison)


@pytest.mark.parametrize(("word", "part"), [("110100", 3), ("1010", 2), ("1010", 5)])
def test_the_same_object_is_named_however_the_work_is_cut(monkeypatch, word, part):
    """Where the first part has an object that fails, but not the first of all."""

    def backward(left, right, outer):
        if sum(map(bool, outer)) == 2:
            raise ValueError("no")
        return RSK.backward(left, right, outer)

    rule, profile = LocalRule("one row only", RSK.forward, backward), Profile(word)
    alone = check_bijection(profile, 6, rule=rule)
    assert len(alone.notes) == 1
    monkeypatch.setattr("cylindric.sums.listing.SMALLEST_PART", part)
    with ThreadPoolExecutor(2) as pool:
        assert check_bijection(profile, 6, rule=rule, executor=pool) == alone


def test_a_rule_that_loses_information_is_found(monkeypatch):
    """Two objects with one image: `peeled` and `reached` fall behind."""

    def merged(objects, rule):
        answers = decompose_all(objects, rule)
        return [answers[0]] * min(2, len(answers)) + answers[2:]

    monkeypatch.setattr(bijection, "decompose_all", merged)
    row = check_bijection(Profile("1010"), 5).first_difference
    assert row.values[0] > row.values[1]
    assert "composes to" in check_bijection(Profile("1010"), 5).notes[0]


def test_a_bijection_that_loses_the_weight_is_found(monkeypatch):
    """Exchange the images of the empty object and of one of weight 1, there and back."""
    nothing, one = Decomposition((), {}), Decomposition((), {(1, 2, 1): 1})
    other = {nothing: one, one: nothing}
    monkeypatch.setattr(
        bijection,
        "decompose_all",
        lambda objects, rule: [other.get(d, d) for d in decompose_all(objects, rule)],
    )
    monkeypatch.setattr(
        bijection,
        "compose_all",
        lambda profile, pairs, rule: compose_all(profile, [other.get(d, d) for d in pairs], rule),
    )
    comparison = check_bijection(Profile("10"), 3)
    assert comparison.rows[0].values == (1, 0, 1, 1, 0, 0)
    assert comparison.rows[1].values == (1, 0, 1, 1, 0, 0)
    assert comparison.rows[2].agrees


def test_composing_to_the_wrong_object_is_found(monkeypatch):
    monkeypatch.setattr(
        bijection,
        "compose_all",
        lambda profile, pairs, rule: compose_all(profile, pairs[::-1], rule),
    )
    row = check_bijection(Profile("1010"), 3).rows[2]
    assert row.values == (3, 3, 1, 3, 3, 1)
