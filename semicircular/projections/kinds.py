"""The projection of a block, and its variants: for each its pairs and its entries.

An entry is an integer over one of a few denominators.  Whatever is projected onto, the test is the
same: the kernel of a matrix that `matrices` writes down from the definition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

from semicircular.objects.pairs import Pair, graded, triangle
from semicircular.projections.numerators import below, entry


class Kind(NamedTuple):
    """A family of projections.

    Attributes:
        says: what is projected onto.
        pairs: M to the pairs of the space, in graded order.
        entry: M and two pairs of the space to numerator and denominator.
    """

    says: str
    pairs: Callable[[int], Iterator[Pair]]
    entry: Callable[[int, Pair, Pair], tuple[int, int]]


def _block(size: int, p: Pair, q: Pair) -> tuple[int, int]:
    return entry(*p, *q), below(size, sum(p))


def _compressed(size: int, p: Pair, q: Pair) -> tuple[int, int]:
    """Return N / (M + 3) where the sums have the parity of M, and 0 elsewhere."""
    return (0 if (size - sum(p)) % 2 else entry(*p, *q)), size + 3


def _anticommutator(size: int, p: Pair, q: Pair) -> tuple[int, int]:
    """Conjugate by the sign (-1)^b, which takes the commutator to the anticommutator."""
    return (-1) ** (p[1] + q[1]) * entry(*p, *q), below(size, sum(p))


def _graded(size: int, p: Pair, q: Pair) -> tuple[int, int]:
    """Average over a line a + b = m."""
    return int(sum(p) == sum(q)), sum(p) + 1


def _square(size: int, p: Pair, q: Pair) -> tuple[int, int]:
    """Return the billiard with four walls, n = K + 2, x = a + 1, y = b + 1."""
    n = size + 2
    sums = p[0] + p[1] + 2, q[0] + q[1] + 2
    differences = p[0] - p[1], q[0] - q[1]
    return (
        meets(n, sums[0], sums[1])
        + meets(n, differences[0], differences[1])
        - meets(n, sums[0], differences[1])
        - meets(n, differences[0], sums[1])
    ), 2 * n


def meets(n: int, z: int, z2: int) -> int:
    """Return [z = z' mod 2n] + [z = -z' mod 2n]."""
    return ((z - z2) % (2 * n) == 0) + ((z + z2) % (2 * n) == 0)


def _square_pairs(size: int) -> Iterator[Pair]:
    return iter(sorted(product(range(size + 1), range(size + 1)), key=graded))


KINDS = {
    "block": Kind("what is orthogonal to C V_{M-1} in the triangle a+b <= M", triangle, _block),
    "compressed": Kind("the kernel of C, cut off at the triangle a+b <= M", triangle, _compressed),
    "square": Kind("the kernel of C, cut off at the square a, b <= M", _square_pairs, _square),
    "graded": Kind("what is orthogonal to all iw - wi, in a+b <= M", triangle, _graded),
    "anticommutator": Kind(
        "what is orthogonal to the anticommutators of a+b < M", triangle, _anticommutator
    ),
}
