"""Laurent polynomials in named variables, with rational coefficients.

    x**2*y**-1 + 3/2     is     {(2, -1): 1, (0, 0): Fraction(3, 2)}   in the variables ("x", "y")

FLINT's polynomials have no negative exponents (it silently takes absolute values), so a Laurent
polynomial is kept as monomial * numerator / denominator with the monomial's exponents ours; or, as
the closed forms make it, as a table of exponents (numpy) with its coefficients.  Each form is made
from the other when it is first asked for, and both are canonical.

    >>> x, y = LaurentPolynomial.generators("x", "y")
    >>> (x**2 - y**2) / (x - y) / x
    LaurentPolynomial({(0, 0): 1, (-1, 1): 1}, ('x', 'y'))
    >>> print((x + 1 / y) ** 2)
    x**2 + 2*x*y**-1 + y**-2
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import lcm
from operator import index
from typing import TYPE_CHECKING, Any

import numpy as np
from flint import Ordering, fmpq, fmpz, fmpz_mpoly, fmpz_mpoly_ctx
from flint.utils.flint_exceptions import DomainError

from lambdadet import evaluation
from lambdadet.printing import SHOWN_TERMS, latex_sum, text_sum
from termwise.exact import Exact, as_number, exact_number, to_python

if TYPE_CHECKING:
    from sympy import Expr

Exponents = tuple[int, ...]
Table = np.ndarray[Any, np.dtype[Any]]
Quotient = tuple[Exponents, fmpz_mpoly, int]
"""Exponents of a monomial, a numerator that no variable divides, a positive denominator."""


class InexactDivision(ArithmeticError):  # noqa: N818
    """A quotient of Laurent polynomials that is none; it carries both.

    >>> x, = LaurentPolynomial.generators("x")
    >>> x / (1 + x)
    Traceback (most recent call last):
    lambdadet.laurent.InexactDivision: x divided by x + 1 is not a Laurent polynomial
    """

    def __init__(self, dividend: LaurentPolynomial, divisor: LaurentPolynomial) -> None:
        super().__init__(dividend, divisor)
        self.dividend = dividend
        self.divisor = divisor

    def __str__(self) -> str:
        return (
            f"{_short(self.dividend)} divided by {_short(self.divisor)} is not a Laurent polynomial"
        )


class LaurentPolynomial:
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

    variables: tuple[str, ...]
    _table: tuple[Table, Sequence[Exact]] | None
    _quotient: Quotient | None
    _terms: dict[Exponents, Exact] | None
    _hash: int | None

    def __init__(self, terms: Mapping[Exponents, Any], variables: Sequence[str]) -> None:
        names = _require_names(variables)
        kept = {_require_exponents(e, names): exact_number("coefficient", terms[e]) for e in terms}
        kept = {e: c for e, c in kept.items() if c}
        exponents = np.array(list(kept), dtype=np.int64).reshape(len(kept), len(names))
        self._fill(names, table=(exponents, list(kept.values())))

    def _fill(
        self,
        variables: tuple[str, ...],
        table: tuple[Table, Sequence[Exact]] | None = None,
        quotient: Quotient | None = None,
    ) -> LaurentPolynomial:
        for name, value in (
            ("variables", variables),
            ("_table", table),
            ("_quotient", quotient),
            ("_terms", None),
            ("_hash", None),
        ):
            object.__setattr__(self, name, value)
        return self

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a LaurentPolynomial is immutable, cannot set {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a LaurentPolynomial is immutable, cannot delete {name}")

    @classmethod
    def generators(cls, *names: str) -> tuple[LaurentPolynomial, ...]:
        """Return the variables of these names, as Laurent polynomials in all of them.

        >>> x, y = LaurentPolynomial.generators("x", "y")
        >>> print(y / x)
        x**-1*y
        """
        checked = _require_names(names)
        units = np.eye(len(checked), dtype=np.int64)
        return tuple(_from_table(checked, units[k : k + 1], [1]) for k in range(len(checked)))

    @classmethod
    def constant(cls, value: Exact, variables: Sequence[str] = ()) -> LaurentPolynomial:
        """Return a number as a Laurent polynomial in some variables."""
        return cls({(0,) * len(variables): value}, variables)

    @classmethod
    def from_arrays(
        cls, exponents: Table, coefficients: Sequence[Any] | Table, variables: Sequence[str]
    ) -> LaurentPolynomial:
        """Make a Laurent polynomial of a numpy table of exponents, one row a term.

        Rows that occur more than once are added up.

        Args:
            exponents: an integer array of shape (terms, variables).
            coefficients: as many exact coefficients.
            variables: the names.

        Raises:
            TypeError: exponents or coefficients that are not exact.
            ValueError: shapes that do not fit, or duplicate names.

        >>> print(LaurentPolynomial.from_arrays(np.array([[1], [-2], [1]]), [1, 1, 2], ["x"]))
        3*x + x**-2
        """
        names = _require_names(variables)
        table = np.asarray(exponents)
        if table.dtype.kind not in "iu":
            raise TypeError(f"exponents must be integers, got an array of {table.dtype}")
        if table.shape != (len(coefficients), len(names)):
            raise ValueError(
                f"exponents must have shape {(len(coefficients), len(names))}, got {table.shape}"
            )
        terms: dict[Exponents, Exact] = {}
        for row, value in zip(map(tuple, table.tolist()), coefficients, strict=True):
            terms[row] = terms.get(row, 0) + exact_number("coefficient", value)
        return cls(terms, names)

    # -- what it is ---------------------------------------------------------------------------

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
        return bool(
            one.variables == two.variables
            and np.array_equal(one._sorted_table()[0], two._sorted_table()[0])
            and list(one._sorted_table()[1]) == list(two._sorted_table()[1])
        )

    def __hash__(self) -> int:
        """Return a hash of the range of every variable, the number of terms and the value at 1."""
        if self._hash is None:
            object.__setattr__(self, "_hash", self._new_hash())
        assert self._hash is not None
        return self._hash

    def _new_hash(self) -> int:
        exponents, coefficients = self._as_table()
        total = sum(coefficients)
        if not len(exponents):
            return hash(0)
        low, high = exponents.min(axis=0).tolist(), exponents.max(axis=0).tolist()
        ranges = frozenset(r for r in zip(self.variables, low, high, strict=True) if any(r[1:]))
        return hash((ranges, len(exponents), total)) if ranges else hash(total)

    def _in_used_variables(self) -> LaurentPolynomial:
        exponents, coefficients = self._as_table()
        used = sorted(np.flatnonzero(exponents.any(axis=0)), key=lambda k: self.variables[k])
        names = tuple(self.variables[k] for k in used)
        if names == self.variables:
            return self
        return _from_table(names, exponents[:, used], coefficients)

    # -- the two forms ------------------------------------------------------------------------

    def _as_table(self) -> tuple[Table, Sequence[Exact]]:
        if self._table is None:
            shift, numerator, denominator = self._as_quotient()
            shape = (len(numerator), len(self.variables))
            rows = np.array(numerator.monoms(), dtype=np.int64).reshape(shape)
            rows += np.array(shift, dtype=np.int64)
            values = [to_python(fmpq(c, denominator)) for c in numerator.coeffs()]
            object.__setattr__(self, "_table", (rows, values))
        assert self._table is not None
        return self._table

    def _sorted_table(self) -> tuple[Table, Sequence[Exact]]:
        exponents, coefficients = self._as_table()
        order = _descending(exponents)
        return exponents[order], [coefficients[k] for k in order.tolist()]

    def _as_quotient(self) -> Quotient:
        if self._quotient is None:
            exponents, coefficients = self._as_table()
            ring = _ring(len(self.variables))
            shift = exponents.min(axis=0) if len(exponents) else np.zeros(len(self.variables), int)
            denominator = lcm(*(c.denominator for c in coefficients))
            rows = (exponents.astype(np.int64) - shift).tolist()
            whole = [int(c * denominator) for c in coefficients]
            numerator = ring.from_dict(dict(zip(map(tuple, rows), whole, strict=True)))
            value = tuple(map(int, shift)), numerator, denominator
            object.__setattr__(self, "_quotient", value)
        assert self._quotient is not None
        return self._quotient

    def _widen(self, variables: tuple[str, ...]) -> LaurentPolynomial:
        """Return the same in more variables, or in another order of them."""
        if variables == self.variables:
            return self
        exponents, coefficients = self._as_table()
        wide = np.zeros((len(exponents), len(variables)), dtype=np.int64)
        wide[:, [variables.index(name) for name in self.variables]] = exponents
        return _from_table(variables, wide, coefficients)

    # -- arithmetic ---------------------------------------------------------------------------

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
        return self, _from_table(
            self.variables,
            np.zeros((1 if number else 0, len(self.variables)), dtype=np.int64),
            [number] if number else [],
        )

    def __add__(self, other: object) -> LaurentPolynomial:
        pair = self._with(other)
        if pair is None:
            return NotImplemented
        (s, p, a), (t, q, b) = pair[0]._as_quotient(), pair[1]._as_quotient()
        low = tuple(map(min, s, t)) if p and q else s if p else t
        common = lcm(a, b)
        total = _lift(p, s, low) * (common // a) + _lift(q, t, low) * (common // b)
        return _reduced(pair[0].variables, low, total, common)

    def __mul__(self, other: object) -> LaurentPolynomial:
        pair = self._with(other)
        if pair is None:
            return NotImplemented
        (s, p, a), (t, q, b) = pair[0]._as_quotient(), pair[1]._as_quotient()
        shift = tuple(i + j for i, j in zip(s, t, strict=True))
        return _reduced(pair[0].variables, shift, p * q, a * b)

    def __truediv__(self, other: object) -> LaurentPolynomial:
        """Divide exactly.

        Raises:
            InexactDivision: the quotient is not a Laurent polynomial.
            ZeroDivisionError: the divisor is 0.
        """
        pair = self._with(other)
        if pair is None:
            return NotImplemented
        (s, p, a), (t, q, b) = pair[0]._as_quotient(), pair[1]._as_quotient()
        if not q:
            raise ZeroDivisionError(f"{_short(self)} divided by 0")
        content, primitive = q.primitive()
        try:
            quotient = p / primitive
        except DomainError:
            raise InexactDivision(*pair) from None
        shift = tuple(i - j for i, j in zip(s, t, strict=True))
        return _reduced(pair[0].variables, shift, quotient * b, a * int(content))

    def __rtruediv__(self, other: object) -> LaurentPolynomial:
        pair = self._with(other)
        return NotImplemented if pair is None else pair[1] / pair[0]

    def __sub__(self, other: object) -> LaurentPolynomial:
        pair = self._with(other)
        return NotImplemented if pair is None else pair[0] + -pair[1]

    def __rsub__(self, other: object) -> LaurentPolynomial:
        return -self + other

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> LaurentPolynomial:
        shift, numerator, denominator = self._as_quotient()
        return _from_quotient(self.variables, (shift, -numerator, denominator))

    def __pow__(self, exponent: int) -> LaurentPolynomial:
        """Raise to an integer power; only a single term has negative ones."""
        whole = index(exponent)
        base = self if whole >= 0 else 1 / self
        shift, numerator, denominator = base._as_quotient()
        raised = tuple(s * abs(whole) for s in shift)
        return _reduced(self.variables, raised, numerator ** abs(whole), denominator ** abs(whole))

    # -- values -------------------------------------------------------------------------------

    def __call__(self, **values: Any) -> Any:
        """Return the value at the given values of the variables; see `evaluate`."""
        return self.evaluate(values)

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
        return evaluation.evaluate(self, values)

    def to_sympy(self) -> Expr:
        """Return the sum as a sympy expression in symbols of the same names.

        >>> x, y = LaurentPolynomial.generators("x", "y")
        >>> (x / y).to_sympy()
        x/y
        """
        return evaluation.to_sympy(self)

    @classmethod
    def from_sympy(
        cls, expression: Any, variables: Sequence[str] | None = None
    ) -> LaurentPolynomial:
        """Read a sympy expression: a polynomial over a monomial, rational coefficients.

        Args:
            expression: the expression.
            variables: the names in order; by default those that occur, sorted.

        Raises:
            ValueError: the expression is no such quotient, or has other symbols.

        >>> from sympy.abc import x, y
        >>> print(LaurentPolynomial.from_sympy((x + y)**2 / (2*x)))
        1/2*x + y + 1/2*x**-1*y**2
        """
        return cls(*evaluation.from_sympy(expression, variables))

    # -- how it looks -------------------------------------------------------------------------

    def __repr__(self) -> str:
        return f"LaurentPolynomial({self.terms!r}, {self.variables!r})"

    def __str__(self) -> str:
        return text_sum(self.terms, self.variables)

    def to_latex(self) -> str:
        """Return the sum as LaTeX, without dollar signs; lam and mu become Greek.

        >>> lam, x = LaurentPolynomial.generators("lam", "x_12")
        >>> print((lam * x - 1 / x).to_latex())
        \\lambda x_{12} - x_{12}^{-1}
        """
        return latex_sum(self.terms, self.variables)

    def _repr_latex_(self) -> str:
        return f"${latex_sum(self.terms, self.variables, SHOWN_TERMS)}$"

    def __reduce__(self) -> tuple[Any, ...]:
        exponents, coefficients = self._as_table()
        return _from_table, (self.variables, exponents, coefficients)


def _from_table(
    variables: tuple[str, ...], exponents: Table, coefficients: Sequence[Exact]
) -> LaurentPolynomial:
    """Trust a table: rows all different, coefficients Python's and none 0."""
    return LaurentPolynomial.__new__(LaurentPolynomial)._fill(
        variables, table=(exponents, coefficients)
    )


