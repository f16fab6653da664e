"""Laurent polynomials in named variables, exact.

Two forms, a table of exponents and a quotient of FLINT's polynomials, are made from one another;
sums, products and exact division use the second, the closed forms make the first.  A division that
is not exact is an error that carries both polynomials.  No determinant and no matrix is known here.

In order: names (what generic entries and parameters are called), prices (what is not begun), forms,
values (at numbers and in rings), symbols (sympy and back), polynomial.
"""
