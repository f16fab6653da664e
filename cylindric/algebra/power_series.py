"""Truncated power series over the integers, as FLINT polynomials: what FLINT does not do itself.

FLINT's own series are cut at a global bound, which threads would share; here every function is
given its order.

    divide                one power series by another
    divide_by_one_minus   by 1 - z^k
    exponents_of          the integers a_n of f = prod (1 - z^n)^(-a_n)
    from_exponents        back to f
    theta                 a theta series, of few terms

Source of the exponents: with D = z f'/f = sum_k D_k z^k the product says D_k = sum_{d|k} d a_d,
so n a_n comes from D by a sieve.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt, log2

import numpy as np
from flint import fmpz_poly

from termwise.arguments import brief, shown
from termwise.price import BYTES, require_bytes

LONGEST_DIVISOR = 200
"""Up to this degree the roots of a divisor say how fast a quotient grows."""

MAX_FLOAT = 10**300


def require_quotient(above: fmpz_poly, below: fmpz_poly, order: int) -> None:
    """Refuse a quotient whose coefficients would not fit into memory.

    They grow like the powers of 1/rho, rho the least modulus of a root of the divisor.
    """
    require_bytes(8 * order, f"{brief(order)} coefficients")
    growth = 0.0
    if 0 < below.degree() <= LONGEST_DIVISOR:
        heights = [float(max(-MAX_FLOAT, min(int(c), MAX_FLOAT))) for c in below.coeffs()]
        moduli = np.abs(np.roots(heights[::-1]))
        growth = max(0.0, -log2(max(float(moduli.min(initial=1.0)), 1e-300)))
    polynomial = (below.degree() + 1) * log2(order + 1) + above.height_bits() + 8
    require_bytes(
        order * (64 + min(order * growth, 1e300) / 2 + polynomial) / 8, f"{order} coefficients"
    )


def divide(numerator: fmpz_poly, denominator: fmpz_poly, order: int) -> fmpz_poly:
    """Return numerator / denominator as a power series, to the given order.

    Raises:
        ValueError: the constant coefficient of the denominator is not 1 or -1.
    """
    if denominator[0] not in (1, -1):
        raise ValueError(f"the divisor must start with 1 or -1, got {brief(denominator[0])}")
    # FLINT's own series are cut at a global bound, which threads would share; so it is Newton's
    # method here, on polynomials: the inverse to half the order, and one step with the numerator.
    reached = [order]
    while reached[-1] > 1:
        reached.append((reached[-1] + 1) // 2)
    inverse = fmpz_poly([denominator[0]])
    for known in reached[-2:0:-1]:
        error = 1 - inverse.mul_low(denominator.truncate(known), known)
        inverse += inverse.mul_low(error, known)
    quotient = inverse.mul_low(numerator, reached[1] if order > 1 else 1)
    error = numerator.truncate(order) - quotient.mul_low(denominator, order)
    return quotient + inverse.mul_low(error, order)


def divide_by_one_minus(numerator: fmpz_poly, power: int, order: int) -> fmpz_poly:
    """Return numerator / (1 - z^power) as a power series, to the given order.

    >>> divide_by_one_minus(fmpz_poly([1]), 2, 5)
    x^4 + x^2 + 1
    """
    quotient = numerator.truncate(order)
    while power < order:  # 1/(1 - x) = (1 + x)(1 + x^2)(1 + x^4) ..
        quotient += quotient.truncate(order - power).left_shift(power)
        power *= 2
    return quotient


def exponents_of(poly: fmpz_poly, order: int) -> list[int]:
    """Return a_1, .., a_{order-1} of poly = prod_{n>=1} (1 - z^n)^(-a_n) + O(z^order).

    The constant coefficient of the polynomial must be 1; then they are integers.

    >>> exponents_of(fmpz_poly([1, 0, -1]), 5)
    [0, -1, 0, 0]
    """
    _require_roots(poly, order)
    derivative = poly.derivative().left_shift(1)
    sums = [int(c) for c in divide(derivative, poly, order).coeffs()]
    sums += [0] * (order - len(sums))
    for n in range(1, order):
        share = sums[n]  # n a_n: the smaller divisors have taken theirs
        if share:
            for multiple in range(2 * n, order, n):
                sums[multiple] -= share
    return [share // n for n, share in enumerate(sums[1:], 1)]


def from_exponents(exponents: Sequence[int], order: int) -> fmpz_poly:
    """Return prod_{n>=1} (1 - z^n)^(-a_n) as a power series, to the given order.

    Newton's method: if f is right below z^m, then up to z^(2m) the product is f (1 + e), where
    e_k is (D_k - D_k(f)) / k, D = z f'/f: an integer, since f starts with 1.

    Args:
        exponents: a_1, a_2, ..; those that are missing are zero.
        order: of the answer.

    >>> from_exponents([1, 1, 1, 1], 5)
    5*x^4 + 3*x^3 + 2*x^2 + x + 1
    """
    exponents = exponents[: order - 1]
    # At z = 1/2 a factor 1/(1 - z^n) is at most 2^(2^(1-n)); so no coefficient of z^k is above that
    # of all of them times 2^k.
    bits = order + sum((abs(a) >> (n - 1)) + 1 for n, a in enumerate(exponents, 1) if a)
    require_bytes(order * bits // 8, f"{shown(order)} coefficients of a product")
    sums = [0] * order
    for n, a in enumerate(exponents, 1):
        if a:
            for multiple in range(n, order, n):
                sums[multiple] += n * a
    product, known = fmpz_poly([1]), 1
    while known < order:
        reached = min(2 * known, order)
        found = divide(product.derivative().left_shift(1), product, reached)
        error = [(sums[k] - int(found[k])) // k for k in range(known, reached)]
        product += product.mul_low(fmpz_poly([0] * known + error), reached)
        known = reached
    return product


def theta(power: int, period: int, order: int) -> fmpz_poly:
    """Return (z^h; z^p) (z^{p-h}; z^p) (z^p; z^p) = sum_n (-1)^n z^{p n(n-1)/2 + h n}, 0 < h < p.

    So (z^s; z^s) is theta(s, 3s): Euler's pentagonal series.

    >>> theta(1, 3, 8)
    x^7 + x^5 + (-1)*x^2 + (-1)*x + 1
    """
    coefficients = [0] * order
    reach = isqrt(2 * order // period) + 2
    for n in range(-reach, reach + 1):
        exponent = period * n * (n - 1) // 2 + power * n
        if exponent < order:
            coefficients[exponent] += -1 if n % 2 else 1
    return fmpz_poly(coefficients)


def _require_roots(poly: fmpz_poly, order: int) -> None:
    """Refuse a logarithmic derivative whose coefficients might not fit into memory.

    If |c_k| <= R^k for k >= 1, then 1/f has coefficients of at most (2R)^k.
    """
    growth = 0.0
    if order**2 * (1 + poly.height_bits()) > 16 * BYTES:  # it may be large, and is looked at
        heights = [abs(int(c)) for c in poly.coeffs()[1:order]]
        growth = max((c - 1).bit_length() / k for k, c in enumerate(heights, 1) if c)
    require_bytes(order**2 * (1 + growth) / 16, f"the exponents of {order} coefficients")
