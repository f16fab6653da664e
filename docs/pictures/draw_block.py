"""The projection of a square block."""

from semicircular import block_projection, draw_block

draw_block(block_projection(5, "square"))
