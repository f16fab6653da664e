"""Products of factors 1 - q^a t^b: what every weight of the (q,t)-analog is.

The exponents of such a product are unique: with x = q^a' t^b' and a', b' coprime, 1 - x^n is the
product of Phi_d(x) over d | n, and these cyclotomic polynomials are irreducible and all different.
So two products are equal as rational functions exactly when their factors are, and nothing has to
be multiplied out to see it.

    >>> p = QTProduct({(0, 1): 1, (1, 0): -1})
    >>> print(p, p / p)
    (1 - t)/(1 - q) 1
    >>> p.at(Fraction(1, 3), Fraction(2, 7))
    Fraction(15, 14)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from operator import index
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from flint import acb, arb, fmpq, fmpz

from termwise.arguments import brief, require_integer, require_iterable, shown
from termwise.exact import Exact, as_number, to_flint, to_python
from termwise.formats import Storable
from termwise.notation import LATEX, TEXT

if TYPE_CHECKING:
    from sympy import Expr

Factor = tuple[int, int]
"""(a, b) stands for 1 - q^a t^b."""

MAX_BITS = 3 * 10**8
"""A number of more bits than this, a minute's work, is not worked out."""


@dataclass(frozen=True, repr=False, eq=False)
class QTProduct(Storable):
    """The product of (1 - q^a t^b)^e over finitely many (a, b); immutable, compared by value.

    Args:
        factors: (a, b) to the exponent e; a, b >= 0, not both 0.  Zero exponents are dropped.

    Raises:
        TypeError: an exponent is no integer.
        ValueError: a or b is negative, or both are 0.

    >>> print(QTProduct({(1, 1): 2, (0, 2): -1, (3, 0): 0}))
    (1 - q*t)**2/(1 - t**2)
    """

    factors: Mapping[Factor, int]

    def __init__(self, factors: Mapping[Factor, int] = MappingProxyType({})) -> None:
        kept: dict[Factor, int] = {}
        for factor, e in require_factors(factors).items():
            a, b = require_integer("a", factor[0]), require_integer("b", factor[1])
            if a < 0 or b < 0 or a == b == 0:
                raise ValueError(f"factors must be (a, b) >= 0 and not (0, 0), got {brief((a, b))}")
            if max(a, b, abs(require_integer("exponent", e))) >= 2**62:
                raise ValueError(f"exponents must have at most 62 bits, got {shown((a, b, e))}")
            if e:
                kept[a, b] = index(e)
        ordered = {key: kept[key] for key in sorted(kept, key=_by_degree)}
        object.__setattr__(self, "factors", MappingProxyType(ordered))

    @classmethod
    def of(cls, products: Iterable[QTProduct]) -> QTProduct:
        """Return the product of many.

        >>> print(QTProduct.of([QTProduct({(0, 1): 1})] * 3))
        (1 - t)**3
        """
        exponents: Counter[Factor] = Counter()
        for each in require_iterable("products", products):
            if not isinstance(each, QTProduct):
                raise TypeError(f"products must be QTProducts, got {shown(each)}")
            for factor, e in each.factors.items():
                exponents[factor] += e
        return cls(exponents)

    def __mul__(self, other: QTProduct) -> QTProduct:
        if not isinstance(other, QTProduct):
            return NotImplemented
        return QTProduct.of((self, other))

    def __truediv__(self, other: QTProduct) -> QTProduct:
        if not isinstance(other, QTProduct):
            return NotImplemented
        return QTProduct.of((self, other**-1))

    def __pow__(self, exponent: int) -> QTProduct:
        exponent = require_integer("exponent", exponent)
        return QTProduct({factor: e * exponent for factor, e in self.factors.items()})

    def at(self, q: Any, t: Any) -> Any:
        """Return the value at q and t, exactly.

        Args:
            q, t: ints or Fractions, giving an int or a Fraction; sympy expressions, giving a
                sympy product; python-flint elements, giving one.

        Raises:
            TypeError: q or t is a float, or no number.
            ZeroDivisionError: a factor of the denominator vanishes (the message says which).
            ValueError: the value is a number of more than MAX_BITS bits.

        >>> QTProduct({(0, 1): 1, (2, 1): -1}).at(2, 3)
        Fraction(2, 11)
        """
        q, t = over_one_ring(q, t)
        numbers = isinstance(q, Exact) and isinstance(t, Exact)
        if numbers:
            return to_python(self._number(to_flint(q), to_flint(t)))
        if isinstance(q, fmpq) and isinstance(t, fmpq):
            return self._number(q, t)
        for (a, b), e in self.factors.items():
            if e < 0 and 1 - q**a * t**b == 0:
                raise ZeroDivisionError(vanishing((a, b), q, t))
        if _is_sympy(q) or _is_sympy(t):
            from sympy import Mul

            return Mul(*((1 - q**a * t**b) ** e for (a, b), e in self.factors.items()))
        above: Any = q**0
        below: Any = q**0
        for (a, b), e in self.factors.items():
            if e > 0:
                above = above * (1 - q**a * t**b) ** e
            else:
                below = below * (1 - q**a * t**b) ** -e
        return above / below

    def _number(self, q: fmpq, t: fmpq) -> fmpq:
        """Multiply integers only: 1 - q^a t^b = (r - s)/r, and the powers r largely cancel."""
        heights = [max(abs(x.p), x.q).bit_length() for x in (q, t)]
        bits = sum(abs(e) * (a * heights[0] + b * heights[1]) for (a, b), e in self.factors.items())
        if bits > MAX_BITS:
            raise ValueError(f"the value at q = {q}, t = {t} has up to {bits} bits: too large")
        above, below = [fmpz(1)], [fmpz(1)]
        for (a, b), e in self.factors.items():
            value = q.q**a * t.q**b - q.p**a * t.p**b
            if value == 0 and e < 0:
                raise ZeroDivisionError(vanishing((a, b), q, t))
            (above if e > 0 else below).append(value ** abs(e))
        for k, base in enumerate((q.q, t.q)):
            power = sum(e * factor[k] for factor, e in self.factors.items())
            (below if power > 0 else above).append(base ** abs(power))
        return fmpq(_balanced(above), _balanced(below))

    def specialise(self, q: Factor | None = (1, 0), t: Factor | None = (0, 1)) -> QTProduct | None:
        """Put monomials in q and t, or 0, for q and t.

        Args:
            q, t: (i, j) puts q^i t^j, None puts 0.

        Returns:
            The product, or None when it is 0: a factor has become 1 - 1.

        Raises:
            ZeroDivisionError: a factor of the denominator has become 1 - 1.

        >>> p = QTProduct({(0, 1): 1, (1, 1): -1})
        >>> print(p.specialise(q=None), p.specialise(q=(0, 1)), p.specialise(t=(0, 0)))
        (1 - t) (1 - t)/(1 - t**2) None
        """
        q, t = require_image("q", q), require_image("t", t)
        exponents: Counter[Factor] = Counter()
        vanishes = False
        for (a, b), e in self.factors.items():
            if (a and q is None) or (b and t is None):
                continue  # 1 - 0
            (i, j), (k, m) = q or (0, 0), t or (0, 0)
            image = (a * i + b * k, a * j + b * m)
            if image == (0, 0):
                if e < 0:
                    raise ZeroDivisionError(f"{_factor((a, b))} in the denominator becomes 0")
                vanishes = True
            else:
                exponents[image] += e
        return None if vanishes else QTProduct(exponents)

    def jack(self, alpha: Any) -> Any:
        """Return the limit for q = t^alpha, t -> 1: the product of (alpha a + b)^e.

        Args:
            alpha: an exact number or a sympy expression.

        Raises:
            ZeroDivisionError: a factor alpha a + b of the denominator is 0.
            ValueError: the exponents do not add up to 0, so that there is no limit but 0 or oo.

        >>> QTProduct({(0, 1): 1, (1, 0): -1}).jack(3)
        Fraction(1, 3)
        """
        alpha = require_parameter("alpha", alpha)
        if sum(self.factors.values()):
            raise ValueError(f"exponents must add up to 0 for a limit, got {brief(self)}")
        value: Any = fmpq(1)
        if _is_sympy(alpha):
            from sympy import Integer

            value = Integer(1)
        elif isinstance(alpha, Exact):
            alpha = to_flint(alpha)
        for (a, b), e in self.factors.items():
            if e < 0 and a * alpha + b == 0:
                raise ZeroDivisionError(f"{a} alpha + {b} in the denominator is 0")
            value *= (a * alpha + b) ** e
        return to_python(value) if isinstance(value, fmpq) else value

    def to_sympy(self) -> Expr:
        """Return the product as a sympy expression in the symbols q and t, not multiplied out.

        >>> QTProduct({(0, 1): 1, (1, 0): -1}).to_sympy()
        (1 - t)/(1 - q)
        """
        from sympy import Integer, Symbol

        return self.at(Symbol("q"), Symbol("t")) if self.factors else Integer(1)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, QTProduct):
            return dict(self.factors) == dict(other.factors)
        number = as_number(other)
        return NotImplemented if number is None else not self.factors and number == 1

    def __hash__(self) -> int:
        return hash(tuple(self.factors.items())) if self.factors else hash(1)

    def __repr__(self) -> str:
        return f"QTProduct({dict(self.factors)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return QTProduct, (dict(self.factors),)

    def __str__(self) -> str:
        above = [_power(f, e) for f, e in self.factors.items() if e > 0]
        below = [_power(f, -e) for f, e in self.factors.items() if e < 0]
        if not below:
            return "*".join(above) or "1"
        whole = "*".join(below)
        return f"{'*'.join(above) or '1'}/{whole if len(below) == 1 else f'({whole})'}"

    def to_latex(self) -> str:
        r"""Return the product as LaTeX, without dollar signs.

        >>> print(QTProduct({(0, 1): 1, (2, 1): -2}).to_latex())
        \frac{(1 - t)}{(1 - q^{2} t)^{2}}
        """
        above = "".join(_latex(f, e) for f, e in self.factors.items() if e > 0) or "1"
        below = "".join(_latex(f, -e) for f, e in self.factors.items() if e < 0)
        return rf"\frac{{{above}}}{{{below}}}" if below else above

    def _repr_latex_(self) -> str:
        return f"${self.to_latex()}$"


