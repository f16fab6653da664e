"""The block of words of length 8: dyadic rays."""

from semicircular import draw_rays

draw_rays(8)
