"""Which polynomials are products of cyclotomic ones: these are divided off, one after the other."""

from __future__ import annotations

import numpy as np
from flint import fmpz_poly

from cylindric.algebra.series import Series
from termwise.price import require_steps


def cyclotomic_product(series: Series) -> tuple[tuple[int, ...], fmpz_poly, str]:
    """Divide a polynomial that starts with 1 by all the cyclotomic polynomials that divide it.

    Returns:
        The exponents a_n of the part that is prod (1 - q^n)^(-a_n), what is left of the polynomial,
        and what was tried.

    >>> cyclotomic_product(Series([1, 1]))[:2]
    ((1, -1), 1)
    """
    left = fmpz_poly(list(series.coefficients))
    degree = int(left.degree())
    require_steps(20 * degree**2, "steps of divisions")
    totients = _totients(_largest_index(degree))
    exponents = [0] * (len(totients) - 1)
    for n in range(1, len(totients)):
        while totients[n] <= left.degree():
            divisor = fmpz_poly([1, -1]) if n == 1 else fmpz_poly.cyclotomic(n)
            quotient, remainder = divmod(left, divisor)
            if remainder.degree() >= 0:
                break
            left = quotient
            for d in range(1, n + 1):  # Phi_n is the product of (1 - q^d)^mu(n/d), d | n
                if n % d == 0:
                    exponents[d - 1] -= _moebius(n // d)
    while exponents and not exponents[-1]:
        exponents.pop()
    return tuple(exponents), left, f"the cyclotomic polynomials of degree at most {degree}"


def _largest_index(degree: int) -> int:
    """Return a number that no n with phi(n) <= degree exceeds.

    If n has k different primes, n / phi(n) is at most the product of p / (p - 1) over the k least
    primes, and n is at least their product.
    """
    largest, primorial, above, below = degree, 1, 1, 1
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29):
        primorial, above, below = primorial * p, above * p, below * (p - 1)
        if primorial > degree * above // below:
            break
        largest = degree * above // below
    return max(largest, 2)


def _totients(largest: int) -> list[int]:
    """Return phi(0), .., phi(largest), the first as 0."""
    phi = np.arange(largest + 1)
    for p in range(2, largest + 1):
        if phi[p] == p:
            phi[p::p] -= phi[p::p] // p
    return [int(x) for x in phi]


def _moebius(n: int) -> int:
    sign = 1
    for p in range(2, n + 1):
        if n % p == 0:
            n //= p
            sign = -sign
            if n % p == 0:
                return 0
    return sign
