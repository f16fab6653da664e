"""The limit shape is the mean of the samples."""

import pytest

from cylindric import CylindricPartition, Profile, draw_limit_shape, sample
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


def test_rows_without_anything_to_see_are_left_out_and_a_logarithm_shows_more():
    tall = CylindricPartition(Profile("10"), [(80, *[1] * 30), (80, *[1] * 29)])
    plain, log = draw_limit_shape([tall]), draw_limit_shape([tall], log=True)
    assert plain.says.endswith("profile 10, rows 1 to 1 of 31")
    assert log.says.endswith("profile 10 on a logarithmic scale")
    assert plain.figure.axes[0].get_ylim() == (1.5, 0.5)
    assert log.figure.axes[0].get_ylim() == (31.5, 0.5)
    ticks = [text.get_text() for text in log.figure.axes[1].get_yticklabels()]
    assert ticks == ["0.1", "1", "10"]
