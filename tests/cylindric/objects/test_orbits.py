"""Orbits of compositions: each composition once, as many as Burnside says."""

import pytest

from cylindric.objects.orbits import number_of_orbits, orbit_of, orbits_with_index
from tests.cylindric.discovery.level_definitions import compositions


@pytest.mark.parametrize("rank", range(1, 7))
@pytest.mark.parametrize("level", range(1, 7))
def test_orbits_against_all_compositions(rank, level):
    words = compositions(rank, level)
    orbits, index = orbits_with_index(rank, level)
    assert sorted(index) == words
    assert orbits == sorted({orbit_of(c) for c in words}, reverse=True)
    assert len(orbits) == number_of_orbits(rank, level) == number_of_orbits(level, rank)
    assert all(orbits[index[c]] == orbit_of(c) for c in words)


def test_numbers_of_orbits_of_large_levels():
    assert [number_of_orbits(3, level) for level in (31, 40)] == [176, 287]
    assert number_of_orbits(10**9, 1) == 1


def test_orbits_refuse():
    with pytest.raises(ValueError, match="rank must be at least 1, got 0"):
        number_of_orbits(0, 2)
    with pytest.raises(ValueError, match="steps for the compositions"):
        orbits_with_index(20, 40)
