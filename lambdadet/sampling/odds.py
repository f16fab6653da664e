"""The odds of the coins of domino shuffling, for any weights: as many exact digits as are needed.

A pair (A, B) is built from the apex of the pyramid down.  An entry 1 at (i, j) of the matrix at
level k + 1 leaves two values to a corner sum of the matrix at level k, and the two terms of

    x[k+1]_ij x[k-1]_{i+1,j+1} =   lam_ij x[k]_{i,j+1} x[k]_{i+1,j}           the lower value
                                 + mu_{i,n-k-j} x[k]_ij x[k]_{i+1,j+1}        the upper value

are the odds.  So x[n]_11 is broken up into its monomials in x[1] and x[0], and a pair is reached
with the share of its monomial.

The numbers x[k]_ij are long, and a coin compares a probability with random digits, of which a few
decide.  So numbers are rounded to B bits.  To round x[k]_ij by a factor 1 + delta is to change a
weight by it, which occurs in all terms to a power -1, 0 or 1; and all terms are positive.  So after
n^3 roundings, |delta| <= 2^(2-B), all numbers are right up to a factor exp(+-n^3 2^(2-B)), and for
n <= 2^11 the first B - 40 digits of a probability up to 1 in the last place.  Random digits that
are farther away decide; otherwise more of both are made.

A weight 0 is eps, and of every number its leading power of eps is kept, with its coefficient: no
number is negative, and nothing cancels.  As eps goes to 0 the odds have limits, and so has the law.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
from flint import fmpz
from numpy.typing import NDArray

from lambdadet.diamonds.graph import DiamondWeights
from termwise.arguments import brief
from termwise.price import require_steps

DIGITS = 62
"""So many binary digits of a probability are made at once."""

GUARD, DOUBT = 40, 1
"""A number has so many bits more, and the digits of a probability are off by so much at most."""

COST = 50
"""An entry of a level costs so many elementary steps, as measured."""

ZERO: Any = fmpz(0)
LENGTHS: Any = np.frompyfunc(fmpz.bit_length, 1, 1)

Rows = list[list[Fraction]]
Integers = NDArray[np.int64]
Longs = NDArray[Any]
"""Integers of any length: FLINT's, as objects."""


