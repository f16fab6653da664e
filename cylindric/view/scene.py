"""A scene: what `assets/surface.js` shows, as plain settings and one string of bytes.

The bytes are compressed by zlib: first the positions, as 16-bit integers, all first coordinates,
then all second and all third ones; then the lozenges, of each corner the 32-bit differences from
one lozenge to the next.  Both are little-endian.
"""

from __future__ import annotations

import zlib
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np

from cylindric.drawing.surface import KINDS, number_of_lozenges
from cylindric.drawing.unrolled import name_of
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.view.mesh import surface_mesh
from termwise.pictures import require_theme

FINEST = 2**15 - 1

MAX_LETTERS = 60
"""The letters of a longer word would touch."""


class Scene(NamedTuple):
    """What is shown.

    Attributes:
        settings: numbers, strings and lists of them.
        data: the mesh.
    """

    settings: dict[str, Any]
    data: bytes


def surface_scene(c: CylindricPartition, theme: str) -> Scene:
    """Return the scene of a surface.

    >>> from cylindric.objects.profiles import Profile
    >>> scene = surface_scene(CylindricPartition(Profile("10"), [(2,), (1,)]), "light")
    >>> scene.settings["numbers"], scene.settings["shape"], scene.settings["word"]
    ([4, 3, 3], [2, 6], '10')
    """
    mesh, colours = surface_mesh(c), require_theme(theme)
    scale = float(np.abs(mesh.positions).max())
    places = np.round(mesh.positions.reshape(-1, 3).T / scale * FINEST).astype("<i2")
    corners = np.concatenate(list(mesh.lozenges.values())).astype(np.int64).T
    settings = {
        "says": says_of(c),
        "shape": list(mesh.positions.shape[:2]),
        "scale": scale / FINEST,
        "radius": mesh.radius,
        "numbers": [len(each) for each in mesh.lozenges.values()],
        "colours": [KINDS[kind] for kind in mesh.lozenges],
        "word": c.profile.word if c.profile.period <= MAX_LETTERS else "",
        "period": c.profile.period,
        "fullest": max(range(c.profile.period), key=lambda k: sum(c.partitions[k - 1])),
        "ground": colours.ground,
        "ink": colours.ink,
        "accent": colours.accent,
    }
    steps = np.diff(corners, prepend=0).astype("<i4")
    return Scene(settings, zlib.compress(places.tobytes() + steps.tobytes()))


def says_of(c: CylindricPartition) -> str:
    """Return what the scene shows, in one line.

    >>> from cylindric.objects.profiles import Profile
    >>> says_of(CylindricPartition(Profile("10"), [(2,), (1,)]))
    'surface of (1) ≺ (2) ≻ (1) round the cylinder, 10 lozenges'
    """
    return f"surface of {name_of(c)} round the cylinder, {number_of_lozenges(c)} lozenges"


def asset(name: str) -> str:
    """Return the text of a file of `assets`.

    >>> asset("LICENSE.three.txt").splitlines()[0]
    'The MIT License'
    """
    return files("cylindric").joinpath("view", "assets", name).read_text(encoding="utf-8")


def script() -> str:
    """Return three.js and what shows a scene, `show(element, settings, data)`, as one text."""
    return asset("three.min.js") + asset("surface.js")
