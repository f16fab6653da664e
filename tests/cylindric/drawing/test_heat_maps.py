"""Heat maps cover their frame."""

import numpy as np
import pytest

from cylindric.drawing.heat_maps import heat_map


@pytest.mark.slow
@pytest.mark.parametrize("shape", [(3, 7), (500, 900), (1, 1)])
def test_heat_map_covers_its_frame(shape):
    heights = np.add.outer(np.arange(shape[0])[::-1], np.arange(shape[1])).astype(float)
    picture = heat_map(heights, title="t", bar="b", says="s", theme="light")
    axes = picture.figure.axes[0]
    covered = 0.0
    colours = []
    for patch in axes.patches:
        for outline in patch.get_path().to_polygons(closed_only=True):
            (x0, y0), (x1, y1) = outline.min(axis=0), outline.max(axis=0)
            covered += (x1 - x0) * (y1 - y0)
        colours.append(patch.get_facecolor())
    assert covered == pytest.approx(shape[0] * shape[1])
    assert len(set(colours)) == len(colours)
    assert axes.get_ylim() == (shape[0] + 0.5, 0.5)
    assert len(picture.svg()) < 2_000_000


def test_a_table_of_many_colours_is_an_image():
    heights = np.random.default_rng(1).random((300, 300))
    picture = heat_map(heights, title="t", bar="b", says="s", theme="light")
    axes = picture.figure.axes[0]
    assert not axes.patches
    (image,) = axes.images
    assert tuple(image.get_extent()) == (0.5, 300.5, 300.5, 0.5)
    colours = np.asarray(image.get_array())
    light = colours[..., :3].sum(axis=2)
    assert light[heights > 0.98].mean() > light[heights < 0.5].mean()
    assert axes.get_ylim() == (300.5, 0.5)
    assert len(picture.svg()) < 500_000
