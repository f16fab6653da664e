"""Products with finitely many exponents: infinite with a period, or finite.

    s q^v prod_{n>=1} (1 - q^n)^(-a_n),    a_n = a_{n+p},   or   a_n = 0 for n > m

Their shapes: a symmetric period, a_j = a_{p-j}, is a quotient of theta functions; exponents that
depend on gcd(n, p) alone make an eta quotient; a finite product is one of cyclotomic polynomials.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING, Any

from cylindric.algebra.power_series import from_exponents
from cylindric.algebra.series import Series, from_poly, require_name
from termwise.arguments import digits, require_flag, require_integer, require_iterable, shown
from termwise.formats import Storable
from termwise.price import require_bytes, require_steps
from termwise.writing import exact_repr

if TYPE_CHECKING:
    from sympy import Expr

Factor = tuple[tuple[int, ...], int, int]
"""Powers k, a base p (0: no base, 1 - q^k alone) and the exponent of (q^k, ..; q^p)."""


@dataclass(frozen=True, repr=False)
class EulerProduct(Storable):
    """The product s q^v prod_{n>=1} (1 - q^n)^(-a_n) of a period, or of finitely many factors.

    Args:
        exponents: a_1, .., a_p; they are repeated if periodic, and all that there are if not.
        periodic: whether the product is infinite, with period p.
        sign: s, 1 or -1.
        power: v, at least 0.
        variable: the name of q, for printing.

    Raises:
        TypeError: an exponent is no integer.
        ValueError: no exponents for a period, another sign, a negative power.

    >>> product = EulerProduct((1, 0, 0, 1, 0))
    >>> print(product)
    1/(q, q^4; q^5)_inf
    >>> print(product.series(8))
    1 + q + q**2 + q**3 + 2*q**4 + 2*q**5 + 3*q**6 + 3*q**7 + O(q**8)
    """

    exponents: tuple[int, ...]
    periodic: bool = True
    sign: int = 1
    power: int = 0
    variable: str = field(default="q", compare=False)

    def __post_init__(self) -> None:
        given = require_iterable("exponents", self.exponents)
        whole = tuple(require_integer("exponents", a) for a in given)
        object.__setattr__(self, "exponents", whole)
        require_flag("periodic", self.periodic)
        if require_integer("sign", self.sign) not in (1, -1):
            raise ValueError(f"sign must be 1 or -1, got {shown(self.sign)}")
        require_integer("power", self.power, 0)
        require_name("variable", self.variable)
        if self.periodic and not whole:
            raise ValueError("exponents must be those of a period, got none")

    @property
    def period(self) -> int | None:
        """p, or None for a finite product."""
        return len(self.exponents) if self.periodic else None

    def exponent(self, n: int) -> int:
        """Return a_n, for n >= 1.

        >>> EulerProduct((1, 0)).exponent(101)
        1
        """
        at = require_integer("n", n, 1) - 1
        if self.periodic:
            return self.exponents[at % len(self.exponents)]
        return self.exponents[at] if at < len(self.exponents) else 0

    def series(self, order: int) -> Series:
        """Expand the product to an order.

        >>> EulerProduct((-1,), periodic=False, power=1).series(4)
        Series([0, 1, -1, 0], variable='q')
        """
        order = require_integer("order", order, 1)
        require_bytes(64 * order, f"{shown(order)} coefficients")
        room = order - self.power
        if room < 1:
            return Series([], order, self.variable)
        known = [self.exponent(n) for n in range(1, room)]
        poly = from_exponents(known, room) * self.sign
        return from_poly(poly.left_shift(self.power), order, self.variable)

    @property
    def eta_quotient(self) -> dict[int, int] | None:
        """The powers r_d of prod (q^d; q^d)^r_d over divisors d of the period, or None.

        It is `etamake` of Garvan's qseries.

        >>> EulerProduct((3, -2, 3, 0)).eta_quotient
        {1: -3, 2: 5, 4: -2}
        """
        period = self.period
        if period is None or any(
            a != self.exponents[gcd(n, period) - 1] for n, a in enumerate(self.exponents, 1)
        ):
            return None
        powers: dict[int, int] = {}
        for d in _divisors(period):  # -a_d is the sum of r_e over the divisors e of d
            powers[d] = -self.exponents[d - 1] - sum(r for e, r in powers.items() if d % e == 0)
        return {d: r for d, r in powers.items() if r}

    @property
    def theta_quotient(self) -> dict[int, int | Fraction] | None:
        """The powers e_j of theta(q^j; q^p), 0 < j <= p/2, and e_0 of (q^p; q^p), or None.

        theta(a; b) = (a; b) (b/a; b).  The power of theta(q^(p/2); q^p) = (q^(p/2); q^p)^2 may be
        half an integer.  It is `jacprodmake` of Garvan's qseries.

        >>> EulerProduct((1, 0, 0, 1, 0)).theta_quotient
        {1: -1}
        """
        period, a = self.period, (0, *self.exponents)
        if period is None or any(a[j] != a[period - j] for j in range(1, period)):
            return None
        powers: dict[int, int | Fraction] = {0: -a[period]}
        for j in range(1, (period + 1) // 2):
            powers[j] = -a[j]
        if period % 2 == 0:
            half = Fraction(-a[period // 2], 2)
            powers[period // 2] = int(half) if half.denominator == 1 else half
        return {j: e for j, e in powers.items() if e}

    @property
    def cyclotomic_factors(self) -> dict[int, int] | None:
        """The powers of the cyclotomic polynomials, 1 - q for the first, in a finite product.

        >>> EulerProduct((1, -1), periodic=False).cyclotomic_factors
        {2: 1}
        """
        if self.periodic:
            return None
        powers: dict[int, int] = {}
        for n, a in enumerate(self.exponents, 1):
            if a:  # 1 - q^n is the product of those of the divisors of n
                for d in _divisors(n):
                    powers[d] = powers.get(d, 0) - a
        return {d: m for d, m in sorted(powers.items()) if m}

    def _factors(self) -> list[Factor]:
        """Return the product as it is written: eta quotient, Pochhammer symbols, or factors."""
        if not self.periodic:
            return [((n,), 0, -a) for n, a in enumerate(self.exponents, 1) if a]
        eta = self.eta_quotient
        if eta is not None:
            return [((d,), d, r) for d, r in eta.items()]
        grouped: dict[int, list[int]] = {}
        for n, a in enumerate(self.exponents, 1):
            if a:
                grouped.setdefault(-a, []).append(n)
        return [(tuple(n), len(self.exponents), e) for e, n in grouped.items()]

    def __str__(self) -> str:
        above = [self._written(f) for f in self._factors() if f[2] > 0]
        below = [self._written(f) for f in self._factors() if f[2] < 0]
        if self.power:
            above.insert(0, _raised(self.variable, self.power))
        text = ("-" if self.sign < 0 else "") + (" ".join(above) or "1")
        if not below:
            return text
        return f"{text}/{below[0]}" if len(below) == 1 else f"{text}/({' '.join(below)})"

    def _written(self, factor: Factor) -> str:
        powers, base, exponent = factor
        q = self.variable
        if not base:
            return _raised(f"(1 - {_raised(q, powers[0])})", abs(exponent))
        inside = ", ".join(_raised(q, k) for k in powers)
        return _raised(f"({inside}; {_raised(q, base)})_inf", abs(exponent))

    def to_latex(self) -> str:
        r"""Return the product as LaTeX, without dollar signs.

        >>> print(EulerProduct((1, 0, 0, 1, 0)).to_latex())
        \frac{1}{(q, q^{4}; q^{5})_\infty}
        """
        above = [self._in_latex(f) for f in self._factors() if f[2] > 0]
        below = [self._in_latex(f) for f in self._factors() if f[2] < 0]
        if self.power:
            above.insert(0, _braced(self.variable, self.power))
        sign, over = "-" if self.sign < 0 else "", r" \, ".join(above) or "1"
        under = r" \, ".join(below)
        return sign + (rf"\frac{{{over}}}{{{under}}}" if below else over)

    def _in_latex(self, factor: Factor) -> str:
        powers, base, exponent = factor
        q, power = self.variable, "" if abs(exponent) == 1 else f"^{{{digits(abs(exponent))}}}"
        if not base:
            return f"(1 - {_braced(q, powers[0])}){power}"
        inside = ", ".join(_braced(q, k) for k in powers)
        return rf"({inside}; {_braced(q, base)})_\infty{power}"

    def _repr_latex_(self) -> str:
        return f"${self.to_latex()}$"

    def __repr__(self) -> str:
        listed = ", ".join(map(digits, self.exponents))
        said = [f"({listed},)" if len(self.exponents) == 1 else f"({listed})"]
        for name, usual in (("periodic", True), ("sign", 1), ("power", 0), ("variable", "q")):
            if (value := getattr(self, name)) != usual:
                said.append(f"{name}={exact_repr(value)}")
        return f"EulerProduct({', '.join(said)})"

    def to_sympy(self) -> Expr:
        """Return the product as a sympy expression, infinite products over n unevaluated.

        >>> EulerProduct((0, 1)).to_sympy()
        1/Product(1 - q**(2*n), (n, 1, oo))
        """
        from sympy import Integer, Mul, Product, Symbol, oo

        require_steps(10**6 * len(self.exponents), "terms of a sympy expression")
        q, n = Symbol(self.variable), Symbol("n", integer=True, positive=True)
        pieces: list[Any] = [Integer(self.sign), q**self.power]
        for powers, base, exponent in self._factors():
            for k in powers:
                piece = Product(1 - q ** (base * n - (base - k)), (n, 1, oo)) if base else 1 - q**k
                pieces.append(piece ** Integer(exponent))
        return Mul(*pieces)


def _divisors(n: int) -> list[int]:
    return [d for d in range(1, n + 1) if n % d == 0]


def _raised(base: str, exponent: int) -> str:
    return base if exponent == 1 else f"{base}^{digits(exponent)}"


def _braced(base: str, exponent: int) -> str:
    return base if exponent == 1 else f"{base}^{{{digits(exponent)}}}"
