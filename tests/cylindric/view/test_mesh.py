"""Meshes: the lozenges of the still picture, unit cubes, closed round the cylinder."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given

from cylindric import CylindricPartition, Profile, sample
from cylindric import strategies as some
from cylindric.drawing.surface import tile, window
from cylindric.drawing.unrolled import drifts
from cylindric.view.mesh import RELIEF, _depths, surface_mesh, tops_on_lines
from tests.cylindric.drawing.shown import ALL, TINY


def on_the_page(c, mesh):
    """Return the lozenges of a mesh as the still picture has them: (line, height) of each corner.

    The line of the first corner is where the still picture has it, the others are next to it.
    """
    (period, points), drift = mesh.positions.shape[:2], drifts(c.profile)
    depth = window(c)[0]
    found = {}
    for kind, faces in mesh.lozenges.items():
        found[kind] = corners = []
        for face in faces.tolist():
            line = face[1 if kind == "top" else 0] // points
            if kind == "top" and line == 0:
                line = period  # the still picture has mu^T, the mesh has mu^0
            steps = (-1, 0, 1, 0) if kind == "top" else (0, 1, 1, 0)
            corners.append(
                [
                    (line + step, p % points - depth + height_of(drift, line + step))
                    for p, step in zip(face, steps, strict=True)
                ]
            )
            assert [p // points for p in face] == [(line + step) % period for step in steps]
    return found


def height_of(drift, line):
    turns, k = divmod(line, len(drift) - 1)
    return drift[k] + turns * drift[-1]


@given(some.cylindric_partitions())
def test_lozenges_are_those_of_the_still_picture(c):
    mesh, still = surface_mesh(c), tile(c).lozenges
    for kind, corners in on_the_page(c, mesh).items():
        wanted = Counter(tuple(map(tuple, each)) for each in still[kind].tolist())
        assert Counter(tuple(each) for each in map(tuple, corners)) == wanted


@given(some.cylindric_partitions())
def test_faces_are_those_of_unit_cubes(c):
    """With their depth all edges have one length, and those of a face are at right angles."""
    mesh = surface_mesh(c)
    depths, _ = _depths(tops_on_lines(c), c)
    points, drift = mesh.positions.shape[1], drifts(c.profile)
    for kind, corners in on_the_page(c, mesh).items():
        for face, page in zip(mesh.lozenges[kind].tolist(), corners, strict=True):
            solid = []
            for p, (line, height) in zip(face, page, strict=True):
                sheared = depths[divmod(p, points)] - 2 * drift[-1] * line / c.profile.period
                solid.append((line * 3**0.5 / 2, height, sheared / 2**0.5))
            sides = np.roll(solid, -1, axis=0) - np.array(solid)
            assert np.allclose((sides**2).sum(axis=1), 1.5)
            assert abs(sides[0] @ sides[1]) < 1e-9


@pytest.mark.parametrize("c", ALL, ids=lambda c: str(c.profile))
def test_the_surface_is_closed_round_the_cylinder(c):
    """Inside of the two rims every edge belongs to two lozenges, which run through it both ways."""
    mesh = surface_mesh(c)
    period, points = mesh.positions.shape[:2]
    edges = Counter()
    for faces in mesh.lozenges.values():
        for face in faces.tolist():
            edges.update(zip(face, [*face[1:], face[0]], strict=True))
    rims = Counter(edge for edge in edges if edges[edge] != edges[edge[::-1]])
    # A rim has an edge a step, and so has no line across the surface.
    assert len(rims) == 2 * period or period <= 2
    assert all(edge[0] % points in (0, 1, points - 2, points - 1) for edge in rims)
    assert set(np.concatenate([f.ravel() for f in mesh.lozenges.values()])) <= set(
        range(period * points)
    )


def test_the_floor_is_the_cylinder_and_relief_is_bounded():
    c = sample(Profile("1" * 10 + "0" * 10), 0.9, rng=1)
    mesh = surface_mesh(c)
    radii = np.hypot(mesh.positions[..., 0], mesh.positions[..., 2])
    assert np.allclose(radii[:, 0], mesh.radius)
    assert np.isclose(np.abs(radii - mesh.radius).max(), RELIEF * mesh.radius)
    angles = np.arctan2(mesh.positions[..., 0], mesh.positions[..., 2])
    assert np.allclose(angles % (2 * np.pi), 2 * np.pi * np.arange(20)[:, None] / 20)


def test_nearer_is_further_out():
    """At a top the surface comes out downwards, at a wall upwards: as a pile stands in a corner."""
    c = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
    mesh, tops = surface_mesh(c), tops_on_lines(c)
    steps = np.diff(np.hypot(mesh.positions[..., 0], mesh.positions[..., 2]), axis=1)
    inner = slice(1, None)  # above the floor
    assert steps[:, inner][tops[:, inner]].max() < steps[:, inner][~tops[:, inner]].min()


def test_a_golden_mesh():
    """(1) < (2) > (1), by hand: five places on each of two lines, tops at mu_i - i."""
    mesh = surface_mesh(TINY)
    assert np.allclose(mesh.positions[0, :, 1], [-2, -1, 0, 1, 2, 3])
    assert np.allclose(mesh.positions[1, :, 1], [-1.5, -0.5, 0.5, 1.5, 2.5, 3.5])
    assert mesh.lozenges["top"].tolist() == [
        [6, 0, 6, 1],
        [8, 2, 8, 3],
        [1, 6, 1, 7],
        [4, 9, 4, 10],
    ]
    assert mesh.lozenges["rising"].tolist() == [[1, 7, 8, 2], [4, 10, 11, 5], [8, 3, 4, 9]]
    assert mesh.lozenges["falling"].tolist() == [[3, 8, 9, 4], [7, 1, 2, 8], [10, 4, 5, 11]]