def require_factors(factors: Mapping[Factor, Any]) -> Mapping[Factor, Any]:
    """Return the argument if it is a mapping from pairs.

    >>> require_factors({1: 2})
    Traceback (most recent call last):
    TypeError: factors must be a mapping from pairs (a, b), got {1: 2}
    """
    pairs = isinstance(factors, Mapping) and all(
        isinstance(factor, tuple) and len(factor) == 2 for factor in factors
    )
    if not pairs:
        raise TypeError(f"factors must be a mapping from pairs (a, b), got {shown(factors)}")
    return factors


def require_image(name: str, image: Any) -> Factor | None:
    """Return (i, j) for a monomial q^i t^j, or None for 0; refuse anything else.

    >>> require_image("q", (1.5, 1))
    Traceback (most recent call last):
    TypeError: q must be (i, j) for q^i t^j, or None for 0, got (1.5, 1)
    """
    if image is None:
        return None
    try:
        i, j = image if isinstance(image, tuple) else (None, None)
        return require_integer(name, i, 0), require_integer(name, j, 0)
    except (TypeError, ValueError):
        raise TypeError(
            f"{name} must be (i, j) for q^i t^j, or None for 0, got {shown(image)}"
        ) from None


def require_parameter(name: str, value: Any) -> Any:
    """Return q or t as an int, a Fraction, a sympy expression or a python-flint element.

    Raises:
        TypeError: a float, an expression with floats or infinity in it, a ball of FLINT's, or
            anything else.

    >>> require_parameter("q", 0.5)
    Traceback (most recent call last):
    TypeError: q must be an exact number, a sympy expression or a python-flint element, got 0.5
    """
    if _is_flint(value) and not isinstance(value, (arb, acb)):
        return fmpq(value) if isinstance(value, fmpz) else value
    number = as_number(value)
    if number is not None:
        return number
    if _is_sympy(value):
        from sympy import Float, nan, oo, zoo

        if not value.has(Float, oo, -oo, zoo, nan):
            return value
    raise TypeError(
        f"{name} must be an exact number, a sympy expression or a python-flint element, "
        f"got {shown(value)}"
    )


