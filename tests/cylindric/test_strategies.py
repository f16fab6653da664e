"""The public strategies build valid objects, all of them, and shrink to small ones."""

from fractions import Fraction
from itertools import product, zip_longest

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import cylindric
from cylindric import RSK, CylindricPartition, Level, Partition, Profile, cylindric_partitions
from cylindric import strategies as some
from cylindric.discovery.level_checks import not_unimodal


@given(some.partitions(max_part=3, max_length=2))
def test_partitions_are_bounded(p):
    assert Partition(tuple(p)) == p
    assert len(p) <= 2
    assert max(p, default=0) <= 3


@given(some.cells(max_columns=3, max_length=2, max_label=1))
def test_cells_are_bounded_and_can_be_filled(cell):
    inner, left, right, label = cell
    assert inner.interlaces(left)
    assert inner.interlaces(right)
    assert max((*left, *right), default=0) <= 3
    assert len(inner) <= 2
    assert 0 <= label <= 1
    outer = Partition(RSK.forward(*cell))
    assert left.interlaces(outer)
    assert right.interlaces(outer)


@pytest.mark.slow
def test_every_small_cell_can_be_drawn():
    shapes = [Partition(parts) for parts in ((), (1,), (2,), (1, 1))]
    small = [
        (inner, left, right, 0)
        for inner, left, right in product(shapes, repeat=3)
        if inner.interlaces(left) and inner.interlaces(right)
    ]
    assert len(small) == 20
    wanted = some.cells(max_columns=2, max_length=2, max_label=0)
    for cell in small:
        assert find(wanted, lambda drawn, cell=cell: drawn == cell) == cell


def test_cells_shrink_to_the_smallest_collision():
    def collides(cell):
        inner, left, right, _ = cell
        rows = zip_longest(left, right, inner, fillvalue=0)
        return any(min(one, two) > old for one, two, old in rows)

    one = Partition((1,))
    assert find(some.cells(), collides) == ((), one, one, 0)


@given(some.profiles(min_period=2, max_period=3))
def test_profiles_are_bounded(pi):
    assert pi.period in (2, 3)


@given(some.cylindric_partitions(max_part=2, max_length=2))
def test_cylindric_partitions_are_valid(c):
    assert CylindricPartition(c.profile, c.partitions) == c
    assert c.largest_part <= 2
    assert all(len(mu) <= 2 for mu in c.partitions)


@given(some.cylindric_partitions(open=True))
def test_open_objects_start_empty(c):
    assert CylindricPartition(c.profile, c.partitions) == c
    assert c.trace == 0


@given(st.data())
def test_decompositions_fit_their_profile(data):
    pi = data.draw(some.profiles())
    d = data.draw(some.decompositions(pi, max_turns=1, max_label=2))
    assert all(n == 1 and 0 < m <= 2 for (_, _, n), m in d.labels.items())
    assert d.weight(pi) >= 0


def test_every_small_object_can_be_drawn():
    pi = Profile("1010")
    small = [
        c
        for weight in range(5)
        for c in cylindric_partitions(pi, weight)
        if all(mu in ((), (1,)) for mu in c.partitions)
    ]
    assert len(small) == 7
    for c in small:
        wanted = some.cylindric_partitions(pi, max_part=1, max_length=1)
        assert find(wanted, lambda d, c=c: d == c) == c


def test_they_shrink_to_small_ones():
    assert find(some.partitions(), lambda p: True) == ()
    assert find(some.profiles(), lambda pi: True) == Profile("0")
    assert find(some.cylindric_partitions(), lambda c: True).weight == 0
    assert find(some.cylindric_partitions(Profile("11010")), lambda c: c.weight > 0).weight == 1
    assert find(some.decompositions(Profile("10")), lambda d: True).labels == {}
    assert find(some.decompositions(Profile("11")), lambda d: d.shape.size > 1).shape.size == 2


def test_labels_reach_every_turn_that_was_asked_for():
    def later(d):
        return any(n == 2 for _, _, n in d.labels)

    assert later(find(some.decompositions(Profile("1010")), later))


