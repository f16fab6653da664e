"""Round trips to SageMath, and its answers beside ours; skipped where it is not installed."""

from fractions import Fraction

import pytest

from cylindric import (
    BURGE,
    RSK,
    CylindricPartition,
    Partition,
    Polynomial,
    Profile,
    Series,
    borodin_series,
    growth_diagram,
    partitions,
    reverse_plane_partitions,
    rsk,
)
from cylindric.sage import from_sage, to_sage
from termwise.exact import exact_number


def test_other_values_are_refused():
    with pytest.raises(TypeError, match=r"value must be a Partition, .* got 7"):
        to_sage(7)
    with pytest.raises(TypeError, match=r"power series of Sage, got \(3, 1\)"):
        from_sage((3, 1))
    for c, rule in (
        (CylindricPartition(Profile("101"), [(1,), (), ()]), RSK),
        (CylindricPartition(Profile("10"), [(2,), (1,)]), RSK),
        (CylindricPartition(Profile("10"), [(2,), ()]), BURGE),
    ):
        with pytest.raises(ValueError, match="value must be"):
            to_sage(growth_diagram(c, rule))
    with pytest.raises(ValueError, match="a plane partition must have a profile"):
        to_sage(CylindricPartition(Profile("101"), [(1,), (), ()]))


def from_sage_alone(module):
    return pytest.importorskip(f"sage.{module}", reason="needs SageMath: the extra sage")


def test_numbers():
    integer = from_sage_alone("rings.integer").Integer
    rational = from_sage_alone("rings.rational").Rational
    assert Partition([integer(3), integer(1)]) == (3, 1)
    assert exact_number("x", rational((2, 6))) == Fraction(1, 3)


def test_partitions():
    from_sage_alone("combinat.partition")
    for p in partitions(7):
        there = to_sage(p)
        assert from_sage(there) == p
        assert there.conjugate() == to_sage(p.conjugate())
        assert there.size() == p.size


def test_plane_partitions():
    from_sage_alone("combinat.plane_partition")
    for profile in (Profile("110"), Profile("1100"), Profile("1000")):
        for weight in range(6):
            for c in reverse_plane_partitions(profile, weight):
                there = to_sage(c)
                assert sum(map(sum, there)) == weight
                again = from_sage(there)
                assert again.weight == weight
                assert to_sage(again) == there


def test_tableaux():
    tableau = from_sage_alone("combinat.tableau").Tableau
    insertion = from_sage_alone("combinat.rsk").RSK
    matrix = [[1, 0, 2], [0, 2, 0], [1, 1, 0]]
    lines = [
        (a, s) for a, row in enumerate(matrix, 1) for s, m in enumerate(row, 1) for _ in range(m)
    ]
    there = insertion([a for a, _ in lines], [s for _, s in lines])
    assert tuple(map(from_sage, there)) == rsk(matrix)
    assert from_sage(tableau([[1, 2], [3]])) == ((1, 2), (3,))


def test_series_and_polynomials():
    from_sage_alone("rings.power_series_ring")
    series = borodin_series(Profile("110"), 12)
    there = to_sage(series)
    assert from_sage(there) == series
    assert from_sage(there * there) == series * series
    assert from_sage(1 / there) == 1 / series
    q = to_sage(Polynomial((0, 1)))
    assert from_sage((1 + q) ** 5) == Polynomial((1, 5, 10, 10, 5, 1))
    with pytest.raises(ValueError, match="must have an order"):
        from_sage(there.parent().gen())
    assert from_sage(to_sage(Series((1, 2), variable="q"))).variable == "q"


def test_growth_diagrams_of_rectangles():
    from_sage_alone("combinat.growth")
    for word in ("10", "1100", "11100", "1000"):
        for weight in range(7):
            for c in reverse_plane_partitions(Profile(word), weight):
                ours = growth_diagram(c)
                there = to_sage(ours)
                boundary = [tuple(map(int, p)) for p in there.out_labels()]
                assert boundary == [(), *c.partitions]
                assert from_sage(there) == ours
