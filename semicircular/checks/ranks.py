"""What exact ranks say of a factor, and what they do not.

A rank modulo a prime is a lower bound, so it bounds a kernel from above; vectors that are known to
be in the kernel bound it from below.  Where the two meet, and meet the formula, it is proved.

    R1  in V(L-1), i^0 .. i^(L-1) span what commutes with s_i, and 1 what commutes with s_1 and s_2
    R2  the sum of all [s_i, V(L-1)] has in V(L) as many missing dimensions as there are necklaces
        of length at most L: the truncated traces
    R3  cut off, Q C_i Q has a kernel of dimension floor(M/2) + 1 in every block: spurious

R1 says that no polynomial of degree below L but the scalars is central, and nothing of limits in
L^2; R2 grows, so the intersection of truncated complements is not the vacuum; and R3 warns that
square truncations have kernels of their own.  That the system is a factor is a theorem on all L.
"""

from __future__ import annotations

from concurrent.futures import Executor
from functools import partial

from semicircular.algebra.fock import commutator
from semicircular.checks.sides import compare, require_small
from semicircular.matrices import on_pairs, on_words
from semicircular.objects.necklaces import count_necklaces
from semicircular.objects.vectors import Vector
from termwise import Comparison, Row
from termwise.arguments import brief
from termwise.doors import door
from termwise.running import Progress

LIMIT = 2 * 10**6
"""How many entries the largest matrix may have: L = 9 for two letters, L = 6 for three."""

SIDES = (
    ("at most", "by a rank modulo 2^31 - 1, which is never above the true one"),
    ("at least", "by independent vectors, or traces, that are seen to vanish"),
    ("claimed", "L; 1; the number of necklaces of length <= L; floor(M/2) + 1"),
)

NOTES = (
    "R1: no polynomial of degree below L but the scalars is central; nothing follows for limits",
    "R2: grows with L: the truncated complements of all letters do not shrink to the vacuum",
    "R3: a kernel that comes from the truncation alone, M = L",
)


@door
def check_ranks(
    bound: int,
    n: int = 2,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Check the exact dimensions R1, R2, R3 for all L up to a bound.

    Args:
        bound: the largest L.
        n: how many letters, at least 2.
        limit: refuse larger matrices than this.
        executor, progress: as of `termwise.run`; one unit an L.

    Returns:
        A Comparison with four rows for every L: bounds from both sides, and what is claimed.

    Raises:
        TypeError: an argument is not an integer, or as `termwise.run`.
        ValueError: n < 2, bound < 0, or matrices that are too large.

    >>> [row.values for row in check_ranks(5).rows[-4:]]
    [(5, 5, 5), (1, 1, 1), (24, 24, 24), (3, 3, 3)]
    """
    return compare(
        f"kernels and complements of commutators with {brief(n)} letters, L <= {brief(bound)}",
        SIDES,
        partial(_rows, n),
        require_small(limit, n, bound),
        executor=executor,
        progress=progress,
        notes=NOTES,
    )


def _rows(n: int, degree: int) -> list[Row]:
    letters = range(1, n + 1)
    pure = [Vector.basis((1,) * k) for k in range(degree)]
    spurious = on_pairs.spurious_nullity(degree)
    sums = sum(count_necklaces(n, k) for k in range(degree + 1))
    return [
        Row(
            f"R1, L = {degree}: commute with s_1",
            (
                on_words.nullity(n, degree, [1]),
                sum(not commutator(1, x) for x in pure),
                degree,
            ),
        ),
        Row(
            f"R1, L = {degree}: commute with all s_i",
            (
                on_words.nullity(n, degree, letters),
                sum(not any(commutator(i, x) for i in letters) for x in pure),
                min(degree, 1),
            ),
        ),
        Row(
            f"R2, L = {degree}: complement of all commutators",
            (on_words.codimension(n, degree), on_words.vanishing_traces(n, degree), sums),
        ),
        Row(
            f"R3, M = {degree}: kernel of Q C Q",
            (spurious, on_pairs.spurious_vectors(degree), degree // 2 + 1),
        ),
    ]
