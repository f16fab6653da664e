"""Partitions, profiles, cylindric partitions: the definition, the bounds, the bad input."""

import pickle
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given

from cylindric import (
    CylindricPartition,
    Partition,
    Profile,
    borodin_series,
    cylindric_partitions,
    number_of_cylindric_partitions,
    partitions,
    reverse_plane_partitions,
)
from cylindric import strategies as some
from cylindric.objects.partitions import interlacing_above, interlacing_below, number_of_partitions
from tests.cylindric import definitions as brute


def test_partitions_are_those_of_the_definition():
    for n in range(12):
        assert list(partitions(n)) == list(brute.partitions_of(n))
        assert number_of_partitions(n) == len(list(partitions(n)))


def test_interlacing_is_the_definition_and_its_neighbours_are_all():
    shapes = [shape for n in range(7) for shape in partitions(n)]
    for mu in shapes:
        for lam in shapes:
            assert mu.interlaces(lam) == brute.interlaces(mu, lam)
        assert sorted(interlacing_below(mu)) == sorted(s for s in shapes if s.interlaces(mu))
        for size in range(7):
            above = list(interlacing_above(mu, size))
            assert len(set(above)) == len(above)
            assert sorted(above) == sorted(s for s in shapes if s.size == size and mu.interlaces(s))


@given(some.partitions())
def test_partition_round_trips(p):
    assert p.conjugate().conjugate() == p
    assert eval(repr(p)) == p
    assert pickle.loads(pickle.dumps(p)) == p
    assert hash(p) == hash(tuple(p))
    assert p.conjugate().size == p.size


def test_partition_shows_itself():
    assert str(Partition((3, 1))) == "(3,1)"
    assert Partition((1,)).interlaces((1, 1, 0))
    assert str(Partition()) == "∅"
    assert Partition((3, 1))._repr_latex_() == "$(3,1)$"
    assert Partition()._repr_latex_() == r"$\emptyset$"
    assert Partition((2, 1, 0, 0)) == (2, 1)
    assert Partition(np.array([2, 1])) == (2, 1)
    assert all(type(part) is int for part in Partition(np.array([2, 1])))


@pytest.mark.parametrize(
    ("parts", "error", "says"),
    [
        ((1, 2), ValueError, r"weakly decreasing, got \(1, 2\)"),
        ((1, -1), ValueError, "non-negative"),
        ((1, 0, 1), ValueError, "weakly decreasing"),
        ((1.0,), TypeError, "integers"),
        ((Fraction(1),), TypeError, "integers"),
        ("21", TypeError, "integers"),
        (3, TypeError, "integers"),
    ],
)
def test_partition_refuses(parts, error, says):
    with pytest.raises(error, match=says):
        Partition(parts)


def test_profile_reads_words_and_compositions():
    assert Profile.from_composition((3, 1, 0)) == Profile("1110100")
    assert Profile("1110100").composition == (3, 1, 0)
    for word in brute.words(6):
        pi = Profile(word)
        assert pi.period == len(word) == pi.rank + pi.level
        assert [pi.rotate(k).word for k in range(pi.period)] == [
            word[k:] + word[:k] for k in range(pi.period)
        ]
        assert pi.rotate(-1).rotate(1) == pi
        assert pi.reverse_complement().reverse_complement() == pi
        assert eval(repr(pi)) == pi
        if pi.rank:
            again = Profile.from_composition(pi.composition)
            assert again in {pi.rotate(k) for k in range(pi.period)}
            assert word[-1] == "1" or again == pi


