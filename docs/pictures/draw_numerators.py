"""The numerators of the projections of all blocks, in graded order: nested X's."""

from semicircular import draw_numerators

draw_numerators(16)
