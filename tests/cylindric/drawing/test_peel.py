"""Peels: every end of the tree is what the flows give, and the picture says it."""

from fractions import Fraction

import pytest

from cylindric import (
    BURGE,
    INDEPENDENT,
    RSK,
    CylindricPartition,
    LocalRule,
    Profile,
    compose,
    decompose,
    draw_peel,
    mixture,
)
from cylindric.drawing.peel import _grow
from cylindric.randomised.flows import Transitions, peeled
from cylindric.randomised.points import Point
from cylindric.randomised.rules import probabilistic
from tests.cylindric.drawing.shown import MEDIUM, TINY, groups, texts, texts_in_the_way

Q, T = Fraction(2, 3), Fraction(3, 7)
COIN = mixture(Fraction(1, 3), RSK, BURGE)
SECOND_TURN = compose(Profile("110"), (), {(2, 3, 2): 1, (1, 3, 2): 1})
TEN = CylindricPartition(Profile("10"), [(3, 1), (2,)])


def test_a_tree_by_hand():
    """The cell (1), (1), (2) is peeled to inner empty or (1), each with probability 1/2."""
    picture = draw_peel(TINY, Q, T)
    assert texts(picture, "box") == ["box (1, 2, 1)", "box (1, 2, 2)"]
    assert texts(picture, "walk") == [
        "(1) ≺ (2) ≻ (1)",
        *("(1) ≻ ∅ ≺ (1)", "(1) ≻ (1) ≺ (1)"),
        *("∅ ≺ ∅ ≻ ∅", "(1) ≺ (1) ≻ (1)"),
    ]
    assert texts(picture, "label") == ["m = 0", "m = 1", "m = 1", "m = 0"]
    assert texts(picture, "law") == ["1/2", "1/2", "1", "1"]
    assert texts(picture, "chance") == ["1/2", "1/2"]
    assert len(groups(picture)["branch"]) == 4


@pytest.mark.parametrize(
    ("c", "q", "t", "rule"),
    [
        (MEDIUM, Q, T, INDEPENDENT),
        (TEN, Fraction(0), Fraction(1, 2), INDEPENDENT),
        (SECOND_TURN, Q, T, INDEPENDENT),
        (MEDIUM, Q, Q, COIN),
        (MEDIUM, Q, Q, RSK),
    ],
)
def test_a_whole_tree_is_the_flow(c, q, t, rule):
    """Peeled to the end, every pair (nu, labels) has the probability that `peeled` gives."""
    point = Point(q, t)
    transitions = Transitions(probabilistic(rule), point)
    columns, boxes = _grow(c, transitions, 100)
    found = {}

    def walk(node, labels, depth):
        if not node.children:
            key = node.walk[0], tuple(labels)
            found[key] = found.get(key, 0) + node.chance
        for child in node.children:
            more = [(boxes[depth], child.label)] if child.label else []
            walk(child, [*labels, *more], depth + 1)

    walk(columns[0][0], [], 0)
    flow = peeled(
        c.profile, {(c.partitions[-1], *c.partitions[:-1]): point.element("1", 1)}, transitions.peel
    )
    wanted = {(pair.shape, tuple(pair.labels.items())): chance for pair, chance in flow.items()}
    assert {(nu, tuple(sorted(labels))): p for (nu, labels), p in found.items()} == {
        (nu, tuple(sorted(labels))): p for (nu, labels), p in wanted.items()
    }
    assert sum(found.values()) == 1
    for column in columns:
        for node in column:  # the words fit: what stands there is a cylindric partition
            again = CylindricPartition(Profile(node.word), [*node.walk[1:], node.walk[0]])
            assert str(node) == str(again)
    if rule is RSK:
        ((nu, labels),) = found
        assert (nu, dict(labels)) == (decompose(c).shape, dict(decompose(c).labels))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_text_is_in_the_way(theme):
    for c, cells in ((MEDIUM, 3), (TEN, 4)):
        assert texts_in_the_way(draw_peel(c, Q, T, cells=cells, theme=theme)) == []


def test_it_ends_when_nothing_is_left():
    constant = CylindricPartition(Profile("10"), [(1,), (1,)])
    says = "peel of (1) ≺ (1) ≻ (1) by independent, q = 2/3, t = 3/7: 0 cells, 1 end"
    assert draw_peel(constant, Q, T, cells=5).says == says
    assert draw_peel(TINY, Q, T, cells=50).says.endswith(": 2 cells, 2 ends")
    ups = CylindricPartition(Profile("11"), [(2, 1), (2, 1)])
    assert draw_peel(ups, Q, T).says.endswith(": 0 cells, 1 end")


def test_long_fractions_are_rounded():
    third = Fraction(10**5000 + 1, 3 * 10**5000)
    picture = draw_peel(TEN, third, Fraction(1, 2), cells=1)
    exact = draw_peel(TEN, Fraction(1, 3), Fraction(1, 2), cells=1)
    assert texts(exact, "law") == ["25/66", "8/33", "25/66"]
    assert texts(picture, "law") == ["≈ 0.379", "≈ 0.242", "≈ 0.379"]
    assert texts_in_the_way(picture) == []
    assert texts(draw_peel(TEN, Q, T, cells=1), "law") == ["9/34", "8/17", "9/34"]


def test_bad_input():
    many = CylindricPartition(Profile("10"), [(90, 40), (60,)])
    tall = CylindricPartition(Profile("10"), [(101,), ()])
    wide = CylindricPartition(Profile("10"), [(1,) * 200] * 2)
    steps = range(60, 0, -6)
    square = CylindricPartition(Profile("10"), [steps, [part - 3 for part in steps]])
    long = CylindricPartition(Profile("10" * 30), [()] * 60)
    for given, options, error, says in (
        (("10", Q, T), {}, TypeError, "c must be a CylindricPartition"),
        ((MEDIUM, 0.5, T), {}, TypeError, "q must be"),
        ((MEDIUM, Q, T, "rsk"), {}, TypeError, "rule must be"),
        ((MEDIUM, Q, T, RSK), {}, ValueError, "rule rsk must be used at q = t"),
        ((MEDIUM, Q, T), {"cells": 0}, ValueError, "cells must be at least 1"),
        ((MEDIUM, Q, T), {"theme": "pink"}, ValueError, "theme must be light or dark"),
        ((many, Q, T), {}, ValueError, "tree must have at most 40 ends to be drawn, got"),
        ((MEDIUM, Q, T), {"cells": 10}, ValueError, "tree must be at most 40 cm wide"),
        ((long, Q, T), {}, ValueError, "tree must be at most 40 cm wide"),
        ((MEDIUM, 1, T), {}, ValueError, r"q must be in \[0, 1\), got 1"),
        ((MEDIUM, Q, -T), {}, ValueError, r"t must be in \[0, 1\), got -3/7"),
        ((tall, Q, T), {}, ValueError, "c must have parts of at most 100 .* got 101"),
        ((wide, Q, T), {}, ValueError, "at most 250 parts and steps .* got 402"),
        ((square, Q, T), {}, ValueError, "at most 1000 choices in a cell .* got"),
    ):
        with pytest.raises(error, match=says):
            draw_peel(*given, **options)


def test_a_wrong_rule_is_named():
    wrong = LocalRule("wrong", RSK.forward, lambda *corners: ((), 0))
    with pytest.raises(ValueError, match="rule wrong must give a distribution, got inner=∅ m=0"):
        draw_peel(MEDIUM, Q, Q, wrong)
