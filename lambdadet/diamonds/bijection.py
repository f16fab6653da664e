"""Perfect matchings of the Aztec diamond are compatible pairs: the bijection, both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from lambdadet.diamonds.graph import AztecEdge, Node
from lambdadet.diamonds.matchings import Matching, edges_of
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.objects.pairs import CompatiblePair
from termwise.arguments import shown


def pair_to_matching(pair: CompatiblePair) -> Matching:
    """Return the perfect matching of the Aztec diamond that is a compatible pair.

    The edge south-east of A_ij is used 1 + Bbar_{i-1,j-1} - Abar_ij times, 0 or 1, and the other
    three directions are the same after reflections.

    Args:
        pair: a compatible pair (A, B).

    Returns:
        The edges, pairs of cells.

    Raises:
        TypeError: pair is no pair of AlternatingSignMatrices.
        ValueError: it is not compatible.

    Source: [EKLP92]; the weights of [RR86] read as edges.

    >>> pair = CompatiblePair(AlternatingSignMatrix([[0, 1], [1, 0]]), AlternatingSignMatrix([[1]]))
    >>> sorted(pair_to_matching(pair))
    [(('h', 1, 1), ('v', 1, 1)), (('h', 2, 1), ('v', 1, 2))]
    """
    if not (isinstance(pair, tuple) and len(pair) == 2):
        raise TypeError(f"pair must be a compatible pair (A, B), got {shown(pair)}")
    larger, smaller = CompatiblePair(*pair)
    n = larger.size
    south_east = _used_south_east(larger, smaller)
    south_west = _used_south_east(larger.mirror(), smaller.mirror())
    north_east = _used_south_east(larger.flip(), smaller.flip())
    north_west = _used_south_east(larger.rotate(2), smaller.rotate(2))
    edges = [AztecEdge(i, j, i, j) for i, j in south_east]
    edges += [AztecEdge(i, n + 1 - j, i, n - j) for i, j in south_west]
    edges += [AztecEdge(n + 1 - i, j, n - i, j) for i, j in north_east]
    edges += [AztecEdge(n + 1 - i, n + 1 - j, n - i, n - j) for i, j in north_west]
    return frozenset(edge.nodes for edge in edges)


def _used_south_east(
    larger: AlternatingSignMatrix, smaller: AlternatingSignMatrix
) -> Iterator[tuple[int, int]]:
    """Yield the (i, j) with 1 + Bbar_{i-1,j-1} - Abar_ij = 1."""
    inner, outer = smaller.corner_sums, larger.left_cumulant
    for i, j in product(range(1, larger.size), repeat=2):
        if inner[i - 1][j - 1] == outer[i - 1][j - 1]:
            yield i, j


def matching_to_pair(matching: Iterable[tuple[Node, Node]]) -> CompatiblePair:
    """Return the compatible pair that is a perfect matching of an Aztec diamond.

    A_ij is 1 minus the number of edges round it, B_kl the number of edges round it minus 1.

    Args:
        matching: the edges, pairs of cells in any order.

    Raises:
        ValueError: these are not the edges of a perfect matching of an Aztec diamond.

    >>> matching_to_pair([(("v", 1, 1), ("h", 1, 1)), (("h", 2, 1), ("v", 1, 2))]).larger.rows
    ((0, 1), (1, 0))
    """
    order, edges = edges_of(matching)
    larger = [[1] * (order + 1) for _ in range(order + 1)]
    smaller = [[-1] * order for _ in range(order)]
    for edge in edges:
        larger[edge.i - 1][edge.j - 1] -= 1
        smaller[edge.k - 1][edge.l - 1] += 1
    return CompatiblePair(AlternatingSignMatrix(larger), AlternatingSignMatrix(smaller))
