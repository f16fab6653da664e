"""Random matrices and tilings, exact: coins are tossed in integers.

Matrices are uniform, by coupling from the past on height functions; tilings of the Aztec diamond
are uniform, or have any weights on their edges and beside them, by domino shuffling.
Every function takes `rng`, a numpy Generator or a seed, and no global generator is touched.

In order: matrices, odds (of the coins of weighted tilings), tilings.
"""
