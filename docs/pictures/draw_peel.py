"""A randomised peel as a tree of exact probabilities."""

from fractions import Fraction

from cylindric import CylindricPartition, Profile, draw_peel

c = CylindricPartition(Profile("10"), [(3, 1), (2,)])
draw_peel(c, Fraction(1, 3), Fraction(1, 2), cells=2)
