"""A tiling with weights 1 and 2 by turns on the entries of A: in the middle it is regular."""

from lambdadet import draw_tiling, random_tiling

weights = [[1 + (i + j) % 2 for j in range(161)] for i in range(161)]
draw_tiling(random_tiling(160, x1=weights, rng=1))
