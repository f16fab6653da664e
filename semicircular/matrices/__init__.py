"""The other side: the commutator as a matrix, and what exact linear algebra finds in it.

Nothing here knows a formula.  A matrix is written down from the definition of the commutator, on
pairs or on words, and FLINT finds projections, ranks and determinants.

In order: elimination (of any matrix), on_pairs (blocks), on_words (all words, truncated traces).
"""
