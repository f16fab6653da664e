"""Compositions up to rotation: (c_1, .., c_r) and (c_2, .., c_r, c_1) have the same objects.

An orbit is named by its largest composition, in the order of dictionaries; orbits are listed from
the largest down.  The words 1^{c_1} 0 .. 1^{c_r} 0 of orbits are necklaces of r zeros and l ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import comb, gcd

from termwise.arguments import require_integer
from termwise.doors import door
from termwise.price import require_steps

Composition = tuple[int, ...]


@door
def number_of_orbits(rank: int, level: int) -> int:
    """Count the compositions of the level into so many parts, 0 allowed, up to rotation.

    Source: Burnside's lemma for the words of r zeros and l ones on a circle.

    >>> number_of_orbits(3, 4), number_of_orbits(4, 3)
    (5, 5)
    """
    require_integer("rank", rank, 1)
    require_integer("level", level, 1)
    period, common = rank + level, gcd(rank, level)
    fixed = 0
    for d in range(1, common + 1):
        if common % d == 0:
            turns = sum(gcd(k, d) == 1 for k in range(1, d + 1))
            fixed += turns * comb(period // d, rank // d)
    return fixed // period


def orbit_of(composition: Composition) -> Composition:
    """Return the largest rotation of a composition.

    >>> orbit_of((0, 1, 3))
    (3, 0, 1)
    """
    return max(composition[i:] + composition[:i] for i in range(len(composition)))


def orbits_with_index(rank: int, level: int) -> tuple[list[Composition], dict[Composition, int]]:
    """Return the orbits, and of every composition the index of its orbit.

    >>> orbits_with_index(2, 2)
    ([(2, 0), (1, 1)], {(2, 0): 0, (0, 2): 0, (1, 1): 1})
    """
    require_steps(20 * rank**2 * comb(rank + level - 1, rank - 1), "steps for the compositions")
    orbits: list[Composition] = []
    index: dict[Composition, int] = {}
    for c in _compositions(rank, level):
        if c not in index:  # the first of its orbit is the largest
            for i in range(rank):
                index[c[i:] + c[:i]] = len(orbits)
            orbits.append(c)
    return orbits, index


def _compositions(rank: int, level: int) -> Iterator[Composition]:
    """Yield the compositions, the largest first."""
    if rank == 1:
        yield (level,)
        return
    for first in range(level, -1, -1):
        for rest in _compositions(rank - 1, level - first):
            yield (first, *rest)
