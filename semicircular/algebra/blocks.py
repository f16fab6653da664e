"""The commutator on one block, where it is the discrete wave operator, whatever the core is:

C e_ab = e_{a+1,b} + e_{a-1,b} - e_{a,b+1} - e_{a,b-1}      (0 where an index is negative)
"""

from __future__ import annotations

from collections import defaultdict

from semicircular.objects.pairs import Pair
from semicircular.objects.vectors import BlockVector
from termwise.doors import door


@door
def block_commutator(u: BlockVector) -> BlockVector:
    """Return the commutator of a vector of a block.

    Raises:
        TypeError: u is no BlockVector.

    >>> print(block_commutator(BlockVector({(0, 0): 1})))
    -e(0,1) + e(1,0)
    """
    total: dict[Pair, int] = defaultdict(int)
    for (a, b), value in u.numerators.items():
        total[a + 1, b] += value
        total[a, b + 1] -= value
        if a:
            total[a - 1, b] += value
        if b:
            total[a, b - 1] -= value
    return BlockVector.over(total, u.denominator)
