"""The generic lambda-determinant as a sum over perfect matchings of the Aztec diamond.

Every matching is listed and contributes one monomial, read off its edges (see `tilings`); no
algebra at all, so that the other routes have something to be compared with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lambdadet.printing import indexed_name, text_sum
from lambdadet.tilings import AztecEdge, aztec_edges


def matching_terms(n: int, parameters: str, x0: bool, variables: tuple[str, ...]) -> dict[str, int]:
    """Return {monomial: number of matchings}."""
    places = {name: k for k, name in enumerate(variables)}
    counts: Counter[tuple[int, ...]] = Counter()
    for matching in matchings(list(aztec_edges(n - 1))):
        powers: Counter[str] = Counter()
        inside = range(1, n + 1)
        powers.update(indexed_name("x", i, j, n) for i in inside for j in inside)
        if x0:
            inner = range(2, n + 1)
            powers.update(indexed_name("y", i, j, n) for i in inner for j in inner)
        for edge in matching:
            powers[indexed_name("x", edge.i, edge.j, n)] -= 1
            if x0:
                powers[indexed_name("y", edge.k + 1, edge.l + 1, n)] -= 1
            name = parameter_name(edge, n, parameters)
            if name:
                powers[name] += 1
        exponents = [0] * len(variables)
        for name, power in powers.items():
            exponents[places[name]] = power
        counts[tuple(exponents)] += 1
    return {text_sum({e: 1}, variables): number for e, number in counts.items()}


def parameter_name(edge: AztecEdge, n: int, parameters: str) -> str:
    named = edge.parameter(n - 1)
    if named is None or (parameters == "constant" and named[0] == "mu"):
        return ""
    kind, i, j = named
    if parameters == "constant":
        return kind
    if parameters == "multi":
        return indexed_name(kind, i, j, n)
    return f"{kind}_" + (f"m{j - i}" if i < j else f"p{i - j}" if i > j else "0")


def matchings(edges: list[AztecEdge]) -> Iterator[list[AztecEdge]]:
    """Yield the perfect matchings: the first free cell is joined in every way, and so on."""
    if not edges:
        yield []
        return
    cells: dict[Any, list[tuple[Any, AztecEdge]]] = {}
    for edge in edges:
        here, there = edge.nodes
        cells.setdefault(here, []).append((there, edge))
    order = sorted(cells)
    used: set[Any] = set()
    chosen: list[AztecEdge] = []

    def extend(k: int) -> Iterator[list[AztecEdge]]:
        if k == len(order):
            yield list(chosen)
            return
        for there, edge in cells[order[k]]:
            if there not in used:
                used.add(there)
                chosen.append(edge)
                yield from extend(k + 1)
                used.remove(there)
                chosen.pop()

    yield from extend(0)
