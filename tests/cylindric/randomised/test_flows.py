"""Flows against sums over all sequences of draws, and rules that are none."""

from fractions import Fraction

import pytest

from cylindric import INDEPENDENT, RSK, Partition, ProbabilisticRule, Profile, cylindric_partitions
from cylindric.growth.bijection import compose_all, decompose_all
from cylindric.objects.decompositions import decompositions
from cylindric.randomised.flows import Transitions, built, peeled
from cylindric.randomised.points import Point
from cylindric.randomised.rules import probabilistic
from tests.cylindric import definitions as brute

Q, T = Fraction(2, 3), Fraction(3, 7)
POINT = Point(Q, T)
WORDS = [("10", 6), ("110", 5), ("1010", 4), ("1100", 4)]


@pytest.mark.parametrize(("word", "order"), WORDS)
def test_a_peel_is_the_sum_over_all_draws(word, order):
    """Object by object: corners from the left here, turn by turn there."""
    transitions = Transitions(INDEPENDENT, POINT)
    for weight in range(order):
        for c in cylindric_partitions(Profile(word), weight):
            walk = c.partitions[-1], *c.partitions[:-1]
            found = peeled(Profile(word), {walk: POINT.element("1", 1)}, transitions.peel)
            plain = {
                (d.shape, frozenset((tuple(b), m) for b, m in d.labels.items())): POINT.plain(x)
                for d, x in found.items()
            }
            slow = {}
            for chance, nu, labels in brute.independent_peels(word, c.partitions, Q, T):
                key = nu, frozenset(labels.items())
                slow[key] = slow.get(key, 0) + chance
            assert plain == slow
            assert sum(plain.values()) == 1
            assert all(d.refined_weight(c.profile) == tuple(map(sum, c.partitions)) for d in found)


@pytest.mark.parametrize("word", ["10", "1010", "1110100"])
def test_certain_flows_are_the_bijection(word):
    profile, point = Profile(word), Point(2, 2)
    transitions = Transitions(probabilistic(RSK), point)
    objects = list(cylindric_partitions(profile, 5))
    walks = {(c.partitions[-1], *c.partitions[:-1]): n for n, c in enumerate(objects, 1)}
    pairs = decompose_all(objects)
    assert peeled(profile, walks, transitions.peel) == {d: n for n, d in enumerate(pairs, 1)}
    assert built(profile, {d: n for n, d in enumerate(pairs, 1)}, transitions.build) == walks
    assert compose_all(profile, pairs) == objects


def test_built_flows_from_a_pair_sum_to_1_and_keep_its_sizes():
    profile, build = Profile("110"), Transitions(INDEPENDENT, POINT).build
    for pair in decompositions(profile, 6):
        found = built(profile, {pair: POINT.element("1", 1)}, build)
        assert sum(found.values()) == 1
        for walk in found:
            assert brute.is_cylindric("110", [*walk[1:], walk[0]])
            assert tuple(map(sum, (*walk[1:], walk[0]))) == pair.refined_weight(profile)


def test_no_weights_flow_nowhere():
    transitions = Transitions(INDEPENDENT, POINT)
    assert peeled(Profile("10"), {}, transitions.peel) == {}
    assert built(Profile("10"), {}, transitions.build) == {}


ONE = Partition((1,))


def wrong(forward=INDEPENDENT.forward, backward=INDEPENDENT.backward):
    return Transitions(ProbabilisticRule("mine", forward, backward), POINT)


@pytest.mark.parametrize(
    ("law", "says"),
    [
        ({((), 0): Fraction(1, 2)}, "got probabilities of sum 1/2 at left=.1. right=.1. outer=.2."),
        ({((), 1): 1}, "got inner=∅ m=1, which is no corner and label at"),
        ({((2,), 2): 1}, "got inner=.2. m=2, which is no corner and label at"),
        ({((), 0): 0.5}, "fails at left=.1. right=.1. outer=.2.: TypeError"),
        ({}, "got probabilities of sum 0"),
        (None, "rule mine fails at left=.1."),
        ({((0, 1), 0): 1}, "parts must be non-negative and weakly decreasing"),
    ],
)
def test_wrong_peels_are_refused_with_the_cell(law, says):
    with pytest.raises(ValueError, match=says):
        wrong(backward=lambda *given: law).peel(ONE, ONE, Partition((2,)))


@pytest.mark.parametrize(
    ("law", "says"),
    [
        ({(2,): 2}, "got probabilities of sum 2 at inner=∅ left=.1. right=.1. m=0"),
        ({(3,): 1}, "got outer=.3., which is no corner at"),
        ({(1, 1, 0): 0.5}, "fails at inner=∅"),
    ],
)
def test_wrong_builds_are_refused_with_the_cell(law, says):
    with pytest.raises(ValueError, match=says):
        wrong(forward=lambda *given: law).build(Partition(), ONE, ONE, 0)


def test_a_rule_that_divides_by_0_says_where():
    with pytest.raises(ZeroDivisionError, match="rule mine fails at left"):
        wrong(backward=lambda *given: {1 / 0: 1}).peel(ONE, ONE, Partition((2,)))


def test_answers_may_be_written_in_many_ways():
    peel = wrong(backward=lambda *given: {((0,), 0): 1, ((1, 0), 1): 0}).peel
    assert peel(ONE, ONE, Partition((2,))) == (((Partition(), 0), 1),)
    build = wrong(forward=lambda *given: {(2, 0): Fraction(1, 2), (2,): Fraction(1, 2)}).build
    assert build(Partition(), ONE, ONE, 0) == ((Partition((2,)), 1),)
