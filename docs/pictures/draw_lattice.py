"""The lattice of alternating sign matrices."""

from lambdadet import draw_lattice

draw_lattice(3)
