"""Alternating sign matrices and their compatible pairs, straight from the definitions.

A matrix has entries -1, 0, 1 that alternate in every row and column, from 1 to 1; a pair (A, B) has
corner sums that interlace.  There are prod_{k<n} (3k+1)! / (n+k)! matrices, 2^{n(n-1)/2} pairs.
What else a matrix is (ice, loops, a node of a lattice) is in `models`; as tilings the pairs are in
`diamonds`; random ones in `sampling`.  Nothing of the package is known here but this room.

In order: matrix, symmetry (what it asks of an entry), listing (row by row), counts (formulas),
bulk (arrays), pairs.
"""
