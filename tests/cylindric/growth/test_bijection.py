"""The bijection: any order of peeling, round trips over all turns, the bad input."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cylindric import (
    BURGE,
    CylindricPartition,
    Decomposition,
    Partition,
    Profile,
    compose,
    cylindric_partitions,
    decompose,
    last_passage_time,
    reverse_plane_partitions,
)
from cylindric import strategies as some
from cylindric.growth.bijection import compose_all, decompose_all
from cylindric.objects.decompositions import decompositions
from tests.cylindric import definitions as brute
from tests.cylindric.growth.test_local_rules import RULES


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=repr)
def test_any_order_of_peeling_gives_the_same(rule):
    rng = random.Random(20)
    for word in brute.words(5):
        pi = Profile(word)
        for weight in range(7):
            objects = list(cylindric_partitions(pi, weight))
            for c, d in zip(objects, decompose_all(objects, rule), strict=True):
                nu, labels = brute.peel_in_any_order(word, c.partitions, rule, rng)
                assert (d.shape, dict(d.labels)) == (nu, labels)


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=repr)
@pytest.mark.parametrize("word", ["1010", "11010", "1110100", "110", "11", "0", "1"])
def test_round_trips_over_all_turns(word, rule):
    pi = Profile(word)
    later = 0
    for weight in range(9):
        objects = list(cylindric_partitions(pi, weight))
        pairs = decompose_all(objects, rule)
        assert compose_all(pi, pairs, rule) == objects
        assert set(pairs) == set(decompositions(pi, weight))
        assert all(d.weight(pi) == weight for d in pairs)
        assert [d.refined_weight(pi) for d in pairs] == [
            tuple(mu.size for mu in c.partitions) for c in objects
        ]
        later += sum(any(n > 1 for _, _, n in d.labels) or d.shape != () for d in pairs)
    # Stopping after the first turn would lose these, about 40 % of them for 1010.
    assert later > 0


@given(st.data())
def test_round_trips_by_hypothesis(data):
    pi = data.draw(some.profiles())
    d = data.draw(some.decompositions(pi))
    for rule in RULES:
        c = compose(pi, d.shape, d.labels, rule)
        assert CylindricPartition(pi, c.partitions) == c
        assert c.weight == d.weight(pi)
        assert decompose(c, rule) == d


def test_open_objects_bear_labels_on_open_boxes_only():
    for word in brute.words(5):
        pi = Profile(word)
        for weight in range(7):
            pairs = decompose_all(list(reverse_plane_partitions(pi, weight)))
            assert set(pairs) == set(decompositions(pi, weight, open=True))


def test_large_numbers_stay_exact():
    pi = Profile("110")
    for label in (2**15 - 1, 2**30, 2**61, 10**40):
        labels = {(1, 3, 1): label, (2, 3, 1): label, (2, 3, 2): 1}
        c = compose(pi, (label,), labels)
        assert c.weight == Decomposition((label,), labels).weight(pi)
        assert dict(decompose(c).labels) == labels
        assert CylindricPartition(pi, c.partitions) == c
        # Two labels on one path add up, past the largest machine number of the label alone.
        assert c.largest_part == 3 * label + 1 == last_passage_time(pi, (label,), labels)


def test_a_million_cubes_round_trip():
    rng = np.random.default_rng(5)
    pi = Profile("11010")
    labels = {
        box: int(label)
        for box, hook in pi.boxes(15000).items()
        if (label := rng.geometric(1 - 0.9985**hook) - 1)
    }
    c = compose(pi, (), labels)
    assert c.weight > 800_000
    assert CylindricPartition(pi, c.partitions) == c
    assert dict(decompose(c).labels) == labels


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: compose(Profile("10"), (), {(2, 1, 1): 1}), ValueError, "must have i with pi_i"),
        (lambda: compose(Profile("10"), (), {(1, 2, 1): -1}), ValueError, "non-negative, got -1"),
        (lambda: compose(Profile("10"), (), {(1, 2, 1): 0.5}), TypeError, "got 0.5"),
        (lambda: compose(Profile("10"), (), {(1, 2): 1}), TypeError, r"at \(i, j, n\)"),
        (lambda: compose(Profile("10"), (1, 2), {}), ValueError, "weakly decreasing"),
        (lambda: compose("10", (), {}), TypeError, "profile must be a Profile"),
        (lambda: compose(Profile("10"), (), {}, rule="rsk"), TypeError, "rule must be a LocalRule"),
        (lambda: decompose([(1,), ()]), TypeError, "c must be a CylindricPartition"),
    ],
)
def test_bijection_refuses(make, error, says):
    with pytest.raises(error, match=says):
        make()


def test_objects_of_two_profiles_are_no_batch():
    objects = [CylindricPartition(Profile(w), [(1,), ()]) for w in ("10",)]
    other = CylindricPartition(Profile("01"), [(), (1,)])
    with pytest.raises(ValueError, match="must all have the profile 10"):
        decompose_all([*objects, other])
    assert decompose_all([]) == []
    assert compose_all(Profile("10"), []) == []


def test_burge_says_what_is_too_long():
    with pytest.raises(ValueError, match="at most 1000000, got 1000000000000"):
        decompose(CylindricPartition(Profile("10"), [(10**12,), ()]), BURGE)
    with pytest.raises(ValueError, match="at most"):
        compose(Profile("10"), (10**40,), {(1, 2, 2): 3}, BURGE)
    with pytest.raises(ValueError, match="columns"):
        Partition((10**12,)).conjugate()
    long = CylindricPartition(Profile("10"), [(20_000,), ()])
    assert compose(long.profile, (), decompose(long, BURGE).labels, BURGE) == long


def test_far_turns_are_refused_with_their_size():
    with pytest.raises(ValueError, match="takes 1000000000 cells of a growth diagram"):
        compose(Profile("10"), (), {(1, 2, 10**9): 1})
