"""The octahedron recurrence over power series in eps modulo a prime, a whole level at a time.

A table of series is kept as three arrays: the lowest powers, the coefficients from there on (an
array for each), and how many of them are known.  Over a field nothing needs to be cleared of
denominators: a pole is a negative power.

    >>> rows = [[1, 1], [1, 1]]
    >>> x1 = Table.moved(np.array(rows, dtype=np.uint64), 1, 7, 3, np.random.default_rng(1))
    >>> apex = apex_mod(x1, None, (None, 6), (None, 1), 7)
    >>> apex is not None and int(apex.low[0, 0]) >= 1
    True
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lambdadet.recurrence.modular import Array, inverses, reduce_mod

Parameter = tuple["Table | None", int]
"""A table of series, or one residue."""


@dataclass(frozen=True)
class Table:
    """A square of series eps^low (c_0 + .. + c_{known-1} eps^(known-1)) + O(..), c_0 not 0."""

    low: NDArray[np.int64]
    known: NDArray[np.int64]
    coefficients: tuple[Array, ...]

    @classmethod
    def moved(
        cls, residues: Array, high: int, prime: int, precision: int, rng: np.random.Generator
    ) -> Table:
        """Return c where c is not 0 and eps^high (r_0 + r_1 eps + ..) where it is.

        With high = 1 entries that are not 0 become c + r_0 eps + .. too.
        """
        shape = residues.shape
        zero = residues == 0
        drawn = [rng.integers(0, prime, shape, dtype=np.uint64) for _ in range(precision)]
        drawn[0] = rng.integers(1, prime, shape, dtype=np.uint64)
        rest = drawn if high == 1 else [np.zeros(shape, np.uint64)] * precision
        lists = [np.where(zero, drawn[0], residues)]
        lists += [np.where(zero, drawn[k], rest[k - 1]) for k in range(1, precision)]
        known = np.full(shape, precision, np.int64)
        return cls(np.where(zero, high, 0).astype(np.int64), known, tuple(lists))

    def part(self, rows: slice, columns: slice) -> Table:
        """Return some rows and columns."""
        at = rows, columns
        return Table(self.low[at], self.known[at], tuple(c[at] for c in self.coefficients))

    def backwards(self) -> Table:
        """Return the columns in reverse order."""
        return self.part(slice(None), slice(None, None, -1))

    def times(self, other: Table | int, prime: int) -> Table:
        """Return the products of the entries."""
        a = self.coefficients
        if isinstance(other, int):
            if other == 1:
                return self
            scaled = tuple(_mod(c * np.uint64(other), prime) for c in a)
            known = self.known if other else np.zeros_like(self.known)
            return Table(self.low, known, scaled)
        b = other.coefficients
        found = []
        for k in range(len(a)):
            total = _mod(a[0] * b[k], prime)
            for j in range(1, k + 1):
                total += _mod(a[j] * b[k - j], prime)
            found.append(_mod(total, prime))
        known = np.minimum(self.known, other.known)
        return Table(self.low + other.low, known, tuple(found))

    def plus(self, other: Table, prime: int) -> Table:
        """Return the sums of the entries; what cancels is lost."""
        low = np.minimum(self.low, other.low)
        known = np.minimum(self.low + self.known, other.low + other.known) - low
        known = np.minimum(known, len(self.coefficients))
        one, two = (_shifted(t.coefficients, t.low - low) for t in (self, other))
        found = [_mod(a + b, prime) for a, b in zip(one, two, strict=True)]
        for _ in range(len(found)):
            lost = (found[0] == 0) & (known > 0)
            if not lost.any():
                break
            zero = np.zeros_like(found[0])
            found = [
                np.where(lost, after, c) for c, after in zip(found, [*found[1:], zero], strict=True)
            ]
            low, known = low + lost, known - lost
        return Table(low, known, tuple(found))

    def over(self, other: Table, prime: int) -> Table:
        """Return the quotients by entries of which a coefficient is known."""
        b = other.coefficients
        inverse = inverses(b[0], prime)
        found: list[Array] = []
        for k, rest in enumerate(self.coefficients):
            total = rest
            for j in range(k):
                total = total + (np.uint64(prime) - _mod(found[j] * b[k - j], prime))
            found.append(_mod(_mod(total, prime) * inverse, prime))
        known = np.minimum(self.known, other.known)
        return Table(self.low - other.low, known, tuple(found))


def _mod(values: Array, prime: int) -> Array:
    reduce_mod(values, prime)
    return values


def _shifted(coefficients: tuple[Array, ...], by: NDArray[np.int64]) -> list[Array]:
    """Return coefficients moved up by so many places, 0 where there were none."""
    if not by.any():
        return [c.copy() for c in coefficients]
    found = [np.zeros_like(c) for c in coefficients]
    for step in range(len(coefficients)):
        chosen = by == step
        for k in range(step, len(coefficients)):
            np.copyto(found[k], coefficients[k - step], where=chosen)
    return found


def apex_mod(
    level: Table, below: Table | None, lam: Parameter, mu: Parameter, prime: int
) -> Table | None:
    """Return x[n]_11, a table of one, or None if too few coefficients are known.

    Args:
        level: x[1].
        below: x[0], or None for 1.
        lam, mu: tables, or one residue.
        prime: below 2^31.
    """
    n = len(level.low)
    every = slice(None)
    for k in range(1, n):
        m = n - k
        first, last = slice(0, m), slice(1, m + 1)
        u = mu[0].part(first, first).backwards() if mu[0] else mu[1]
        v = lam[0].part(first, first) if lam[0] else lam[1]
        main = level.part(first, first).times(level.part(last, last), prime).times(u, prime)
        anti = level.part(first, last).times(level.part(last, first), prime).times(v, prime)
        above = main.plus(anti, prime)
        if below is not None:
            divisors = below.part(slice(1, -1), slice(1, -1))
            if not divisors.known.all():
                return None
            above = above.over(divisors, prime)
        below, level = level, above
    return level.part(every, every)


def constant_at_0(apex: Table) -> Any:
    """Return the coefficient of eps^0 of one series: an int; "pole", or None if it is not known."""
    low, known = int(apex.low[0, 0]), int(apex.known[0, 0])
    if known and low < 0:
        return "pole"
    if low > 0:
        return 0
    return int(apex.coefficients[-low][0, 0]) if low + known > 0 else None
