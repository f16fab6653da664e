"""A fully packed loop configuration."""

from lambdadet import draw_loops, random_asm

draw_loops(random_asm(8, rng=1))
