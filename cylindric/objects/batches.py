"""Many cylindric partitions of one profile in one array.

A batch is an array walks[k, b, i], 0 <= k < T: the part i + 1 of mu^k of the object b, k = 0
standing for T.  Numbers too large for the machine are kept as Python integers in an object array:
slower, and exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from cylindric.objects.cylindric_partitions import CylindricPartition, unchecked
from cylindric.objects.partitions import Partition, trusted
from cylindric.objects.profiles import Profile, require_profile
from termwise.arguments import brief, require_integer, shown
from termwise.formats import Storable
from termwise.price import require_bytes

Array = npt.NDArray[Any]
Integers = npt.NDArray[np.int64]

SHOWN_LETTERS = 40  # a repr is a line


@dataclass(frozen=True)
class Law:
    """The law that samples were drawn from: P(c) ~ W_c(q, t) prod_k z_k^{|mu^k|}, in floats.

    Attributes:
        z: z_1 .. z_T.
        q, t: the parameters; equal ones give W_c = 1.
        open: whether mu^0 = mu^T is empty.
        acceptance: the accepted share of the proposals; None where nothing is rejected.
    """

    z: tuple[float, ...]
    q: float = 0.0
    t: float = 0.0
    open: bool = False
    acceptance: float | None = None


class Samples(Sequence[CylindricPartition], Storable):
    """A sequence of cylindric partitions of one profile, kept in one array.

    Made by `sample`, `sample_macdonald` and `sample_of_weight`.  An integer index gives a
    CylindricPartition, a slice gives Samples.

    Args:
        profile: the profile.
        walks: integers walks[k, b, i], 0 <= k < T: the part i + 1 of mu^k of the b-th object; k = 0
            stands for T.

    Raises:
        TypeError: profile is no Profile, walks no array of integers.
        ValueError: walks has not the shape (T, size, rows), or two partitions do not interlace.

    >>> Samples(Profile("10"), np.array([[[0], [1]], [[2], [1]]]))
    <2 samples of profile 10, weights 2 to 2, mean 2>
    >>> print(_[-1])
    (1) ≺ (1) ≻ (1)
    """

    PARTS = ("profile", "objects")

    def __init__(self, profile: Profile, walks: Array) -> None:
        require_profile(profile)
        if not isinstance(walks, np.ndarray) or walks.dtype.kind not in "iu":
            raise TypeError(f"walks must be an array of integers, got {shown(walks)}")
        if walks.ndim != 3 or len(walks) != profile.period:
            raise ValueError(
                f"walks must have the shape (T, size, rows), T = {profile.period}, "
                f"got {brief(walks.shape)}"
            )
        _require_walks(profile, walks)
        self._fill(profile, walks, None)

    def _fill(self, profile: Profile, walks: Array, law: Law | None) -> None:
        rows = int(walks.any(axis=(0, 1)).sum())
        walks = walks[..., :rows]
        # Sums and differences of parts, which others take, must have room.
        least = np.dtype(kind_for(int(walks.max(initial=0))))
        if walks.dtype.kind == "u" or least.kind == "O" or least.itemsize > walks.dtype.itemsize:
            walks = walks.astype(least)
        self._profile = profile
        self._walks = _frozen(walks)
        self._law = law

    def _parts(self) -> dict[str, Any]:
        return {
            "profile": self._profile,
            "objects": [[tuple(mu) for mu in c.partitions] for c in self],
        }

    @classmethod
    def _of_parts(cls, parts: dict[str, Any]) -> Samples:
        profile = require_profile(parts["profile"])
        walks = [CylindricPartition(profile, c).partitions for c in parts["objects"]]
        array = to_array(walks) if walks else np.zeros((profile.period, 0, 0), np.int64)
        return made(profile, array)  # of no law: it has floats

    @property
    def profile(self) -> Profile:
        """The profile of all of them."""
        return self._profile

    @property
    def law(self) -> Law | None:
        """What they were drawn from; None if that is not known.  It does not count in `==`."""
        return self._law

    @property
    def walks(self) -> Array:
        """The array itself, read-only; no row of it is zero throughout."""
        return self._walks

    @property
    def weights(self) -> Array:
        """The weight of each: 64-bit integers, or Python's where these might not do."""
        period, _, rows = self._walks.shape
        most = period * rows * int(self._walks.max(initial=0))
        kind = np.int64 if most < 2**63 else object
        weights: Array = self._walks.sum(axis=(0, 2), dtype=kind)
        return weights

    @property
    def largest_parts(self) -> Array:
        """The largest part of each, 0 if it is empty."""
        largest: Array = self._walks.max(axis=(0, 2), initial=0)
        return largest if largest.dtype == object else largest.astype(np.int64)

    @property
    def lengths(self) -> Integers:
        """The most rows that a mu^k of each has, 0 if it is empty."""
        return np.asarray(np.count_nonzero(self._walks, axis=2).max(axis=0), np.int64)

    @property
    def sizes(self) -> Array:
        """The array sizes[b, k - 1] of |mu^k|, k = 1 .. T; as `weights`, 64 bits if these do."""
        most = self._walks.shape[2] * int(self._walks.max(initial=0))
        sums: Array = self._walks.sum(axis=2, dtype=np.int64 if most < 2**63 else object)
        sizes: Array = np.roll(sums, -1, axis=0).T
        return sizes

    def heights(self) -> Integers:
        """Return the lattice paths: heights[k, b, j], the length of column j + 1 of mu^k.

        As in `walks`, k = 0 stands for T.

        >>> Samples(Profile("10"), np.array([[[0, 0]], [[2, 0]]])).heights().tolist()
        [[[0, 0]], [[1, 1]]]
        """
        columns = int(self._walks.max(initial=0))
        require_bytes(8 * self._walks[..., :1].size * columns, "the heights")
        heights = np.zeros((*self._walks.shape[:2], columns), np.int64)
        for row in range(self._walks.shape[2]):
            heights += self._walks[..., row, None] > np.arange(columns)
        return heights

    def particles(self, k: int, rows: int | None = None) -> Integers:
        """Return the Maya diagrams of mu^k: doubled positions 2 mu_i - 2 i + 1, odd integers.

        A particle is at mu_i - i + 1/2, i = 1, 2, ..; twice that is an integer.

        Args:
            k: 0 .. T; 0 and T are one.
            rows: how many particles, from the right; those after all rows are at -2 i + 1.  If it
                is not given, as many as the batch has rows.

        Returns:
            An array [b, i - 1], strictly decreasing along i.

        Raises:
            TypeError: k or rows is no integer.
            ValueError: k is not in 0 .. T, rows < 0.

        Source: [Borodin07].

        >>> Samples(Profile("10"), np.array([[[0]], [[2]]])).particles(1, 3)
        array([[ 3, -3, -5]])
        """
        place, period = require_integer("k", k, 0), self._profile.period
        if place > period:
            raise ValueError(f"k must be in 0 .. {period}, got {brief(place)}")
        walk = self._walks[place % period]
        number = walk.shape[1] if rows is None else require_integer("rows", rows, 0)
        require_bytes(8 * len(walk) * number, "the particles")
        parts = np.zeros((len(walk), number), object if walk.dtype == object else np.int64)
        parts[:, : walk.shape[1]] = walk[:, :number]
        places: Integers = 2 * parts - 2 * np.arange(number) - 1
        return places

    def statistics(self) -> dict[str, Array]:
        """Return columns with one entry an object, as `pandas.DataFrame` takes them.

        weight, trace, largest_part, length, and size_1 .. size_T, the sizes of mu^1 .. mu^T.

        >>> table = Samples(Profile("10"), np.array([[[0]], [[2]]])).statistics()
        >>> [(name, int(column[0])) for name, column in table.items() if column[0]]
        [('weight', 2), ('largest_part', 2), ('length', 1), ('size_1', 2)]
        """
        sizes = self.sizes
        return {
            "weight": self.weights,
            "trace": sizes[:, -1],
            "largest_part": self.largest_parts,
            "length": self.lengths,
            **{f"size_{k}": column for k, column in enumerate(sizes.T, 1)},
        }

    def __len__(self) -> int:
        return int(self._walks.shape[1])

    @overload
    def __getitem__(self, at: int) -> CylindricPartition: ...

    @overload
    def __getitem__(self, at: slice) -> Samples: ...

    def __getitem__(self, at: int | slice) -> CylindricPartition | Samples:
        if isinstance(at, slice):
            return made(self._profile, self._walks[:, at], self._law)
        place = require_integer("at", at)
        if not -len(self) <= place < len(self):
            raise IndexError(f"at must be in {-len(self)} .. {len(self) - 1}, got {shown(place)}")
        walk = to_partitions(self._walks[:, place])
        return unchecked(self._profile, (*walk[1:], walk[0]))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Samples):
            return NotImplemented
        return self._profile == other._profile and np.array_equal(self._walks, other._walks)

    def __hash__(self) -> int:
        return hash((self._profile, tuple(self.weights.tolist())))

    def __reduce__(self) -> tuple[Any, ...]:
        return made, (self._profile, np.array(self._walks), self._law)

    def __repr__(self) -> str:
        weights, word = self.weights, self._profile.word
        name = word if len(word) <= SHOWN_LETTERS else f"{word[:SHOWN_LETTERS]}.. (T = {len(word)})"
        if not len(weights):
            return f"<no samples of profile {name}>"
        rate = self._law.acceptance if self._law else None
        return (
            f"<{len(weights)} samples of profile {name}, weights {weights.min()} to "
            f"{weights.max()}, mean {weights.mean():.6g}"
            f"{'' if rate is None else f', acceptance {rate:.3g}'}>"
        )


