"""Random matrices and tilings, exact: coins are tossed in integers.

Matrices are uniform, by coupling from the past on height functions; tilings of the Aztec diamond
have probability proportional to lam to the number of edges that carry it, by domino shuffling.
Every function takes `rng`, a numpy Generator or a seed, and no global generator is touched.

In order: matrices, tilings; neither needs the other.
"""
