"""Probabilistic rules: what they are, and what they answer."""

import pickle
from fractions import Fraction

import pytest
from flint import fmpq, nmod

from cylindric import BURGE, INDEPENDENT, RSK, Partition, ProbabilisticRule, mixture
from cylindric.randomised.rules import probabilistic
from tests.cylindric import definitions as brute

Q, T = Fraction(2, 3), Fraction(3, 7)
CELL = Partition((1,)), Partition((2,)), Partition((2, 1))


def test_the_independent_rule_is_the_definition():
    inner, left, right = CELL
    law = brute.outers(left, right, 6, Q, T)
    forward = INDEPENDENT.forward(inner, left, right, 2, Q, T)
    assert forward == {outer: w / sum(law.values()) for outer, w in law.items()}
    law = brute.inners(left, right, 5, Q, T)
    backward = INDEPENDENT.backward(left, right, Partition((4, 1)), Q, T)
    assert backward == {end: w / sum(law.values()) for end, w in law.items()}
    assert all(type(end[0]) is Partition for end in backward)


def test_numbers_go_out_as_they_came_in():
    inner, left, right = CELL
    for rule in (INDEPENDENT, mixture(Fraction(1, 3), INDEPENDENT, INDEPENDENT)):
        for q, t, kind in (
            (2, 3, Fraction),
            (fmpq(2), fmpq(3), fmpq),
            (nmod(2, 101), nmod(3, 101), nmod),
        ):
            laws = rule.forward(inner, left, right, 2, q, t), rule.backward(*CELL[1:], (3, 2), q, t)
            for law in laws:
                assert len(law) > 1
                assert {type(value) for value in law.values()} == {kind}
                assert sum(law.values()) == 1
    law = INDEPENDENT.forward(inner, left, right, 2, 2, 3)
    law.clear()
    assert INDEPENDENT.forward(inner, left, right, 2, 2, 3)


def test_local_rules_are_certain():
    inner, left, right = CELL
    for rule in (RSK, BURGE):
        outer = Partition(rule.forward(inner, left, right, 1))
        certain = ProbabilisticRule.from_rule(rule)
        assert certain.forward(inner, left, right, 1, Q, Q) == {outer: 1}
        assert certain.backward(left, right, outer, Q, Q) == {(inner, 1): 1}
        with pytest.raises(ValueError, match="must be used at q = t, got q = 2/3, t = 3/7"):
            certain.forward(inner, left, right, 1, Q, T)
        with pytest.raises(ValueError, match="must be used at q = t"):
            certain.backward(left, right, outer, Q, T)
        assert probabilistic(certain) is certain


def test_mixtures():
    one = Partition((1,))
    mixed = mixture(Fraction(1, 3), RSK, BURGE)
    assert mixed.name == "1/3 rsk + 2/3 burge"
    assert repr(mixed) == "<ProbabilisticRule 1/3 rsk + 2/3 burge, at q = t>"
    assert mixed.backward(one, one, Partition((2,)), 2, 2) == {
        (Partition((1,)), 1): Fraction(1, 3),
        (Partition(), 0): Fraction(2, 3),
    }
    assert not mixture(1, INDEPENDENT, INDEPENDENT).schur


def test_rules_can_be_sent_to_other_processes():
    mixed = pickle.loads(pickle.dumps(mixture(Fraction(1, 3), RSK, INDEPENDENT)))
    assert mixed.forward(*CELL, 1, Q, Q) == mixture(Fraction(1, 3), RSK, INDEPENDENT).forward(
        *CELL, 1, Q, Q
    )
    assert pickle.loads(pickle.dumps(INDEPENDENT)) == INDEPENDENT


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: ProbabilisticRule("x", None, RSK.backward), TypeError, "a name and two functions"),
        (
            lambda: ProbabilisticRule("x", RSK.forward, RSK.backward, 1),
            TypeError,
            "schur must be True or False, got 1",
        ),
        (lambda: ProbabilisticRule.from_rule("rsk"), TypeError, "rule must be a LocalRule"),
        (lambda: mixture(0.5, RSK, BURGE), TypeError, "p must be an exact number"),
        (lambda: mixture(2, RSK, BURGE), ValueError, "p must be a probability, got 2"),
        (lambda: mixture(1, "rsk", BURGE), TypeError, "first must be a ProbabilisticRule"),
        (
            lambda: INDEPENDENT.forward(*CELL, 1, 0.5, 1),
            TypeError,
            "q must be an exact number",
        ),
    ],
)
def test_what_is_refused(make, error, says):
    with pytest.raises(error, match=says):
        make()
