"""How large the rational functions of a flow by the rule INDEPENDENT can be.

Every phi, psi and g_m is a quotient u/v of products of factors 1 - q^a t^b; of finitely many of
them, M is the least common multiple of the v.

A cell.  For left, right and the size of outer let N be a side of the cell equation, M N = A the sum
of the polynomials p_i = M u_i / v_i.  Their degrees are at most some d, and their norms (the sum of
the absolute coefficients, at most doubled by a factor) at most h together.  The probabilities are
p_i / A, and the norm of A is at most h as well.

A flow.  Start from objects c of one group (all |mu^k| given) with weights W_c = w_c / M_W.  A path
meets, at each of the places (turn, corner), one cell at most.  So with the product A* over all
places and all the cells that some path meets there,

    M_W A* sum over c of W_c Q(c -> (nu, labels))

is a polynomial, a sum over c and the paths of w_c prod p_i prod (the other A).  Its degree is at
most d_W + d*, d* the sum of the d; its norm is at most h_W h*, h* the product of the h, because at
every place the norms of the p_i add up to h at most.  With prod_b g_{m_b} = u/v the polynomial

    F = v M_W A* (sum over c of W_c Q(c -> (nu, labels)) - prod_b g_{m_b})

is of degree at most D = d* + max(d_W + deg v, deg u + deg M_W), and has coefficients of at most
B = log2(h*) + 1 + max(log2(h_W) + #v, #u + #M_W) bits, # the number of factors.  Back, from pairs
to objects, the two sides change their parts; the paths are the same, reversed, because P and Q of
the rule have the same support.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log2
from typing import NamedTuple

from cylindric.algebra.qt_products import Factor, QTProduct
from cylindric.objects.decompositions import Decomposition
from cylindric.objects.partitions import Partition
from cylindric.objects.profiles import Profile
from cylindric.randomised.cell_weights import inners, label_step, outers, strip_down, strip_up
from cylindric.randomised.flows import Walk, turn_of

Corner = tuple[Partition, Partition, int]
"""left, right and the size of outer."""


class Bound(NamedTuple):
    """A bound of the degree of a polynomial, and of log2 of its norm."""

    degree: int
    bits: float

    def __add__(self, other: tuple[float, ...]) -> Bound:  # type: ignore[override]
        """Return the bound of a product."""
        return Bound(self.degree + int(other[0]), self.bits + other[1])


class Sides(NamedTuple):
    """Bounds of the two ways through a cell, or of the two statements of a group."""

    peel: Bound
    build: Bound

    def both(self) -> Bound:
        """Return what bounds either."""
        return Bound(max(b.degree for b in self), max(b.bits for b in self))


def over_one_denominator(terms: Sequence[QTProduct]) -> tuple[Bound, QTProduct]:
    """Return bounds of the terms times M, degrees one by one and norms together, and M.

    >>> over_one_denominator([QTProduct({(0, 1): 1, (1, 0): -1}), QTProduct()])
    (Bound(degree=1, bits=2.0), QTProduct({(1, 0): 1}))
    """
    below: dict[Factor, int] = {}
    for term in terms:
        for factor, e in term.factors.items():
            below[factor] = max(below.get(factor, 0), -e)
    common = QTProduct(below)
    sizes = [size_of(term * common) for term in terms]
    norm = log2(sum(2**number for _, number in sizes))
    return Bound(max(degree for degree, _ in sizes), norm), common


def size_of(product: QTProduct) -> tuple[int, int]:
    """Return the degree of the numerator of a product, and the number of its factors.

    >>> size_of(QTProduct({(2, 1): 2, (1, 0): -1}))
    (6, 2)
    """
    above = [((a + b) * e, e) for (a, b), e in product.factors.items() if e > 0]
    return sum(degree for degree, _ in above), sum(e for _, e in above)


@lru_cache(maxsize=2**17)
def cell_bounds(left: Partition, right: Partition, size: int) -> Sides:
    """Return bounds of A, over the inner and over the outer corners.

    >>> cell_bounds(Partition(), Partition(), 1)
    Sides(peel=Bound(degree=1, bits=1.0), build=Bound(degree=1, bits=1.0))
    """
    peel = [
        QTProduct.of([strip_down(left, inner), strip_up(right, inner), label_weight(m)])
        for inner, m in inners(left, right, size)
    ]
    build = [
        strip_up(outer, left) * strip_down(outer, right) for outer in outers(left, right, size)
    ]
    return Sides(over_one_denominator(peel)[0], over_one_denominator(build)[0])


def label_weight(label: int) -> QTProduct:
    """Return g_m.

    >>> print(label_weight(2))
    (1 - t)*(1 - q*t)/((1 - q)*(1 - q**2))
    """
    return QTProduct.of(label_step(m) for m in range(1, label + 1))


def walk_weight(word: str, walk: Walk) -> QTProduct:
    """Return W_c of a walk mu^0, .., mu^{T-1}.

    >>> print(walk_weight("10", (Partition(), Partition((1,)))))
    (1 - t)/(1 - q)
    """
    steps = zip(word, walk, (*walk[1:], walk[0]), strict=True)
    return QTProduct.of(
        strip_up(after, before) if letter == "1" else strip_down(before, after)
        for letter, before, after in steps
    )


def corners_met(profile: Profile, walks: Iterable[Walk]) -> Iterator[set[Corner]]:
    """Yield, for each place in the order of peeling, the cells that some path meets there.

    >>> for corners in corners_met(Profile("10"), [(Partition(), Partition((1,)))]):
    ...     print(corners)
    {(Partition(()), Partition(()), 1)}
    """
    turn, n = turn_of(profile), 0
    while walks := {walk for walk in walks if walk.count(walk[0]) < len(walk)}:
        n += 1
        for at, _, _ in turn:
            k = (at + (n - 1) * profile.rank) % profile.period
            corner = {
                walk: (walk[k - 1], walk[(k + 1) % profile.period], sum(walk[k])) for walk in walks
            }
            walks = {
                (*walk[:k], inner, *walk[k + 1 :])
                for walk, cell in corner.items()
                for inner, _ in inners(*cell)
            }
            yield set(corner.values())


def group_bounds(
    profile: Profile, walks: Sequence[Walk], pairs: Sequence[Decomposition]
) -> tuple[Sides, set[Corner]]:
    """Return (D, B) of both statements about the objects and the pairs of one group, and its cells.

    >>> pair = Decomposition((), {(1, 2, 1): 1})
    >>> bounds, _ = group_bounds(Profile("10"), [(Partition(), Partition((1,)))], [pair])
    >>> bounds.both()
    Bound(degree=3, bits=4.0)
    """
    cells: set[Corner] = set()
    peel = build = Bound(0, 0)
    for met in corners_met(profile, walks):
        cells |= met
        for cell in met:
            peel += cell_bounds(*cell).peel
            build += cell_bounds(*cell).build
    weights = [walk_weight(profile.word, walk) for walk in walks]
    labels = [QTProduct.of(map(label_weight, pair.labels.values())) for pair in pairs]
    return Sides(peel + _difference(weights, labels), build + _difference(labels, weights)), cells


def _difference(starts: Sequence[QTProduct], claims: Sequence[QTProduct]) -> Bound:
    """Return what D and B are besides d* and log2(h*)."""
    sum_of, common = over_one_denominator(starts)
    degree, factors = size_of(common)
    ends = [(size_of(claim), size_of(claim**-1)) for claim in claims]
    return Bound(
        max(max(sum_of.degree + v[0], u[0] + degree) for u, v in ends),
        1 + max(max(sum_of.bits + v[1], u[1] + factors) for u, v in ends),
    )
