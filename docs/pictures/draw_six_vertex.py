"""An alternating sign matrix as a state of the six-vertex model."""

from lambdadet import draw_six_vertex, random_asm

draw_six_vertex(random_asm(8, rng=1))
