"""Macdonald weights at special q and t, each by a direct formula of its own.

    schur             q = t          W = 1: Borodin's identity
    hall-littlewood   q = 0          read off the multiplicities of the parts
    q-whittaker       t = 0          Gaussian binomials of the differences of rows
    jack              q = t^alpha, t -> 1
    monomial          t = 1          1 for a constant walk, 0 for any other

In a step lam is the larger and mu the smaller partition; steps up bear phi, steps down psi.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import prod
from typing import Any

from cylindric.algebra.qt_parameters import Symbols
from cylindric.algebra.qt_products import QTProduct, require_parameter
from cylindric.objects.cylindric_partitions import CylindricPartition, require_weighable
from cylindric.objects.partitions import Partition
from termwise.doors import door
from termwise.exact import Exact, to_flint, to_python


def schur_weight(c: CylindricPartition) -> QTProduct:
    """Return the weight at q = t, which is 1.

    Source: [Borodin07].

    >>> from cylindric.objects.profiles import Profile
    >>> print(schur_weight(CylindricPartition(Profile("10"), [(1,), ()])))
    1
    """
    return QTProduct()


@door
def hall_littlewood_weight(c: CylindricPartition) -> QTProduct:
    """Return the weight at q = 0, a polynomial in t.

    A step up has the factor 1 - t^{m_i(lam)} for every i with a box of lam/mu in column i and none
    in column i + 1; a step down 1 - t^{m_i(mu)} for every i with none in column i and one in column
    i + 1.  Here m_i counts the parts equal to i.

    Source: [Mac95, III.5]; on the cylinder [CSV11].

    >>> from cylindric.objects.profiles import Profile
    >>> print(hall_littlewood_weight(CylindricPartition(Profile("10"), [(1, 1), (1,)])))
    (1 - t**2)
    """
    exponents: dict[tuple[int, int], int] = {}
    for up, lam, mu in _steps(c):
        multiplicity = (lam if up else mu).count
        columns = {j for row, part in enumerate(lam) for j in range(_row(mu, row), part)}
        for i in range(lam[0] if lam else 0):
            if (i in columns, i + 1 in columns) == (up, not up):
                key = (0, multiplicity(i + 1))
                exponents[key] = exponents.get(key, 0) + 1
    return QTProduct(exponents)


@door
def q_whittaker_weight(c: CylindricPartition) -> QTProduct:
    """Return the weight at t = 0.

        phi = 1/(q; q)_{lam_1 - mu_1}  prod_i [mu_i - mu_{i+1} choose mu_i - lam_{i+1}]_q
        psi = prod_i [lam_i - lam_{i+1} choose lam_i - mu_i]_q

    Source: [Mac95, VI.6] at t = 0.

    >>> from cylindric.objects.profiles import Profile
    >>> print(q_whittaker_weight(CylindricPartition(Profile("10"), [(2,), (1,)])))
    (1 - q**2)/(1 - q)**2
    """
    parts = []
    for up, lam, mu in _steps(c):
        for i, part in enumerate(lam):
            inner, after = _row(mu, i), _row(lam, i + 1)
            if up:
                parts.append(_gaussian(inner - _row(mu, i + 1), inner - after))
            else:
                parts.append(_gaussian(part - after, part - inner))
        if up:
            parts.append(_factorial(_row(lam, 0) - _row(mu, 0)) ** -1)
    return QTProduct.of(parts)


@door
def jack_weight(c: CylindricPartition, alpha: Any) -> Any:
    """Return the limit of the weight for q = t^alpha, t -> 1.

    It is made of b_lam(s) = (alpha a + l + 1) / (alpha a + l + alpha), a and l the arm and the leg
    of s in lam, over the columns C and the rows R that meet a strip:

        phi = prod_{s in C} b_lam(s) / b_mu(s),   psi = prod_{s in R - C} b_mu(s) / b_lam(s).

    Args:
        c: the cylindric partition.
        alpha: an exact number, giving an int or a Fraction, or a sympy expression.

    Raises:
        TypeError: alpha is a float, or nothing of the kind.
        ZeroDivisionError: a factor of some b_lam(s) is 0, which takes alpha <= 0.

    Source: [Mac95, VI.10].

    >>> from cylindric.objects.profiles import Profile
    >>> jack_weight(CylindricPartition(Profile("10"), [(2,), ()]), 2)
    Fraction(3, 8)
    """
    alpha = require_parameter("alpha", alpha)
    exact = isinstance(alpha, Exact)
    a = to_flint(alpha) if exact else alpha
    value = prod((_jack_step(*step, a) for step in _steps(c)), start=a**0)
    return to_python(value) if exact else value


def monomial_weight(c: CylindricPartition) -> QTProduct | None:
    """Return the weight at t = 1: 1 if all mu^k are equal, and None, standing for 0, if not.

    Source: [Mac95, VI.4]: P_lam is the monomial symmetric function.

    >>> from cylindric.objects.profiles import Profile
    >>> monomial_weight(CylindricPartition(Profile("10"), [(2,), ()])) is None
    True
    """
    return QTProduct() if len(set(c.partitions)) == 1 else None


SPECIALISATIONS: dict[str, tuple[Callable[[CylindricPartition], QTProduct | None], Symbols]] = {
    "schur": (schur_weight, Symbols(q=(0, 1))),
    "hall-littlewood": (hall_littlewood_weight, Symbols(q=None)),
    "q-whittaker": (q_whittaker_weight, Symbols(t=None)),
    "monomial": (monomial_weight, Symbols(t=(0, 0))),
}
"""By name: the direct formula, and what it puts for q and t.  Jack's limit stands by itself."""


