"""The odds of the coins of domino shuffling, for any weights: exact, in integers.

A pair (A, B) is built from the apex of the pyramid down.  An entry 1 at (i, j) of the matrix at
level k + 1 leaves two values to a corner sum of the matrix at level k, and the two terms of

    x[k+1]_ij x[k-1]_{i+1,j+1} =   lam_ij x[k]_{i,j+1} x[k]_{i+1,j}           the lower value
                                 + mu_{i,n-k-j} x[k]_ij x[k]_{i+1,j+1}        the upper value

are the odds.  So x[n]_11 is broken up into its monomials in x[1] and x[0], and a pair is reached
with the share of its monomial.

Numbers are kept as integers, over the denominators that are known beforehand:

    P[k]_ij = x[k]_ij * product of x[1] over the (k-2) x (k-2) entries inside the block of (i, j)
                      * product of x[0] over the (k-1) x (k-1) entries that are used.

A weight 0 is eps, and of every number its leading power of eps is kept, with its coefficient: no
number is negative, and nothing cancels.  As eps goes to 0 the odds have limits, and so has the law.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from math import gcd, lcm, log2
from typing import Any, NamedTuple

import numpy as np
from flint import fmpz
from numpy.typing import NDArray

from lambdadet.diamonds.graph import DiamondWeights
from termwise.arguments import brief
from termwise.price import require_steps

DIGITS = 62
"""So many binary digits of a probability are made at once, and more only if these do not decide."""

ENTRY, BITS = 40, 5e-5
"""An entry of a level costs so many elementary steps, and so many for its bits to the power 1.5."""

ZERO: Any = fmpz(0)
ONE: Any = fmpz(1)

Rows = list[list[Fraction]]
Integers = NDArray[np.int64]
Longs = NDArray[Any]
"""Integers of any length: FLINT's, as objects."""


