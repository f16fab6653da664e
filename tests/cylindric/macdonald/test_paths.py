"""Lattice paths, their peaks and their valleys, from the definition."""

from collections import Counter
from itertools import pairwise

from cylindric import peaks_and_valleys
from tests.cylindric import definitions as brute
from tests.cylindric.macdonald.test_weights import POINTS, F, objects


def test_paths_step_by_one_and_do_not_cross():
    for c in objects("11010", 7):
        for heights in c.paths():
            steps = [after - before for before, after in pairwise(heights)]
            e = [step + (letter == "0") for step, letter in zip(steps, c.profile.word, strict=True)]
            assert set(e) <= {0, 1}
        for upper, lower in pairwise(c.paths()):
            assert all(map(int.__ge__, upper, lower))
        kinds = Counter((turn.path, turn.kind) for turn in peaks_and_valleys(c))
        assert all(kinds[path, "peak"] == kinds[path, "valley"] for path, _ in kinds)


def test_peaks_over_valleys_from_the_definition():
    x, y = POINTS[0]
    for c in objects("1110100", 5):
        value = F(1)
        for kind, path, step, height, factors in peaks_and_valleys(c):
            mu = c.partitions[step - 1]
            assert sum(part >= path for part in mu) == height
            column = F(1)
            for i in range(height):
                column *= brute.b_box(mu, i, path - 1, x, y)
            assert factors.at(x, y) == column
            value *= column if kind == "peak" else 1 / column
        assert value == brute.macdonald_weight("1110100", c.partitions, x, y)
