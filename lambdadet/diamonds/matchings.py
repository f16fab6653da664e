"""Perfect matchings of the Aztec diamond and their monomials; no matrix is known here.

The graph and its weights are in `graph`.  A matching is a frozenset of edges, an edge a pair of
cells (("h", i, l), ("v", k, j)).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from math import isqrt

from lambdadet.diamonds.graph import AztecEdge, Node, aztec_edges
from termwise.arguments import brief, require_at_most, require_integer, require_power_at_most, shown

Matching = frozenset[tuple[Node, Node]]
MATCHING_LIMIT = 2**21
"""How many matchings a call may list before one asks for `limit=`."""


def perfect_matchings(order: int, *, limit: int = MATCHING_LIMIT) -> Iterator[Matching]:
    """Yield the 2^{n(n+1)/2} perfect matchings of the Aztec diamond of order n.

    They are searched for in the graph alone, cell after cell from the top; order 0 has the empty
    matching.

    Args:
        order: n >= 0.
        limit: the largest number of matchings; n = 7 has 2^28.

    Raises:
        TypeError: order is not an integer.
        ValueError: order < 0, or there are more than `limit` matchings.

    >>> [sum(1 for m in perfect_matchings(n)) for n in range(4)]
    [1, 2, 8, 64]
    """
    n = require_integer("order", order, 0)
    require_power_at_most(limit, n * (n + 1) // 2, "matchings")
    require_at_most(limit, 2 ** (n * (n + 1) // 2), "matchings")
    edges: dict[Node, list[tuple[Node, tuple[Node, Node]]]] = {}
    for edge in aztec_edges(n):
        here, there = edge.nodes
        edges.setdefault(here, []).append((there, edge.nodes))
        edges.setdefault(there, []).append((here, edge.nodes))
    cells = sorted(edges, key=lambda node: (2 * node[1] + (node[0] == "v"), node[2]))
    return _covers(cells, edges)


def _covers(
    cells: list[Node], edges: dict[Node, list[tuple[Node, tuple[Node, Node]]]]
) -> Iterator[Matching]:
    """Yield the matchings: the first cell that is free is covered in every way, and so on."""
    taken: dict[Node, tuple[Node, Node]] = {}
    # Where each edge began, what it joined, and the other edges of its cell.
    choices: list[tuple[int, Node, Iterator[tuple[Node, tuple[Node, Node]]]]] = []
    at = 0
    while True:
        while at < len(cells) and cells[at] in taken:
            at += 1
        if at == len(cells):
            yield frozenset(taken.values())
        else:
            choices.append((at, cells[at], iter(edges[cells[at]])))
        while choices:
            start, joined, others = choices.pop()
            if joined in taken:
                del taken[cells[start]], taken[joined]
            found = next((e for e in others if e[0] not in taken), None)
            if found is not None:
                other, edge = found
                taken[cells[start]] = taken[other] = edge
                choices.append((start, other, others))
                at = start + 1
                break
        else:
            return


def matching_monomial(matching: Iterable[tuple[Node, Node]]) -> dict[tuple[str, int, int], int]:
    """Return the exponents of the term of x[n+1]_11 that a matching of order n stands for.

    Every edge brings its parameter and divides by x1_ij and x0_{k+1,l+1} beside it; the product of
    all x1 and the inner x0 comes on top.  Exponents 0 are left out.

    Args:
        matching: the edges, pairs of cells in any order.

    Returns:
        {("lam", i, j): 1, ("mu", i, j): 1, ("x1", i, j): +-1, ("x0", i, j): +-1}.

    Raises:
        ValueError: these are not the edges of a perfect matching of an Aztec diamond.

    >>> matching_monomial([(("h", 1, 1), ("v", 1, 1)), (("h", 2, 1), ("v", 1, 2))])
    {('x1', 1, 2): 1, ('x1', 2, 1): 1, ('x0', 2, 2): -1, ('lam', 1, 1): 1}
    """
    order, edges = edges_of(matching)
    return monomial_of(order, edges)


def monomial_of(order: int, edges: Iterable[AztecEdge]) -> dict[tuple[str, int, int], int]:
    """Return the exponents of a perfect matching that is known to be one, by its edges."""
    exponents = {("x1", i, j): 1 for i, j in product(range(1, order + 2), repeat=2)}
    exponents |= {("x0", i, j): 1 for i, j in product(range(2, order + 2), repeat=2)}
    for edge in edges:
        exponents["x1", edge.i, edge.j] -= 1
        exponents["x0", edge.k + 1, edge.l + 1] -= 1
        parameter = edge.parameter(order)
        if parameter:
            exponents[parameter] = 1
    return {name: exponent for name, exponent in exponents.items() if exponent}


def edges_of(matching: Iterable[tuple[Node, Node]]) -> tuple[int, list[AztecEdge]]:
    """Return the order and the edges of a perfect matching; refuse what is none.

    Raises:
        TypeError: these are not pairs of cells.
        ValueError: they are not the edges of a perfect matching of an Aztec diamond.
    """
    try:
        pairs = [(here, there) for here, there in matching]
        cells = {cell for edge in pairs for cell in edge}
    except (TypeError, ValueError):
        raise TypeError(f"matching must be edges, pairs of cells, got {shown(matching)}") from None
    order = isqrt(len(pairs))
    known = {frozenset(edge.nodes): edge for edge in aztec_edges(order)}
    edges = []
    for nodes in pairs:
        if frozenset(nodes) not in known:
            raise ValueError(
                f"matching must have edges of the Aztec diamond of order {order}, "
                f"got {brief(nodes)}"
            )
        edges.append(known[frozenset(nodes)])
    if not len(cells) == 2 * len(edges) == 2 * order * (order + 1):
        raise ValueError(
            f"matching must cover the {2 * order * (order + 1)} cells of the diamond of order "
            f"{order} once each, got {len(edges)} edges over {len(cells)} cells"
        )
    return order, edges
