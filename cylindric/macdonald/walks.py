"""Transfer matrices that carry phi and psi: weights summed over all walks, without listing them.

The series in z that `transfer` carries along have coefficients at an exact point (q, t), or at many
points modulo primes at once.
"""

from __future__ import annotations

import numpy as np
from flint import fmpq, fmpq_poly

from cylindric.algebra.modular_points import Points, Residues
from cylindric.algebra.qt_products import QTProduct
from cylindric.macdonald.pieri import phi, psi
from cylindric.objects.partitions import Partition

Move = tuple[str, Partition, Partition]
"""The letter of a step, and the partitions before and after it."""


class AtNumbers:
    """Series whose coefficients are numbers: the weights at exact q and t.

    >>> walks = AtNumbers(3, fmpq(2), fmpq(3))
    >>> walks.step(walks.one(), "1", Partition(()), Partition((1,)))
    2
    """

    def __init__(self, order: int, q: fmpq, t: fmpq) -> None:
        self.order, self.q, self.t = order, q, t
        self._weights: dict[Move, fmpq] = {}

    def one(self) -> fmpq_poly:
        """Return the series 1."""
        return fmpq_poly([1])

    def step(self, ways: fmpq_poly, letter: str, before: Partition, after: Partition) -> fmpq_poly:
        """Return the series times phi of a step up, or psi of a step down."""
        key = (letter, before, after)
        if key not in self._weights:
            self._weights[key] = _weight(*key).at(self.q, self.t)
        return ways * self._weights[key]

    def add(self, left: fmpq_poly, right: fmpq_poly) -> fmpq_poly:
        """Return the sum."""
        return left + right

    def shift(self, ways: fmpq_poly, size: int) -> fmpq_poly:
        """Return the series times z^size."""
        return ways.left_shift(size).truncate(self.order)

    def coefficients(self, ways: fmpq_poly) -> list[fmpq]:
        """Return the list of the coefficients; polynomials cannot be pickled."""
        return [ways[n] for n in range(self.order)]


class AtPoints:
    """Series whose coefficients are residues at many points, arrays of shape (order, points).

    >>> walks = AtPoints(2, Points([2, 5], [3, 3], 7))
    >>> walks.step(walks.one(), "1", Partition(()), Partition((1,))).tolist()
    [[2, 4], [0, 0]]
    """

    def __init__(self, order: int, points: Points) -> None:
        self.order, self.points = order, points
        self._weights: dict[Move, Residues] = {}

    def one(self) -> Residues:
        """Return the series 1."""
        series = np.zeros((self.order, len(self.points)), np.uint64)
        series[0] = 1
        return series

    def step(self, ways: Residues, letter: str, before: Partition, after: Partition) -> Residues:
        """Return the series times phi of a step up, or psi of a step down."""
        key = (letter, before, after)
        if key not in self._weights:
            self._weights[key] = self.points.value(_weight(*key))
        return ways * self._weights[key] % self.points.modulus

    def add(self, left: Residues, right: Residues) -> Residues:
        """Return the sum."""
        return (left + right) % self.points.modulus

    def shift(self, ways: Residues, size: int) -> Residues:
        """Return the series times z^size."""
        moved = np.zeros_like(ways)
        moved[size:] = ways[: self.order - size]
        return moved

    def coefficients(self, ways: Residues) -> Residues:
        """Return the array itself."""
        return ways


def _weight(letter: str, before: Partition, after: Partition) -> QTProduct:
    return phi(after, before) if letter == "1" else psi(before, after)
