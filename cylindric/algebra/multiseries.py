"""Truncated power series in several variables, such as those of the refined identities.

A table of coefficients that knows below which degree it is complete.  The coefficients are
integers, fractions, or rational functions of q and t.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cylindric.algebra.coefficients import (
    Coefficient,
    coefficient_to_sympy,
    require_coefficient,
)
from cylindric.algebra.multiseries_products import degree_of, product_of_terms, sum_of_terms
from cylindric.algebra.series import Series, require_name
from termwise.arguments import brief, digits, require_integer, shown
from termwise.doors import door
from termwise.exact import as_number, exact_number
from termwise.formats import Storable
from termwise.notation import LATEX, SHOWN_TERMS, TEXT, Notation
from termwise.price import require_bytes
from termwise.writing import exact_repr

if TYPE_CHECKING:
    from sympy import Expr


@dataclass(frozen=True, repr=False, eq=False)
class MultiSeries(Storable):
    """A series in several variables, known below a weighted degree.

    Sums and products are known to the lower order of the two.  The other operand is a series in
    the same variables, a Series in one of them (by its name), or an exact number.

    Args:
        variables: the names of the variables.
        terms: exponents to coefficient: an int, a Fraction or a QTFraction, say; zeros are dropped.
        order: every term with degree < order is there, and no other.
        degrees: the degree of each variable; 1 each by default, 0 for one that is not bounded.

    Raises:
        TypeError: an exponent is no integer, a coefficient no exact number.
        ValueError: lengths that do not fit, or a term of degree >= order.

    >>> s = MultiSeries(("x", "y"), {(0, 0): 1, (1, 2): 3}, order=4)
    >>> print(s)
    1 + 3*x*y**2 + O(deg 4)
    >>> s[1, 2], s[1, 1]
    (3, 0)
    """

    variables: tuple[str, ...]
    terms: Mapping[tuple[int, ...], Any]
    order: int
    degrees: tuple[int, ...]

    @door
    def __init__(
        self,
        variables: Sequence[str],
        terms: Mapping[tuple[int, ...], Any],
        order: int,
        degrees: Sequence[int] | None = None,
    ) -> None:
        names = tuple(variables)
        if not all(isinstance(name, str) for name in names):
            raise TypeError(f"variables must be strings, got {shown(names)}")
        degrees = (1,) * len(names) if degrees is None else _integers("degrees", degrees)
        if len(degrees) != len(names):
            raise ValueError(f"degrees must be {len(names)} integers, got {brief(degrees)}")
        order = require_integer("order", order, 1)
        if order >= 2**62:
            raise ValueError(f"order must have at most 62 bits, got {shown(order)}")
        known: dict[tuple[int, ...], Coefficient] = {}
        for given, coefficient in terms.items():
            e = _integers("exponents", given)
            if len(e) != len(names) or min(e, default=0) < 0 or degree_of(degrees, e) >= order:
                raise ValueError(
                    f"exponents must be {len(names)} non-negative of degree < {order}, "
                    f"got {brief(e)}"
                )
            if c := require_coefficient(coefficient):
                known[e] = c
        kept = {e: known[e] for e in sorted(known, key=lambda e: _by_degree(degrees, e))}
        object.__setattr__(self, "variables", names)
        object.__setattr__(self, "terms", MappingProxyType(kept))
        object.__setattr__(self, "order", order)
        object.__setattr__(self, "degrees", degrees)

    @property
    def coefficients(self) -> tuple[Any, ...]:
        """The coefficients of a series in one variable: z^0, .., z^(order - 1).

        Raises:
            TypeError: there are more variables.
        """
        if len(self.variables) != 1:
            raise TypeError(f"coefficients are those of one variable, got {brief(self.variables)}")
        return tuple(self[n] for n in range(self.order))

    @door
    def map(self, function: Callable[[Any], Any]) -> MultiSeries:
        """Apply a function to every coefficient.

        >>> from cylindric.algebra.qt_fractions import QTFraction
        >>> s = MultiSeries(("z",), {(1,): QTFraction({(0, 0): 1}, {(1, 0): -1})}, 2)
        >>> print(s.map(lambda c: c.at(3, 5)))
        -1/2*z + O(z**2)
        """
        terms = {e: function(c) for e, c in self.terms.items()}
        return MultiSeries(self.variables, terms, self.order, self.degrees)

    def __getitem__(self, exponents: tuple[int, ...] | int) -> Any:
        """Return the coefficient of a monomial; of one variable, also of a power.

        Raises:
            IndexError: the coefficient is not known at this order.
        """
        one = len(self.variables) == 1 and not isinstance(exponents, tuple)
        exponents = (require_integer("power", exponents),) if one else exponents
        if not isinstance(exponents, tuple):
            raise TypeError(f"exponents must be a tuple of integers, got {shown(exponents)}")
        exponents = _integers("exponents", exponents)
        if (
            len(exponents) != len(self.degrees)
            or min(exponents, default=0) < 0
            or degree_of(self.degrees, exponents) >= self.order
        ):
            raise IndexError(
                f"exponents must be {len(self.degrees)} of degree < {self.order}, "
                f"got {brief(exponents)}"
            )
        return self.terms.get(exponents, 0)

    @door
    def specialise(self, weights: Sequence[int]) -> Series | MultiSeries:
        """Put z^w for each variable, w its positive weight, and return the series in z.

        It is a Series if the coefficients are integers, and a MultiSeries in z if not.

        The result is known to order * (the least of weight / degree over the variables).

        Raises:
            ValueError: a weight is not positive, or a variable has degree 0.

        >>> print(MultiSeries(("x", "y"), {(0, 0): 1, (1, 0): 2, (0, 1): 1}, 2).specialise((1, 2)))
        1 + 2*z + O(z**2)
        """
        weights = _integers("weights", weights)
        if len(weights) != len(self.degrees) or min(weights) < 1 or 0 in self.degrees:
            raise ValueError(
                f"weights must be {len(self.degrees)} positive integers, got {brief(weights)}"
            )
        order = min(-(-self.order * w // d) for w, d in zip(weights, self.degrees, strict=True))
        coefficients: list[Any] = [0] * order
        for exponents, coefficient in self.terms.items():
            power = degree_of(weights, exponents)
            if power < order:
                coefficients[power] += coefficient
        if all(isinstance(c, int) for c in coefficients):
            return Series(coefficients)
        return MultiSeries(("z",), {(n,): c for n, c in enumerate(coefficients)}, order)

    def named(self, *variables: str) -> MultiSeries:
        """Return the same series in variables of other names.

        >>> print(MultiSeries(("x", "z"), {(1, 1): 2}, 3, (0, 1)).named("z", "q"))
        2*z*q + O(q**3)
        """
        names = [require_name("variables", name) for name in variables]
        if len(set(names)) != len(self.variables):
            raise ValueError(
                f"variables must be {len(self.variables)} different names, got {brief(names)}"
            )
        return MultiSeries(names, self.terms, self.order, self.degrees)

    @door
    def coefficient(self, variable: str, power: int) -> Series | MultiSeries:
        """Return the coefficient of a power of one variable, a series in the others.

        It is a Series where one variable is left and the coefficients are integers.

        Raises:
            ValueError: no such variable, it is the only one, or the coefficient is not known.

        >>> F = MultiSeries(("x", "z"), {(0, 0): 1, (1, 1): 2, (1, 2): 2, (2, 2): 2}, 3, (0, 1))
        >>> print(F.coefficient("x", 1))
        2*z + 2*z**2 + O(z**3)
        """
        at = self._place(variable)
        order = self.order - require_integer("power", power, 0) * self.degrees[at]
        if order < 1:
            raise ValueError(f"power must be of degree < {self.order}, got {brief(power)}")
        terms = {e[:at] + e[at + 1 :]: c for e, c in self.terms.items() if e[at] == power}
        return self._without(at, terms, order)

    @door
    def at(self, variable: str, value: Any) -> Series | MultiSeries:
        """Put an exact number for one variable; what is left is a series in the others.

        Args:
            variable: one of degree 0, in which the series is not cut; 0 can be put for any.
            value: an int or a Fraction.

        Raises:
            TypeError: value is no exact number.
            ValueError: no such variable, it is the only one, or the series is cut in it.

        >>> F = MultiSeries(("x", "z"), {(0, 0): 1, (1, 1): 2, (1, 2): 2, (2, 2): 2}, 3, (0, 1))
        >>> print(F.at("x", 1))
        1 + 2*z + 4*z**2 + O(z**3)
        """
        at, number = self._place(variable), exact_number("value", value)
        if number == 0:
            return self.coefficient(variable, 0)
        if self.degrees[at]:
            raise ValueError(
                f"variable must be one in which the series is not cut, got {brief(variable)}: "
                "infinitely many terms would be needed"
            )
        highest = max((e[at] for e in self.terms), default=0)
        bits = highest * max(abs(number.numerator), number.denominator).bit_length()
        require_bytes(len(self.terms) * bits // 8, "powers of the value")
        terms: dict[tuple[int, ...], Any] = {}
        for e, c in self.terms.items():
            rest = e[:at] + e[at + 1 :]
            terms[rest] = (
                terms[rest] + c * number ** e[at] if rest in terms else c * number ** e[at]
            )
        return self._without(at, terms, self.order)

    def _place(self, variable: str) -> int:
        if variable not in self.variables or len(self.variables) < 2:
            raise ValueError(
                f"variable must be one of two or more variables of the series, "
                f"{', '.join(self.variables)}, got {shown(variable)}"
            )
        return self.variables.index(variable)

    def _without(
        self, at: int, terms: dict[tuple[int, ...], Any], order: int
    ) -> Series | MultiSeries:
        """Return the series of terms in the variables other than the at-th."""
        names = self.variables[:at] + self.variables[at + 1 :]
        degrees = self.degrees[:at] + self.degrees[at + 1 :]
        rest = MultiSeries(names, terms, order, degrees)
        whole = all(isinstance(c, int) for c in rest.terms.values())
        if not (whole and len(names) == 1 and degrees[0]):
            return rest
        order = -(-order // degrees[0])
        require_bytes(64 * order, f"{shown(order)} coefficients")
        return Series([rest.terms.get((n,), 0) for n in range(order)], variable=names[0])

    def _with(self, other: object) -> tuple[Mapping[tuple[int, ...], Any], int] | None:
        """Return the terms of the other operand, and the order to which both are known."""
        zero = (0,) * len(self.variables)
        if isinstance(other, MultiSeries):
            if (other.variables, other.degrees) != (self.variables, self.degrees):
                raise ValueError(
                    f"both series must be in {', '.join(self.variables)} of degrees "
                    f"{self.degrees}, got {', '.join(other.variables)} of {other.degrees}"
                )
            return other.terms, min(self.order, other.order)
        if isinstance(other, Series):
            name = other.variable
            if name not in self.variables or not self.degrees[self.variables.index(name)]:
                raise ValueError(
                    f"a series must be in a variable of positive degree of "
                    f"{', '.join(self.variables)}, got {name}: rename one by named()"
                )
            at = self.variables.index(name)
            terms = {
                (*zero[:at], k, *zero[at + 1 :]): c for k, c in enumerate(other.coefficients) if c
            }
            return terms, min(self.order, other.order * self.degrees[at])
        number = as_number(other)
        return None if number is None else ({zero: number}, self.order)

    def __add__(self, other: object) -> MultiSeries:
        pair = self._with(other)
        return NotImplemented if pair is None else self._plus(*pair)

    def __sub__(self, other: object) -> MultiSeries:
        pair = self._with(other)
        return NotImplemented if pair is None else -(-self)._plus(*pair)

    def __rsub__(self, other: object) -> MultiSeries:
        pair = self._with(other)
        return NotImplemented if pair is None else (-self)._plus(*pair)

    def _plus(self, terms: Mapping[tuple[int, ...], Any], order: int) -> MultiSeries:
        total = sum_of_terms(self.terms, terms, self.degrees, order)
        return MultiSeries(self.variables, total, order, self.degrees)

    def __mul__(self, other: object) -> MultiSeries:
        pair = self._with(other)
        if pair is None:
            return NotImplemented
        product = product_of_terms(self.terms, pair[0], self.degrees, pair[1])
        return MultiSeries(self.variables, product, pair[1], self.degrees)

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> MultiSeries:
        return self.map(lambda c: c * -1)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MultiSeries) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[object, ...]:
        return (self.variables, self.order, self.degrees, tuple(self.terms.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return MultiSeries, (self.variables, dict(self.terms), self.order, self.degrees)

    def __repr__(self) -> str:
        terms = ", ".join(f"{e}: {exact_repr(c)}" for e, c in self.terms.items())
        order, degrees = digits(self.order), exact_repr(self.degrees)
        return f"MultiSeries({self.variables}, {{{terms}}}, {order}, {degrees})"

    def __str__(self) -> str:
        return f"{self._sum(TEXT)} + O({self._tail(TEXT)})"

    def to_latex(self) -> str:
        r"""Return the series as LaTeX, without dollar signs.

        >>> print(MultiSeries(("z_1", "z_2"), {(0, 0): 1, (1, 2): 3}, order=4).to_latex())
        1 + 3 z_{1} z_{2}^{2} + O(\deg 4)
        """
        return f"{self._sum(LATEX)} + O({self._tail(LATEX)})".replace("deg", r"\deg")

    def _repr_latex_(self) -> str:
        if len(self.terms) <= SHOWN_TERMS:
            return f"${self.to_latex()}$"
        return rf"${self._sum(LATEX, SHOWN_TERMS)} + \cdots$"

    def _tail(self, notation: Notation) -> str:
        """Say what is not known: powers of the one graded variable, or a total degree."""
        graded = [v for v, d in zip(self.variables, self.degrees, strict=True) if d]
        if len(graded) == 1 and sum(self.degrees) == 1:
            return notation.power.format(graded[0], self.order)
        return f"deg {self.order}"

    def _sum(self, notation: Notation, shown: int | None = None) -> str:
        terms = islice(self.terms.items(), shown)
        return notation.sum([notation.term(c, self.variables, e) for e, c in terms])

    def to_sympy(self) -> Expr:
        """Return the known terms as a sympy polynomial in symbols of the variables' names.

        >>> MultiSeries(("x", "z"), {(0, 0): 1, (1, 1): 2}, 2, (0, 1)).to_sympy()
        2*x*z + 1
        """
        from sympy import Add, Mul, Symbol

        symbols = [Symbol(name) for name in self.variables]
        return Add(
            *(
                Mul(coefficient_to_sympy(c), *(s**k for s, k in zip(symbols, e, strict=True)))
                for e, c in self.terms.items()
            )
        )


def _integers(name: str, values: Any) -> tuple[int, ...]:
    if type(values) is tuple and all(type(value) is int for value in values):
        return values
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be a tuple of integers, got {shown(values)}")
    return tuple(require_integer(name, value) for value in values)


def _by_degree(degrees: Sequence[int], exponents: Sequence[int]) -> tuple[int, list[int]]:
    return degree_of(degrees, exponents), [-k for k in exponents]
