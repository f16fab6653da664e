"""The rows w_i(X) = e_c A(q^i X) .. A(q X) of a level at numbers q and X, and what depends on what.

A_{o,o'}(x) is the sum over c' in the orbit o' of x^{E(c,c')}, c in o.  With X = s q^j for all j at
once, A is wanted at the numbers s, s q, s q^2, .. only.
"""

from __future__ import annotations

from itertools import accumulate

from flint import nmod_mat

from cylindric.algebra.interpolation import PRIME, polynomial_vector
from cylindric.objects.orbits import Composition, orbit_of, orbits_with_index

SCALE = pow(3, 37, PRIME)
"""s: no special number, such as 1 and q may be."""

FEW, MOST = 8, 2**12
"""The numbers j for X to start with, and the most."""

Residues = list[int]


class LayerRows:
    """The rows of an orbit modulo the prime.

    Args:
        composition: c.
    """

    def __init__(self, composition: Composition) -> None:
        rank, level = len(composition), sum(composition)
        self.orbits, places = orbits_with_index(rank, level)
        self.excesses = [[(excess(c, d), at) for d, at in places.items()] for c in self.orbits]
        self.largest = max(e for row in self.excesses for e, _ in row)
        self.at = places[orbit_of(composition)]

    def matrix(self, x: int) -> nmod_mat:
        """Return A(x)."""
        powers = [1]
        for _ in range(self.largest):
            powers.append(powers[-1] * x % PRIME)
        rows = []
        for excesses in self.excesses:
            row = [0] * len(self.orbits)
            for e, at in excesses:
                row[at] += powers[e]
            rows.append(row)
        return nmod_mat(rows, PRIME)

    def kernels(self, q: int, order: int, count: int) -> tuple[Residues, list[Residues]]:
        """Return numbers X = s q^j, and p_0 : .. : p_R there; those j are left out where more
        than one solution is seen.
        """
        numbers = [SCALE]
        for _ in range(count + order):
            numbers.append(numbers[-1] * q % PRIME)
        matrices = [self.matrix(x) for x in numbers]
        unit = nmod_mat([[int(at == self.at) for at in range(len(self.orbits))]], PRIME)
        rows: list[list[Residues]] = [[] for _ in range(count)]  # w_0, w_1, .. at each X
        for first in range(count + order):
            row = unit
            for i in range(min(order, first) + 1):  # row is w_i at X = numbers[first - i]
                if first - i < count:
                    rows[first - i].append([int(x) for x in row.entries()])
                row = row * matrices[first - i]
        points, vectors = [], []
        for x, w in zip(numbers, rows, strict=False):
            basis, nullity = nmod_mat(w, PRIME).transpose().nullspace()
            if nullity == 1:
                points.append(x)
                vectors.append([int(line[0]) for line in basis.tolist()])
        return points, vectors

    def order(self, q: int) -> int:
        """Return the first R for which w_0, .., w_R are dependent.

        At a number they may be so sooner than over Q(q, X), but hardly at a random one; if so, no
        recurrence comes of it.
        """
        for order in range(1, len(self.orbits)):
            if self.kernels(q, order, 1)[1]:
                return order
        return len(self.orbits)

    def solution(self, q: int, order: int, count: int) -> list[Residues] | None:
        """Return p_0, .., p_R at q, polynomials in X, up to a factor; None if more X are wanted."""
        points, vectors = self.kernels(q, order, count)
        return polynomial_vector(points, vectors) if points else None

    def width(self, q: int, order: int) -> int:
        """Return how many powers of X there are in p_0, .., p_R."""
        count = FEW
        while count <= MOST:
            found = self.solution(q, order, count)
            if found is not None:
                return max(map(len, found))
            count *= 2
        raise ArithmeticError(f"no recurrence of degree up to {MOST // 2} in q^n: a bug")


def excess(c: Composition, d: Composition) -> int:
    """Return E(c, d), the number of parts that are taken off c, and not off all rows, to leave d.

    >>> excess((2, 0, 0), (0, 0, 2)), excess((0, 0, 2), (2, 0, 0))
    (4, 2)
    """
    lost = list(accumulate(a - b for a, b in zip(c, d, strict=True)))
    return sum(lost) - len(lost) * min(lost)
