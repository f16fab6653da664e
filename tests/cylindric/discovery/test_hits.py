"""What searches and scans have found: sequences that cannot change, of hits of one kind."""

from dataclasses import replace

import pytest

from cylindric import Family, Level, nahm, scan_combinations, scan_sums, search_sums
from cylindric.discovery.hits import longest_period


@pytest.fixture(scope="module")
def found():
    return [
        search_sums(nahm(1), Level(2, 3)),
        scan_sums(nahm(1), 60),
        scan_combinations(Level(3, 7), 40, shifts=[1]),
        Family("row-strict").scan(3, 3, 60),
    ]


def test_they_are_sequences(found):
    for scan in found:
        assert scan
        assert list(scan) == list(scan.hits)
        assert len(scan) == len(scan.hits) > 0
        assert not replace(scan, hits=())


def test_nobody_else_holds_the_hits(found):
    for scan in found:
        given = list(scan.hits)
        again = replace(scan, hits=given)
        given.clear()
        assert again == scan
        assert hash(again.hits) == hash(scan.hits)


def test_hits_of_another_kind_are_refused(found):
    for scan in found:
        with pytest.raises(TypeError, match=r"hits must be \w+s, got 1"):
            replace(scan, hits=[1])


@pytest.mark.parametrize("order", [1, 9, 11, 12, 60])
def test_longest_period(order):
    """As many coefficients beyond the first as 2p + 8 to spare, or no period at all."""
    period = longest_period(order)
    assert period == max(p for p in range(order + 1) if p == 0 or order - 1 - p >= 2 * p + 8)
