"""Whether sum_i p_i(q, X) w_i(q, X) = 0 in Z[q, X], decided from the definition, exactly.

Of a cylindric partition of profile c and parts at most m take off the parts equal to m, f_i of them
in row i.  Where no more are taken than all rows have to spare, min f = 0, and

    c' = c + (f_{i-1} - f_i)_i,    N_{c,m} = sum over such f of q^{m |f|} N_{c',m-1}

so that N_{c,n+i} = w_i(q^n) (N_{o,n})_o with w_i(X) = e_c A(q^i X) .. A(q X), where A(x) has x^|f|
in row c and the column of the orbit of c'.  In Horner's form

    sum_i p_i w_i = (.. ((p_R e_c) A(q^R X) + p_{R-1} e_c) A(q^{R-1} X) + ..) A(q X) + p_0 e_c

there is nothing but shifts and sums.  Nothing of how the p_i were found is used here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flint import fmpz_poly

from cylindric.algebra.bivariate import BivariatePolynomial
from cylindric.objects.orbits import Composition, orbit_of
from termwise.arguments import brief
from termwise.price import require_bytes


def first_coefficient(c: Composition, coefficients: Sequence[BivariatePolynomial]) -> str | None:
    """Return None if sum_i p_i w_i = 0, else a coefficient that is not, in words.

    >>> one, p = BivariatePolynomial([[1]]), BivariatePolynomial([[-1], [0, 0, -1]])
    >>> first_coefficient((1, 0), [p, one])
    'the coefficient of q X in the place of (1,0) is 1'
    >>> first_coefficient((1, 0), [BivariatePolynomial([[-1], [0, -1]]), one])
    """
    order = len(coefficients) - 1
    steps = _steps(orbit_of(c))
    largest = max(e for row in steps.values() for e, _ in row)
    # A polynomial in q and X is one in t, q = t and X = t^base; no power of q reaches the base.
    base = 1 + max(p.degrees[0] for p in coefficients) + largest * order * (order + 1) // 2
    top = 1 + max(p.degrees[1] for p in coefficients) + largest * order
    require_bytes(8 * base * top * len(steps), "the sum of rows")
    row = {orbit: fmpz_poly() for orbit in steps}
    row[orbit_of(c)] = _in_one_variable(coefficients[order], base)
    for i in range(order, 0, -1):
        below = {orbit: fmpz_poly() for orbit in steps}
        for orbit, poly in row.items():
            if poly.degree() >= 0:
                for e, left in steps[orbit]:
                    below[left] += poly.left_shift(e * (base + i))  # (q^i X)^e
        below[orbit_of(c)] += _in_one_variable(coefficients[i - 1], base)
        row = below
    for orbit, poly in row.items():
        for t, value in enumerate(poly.coeffs()):
            if value:
                where = "(" + ",".join(map(str, orbit)) + ")"
                monomial = BivariatePolynomial([[]] * (t // base) + [[0] * (t % base) + [1]])
                return (
                    f"the coefficient of {monomial} in the place of {where} is {brief(int(value))}"
                )
    return None


def _steps(start: Composition) -> dict[Composition, list[tuple[int, Composition]]]:
    """Return for each orbit that is reached the pairs |f| and the orbit of c'."""
    steps: dict[Composition, list[tuple[int, Composition]]] = {}
    queue = [start]
    for orbit in queue:  # grows as it is read
        if orbit not in steps:
            steps[orbit] = [(sum(f), orbit_of(_left(orbit, f))) for f in _losses(orbit)]
            queue += [left for _, left in steps[orbit]]
    return steps


def _losses(c: Composition) -> Iterator[tuple[int, ...]]:
    """Yield every f with min f = 0 for which c' has no negative part: f_i <= c_i + f_{i-1}."""
    begun: list[tuple[int, ...]] = [(first,) for first in range(sum(c) + 1)]
    for part in c[1:]:
        begun = [(*f, more) for f in begun for more in range(min(part + f[-1], sum(c)) + 1)]
    for f in begun:
        if min(f) == 0 and f[0] <= c[0] + f[-1]:
            yield f


def _left(c: Composition, f: tuple[int, ...]) -> Composition:
    return tuple(c[i] + f[i - 1] - f[i] for i in range(len(c)))


def _in_one_variable(p: BivariatePolynomial, base: int) -> fmpz_poly:
    flat: list[int] = []
    for row in p.rows:
        flat += [*row, *[0] * (base - len(row))]
    return fmpz_poly(flat)
