"""Macdonald weights step by step: the coefficients phi and psi of the Pieri rules.

For a box s of a partition lam, with arm a and leg l,

    b_lam(s) = (1 - q^a t^{l+1}) / (1 - q^{a+1} t^l),        b_lam(s) = 1 if s is not in lam.

For a horizontal strip lam/mu let C be the columns that meet it and R the rows that meet it:

    phi_{lam/mu} = prod_{s in C} b_lam(s) / b_mu(s)
    psi_{lam/mu} = prod_{s in R - C} b_mu(s) / b_lam(s)        [Mac95, VI.6]

A cylindric partition has the product of phi over its up steps and of psi over its down steps:

    W_c = prod_{pi_k = 1} phi_{mu^k / mu^{k-1}}  prod_{pi_k = 0} psi_{mu^{k-1} / mu^k}   [Langer12]

Here phi and psi are taken in the form with f(u) = (t u; q)_oo / (q u; q)_oo over pairs of rows,
whose factors come in runs as long as the strip.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cylindric.algebra.qt_products import Factor, QTProduct
from cylindric.objects.cylindric_partitions import LONGEST_ROW, CylindricPartition
from cylindric.objects.partitions import Partition
from termwise.arguments import brief, shown
from termwise.doors import door


@door
def b(shape: Iterable[int]) -> QTProduct:
    """Return b_lam, the product of b_lam(s) over the boxes s of a partition.

    b_lam = <P_lam, P_lam>^{-1} for Macdonald's scalar product.

    Args:
        shape: the partition lam.

    Raises:
        TypeError, ValueError: shape is no partition.

    Source: [Mac95, VI.6].

    >>> print(b((2,)))
    (1 - t)*(1 - q*t)/((1 - q)*(1 - q**2))
    """
    lam = Partition(shape)
    columns = lam.conjugate()
    exponents: Counter[Factor] = Counter()
    for i, part in enumerate(lam):
        for j in range(part):
            arm, leg = part - j - 1, columns[j] - i - 1
            exponents[arm, leg + 1] += 1
            exponents[arm + 1, leg] -= 1
    return QTProduct(exponents)


@door
def phi(outer: Iterable[int], inner: Iterable[int]) -> QTProduct:
    """Return phi_{outer/inner}, the coefficient of P_outer in P_inner g_r.

        prod_{i <= j <= len(lam)} f(q^{lam_i - lam_j} t^{j-i}) f(q^{mu_i - mu_{j+1}} t^{j-i})
                                / f(q^{lam_i - mu_j} t^{j-i}) f(q^{mu_i - lam_{j+1}} t^{j-i})

    Args:
        outer, inner: partitions lam and mu with lam/mu a horizontal strip.

    Raises:
        TypeError: a part is no integer.
        ValueError: outer/inner is not a horizontal strip.

    Source: [Mac95, VI.6].

    >>> print(phi((2, 1), (1,)))
    (1 - t)*(1 - q*t**2)/((1 - q)*(1 - q**2*t))
    """
    lam, mu = _strip(outer, inner)
    rows = len(lam)
    exponents: Counter[Factor] = Counter()
    below = (*mu, 0, 0)
    above = (*lam, 0)
    # Only rows j that the strip meets, or that lie above such a row, have factors.
    for j in range(rows):
        if lam[j] == below[j] and above[j + 1] == below[j + 1]:
            continue
        for i in range(j + 1):
            _run(exponents, lam[i] - lam[j], lam[i] - below[j], j - i, 1)
            _run(exponents, below[i] - above[j + 1], below[i] - below[j + 1], j - i, -1)
    return QTProduct(exponents)


@door
def psi(outer: Iterable[int], inner: Iterable[int]) -> QTProduct:
    """Return psi_{outer/inner}, the one-variable skew polynomial P_{outer/inner}(1).

        prod_{i <= j <= len(mu)} f(q^{mu_i - mu_j} t^{j-i}) f(q^{lam_i - lam_{j+1}} t^{j-i})
                               / f(q^{lam_i - mu_j} t^{j-i}) f(q^{mu_i - lam_{j+1}} t^{j-i})

    Args:
        outer, inner: partitions lam and mu with lam/mu a horizontal strip.

    Raises:
        TypeError: a part is no integer.
        ValueError: outer/inner is not a horizontal strip.

    Source: [Mac95, VI.6].

    >>> print(psi((2,), (1,)))
    (1 - t)*(1 - q**2)/((1 - q)*(1 - q*t))
    """
    lam, mu = _strip(outer, inner)
    exponents: Counter[Factor] = Counter()
    above = (*lam, 0)
    for i in range(len(mu)):
        if lam[i] > mu[i]:
            for j in range(i, len(mu)):
                _run(exponents, mu[i] - mu[j], lam[i] - mu[j], j - i, 1)
                _run(exponents, mu[i] - above[j + 1], lam[i] - above[j + 1], j - i, -1)
    return QTProduct(exponents)


def step_factors(c: CylindricPartition) -> Iterator[tuple[str, QTProduct]]:
    """Yield phi or psi of every step of a cylindric partition, by name.

    >>> from cylindric.objects.profiles import Profile
    >>> for name, factor in step_factors(CylindricPartition(Profile("10"), [(2,), (1,)])):
    ...     print(name, "=", factor)
    phi[(2)/(1)] = (1 - t)/(1 - q)
    psi[(2)/(1)] = (1 - t)*(1 - q**2)/((1 - q)*(1 - q*t))
    """
    before = c.partitions[-1]
    for letter, after in zip(c.profile.word, c.partitions, strict=True):
        if letter == "1":
            yield f"phi[{after}/{before}]", phi(after, before)
        else:
            yield f"psi[{before}/{after}]", psi(before, after)
        before = after


def _run(exponents: Counter[Factor], first: int, last: int, rows: int, sign: int) -> None:
    """Multiply by (f(q^first t^rows) / f(q^last t^rows))^sign, first <= last."""
    for a in range(first, last):
        exponents[a, rows + 1] += sign
        exponents[a + 1, rows] -= sign


def _strip(outer: Iterable[int], inner: Iterable[int]) -> tuple[Partition, Partition]:
    lam, mu = Partition(outer), Partition(inner)
    if lam and lam[0] > LONGEST_ROW:
        raise ValueError(f"outer must have rows of at most {LONGEST_ROW}, got {shown(lam[0])}")
    if not mu.interlaces(lam):
        raise ValueError(f"outer/inner must be a horizontal strip, got {brief(lam)}/{brief(mu)}")
    return lam, mu
