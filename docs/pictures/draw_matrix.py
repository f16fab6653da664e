"""An alternating sign matrix, as it is written."""

from lambdadet import draw_matrix, random_asm

draw_matrix(random_asm(8, rng=1))
