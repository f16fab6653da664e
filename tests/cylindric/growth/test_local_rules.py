"""Local rules: what they are given they leave alone, and what they answer."""

import pytest

from cylindric import BURGE, RSK, LocalRule, Partition

RULES = [RSK, BURGE]


def shifted(rule, by):
    """A rule whose labels are off by a constant."""
    return LocalRule(
        "shifted",
        lambda inner, left, right, label: rule.forward(inner, left, right, label + by),
        lambda left, right, outer: (
            rule.backward(left, right, outer)[0],
            rule.backward(left, right, outer)[1] - by,
        ),
    )


def test_rules_leave_their_arguments_alone_and_agree_in_their_shape_of_answer():
    inner, left, right = Partition((2,)), Partition((3, 1)), Partition((2, 2))
    for rule in RULES:
        outer = rule.forward(inner, left, right, 2)
        assert rule.backward(left, right, Partition(outer)) == ((2,), 2)
        assert (inner, left, right) == ((2,), (3, 1), (2, 2))
        assert Partition(outer) == outer


def test_rules_take_plain_tuples_and_refuse_what_is_no_function():
    for rule in RULES:
        assert rule.forward((1,), (2,), (1, 1), 1) in ((3, 1), (2, 2), (4,), (3, 1))
        assert rule.backward((2,), (1, 1), rule.forward((1,), (2,), (1, 1), 1)) == ((1,), 1)
    with pytest.raises(TypeError, match="a name and two functions"):
        LocalRule("mine", None, RSK.backward)
