"""Graphs as text, read back by networkx."""

import json
from fractions import Fraction
from io import BytesIO

import networkx as nx
import pytest

from lambdadet import asm_lattice, aztec_diamond
from termwise import to_graphml, to_node_link


@pytest.mark.parametrize(
    "graph", [asm_lattice(3), aztec_diamond(2, lam=[[1, 2], [3, 4]]), nx.Graph(), nx.path_graph(3)]
)
def test_graphs_are_the_same_graph(graph):
    again = nx.read_graphml(BytesIO(to_graphml(graph).encode()))
    linked = json.loads(to_node_link(graph))
    assert again.number_of_nodes() == len(linked["nodes"]) == graph.number_of_nodes()
    assert again.number_of_edges() == len(linked["links"]) == graph.number_of_edges()
    assert again.is_directed() == linked["directed"] == graph.is_directed()
    other = graph.__class__()  # by hand: networkx has called its option by two names
    other.add_nodes_from(node["id"] for node in linked["nodes"])
    other.add_edges_from((link["source"], link["target"]) for link in linked["links"])
    assert nx.is_isomorphic(graph, again)
    assert nx.is_isomorphic(graph, other)
    assert {str(node) for node in again} == {str(node["id"]) for node in linked["nodes"]}


def test_names_and_attributes():
    text = to_graphml(asm_lattice(2))
    assert 'node id="((0, 1), (1, 0))"' in text
    edge = next(iter(json.loads(to_node_link(aztec_diamond(1, lam=3)))["links"]))
    assert edge["parameter"] == "('lam', 1, 1)"
    assert edge["weight"] == "3"


def test_bad_input():
    with pytest.raises(TypeError, match="graph must be a networkx graph, got 3"):
        to_graphml(3)
    graph = nx.Graph()
    graph.add_edge(1, "1")
    with pytest.raises(ValueError, match="nodes that print apart"):
        to_node_link(graph)


def test_attributes_do_not_take_the_place_of_names():
    graph = nx.DiGraph()
    graph.add_node(1, id="x")
    graph.add_edge(1, 10**5000, source="x")
    document = json.loads(to_node_link(graph))
    assert [len(node["id"]) for node in document["nodes"]] == [1, 5001]
    assert document["links"][0]["source"] == "1"


@pytest.mark.parametrize("values", [(1, Fraction(1, 2)), (1, 10**30), (True, 1), (1, "a"), (1, 2)])
def test_an_attribute_has_one_type(values):
    graph = nx.Graph()
    for k, value in enumerate(values):
        graph.add_edge(k, k + 1, w=value)
    read = [data["w"] for *_, data in nx.parse_graphml(to_graphml(graph)).edges(data=True)]
    assert read == ([1, 2] if values == (1, 2) else [str(value) for value in values])
