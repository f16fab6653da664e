"""Cylindric plane overpartitions, listed from the definition.

Entries of a cylindric partition lie on the cylinder as those of a plane partition lie in the plane:

    step k up      mu^{k-1}_i is to the right of mu^k_i and above mu^k_{i+1}
    step k down    mu^{k-1}_i is above mu^k_i and to the right of mu^k_{i-1}

In an overpartition some entries are overlined:

    in a row the last of equal entries may be overlined, and the others are not;
    in a column the first of equal entries may be overlined, and the others are.   [CSV11]

An object has as many as its weight at q = 0, t = -1 says, unless a number lies twice in every mu^k:
two rings round the cylinder, and an entry of the inner one has its equal both to the right and
above, so that it may neither be overlined nor not.  Then there are none, while the weight does not
see what has no ends.  So the trace, 1/(1 - z^{nT}) for the weights, is that of rings that differ:

    prod_{n>=1} (1 + z^{nT})  prod_b (1 + z^{h(b)}) / (1 - z^{h(b)}).

This is checked by `check_overpartitions`, not taken from a source.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from cylindric.cylindric_partitions import CylindricPartition, require_cylindric_partition

Entry = tuple[int, int]
"""(k, i) stands for mu^k_i, both 1-based."""


def overlinings(c: CylindricPartition) -> Iterator[frozenset[Entry]]:
    """Yield every set of entries that may be overlined together.

    Args:
        c: the cylindric partition.

    Yields:
        Sets of (k, i); 2^f of them, or none, if f entries are free.

    Source: [CSV11].

    >>> from cylindric.profiles import Profile
    >>> c = CylindricPartition(Profile("10"), [(1,), ()])
    >>> [sorted(chosen) for chosen in overlinings(c)]
    [[], [(1, 1)]]
    """
    forced, free = set(), []
    before = require_cylindric_partition(c).partitions[-1]
    for k, (letter, shape) in enumerate(zip(c.profile.word, c.partitions, strict=True), 1):
        # What lies to the right of mu^k_i in its row, and above it in its column, is in mu^{k-1}.
        above = (0, *before) if letter == "1" else before
        right = before if letter == "1" else before[1:]
        for i, part in enumerate(shape):
            last = i >= len(right) or right[i] != part
            first = i >= len(above) or above[i] != part
            if not (last or first):
                return
            if last and first:
                free.append((k, i + 1))
            elif last:
                forced.add((k, i + 1))
        before = shape
    for many in range(len(free) + 1):
        for chosen in combinations(free, many):
            yield frozenset(forced.union(chosen))
