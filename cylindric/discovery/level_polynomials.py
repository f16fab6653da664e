"""The polynomials of one profile, from its layers: divisions, differences, sums over m.

All are exact, in FLINT; what they mean is said in `cylindric.discovery.levels`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from flint import fmpz_poly

from cylindric.algebra.polynomials import Polynomial, to_flint
from cylindric.algebra.power_series import divide_by_one_minus
from cylindric.algebra.series import Series, from_poly
from termwise.arguments import brief, require_integer, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.price import require_bytes, require_steps


@dataclass(frozen=True)
class Layer(Storable):
    """The partitions of a profile with parts at most m: F_{c,m} = N_{c,m} / (q^r; q^r)_m, exactly.

    Args:
        N: the polynomial N_{c,m}, which counts those without a value that every row has.
        rank: r.
        m: the largest part that is allowed.

    >>> layer = Layer(Polynomial([1, 2, 1]), 2, 1)
    >>> print(layer)
    (1 + 2*q + q**2)/(q^2; q^2)_1
    >>> print(layer.F(5))
    1 + 2*q + 2*q**2 + 2*q**3 + 2*q**4 + O(q**5)
    """

    N: Polynomial
    rank: int
    m: int

    def __post_init__(self) -> None:
        if not isinstance(self.N, Polynomial):
            raise TypeError(f"N must be a Polynomial, got {shown(self.N)}")
        require_integer("rank", self.rank, 1)
        require_integer("m", self.m, 0)

    @door
    def F(self, order: int) -> Series:  # noqa: N802
        """Return F_{c,m} as a series in q, to an order."""
        require_integer("order", order, 1)
        require_bytes(64 * order, f"{shown(order)} coefficients")
        factors = min(self.m, order // self.rank)
        require_steps(20 * factors * order, "divisions of coefficients")
        quotient = to_flint(self.N).truncate(order)
        for k in range(1, factors + 1):
            quotient = divide_by_one_minus(quotient, self.rank * k, order)
        return from_poly(quotient, order, self.N.variable)

    def __str__(self) -> str:
        base = f"q^{brief(self.rank)}"
        return f"({self.N})/({base}; {base})_{brief(self.m)}"

    def to_latex(self) -> str:
        """Return the fraction as LaTeX, without dollar signs."""
        base = f"q^{{{brief(self.rank)}}}"
        return rf"\frac{{{self.N.to_latex()}}}{{({base}; {base})_{{{brief(self.m)}}}}}"

    def _repr_latex_(self) -> str:
        return f"${self.to_latex()}$"


def pochhammer(base: int, n: int) -> fmpz_poly:
    """Return (q^b; q^b)_n."""
    product = fmpz_poly([1])
    for k in range(1, n + 1):
        product -= product.left_shift(base * k)
    return product


def index_quotient(above: int, below: int, n: int) -> fmpz_poly:
    """Return (q^a; q^a)_n / (q^b; q^b)_n for b that divides a: factors 1 + q^{bk} + q^{2bk} + .."""
    product = fmpz_poly([1])
    for k in range(1, n + 1):
        total = fmpz_poly()
        for i in range(above // below):
            total += product.left_shift(below * k * i)
        product = total
    return product


def differences(bounded: list[fmpz_poly]) -> list[fmpz_poly]:
    """Return Q_0, .., Q_n for G = 1: H^{j+1}_m = H^j_{m+1} - q^j H^j_m, and Q_j = H^j_0."""
    found, row = [], list(bounded)
    for j in range(len(bounded)):
        found.append(row[0])
        row = [b - a.left_shift(j) for a, b in pairwise(row)]
    return found


def alternating(bounded: list[fmpz_poly], common: int) -> list[fmpz_poly]:
    """Return Q_0, .., Q_n by the sum over m; binomials are in q^G."""
    found = []
    binomials = [fmpz_poly([1])]
    factors = [index_quotient(common, 1, k) for k in range(len(bounded))]
    for n in range(len(bounded)):
        total = fmpz_poly()
        for m in range(n + 1):
            k = n - m
            term = (binomials[m] * factors[k] * bounded[m]).left_shift(k * (k - 1) // 2)
            total = total - term if k % 2 else total + term
        found.append(total)
        binomials = [  # [n + 1, m] = [n, m - 1] + q^m [n, m]
            (binomials[m - 1] if m else fmpz_poly())
            + (binomials[m].left_shift(common * m) if m <= n else fmpz_poly())
            for m in range(n + 2)
        ]
    return found
