"""Cylinders: every lozenge is bent, and none is lost."""

import numpy as np
import pytest

from cylindric import CylindricPartition, Profile, draw_cylinder
from cylindric.drawing.cylinder import _bend
from cylindric.drawing.surface import tile
from tests.cylindric.drawing.shown import CHIRAL, TINY, UPS_ONLY, groups, number_of_polygons, texts


def test_cylinder_bends_every_lozenge_and_loses_none():
    def area(outline):
        x, y = outline.T
        return abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2

    for c in (TINY, CHIRAL, UPS_ONLY, CylindricPartition(Profile("0"), [(2,)])):
        for lozenges in tile(c).lozenges.values():
            for lozenge in lozenges:
                parts = _bend(lozenge, c.profile.period)
                assert sum(map(area, parts)) == pytest.approx(1)
                # No part goes round the corner: its ends are on one side.
                for part in parts:
                    angles = 2 * np.pi * part[:, 0] / c.profile.period - np.radians(25)
                    assert min(np.cos(angles)) > -1e-9 or max(np.cos(angles)) < 1e-9


def test_cylinder_shows_near_and_far():
    picture = draw_cylinder(CHIRAL)
    near = [number_of_polygons(picture, f"{kind}-near") for kind in ("top", "rising", "falling")]
    far = [number_of_polygons(picture, f"{kind}-far") for kind in ("top", "rising", "falling")]
    tiling = tile(CHIRAL)
    for kind, *parts in zip(tiling.lozenges, near, far, strict=True):
        assert min(parts) > 0
        assert sum(parts) >= len(tiling.lozenges[kind])
    assert len(groups(picture)["seam"]) == 1
    assert texts(picture, "line") == ["0 ~ 5", "1"]
    near = [k for k in range(1, 6) if np.cos(2 * np.pi * (k - 0.5) / 5 - np.radians(25)) > 0.3]
    assert texts(picture, "letter") == [CHIRAL.profile.word[k - 1] for k in near]
    with pytest.raises(ValueError, match="at most 8000 lozenges to be drawn, got 8010: draw_surf"):
        draw_cylinder(CylindricPartition(Profile("10"), [(4001, 3), (3,)]))
