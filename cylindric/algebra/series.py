"""Truncated power series in z over the integers.

Polynomial arithmetic is FLINT's.  What is added is the order, which every series owns (FLINT keeps
it in a global setting), and a face: text, LaTeX, sympy.  Several variables: `multiseries`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log2
from operator import index
from typing import TYPE_CHECKING, Any

import numpy as np
from flint import fmpz_poly

from termwise.arguments import brief, digits, require_integer, shown
from termwise.exact import as_number, sympy_expression
from termwise.notation import LATEX, SHOWN_TERMS, TEXT, Notation
from termwise.price import require_bytes

LONGEST_DIVISOR = 200
"""Up to this degree the roots of a divisor say how fast a quotient grows."""

MAX_FLOAT = 10**300

MAX_ORDER = 10**8

if TYPE_CHECKING:
    from sympy import Expr


@dataclass(frozen=True, repr=False)
class Series:
    """c_0 + c_1 z + .. + c_{N-1} z^{N-1} + O(z^N), with integer coefficients and its own order N.

    Sums and products are as exact as the less exact operand.  An int stands for a constant.

    Args:
        coefficients: the coefficients of z^0, z^1, ..
        order: N; missing coefficients are zero.  By default N is the number of coefficients.

    Raises:
        TypeError: a coefficient is not an integer.
        ValueError: order is less than 1, or less than the number of coefficients.

    >>> p = 1 / Series([1, -1, -1], order=6)
    >>> print(p)
    1 + z + 2*z**2 + 3*z**3 + 5*z**4 + 8*z**5 + O(z**6)
    >>> print(p * p - 1)
    2*z + 5*z**2 + 10*z**3 + 20*z**4 + 38*z**5 + O(z**6)
    """

    coefficients: tuple[int, ...]

    def __init__(self, coefficients: Iterable[int], order: int | None = None) -> None:
        try:
            whole = [index(c) for c in coefficients]
        except TypeError:
            raise TypeError(f"coefficients must be integers, got {shown(coefficients)}") from None
        order = require_integer("order", len(whole) if order is None else order, 1)
        if order > MAX_ORDER:
            raise ValueError(f"order must be at most {MAX_ORDER}, got {shown(order)}")
        if len(whole) > order:
            raise ValueError(
                f"order must be at least the {len(whole)} coefficients, got {brief(order)}"
            )
        object.__setattr__(self, "coefficients", tuple(whole + [0] * (order - len(whole))))

    @property
    def order(self) -> int:
        """N: the first power of z that is not known."""
        return len(self.coefficients)

    def __getitem__(self, power: int) -> int:
        """Return the coefficient of z^power.

        Raises:
            IndexError: the coefficient is not known at this order.
        """
        if not 0 <= require_integer("power", power) < self.order:
            raise IndexError(f"power must be in 0..{self.order - 1}, got {brief(power)}")
        return self.coefficients[power]

    def truncate(self, order: int) -> Series:
        """Return the series to a lower order.

        >>> Series([1, 2, 3]).truncate(2)
        Series([1, 2])
        """
        if require_integer("order", order, 1) > self.order:
            raise ValueError(f"order must be at most {self.order}, got {brief(order)}")
        return Series(self.coefficients[:order])

    def inverse(self) -> Series:
        """Return 1 / self.

        Raises:
            ValueError: the constant coefficient is not 1 or -1.

        >>> Series([1, -1], order=4).inverse()
        Series([1, 1, 1, 1])
        """
        return 1 / self

    def _with(self, other: object) -> tuple[fmpz_poly, fmpz_poly, int] | None:
        """Return both operands as polynomials, and the order to which both are known."""
        if isinstance(other, Series):
            order = min(self.order, other.order)
            return self._poly(order), other._poly(order), order
        number = as_number(other)
        if isinstance(number, int):
            return self._poly(self.order), fmpz_poly([number]), self.order
        return None

    def _poly(self, order: int) -> fmpz_poly:
        return fmpz_poly(list(self.coefficients[:order]))

    def __add__(self, other: object) -> Series:
        pair = self._with(other)
        return NotImplemented if pair is None else from_poly(pair[0] + pair[1], pair[2])

    def __sub__(self, other: object) -> Series:
        pair = self._with(other)
        return NotImplemented if pair is None else from_poly(pair[0] - pair[1], pair[2])

    def __mul__(self, other: object) -> Series:
        pair = self._with(other)
        return (
            NotImplemented
            if pair is None
            else from_poly(pair[0].mul_low(pair[1], pair[2]), pair[2])
        )

    def __truediv__(self, other: object) -> Series:
        pair = self._with(other)
        return NotImplemented if pair is None else _quotient(*pair)

    def __rtruediv__(self, other: object) -> Series:
        pair = self._with(other)
        return NotImplemented if pair is None else _quotient(pair[1], pair[0], pair[2])

    def __rsub__(self, other: object) -> Series:
        pair = self._with(other)
        return NotImplemented if pair is None else from_poly(pair[1] - pair[0], pair[2])

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> Series:
        return Series(tuple(-c for c in self.coefficients))

    def __pow__(self, exponent: int) -> Series:
        exponent = require_integer("exponent", exponent)
        base = self if exponent >= 0 else self.inverse()
        if abs(exponent) >= 2**62:
            raise ValueError(f"exponent must have at most 62 bits, got {shown(exponent)}")
        # The coefficient of z^k in (c + g)^n is at most |c|^n (2 n |g|)^k.
        constant = abs(base.coefficients[0])
        height = 2 * abs(exponent) * sum(map(abs, base.coefficients)) + 1
        bits = abs(exponent) * (constant.bit_length() if constant > 1 else 0)
        bits += self.order * height.bit_length()
        require_bytes(self.order * bits // 8, f"a power of {self.order} coefficients")
        return from_poly(base._poly(self.order).pow_trunc(abs(exponent), self.order), self.order)

    def __str__(self) -> str:
        return self._sum(TEXT) + f" + O(z**{self.order})"

    def __repr__(self) -> str:
        return f"Series([{', '.join(map(digits, self.coefficients))}])"

    def to_latex(self) -> str:
        """Return the series as LaTeX, without dollar signs.

        >>> print(Series([1, 0, 12]).to_latex())
        1 + 12 z^{2} + O(z^{3})
        """
        return self._sum(LATEX) + f" + O(z^{{{self.order}}})"

    def _repr_latex_(self) -> str:
        if self.order <= SHOWN_TERMS:
            return f"${self.to_latex()}$"
        shown = self.truncate(SHOWN_TERMS)._sum(LATEX)
        return rf"${shown} + \cdots + O(z^{{{self.order}}})$"

    def _sum(self, notation: Notation) -> str:
        terms = enumerate(self.coefficients)
        return notation.sum([notation.term(c, ("z",), (k,)) for k, c in terms if c])

    def to_sympy(self) -> Expr:
        """Return the series as a sympy expression in the symbol z, ending in O(z**N).

        >>> Series([1, 1, 2]).to_sympy()
        1 + z + 2*z**2 + O(z**3)
        """
        from sympy import Add, Order, Symbol

        z = Symbol("z")
        terms = (c * z**k for k, c in enumerate(self.coefficients) if c)
        return Add(*terms, Order(z**self.order))

    @classmethod
    def from_sympy(cls, expression: Any, order: int | None = None) -> Series:
        """Expand a sympy expression, a rational function of z.

        Args:
            expression: a quotient of polynomials in z with integer coefficients, the denominator
                1 or -1 at z = 0; or a sum that ends in O(z**N).
            order: the number of terms; not needed when the expression has its own O(z**N).

        Raises:
            ValueError: the expression is no such quotient, has no order, or not that many terms.

        >>> from sympy.abc import z
        >>> Series.from_sympy(1 / (1 - z)**2, order=4)
        Series([1, 2, 3, 4])
        """
        from sympy import Symbol, fraction, together
        from sympy.polys.polyerrors import BasePolynomialError

        z = Symbol("z")
        expression = sympy_expression("expression", expression)
        tail = expression.getO()
        if tail is not None:
            known = _order_of(tail, z)
            order = known if order is None else order
            if order > known:
                raise ValueError(
                    f"order must be at most the {known} of {expression}, got {brief(order)}"
                )
        if order is None:
            raise ValueError(f"order must be given for {expression}, which has no O(z**N)")
        order = require_integer("order", order, 1)
        try:
            above, below = (
                fmpz_poly(_integer_coefficients(part, z))
                for part in fraction(together(expression.removeO()))
            )
        except (BasePolynomialError, TypeError, ValueError):
            raise ValueError(
                f"expression must be a rational function of z over the integers, "
                f"got {brief(expression)}"
            ) from None
        _require_quotient(above, below, order)
        return from_poly(divide(above, below, order), order)


def from_poly(poly: fmpz_poly, order: int) -> Series:
    """Return the Series of a FLINT polynomial of degree < order."""
    return Series([int(c) for c in poly.coeffs()], order)


def _quotient(above: fmpz_poly, below: fmpz_poly, order: int) -> Series:
    _require_quotient(above, below, order)
    return from_poly(divide(above, below, order), order)


def _require_quotient(above: fmpz_poly, below: fmpz_poly, order: int) -> None:
    """Refuse a quotient whose coefficients would not fit into memory.

    They grow like the powers of 1/rho, rho the least modulus of a root of the divisor.
    """
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


def _integer_coefficients(expression: Any, z: Any) -> list[int]:
    from sympy import Poly

    return [index(c) for c in reversed(Poly(expression, z, domain="ZZ").all_coeffs())]


def _order_of(tail: Any, z: Any) -> int:
    """Return N for sympy's O(z**N)."""
    from sympy import Poly

    if tail.expr.free_symbols - {z}:
        raise ValueError(f"expression must be a series in z, got {brief(tail)}")
    return int(Poly(tail.expr, z).degree())
