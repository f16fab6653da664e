"""Compatible pairs of alternating sign matrices.

A, n x n, and B, one smaller, are *compatible* when their corner sums interlace:

    max(Abar_ij, Abar_{i+1,j+1} - 1) <= Bbar_ij <= min(Abar_{i+1,j}, Abar_{i,j+1}),   1 <= i, j < n.

Lower and upper bound agree except at the entries -1 of A, where they differ by 1 and either value
will do: A has 2^N(A) partners, one for each choice, and there are 2^{n(n-1)/2} pairs in all, as
many as domino tilings of the Aztec diamond of order n - 1 (see `diamonds.graph`).  The pairs are
the terms of the generic lambda-determinant.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.matrix import AlternatingSignMatrix, Rows, require_asm, trusted
from termwise.arguments import brief, require_integer
from termwise.doors import door
from termwise.formats import Storable


class _Pair(NamedTuple):
    larger: AlternatingSignMatrix
    smaller: AlternatingSignMatrix


class CompatiblePair(_Pair, Storable):
    """A compatible pair (A, B), a tuple.

    Args:
        larger: A, of size n >= 1.
        smaller: B, of size n - 1.

    Raises:
        TypeError: one of them is not an AlternatingSignMatrix.
        ValueError: the sizes do not fit, or a corner sum of B breaks its bounds.

    >>> a = AlternatingSignMatrix([[0, 1], [1, 0]])
    >>> len(CompatiblePair(a, AlternatingSignMatrix([[1]])))
    2
    """

    __slots__ = ()
    PARTS = ("larger", "smaller")

    def __new__(
        cls, larger: AlternatingSignMatrix, smaller: AlternatingSignMatrix
    ) -> CompatiblePair:
        for name, matrix in (("larger", larger), ("smaller", smaller)):
            require_asm(name, matrix)
        n = larger.size
        if n < 1 or smaller.size != n - 1:
            raise ValueError(
                f"smaller must have one row less than larger, got sizes {n} and {smaller.size}"
            )
        cumulant = smaller.left_cumulant
        for i, row in enumerate(partner_bounds(larger)):
            for j, (least, most) in enumerate(row):
                if not least <= cumulant[i][j] <= most:
                    raise ValueError(
                        f"corner sum ({i + 1}, {j + 1}) of smaller must be in {least}..{most}, "
                        f"got {brief(cumulant[i][j])}"
                    )
        return super().__new__(cls, larger, smaller)

    def _repr_latex_(self) -> str:
        larger, smaller = (matrix._repr_latex_().strip("$") for matrix in self)
        return rf"$\left({larger}, {smaller}\right)$"


def is_compatible(larger: AlternatingSignMatrix, smaller: AlternatingSignMatrix) -> bool:
    """Return whether two matrices are a compatible pair.

    Args:
        larger, smaller: A and B.

    Raises:
        TypeError: one of them is not an AlternatingSignMatrix.

    >>> identity, one = AlternatingSignMatrix([[1, 0], [0, 1]]), AlternatingSignMatrix([[1]])
    >>> is_compatible(identity, one), is_compatible(one, identity)
    (True, False)
    """
    try:
        CompatiblePair(larger, smaller)
    except ValueError:
        return False
    return True


def partner_bounds(larger: AlternatingSignMatrix) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return the least and the largest corner sums Bbar_ij of the partners B, i, j = 1..n-1.

    They differ, by 1, exactly where A_{i+1,j+1} is -1.

    Args:
        larger: A.

    Returns:
        n - 1 rows of n - 1 pairs (least, largest).

    Raises:
        TypeError: larger is not an AlternatingSignMatrix.

    >>> partner_bounds(AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]]))
    (((0, 1), (1, 1)), ((1, 1), (2, 2)))
    """
    sums = require_asm("larger", larger).left_cumulant
    steps = range(larger.size - 1)
    return tuple(
        tuple(
            (max(sums[i][j], sums[i + 1][j + 1] - 1), min(sums[i + 1][j], sums[i][j + 1]))
            for j in steps
        )
        for i in steps
    )


def compatible_partners(larger: AlternatingSignMatrix) -> Iterator[AlternatingSignMatrix]:
    """Yield the 2^N(A) partners B of a matrix A, listed directly: one for every choice at a -1.

    Args:
        larger: A, not empty.

    Raises:
        TypeError: larger is not an AlternatingSignMatrix.
        ValueError: larger is empty.

    Source: [RR86].

    >>> a = AlternatingSignMatrix([[0, 1, 0], [1, -1, 1], [0, 1, 0]])
    >>> [b.rows for b in compatible_partners(a)]
    [((0, 1), (1, 0)), ((1, 0), (0, 1))]
    """
    if not require_asm("larger", larger).size:
        raise ValueError("larger must have at least 1 row, got the empty matrix")
    bounds = partner_bounds(larger)
    choices = [range(least, most + 1) for row in bounds for least, most in row]
    size = larger.size - 1
    return (
        trusted(_second_differences([sums[i * size : (i + 1) * size] for i in range(size)]))
        for sums in product(*choices)
    )


def _second_differences(sums: list[tuple[int, ...]]) -> Rows:
    """Return the matrix whose corner sums, from row and column 1, are given."""
    rows = []
    above: tuple[int, ...] = (0,) * len(sums)
    for row in sums:
        before = 0
        entries = []
        for total, over in zip(row, above, strict=True):
            entries.append(total - over - before)
            before = total - over
        rows.append(tuple(entries))
        above = row
    return tuple(rows)


@door
def compatible_pairs(n: int) -> Iterator[CompatiblePair]:
    """Yield every compatible pair (A, B) with A of size n and B of size n - 1.

    The matrices A come in the order of `alternating_sign_matrices`, each with all its partners.

    Args:
        n: the size of A, a positive integer.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1.

    >>> sum(1 for larger, smaller in compatible_pairs(4)) == 2**6
    True
    """
    return (
        tuple.__new__(CompatiblePair, (larger, smaller))
        for larger in alternating_sign_matrices(require_integer("n", n, 1))
        for smaller in compatible_partners(larger)
    )
