"""A growth diagram: every cell kept, labels in the cells."""

from cylindric import CylindricPartition, Profile, draw_growth, growth_diagram

c = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
draw_growth(growth_diagram(c))
