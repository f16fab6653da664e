"""Macdonald weights as peaks over valleys: the combinatorial reading of Langer's thesis.

Column j of a cylindric partition c is a closed path on the cylinder, h_j(k) = (mu^k)'_j, and the
paths do not cross.  A step of it goes up or down by at most one; relative to the profile,

    e_k(j) = h_j(k) - h_j(k-1) + (1 - pi_k)  is 0 or 1.

Path j has a *peak* at k if e_k = 1, e_{k+1} = 0, and a *valley* if e_k = 0, e_{k+1} = 1.  Let
B_k(j) be the product of b_{mu^k}(s) over the boxes s in column j of mu^k.  Then

    W_c = prod_j [ prod_{peaks k} B_k(j) / prod_{valleys k} B_k(j) ].

Nothing but the heights is used here: the arm of the box in row i of column j is the number of paths
after j that are at least i high, its leg is the height less i.

    >>> from cylindric.objects.profiles import Profile
    >>> for turn in peaks_and_valleys(CylindricPartition(Profile("10"), [(2,), (1,)])):
    ...     print(turn.kind, turn.path, turn.step, turn.height, turn.factors)
    valley 1 1 1 (1 - q*t)/(1 - q**2)
    peak 1 2 1 (1 - t)/(1 - q)
    peak 2 1 1 (1 - t)/(1 - q)
    valley 2 2 0 1
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cylindric.algebra.qt_products import Factor, QTProduct
from cylindric.objects.cylindric_partitions import CylindricPartition, require_weighable
from termwise.doors import door


class PeakOrValley(NamedTuple):
    """A peak or a valley of one path.

    `kind` is "peak" or "valley", `path` is j, `step` is k in 1..T, `height` is h_j(k), and
    `factors` is B_k(j), by which a peak multiplies the weight and a valley divides it.
    """

    kind: str
    path: int
    step: int
    height: int
    factors: QTProduct

    @property
    def name(self) -> str:
        """Its factor of the weight, as one writes it."""
        symbol = f"B_{self.step}({self.path})"
        return symbol if self.kind == "peak" else f"1/{symbol}"


@door
def peaks_and_valleys(c: CylindricPartition) -> tuple[PeakOrValley, ...]:
    """Return the peaks and valleys of the paths of a cylindric partition, path by path.

    Args:
        c: the cylindric partition.

    Returns:
        A tuple of (kind, path, step, height, factors); paths without turns have none.

    Source: [Langer13].

    >>> from cylindric.objects.profiles import Profile
    >>> turns = peaks_and_valleys(CylindricPartition(Profile("1100"), [(1,), (1,), (1,), ()]))
    >>> [(turn.kind, turn.path, turn.step) for turn in turns]
    [('peak', 1, 1), ('valley', 1, 2), ('peak', 1, 3), ('valley', 1, 4)]
    """
    return tuple(_turns(require_weighable(c)))


def path_factors(c: CylindricPartition) -> Iterator[tuple[str, QTProduct]]:
    """Yield the factor of every peak and valley, by name.

    >>> from cylindric.objects.profiles import Profile
    >>> [(name, str(f)) for name, f in path_factors(CylindricPartition(Profile("10"), [(1,), ()]))]
    [('B_1(1)', '(1 - t)/(1 - q)'), ('1/B_2(1)', '1')]
    """
    for turn in _turns(c):
        yield turn.name, turn.factors if turn.kind == "peak" else turn.factors**-1


def _turns(c: CylindricPartition) -> Iterator[PeakOrValley]:
    paths = c.paths()
    ups = [letter == "1" for letter in c.profile.word]
    period = len(ups)
    heights_at = [[path[k] for path in paths] for k in range(period + 1)]
    for j, heights in enumerate(paths):
        rises = [heights[k + 1] - heights[k] + (not ups[k]) for k in range(period)]
        for k in range(1, period + 1):
            here, then = rises[k - 1], rises[k % period]
            if here != then:
                kind = "peak" if here else "valley"
                yield PeakOrValley(kind, j + 1, k, heights[k], _column(heights_at[k], j))


def _column(heights: list[int], j: int) -> QTProduct:
    """Return B_k(j + 1), given the heights of all paths at k, which fall from path to path."""
    exponents: Counter[Factor] = Counter()
    for row in range(1, heights[j] + 1):
        lower = bisect_left(heights, True, lo=j, key=row.__gt__)
        arm, leg = lower - j - 1, heights[j] - row
        exponents[arm, leg + 1] += 1
        exponents[arm + 1, leg] -= 1
    return QTProduct(exponents)
