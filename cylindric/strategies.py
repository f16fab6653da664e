"""Hypothesis strategies for the objects of this package.

Every strategy builds valid objects directly, rejects nothing, and shrinks towards the smallest
profile, the empty partition, few and small labels.

    >>> from hypothesis import given
    >>> from cylindric.strategies import cylindric_partitions
    >>> @given(cylindric_partitions())
    ... def test_round_trip(c):
    ...     d = decompose(c)
    ...     assert compose(c.profile, d.shape, d.labels) == c
    >>> from cylindric import compose, decompose
    >>> test_round_trip()
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from hypothesis import strategies as st

from cylindric.discovery.levels import Level
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.decompositions import Decomposition
from cylindric.objects.orbits import orbit_of
from cylindric.objects.partitions import Partition
from cylindric.objects.profiles import Profile, require_profile
from termwise.arguments import require_integer


def partitions(*, max_part: int = 6, max_length: int = 5) -> st.SearchStrategy[Partition]:
    """Return a strategy for partitions with bounded parts and length; shrinks to the empty one.

    >>> from hypothesis import find
    >>> find(partitions(), lambda p: len(p) > 1)
    Partition((1, 1))
    """
    require_integer("max_part", max_part, 1)
    parts = st.lists(st.integers(1, max_part), max_size=max_length)
    return parts.map(lambda chosen: Partition(sorted(chosen, reverse=True)))


def cells(
    *, max_columns: int = 6, max_length: int = 4, max_label: int = 4
) -> st.SearchStrategy[tuple[Partition, Partition, Partition, int]]:
    """Return a strategy for what a local rule is given: (inner, left, right, label).

    Shrinks to few columns, short ones, without a box added.

    Args:
        max_columns: a bound of the parts of left and right.
        max_length: a bound of the length of inner; left and right may have one row more.
        max_label: a bound of the label.

    >>> from hypothesis import find
    >>> find(cells(), lambda cell: cell[1] != cell[2])
    (Partition(()), Partition(()), Partition((1,)), 0)
    """
    require_integer("max_columns", max_columns, 0)
    heights = st.integers(0, require_integer("max_length", max_length, 0))
    columns = st.lists(st.tuples(heights, st.booleans(), st.booleans()), max_size=max_columns)
    return _cells(columns, st.integers(0, require_integer("max_label", max_label, 0)))


@st.composite
def _cells(
    draw: st.DrawFn,
    drawn_columns: st.SearchStrategy[list[tuple[int, bool, bool]]],
    labels: st.SearchStrategy[int],
) -> tuple[Partition, Partition, Partition, int]:
    """Draw columns: the height of each, and whether left and right add a box to it.

    What a composite strategy draws is printed as it is, not as it was made.  Sorting keeps the
    strips horizontal: no column of the sorted heights grows by more than 1.
    """
    columns = draw(drawn_columns)
    inner, left, right = (
        Partition(sorted(heights, reverse=True)).conjugate()
        for heights in (
            [height for height, _, _ in columns],
            [height + more for height, more, _ in columns],
            [height + more for height, _, more in columns],
        )
    )
    return inner, left, right, draw(labels)


def profiles(*, min_period: int = 1, max_period: int = 6) -> st.SearchStrategy[Profile]:
    """Return a strategy for profiles of bounded period; shrinks to short words, then to 0s.

    >>> from hypothesis import find
    >>> find(profiles(), lambda profile: profile.level > 1)
    Profile(word='11')
    """
    require_integer("max_period", max_period, require_integer("min_period", min_period, 1))
    return st.text("01", min_size=min_period, max_size=max_period).map(Profile)


@st.composite
def cylindric_partitions(
    draw: st.DrawFn,
    profile: Profile | None = None,
    *,
    max_part: int = 4,
    max_length: int = 3,
    open: bool = False,
) -> CylindricPartition:
    """Draw a cylindric partition; shrinks to the empty one.

    Any numbers are drawn for the entries of mu^1, .., mu^T, and every entry is then raised to the
    largest of those that must not exceed it.

    Args:
        profile: the profile, or None for any of `profiles()`.
        max_part, max_length: bounds of the parts, and of the length of each mu^k.
        open: draw reverse plane partitions, mu^0 = mu^T empty.

    >>> from hypothesis import find
    >>> print(find(cylindric_partitions(Profile("1100")), lambda c: c.weight > 0))
    ∅ ≺ ∅ ≺ (1) ≻ ∅ ≻ ∅
    """
    require_integer("max_part", max_part, 1)
    require_integer("max_length", max_length, 1)
    profile = draw(profiles()) if profile is None else require_profile(profile)
    places = _places(profile.word, max_length, open)
    drawn = draw(st.tuples(*(st.integers(0, max_part) for _ in places)))
    entries = dict(zip(places, drawn, strict=True))
    _raise(profile.word, entries)
    walk = range(1, profile.period + 1)
    return CylindricPartition(
        profile, [[entries.get((k, i), 0) for i in range(max_length)] for k in walk]
    )


@lru_cache(maxsize=256)
def _places(word: str, max_length: int, open: bool) -> tuple[tuple[int, int], ...]:
    """Return the (k, i) whose entries are drawn, those that raise most others first.

    Hypothesis shrinks the entries drawn first hardest, and the peaks, drawn last, raise none.
    """
    places = []
    for k in range(1, len(word) + 1):
        # In the open case mu^k grew by the 1s so far and vanishes by the 0s to come.
        reach = min(word[:k].count("1"), word[k:].count("0")) if open else max_length
        places += [(k, i) for i in range(min(reach, max_length))]

    def number_raised(place: tuple[int, int]) -> int:
        entries = {place: 1}
        _raise(word, entries)
        return len(entries)

    return tuple(sorted(places, key=number_raised, reverse=True))


def _raise(word: str, entries: dict[tuple[int, int], int]) -> None:
    """Raise every entry (k, i) of mu^k to the largest of those that must not exceed it."""
    period = len(word)
    queue = list(entries)
    for k, i in queue:  # grows as it is read
        entry = entries[k, i]
        before, after = (k - 2) % period + 1, k % period + 1
        # A smaller neighbour comes down to here one row below; a larger one stands over it.
        bounds = [
            (before, i - 1 if word[k - 1] == "1" else i),
            (after, i if word[k % period] == "1" else i - 1),
        ]
        for place in bounds:
            if place[1] >= 0 and entries.get(place, 0) < entry:
                entries[place] = entry
                queue.append(place)


def decompositions(
    profile: Profile, *, max_part: int = 3, max_turns: int = 2, max_label: int = 3
) -> st.SearchStrategy[Decomposition]:
    """Return a strategy for pairs (shape, labels) of a profile; shrinks to the empty pair.

    Args:
        profile: the profile whose boxes bear the labels.
        max_part: a bound of the parts of the shape.
        max_turns: labels are on boxes (i, j, n) with n up to this.
        max_label: a bound of the labels.

    >>> from hypothesis import find
    >>> find(decompositions(Profile("10")), lambda d: len(d.labels) == 1)
    Decomposition(shape=Partition(()), labels={(1, 2, 1): 1})
    """
    boxes = list(require_profile(profile).boxes(max_turns * profile.period - 1))
    labels = (
        st.dictionaries(st.sampled_from(boxes), st.integers(1, max_label), max_size=6)
        if boxes
        else st.just({})
    )
    return st.builds(Decomposition, partitions(max_part=max_part, max_length=3), labels)


def qt_points(*, max_denominator: int = 9) -> st.SearchStrategy[tuple[Fraction, Fraction]]:
    """Return a strategy for exact points (q, t) away from the poles; shrinks to (0, 0).

    Both are less than 1 in absolute value, 0 and negative numbers among them, so that no factor
    1 - q^a t^b is 0.

    Args:
        max_denominator: a bound of the denominators; 1 leaves (0, 0) alone.

    >>> from hypothesis import find
    >>> find(qt_points(), lambda point: point[0] * point[1] < 0)
    (Fraction(1, 2), Fraction(-1, 2))
    """
    require_integer("max_denominator", max_denominator, 1)
    numbers = st.integers(1, max_denominator).flatmap(
        lambda below: st.integers(1 - below, below - 1).map(lambda above: Fraction(above, below))
    )
    return st.tuples(numbers, numbers)


def levels(*, max_rank: int = 4, max_level: int = 5) -> st.SearchStrategy[Level]:
    """Return a strategy for levels; shrinks to a small rank, then to a small level.

    Args:
        max_rank, max_level: bounds of both.

    >>> from hypothesis import find
    >>> find(levels(), lambda level: len(level.orbits) > 4)
    Level(rank=3, level=4)
    """
    require_integer("max_rank", max_rank, 1)
    require_integer("max_level", max_level, 1)
    return st.builds(Level, st.integers(1, max_rank), st.integers(1, max_level))


def orbits(
    level: Level | None = None, *, max_rank: int = 4, max_level: int = 5
) -> st.SearchStrategy[tuple[int, ...]]:
    """Return a strategy for compositions up to rotation; shrinks to few rows, then to small parts.

    A conjecture about profiles is a property of one of these, and what Hypothesis finds is a
    smallest one that refutes it: here that F_c(z) stays the same when c is reversed.

    Args:
        level: the level, or None for any.
        max_rank, max_level: bounds, if no level is given.

    >>> from hypothesis import find
    >>> def changes(c):
    ...     level = Level(len(c), sum(c))
    ...     return level.Q(c, 1) != level.Q(c[::-1], 1)
    >>> find(orbits(), changes)
    (2, 1, 0)
    """
    if level is not None:
        return st.sampled_from(level.orbits)
    require_integer("max_rank", max_rank, 1)
    require_integer("max_level", max_level, 1)
    parts = st.lists(st.integers(0, max_level), min_size=1, max_size=max_rank)
    return parts.map(lambda given: _composition(given, max_level))


def _composition(given: list[int], level: int) -> tuple[int, ...]:
    """Make a composition of any numbers: the first is raised by 1, the sum is cut at the level."""
    found, left = [], level
    for i, part in enumerate(given):
        found.append(min(part + (i == 0), left))
        left -= found[-1]
    return orbit_of(tuple(found))
