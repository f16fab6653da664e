"""The projection formula: what is orthogonal to all commutators, in exact integers.

P_M is the projection of the triangle a + b <= M onto what is orthogonal to C V_{M-1}.  Its entry
is N(p, q) / (M' + 3), where N is one infinite integer matrix that does not know M, and M' the
largest integer <= M of the parity of a + b.  Linear algebra is not done here: that is the other
side, in `matrices`.

In order: numerators (N), kernels (its vectors, fast application), kinds (variants), blocks (a
projection of pairs), on_words (of all words), spectrum (singular values, gap, determinant).
"""
