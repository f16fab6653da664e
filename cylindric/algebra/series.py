"""Truncated power series over the integers.

Polynomial arithmetic is FLINT's.  What is added is the order, which every series owns (FLINT keeps
it in a global setting), and a face: text, LaTeX, sympy.  Several variables: `multiseries`.

What users of Garvan's qseries know: prodmake is `euler_product`, sift is `sift`; etaq and aqprod
are `etaq` and `qpochhammer` in `q_products`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import index
from typing import TYPE_CHECKING, Any

from flint import fmpz_poly

from cylindric.algebra.power_series import divide, exponents_of, require_quotient
from termwise.arguments import brief, digits, require_integer, require_text, shown
from termwise.doors import door
from termwise.exact import as_number, sympy_expression
from termwise.formats import Storable
from termwise.notation import LATEX, SHOWN_TERMS, TEXT, Notation
from termwise.price import require_bytes

MAX_ORDER = 10**8

if TYPE_CHECKING:
    from sympy import Expr


@dataclass(frozen=True, repr=False)
class Series(Storable):
    """c_0 + c_1 z + .. + c_{N-1} z^{N-1} + O(z^N), with integer coefficients and its own order N.

    Sums and products are as exact as the less exact operand.  An int stands for a constant.  The
    name of the variable is for printing: series compare by their coefficients, and a sum or
    product is named like its first series.

    Args:
        coefficients: the coefficients of z^0, z^1, ..
        order: N; missing coefficients are zero.  By default N is the number of coefficients.
        variable: a name such as "q".

    Raises:
        TypeError: a coefficient is not an integer.
        ValueError: order is less than 1, or less than the number of coefficients; a variable that
            is no name.

    >>> p = 1 / Series([1, -1, -1], order=6)
    >>> print(p)
    1 + z + 2*z**2 + 3*z**3 + 5*z**4 + 8*z**5 + O(z**6)
    >>> print(p * p - 1)
    2*z + 5*z**2 + 10*z**3 + 20*z**4 + 38*z**5 + O(z**6)
    """

    coefficients: tuple[int, ...]
    variable: str = field(default="z", compare=False)

    def __init__(
        self, coefficients: Iterable[int], order: int | None = None, variable: str = "z"
    ) -> None:
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
        object.__setattr__(self, "variable", require_name("variable", variable))

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
        return Series(self.coefficients[:order], variable=self.variable)

    @door
    def named(self, variable: str) -> Series:
        """Return the same series in a variable of another name.

        >>> print(Series([1, 1]).named("q"))
        1 + q + O(q**2)
        """
        return Series(self.coefficients, variable=variable)

    @property
    def valuation(self) -> int | None:
        """The least power whose coefficient is not zero, or None if all that is known is zero."""
        return next((k for k, c in enumerate(self.coefficients) if c), None)

    @door
    def substitute(self, power: int = 1, sign: int = 1) -> Series:
        """Put sign * z^power for z: `substitute(2)` is f(z^2), `substitute(sign=-1)` is f(-z).

        Args:
            power: at least 1; the order is multiplied by it.
            sign: 1 or -1.

        >>> Series([1, 2, 3]).substitute(2), Series([1, 2, 3]).substitute(sign=-1)
        (Series([1, 0, 2, 0, 3, 0]), Series([1, -2, 3]))
        """
        require_integer("power", power, 1)
        if sign not in (1, -1):
            raise ValueError(f"sign must be 1 or -1, got {shown(sign)}")
        require_bytes(32 * power * self.order, f"{shown(power * self.order)} coefficients")
        coefficients = [0] * (power * self.order)
        coefficients[::power] = [c * sign**k for k, c in enumerate(self.coefficients)]
        return Series(coefficients, variable=self.variable)

    @door
    def sift(self, modulus: int, residue: int = 0) -> Series:
        """Return the sum of c_{mn+r} z^n over n, every m-th coefficient: a dissection is m of them.

        It is `sift` of Garvan's qseries.

        Args:
            modulus: m, at least 1.
            residue: r, in 0 .. m - 1.

        Raises:
            ValueError: a modulus or a residue out of range, or c_r is not known.

        >>> (1 / Series([1, -1, -1], order=9)).sift(3, 1)
        Series([1, 5, 21])
        """
        require_integer("modulus", modulus, 1)
        if not 0 <= residue < min(modulus, self.order):
            least = min(modulus, self.order) - 1
            raise ValueError(f"residue must be in 0..{least}, got {brief(residue)}")
        return Series(self.coefficients[residue::modulus], variable=self.variable)

    def euler_product(self) -> tuple[int, ...]:
        """Return the integers a_1, .., a_{N-1} of the series = prod_{n>=1} (1 - z^n)^(-a_n).

        There is one such product for every integer series that starts with 1.  It is `prodmake`
        of Garvan's qseries; what has another beginning is for `exponents`, a product of finitely
        many exponents for `find_product`.

        Raises:
            ValueError: the constant coefficient is not 1.

        >>> Series([1, 1, 2, 3, 5, 7, 11]).euler_product()
        (1, 1, 1, 1, 1, 1)
        """
        if self.coefficients[0] != 1:
            raise ValueError(f"the series must start with 1, got {brief(self.coefficients[0])}")
        return tuple(exponents_of(self._poly(self.order), self.order))

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

    def _made(self, poly: fmpz_poly, order: int) -> Series:
        return from_poly(poly, order, self.variable)

    def __add__(self, other: object) -> Series:
        pair = self._with(other)
        return NotImplemented if pair is None else self._made(pair[0] + pair[1], pair[2])

    def __sub__(self, other: object) -> Series:
        pair = self._with(other)
        return NotImplemented if pair is None else self._made(pair[0] - pair[1], pair[2])

    def __mul__(self, other: object) -> Series:
        pair = self._with(other)
        return (
            NotImplemented
            if pair is None
            else self._made(pair[0].mul_low(pair[1], pair[2]), pair[2])
        )

    def __truediv__(self, other: object) -> Series:
        pair = self._with(other)
        return NotImplemented if pair is None else self._quotient(*pair)

    def __rtruediv__(self, other: object) -> Series:
        pair = self._with(other)
        return NotImplemented if pair is None else self._quotient(pair[1], pair[0], pair[2])

    def _quotient(self, above: fmpz_poly, below: fmpz_poly, order: int) -> Series:
        require_quotient(above, below, order)
        return self._made(divide(above, below, order), order)

    def __rsub__(self, other: object) -> Series:
        pair = self._with(other)
        return NotImplemented if pair is None else self._made(pair[1] - pair[0], pair[2])

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> Series:
        return Series([-c for c in self.coefficients], variable=self.variable)

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
        return self._made(base._poly(self.order).pow_trunc(abs(exponent), self.order), self.order)

    def __str__(self) -> str:
        return f"{self._sum(TEXT)} + O({self._power(TEXT, self.order)})"

    def __repr__(self) -> str:
        name = "" if self.variable == "z" else f", variable={self.variable!r}"
        return f"Series([{', '.join(map(digits, self.coefficients))}]{name})"

    def to_latex(self) -> str:
        """Return the series as LaTeX, without dollar signs.

        >>> print(Series([1, 0, 12]).to_latex())
        1 + 12 z^{2} + O(z^{3})
        """
        return f"{self._sum(LATEX)} + O({self._power(LATEX, self.order)})"

    def _repr_latex_(self) -> str:
        if self.order <= SHOWN_TERMS:
            return f"${self.to_latex()}$"
        shown = self.truncate(SHOWN_TERMS)._sum(LATEX)
        return rf"${shown} + \cdots + O({self._power(LATEX, self.order)})$"

    def _sum(self, notation: Notation) -> str:
        terms = enumerate(self.coefficients)
        return notation.sum([notation.term(c, (self.variable,), (k,)) for k, c in terms if c])

    def _power(self, notation: Notation, exponent: int) -> str:
        return notation.power.format(notation.name(self.variable), exponent)

    def to_sympy(self) -> Expr:
        """Return the series as a sympy expression in its variable, ending in O(z**N).

        >>> Series([1, 1, 2]).to_sympy()
        1 + z + 2*z**2 + O(z**3)
        """
        from sympy import Add, Order, Symbol

        z = Symbol(self.variable)
        terms = (c * z**k for k, c in enumerate(self.coefficients) if c)
        return Add(*terms, Order(z**self.order))

    @classmethod
    def from_sympy(cls, expression: Any, order: int | None = None) -> Series:
        """Expand a sympy expression, a rational function of one symbol, which names the series.

        Args:
            expression: a quotient of polynomials in z, say, with integer coefficients, the
                denominator 1 or -1 at z = 0; or a sum that ends in O(z**N).
            order: the number of terms; not needed when the expression has its own O(z**N).

        Raises:
            ValueError: the expression is no such quotient, has no order, or not that many terms.

        >>> from sympy.abc import z
        >>> Series.from_sympy(1 / (1 - z)**2, order=4)
        Series([1, 2, 3, 4])
        """
        from sympy import Symbol, fraction, together
        from sympy.polys.polyerrors import BasePolynomialError

        expression = sympy_expression("expression", expression)
        z = min(expression.free_symbols, key=str, default=Symbol("z"))
        tail = expression.getO()
        if tail is not None:
            known = _order_of(tail, z)
            order = known if order is None else order
            if order > known:
                raise ValueError(
                    f"order must be at most the {known} of {brief(expression)}, got {brief(order)}"
                )
        if order is None:
            raise ValueError(f"order must be given for {brief(expression)}, which has no O(z**N)")
        order = require_integer("order", order, 1)
        try:
            above, below = (
                fmpz_poly(_integer_coefficients(part, z))
                for part in fraction(together(expression.removeO()))
            )
        except (BasePolynomialError, TypeError, ValueError):
            raise ValueError(
                f"expression must be a rational function of one symbol over the integers, "
                f"got {brief(expression)}"
            ) from None
        require_quotient(above, below, order)
        return from_poly(divide(above, below, order), order, z.name)


def from_poly(poly: fmpz_poly, order: int, variable: str = "z") -> Series:
    """Return the Series of a FLINT polynomial of degree < order."""
    return Series([int(c) for c in poly.coeffs()], order, variable)


def require_name(name: str, value: str) -> str:
    """Return the value if it can be the name of a variable.

    >>> require_name("variable", "q^2")
    Traceback (most recent call last):
    ValueError: variable must be a name such as q or z_1, got 'q^2'
    """
    if not require_text(name, value).isidentifier():
        raise ValueError(f"{name} must be a name such as q or z_1, got {shown(value)}")
    return value


def _integer_coefficients(expression: Any, z: Any) -> list[int]:
    from sympy import Poly

    return [index(c) for c in reversed(Poly(expression, z, domain="ZZ").all_coeffs())]


def _order_of(tail: Any, z: Any) -> int:
    """Return N for sympy's O(z**N)."""
    from sympy import Poly
    from sympy.polys.polyerrors import PolynomialError

    if tail.expr.free_symbols - {z}:
        raise ValueError(f"expression must be a series in {z}, got {brief(tail)}")
    try:
        return int(Poly(tail.expr, z).degree())
    except PolynomialError:
        raise ValueError(
            f"expression must end in O of a whole power of {z}, got {brief(tail)}"
        ) from None
