"""Many sums to a short order at once, each as one number modulo 2^64.

The number of a series is the sum of its coefficients with fixed weights.  It is additive, so that a
sum of terms q^e f_n takes one entry of a table for each of them: the number of q^e f_n.  Series
that are equal to the order have equal numbers; of the others about one pair in 2^64 has, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import prod
from typing import Any

import numpy as np

from cylindric.discovery.sum_boxes import Matrix, Vector
from cylindric.discovery.sum_templates import Factors, SumTemplate, value_of
from termwise.arguments import require_at_most
from termwise.price import require_bytes, require_steps

MOST_POINTS = 10**6
"""So many points of a box are tabulated at most."""

BLOCK = 10**7
"""So many exponents are held at once."""

Numbers = np.ndarray[Any, np.dtype[Any]]


def weights_of(order: int) -> Numbers:
    """Return the weights of the coefficients of q^0, .., q^(order - 1): odd, always the same."""
    return np.random.default_rng(0).integers(0, 2**63, order, dtype=np.uint64) * 2 + 1


def hash_of(coefficients: Sequence[int], weights: Numbers) -> int:
    """Return the number of a series, of which at least as many coefficients are known."""
    pairs = zip(coefficients, weights, strict=False)
    return sum(c * int(w) for c, w in pairs) % 2**64


class Table:
    """The factors of every n in a box, shifted by every exponent, as sums modulo 2^64."""

    def __init__(self, template: SumTemplate, weights: Numbers) -> None:
        self.template, self.weights, self.order = template, weights, len(weights)
        self.factors = Factors(template, self.order)
        self.edges = (0,) * template.variables
        self.rows: dict[Vector, Numbers] = {}
        self._fill()

    def search(self, matrix: Matrix, sought: Numbers) -> tuple[int, list[tuple[Vector, int]]]:
        """Return how many b are refused, and the b of sums that are sought, with these."""
        vectors = list(self.template.vectors(matrix))
        if not vectors:
            return 0, []
        # b_i is at least the least of them, and n_i is not negative: so are the exponents.
        least = tuple(map(min, zip(*vectors, strict=True)))
        edges = self.template.box(matrix, least, self.order)
        if edges is not None:
            return self._search(matrix, vectors, edges, sought)
        refused = 0
        hits: list[tuple[Vector, int]] = []
        for vector in vectors:
            edges = self.template.box(matrix, vector, self.order)
            more = (1, []) if edges is None else self._search(matrix, [vector], edges, sought)
            refused, hits = refused + more[0], hits + more[1]
        return refused, hits

    def _search(
        self, matrix: Matrix, vectors: list[Vector], edges: Vector, sought: Numbers
    ) -> tuple[int, list[tuple[Vector, int]]]:
        box = prod(edge + 1 for edge in edges)  # a fifth of it, say, is inside the order
        require_steps(2 * len(vectors) * box, "steps of adding up sums")
        if any(a > b for a, b in zip(edges, self.edges, strict=True)):
            self.edges = tuple(map(max, zip(edges, self.edges, strict=True)))
            self._fill()
        least = np.array(vectors).min(axis=0)
        twice = ((self.points @ np.array(matrix) + least) * self.points).sum(axis=1)
        inside = np.flatnonzero(
            (self.points <= edges).all(axis=1) & (twice < 2 * self.order)  # others add nothing
        )
        refused, hits, rows = 0, [], max(1, BLOCK // max(1, len(inside)))
        for start in range(0, len(vectors), rows):
            block = vectors[start : start + rows]
            linear = (np.array(block) - least) @ self.points[inside].T
            exponents = (twice[inside] + linear) >> 1  # a row for each b
            fine = ~(exponents < 0).any(axis=1)
            np.clip(exponents, 0, self.order, out=exponents)
            sums = self.table[inside, exponents].sum(axis=1, dtype=np.uint64)
            refused += int((~fine).sum())
            at = np.flatnonzero(fine & np.isin(sums, sought))
            hits += [(block[i], int(sums[i])) for i in at]
        return refused, hits

    def _fill(self) -> None:
        number = int(np.prod([edge + 1 for edge in self.edges], dtype=float))
        require_at_most(MOST_POINTS, number, "points of a box", keyword=None)
        require_bytes(24 * number * (self.order + 1), "the factors of a box")
        factors = len(self.factors.below) + 3 * len(self.factors.binomials)
        a_row = 2000 + 20 * factors * self.order + self.order**2 // 4
        require_steps(500 * number + a_row * (number - len(self.rows)), "steps of tabulating a box")
        every = product(*(range(edge + 1) for edge in self.edges))
        bounds = self.template.bounds
        points = [n for n in every if all(value_of(form, n) >= 0 for form in bounds)]
        self.points = np.array(points, dtype=np.int64).reshape(-1, self.template.variables)
        new = [n for n in points if n not in self.rows]
        self.rows.update(zip(new, self._rows(new), strict=True))
        self.table = np.array([self.rows[n] for n in points]).reshape(-1, self.order + 1)

    def _rows(self, points: Sequence[Vector]) -> Numbers:
        """Return for each n the sums of its factors times q^0, .., q^order."""
        coefficients = np.zeros((len(points), self.order), dtype=np.uint64)
        for row, n in zip(coefficients, points, strict=True):
            term = [int(c) % 2**64 for c in self.factors(n, self.order).coeffs()]
            row[: len(term)] = np.array(term, dtype=np.uint64)
        shifted = np.zeros((self.order, self.order + 1), dtype=np.uint64)
        for power in range(self.order):
            shifted[power, : self.order - power] = self.weights[power:]
        return coefficients @ shifted
