"""The full Fock space: what the semicircular elements do with words.

s_i puts the letter i before a word, or takes it away; r_i does so at the end; their difference is
the commutator.  Here is also the product of words, the polynomials that words are, and rotations of
the alphabet.  This is all that a certificate is checked by; no projection is known here.

In order: fock, chebyshev (words as polynomials), rotations, blocks (the commutator on pairs).
"""
