"""The singular values of the commutators of blocks, and the gap."""

from semicircular import draw_spectrum

draw_spectrum(30)
