"""Cylindric partitions: the type.

A cylindric partition of profile pi_1 .. pi_T is a closed walk mu^0, mu^1, .., mu^T = mu^0 of
partitions: if pi_k = 1 then mu^k/mu^{k-1} is a horizontal strip, if pi_k = 0 then mu^{k-1}/mu^k is.
Its weight is |mu^1| + .. + |mu^T|.  The open case, mu^0 = mu^T empty, is reverse plane partitions;
1^r 0^d then gives plane partitions in an r x d rectangle.  All of one weight: `enumeration`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cylindric.objects.partitions import Partition
from cylindric.objects.profiles import Profile, require_profile
from termwise.arguments import brief, require_iterable, shown
from termwise.doors import door
from termwise.formats import Storable


@dataclass(frozen=True)
class CylindricPartition(Storable):
    """A closed walk of interlacing partitions; immutable, compared by value.

    Args:
        profile: the profile pi.
        partitions: mu^1, .., mu^T, each anything that `Partition` takes; mu^0 is mu^T.

    Raises:
        TypeError: profile is no Profile, or a part is no integer.
        ValueError: not T partitions, or two that do not interlace (the message names the step).

    >>> c = CylindricPartition(Profile("1100"), [(2,), (3, 1), (2,), (1,)])
    >>> c.weight, c.trace, c.largest_part
    (9, 1, 3)
    >>> print(c)
    (1) ≺ (2) ≺ (3,1) ≻ (2) ≻ (1)
    """

    profile: Profile
    partitions: tuple[Partition, ...]

    def __init__(self, profile: Profile, partitions: Iterable[Iterable[int]]) -> None:
        require_profile(profile)
        try:
            walk = tuple(Partition(parts) for parts in partitions)
        except TypeError as error:
            raise TypeError(f"partitions must be mu^1 .. mu^T: {error}") from None
        if len(walk) != profile.period:
            raise ValueError(
                f"partitions must be mu^1 .. mu^{profile.period} for the profile {profile}, "
                f"got {len(walk)} of them"
            )
        for k, letter in enumerate(profile.word, 1):
            before, after = walk[k - 2], walk[k - 1]
            small, large = (before, after) if letter == "1" else (after, before)
            if not small.interlaces(large):
                raise ValueError(
                    f"step {k} of {profile} must be {'up' if letter == '1' else 'down'} by a "
                    f"horizontal strip, got mu^{k - 1} = {before}, mu^{k} = {after}"
                )
        object.__setattr__(self, "profile", profile)
        object.__setattr__(self, "partitions", walk)

    def _parts(self) -> dict[str, Any]:
        return {"profile": self.profile, "partitions": [tuple(mu) for mu in self.partitions]}

    @classmethod
    @door
    def from_rows(
        cls, composition: Iterable[int], rows: Iterable[Iterable[int]]
    ) -> CylindricPartition:
        """Return the cylindric partition with given rows in composition form.

        Its word ends in 0; the rows of an object whose word does not are those of a rotation.

        Args:
            composition: (c_1, .., c_r); row i + 1 starts c_{i+1} columns to the left of row i.
            rows: r partitions with row^i_j >= row^{i+1}_{j + c_{i+1}} and row^r_j >= row^1_{j+c_1}.

        Raises:
            ValueError: not r rows, or an inequality fails.

        >>> print(CylindricPartition.from_rows((2, 1), [(3, 1), (2,)]))
        ∅ ≺ (1) ≺ (3) ≻ ∅ ≺ (2) ≻ ∅
        """
        profile = Profile.from_composition(composition)
        shapes = [Partition(row) for row in rows]
        if len(shapes) != profile.rank:
            raise ValueError(f"rows must be {profile.rank} for {profile}, got {len(shapes)}")
        widest = max(map(len, shapes))
        entries: dict[tuple[int, int], int] = {}
        for i, row in enumerate(shapes):
            for j in range(widest):
                entries[_place(profile, i, j)] = row[j] if j < len(row) else 0
        walk = []
        for k in range(1, profile.period + 1):
            column = [entries.get((k, m), 0) for m in range(1, widest + 1)]
            walk.append(column)
        return cls(profile, walk)

    def plane_partition(self) -> tuple[tuple[int, ...], ...]:
        """Return the rows of a plane partition in a box of r rows, of d entries.

        Its diagonals are mu^1, .., mu^T, the one through the corner is mu^r: entry (i, j), from 0,
        is part min(i, j) + 1 of mu^{r+j-i}.

        Raises:
            ValueError: the profile is not 1^r 0^d, or mu^0 is not empty.

        >>> c = CylindricPartition(Profile("1100"), [(1,), (2, 1), (1,), ()])
        >>> c.plane_partition()
        ((2, 1), (1, 1))
        >>> CylindricPartition.from_plane_partition([(2, 1), (1, 1)]) == c
        True
        """
        word, r = self.profile.word, self.profile.level
        if word != "1" * r + "0" * (len(word) - r) or self.partitions[-1]:
            raise ValueError(
                f"a plane partition must have a profile 1^r 0^d and mu^0 empty, got {brief(self)}"
            )
        return tuple(
            tuple(
                next(iter(self.partitions[r + j - i - 1][min(i, j) :]), 0)
                for j in range(len(word) - r)
            )
            for i in range(r)
        )

    @classmethod
    @door
    def from_plane_partition(cls, rows: Iterable[Iterable[int]]) -> CylindricPartition:
        """Return a plane partition as a cylindric one, of the profile 1^r 0^d of its box.

        Args:
            rows: r rows; d is the length of the longest, 1 at least, and zeros fill up the others.

        Raises:
            TypeError: rows are no rows of integers.
            ValueError: a row or a column that increases.

        >>> print(CylindricPartition.from_plane_partition([(3, 1), (2,)]))
        ∅ ≺ (2) ≺ (3) ≻ (1) ≻ ∅
        """
        given = [
            tuple(require_iterable("a row", row)) for row in require_iterable("rows", rows)
        ] or [()]
        r, d = len(given), max(1, *map(len, given))
        full = [(*Partition(row), *[0] * (d - len(Partition(row)))) for row in given]
        walk = [
            [full[i][i + k - r] for i in range(r) if 0 <= i + k - r < d]
            for k in range(1, r + d + 1)
        ]
        return cls(Profile("1" * r + "0" * d), walk)

    @property
    def weight(self) -> int:
        """|c| = |mu^1| + .. + |mu^T|."""
        return sum(map(sum, self.partitions))

    @property
    def trace(self) -> int:
        """|mu^0|."""
        return sum(self.partitions[-1])

    @property
    def largest_part(self) -> int:
        """The largest mu^k_1."""
        return max((mu[0] for mu in self.partitions if mu), default=0)

    def rows(self) -> tuple[Partition, ...]:
        """Return the rows in composition form, one for each 0 of the profile in order.

        The row that ends with the down step p is mu^{p-1}, mu^{p-2}, .. read along the boundary:
        its j-th entry is on mu^{p-j}, below the entries of the rows that began since.

        Raises:
            ValueError: the profile has no 0, hence no rows.

        >>> CylindricPartition(Profile("110"), [(2,), (3,), (1,)]).rows()
        (Partition((3, 2, 1)),)
        """
        if not self.profile.rank:
            raise ValueError(f"profile must have a 0 to have rows, got {brief(self.profile)}")
        return tuple(map(self._row, range(self.profile.rank)))

    def _row(self, i: int) -> Partition:
        row: list[int] = []
        while True:
            k, m = _place(self.profile, i, len(row))
            if m > len(self.partitions[k - 1]):
                return Partition(row)
            row.append(self.partitions[k - 1][m - 1])

    def paths(self) -> tuple[tuple[int, ...], ...]:
        """Return the columns as closed lattice paths on the cylinder, which do not cross.

        Path j is h_j(0), h_j(1), .., h_j(T) with h_j(k) = (mu^k)'_j, the j-th column length.

        >>> CylindricPartition(Profile("1100"), [(2,), (3, 1), (2,), (1,)]).paths()
        ((1, 1, 2, 1, 1), (0, 1, 1, 1, 0), (0, 0, 1, 0, 0))
        """
        heights = [mu.conjugate() for mu in (self.partitions[-1], *self.partitions)]
        return tuple(
            tuple(columns[j] if j < len(columns) else 0 for columns in heights)
            for j in range(self.largest_part)
        )

    def cubes(self) -> Iterator[tuple[int, int, int]]:
        """Yield the unit cubes (k, i, h): the h-th cube of the pile on entry i of mu^k, 1-based.

        There are `weight` of them.

        >>> list(CylindricPartition(Profile("10"), [(2,), ()]).cubes())
        [(1, 1, 1), (1, 1, 2)]
        """
        for k, mu in enumerate(self.partitions, 1):
            for i, part in enumerate(mu, 1):
                for h in range(1, part + 1):
                    yield k, i, h

    @door
    def rotate(self, steps: int) -> CylindricPartition:
        """Return the same walk begun `steps` steps later; its trace may differ, its weight not.

        >>> print(CylindricPartition(Profile("10"), [(2,), (1,)]).rotate(1))
        (2) ≻ (1) ≺ (2)
        """
        k = steps % self.profile.period
        return unchecked(self.profile.rotate(k), self.partitions[k:] + self.partitions[:k])

    def __str__(self) -> str:
        signs = ["≺" if letter == "1" else "≻" for letter in self.profile.word]
        steps = (f" {sign} {mu}" for sign, mu in zip(signs, self.partitions, strict=True))
        return str(self.partitions[-1]) + "".join(steps)

    def _repr_latex_(self) -> str:
        tex = str(self).replace("≺", r"\prec").replace("≻", r"\succ").replace("∅", r"\emptyset")
        return f"${tex}$"


def _place(profile: Profile, i: int, j: int) -> tuple[int, int]:
    """Return (k, m) such that entry j of row i, both 0-based, is mu^k_m, both 1-based."""
    end = profile.downs[i]
    start = end - j - 1
    turns, within = divmod(j + 1, profile.period)
    window = [(start + s) % profile.period for s in range(within)]
    rows_above = turns * profile.rank + sum(profile.word[s] == "0" for s in window)
    return (start - 1) % profile.period + 1, rows_above


def unchecked(profile: Profile, walk: tuple[Partition, ...]) -> CylindricPartition:
    """Make a cylindric partition known to be valid; for enumeration, batches and growth only."""
    c = object.__new__(CylindricPartition)
    object.__setattr__(c, "profile", profile)
    object.__setattr__(c, "partitions", walk)
    return c


LONGEST_ROW = 10**6
"""A weight has a factor for every column of a row: no longer row is weighed."""


def require_weighable(c: CylindricPartition) -> CylindricPartition:
    """Return the argument if it is a CylindricPartition without very long rows.

    >>> from cylindric.objects.profiles import Profile
    >>> require_weighable(CylindricPartition(Profile("10"), [(10**9,), ()]))
    Traceback (most recent call last):
    ValueError: c must have rows of at most 1000000 to be weighed, got 1000000000
    """
    longest = require_cylindric_partition(c).largest_part
    if longest > LONGEST_ROW:
        raise ValueError(
            f"c must have rows of at most {LONGEST_ROW} to be weighed, got {shown(longest)}"
        )
    return c


def require_cylindric_partition(c: CylindricPartition) -> CylindricPartition:
    """Return the argument if it is a CylindricPartition.

    >>> require_cylindric_partition("110")
    Traceback (most recent call last):
    TypeError: c must be a CylindricPartition, got '110'
    """
    if not isinstance(c, CylindricPartition):
        raise TypeError(f"c must be a CylindricPartition, got {shown(c)}")
    return c