def over_one_ring(q: Any, t: Any) -> tuple[Any, Any]:
    """Return q and t, checked; a number beside an element of FLINT's is put into its ring.

    Raises:
        TypeError: q or t is a float or no number; an element of FLINT's beside a sympy expression.

    >>> over_one_ring(fmpq(1, 2), Fraction(1, 3))
    (1/2, 1/3)
    """
    q, t = require_parameter("q", q), require_parameter("t", t)
    if (_is_flint(q) and _is_sympy(t)) or (_is_sympy(q) and _is_flint(t)):
        raise TypeError(f"q and t must be of one kind, got {shown(q)} and {t!r}")
    if isinstance(q, Exact) and _is_flint(t):
        q = t**0 * q.numerator / (t**0 * q.denominator)
    if isinstance(t, Exact) and _is_flint(q):
        t = q**0 * t.numerator / (q**0 * t.denominator)
    return q, t


def vanishing(factor: Factor, q: Any, t: Any) -> str:
    """Say which factor of a denominator is 0 at q and t."""
    return f"q, t must keep denominators from 0, got {_factor(factor)} = 0 at q = {q}, t = {t}"


def _is_flint(value: Any) -> bool:
    return type(value).__module__.startswith("flint")


def _is_sympy(value: Any) -> bool:
    if isinstance(value, (int, float, str, Fraction)) or value is None:
        return False
    from sympy import Expr

    return isinstance(value, Expr)


def _balanced(numbers: list[fmpz]) -> fmpz:
    """Multiply numbers in pairs, so that the factors are alike in size."""
    while len(numbers) > 1:
        paired = [x * y for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
        numbers = paired + numbers[len(numbers) & ~1 :]
    return numbers[0]


def _by_degree(factor: Factor) -> tuple[int, int]:
    return sum(factor), factor[0]


def _factor(factor: Factor) -> str:
    return f"1 - {TEXT.monomial(('q', 't'), factor)}"


def _power(factor: Factor, e: int) -> str:
    return f"({_factor(factor)})" + (f"**{e}" if e > 1 else "")


def _latex(factor: Factor, e: int) -> str:
    return f"(1 - {LATEX.monomial(('q', 't'), factor)})" + (f"^{{{e}}}" if e > 1 else "")
