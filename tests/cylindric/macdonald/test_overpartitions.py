"""Overlinings, listed, are counted by the weight at q = 0, t = -1."""

from collections import Counter

from cylindric import (
    CylindricPartition,
    Profile,
    QTProduct,
    check_overpartitions,
    hall_littlewood_weight,
    macdonald_weight,
    overlinings,
)
from cylindric.macdonald.overpartitions import border_components
from tests.cylindric import definitions as brute
from tests.cylindric.macdonald.test_specialisations import objects


def test_overlinings_are_counted_by_the_weight():
    for word in ("1", "10", "1100", "1010", "0110", "110", "10100"):
        for c in objects(word, 7):
            listed = list(overlinings(c))
            assert len(set(listed)) == len(listed) == macdonald_weight(c, 0, -1)
            levels = Counter((0, component.level) for component in border_components(c))
            assert QTProduct(levels) == hall_littlewood_weight(c)
    for word, order in (("10", 12), ("1", 12), ("1100", 11), ("11010", 11)):
        assert check_overpartitions(Profile(word), order).agrees


def test_overlinings_by_rows_and_columns():
    """Two equal parts in every mu^k wind round: their rows and columns allow no overlining.

    Counted so, the trace 1/(1 - z^{nT}) becomes 1 + z^{nT}: rings that differ.
    """
    for word in ("1", "10", "1100", "1010", "0110", "110", "10100"):
        for c in objects(word, 6):
            number = len(list(brute.overlinings(word, c.partitions)))
            twice_round = any(
                all(mu.count(part) > 1 for mu in c.partitions) for part in c.partitions[0]
            )
            assert number == (0 if twice_round else len(list(overlinings(c))))
    c = CylindricPartition(Profile("10"), [(1, 1), (1, 1)])
    assert list(brute.overlinings("10", c.partitions)) == []
    assert list(overlinings(c)) == [frozenset()]
