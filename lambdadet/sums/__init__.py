"""The other side of the theorem, three times, with no code in common.

    x[n]_11  =  a sum over compatible pairs, one term each
             =  a sum over alternating sign matrices, one product of local weights each
             =  a sum over perfect matchings of the Aztec diamond, one term each

No file of this room imports another, none knows the recurrence, and the matchings know no matrix.
They meet in `checks`; the polynomials made of them are in `determinant.generic`.

In order: pairs, matrices, matchings.
"""
