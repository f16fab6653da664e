"""Objects are listed from the definition, whole or in parts."""

from collections import Counter
from itertools import islice

import pytest

from cylindric import (
    CylindricPartition,
    Profile,
    cylindric_partitions,
    partitions,
    reverse_plane_partitions,
)
from cylindric.objects.enumeration import enumerate_walks
from tests.cylindric import definitions as brute


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


@pytest.mark.parametrize("parts", [1, 2, 3, 7, 64])
@pytest.mark.parametrize("open", [False, True])
@pytest.mark.parametrize("word", ["10", "1010", "11010", "1110100", "01", "0", "11"])
def test_parts_are_together_every_object_once(word, open, parts):
    pi = Profile(word)
    for weight in range(8):
        objects = Counter(enumerate_walks(pi, weight, open=open))
        assert set(objects.values()) <= {1}
        assert objects == Counter(
            c
            for part in range(parts)
            for c in enumerate_walks(pi, weight, open=open, share=(part, parts))
        )


def test_walks_of_one_letter_are_constant_and_listed_at_once():
    pi = Profile("000")
    assert list(cylindric_partitions(pi, 200)) == []
    first = list(islice(cylindric_partitions(pi, 201), 1000))
    shapes = list(islice(partitions(67), 1000))
    assert first == [CylindricPartition(pi, [shape] * 3) for shape in shapes]
    one = Profile("1")
    assert list(cylindric_partitions(one, 30)) == [
        CylindricPartition(one, [shape]) for shape in partitions(30)
    ]
    assert list(reverse_plane_partitions(pi, 201)) == []
    assert list(reverse_plane_partitions(pi, 0)) == [CylindricPartition(pi, [()] * 3)]
