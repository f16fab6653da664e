"""How the bound on a central vector decays with the degree."""

from semicircular import draw_central_bound

draw_central_bound("2", 60)