class Leading(NamedTuple):
    """The leading terms, coefficient * eps^power, of a table of numbers that are positive."""

    powers: Integers
    coefficients: Longs

    def part(self, rows: slice, columns: slice) -> Leading:
        """Return some rows and columns."""
        return Leading(self.powers[rows, columns], self.coefficients[rows, columns])

    def times(self, *others: Leading) -> Leading:
        """Return the products of the entries."""
        powers, coefficients = self
        for other in others:
            powers, coefficients = powers + other.powers, coefficients * other.coefficients
        return Leading(powers, coefficients)

    def over(self, other: Leading) -> Leading:
        """Return the quotients of the entries, which are exact."""
        return Leading(self.powers - other.powers, self.coefficients // other.coefficients)

    def at(self, powers: Integers) -> Longs:
        """Return the coefficients of some powers of eps, none above the leading one."""
        found: Longs = np.where(self.powers == powers, self.coefficients, ZERO)
        return found


class Odds:
    """The odds of every coin for the tilings of an order.

    Args:
        order: a positive integer.
        lam, mu: numbers that are not negative, one for all or `order` rows of them.
        x1: positive numbers, order + 1 rows; None for 1.
        x0: order + 2 rows, the inner numbers positive; None for 1.

    Raises:
        TypeError: a number is not an int or a Fraction.
        ValueError: a table of the wrong size, a number that is too small, every tiling has weight
            0, or the work is too much.

    >>> for lower, total in Odds(1, [[2]], 1, None, None).levels():
    ...     print(lower, total)
    [[2]] [[3]]
    """

    def __init__(self, order: int, lam: Any, mu: Any, x1: Any, x0: Any) -> None:
        require_steps(ENTRY * order**3, "steps for the weights of the tilings")
        given = DiamondWeights(order + 1, 1 if x1 is None else x1, x0, lam, mu)
        left, right = given.parameters["lam"], given.parameters["mu"]
        inner = [row[1:-1] for row in given.x0[1:-1]]
        _require_weights("lam", left, (1, 1), "at least 0")
        _require_weights("mu", right, (1, 0), "at least 0")
        _require_weights("x1", given.x1, (1, 1), "positive")
        _require_weights("x0", inner, (2, 2), "positive")
        self.order = order
        # All monomials have the same degree in lam and mu, in x1, in x0: common factors drop out.
        self.lam, self.mu = _in_integers(left, right)
        (self.x1,), (x0,) = _in_integers(given.x1), _in_integers(inner)
        # What the denominators are made of, and where it begins in the block of (1, 1).
        self.divisors = [pair for pair in ((self.x1, 1), (x0, 0)) if _bits(pair[0])]
        bits = _bits(self.lam, self.mu) / 2 + _bits(self.x1) + _bits(x0)
        cost = ENTRY + BITS * (bits * order**2) ** 1.5
        require_steps(cost * order**3, "steps for the weights of the tilings")
        self._digits = [self._more_digits(0)]

    def upper(self, ones: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.bool_]:
        """Return random choices at the entries 1 of a matrix: where the upper value is taken.

        Uniform binary digits are compared with those of the probabilities, until they differ.

        Args:
            ones: where the entries are 1.
            rng: the source of the digits.
        """
        number = np.count_nonzero(ones)
        lower, left, block = np.zeros(number, np.bool_), np.arange(number), 0
        while len(left):
            if block == len(self._digits):
                self._digits.append(self._more_digits(block))
            digits = self._digits[block][-len(ones)][ones][left]
            drawn = rng.integers(0, 1 << DIGITS, len(left))
            lower[left] = drawn < digits
            left, block = left[drawn == digits], block + 1
        return ~lower

    def _more_digits(self, block: int) -> list[Integers]:
        """Return the next digits of all probabilities, a table a level, the apex last."""
        shift, mask = (block + 1) * DIGITS, (1 << DIGITS) - 1
        found = []
        for lower, total in self.levels():
            digits = (lower << shift) // total
            found.append((digits & mask if block else digits).astype(np.int64))
        return found

    def levels(self) -> Iterator[tuple[Longs, Longs]]:
        """Yield the shares of the lower values, and of what, for the places of x[2], .., x[n].

        Raises:
            ValueError: every tiling has weight 0.
        """
        n = self.order + 1
        level, below = self.x1, None
        for k in range(1, n):
            m = n - k
            first, last = slice(0, m), slice(1, m + 1)
            lam, mu = self.lam.part(first, first), self.mu.part(first, slice(m - 1, None, -1))
            anti = lam.times(level.part(first, last), level.part(last, first))
            main = mu.times(level.part(first, first), level.part(last, last))
            for table, start in self.divisors if k > 1 else ():
                near, far = slice(start, start + m), slice(k - 1, k - 1 + m)
                anti = anti.times(table.part(near, near))  # corners that the product lacks
                main = main.times(table.part(near, far))
                if k - 1 > start:
                    anti = anti.times(table.part(far, far))
                    main = main.times(table.part(far, near))
            powers = np.minimum(anti.powers, main.powers)
            lower = anti.at(powers)
            above = Leading(powers, lower + main.at(powers))
            yield lower, above.coefficients
            inside = slice(1, -1)
            level, below = above.over(below.part(inside, inside)) if below else above, level
        if level.powers[0, 0]:
            raise ValueError("lam and mu must leave a tiling whose weight is not 0, got none")


def _require_weights(name: str, rows: Rows, first: tuple[int, int], least: str) -> None:
    """Refuse a number that is too small, by its place; the first place has the indices `first`."""
    for i, row in enumerate(rows, first[0]):
        for j, number in enumerate(row, first[1]):
            if number < 0 or (number == 0 and least == "positive"):
                raise ValueError(f"{name} must be {least}, got {brief(number)} at ({i}, {j})")


def _in_integers(*tables: Rows) -> list[Leading]:
    """Return tables times the same number, so that they have integers without a common factor."""
    numbers = [number for rows in tables for number in chain(*rows)]
    below = lcm(*(number.denominator for number in numbers))
    factor = Fraction(below, gcd(*(int(number * below) for number in numbers)) or 1)
    found = []
    for rows in tables:
        whole = [[fmpz(int(number * factor)) for number in row] for row in rows]
        coefficients = np.array(whole, dtype=object)
        zeros = coefficients == 0
        found.append(Leading(zeros.astype(np.int64), np.where(zeros, ONE, coefficients)))
    return found


def _bits(*tables: Leading) -> float:
    """Return the bits of the sum of the largest entries; 1 alone has none."""
    return log2(sum(int(table.coefficients.max()) for table in tables))
