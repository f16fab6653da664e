"""Cylindric partitions: the definition, the faces, the bad input."""

import pickle
from itertools import pairwise, product

import pytest
from hypothesis import given

from cylindric import CylindricPartition, Partition, Profile, reverse_plane_partitions
from cylindric import strategies as some


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
        (lambda: CylindricPartition.from_rows((1, 1), [(1,)]), ValueError, "rows must be 2"),
        (lambda: CylindricPartition.from_rows((0, 0), [(1,), ()]), ValueError, "step"),
        (lambda: CylindricPartition(Profile("10"), None), TypeError, r"partitions must be mu\^1"),
    ],
)
def test_objects_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()


@pytest.mark.parametrize("word", ["1100", "110", "100", "10"])
def test_plane_partitions_are_reverse_plane_partitions_read_from_the_corner(word):
    profile = Profile(word)
    r, d = word.count("1"), word.count("0")
    for weight in range(6):
        found = {c.plane_partition() for c in reverse_plane_partitions(profile, weight)}
        tables = (
            tuple(entries[i * d : (i + 1) * d] for i in range(r))
            for entries in product(range(weight + 1), repeat=r * d)
        )
        assert found == {
            rows
            for rows in tables
            if sum(map(sum, rows)) == weight
            and all(a >= b for row in rows for a, b in pairwise(row))
            and all(a >= b for column in zip(*rows, strict=True) for a, b in pairwise(column))
        }
        for rows in found:
            assert CylindricPartition.from_plane_partition(rows).plane_partition() == rows


@pytest.mark.parametrize("rows", [[(1, 2)], [(1,), (2,)], [(1, -1)]])
def test_what_is_no_plane_partition_is_refused(rows):
    with pytest.raises(ValueError, match="must be"):
        CylindricPartition.from_plane_partition(rows)


@pytest.mark.parametrize("rows", [3, (1, 2), [("a",)]])
def test_what_is_no_table_is_refused(rows):
    with pytest.raises(TypeError, match="must be"):
        CylindricPartition.from_plane_partition(rows)
