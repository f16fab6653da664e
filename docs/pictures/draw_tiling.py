"""A random domino tiling of the Aztec diamond: the arctic circle."""

from lambdadet import draw_tiling, random_tiling

draw_tiling(random_tiling(60, rng=1))
