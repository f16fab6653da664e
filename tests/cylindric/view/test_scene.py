"""Scenes: what is packed can be unpacked to the mesh."""

import json
import zlib

import numpy as np
import pytest
from hypothesis import given

from cylindric import CylindricPartition, Profile, sample
from cylindric import strategies as some
from cylindric.view.mesh import surface_mesh
from cylindric.view.scene import MAX_LETTERS, asset, script, surface_scene
from termwise.pictures import COLOURS, THEMES
from tests.cylindric.drawing.shown import MEDIUM


def unpacked(scene):
    """Return positions and lozenges, as `assets/surface.js` reads them."""
    settings, data = scene.settings, zlib.decompress(scene.data)
    points, faces = np.prod(settings["shape"]), sum(settings["numbers"])
    assert len(data) == 6 * points + 16 * faces
    places = np.frombuffer(data, "<i2", 3 * points).reshape(3, points).T * settings["scale"]
    steps = np.frombuffer(data, "<i4", offset=6 * points).reshape(4, faces)
    return places, steps.cumsum(axis=1).T


@given(some.cylindric_partitions())
def test_a_scene_holds_the_mesh(c):
    scene, mesh = surface_scene(c, "light"), surface_mesh(c)
    places, faces = unpacked(scene)
    size = np.abs(mesh.positions).max()
    assert np.abs(places - mesh.positions.reshape(-1, 3)).max() < size / 2**15
    assert faces.tolist() == np.concatenate(list(mesh.lozenges.values())).tolist()
    assert json.loads(json.dumps(scene.settings)) == scene.settings
    sizes = [sum(mu) for mu in (c.partitions[-1], *c.partitions[:-1])]
    assert sizes[scene.settings["fullest"]] == max(sizes)


@pytest.mark.parametrize("theme", THEMES)
def test_colours_are_those_of_the_still_picture(theme):
    settings = surface_scene(MEDIUM, theme).settings
    assert settings["colours"] == [COLOURS[0], COLOURS[1], COLOURS[4]]
    names = ("ground", "ink", "accent")
    assert [settings[name] for name in names] == [getattr(THEMES[theme], name) for name in names]


def test_a_long_word_is_not_written():
    for number, word in ((MAX_LETTERS, "10" * (MAX_LETTERS // 2)), (MAX_LETTERS + 2, "")):
        profile = Profile("10" * (number // 2))
        c = CylindricPartition(profile, [()] * number)
        assert surface_scene(c, "light").settings["word"] == word


def test_a_large_surface_is_packed_small():
    c = sample(Profile("1" * 100 + "0" * 100), 0.97, rng=1)
    scene = surface_scene(c, "light")
    assert sum(scene.settings["numbers"]) > 40_000
    assert len(scene.data) < 4 * sum(scene.settings["numbers"])


def test_three_js_comes_with_its_licence():
    assert "Permission is hereby granted, free of charge" in asset("LICENSE.three.txt")
    assert "three.js 0.187.0, MIT licence" in asset("three.min.js").splitlines()[0]
    assert "SPDX-License-Identifier: MIT" in asset("three.min.js")
    assert "three.js 0.187.0" in asset("three_entry.js").splitlines()[0]
    assert "</script" not in script().lower()
