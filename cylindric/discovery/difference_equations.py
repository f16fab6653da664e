r"""The q-difference equations of F_c(z) and G_c(z) = (zq; q)_inf F_c(z), from the recurrence.

Let sum_i p_i(q, q^n) N_{c,n+i} = 0 be the recurrence of N_{c,n} = (q^r; q^r)_n F_{c,n}.  Divided by
(q^r; q^r)_n it is one of F_{c,n}, with P_i(q, X) = p_i(q, X) prod_{j=1..i} (1 - q^{rj} X^r).  It
holds for every integer n if F_{c,n} = 0 for n < 0: where n = -j and n + i >= 0, the factor of j is
zero.  So with P_i = sum_k P_{i,k}(q) X^k, and times z^{n+R}, summed over n,

    sum_k s_k(q, z) F_c(z q^k) / (1 - z q^k) = 0,    s_k = sum_i P_{i,k} q^{-ik} z^{R-i},

since sum_n F_{c,n} z^n = F_c(z) / (1 - z) = G_c(z) / (z; q)_inf, and therefore

    sum_k s_k(q, z) (z; q)_k G_c(z q^k) = 0.

The s_k are made polynomials without a common factor.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flint import fmpz_mpoly, fmpz_mpoly_ctx, fmpz_poly

from cylindric.algebra.bivariate import BivariatePolynomial, linear_combination
from cylindric.discovery.recurrences import SHOWN, Recurrence
from cylindric.objects.orbits import Composition
from cylindric.objects.profiles import Profile
from cylindric.sums.corteel_welsh import corteel_welsh_series
from termwise.arguments import digits, require_integer, require_iterable, shown
from termwise.claims import Claim
from termwise.doors import door
from termwise.formats import Storable
from termwise.price import require_steps
from termwise.writing import exact_repr

Rows = list[fmpz_poly]
"""A polynomial in z, its coefficients polynomials in q."""


@dataclass(frozen=True, repr=False)
class DifferenceEquation(Storable):
    """The equation sum_k s_k(q, z) u_k = 0, u_k = F_c(z q^k)/(1 - z q^k) or (z; q)_k G_c(z q^k).

    Args:
        composition: c.
        coefficients: s_0, s_1, .., each by powers of z: a list of lists of integers, where
            s[m][j] belongs to q^j z^m.
        of: "F" or "G".

    Raises:
        TypeError: a coefficient is no integer.
        ValueError: no coefficients, or another letter.
    """

    composition: Composition
    coefficients: tuple[BivariatePolynomial, ...]
    of: str

    def __init__(self, composition: Iterable[int], coefficients: Iterable[Any], of: str) -> None:
        parts = require_iterable("composition", composition)
        c = tuple(require_integer("composition", part, 0) for part in parts)
        found = tuple(
            BivariatePolynomial(getattr(s, "rows", s), ("q", "z"))
            for s in require_iterable("coefficients", coefficients)
        )
        if not any(found):
            raise ValueError("coefficients must not all be zero")
        if of not in ("F", "G"):
            raise ValueError(f"of must be 'F' or 'G', got {shown(of)}")
        object.__setattr__(self, "composition", c)
        object.__setattr__(self, "coefficients", found)
        object.__setattr__(self, "of", of)

    @property
    def order(self) -> int:
        """The largest k."""
        return len(self.coefficients) - 1

    def __str__(self) -> str:
        if self.of == "F":
            unknowns = self._unknowns("{name}(z{shift})/(1 - z{shift})", "{}")
        else:
            unknowns = self._unknowns("(z; q)_{k} {name}(z{shift})", "{}")
        return f"{linear_combination(self.coefficients, unknowns)} = 0"

    def _unknowns(self, pattern: str, braces: str) -> list[str]:
        """Write u_0, u_1, ..; exponents and indices of more than one letter stand in braces."""
        letter, low = self.of, f"({','.join(map(digits, self.composition))})"
        name = f"{letter}_{braces.format(low)}"
        shifts = ["", " q", *(f" q^{braces.format(k)}" for k in range(2, self.order + 1))]
        written = [
            pattern.format(name=name, shift=shift, k=braces.format(k))
            for k, shift in enumerate(shifts[: self.order + 1])
        ]
        return [name + "(z)", *written[1:]] if self.of == "G" else written

    def _name(self) -> str:
        return f"{self.of}_({','.join(map(digits, self.composition))})"

    def __repr__(self) -> str:
        composition = exact_repr(self.composition)
        return f"DifferenceEquation({composition}, {list(self.coefficients)!r}, {self.of!r})"

    def to_latex(self) -> str:
        """Return the equation as LaTeX, without dollar signs."""
        if self.of == "F":
            pattern = r"\frac{{{name}(z{shift})}}{{1 - z{shift}}}"
        else:
            pattern = "(z; q)_{k} {name}(z{shift})"
        unknowns = self._unknowns(pattern, "{{{}}}")
        return f"{linear_combination(self.coefficients, unknowns, latex=True)} = 0"

    def _repr_latex_(self) -> str:
        text = self.to_latex()
        if len(text) > SHOWN:
            low = f"({','.join(map(digits, self.composition))})"
            text = rf"{self.of}_{{{low}}}(z): \text{{ order {self.order}}}"
        return f"${text}$"

    def _parts(self) -> dict[str, Any]:
        rows = tuple(s.rows for s in self.coefficients)
        return {"composition": self.composition, "coefficients": rows, "of": self.of}

    @door
    def check(self, order: int) -> Claim:
        """Compare the sum with 0 to an order in q, F_c(z) from the equation of Corteel and Welsh.

        Denominators are cleared first; every power of z is compared.

        Args:
            order: up to q^(order - 1).

        Raises:
            ValueError: an order below 1, or too large a one.

        >>> one = DifferenceEquation((1, 0), [[[-1]], [[0, 1], [1]]], "F")
        >>> one.check(8).verdict
        'REFUTED by z^0: the sum begins with -1 q^0'
        """
        require_integer("order", order, 1)
        shifts = min(self.order, order)
        require_steps(self.order * (shifts + 4) * (order + 9) ** 2 * order, "steps of products")
        unknown = _function(self.composition, order, self.of)
        total: Rows = []
        for k, s in enumerate(self.coefficients):
            term = [p.left_shift(k * m).truncate(order) for m, p in enumerate(unknown)]
            others = range(k) if self.of == "G" else (j for j in range(self.order + 1) if j != k)
            for j in others:
                if j < order:
                    term = _times_one_minus(term, j, order)
            rows = [fmpz_poly(list(row)) for row in s.rows]
            total = _sum(total, _product(rows, term, order))
        bad = next(((m, p) for m, p in enumerate(total) if p.degree() >= 0), None)
        said = None
        if bad is not None:
            j, c = next((j, c) for j, c in enumerate(bad[1].coeffs()) if c)
            said = f"z^{bad[0]}: the sum begins with {c} q^{j}"
        return Claim(
            f"{self._name()}(z) satisfies this equation of order {self.order}",
            f"all powers of z, q^0..q^{order - 1}",
            "checked" if bad is None else "refuted",
            reproduce=f"equation.check({order})",
            counterexample=said,
        )


def difference_equation(
    composition: Composition, recurrence: Recurrence, of: str
) -> DifferenceEquation:
    """Return the equation of F_c or G_c that is the same as a recurrence of N_{c,n}.

    >>> print(difference_equation((1,), Recurrence([[[-1]], [[1]]]), "F"))
    (1 - z) F_(1)(z)/(1 - z) - F_(1)(z q)/(1 - z q) = 0
    """
    rank, order = len(composition), recurrence.order
    ctx = fmpz_mpoly_ctx.get(("q", "z"), "lex")
    terms: dict[int, dict[tuple[int, int], int]] = {}
    for i, p in enumerate(recurrence.coefficients):
        poly = ctx.from_dict({(j, k): c for j, k, c in p.terms()})
        for j in range(1, i + 1):
            poly *= ctx.from_dict({(0, 0): 1, (rank * j, rank): -1})
        for (j, k), c in poly.to_dict().items():
            terms.setdefault(int(k), {})[int(j) - i * int(k), order - i] = int(c)
    least = min(j for found in terms.values() for j, _ in found)
    polys = [
        ctx.from_dict({(j - least, m): c for (j, m), c in terms.get(k, {}).items()})
        for k in range(max(terms) + 1)
    ]
    common: fmpz_mpoly = ctx.from_dict({})
    for poly in polys:
        common = common.gcd(poly)
    return DifferenceEquation(composition, [_rows(poly / common) for poly in polys], of)


def _rows(poly: fmpz_mpoly) -> list[list[int]]:
    found = {(int(j), int(m)): int(c) for (j, m), c in poly.to_dict().items()}
    height = 1 + max((m for _, m in found), default=-1)
    width = 1 + max((j for j, _ in found), default=-1)
    return [[found.get((j, m), 0) for j in range(width)] for m in range(height)]


def _function(composition: Composition, order: int, of: str) -> Rows:
    """Return F_c(z) or G_c(z), to an order in q."""
    series = corteel_welsh_series(Profile.from_composition(composition), order)
    found = [fmpz_poly([series[m, j] for j in range(order)]) for m in range(order)]
    for j in range(1, order) if of == "G" else ():
        found = _times_one_minus(found, j, order)
    return found


def _times_one_minus(rows: Rows, power: int, order: int) -> Rows:
    """Multiply by 1 - z q^power."""
    shifted = [fmpz_poly(), *(p.left_shift(power).truncate(order) for p in rows)]
    return _sum(rows, [-p for p in shifted])


def _product(left: Sequence[fmpz_poly], right: Rows, order: int) -> Rows:
    found = [fmpz_poly() for _ in range(len(left) + len(right))]
    for i, p in enumerate(left):
        for m, other in enumerate(right):
            found[i + m] += p.mul_low(other, order)
    return found


def _sum(left: Rows, right: Rows) -> Rows:
    longest = max(len(left), len(right))
    zeros = [[fmpz_poly()] * (longest - len(rows)) for rows in (left, right)]
    return [a + b for a, b in zip(left + zeros[0], right + zeros[1], strict=True)]
