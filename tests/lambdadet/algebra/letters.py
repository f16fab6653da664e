"""The letters of the tests of Laurent polynomials, and random polynomials in them."""

from hypothesis import strategies as st

from lambdadet.algebra.polynomial import LaurentPolynomial

NAMES = ("x", "y", "z")
X, Y, Z = LaurentPolynomial.generators(*NAMES)
SCALARS = st.integers(-5, 5) | st.fractions(-2, 2, max_denominator=4)
EXPONENTS = st.tuples(*[st.integers(-3, 3)] * 3)


def polynomials():
    terms = st.dictionaries(EXPONENTS, SCALARS, max_size=5)
    return terms.map(lambda t: LaurentPolynomial(t, NAMES))
