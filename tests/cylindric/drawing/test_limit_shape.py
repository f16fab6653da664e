"""The limit shape is the mean of the samples."""

import pytest

from cylindric import Profile, draw_limit_shape, sample
from cylindric.drawing.heat_maps import heat_map
from tests.cylindric.drawing.shown import EMPTY, MEDIUM, TINY


def test_limit_shape_is_the_mean_and_needs_no_objects(monkeypatch):
    samples = sample(Profile("11010"), 0.6, size=20, rng=1)
    seen = []

    def kept(heights, **options):
        seen.append(heights)
        return heat_map(heights, **options)

    monkeypatch.setattr("cylindric.drawing.limit_shape.heat_map", kept)
    assert draw_limit_shape(samples).svg() == draw_limit_shape(list(samples)).svg()
    for heights in seen:
        for k in range(1, 6):
            for i in range(1, len(heights) + 1):
                parts = [
                    mu[i - 1] if i <= len(mu) else 0
                    for mu in (c.partitions[k - 1] for c in samples)
                ]
                assert heights[i - 1, k - 1] == pytest.approx(sum(parts) / 20)


def test_limit_shape_asks_for_one_profile():
    with pytest.raises(ValueError, match="at least one cylindric partition, got none"):
        draw_limit_shape([])
    with pytest.raises(ValueError, match="samples must all have the profile 10 of the first"):
        draw_limit_shape([TINY, MEDIUM])
    assert "mean of mu^k_i over 1 cyl" in draw_limit_shape([EMPTY]).says
