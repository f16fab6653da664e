"""Building corner by corner is building."""

import numpy as np
import pytest

from cylindric import Profile, sample
from cylindric.growth import toggles
from cylindric.growth.few_corners import build_by_corners
from tests.cylindric.definitions import words


@pytest.mark.parametrize("word", [*words(4), "1110100", "11010", "101010", "100100", "1001000100"])
@pytest.mark.parametrize("size", [1, 3])
def test_both_ways_build_the_same(word, size, monkeypatch):
    few = sample(Profile(word), 0.95, size, rng=1)
    monkeypatch.setattr(toggles, "FEW_OBJECTS", 0)
    assert sample(Profile(word), 0.95, size, rng=1) == few


def test_the_constants_are_left_as_they_are():
    walks = np.zeros((2, 1, 3), np.int64)
    walks[:, 0, 0] = 2
    before = walks.copy()
    built = build_by_corners(Profile("10"), walks, [np.array([[1]]), np.array([[3]])])
    assert np.array_equal(walks, before)
    assert built[..., :1].tolist() != before[..., :1].tolist()
    assert build_by_corners(Profile("10"), walks, []).any()