def made(profile: Profile, walks: Array, law: Law | None = None) -> Samples:
    """Make Samples of walks known to be valid; nothing is checked."""
    samples = object.__new__(Samples)
    samples._fill(profile, walks, law)
    return samples


def _frozen(array: Array) -> Array:
    """Return a copy that nobody can make writeable again."""
    if array.dtype == object:
        array = array.copy()
        array.setflags(write=False)
        return array.view()
    return np.frombuffer(array.tobytes(), array.dtype).reshape(array.shape)


def kind_for(largest: int) -> npt.DTypeLike:
    """Return the smallest dtype in which sums of two parts up to the largest are exact."""
    kinds: tuple[type, ...] = (np.int16, np.int32, np.int64)
    return next((kind for kind in kinds if 2 * largest <= np.iinfo(kind).max), object)


def to_array(walks: Sequence[Sequence[Partition]], least_rows: int = 1) -> Array:
    """Return walks of T partitions each, given mu^1 .. mu^T, as one batch."""
    period = len(walks[0])
    rows = max([least_rows, *(len(mu) for walk in walks for mu in walk)])
    largest = max((mu[0] for walk in walks for mu in walk if mu), default=0)
    batch = np.zeros((period, len(walks), rows), kind_for(largest))
    for b, walk in enumerate(walks):
        for k, mu in enumerate(walk, 1):
            batch[k % period, b, : len(mu)] = mu
    return batch


def to_partitions(rows: Array) -> list[Partition]:
    """Return each row of an array as a Partition, without its zeros."""
    lengths = np.count_nonzero(rows, axis=1).tolist()
    return [
        trusted(tuple(row[:length])) for row, length in zip(rows.tolist(), lengths, strict=True)
    ]


def _require_walks(profile: Profile, walks: Array) -> None:
    if (walks < 0).any():
        raise ValueError("walks must have no negative parts")
    places = np.arange(1, profile.period + 1)
    up = np.array([letter == "1" for letter in profile.word])
    small = walks[np.where(up, places - 1, places % profile.period)]
    large = walks[np.where(up, places % profile.period, places - 1)]
    wrong = (small > large).any(axis=(1, 2)) | (large[..., 1:] > small[..., :-1]).any(axis=(1, 2))
    if wrong.any():
        k = int(wrong.argmax()) + 1
        raise ValueError(
            f"walks must be {'up' if up[k - 1] else 'down'} by a horizontal strip at "
            f"step {k} of {profile}"
        )
