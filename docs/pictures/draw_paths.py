"""Lattice paths, with the factors of the Macdonald weight at their peaks and valleys."""

from cylindric import CylindricPartition, Profile, draw_paths

c = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
draw_paths(c, weights=True)
