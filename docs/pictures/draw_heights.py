"""Corner sums of an alternating sign matrix as a height function."""

from lambdadet import draw_heights, random_asm

draw_heights(random_asm(12, rng=1))
