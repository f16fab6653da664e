"""Laurent polynomials in named variables, with rational coefficients.

    x**2*y**-1 + 3/2     is     {(2, -1): 1, (0, 0): Fraction(3, 2)}   in the variables ("x", "y")

A Laurent polynomial is kept in one of the two forms of `forms`, or in both: each is made from the
other when it is first asked for.  How values are found is in `values`, sympy in `symbols`; here is
which of them is taken.

    >>> x, y = LaurentPolynomial.generators("x", "y")
    >>> (x**2 - y**2) / (x - y) / x
    LaurentPolynomial({(0, 0): 1, (-1, 1): 1}, ('x', 'y'))
    >>> print((x + 1 / y) ** 2)
    x**2 + 2*x*y**-1 + y**-2
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from flint.utils.flint_exceptions import DomainError

from lambdadet.algebra import forms
from lambdadet.algebra.forms import Coefficients, Exponents, Quotient, Table
from lambdadet.algebra.names import require_names
from lambdadet.algebra.symbols import from_sympy, is_exact_expression, is_symbolic, to_sympy
from lambdadet.algebra.values import at_elements, at_numbers, refuse_poles
from termwise.arguments import brief, require_integer, shown
from termwise.doors import door
from termwise.exact import Exact, as_number, exact_number
from termwise.formats import Storable
from termwise.notation import LATEX, SHOWN_TERMS, TEXT
from termwise.writing import exact_repr

if TYPE_CHECKING:
    from sympy import Expr


class InexactDivision(ArithmeticError):  # noqa: N818
    """A quotient of Laurent polynomials that is none; it carries both.

    >>> x, = LaurentPolynomial.generators("x")
    >>> x / (1 + x)
    Traceback (most recent call last):
    lambdadet.algebra.polynomial.InexactDivision: x divided by x + 1 is not a Laurent polynomial
    """

    def __init__(self, dividend: LaurentPolynomial, divisor: LaurentPolynomial) -> None:
        super().__init__(dividend, divisor)
        self.dividend = dividend
        self.divisor = divisor

    def __str__(self) -> str:
        return (
            f"{_short(self.dividend)} divided by {_short(self.divisor)} is not a Laurent polynomial"
        )


class LaurentPolynomial(Storable):
    """A sum of terms coefficient * product of variables to integer powers.

    Ints and Fractions mix in as constants.  Two Laurent polynomials are equal when they have the
    same terms; variables that occur in none of them do not matter.  Sums and products of
    polynomials in different variables are in all of them, those of the left operand first.

    Args:
        terms: exponents, one a variable, to exact coefficient.
        variables: the names, all different.

    Raises:
        TypeError: an exponent that is no integer, a coefficient that is not exact.
        ValueError: duplicate or malformed names, exponents of the wrong length.

    >>> from fractions import Fraction
    >>> p = LaurentPolynomial({(1, -1): 2, (0, 0): Fraction(1, 2)}, ("x", "y"))
    >>> p(x=3, y=4), p.terms[1, -1]
    (2, 2)
    """

    __array_ufunc__ = None  # numpy numbers leave the arithmetic to us
    __slots__ = ("_hash", "_quotient", "_table", "_terms", "variables")
    PARTS = ("terms", "variables")
    variables: tuple[str, ...]
    _table: tuple[Table, Coefficients] | None
    _quotient: Quotient | None
    _terms: dict[Exponents, Exact] | None
    _hash: int | None

    @door
    def __init__(self, terms: Mapping[Exponents, Any], variables: Sequence[str]) -> None:
        names = require_names(variables)
        given = ((forms.require_exponents(e, len(names)), terms[e]) for e in terms)
        kept = {e: c for e, value in given if (c := exact_number("coefficient", value))}
        exponents = np.array(list(kept), dtype=np.int64).reshape(len(kept), len(names))
        self._fill(names, table=(exponents, list(kept.values())))

    def _fill(
        self,
        variables: tuple[str, ...],
        table: tuple[Table, Coefficients] | None = None,
        quotient: Quotient | None = None,
    ) -> LaurentPolynomial:
        values = {"variables": variables, "_table": table, "_quotient": quotient}
        for name in self.__slots__:
            object.__setattr__(self, name, values.get(name))
        return self

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a LaurentPolynomial is immutable, cannot set {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a LaurentPolynomial is immutable, cannot delete {name}")

    @classmethod
    def generators(cls, *names: str) -> tuple[LaurentPolynomial, ...]:
        """Return the variables of these names, in all of them.

        >>> x, y = LaurentPolynomial.generators("x", "y")
        >>> print(y / x)
        x**-1*y
        """
        checked = require_names(names)
        units = np.eye(len(checked), dtype=np.int64)
        return tuple(from_table(checked, units[k : k + 1], [1]) for k in range(len(checked)))

    @classmethod
    def constant(cls, value: Exact, variables: Sequence[str] = ()) -> LaurentPolynomial:
        """Return a number as a Laurent polynomial in some variables."""
        return cls({(0,) * len(require_names(variables)): value}, variables)

    @property
    def terms(self) -> dict[Exponents, Exact]:
        """The terms {exponents: coefficient}, the highest exponents of the first variable first."""
        if self._terms is None:
            exponents, coefficients = self._sorted_table()
            rows = map(tuple, exponents.tolist())
            object.__setattr__(self, "_terms", dict(zip(rows, coefficients, strict=True)))
        return dict(self._terms or {})

    def __len__(self) -> int:
        """Return the number of terms."""
        if self._table is not None:
            return len(self._table[1])
        return len(self._as_quotient()[1])

    def __bool__(self) -> bool:
        return len(self) > 0

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, LaurentPolynomial):
            number = as_number(other)
            if number is None:
                return NotImplemented
            other = LaurentPolynomial.constant(number)
        if len(self) != len(other) or hash(self) != hash(other):
            return False
        if self.variables == other.variables and self._quotient and other._quotient:
            return self._quotient == other._quotient
        one, two = (p._in_used_variables() for p in (self, other))
        (rows, values), (other_rows, other_values) = one._sorted_table(), two._sorted_table()
        same = one.variables == two.variables and np.array_equal(rows, other_rows)
        return bool(same and values == other_values)

    def __hash__(self) -> int:
        """Return a hash of the range of every variable, the number of terms and the value at 1."""
        if self._hash is None:
            object.__setattr__(self, "_hash", forms.hash_of(self.variables, *self._as_table()))
        assert self._hash is not None
        return self._hash

    def _in_used_variables(self) -> LaurentPolynomial:
        exponents, coefficients = self._as_table()
        used = sorted(np.flatnonzero(exponents.any(axis=0)), key=lambda k: self.variables[k])
        names = tuple(self.variables[k] for k in used)
        if names == self.variables:
            return self
        return from_table(names, exponents[:, used], coefficients)

    def _as_table(self) -> tuple[Table, Coefficients]:
        if self._table is None:
            object.__setattr__(self, "_table", forms.to_table(self._as_quotient()))
        assert self._table is not None
        return self._table

    def _sorted_table(self) -> tuple[Table, Coefficients]:
        return forms.in_order(*self._as_table())

    def _as_quotient(self) -> Quotient:
        if self._quotient is None:
            object.__setattr__(self, "_quotient", forms.to_quotient(*self._as_table()))
        assert self._quotient is not None
        return self._quotient

    def _widen(self, variables: tuple[str, ...]) -> LaurentPolynomial:
        """Return the same in more variables, or in another order of them."""
        if variables == self.variables:
            return self
        columns = [variables.index(name) for name in self.variables]
        return from_table(variables, *forms.widen(*self._as_table(), columns, len(variables)))

    def _with(self, other: object) -> tuple[LaurentPolynomial, LaurentPolynomial] | None:
        if isinstance(other, LaurentPolynomial):
            if other.variables == self.variables:
                return self, other
            new = tuple(name for name in other.variables if name not in self.variables)
            union = self.variables + new
            return self._widen(union), other._widen(union)
        number = as_number(other)
        if number is None:
            return None
        return self, from_table(self.variables, *forms.constant(number, len(self.variables)))

    def _combine(
        self, operation: Callable[[Quotient, Quotient], Quotient], other: object
    ) -> LaurentPolynomial | None:
        pair = self._with(other)
        if pair is None:
            return None
        one, two = pair
        return _from_quotient(one.variables, operation(one._as_quotient(), two._as_quotient()))

    def __add__(self, other: object) -> LaurentPolynomial:
        total = self._combine(forms.add, other)
        return NotImplemented if total is None else total

    def __mul__(self, other: object) -> LaurentPolynomial:
        product = self._combine(forms.multiply, other)
        return NotImplemented if product is None else product

    def __truediv__(self, other: object) -> LaurentPolynomial:
        """Divide exactly.

        Raises:
            InexactDivision: the quotient is not a Laurent polynomial.
            ZeroDivisionError: the divisor is 0.
        """
        if (pair := self._with(other)) is None:
            return NotImplemented
        one, two = pair
        if not two:
            raise ZeroDivisionError(f"{_short(self)} divided by 0")
        try:
            quotient = forms.divide(one._as_quotient(), two._as_quotient())
        except DomainError:
            raise InexactDivision(one, two) from None
        return _from_quotient(one.variables, quotient)

    def __rtruediv__(self, other: object) -> LaurentPolynomial:
        pair = self._with(other)
        return NotImplemented if pair is None else pair[1] / pair[0]

    def __sub__(self, other: object) -> LaurentPolynomial:
        pair = self._with(other)
        return NotImplemented if pair is None else pair[0] + -pair[1]

    def __rsub__(self, other: object) -> LaurentPolynomial:
        pair = self._with(other)
        return NotImplemented if pair is None else pair[1] + -pair[0]

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> LaurentPolynomial:
        shift, numerator, denominator = self._as_quotient()
        return _from_quotient(self.variables, (shift, -numerator, denominator))

    def __pow__(self, exponent: int) -> LaurentPolynomial:
        """Raise to an integer power; only a single term has negative ones."""
        whole = require_integer("exponent", exponent)
        base = self if whole >= 0 else 1 / self
        return _from_quotient(self.variables, forms.power(base._as_quotient(), abs(whole)))

    def __call__(self, **values: Any) -> Any:
        """Return the value at the given values of the variables; see `evaluate`."""
        return self.evaluate(values)

    @door
    def evaluate(self, values: Mapping[str, Any]) -> Any:
        """Replace variables by exact numbers, sympy expressions or Laurent polynomials.

        Args:
            values: for each name its value; a variable that is not named stays as it is.

        Returns:
            An int or a Fraction when every variable has a number; a sympy expression when some
            value is one; a LaurentPolynomial otherwise.

        Raises:
            ZeroDivisionError: a variable with a negative exponent is given 0.
            InexactDivision: a negative power of a polynomial that does not divide.
            TypeError: a float, or another value that is not exact.
            ValueError: a name that is no variable.

        >>> x, y = LaurentPolynomial.generators("x", "y")
        >>> (x / y + 1)(x=1, y=3), (x / y + 1)(x=y * y + y)
        (Fraction(4, 3), LaurentPolynomial({(0, 1): 1, (0, 0): 2}, ('x', 'y')))
        """
        checked = {name: _require_value(name, value) for name, value in values.items()}
        for name in checked:
            if name not in self.variables:
                raise ValueError(f"{brief(name)} must be one of {brief(', '.join(self.variables))}")
        refuse_poles(self._as_table()[0], self.variables, checked)
        if any(map(is_symbolic, checked.values())):
            return to_sympy(*self._sorted_table(), self.variables, checked)
        numbers = [as_number(checked.get(name)) for name in self.variables]
        if None not in numbers:
            return at_numbers(*self._as_table(), [value for value in numbers if value is not None])
        own = LaurentPolynomial.generators(*self.variables)
        bases = [checked.get(name, x) for name, x in zip(self.variables, own, strict=True)]
        zero = LaurentPolynomial.constant(0, self.variables)
        return at_elements(*self._as_table(), bases, zero)

    def to_sympy(self) -> Expr:
        """Return the sum as a sympy expression in symbols of the same names.

        >>> x, y = LaurentPolynomial.generators("x", "y")
        >>> (x / y).to_sympy()
        x/y
        """
        return to_sympy(*self._sorted_table(), self.variables, {})

    @classmethod
    def from_sympy(
        cls, expression: Any, variables: Sequence[str] | None = None
    ) -> LaurentPolynomial:
        """Read a sympy expression: a polynomial over a monomial, rational coefficients.

        Args:
            expression: the expression.
            variables: the names in order; by default those that occur, sorted.

        Raises:
            TypeError: a string, a float, or what else is no exact expression.
            ValueError: the expression is no such quotient, or has other symbols.

        >>> from sympy.abc import x, y
        >>> print(LaurentPolynomial.from_sympy((x + y)**2 / (2*x)))
        1/2*x + y + 1/2*x**-1*y**2
        """
        return cls(*from_sympy(expression, variables))

    def __repr__(self) -> str:
        terms = ", ".join(f"{e}: {exact_repr(c)}" for e, c in self.terms.items())
        return f"LaurentPolynomial({{{terms}}}, {self.variables!r})"

    def __str__(self) -> str:
        return TEXT.sum(TEXT.term(c, self.variables, e) for e, c in self.terms.items())

    def to_latex(self) -> str:
        """Return the sum as LaTeX, without dollar signs; lam and mu become Greek.

        >>> lam, x = LaurentPolynomial.generators("lam", "x_12")
        >>> print((lam * x - 1 / x).to_latex())
        \\lambda x_{12} - x_{12}^{-1}
        """
        return LATEX.sum(LATEX.term(c, self.variables, e) for e, c in self.terms.items())

    def _repr_latex_(self) -> str:
        shown = islice(self.terms.items(), SHOWN_TERMS)
        parts = [LATEX.term(c, self.variables, e) for e, c in shown]
        if len(self) > SHOWN_TERMS:
            parts.append(r"\cdots")
        return f"${LATEX.sum(parts)}$"

    def __reduce__(self) -> tuple[Any, ...]:
        exponents, coefficients = self._as_table()
        return from_table, (self.variables, exponents, coefficients)


def from_table(
    variables: Sequence[str], exponents: Table, coefficients: Coefficients
) -> LaurentPolynomial:
    """Make a Laurent polynomial of a table that its maker knows to be one.

    Nothing is sorted, copied or checked: names are different, so are rows, coefficients are
    Python's and none is 0.  This is how the closed forms hand over 810 056 terms.
    """
    polynomial = LaurentPolynomial.__new__(LaurentPolynomial)
    return polynomial._fill(tuple(variables), table=(exponents, coefficients))


def _from_quotient(variables: tuple[str, ...], quotient: Quotient) -> LaurentPolynomial:
    return LaurentPolynomial.__new__(LaurentPolynomial)._fill(variables, quotient=quotient)


def _require_value(name: str, value: Any) -> Any:
    number = as_number(value)
    if number is not None:
        return number
    if isinstance(value, LaurentPolynomial) or is_exact_expression(value):
        return value
    kinds = "an exact number, a sympy expression or a LaurentPolynomial"
    raise TypeError(f"{name} must be {kinds}, got {shown(value)}")


def _short(polynomial: LaurentPolynomial) -> str:
    number = len(polynomial)
    return brief(polynomial) if number <= 6 else f"a Laurent polynomial of {number} terms"
