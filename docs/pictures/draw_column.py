"""A column of the projection: a light cone and its reflections."""

from semicircular import block_projection, draw_column

draw_column(block_projection(20), (6, 3))
