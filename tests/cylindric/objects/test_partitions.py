"""Partitions and interlacing: the definition, the faces, the bad input."""

import pickle
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given

from cylindric import Partition, partitions
from cylindric import strategies as some
from cylindric.objects.partitions import (
    interlacing_above,
    interlacing_below,
    interlacing_up_to,
    number_of_partitions,
)
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
            up_to = sorted(s for s in shapes if s.size <= size and mu.interlaces(s))
            assert sorted(interlacing_up_to(mu, size)) == up_to


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
        ((2, True), TypeError, "integers"),
    ],
)
def test_partition_refuses(parts, error, says):
    with pytest.raises(error, match=says):
        Partition(parts)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: partitions(2.0), TypeError, "size must be an integer"),
        (lambda: partitions(-1), ValueError, "size must be at least 0, got -1"),
    ],
)
def test_sizes_are_refused(make, error, says):
    with pytest.raises(error, match=says):
        make()
