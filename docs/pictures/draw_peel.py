"""A randomised peel as a tree of exact probabilities."""

from fractions import Fraction

from cylindric import CylindricPartition, Profile, draw_peel

c = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
draw_peel(c, Fraction(1, 3), Fraction(1, 2), cells=2)
