"""Cylindric partitions with rows of at most b parts: Gessel and Krattenthaler's determinants.

Row i, moved by mu_i = c_{i+1} + .. + c_r, is a path of b horizontal steps, at the heights of its
parts, from (mu_i - i, m - i) down to (lam_i - i, -i), lam_i = mu_i + b; the rows fit if and only if
the paths, repeated with the translation (-T, -r), do not meet.  Exchanging ends of paths that meet
leaves the sum over affine permutations i -> s(i) + r k_i, k_1 + .. + k_r = 0,

    sum_{s, k} sgn(s) q^e prod_i [h_i + m_i, h_i],    h_i = lam_s(i) - s(i) - T k_i - mu_i + i
                                                    m_i = m - i + s(i) + r k_i
    e = sum_i ( i b - (s(i) + r k_i) h_i + r k_i (lam_s(i) - s(i)) - r T k_i^2 / 2 )

of which the s make a determinant for each k; without a bound m on the parts the binomials become
1/(q)_{h_i}.  The exponent comes from measuring heights from the line along the translation, which
an exchange of ends does not change.

Source: [GK97]; rederived.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, permutations
from math import factorial, prod

from flint import fmpz_poly

from cylindric.algebra.power_series import divide, divide_by_one_minus
from termwise.price import require_bytes, require_steps

Composition = tuple[int, ...]


def bounded_rows_series(
    composition: Composition, bound: int, order: int, *, largest: int | None = None
) -> fmpz_poly:
    """Return the series of the cylindric partitions with at most `bound` parts in each row.

    Args:
        composition: c.
        bound: b, at least 0.
        order: how many coefficients.
        largest: m, a bound for the parts; by default there is none.

    >>> bounded_rows_series((2, 1), 1, 6)
    6*x^5 + 5*x^4 + 4*x^3 + 3*x^2 + 2*x + 1
    """
    rank, period = len(composition), len(composition) + sum(composition)
    bound = min(bound, order)  # a row of more parts is too heavy
    m = None if largest is None else min(largest, order)
    shifts = list(accumulate(reversed(composition[1:]), initial=0))[::-1]
    factors = _Factors(order)
    many = (2 * rank * (bound // period + 2)) ** (rank - 1) * factorial(rank)
    require_steps(many * 500 * (1 + order // 20), "steps of determinants")
    total = fmpz_poly()
    for s in permutations(range(1, rank + 1)):
        ends = [shifts[at - 1] + bound - at for at in s]
        reach = [end - shifts[i - 1] + i for i, end in enumerate(ends, 1)]
        sign = 1 if sum(a > b for i, b in enumerate(s) for a in s[:i]) % 2 == 0 else -1
        for k in _sums_to_zero([r // period for r in reach]):
            steps = [r - period * x for r, x in zip(reach, k, strict=True)]
            exponent = bound * rank * (rank + 1) // 2 - rank * period * sum(x * x for x in k) // 2
            for at, x, end, h in zip(s, k, ends, steps, strict=True):
                exponent += rank * x * end - (at + rank * x) * h
            drops = [
                None if m is None else m - i + at + rank * x
                for i, (at, x) in enumerate(zip(s, k, strict=True), 1)
            ]
            if exponent < order and all(drop is None or drop >= 0 for drop in drops):
                term = prod(
                    (factors(h, drop) for h, drop in zip(steps, drops, strict=True)),
                    start=fmpz_poly([1]),
                )
                total += sign * _shifted(term, exponent, order)
    return total


def _shifted(term: fmpz_poly, exponent: int, order: int) -> fmpz_poly:
    """Return q^exponent times the term; no power is negative, or the identity is wrong."""
    if exponent < 0:
        raise ArithmeticError(f"a determinant has the power q^{exponent}: a bug")
    return term.truncate(order - exponent).left_shift(exponent)


def _sums_to_zero(most: list[int]) -> Iterator[list[int]]:
    """Yield the integers k with k_i <= most_i of sum zero."""
    if len(most) == 1:
        if most[0] >= 0:
            yield [0]
        return
    others = sum(most[1:])
    for first in range(-others, most[0] + 1):
        for rest in _sums_to_zero([most[1] + first, *most[2:]]):
            yield [first, rest[0] - first, *rest[1:]]


class _Factors:
    """1/(q)_h and [h + d, h] to an order, kept as they are made."""

    def __init__(self, order: int) -> None:
        require_bytes(64 * order**2, "the factors of determinants")
        self.order = order
        self.inverses = [fmpz_poly([1])]
        self.binomials: dict[tuple[int, int], fmpz_poly] = {}

    def __call__(self, h: int, drop: int | None) -> fmpz_poly:
        if drop is None:
            return self._over(h)
        if (h, drop) not in self.binomials:
            # [h + d, h] = 1/(q)_h / (1/(q)_{h+d}) * 1/(q)_d
            above = self._over(h).mul_low(self._over(drop), self.order)
            self.binomials[h, drop] = divide(above, self._over(h + drop), self.order)
        return self.binomials[h, drop]

    def _over(self, h: int) -> fmpz_poly:
        h = min(h, self.order)
        while len(self.inverses) <= h:
            n = len(self.inverses)
            self.inverses.append(divide_by_one_minus(self.inverses[-1], n, self.order))
        return self.inverses[h]