def _steps(c: CylindricPartition) -> Iterator[tuple[bool, Partition, Partition]]:
    """Yield, for every step, whether it leads up, its larger and its smaller partition."""
    before = require_weighable(c).partitions[-1]
    for letter, after in zip(c.profile.word, c.partitions, strict=True):
        up = letter == "1"
        yield (up, after, before) if up else (up, before, after)
        before = after


def _row(shape: Partition, i: int) -> int:
    return shape[i] if i < len(shape) else 0


def _factorial(n: int) -> QTProduct:
    """Return (q; q)_n."""
    return QTProduct({(k, 0): 1 for k in range(1, n + 1)})


def _gaussian(n: int, k: int) -> QTProduct:
    """Return the Gaussian binomial coefficient [n choose k]_q."""
    return _factorial(n) / (_factorial(k) * _factorial(n - k))


def _jack_step(up: bool, lam: Partition, mu: Partition, alpha: Any) -> Any:
    strip = [(i, j) for i, part in enumerate(lam) for j in range(_row(mu, i), part)]
    columns, rows = {j for _, j in strip}, {i for i, _ in strip}
    value: Any = alpha**0
    for i, part in enumerate(lam):
        for j in range(part):
            if up and j in columns:
                value *= _jack_box(lam, i, j, alpha) / _jack_box(mu, i, j, alpha)
            elif not up and i in rows and j not in columns:
                value *= _jack_box(mu, i, j, alpha) / _jack_box(lam, i, j, alpha)
    return value


def _jack_box(shape: Partition, i: int, j: int, alpha: Any) -> Any:
    if j >= _row(shape, i):
        return alpha**0
    arm, leg = shape[i] - j - 1, sum(part > j for part in shape) - i - 1
    above, below = alpha * arm + leg + 1, alpha * (arm + 1) + leg
    if above == 0 or below == 0:  # b stands above and below
        raise ZeroDivisionError(
            f"alpha must keep arm * alpha + leg + 1 and (arm + 1) * alpha + leg from 0, "
            f"got alpha = {alpha}, arm = {arm}, leg = {leg}"
        )
    return above / below