def from_table(
    variables: Sequence[str], exponents: Table, coefficients: Sequence[Exact]
) -> LaurentPolynomial:
    """Make a Laurent polynomial of rows that its maker knows to be all different.

    Nothing is sorted, copied or checked but the names: this is how the closed forms hand over
    810 056 terms.
    """
    return _from_table(_require_names(variables), exponents, coefficients)


def _from_quotient(variables: tuple[str, ...], quotient: Quotient) -> LaurentPolynomial:
    return LaurentPolynomial.__new__(LaurentPolynomial)._fill(variables, quotient=quotient)


def _reduced(
    variables: tuple[str, ...], shift: Exponents, numerator: fmpz_mpoly, denominator: int
) -> LaurentPolynomial:
    """Bring monomial * numerator / denominator to lowest terms."""
    if not numerator:
        return _from_quotient(variables, ((0,) * len(variables), numerator, 1))
    content = numerator.term_content()
    ((powers, common),) = content.terms()
    divisor = fmpz(denominator).gcd(common)
    if any(powers) or divisor != 1:
        numerator = numerator / _ring(len(variables)).from_dict({powers: divisor})
        shift = tuple(s + e for s, e in zip(shift, powers, strict=True))
        denominator //= int(divisor)
    return _from_quotient(variables, (shift, numerator, denominator))


