"""Polynomials in q with integer coefficients, all of them known: the numerators of q-series.

A Series of the same coefficients would say less: that it is known to an order.  Arithmetic is
FLINT's; a polynomial can be gone through, from q^0 up, wherever a list of integers may be given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import index
from typing import TYPE_CHECKING, Any

from flint import fmpz_poly

from cylindric.algebra.series import Series, require_name
from termwise.arguments import digits, require_integer, shown
from termwise.doors import door
from termwise.exact import as_number
from termwise.formats import Storable
from termwise.notation import LATEX, SHOWN_TERMS, TEXT, Notation
from termwise.price import require_bytes

if TYPE_CHECKING:
    from sympy import Expr


@dataclass(frozen=True, repr=False)
class Polynomial(Storable):
    """c_0 + c_1 q + .. + c_d q^d, with integer coefficients; an int may be added or multiplied.

    Args:
        coefficients: c_0, c_1, ..; zeros at the end are dropped.
        variable: its name, for printing: polynomials compare by their coefficients.

    Raises:
        TypeError: a coefficient is not an integer.
        ValueError: a variable that is no name.

    >>> p = Polynomial([0, 2, 1, 1])
    >>> print(p, "of degree", p.degree, "at 1:", p(1))
    2*q + q**2 + q**3 of degree 3 at 1: 4
    >>> print(p * p - 1)
    -1 + 4*q**2 + 4*q**3 + 5*q**4 + 2*q**5 + q**6
    """

    coefficients: tuple[int, ...]
    variable: str = field(default="q", compare=False)

    def __init__(self, coefficients: Iterable[int], variable: str = "q") -> None:
        try:
            whole = [index(c) for c in coefficients]
        except TypeError:
            raise TypeError(f"coefficients must be integers, got {shown(coefficients)}") from None
        while whole and not whole[-1]:
            whole.pop()
        object.__setattr__(self, "coefficients", tuple(whole))
        object.__setattr__(self, "variable", require_name("variable", variable))

    @property
    def degree(self) -> int:
        """The largest power; -1 for zero."""
        return len(self.coefficients) - 1

    @property
    def valuation(self) -> int | None:
        """The least power, or None for zero."""
        return next((k for k, c in enumerate(self.coefficients) if c), None)

    def __len__(self) -> int:
        return len(self.coefficients)

    def __iter__(self) -> Iterator[int]:
        return iter(self.coefficients)

    def __bool__(self) -> bool:
        return bool(self.coefficients)

    def __getitem__(self, power: int) -> int:
        """Return the coefficient of q^power; beyond the degree it is 0.

        Raises:
            IndexError: a negative power.
        """
        if require_integer("power", power) < 0:
            raise IndexError(f"power must be at least 0, got {shown(power)}")
        return self.coefficients[power] if power < len(self.coefficients) else 0

    def __call__(self, value: Any) -> Any:
        """Return the value at any number, or at what can be multiplied and added.

        >>> from fractions import Fraction
        >>> Polynomial([1, 1])(Fraction(1, 2))
        Fraction(3, 2)
        """
        total: Any = 0
        for c in reversed(self.coefficients):
            total = total * value + c
        return total

    @door
    def series(self, order: int) -> Series:
        """Return the polynomial as a series known to an order.

        >>> print(Polynomial([1, 0, 3]).series(2))
        1 + O(q**2)
        """
        require_bytes(32 * require_integer("order", order, 1), f"{shown(order)} coefficients")
        return Series(self.coefficients[:order], order, self.variable)

    def _with(self, other: object) -> tuple[fmpz_poly, fmpz_poly] | None:
        number = as_number(other)
        if isinstance(other, Polynomial):
            return to_flint(self), to_flint(other)
        return (to_flint(self), fmpz_poly([number])) if isinstance(number, int) else None

    def __add__(self, other: object) -> Polynomial:
        pair = self._with(other)
        return NotImplemented if pair is None else from_flint(pair[0] + pair[1], self.variable)

    def __sub__(self, other: object) -> Polynomial:
        pair = self._with(other)
        return NotImplemented if pair is None else from_flint(pair[0] - pair[1], self.variable)

    def __mul__(self, other: object) -> Polynomial:
        pair = self._with(other)
        return NotImplemented if pair is None else from_flint(pair[0] * pair[1], self.variable)

    def __rsub__(self, other: object) -> Polynomial:
        pair = self._with(other)
        return NotImplemented if pair is None else from_flint(pair[1] - pair[0], self.variable)

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> Polynomial:
        return Polynomial((-c for c in self.coefficients), self.variable)

    def __str__(self) -> str:
        return self._sum(TEXT, len(self.coefficients))

    def __repr__(self) -> str:
        name = "" if self.variable == "q" else f", variable={self.variable!r}"
        return f"Polynomial([{', '.join(map(digits, self.coefficients))}]{name})"

    def to_latex(self) -> str:
        """Return the polynomial as LaTeX, without dollar signs.

        >>> print(Polynomial([1, 0, 12]).to_latex())
        1 + 12 q^{2}
        """
        return self._sum(LATEX, len(self.coefficients))

    def _repr_latex_(self) -> str:
        if len(self.coefficients) <= SHOWN_TERMS:
            return f"${self.to_latex()}$"
        last = LATEX.term(self.coefficients[-1], (self.variable,), (self.degree,))
        end = f"- {last[1:]}" if last.startswith("-") else f"+ {last}"
        return rf"${self._sum(LATEX, SHOWN_TERMS)} + \cdots {end}$"

    def _sum(self, notation: Notation, most: int) -> str:
        terms = enumerate(self.coefficients[:most])
        return notation.sum([notation.term(c, (self.variable,), (k,)) for k, c in terms if c])

    def to_sympy(self) -> Expr:
        """Return the polynomial as a sympy expression.

        >>> Polynomial([1, 2]).to_sympy()
        2*q + 1
        """
        from sympy import Add, Symbol

        q = Symbol(self.variable)
        return Add(*(c * q**k for k, c in enumerate(self.coefficients) if c))


def from_flint(poly: fmpz_poly, variable: str = "q") -> Polynomial:
    """Return a FLINT polynomial as ours."""
    return Polynomial([int(c) for c in poly.coeffs()], variable)


def to_flint(polynomial: Polynomial) -> fmpz_poly:
    """Return the polynomial as FLINT's."""
    return fmpz_poly(list(polynomial.coefficients))
