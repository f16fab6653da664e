"""The image of a large surface against the lozenges of small ones, point by point."""

import time

import numpy as np
import pytest
from matplotlib.path import Path

from cylindric import CylindricPartition, Profile, draw_surface, sample, solve_z
from cylindric.drawing import surface
from cylindric.drawing.raster import FALLING, GROUND, RISING, TOP, kinds_at
from cylindric.drawing.surface import tile

CODES = {"top": TOP, "rising": RISING, "falling": FALLING}


@pytest.mark.parametrize("word", ["10", "1100", "11010", "0", "11", "0110001"])
@pytest.mark.parametrize("seed", range(2))
def test_every_point_is_in_the_lozenge_that_is_drawn_there(word, seed):
    c = sample(Profile(word), 0.85, rng=seed)
    tiling = tile(c)
    random = np.random.default_rng(seed)
    period = len(word)
    drift = word.count("1") - period / 2
    xs = random.uniform(-period, 2 * period, 15)
    low = min(lozenges[..., 1].min() for lozenges in tiling.lozenges.values() if len(lozenges))
    ys = np.sort(random.uniform(low - 3, low + tiling.depth + tiling.columns + 6, 30))
    codes = kinds_at(c, xs, ys, tiling.depth, tiling.columns).ravel()
    points = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    seen = 0
    for kind, lozenges in tiling.lozenges.items():
        for turn in (-1, 0, 1):
            for corners in lozenges + np.array((turn * period, turn * drift)):
                found = codes[Path(corners).contains_points(points)]
                # The window is cut straight where the lozenges of its edge are not.
                assert set(found.tolist()) <= {CODES[kind], GROUND}, (kind, corners)
                seen += int((found == CODES[kind]).sum())
    assert seen > 100


def test_a_large_surface_is_an_image_in_the_same_place(monkeypatch):
    c = sample(Profile("1110000"), 0.9, rng=5)
    vector = draw_surface(c)
    monkeypatch.setattr(surface, "MAX_LOZENGES", 0)
    image = draw_surface(c)
    assert image.says == f"{vector.says}, as an image"
    shown = [_pixels(picture) for picture in (vector, image)]
    assert shown[0].shape == shown[1].shape
    close = (np.abs(shown[0].astype(int) - shown[1]).max(axis=2) < 60).mean()
    assert close > 0.93  # edges and labels aside
    assert 'id="pixels"' in image.svg()
    assert 'id="pixels"' not in vector.svg()


def _pixels(picture):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = FigureCanvasAgg(picture.figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3]


@pytest.mark.slow
def test_a_million_cubes_take_seconds_and_no_megabyte(tmp_path):
    room = Profile("1" * 300 + "0" * 300)
    c = sample(room, solve_z(room, 1_000_000), rng=1, limit=10**8)
    started = time.perf_counter()
    path = draw_surface(c).save(tmp_path / "surface.svg")
    assert time.perf_counter() - started < 20  # two, on a machine that is not busy
    assert path.stat().st_size < 10**6


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="GB for the places"):
        draw_surface(CylindricPartition(Profile("10"), [(10**9,), ()]))
