"""Cylindric plane overpartitions, listed from the border components of equal entries.

An entry mu^k_i = v has *level* h if it is the h-th last of the parts v of mu^k.  The entries of one
value and one level, for consecutive k, are neighbours in rows and columns; such a run, as long as
it can be, is a *border component*.  At q = 0 the weight is the product of 1 - t^h over the border
components that do not wind round the cylinder [CSV11], so that at t = -1 it counts the ways to

    overline or not every component of odd level, if there are none of even level;

components that wind are left alone.  In a plane partition this says that of equal entries in a row
the last may be overlined, of equal entries in a column the first may be, and that in a column the
others are overlined and in a row they are not: the first entry of a component decides.

Read off rows and columns alone, two equal parts in every mu^k would leave no overlining at all: the
inner of two rings has its equal both to the right and above.

    sum_c #overlinings z^|c| = prod_{n>=1} 1/(1 - z^{nT})  prod_b (1 + z^{h(b)}) / (1 - z^{h(b)})
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from cylindric.objects.cylindric_partitions import CylindricPartition, require_cylindric_partition
from termwise.doors import door


class BorderComponent(NamedTuple):
    """A border component that does not wind: the entries of a value and a level for k, k + 1, ..

    `first` is the 1-based k at which it begins; `length` says for how many k it goes on.
    """

    value: int
    level: int
    first: int
    length: int


def border_components(c: CylindricPartition) -> Iterator[BorderComponent]:
    """Yield the border components of a cylindric partition that do not wind round the cylinder.

    Source: [CSV11]; [Vul09] for plane partitions.

    >>> from cylindric.objects.profiles import Profile
    >>> c = CylindricPartition(Profile("1100"), [(1,), (2,), (1,), ()])
    >>> for component in border_components(c):
    ...     print(component)
    BorderComponent(value=1, level=1, first=1, length=1)
    BorderComponent(value=1, level=1, first=3, length=1)
    BorderComponent(value=2, level=1, first=2, length=1)
    """
    walk, period = require_cylindric_partition(c).partitions, c.profile.period
    for value in sorted({part for shape in walk for part in shape}):
        counts = [shape.count(value) for shape in walk]
        for level in range(1, max(counts) + 1):
            within = [count >= level for count in counts]
            for k in range(period):
                if within[k] and not within[k - 1]:
                    length = 1
                    while within[(k + length) % period]:
                        length += 1
                    yield BorderComponent(value, level, k + 1, length)


@door
def overlinings(c: CylindricPartition) -> Iterator[frozenset[BorderComponent]]:
    """Yield every set of border components that may be overlined together.

    Args:
        c: the cylindric partition.

    Yields:
        The subsets of its components if all are of odd level, and nothing otherwise.

    Source: [CSV11].

    >>> from cylindric.objects.profiles import Profile
    >>> [len(chosen) for chosen in overlinings(CylindricPartition(Profile("10"), [(2,), (1,)]))]
    [0, 1, 1, 2]
    """
    components = list(border_components(c))
    if all(component.level % 2 for component in components):
        for many in range(len(components) + 1):
            yield from map(frozenset, combinations(components, many))
