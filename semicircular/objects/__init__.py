"""Words, and exact vectors with few entries, straight from the definitions.

A word is a tuple of letters 1..n and stands for a basis vector of the full Fock space; relative to
a letter i it is pure, i^k, or i^a v i^b with a core v.  A pair (a, b) stands for a basis vector of
one block.  A vector is integers over one denominator.  What commutes with what is in `algebra`.

In order: words, necklaces (words up to rotation), pairs, sparse (what vectors share), vectors.
"""
