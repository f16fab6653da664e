"""The octahedron recurrence, level by level."""

from lambdadet import draw_pyramid, octahedron

draw_pyramid(octahedron(None, [[2, 1, 3], [1, 4, 1], [5, 1, 2]], lam=1))
