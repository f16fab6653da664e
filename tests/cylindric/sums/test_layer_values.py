"""Layers at a number against series and against all objects."""

from itertools import islice
from math import exp

import pytest

from cylindric import Profile, largest_part_series, reverse_plane_partitions
from cylindric.sums.layer_values import layer_values


@pytest.mark.parametrize("word", ["10", "1", "1110100", "0010"])
def test_on_the_cylinder(word):
    """At z = 3/10 weights of 40 and more are nothing."""
    z, order, pi = 0.3, 40, Profile(word)
    terms = largest_part_series(pi, order).terms.items()
    for m, value in enumerate(islice(layer_values(pi, z), 6)):
        expected = sum(number * z**n for (part, n), number in terms if part <= m)
        assert exp(value) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("word", ["10", "110100", "0110", "11"])
def test_open(word):
    z, pi = 0.1, Profile(word)
    objects = [c for n in range(9) for c in reverse_plane_partitions(pi, n)]
    for m, value in enumerate(islice(layer_values(pi, z, open=True), 4)):
        expected = sum(z**c.weight for c in objects if c.largest_part <= m)
        assert exp(value) == pytest.approx(expected, abs=1e-6)