@given(some.qt_points(max_denominator=5))
def test_points_are_exact_and_away_from_poles(point):
    assert all(isinstance(number, Fraction) and number.denominator <= 5 for number in point)
    q, t = point
    for a in range(6):
        for b in range(6):
            assert a == b == 0 or q**a * t**b != 1


def test_points_shrink_to_simple_ones():
    assert find(some.qt_points(), lambda point: True) == (0, 0)
    assert find(some.qt_points(), lambda point: point[0] < 0) == (Fraction(-1, 2), 0)
    assert find(some.qt_points(), lambda point: point[1] > Fraction(4, 5)) == (0, Fraction(5, 6))
    assert find(some.qt_points(max_denominator=1), lambda point: True) == (0, 0)
    with pytest.raises(ValueError, match="max_denominator must be at least 1, got 0"):
        some.qt_points(max_denominator=0)


@given(some.levels(max_rank=3, max_level=2))
def test_levels_are_bounded(level):
    assert 1 <= level.rank <= 3
    assert 1 <= level.level <= 2


def test_every_level_and_every_orbit_can_be_drawn():
    for rank, level in product(range(1, 3), range(1, 4)):
        wanted = Level(rank, level)
        assert find(some.levels(), lambda drawn, wanted=wanted: drawn == wanted) == wanted
        for c in wanted.orbits:
            assert find(some.orbits(), lambda drawn, c=c: drawn == c) == c
            assert find(some.orbits(wanted), lambda drawn, c=c: drawn == c) == c
    assert find(some.levels(), lambda level: True) == Level(1, 1)
    assert find(some.orbits(), lambda c: True) == (1,)


def test_a_true_conjecture_survives():
    @given(some.orbits(max_rank=3, max_level=4), st.integers(0, 4))
    def characters_are_positive(c, n):
        assert min(Level(len(c), sum(c)).Q(c, n), default=0) >= 0

    characters_are_positive()


@pytest.mark.parametrize(
    ("refutes", "expected"),
    [
        # F_c(z) stays the same when c is reversed: true of F_c(1) only
        (lambda c: character(c, 1) != character(c[::-1], 1), (2, 1, 0)),
        # Q_{c,2} rises, then falls
        (lambda c: not_unimodal(character(c, 2)) is not None, (4, 1)),
        # Q_{c,1} has no gap
        (lambda c: 0 in character(c, 1).coefficients[character(c, 1).valuation or 0 :], (4, 1)),
    ],
)
def test_a_false_conjecture_shrinks_to_a_smallest_counterexample(refutes, expected):
    smaller = [
        (r, at)
        for r, at in product(range(1, 5), range(1, 6))
        if (r, at) < (len(expected), sum(expected))
    ]
    assert refutes(expected)
    assert not any(refutes(c) for at in smaller for c in Level(*at).orbits)

    seen = []

    @settings(database=None, derandomize=True, max_examples=300)
    @given(some.orbits())
    def conjecture(c):
        if refutes(c):
            seen.append(c)
            raise AssertionError

    with pytest.raises(AssertionError):
        conjecture()
    assert seen[-1] == expected


def character(c, n):
    return Level(len(c), sum(c)).Q(c, n)


def test_levels_and_orbits_refuse():
    with pytest.raises(ValueError, match="max_rank must be at least 1, got 0"):
        some.levels(max_rank=0)
    with pytest.raises(TypeError, match="max_level must be an integer"):
        some.orbits(max_level=2.5)


@pytest.mark.parametrize("strategy", [some.cells(), some.cylindric_partitions(), some.profiles()])
def test_failing_examples_are_printed_as_people_write_them(strategy):
    @settings(max_examples=5, database=None, print_blob=False)
    @given(strategy)
    def fails(x):
        raise AssertionError

    with pytest.raises(AssertionError) as error:
        fails()
    said = " ".join(error.value.__notes__)
    value = find(strategy, lambda _: True)
    assert eval(said[said.index("x=") + 2 : said.rindex(",")], vars(cylindric)) == value
