"""phi, psi and g_m at a point, and the two sides of the cell equation.

For partitions left, right and every size s, with g_m = (t;q)_m / (q;q)_m,

    sum over outer, |outer| = s, of  phi_{outer/left} psi_{outer/right}
        =  sum over (inner, m), |inner| + s = |left| + |right| + m,
               of  psi_{left/inner} phi_{right/inner} g_m.

It is the skew Cauchy identity for one variable on each side, graded by size.  At q = t every weight
is 1, and it counts the two sides of a local rule.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from cylindric.algebra.qt_products import QTProduct
from cylindric.macdonald.pieri import phi, psi
from cylindric.objects.partitions import Partition, interlacing_above, interlacing_below
from cylindric.randomised.points import Point

Origin = tuple[Partition, int]
"""What a cell comes from: inner and the label."""


class CellWeights:
    """The weights of cells at a point, each worked out once.

    >>> weights = CellWeights(Point(2, 3))
    >>> sum(weights.outers(Partition((1,)), Partition((1,)), 2).values())
    4
    >>> sum(weights.inners(Partition((1,)), Partition((1,)), 2).values())
    4
    """

    def __init__(self, point: Point) -> None:
        self.point = point
        self.q, self.t = point.elements()
        self.one = point.element("1", 1)
        self._up: dict[tuple[Partition, Partition], Any] = {}
        self._down: dict[tuple[Partition, Partition], Any] = {}
        self._labels: list[Any] = [self.one]
        self._laws: dict[tuple[str, Partition, Partition, int], dict[Any, Any]] = {}

    def phi(self, outer: Partition, inner: Partition) -> Any:
        """Return phi_{outer/inner}, the weight of a step up."""
        key = outer, inner
        if key not in self._up:
            self._up[key] = strip_up(outer, inner).at(self.q, self.t)
        return self._up[key]

    def psi(self, outer: Partition, inner: Partition) -> Any:
        """Return psi_{outer/inner}, the weight of a step down."""
        key = outer, inner
        if key not in self._down:
            self._down[key] = strip_down(outer, inner).at(self.q, self.t)
        return self._down[key]

    def g(self, label: int) -> Any:
        """Return g_m = (t;q)_m / (q;q)_m, the weight of a label."""
        for m in range(len(self._labels), label + 1):
            self._labels.append(self._labels[-1] * label_step(m).at(self.q, self.t))
        return self._labels[label]

    def of_walk(self, word: str, walk: tuple[Partition, ...]) -> Any:
        """Return W_c, phi and psi of the steps; the walk is mu^0, .., mu^{T-1}."""
        weight = self.one
        for k, letter in enumerate(word):
            before, after = walk[k], walk[(k + 1) % len(word)]
            weight *= self.phi(after, before) if letter == "1" else self.psi(before, after)
        return weight

    def outers(self, left: Partition, right: Partition, size: int) -> dict[Partition, Any]:
        """Return phi_{outer/left} psi_{outer/right} of every outer of a size."""
        return {
            outer: self.phi(outer, left) * self.psi(outer, right)
            for outer in outers(left, right, size)
        }

    def inners(self, left: Partition, right: Partition, size: int) -> dict[Origin, Any]:
        """Return psi_{left/inner} phi_{right/inner} g_m of all origins of an outer of a size."""
        return {
            (inner, m): self.psi(left, inner) * self.phi(right, inner) * self.g(m)
            for inner, m in inners(left, right, size)
        }

    def law(self, side: str, left: Partition, right: Partition, size: int) -> dict[Any, Any]:
        """Return the weights of a side of the cell equation, divided by their sum.

        Args:
            side: "outers" or "inners".

        Raises:
            ZeroDivisionError: the sum is 0.

        >>> CellWeights(Point(2, 3)).law("outers", Partition(), Partition(), 1)
        {Partition((1,)): 1}
        """
        key = side, left, right, size
        if key not in self._laws:
            values = (self.outers if side == "outers" else self.inners)(left, right, size)
            whole = sum(values.values(), 0 * self.one)
            if values and whole == 0:
                raise ZeroDivisionError(
                    f"q, t must keep the sum of the weights of a cell from 0, got 0 over the "
                    f"{side} at left={left} right={right} |outer|={size}, {self.point}"
                )
            self._laws[key] = {end: value / whole for end, value in values.items()}
        return self._laws[key]


def outers(left: Partition, right: Partition, size: int) -> list[Partition]:
    """Return every outer of a size, with horizontal strips over left and right.

    >>> [str(outer) for outer in outers(Partition((1,)), Partition((2,)), 3)]
    ['(3)', '(2,1)']
    """
    return [outer for outer in interlacing_above(left, size) if right.interlaces(outer)]


def inners(left: Partition, right: Partition, size: int) -> list[Origin]:
    """Return every (inner, m) that an outer of a size may come from.

    >>> [(str(inner), m) for inner, m in inners(Partition((1,)), Partition((2,)), 3)]
    [('∅', 0), ('(1)', 1)]
    """
    spare = size - sum(left) - sum(right)
    return [
        (inner, spare + sum(inner))
        for inner in interlacing_below(left)
        if spare + sum(inner) >= 0 and inner.interlaces(right)
    ]


@lru_cache(maxsize=2**17)
def strip_up(outer: Partition, inner: Partition) -> QTProduct:
    """Return phi, kept: the points modulo primes share it.

    >>> print(strip_up(Partition((1,)), Partition()))
    (1 - t)/(1 - q)
    """
    return phi(outer, inner)


@lru_cache(maxsize=2**17)
def strip_down(outer: Partition, inner: Partition) -> QTProduct:
    """Return psi, kept likewise.

    >>> print(strip_down(Partition((1,)), Partition()))
    1
    """
    return psi(outer, inner)


def label_step(m: int) -> QTProduct:
    """Return g_m / g_{m-1}.

    >>> print(label_step(2))
    (1 - q*t)/(1 - q**2)
    """
    return QTProduct({(m - 1, 1): 1, (m, 0): -1})


@lru_cache(maxsize=32)
def weights_at(point: Point) -> CellWeights:
    """Return the weights at a point; the last few points are kept.

    >>> weights_at(Point(2, 3)) is weights_at(Point(2, 3))
    True
    """
    return CellWeights(point)
