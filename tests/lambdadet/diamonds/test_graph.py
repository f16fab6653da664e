"""The Aztec diamond and its weights."""

from fractions import Fraction
from itertools import product
from math import prod

import networkx as nx
import pytest

from lambdadet.diamonds.graph import AztecEdge, aztec_diamond, aztec_edges
from lambdadet.diamonds.matchings import perfect_matchings
from tests.lambdadet import definitions as brute


@pytest.mark.parametrize("order", [1, 2, 3])
def test_the_graph_is_the_aztec_diamond(order):
    """Cells are unit squares with |x| + |y| <= n + 1 at their corners, edges shared sides."""
    graph = aztec_diamond(order)
    halves = [k + 0.5 for k in range(-order, order)]
    cells = [(x, y) for x, y in product(halves, repeat=2) if abs(x) + abs(y) <= order]
    diamond = nx.Graph(
        (a, b) for a in cells for b in cells if abs(a[0] - b[0]) + abs(a[1] - b[1]) == 1
    )
    assert graph.number_of_nodes() == 2 * order * (order + 1) == len(cells)
    assert graph.number_of_edges() == 4 * order**2
    assert nx.is_isomorphic(graph, diamond)
    assert nx.is_bipartite(graph)
    assert all(graph.nodes[a]["bipartite"] != graph.nodes[b]["bipartite"] for a, b in graph.edges)
    assert {
        abs(a - b)
        for u, v in graph.edges
        for a, b in zip(graph.nodes[u]["position"], graph.nodes[v]["position"], strict=True)
    } == {1}


@pytest.mark.parametrize("order", [1, 2, 3])
def test_edge_weights_add_up_to_the_recurrence(order):
    n = order + 1
    x1, x0, lam, mu = (
        brute.numbers(n, 1),
        brute.numbers(n + 1, 2),
        brute.numbers(order, 3),
        brute.numbers(order, 4),
    )
    graph = aztec_diamond(order, x1, x0, lam, mu)
    total = sum(
        prod((graph.edges[edge]["weight"] for edge in matching), start=Fraction(1))
        for matching in perfect_matchings(order)
    )
    total *= prod(map(prod, x1)) * prod(prod(row[1:-1]) for row in x0[1:-1])
    assert total == brute.octahedron(x1, x0, lam, mu)
    for edge in aztec_edges(order):
        assert AztecEdge.between(*edge.nodes) == edge
        data = graph.edges[edge.nodes]
        assert (data["entry"], data["inner"]) == ((edge.i, edge.j), (edge.k, edge.l))
        assert data["parameter"] == edge.parameter(order)


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: aztec_diamond(0), ValueError, "n must be at least 1, got 0"),
        (lambda: aztec_diamond(2, [[1]]), ValueError, "x1 must be 3 x 3, got 1 rows"),
        (lambda: aztec_diamond(1, [[1, 2], [0, 1]]), ValueError, r"x1 .* got 0 at \(2, 1\)"),
        (lambda: aztec_diamond(2, lam=0.5), TypeError, "lam must be rows of ints or Fractions"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()
