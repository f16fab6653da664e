"""The projection of a block as an object: entries, application, arrays.

>>> p = block_projection(2)
>>> p[(0, 0), (1, 1)], p.rank
(Fraction(2, 5), 3)
>>> print(p @ BlockVector({(0, 0): 5}))
3*e(0,0) - e(0,2) + 2*e(1,1) - e(2,0)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from semicircular.objects.pairs import Pair, require_pair
from semicircular.objects.vectors import BlockVector
from semicircular.projections.kernels import project, require_size
from semicircular.projections.kinds import KINDS
from semicircular.projections.numerators import require_parity
from termwise.arguments import shown
from termwise.doors import door
from termwise.exact import Exact
from termwise.formats import Storable
from termwise.price import require_bytes, require_steps
from termwise.showing import picture_of


@dataclass(frozen=True, repr=False)
class BlockProjection(Storable):
    """A projection of a block, in exact numbers; made by `block_projection`.

    Attributes:
        size: M, or K for the square.
        kind: which projection.

    Raises:
        TypeError, ValueError: as of `block_projection`.

    >>> block_projection(1).pairs
    ((0, 0), (0, 1), (1, 0))
    """

    size: int
    kind: str = "block"

    def __post_init__(self) -> None:
        if not isinstance(self.kind, str):
            raise TypeError(f"kind must be a string, got {shown(self.kind)}")
        if self.kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}, got {shown(self.kind)}")
        object.__setattr__(self, "size", require_size(self.size))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The basis: the pairs (a, b), in graded order."""
        return tuple(KINDS[self.kind].pairs(self.size))

    def _count(self) -> int:
        """Return how many pairs there are, and make none of them."""
        side = self.size + 1
        return side**2 if self.kind == "square" else side * (side + 1) // 2

    def __getitem__(self, index: Any) -> Exact:
        if not isinstance(index, tuple) or len(index) != 2:
            raise TypeError(f"index must be two pairs, got {shown(index)}")
        p, q = (self._pair("index", part) for part in index)
        value = Fraction(*KINDS[self.kind].entry(self.size, p, q))
        return value.numerator if value.denominator == 1 else value

    def _pair(self, name: str, pair: Any) -> Pair:
        a, b = require_pair(name, pair)
        if (max(a, b) if self.kind == "square" else a + b) > self.size:
            raise ValueError(f"{name} must lie in a block of size {self.size}, got {(a, b)}")
        return a, b

    def __matmul__(self, u: object) -> BlockVector:
        return self.apply(u) if isinstance(u, BlockVector) else NotImplemented

    @door
    def apply(self, u: BlockVector | Mapping[Pair, Any]) -> BlockVector:
        """Return the projection of a vector: in about M^2 additions, for the square with M^2 each.

        Args:
            u: a vector of the block, or a mapping of pairs to exact numbers.

        Raises:
            TypeError: a key that is no pair, or a number that is not exact.
            ValueError: a pair outside the block.
        """
        vector = u if isinstance(u, BlockVector) else BlockVector(u)
        most = max if self.kind == "square" else sum
        if outside := [pair for pair in vector.numerators if most(pair) > self.size]:
            self._pair("u", outside[0])
        if self.kind == "block":
            total, below = project(self.size, vector.numerators)
            return BlockVector.over(total, below * vector.denominator)
        return self._entrywise(vector)

    def _entrywise(self, u: BlockVector) -> BlockVector:
        given, entry = u.numerators, KINDS[self.kind].entry
        require_steps(300 * len(given) * self._count(), "entries of the projection")
        total: dict[Pair, Exact] = {}
        for p, value in given.items():
            for q in self.pairs:
                above, below = entry(self.size, p, q)
                if above:
                    total[q] = total.get(q, 0) + Fraction(value * above, below)
        return BlockVector(total) / u.denominator

    @property
    def rank(self) -> int:
        """The dimension of what is projected onto."""
        return self.size // 2 + 1 if self.kind == "compressed" else self.size + 1

    def columns(self) -> dict[Pair, BlockVector]:
        """Return the image of every basis vector.

        Raises:
            ValueError: the matrix is too large.
        """
        require_bytes(300 * self._count() ** 2, "the entries of the projection")
        return {pair: self.apply(BlockVector.over({pair: 1})) for pair in self.pairs}

    @door
    def to_integers(self, parity: str | None = None) -> tuple[list[list[int]], int]:
        """Return the matrix as integers over one denominator; rows as in `pairs`.

        Args:
            parity: "even" or "odd" for the pairs of one class, between which all other entries
                are 0; None for both.

        Returns:
            The rows, and the denominator; of one class of a block they are N and M' + 3.

        Raises:
            TypeError, ValueError: parity is none of these, or the matrix is too large.

        >>> block_projection(2).to_integers("even")
        ([[3, -1, 2, -1], [-1, 2, 1, 2], [2, 1, 3, 1], [-1, 2, 1, 2]], 5)
        """
        odd = None if parity is None else require_parity(parity)
        rows = self._entries(odd)
        common = lcm(*(below for row in rows for _, below in row))
        return [[above * (common // below) for above, below in row] for row in rows], common

    def _entries(self, odd: int | None = None) -> list[list[tuple[int, int]]]:
        require_bytes(300 * self._count() ** 2, "the entries of the projection")
        entry = KINDS[self.kind].entry
        pairs = [pair for pair in self.pairs if odd is None or sum(pair) % 2 == odd]
        return [[entry(self.size, p, q) for q in pairs] for p in pairs]

    def to_array(self) -> NDArray[np.float64]:
        """Return the matrix in floating point, for pictures and numerics; rows as in `pairs`.

        Raises:
            ValueError: the matrix is too large.
        """
        rows = self._entries()
        return np.array([[above / below for above, below in row] for row in rows])

    def __repr__(self) -> str:
        kind = "" if self.kind == "block" else f", {self.kind!r}"
        return f"block_projection({self.size}{kind})"

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return picture_of(self)._repr_mimebundle_()


@door
def block_projection(size: int, kind: str = "block") -> BlockProjection:
    """Return the projection of a block onto what is orthogonal to all commutators.

    The variants differ in how the infinite block is cut off, or in the operator:

        block           the triangle a + b <= M; what is orthogonal to C V_{M-1}
        compressed      the kernel of C with everything outside the triangle dropped
        square          the same with the square a, b <= M
        graded          the part iw - wi of top degree only
        anticommutator  {s_i, .} in place of [s_i, .]

    Args:
        size: M, at least 0.
        kind: one of these names.

    Returns:
        A BlockProjection p: p[(a, b), (a', b')] is an entry, p @ u the image of a BlockVector.

    Raises:
        TypeError: size is not an integer, or kind no string.
        ValueError: M < 0 or too large, or an unknown kind.

    Source: motivated by [Langer13] on semicircular systems; proved in docs/theorems.

    >>> p = block_projection(4)
    >>> print(*(p[(0, 0), pair] * 7 for pair in p.pairs if sum(pair) % 2 == 0))
    3 -1 2 -1 0 -1 2 -1 0
    >>> block_projection(4, "square")[(0, 0), (4, 4)]
    Fraction(1, 4)
    """
    return BlockProjection(size, kind)
