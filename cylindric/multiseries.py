"""Truncated power series in several variables over the integers, such as the refined identities'.

A table of coefficients that knows below which degree it is complete; it has no arithmetic, because
its makers work degree by degree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import index
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cylindric.series import SHOWN_TERMS, Series, monomial, sum_of
from termwise.arguments import require_integer

if TYPE_CHECKING:
    from sympy import Expr


@dataclass(frozen=True, repr=False, eq=False)
class MultiSeries:
    """A series in several variables, known below a weighted degree.

    Args:
        variables: the names of the variables.
        terms: exponents to non-zero integer coefficient.
        order: every term with degree < order is there, and no other.
        degrees: the degree of each variable; 1 each by default, 0 for one that is not bounded.

    Raises:
        TypeError: an exponent or a coefficient is no integer.
        ValueError: lengths that do not fit, or a term of degree >= order.

    >>> s = MultiSeries(("x", "y"), {(0, 0): 1, (1, 2): 3}, order=4)
    >>> print(s)
    1 + 3*x*y**2 + O(deg 4)
    >>> s[1, 2], s[1, 1]
    (3, 0)
    """

    variables: tuple[str, ...]
    terms: Mapping[tuple[int, ...], int]
    order: int
    degrees: tuple[int, ...]

    def __init__(
        self,
        variables: Sequence[str],
        terms: Mapping[tuple[int, ...], int],
        order: int,
        degrees: Sequence[int] | None = None,
    ) -> None:
        names = tuple(variables)
        degrees = (1,) * len(names) if degrees is None else tuple(map(index, degrees))
        if len(degrees) != len(names):
            raise ValueError(f"degrees must be {len(names)} integers, got {degrees}")
        order = require_integer("order", order, 1)
        known: dict[tuple[int, ...], int] = {}
        for given, coefficient in terms.items():
            e = tuple(map(index, given))
            if len(e) != len(names) or min(e, default=0) < 0 or _degree(degrees, e) >= order:
                raise ValueError(
                    f"exponents must be {len(names)} non-negative of degree < {order}, got {e}"
                )
            if c := index(coefficient):
                known[e] = c
        kept = {e: known[e] for e in sorted(known, key=lambda e: _by_degree(degrees, e))}
        object.__setattr__(self, "variables", names)
        object.__setattr__(self, "terms", MappingProxyType(kept))
        object.__setattr__(self, "order", order)
        object.__setattr__(self, "degrees", degrees)

    def __getitem__(self, exponents: tuple[int, ...]) -> int:
        """Return the coefficient of a monomial.

        Raises:
            IndexError: the coefficient is not known at this order.
        """
        if not isinstance(exponents, tuple):
            raise TypeError(f"exponents must be a tuple of integers, got {exponents!r}")
        exponents = tuple(map(index, exponents))
        if len(exponents) != len(self.degrees) or _degree(self.degrees, exponents) >= self.order:
            raise IndexError(
                f"exponents must be {len(self.degrees)} of degree < {self.order}, got {exponents}"
            )
        return self.terms.get(exponents, 0)

    def specialise(self, weights: Sequence[int]) -> Series:
        """Put z^w for each variable, w its positive weight, and return the series in z.

        The result is known to order * (the least of weight / degree over the variables).

        Raises:
            ValueError: a weight is not positive, or a variable has degree 0.

        >>> print(MultiSeries(("x", "y"), {(0, 0): 1, (1, 0): 2, (0, 1): 1}, 2).specialise((1, 2)))
        1 + 2*z + O(z**2)
        """
        if len(weights) != len(self.degrees) or min(weights) < 1 or 0 in self.degrees:
            raise ValueError(
                f"weights must be {len(self.degrees)} positive integers, got {weights}"
            )
        order = min(-(-self.order * w // d) for w, d in zip(weights, self.degrees, strict=True))
        coefficients = [0] * order
        for exponents, coefficient in self.terms.items():
            power = _degree(weights, exponents)
            if power < order:
                coefficients[power] += coefficient
        return Series(coefficients)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MultiSeries) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[object, ...]:
        return (self.variables, self.order, self.degrees, tuple(self.terms.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return MultiSeries, (self.variables, dict(self.terms), self.order, self.degrees)

    def __repr__(self) -> str:
        return f"MultiSeries({self.variables}, {dict(self.terms)}, {self.order}, {self.degrees})"

    def __str__(self) -> str:
        return sum_of(self._monomials("*", "{}**{}")) + f" + O({self._tail('{}**{}')})"

    def to_latex(self) -> str:
        r"""Return the series as LaTeX, without dollar signs.

        >>> print(MultiSeries(("z_1", "z_2"), {(0, 0): 1, (1, 2): 3}, order=4).to_latex())
        1 + 3 z_{1} z_{2}^{2} + O(\deg 4)
        """
        terms = self._monomials(" ", "{}^{{{}}}", braced=True)
        return f"{sum_of(terms)} + O({self._tail('{}^{{{}}}')})".replace("deg", r"\deg")

    def _repr_latex_(self) -> str:
        if len(self.terms) <= SHOWN_TERMS:
            return f"${self.to_latex()}$"
        shown = sum_of(self._monomials(" ", "{}^{{{}}}", braced=True)[:SHOWN_TERMS])
        return rf"${shown} + \cdots$"

    def _tail(self, power: str) -> str:
        """Say what is not known: powers of the one graded variable, or a total degree."""
        graded = [v for v, d in zip(self.variables, self.degrees, strict=True) if d]
        if len(graded) == 1 and sum(self.degrees) == 1:
            return power.format(graded[0], self.order)
        return f"deg {self.order}"

    def _monomials(self, times: str, power: str, braced: bool = False) -> list[str]:
        names = self.variables
        if braced:
            split = (name.partition("_") for name in names)
            names = tuple(f"{head}_{{{tail}}}" if tail else head for head, _, tail in split)
        return [monomial(c, names, e, times, power) for e, c in self.terms.items()]

    def to_sympy(self) -> Expr:
        """Return the known terms as a sympy polynomial in symbols of the variables' names.

        >>> MultiSeries(("x", "z"), {(0, 0): 1, (1, 1): 2}, 2, (0, 1)).to_sympy()
        2*x*z + 1
        """
        from sympy import Add, Mul, Symbol

        symbols = [Symbol(name) for name in self.variables]
        return Add(
            *(
                Mul(c, *(s**k for s, k in zip(symbols, e, strict=True)))
                for e, c in self.terms.items()
            )
        )


def _degree(degrees: Sequence[int], exponents: Sequence[int]) -> int:
    return sum(d * k for d, k in zip(degrees, exponents, strict=True))


def _by_degree(degrees: Sequence[int], exponents: Sequence[int]) -> tuple[int, list[int]]:
    return _degree(degrees, exponents), [-k for k in exponents]