def test_boxes_are_those_of_the_definition():
    for word in brute.words(5):
        pi = Profile(word)
        for bound in (0, 1, pi.period, 2 * pi.period + 1):
            boxes = pi.boxes(bound)
            assert {tuple(box): hook for box, hook in boxes.items()} == brute.hooks(word, bound)
            assert list(boxes.values()) == sorted(boxes.values())
            assert all(pi.hook_length(box) == hook for box, hook in boxes.items())
        first = list(brute.hooks(word, pi.period - 1).values())
        assert pi.hook_multiplicities() == tuple(first.count(h) for h in range(1, pi.period))
        assert pi.hook_multiplicities() == pi.hook_multiplicities()[::-1]
        assert all(i < j and n == 1 for i, j, n in pi.open_boxes())


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: Profile(""), ValueError, "non-empty string of 0s and 1s, got ''"),
        (lambda: Profile("102"), ValueError, "got '102'"),
        (lambda: Profile(101), TypeError, "string of 0s and 1s, got 101"),
        (lambda: Profile.from_composition(()), ValueError, "non-empty list"),
        (lambda: Profile.from_composition((2, -1)), ValueError, r"non-negative integers, got \[2"),
        (lambda: Profile.from_composition((1.0,)), TypeError, "composition must be integers"),
        (lambda: Profile("11").composition, ValueError, "must have a 0"),
        (lambda: Profile("10").hook_length((2, 1, 1)), ValueError, "pi_i = 1"),
        (lambda: Profile("10").hook_length((1, 1, 1)), ValueError, "pi_j = 0"),
        (lambda: Profile("10").hook_length((1, 2, 0)), ValueError, "n >= 1"),
        (lambda: Profile("10").hook_length((1, 2)), TypeError, "three integers"),
        (lambda: Profile("10").hook_length((0, 2, 1)), ValueError, "got i = 0"),
    ],
)
def test_profile_refuses(make, error, says):
    with pytest.raises(error, match=says):
        make()


def test_enumeration_is_the_definition():
    for word in brute.words(4):
        pi = Profile(word)
        for weight in range(6):
            walks = list(brute.cylindric_walks(word, weight))
            objects = list(cylindric_partitions(pi, weight))
            assert sorted(tuple(map(tuple, c.partitions)) for c in objects) == sorted(walks)
            opened = [walk for walk in walks if walk[-1] == ()]
            found = [c.partitions for c in reverse_plane_partitions(pi, weight)]
            assert sorted(found) == sorted(opened)
            assert all(CylindricPartition(pi, c.partitions) == c for c in objects)


def test_number_is_known_beforehand_and_large_requests_say_it():
    pi = Profile("11010")
    assert number_of_cylindric_partitions(pi, 12) == sum(1 for _ in cylindric_partitions(pi, 12))
    with pytest.raises(ValueError, match=r"takes 21143475886 cylindric partitions .*pass limit="):
        cylindric_partitions(pi, 100)
    with pytest.raises(ValueError, match="limit of 3: pass limit=4"):
        cylindric_partitions(pi, 2, limit=3)
    assert next(cylindric_partitions(pi, 60, limit=10**9)).weight == 60
    with pytest.raises(ValueError, match="this takes more than 63413988 cylindric partitions"):
        cylindric_partitions(pi, 10**6)
    long = Profile("10" * 400)
    assert sum(1 for _ in cylindric_partitions(long, 1)) == 400
    assert next(cylindric_partitions(Profile("1" * 1200), 0)).weight == 0


def test_statistics_by_hand():
    c = CylindricPartition(Profile("1100"), [(2,), (3, 1), (2,), (1,)])
    assert (c.weight, c.trace, c.largest_part) == (9, 1, 3)
    assert c.paths() == ((1, 1, 2, 1, 1), (0, 1, 1, 1, 0), (0, 0, 1, 0, 0))
    assert c.rows() == ((3, 2, 1), (2, 1))
    assert len(set(c.cubes())) == 9
    assert c._repr_latex_() == r"$(1) \prec (2) \prec (3,1) \succ (2) \succ (1)$"
    empty = CylindricPartition(Profile("10"), [(), ()])
    assert (empty.weight, empty.trace, empty.largest_part) == (0, 0, 0)
    assert empty.paths() == () == tuple(empty.cubes())
    assert empty.rows() == (Partition(),)
    assert str(empty) == "∅ ≺ ∅ ≻ ∅"


