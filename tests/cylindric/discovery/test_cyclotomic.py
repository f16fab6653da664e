"""Products of cyclotomic polynomials, against sympy's."""

from itertools import product

import sympy

from cylindric import EulerProduct, Series
from cylindric.discovery.cyclotomic import _largest_index, cyclotomic_product

x = sympy.Symbol("x")


def test_all_small_polynomials_against_sympys_factors():
    for tail in product((-1, 0, 1, 2), repeat=3):
        series = Series([1, *tail, 1])
        _, factors = sympy.factor_list(series.to_sympy().removeO())
        z = sympy.Symbol("z")
        wanted = all(sympy.Poly(f, z).is_cyclotomic for f, _ in factors)
        exponents, left, _ = cyclotomic_product(series)
        assert (left.degree() == 0) == wanted
        if wanted:
            assert EulerProduct(exponents, False).series(5) == series


def test_every_cyclotomic_polynomial_is_found_however_low_its_degree():
    for n in (1, 2, 6, 30, 210):
        coefficients = sympy.Poly(sympy.cyclotomic_poly(n, x), x).all_coeffs()[::-1]
        sign = int(coefficients[0])
        exponents, left, _ = cyclotomic_product(Series([sign * int(c) for c in coefficients]))
        assert left == 1
        assert EulerProduct(exponents, False).cyclotomic_factors == {n: 1}


def test_no_index_is_beyond_the_bound():
    phi = [sympy.totient(n) for n in range(1, 800)]
    for degree in range(1, 100):
        last = max(n for n, value in enumerate(phi, 1) if value <= degree)
        assert last <= _largest_index(degree) <= 800
