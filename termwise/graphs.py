"""Graphs as GraphML and as node-link JSON, for yEd, Gephi, igraph, D3 and the like.

Nodes are written as text, and so are attributes unless all that have one name are integers of 64
bits, or all are truth values: a matrix as its rows, a weight as 1/2.  An attribute that is None is
left out.

    >>> import networkx as nx
    >>> graph = nx.DiGraph()
    >>> graph.add_edge((1, 2), (2, 1))
    >>> print(to_graphml(graph).count("<node"), "(1, 2)" in to_graphml(graph))
    2 True
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from termwise.formats import Storable
from termwise.json_text import json_text
from termwise.writing import written

if TYPE_CHECKING:
    import networkx as nx


def to_graphml(graph: nx.Graph[Any]) -> str:
    """Return a graph as GraphML.

    Raises:
        TypeError: graph is no networkx graph.
    """
    import networkx as nx

    return "\n".join(nx.generate_graphml(_plain(graph), named_key_ids=True))


def to_node_link(graph: nx.Graph[Any]) -> str:
    """Return a graph as node-link JSON: its nodes, each with an `id`, and its `links`.

    Raises:
        TypeError: graph is no networkx graph.
    """
    plain = _plain(graph)
    return json_text(
        {
            "directed": plain.is_directed(),
            "multigraph": plain.is_multigraph(),
            "nodes": [{**data, "id": node} for node, data in plain.nodes(data=True)],
            "links": [{**data, "source": a, "target": b} for a, b, data in plain.edges(data=True)],
        }
    )


def _plain(graph: Any) -> Any:
    """Return the graph with texts and integers alone."""
    import networkx as nx

    from termwise.arguments import shown

    if not isinstance(graph, nx.Graph):
        raise TypeError(f"graph must be a networkx graph, got {shown(graph)}")
    plain = graph.__class__()
    of_nodes = _mixed(data for _, data in graph.nodes(data=True))
    of_edges = _mixed(data for *_, data in graph.edges(data=True))
    for node, data in graph.nodes(data=True):
        plain.add_node(_text(node), **_attributes(data, of_nodes))
    if plain.number_of_nodes() < graph.number_of_nodes():
        raise ValueError("graph must have nodes that print apart")
    for a, b, data in graph.edges(data=True):
        plain.add_edge(_text(a), _text(b), **_attributes(data, of_edges))
    return plain


def _mixed(attributes: Iterable[dict[str, Any]]) -> set[str]:
    """Return the names whose values are not all integers of 64 bits, or all truth values."""
    kinds: dict[str, set[str]] = {}
    for data in attributes:
        for name, value in data.items():
            if value is not None:
                small = type(value) is int and abs(value) < 2**63
                kind = "integer" if small else "truth" if isinstance(value, bool) else "text"
                kinds.setdefault(name, set()).add(kind)
    return {name for name, found in kinds.items() if "text" in found or len(found) > 1}


def _attributes(data: dict[str, Any], mixed: set[str]) -> dict[str, Any]:
    return {
        name: _text(value) if name in mixed else value
        for name, value in data.items()
        if value is not None
    }


def _text(value: Any) -> str:
    if isinstance(value, Storable) and len(parts := value._parts()) == 1:
        (value,) = parts.values()
    return written(value)