@given(some.cylindric_partitions())
def test_object_round_trips(c):
    assert eval(repr(c)) == c
    assert pickle.loads(pickle.dumps(c)) == c
    assert hash(c) == hash(CylindricPartition(c.profile, c.partitions))
    assert sum(1 for _ in c.cubes()) == c.weight
    assert [c.rotate(k).weight for k in range(c.profile.period)] == [c.weight] * c.profile.period
    assert c.rotate(2).rotate(-2) == c
    assert CylindricPartition(c.rotate(1).profile, c.rotate(1).partitions) == c.rotate(1)


@given(some.cylindric_partitions())
def test_paths_are_closed_and_do_not_cross(c):
    paths = c.paths()
    assert len(paths) == c.largest_part
    assert sum(sum(path[1:]) for path in paths) == c.weight
    assert all(path[0] == path[-1] for path in paths)
    for higher, lower in pairwise(paths):
        assert all(a >= b for a, b in zip(higher, lower, strict=True))
    for path in paths:
        steps = [b - a for a, b in pairwise(path)]
        assert all(
            step in ((0, 1) if letter == "1" else (-1, 0))
            for step, letter in zip(steps, c.profile.word, strict=True)
        )


@given(some.cylindric_partitions())
def test_rows_obey_the_composition(c):
    if not c.profile.rank:
        with pytest.raises(ValueError, match="must have a 0"):
            c.rows()
        return
    rows, composition = c.rows(), c.profile.composition
    assert sum(row.size for row in rows) == c.weight
    assert max((row[0] for row in rows if row), default=0) == c.largest_part
    for i in range(len(rows)):
        below, shift = rows[(i + 1) % len(rows)], composition[(i + 1) % len(rows)]
        longer = (*rows[i], *[0] * len(below))
        assert all(a >= b for a, b in zip(longer, below[shift:], strict=False))
    if c.profile.word.endswith("0"):
        assert CylindricPartition.from_rows(composition, rows) == c


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (
            lambda: CylindricPartition(Profile("1010"), [(1,), (2,), (1,), ()]),
            ValueError,
            r"step 2 of 1010 must be down by a horizontal strip, got mu\^1 = \(1\), mu\^2 = \(2\)",
        ),
        (
            lambda: CylindricPartition(Profile("10"), [(1, 1), ()]),
            ValueError,
            r"step 1 of 10 must be up .*mu\^0 = ∅",
        ),
        (lambda: CylindricPartition(Profile("10"), [()]), ValueError, r"mu\^1 .. mu\^2"),
        (lambda: CylindricPartition("10", [(), ()]), TypeError, "profile must be a Profile"),
        (lambda: CylindricPartition(Profile("10"), [(1.5,), ()]), TypeError, "integers"),
        (lambda: cylindric_partitions(Profile("10"), -1), ValueError, "weight must be at least 0"),
        (lambda: cylindric_partitions(Profile("10"), 1.0), TypeError, "weight must be an integer"),
        (lambda: cylindric_partitions("10", 1), TypeError, "such as Profile"),
        (lambda: CylindricPartition.from_rows((1, 1), [(1,)]), ValueError, "rows must be 2"),
        (lambda: CylindricPartition.from_rows((0, 0), [(1,), ()]), ValueError, "step"),
        (lambda: partitions(2.0), TypeError, "size must be an integer"),
        (lambda: Profile("10").rotate(1.0), TypeError, "steps must be an integer"),
        (lambda: Profile("10").boxes(2.5), TypeError, "max_hook must be an integer"),
        (lambda: CylindricPartition(Profile("10"), None), TypeError, r"partitions must be mu\^1"),
        (lambda: partitions(-1), ValueError, "size must be at least 0, got -1"),
    ],
)
def test_objects_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()


def test_counts_agree_with_the_product_on_many_profiles():
    for word in brute.words(6):
        pi = Profile(word)
        counts = tuple(sum(1 for _ in cylindric_partitions(pi, n)) for n in range(7))
        assert counts == borodin_series(pi, 7).coefficients