def _lift(numerator: fmpz_mpoly, shift: Exponents, low: Exponents) -> fmpz_mpoly:
    """Write monomial(shift) * numerator over the lower monomial(low)."""
    powers = tuple(s - b for s, b in zip(shift, low, strict=True))
    if not numerator or not any(powers):
        return numerator
    return numerator * numerator.context().from_dict({powers: 1})


def _ring(number: int) -> fmpz_mpoly_ctx:
    """Return FLINT's ring; its names are its own, since FLINT wants ASCII."""
    return fmpz_mpoly_ctx.get([f"v{k}" for k in range(number)], Ordering.degrevlex)


def _descending(exponents: Table) -> Table:
    """Return the order of the rows by the first variable, then the second, .., highest first."""
    number, width = exponents.shape
    if not number or not width:
        return np.arange(number)
    low, high = exponents.min(axis=0), exponents.max(axis=0)
    if int((high.astype(np.int64) - low).max()) < 256:  # a row is then a string of bytes
        rows = np.ascontiguousarray((exponents - low).astype(np.uint8))
        return np.argsort(rows.view(f"S{width}").ravel(), kind="stable")[::-1]
    return np.lexsort(exponents.T[::-1])[::-1]


def _require_names(variables: Sequence[str]) -> tuple[str, ...]:
    if isinstance(variables, str):
        raise TypeError(f"variables must be a sequence of names, got {variables!r}")
    names = tuple(variables)
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"variables must be names, got {name!r}")
        if not name.isidentifier():
            raise ValueError(f"variables must be names such as x_11, got {name!r}")
    if len(set(names)) < len(names):
        twice = next(name for k, name in enumerate(names) if name in names[:k])
        raise ValueError(f"variables must be all different, got {twice!r} twice")
    return names


def _require_exponents(exponents: Exponents, names: tuple[str, ...]) -> Exponents:
    try:
        whole = tuple(map(index, exponents))
    except TypeError:
        raise TypeError(f"exponents must be tuples of integers, got {exponents!r}") from None
    if len(whole) != len(names):
        raise ValueError(f"exponents must be {len(names)} integers, got {exponents!r}")
    return whole


def _short(polynomial: LaurentPolynomial) -> str:
    if len(polynomial) <= 6:
        return str(polynomial)
    return f"a Laurent polynomial of {len(polynomial)} terms"
