"""Profiles of cylindric partitions: 0/1 words, compositions, boxes and hooks.

A profile pi_1 .. pi_T is read round the cylinder.  pi_k = 1 is a step up (a partition grows by a
horizontal strip), pi_k = 0 a step down.  As the boundary of a diagram, an up step going north and a
down step going east, a box b = (i, j, n) is where the row of the up step i meets the column of the
down step j for the n-th time:

        1 0 1 0 0                +---+---            h(b) = ((j - i) mod T) + (n - 1) T
                             +---+ b |   ..          boxes go on to the south-east for ever;
                         ..  |   |   |   ..          one period of them is listed
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import index
from typing import ClassVar, NamedTuple

from flint import fmpz_poly

from termwise.arguments import LIMIT, brief, require_at_most, require_integer, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.writing import exact_repr

MAX_PERIOD = 10**6
"""A longer word is refused: whatever goes round it takes too long."""


class Box(NamedTuple):
    """The n-th meeting of the up step i and the down step j; all 1-based, written (i, j, n)."""

    i: int
    j: int
    n: int

    def __repr__(self) -> str:
        return exact_repr(tuple(self))


@dataclass(frozen=True, order=True)
class Profile(Storable):
    """A word in 0 and 1, read cyclically.

    Args:
        word: a non-empty string of the letters 0 and 1.

    Raises:
        TypeError: word is not a string.
        ValueError: word is empty or has other letters.

    >>> pi = Profile("11010")
    >>> pi.period, pi.rank, pi.level, pi.composition
    (5, 2, 3, (2, 1))
    """

    word: str

    EXAMPLE: ClassVar[str] = "Profile('11010')"

    def __post_init__(self) -> None:
        if not isinstance(self.word, str):
            raise TypeError(f"word must be a string of 0s and 1s, got {shown(self.word)}")
        if len(self.word) > MAX_PERIOD:
            raise ValueError(f"word must have at most {MAX_PERIOD} letters, got {len(self.word)}")
        if not self.word or set(self.word) - {"0", "1"}:
            raise ValueError(
                f"word must be a non-empty string of 0s and 1s, got {shown(self.word)}"
            )

    @classmethod
    def from_composition(cls, composition: Iterable[int]) -> Profile:
        """Return the profile 1^{c_1} 0 1^{c_2} 0 .. 1^{c_r} 0 of rows shifted by c_1, .., c_r.

        Args:
            composition: r >= 1 non-negative integers; r is the rank, their sum the level.

        Raises:
            TypeError: a part is not an integer.
            ValueError: no parts, or a negative one.

        Source: [GK97]; [CW19] writes cylindric partitions this way.

        >>> Profile.from_composition((3, 1, 0))
        Profile(word='1110100')
        """
        try:
            parts = [index(part) for part in composition]
        except TypeError:
            raise TypeError(f"composition must be integers, got {shown(composition)}") from None
        if not parts or min(parts) < 0:
            raise ValueError(
                f"composition must be a non-empty list of non-negative integers, got {brief(parts)}"
            )
        if sum(parts) + len(parts) > MAX_PERIOD:
            letters = sum(parts) + len(parts)
            raise ValueError(
                f"composition must give at most {MAX_PERIOD} letters, got {shown(letters)}"
            )
        return cls("".join("1" * part + "0" for part in parts))

    @property
    def period(self) -> int:
        """T, the length of the word."""
        return len(self.word)

    @property
    def rank(self) -> int:
        """The number of 0s, which is the number of rows in composition form."""
        return self.word.count("0")

    @property
    def level(self) -> int:
        """The number of 1s."""
        return self.word.count("1")

    @property
    def composition(self) -> tuple[int, ...]:
        """How many 1s stand before each 0, cyclically: 1s after the last 0 count for the first.

        Raises:
            ValueError: the word has no 0, so there are no rows.

        >>> Profile("10101").composition
        (2, 1)
        """
        if not self.rank:
            raise ValueError(f"profile must have a 0 to have rows, got {brief(self.word)}")
        *runs, last = map(len, self.word.split("0"))
        return (runs[0] + last, *runs[1:])

    @property
    def ups(self) -> tuple[int, ...]:
        """The positions k = 1..T with pi_k = 1."""
        return tuple(k for k, letter in enumerate(self.word, 1) if letter == "1")

    @property
    def downs(self) -> tuple[int, ...]:
        """The positions k = 1..T with pi_k = 0."""
        return tuple(k for k, letter in enumerate(self.word, 1) if letter == "0")

    @door
    def rotate(self, steps: int) -> Profile:
        """Return pi_{k+1} .. pi_T pi_1 .. pi_k for k = steps, taken modulo T.

        >>> Profile("11010").rotate(1)
        Profile(word='10101')
        """
        k = require_integer("steps", steps) % self.period
        return Profile(self.word[k:] + self.word[:k])

    def reverse_complement(self) -> Profile:
        """Return the profile of the same objects read backwards: reversed, 0 and 1 exchanged.

        >>> Profile("11010").reverse_complement()
        Profile(word='10100')
        """
        return Profile(self.word[::-1].translate(str.maketrans("01", "10")))

    def hook_length(self, box: tuple[int, int, int]) -> int:
        """Return h(i, j, n) = ((j - i) mod T) + (n - 1) T.

        Raises:
            ValueError: (i, j, n) is not a box: it needs pi_i = 1, pi_j = 0 and n >= 1.

        >>> Profile("10").hook_length((1, 2, 3))
        5
        """
        try:
            i, j, n = map(index, box)
        except (TypeError, ValueError):
            raise TypeError(f"box must be three integers (i, j, n), got {shown(box)}") from None
        at, word = brief((i, j, n)), brief(self.word)
        if not (i in range(1, self.period + 1) and self.word[i - 1] == "1"):
            raise ValueError(f"box {at} must have i with pi_i = 1 in {word}, got i = {brief(i)}")
        if not (j in range(1, self.period + 1) and self.word[j - 1] == "0"):
            raise ValueError(f"box {at} must have j with pi_j = 0 in {word}, got j = {brief(j)}")
        if n < 1:
            raise ValueError(f"box {at} must have n >= 1, got n = {brief(n)}")
        return (j - i) % self.period + (n - 1) * self.period

    def boxes(self, max_hook: int, *, limit: int = LIMIT) -> dict[Box, int]:
        """Return the boxes of bounded hook length, each with its hook length, shortest first.

        Args:
            max_hook: the largest hook length.
            limit: refuse more boxes than this.

        Raises:
            TypeError: max_hook or limit is no integer.
            ValueError: more boxes than the limit (the message says how many).

        >>> for box, hook in Profile("1100").boxes(3).items():
        ...     print(box, hook)
        (2, 3, 1) 1
        (1, 3, 1) 2
        (2, 4, 1) 2
        (1, 4, 1) 3
        """
        max_hook = require_integer("max_hook", max_hook)
        turns, rest = divmod(max(0, max_hook), self.period)
        number = turns * self.rank * self.level + sum(self.hook_multiplicities()[:rest])
        require_at_most(limit, number, f"boxes of profile {brief(self)}")
        if not number:
            return {}
        return {
            Box(i, (i + hook - 1) % self.period + 1, hook // self.period + 1): hook
            for hook in range(1, max_hook + 1)
            for i in self.ups
            if self.word[(i + hook - 1) % self.period] == "0"
        }

    def open_boxes(self) -> dict[Box, int]:
        """Return the boxes of the open profile, i < j and n = 1, each with its hook length j - i.

        >>> Profile("0110").open_boxes()
        {(3, 4, 1): 1, (2, 4, 1): 2}
        """
        return {box: hook for box, hook in self.boxes(self.period).items() if box.i < box.j}

    def hook_multiplicities(self) -> tuple[int, ...]:
        """Return how many boxes of the first turn have hook length 1, 2, .., T - 1.

        Walking round the word, as many pairs of a 1 and a 0 lie h ahead as T - h ahead, so the
        tuple is a palindrome; that is what makes Borodin's product a quotient of theta functions.

        Returns:
            T - 1 non-negative integers with sum rank * level.

        Source: [Borodin07], the product formula.

        >>> Profile("11010").hook_multiplicities()
        (2, 1, 1, 2)
        """
        pairs = self._pairs_by_distance()
        return tuple(pairs[h] + pairs[h - self.period] for h in range(1, self.period))

    def open_hook_multiplicities(self) -> tuple[int, ...]:
        """Return how many boxes of the open profile, i < j, have hook length 1, 2, .., T - 1.

        >>> Profile("0110").open_hook_multiplicities()
        (1, 1, 0)
        """
        pairs = self._pairs_by_distance()
        return tuple(pairs[h] for h in range(1, self.period))

    def _pairs_by_distance(self) -> dict[int, int]:
        """Return how many pairs of an up step i and a down step j have each j - i, -T < j - i < T.

        They are the coefficients of a product.
        """
        ups = fmpz_poly([int(letter) for letter in self.word[::-1]])
        downs = fmpz_poly([1 - int(letter) for letter in self.word])
        found = [int(c) for c in (ups * downs).coeffs()] + [0] * (2 * self.period)
        start = self.period - 1  # z^start is distance 0
        return {h: found[start + h] for h in range(-start, self.period)}

    def __str__(self) -> str:
        return self.word

    def _repr_latex_(self) -> str:
        return f"$\\pi = {self.word}$"


def place(profile: Profile, box: tuple[int, int, int]) -> tuple[int, int]:
    """Return column and row of a box, both 0-based; rows are counted upwards.

    >>> place(Profile("0110"), Box(2, 1, 1))
    (2, 0)
    """
    i, j, n = box
    column = profile.downs.index(j) + profile.rank * (n - 1 + (j < i))
    return column, profile.ups.index(i)


def require_profile(profile: Profile) -> Profile:
    """Return the argument if it is a Profile; say how to make one if it is not."""
    if not isinstance(profile, Profile):
        raise TypeError(
            f"profile must be a Profile, such as Profile('11010'), got {shown(profile)}"
        )
    return profile
