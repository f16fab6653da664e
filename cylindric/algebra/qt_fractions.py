"""Exact rational functions of q and t whose denominators are products of factors 1 - q^a t^b.

A denominator is kept factored into the cyclotomic polynomials Phi_d(q^a t^b), a and b coprime,
which are irreducible: sums are put over their least common multiple, and what cancels is found by
trial division.  Numerators are FLINT's.  The result is in lowest terms, so equal functions are
equal data.

    >>> f = QTFraction.sum([QTProduct({(1, 0): -1}), QTProduct({(1, 1): 1, (1, 0): -1})])
    >>> print(f)
    (2 - q*t)/(1 - q)
    >>> f.at(2, 3)
    4
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import gcd
from operator import index
from typing import TYPE_CHECKING, Any

from flint import Ordering, fmpz, fmpz_mpoly, fmpz_mpoly_ctx, fmpz_poly
from flint.utils.flint_exceptions import DomainError

from cylindric.algebra.qt_printing import factored_text, factors_of, terms_of
from cylindric.algebra.qt_products import (
    Factor,
    QTProduct,
    over_one_ring,
    require_factors,
    vanishing,
)
from termwise.arguments import brief, digits, require_integer, require_iterable, shown
from termwise.exact import Exact, to_flint, to_python
from termwise.formats import Storable
from termwise.notation import LATEX, TEXT

if TYPE_CHECKING:
    from sympy import Expr

LARGEST = 10**5
"""The degree of a factor, and of a numerator, is below this: beyond, FLINT may end the process."""

RING = fmpz_mpoly_ctx.get(["q", "t"], Ordering.deglex)


@dataclass(frozen=True, repr=False, eq=False)
class QTFraction(Storable):
    """A polynomial in q and t over a product of factors 1 - q^a t^b; immutable, in lowest terms.

    Sums, differences and products are exact; ints and QTProducts may stand on either side.

    Args:
        numerator: the exponents (i, j) of q^i t^j to integer coefficient.
        factors: (a, b) to e, for a factor (1 - q^a t^b)^e; negative e stand in the denominator.

    Raises:
        TypeError: an exponent or a coefficient is no integer.
        ValueError: a negative exponent in the numerator, or a bad factor.

    >>> f = QTFraction({(0, 0): 1, (0, 2): -1}, {(0, 1): -1})
    >>> print(f)
    1 + t
    >>> f * f - 1 == QTFraction({(0, 1): 2, (0, 2): 1})
    True
    """

    PARTS = ("numerator", "factors")

    _above: fmpz_mpoly
    _below: tuple[tuple[Factor, int], ...]
    """Exponents of the Phi_g(q^(a/g) t^(b/g)) by (a, b), g the greatest common divisor."""

    def __init__(
        self, numerator: Mapping[Factor, int], factors: Mapping[Factor, int] | None = None
    ) -> None:
        terms: dict[tuple[int, ...], int | fmpz] = {}
        for pair, c in require_factors(numerator).items():
            i, j = require_integer("exponent", pair[0]), require_integer("exponent", pair[1])
            if min(i, j) < 0 or max(i, j) >= LARGEST:  # FLINT would drop the sign, or end
                raise ValueError(
                    f"numerator must have exponents in 0 .. {LARGEST - 1}, got {brief((i, j))}"
                )
            terms[i, j] = require_integer("coefficient", c)
        whole = RING.from_dict(terms)
        _fill(self, *_over(whole, _irreducible(QTProduct(factors or {}))))

    @classmethod
    def sum(cls, terms: Iterable[QTProduct] | Counter[QTProduct]) -> QTFraction:
        """Return the sum of many products, put over common denominators in a balanced tree.

        A Counter says how many times each occurs.

        Raises:
            TypeError: a term is no QTProduct.

        >>> print(QTFraction.sum([QTProduct({(1, 0): 1})] * 2))
        2*(1 - q)
        """
        if not isinstance(terms, Counter):
            terms = list(require_iterable("terms", terms))
        for product in terms:
            if not isinstance(product, QTProduct):
                raise TypeError(f"terms must be QTProducts, got {shown(product)}")
        counted = Counter(terms)
        level = [
            _over(RING.constant(times), _irreducible(product)) for product, times in counted.items()
        ]
        while len(level) > 1:
            paired = [_add(x, y) for x, y in zip(level[::2], level[1::2], strict=False)]
            level = paired + level[len(level) & ~1 :]
        return reduced(*level[0]) if level else QTFraction({})

    @property
    def numerator(self) -> dict[Factor, int]:
        """The numerator in lowest terms: exponents (i, j) of q^i t^j to coefficient."""
        return terms_of(self._above)

    @property
    def denominator(self) -> dict[Factor, int]:
        """The denominator in lowest terms, multiplied out like the numerator."""
        return terms_of(_expanded(dict(self._below)))

    def at(self, q: Any, t: Any) -> Any:
        """Return the value at q and t, exactly.

        Args:
            q, t: ints or Fractions, giving an int or a Fraction; sympy expressions, giving a
                sympy expression; python-flint elements, giving one.

        Raises:
            TypeError: q or t is a float, or no number.
            ZeroDivisionError: the denominator vanishes (the message says which factor).

        >>> QTFraction({(1, 0): 1}, {(1, 1): -1}).at(2, 3)
        Fraction(-2, 5)
        """
        q, t = over_one_ring(q, t)
        exact = isinstance(q, Exact) and isinstance(t, Exact)
        if exact:
            q, t = to_flint(q), to_flint(t)

        def value(poly: fmpz_mpoly) -> Any:
            return sum((c * q**i * t**j for (i, j), c in terms_of(poly).items()), q * 0)

        below: Any = q**0
        for factor, e in self._below:
            divisor = value(_cyclotomic(factor))
            if divisor == 0:
                raise ZeroDivisionError(vanishing(factor, q, t))
            below = below * divisor**e
        quotient = value(self._above) / below
        return to_python(quotient) if exact else quotient

    def to_sympy(self) -> Expr:
        """Return the fraction as a sympy expression in the symbols q and t, factored.

        >>> QTFraction({(0, 0): 1, (0, 1): -1}, {(1, 0): -1}).to_sympy()
        (1 - t)/(1 - q)
        """
        from sympy import Add, Integer, Mul, Symbol

        q, t = Symbol("q"), Symbol("t")

        def expression(poly: fmpz_mpoly) -> Expr:
            return Add(*(c * q**i * t**j for (i, j), c in terms_of(poly).items()))

        above, below = self._whole()
        constant, factors = factors_of(above)
        parts = (expression(poly) ** e for poly, e in factors)
        return Mul(Integer(constant), *parts, (below**-1).to_sympy())

    def __add__(self, other: object) -> QTFraction:
        right = _as_fraction(other)
        if right is None:
            return NotImplemented
        return reduced(*_add(_parts(self), _parts(right)))

    def __mul__(self, other: object) -> QTFraction:
        right = _as_fraction(other)
        if right is None:
            return NotImplemented
        return reduced(self._above * right._above, _parts(self)[1] + _parts(right)[1])

    def __neg__(self) -> QTFraction:
        return self * -1

    def __sub__(self, other: object) -> QTFraction:
        right = _as_fraction(other)
        return NotImplemented if right is None else self + -right

    def __rsub__(self, other: object) -> QTFraction:
        left = _as_fraction(other)
        return NotImplemented if left is None else left + -self

    __radd__ = __add__
    __rmul__ = __mul__

    def __truediv__(self, other: object) -> QTFraction:
        return self * other**-1 if isinstance(other, QTProduct) else NotImplemented

    def __bool__(self) -> bool:
        return bool(self._above)

    def __eq__(self, other: object) -> bool:
        # A product of the same value is not equal: it could not have the same hash.
        right = None if isinstance(other, QTProduct) else _as_fraction(other)
        if right is None:
            return NotImplemented
        return self._below == right._below and bool(self._above == right._above)

    def __hash__(self) -> int:
        constant = not self._below and self._above.total_degree() <= 0
        return hash(self.numerator.get((0, 0), 0) if constant else (str(self._above), self._below))

    def __repr__(self) -> str:
        above, below = self._whole()
        factors = {factor: -e for factor, e in below.factors.items()}
        terms = ", ".join(f"{key}: {digits(c)}" for key, c in terms_of(above).items())
        return f"QTFraction({{{terms}}}, {factors})"

    def _parts(self) -> dict[str, Any]:
        return dict(zip(self.PARTS, self.__reduce__()[1], strict=True))

    def __reduce__(self) -> tuple[Any, ...]:
        above, below = self._whole()
        return QTFraction, (terms_of(above), dict((below**-1).factors))

    def __str__(self) -> str:
        above, below = self._whole()
        text = factored_text(above, TEXT, bare=not below.factors)
        return text + str(below**-1).removeprefix("1") if below.factors else text

    def to_latex(self) -> str:
        r"""Return the fraction as LaTeX, without dollar signs.

        >>> print(QTFraction({(0, 0): 1, (0, 1): 1}, {(2, 0): -1}).to_latex())
        \frac{1 + t}{(1 - q^{2})}
        """
        above, below = self._whole()
        text = factored_text(above, LATEX, bare=True)
        return rf"\frac{{{text}}}{{{below.to_latex()}}}" if below.factors else text

    def _repr_latex_(self) -> str:
        return f"${self.to_latex()}$"

    def _whole(self) -> tuple[fmpz_mpoly, QTProduct]:
        """Return numerator and denominator, extended until the latter has whole 1 - q^a t^b."""
        missing = Counter(dict(self._below))
        whole: dict[Factor, int] = {}
        for factor in sorted(missing, key=sum, reverse=True):
            if missing[factor] > 0:
                whole[factor] = missing[factor]
                missing.subtract(_irreducible(QTProduct({factor: missing[factor]})))
        lacking = {factor: -e for factor, e in missing.items() if e < 0}
        return self._above * _expanded(lacking), QTProduct(whole)


Parts = tuple[fmpz_mpoly, Counter[Factor]]
"""A numerator, and the exponents of the irreducible factors of a denominator."""


def reduced(above: fmpz_mpoly, below: Mapping[Factor, int]) -> QTFraction:
    """Return the fraction in lowest terms; `below` counts irreducible factors."""
    fraction = object.__new__(QTFraction)
    _fill(fraction, above, below)
    return fraction


def polynomial(product: QTProduct) -> fmpz_mpoly:
    """Return a product that is a polynomial, multiplied out.

    Raises:
        ValueError: the product is no polynomial.

    >>> polynomial(QTProduct({(2, 0): 1, (1, 0): -1}))
    q + 1
    """
    exponents = _irreducible(product)
    if min(exponents.values(), default=0) < 0:
        raise ValueError(f"product must be a polynomial, got {brief(product)}")
    return _expanded(exponents)


def over_product(above: fmpz_mpoly, product: QTProduct) -> QTFraction:
    """Return polynomial / product, in lowest terms."""
    return reduced(*_over(above, _irreducible(product**-1)))


def substituted(above: fmpz_mpoly, q: Factor | None, t: Factor | None) -> fmpz_mpoly:
    """Put monomials q^i t^j, as (i, j), or 0 (None), for q and t.

    >>> substituted(polynomial(QTProduct({(1, 1): 1})), (0, 2), (0, 1))
    -t^3 + 1
    """
    terms: dict[tuple[int, ...], int | fmpz] = {}
    for (i, j), c in terms_of(above).items():
        if not ((i and q is None) or (j and t is None)):
            (a, b), (d, e) = q or (0, 0), t or (0, 0)
            image = (i * a + j * d, i * b + j * e)
            terms[image] = terms.get(image, 0) + c
    return RING.from_dict(terms)


def _fill(fraction: QTFraction, above: fmpz_mpoly, below: Mapping[Factor, int]) -> None:
    """Cancel what can be cancelled, and set the fields."""
    kept = []
    for factor, e in sorted(below.items()) if above else ():
        divisor = _cyclotomic(factor)
        while e:
            try:
                above = above / divisor
            except DomainError:
                break
            e -= 1
        if e:
            kept.append((factor, e))
    object.__setattr__(fraction, "_above", above)
    object.__setattr__(fraction, "_below", tuple(kept))


def _parts(fraction: QTFraction) -> Parts:
    return fraction._above, Counter(dict(fraction._below))


def _over(above: fmpz_mpoly, exponents: Mapping[Factor, int]) -> Parts:
    """Multiply the factors with positive exponents out, and keep the others below."""
    positive = {factor: e for factor, e in exponents.items() if e > 0}
    return above * _expanded(positive), Counter({f: -e for f, e in exponents.items() if e < 0})


def _add(left: Parts, right: Parts) -> Parts:
    common = left[1] | right[1]
    return (
        left[0] * _expanded(common - left[1]) + right[0] * _expanded(common - right[1]),
        common,
    )


def _irreducible(product: QTProduct) -> Counter[Factor]:
    """Return the exponents of the Phi_g(q^(a/g) t^(b/g)), by (a, b)."""
    exponents: Counter[Factor] = Counter()
    degree = sum((a + b) * abs(e) for (a, b), e in product.factors.items())
    if degree >= LARGEST:
        raise ValueError(f"factors must have a degree below {LARGEST} in all, got {brief(degree)}")
    for (a, b), e in product.factors.items():
        g = gcd(a, b)
        for d in _divisors(g):
            exponents[a // g * d, b // g * d] += e
    return exponents


@lru_cache(maxsize=1024)
def _divisors(n: int) -> tuple[int, ...]:
    return tuple(d for d in range(1, n + 1) if n % d == 0)


@lru_cache(maxsize=1024)
def _cyclotomic(factor: Factor) -> fmpz_mpoly:
    """Return Phi_g(q^(a/g) t^(b/g)), with 1 - x for Phi_1."""
    a, b = factor
    g = gcd(a, b)
    coefficients = fmpz_poly.cyclotomic(g).coeffs() if g > 1 else fmpz_poly([1, -1]).coeffs()
    return RING.from_dict(
        {(a // g * k, b // g * k): c for k, c in enumerate(coefficients) if c != 0}
    )


def _expanded(exponents: Mapping[Factor, int]) -> fmpz_mpoly:
    product = RING.constant(1)
    for factor, e in exponents.items():
        product *= _cyclotomic(factor) ** e
    return product


def _as_fraction(value: object) -> QTFraction | None:
    if isinstance(value, QTFraction):
        return value
    if isinstance(value, QTProduct):
        return reduced(*_over(RING.constant(1), _irreducible(value)))
    try:
        return QTFraction({(0, 0): index(value)})  # type: ignore[arg-type]
    except TypeError:
        return None