class Numbers(NamedTuple):
    """A table of positive numbers, coefficient * 2^two * eps^power, with long coefficients."""

    coefficients: Longs
    twos: Integers
    powers: Integers

    def part(self, rows: slice, columns: slice) -> Numbers:
        """Return some rows and columns."""
        return Numbers(*(table[rows, columns] for table in self))

    def times(self, *others: Numbers) -> Numbers:
        """Return the products of the entries."""
        coefficients, twos, powers = self
        for other in others:
            coefficients = coefficients * other.coefficients
            twos, powers = twos + other.twos, powers + other.powers
        return Numbers(coefficients, twos, powers)

    def over(self, other: Numbers, bits: int) -> Numbers:
        """Return the quotients by shorter entries, rounded down to coefficients of so many bits."""
        coefficients = self.coefficients // other.coefficients
        more = LENGTHS(coefficients).astype(np.int64) - bits
        twos = self.twos - other.twos + more
        return Numbers(coefficients >> more, twos, self.powers - other.powers)

    def plus(self, other: Numbers) -> tuple[Longs, Numbers]:
        """Return these coefficients as they are in the sums, and the sums.

        >>> half, third = (read_numbers([[Fraction(1, n)]], 99) for n in (2, 3))
        >>> share, total = half.plus(third)
        >>> int(share[0, 0] * 10**9 // total.coefficients[0, 0])
        600000000
        """
        powers = np.minimum(self.powers, other.powers)
        one, two = self.powers == powers, other.powers == powers
        twos = np.where(
            one, np.where(two, np.maximum(self.twos, other.twos), self.twos), other.twos
        )
        first, second = (
            np.where(lead, t.coefficients >> np.where(lead, twos - t.twos, 0), ZERO)
            for lead, t in ((one, self), (two, other))
        )
        return first, Numbers(first + second, twos, powers)


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

    >>> Odds(1, [[3]], 5, None, None).digits(0)[0] == 3 * 2 ** (DIGITS - 3)
    array([[ True]])
    """

    def __init__(self, order: int, lam: Any, mu: Any, x1: Any, x0: Any) -> None:
        require_steps(COST * order**3, "steps for the weights of the tilings")
        given = DiamondWeights(order + 1, 1 if x1 is None else x1, x0, lam, mu)
        inner = [row[1:-1] for row in given.x0[1:-1]]
        self.order = order
        self.tables = given.parameters["lam"], given.parameters["mu"], given.x1, inner
        for name, rows, first, least in zip(
            ("lam", "mu", "x1", "x0"),
            self.tables,
            ((1, 1), (1, 0), (1, 1), (2, 2)),
            ("at least 0", "at least 0", "positive", "positive"),
            strict=True,
        ):
            _require_weights(name, rows, first, least)
        self._digits: list[list[Longs]] = []
        self.digits(0)

    def upper(self, ones: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.bool_]:
        """Return random choices at the entries 1 of a matrix: where the upper value is taken.

        Random digits are compared with those of the probabilities, until they differ.

        Args:
            ones: where the entries are 1.
            rng: the source of the digits.
        """
        digits = self.digits(0)[-len(ones)][ones]
        drawn = rng.integers(0, 1 << DIGITS, len(digits))
        lower = drawn < digits
        for at in np.flatnonzero(abs(drawn - digits) <= DOUBT):
            number, known, block = int(drawn[at]), int(digits[at]), 0
            while abs(number - known) <= DOUBT:
                block += 1
                number = number << DIGITS | int(rng.integers(0, 1 << DIGITS))
                known = int(self.digits(block)[-len(ones)][ones][at])
            lower[at] = number < known
        return ~lower

    def digits(self, block: int) -> list[Longs]:
        """Return the first digits of the probabilities of the lower values, up to `DOUBT`.

        Args:
            block: 0 for `DIGITS` of them, 1 for twice as many, and so on.

        Returns:
            A table for the places of each level x[2], .., x[n].
        """
        while len(self._digits) <= block:
            number = DIGITS * (len(self._digits) + 1)
            found = ((lower << number) // total for lower, total in self._levels(number + GUARD))
            self._digits.append([t if len(self._digits) else t.astype(np.int64) for t in found])
        return self._digits[block]

    def _levels(self, bits: int) -> Iterator[tuple[Longs, Longs]]:
        """Yield the shares of the lower values, and of what, for the places of x[2], .., x[n]."""
        lam, mu, level, divisors = (read_numbers(rows, bits) for rows in self.tables)
        inside = slice(1, -1)
        for m in range(self.order, 0, -1):
            first, last = slice(0, m), slice(1, m + 1)
            anti = level.part(first, last).times(level.part(last, first), lam.part(first, first))
            main = level.part(first, first).times(level.part(last, last))
            lower, above = anti.plus(main.times(mu.part(first, slice(m - 1, None, -1))))
            yield lower, above.coefficients
            level, divisors = above.over(divisors, bits), level.part(inside, inside)
        if level.powers[0, 0]:
            raise ValueError("lam and mu must leave a tiling whose weight is not 0, got none")


def _require_weights(name: str, rows: Rows, first: tuple[int, int], least: str) -> None:
    """Refuse a number that is too small, by its place; the first place has the indices `first`."""
    for i, row in enumerate(rows, first[0]):
        for j, number in enumerate(row, first[1]):
            if number < 0 or (number == 0 and least == "positive"):
                raise ValueError(f"{name} must be {least}, got {brief(number)} at ({i}, {j})")


def read_numbers(rows: Rows, bits: int) -> Numbers:
    """Return rows of numbers that are not negative, rounded down; 0 is eps.

    Args:
        rows: the numbers.
        bits: how many the coefficients have, or one less.
    """
    read = [[_rounded(number, bits) for number in row] for row in rows]
    coefficients = np.array([[fmpz(c) for c, _, _ in row] for row in read], dtype=object)
    twos, powers = (np.array([[entry[k] for entry in row] for row in read]) for k in (1, 2))
    return Numbers(coefficients, twos, powers)


def _rounded(number: Fraction, bits: int) -> tuple[int, int, int]:
    above, below = number.as_integer_ratio() if number else (1, 1)
    two = above.bit_length() - below.bit_length() + 1 - bits
    return (above << max(-two, 0)) // (below << max(two, 0)), two, int(not number)
