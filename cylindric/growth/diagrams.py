"""Growth diagrams on the cylinder, cell by cell, by any local rule.

While the partitions of a cylindric partition are not all equal, the word has a corner pi_k = 1,
pi_{k+1} = 0.  Peel it: by a local rule replace mu^k = outer by inner, write down the label m, and
exchange the two letters.

    >>> print(growth_diagram(CylindricPartition(Profile("110"), [(2,), (3,), (1,)])))
    (3)   (1)
        1
    (2)   (1)
        1
    (1)   (1)

The diagram is drawn with up steps leading up and down steps leading right, as on the boundary of c;
its top edge is its bottom edge, `rank` columns further on.  What it is good for: `bijection`.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import index
from typing import Any, NamedTuple

from cylindric.growth.local_rules import RSK, LocalRule, require_rule
from cylindric.growth.turns import one_turn
from cylindric.objects.cylindric_partitions import (
    CylindricPartition,
    require_cylindric_partition,
    unchecked,
)
from cylindric.objects.decompositions import Decomposition
from cylindric.objects.partitions import Partition
from cylindric.objects.profiles import Box, Profile, place
from termwise.arguments import digits, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.showing import picture_of
from termwise.writing import field_repr

MAX_DRAWN = 600  # a text drawing of more cells than this would not be read


class Cell(NamedTuple):
    """One cell of a growth diagram: its box, its four corners, its label."""

    box: Box
    inner: Partition
    left: Partition
    right: Partition
    outer: Partition
    label: int

    def __repr__(self) -> str:
        return field_repr(self)


@dataclass(frozen=True)
class GrowthDiagram(Storable):
    """All cells that were peeled off a cylindric partition, in the order of peeling.

    Made by `growth_diagram`.  Printed with a partition at every corner and a label in every cell
    (a dot for 0).

    Attributes:
        subject: the cylindric partition.
        rule: the local rule.
        cells: the cells of all turns, the boxes of the first turn first.
        shape: the constant that is left.

    Source: Fomin's growth diagrams, on the cylinder after [Langer12, Langer13].

    >>> diagram = growth_diagram(CylindricPartition(Profile("10"), [(2,), (1,)]))
    >>> print(diagram, diagram.decomposition.labels[1, 2, 1])
    (2)   (1)
        1
    (1)   (1) 1
    """

    subject: CylindricPartition
    rule: LocalRule
    cells: tuple[Cell, ...]
    shape: Partition

    __repr__ = field_repr

    def __post_init__(self) -> None:
        require_cylindric_partition(self.subject)
        require_rule(self.rule)
        if not (isinstance(self.cells, tuple) and all(isinstance(c, Cell) for c in self.cells)):
            raise TypeError(f"cells must be a tuple of Cells, got {shown(self.cells)}")
        object.__setattr__(self, "shape", Partition(self.shape))

    PARTS = ("subject", "rule")

    def _derived(self) -> dict[str, Any]:
        corners = [[cell.box, *map(tuple, cell[1:5]), cell.label] for cell in self.cells]
        return {"shape": tuple(self.shape), "cells": corners}

    @classmethod
    def _of_parts(cls, parts: dict[str, Any]) -> GrowthDiagram:
        return growth_diagram(parts["subject"], parts["rule"])

    @property
    def decomposition(self) -> Decomposition:
        """The shape and the labels alone."""
        return Decomposition(self.shape, {cell.box: cell.label for cell in self.cells})

    def grid(self) -> list[list[str]]:
        """Return the drawing as lines of entries: corners on even lines, labels on odd ones.

        Row and column count half steps: the corner between the up steps a and a + 1 and the down
        steps b and b + 1, numbered from the start of the word, is at height 2a and column 2b.
        """
        profile = self.subject.profile
        entries: dict[tuple[int, int], str] = {}
        a = b = 0
        entries[0, 0] = str(self.subject.partitions[-1])
        for letter, mu in zip(profile.word, self.subject.partitions, strict=True):
            a, b = (a + 1, b) if letter == "1" else (a, b + 1)
            entries[2 * a, 2 * b] = str(mu)
        for cell in self.cells:
            b, a = place(profile, cell.box)
            entries[2 * a + 1, 2 * b + 1] = digits(cell.label) if cell.label else "·"
            entries[2 * a, 2 * b] = str(cell.left)
            entries[2 * a, 2 * b + 2] = str(cell.inner)
            entries[2 * a + 2, 2 * b + 2] = str(cell.right)
        height, width = (max(place[axis] for place in entries) for axis in (0, 1))
        return [
            [entries.get((row, column), "") for column in range(width + 1)]
            for row in range(height, -1, -1)
        ]

    def __str__(self) -> str:
        if len(self.cells) > MAX_DRAWN:
            return f"{len(self.cells)} cells, too many to draw; {self.decomposition!r}"
        grid = self.grid()
        widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
        lines = (" ".join(map(str.ljust, line, widths)).rstrip() for line in grid)
        return "\n".join(lines)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        # A notebook shows LaTeX when this is empty.  A cylindric partition has no such method:
        # which of its four pictures is wanted is for the reader to say, and its walk is text.
        return {} if len(self.cells) > MAX_DRAWN else picture_of(self)._repr_mimebundle_()

    def _repr_latex_(self) -> str:
        if len(self.cells) > MAX_DRAWN:
            return self.decomposition._repr_latex_()
        tex = {"∅": r"\emptyset", "·": r"\cdot"}
        lines = (" & ".join(tex.get(entry, entry) for entry in line) for line in self.grid())
        body = r" \\ ".join(lines)
        return rf"$\begin{{array}}{{{'c' * len(self.grid()[0])}}}{body}\end{{array}}$"


@door
def growth_diagram(c: CylindricPartition, rule: LocalRule = RSK) -> GrowthDiagram:
    """Peel a cylindric partition down to a constant and keep every cell of every turn.

    Args:
        c: the cylindric partition.
        rule: any local rule.

    Returns:
        A GrowthDiagram.

    Raises:
        TypeError: c is no CylindricPartition, rule no LocalRule.
        ValueError: the rule is wrong (the message names the cell on which it shows).

    Source: [Langer12, Langer13]; growth diagrams after Fomin, [Kra06].

    >>> c = CylindricPartition(Profile("10"), [(3, 1), (2,)])
    >>> [(cell.box, cell.label) for cell in growth_diagram(c).cells]
    [((1, 2, 1), 1), ((1, 2, 2), 1)]
    """
    require_cylindric_partition(c)
    require_rule(rule)
    profile = c.profile
    period, rank = profile.period, profile.rank
    walk = [c.partitions[-1], *c.partitions[:-1]]
    steps = _steps(profile)
    cells = []
    n = 0
    # An inner corner lies in its outer one, and properly unless all four are equal: every turn of
    # a walk that is not constant takes weight away.
    while walk.count(walk[0]) < period:
        n += 1
        shift = (n - 1) * rank
        for step in steps:
            for at, i, j in step:
                k = (at + shift) % period
                left, outer, right = walk[k - 1], walk[k], walk[(k + 1) % period]
                cell = _peel(rule, Box(i, j, n), left, right, outer)
                walk[k] = cell.inner
                cells.append(cell)
    return GrowthDiagram(c, rule, tuple(cells), walk[0])


def compose_by_cells(profile: Profile, d: Decomposition, rule: LocalRule) -> CylindricPartition:
    """Build the cylindric partition of a pair (shape, labels): `growth_diagram` backwards.

    >>> pair = Decomposition((1,), {(1, 3, 2): 2})
    >>> print(compose_by_cells(Profile("110"), pair, RSK))
    (3) ≺ (3,2) ≺ (3,2) ≻ (3)
    """
    period = profile.period
    walk = [d.shape] * period
    steps = _steps(profile)
    for n in range(max((n for _, _, n in d.labels), default=0), 0, -1):
        shift = (n - 1) * profile.rank
        for step in reversed(steps):
            for at, i, j in step:
                k, box = (at + shift) % period, Box(i, j, n)
                left, inner, right = walk[k - 1], walk[k], walk[(k + 1) % period]
                walk[k] = _build(rule, box, inner, left, right, d.labels.get(box, 0)).outer
    return unchecked(profile, (*walk[1:], walk[0]))


def _steps(profile: Profile) -> list[list[tuple[int, int, int]]]:
    """Return the (k, i, j) of each step of a turn as plain integers."""
    return [
        list(zip(k.tolist(), i.tolist(), j.tolist(), strict=True)) for k, i, j in one_turn(profile)
    ]


def _peel(rule: LocalRule, box: Box, left: Partition, right: Partition, outer: Partition) -> Cell:
    try:
        inner, label = rule.backward(left, right, outer)
        cell = Cell(box, Partition(inner), left, right, outer, index(label))
    except Exception as error:  # a rule is anybody's code: say where it failed
        corners = f"left={left} right={right} outer={outer}"
        raise ValueError(f"rule {rule.name} fails at box {box}, {corners}: {error!r}") from error
    return _checked(rule, cell)


def _build(
    rule: LocalRule, box: Box, inner: Partition, left: Partition, right: Partition, label: int
) -> Cell:
    try:
        outer = Partition(rule.forward(inner, left, right, label))
    except Exception as error:  # as above
        corners = f"inner={inner} left={left} right={right} m={label}"
        raise ValueError(f"rule {rule.name} fails at box {box}, {corners}: {error!r}") from error
    return _checked(rule, Cell(box, inner, left, right, outer, label))


def _checked(rule: LocalRule, cell: Cell) -> Cell:
    """Return a cell if it is one: a wrong rule is found out here and not in a wrong result."""
    box, inner, left, right, outer, label = cell
    sizes = sum(outer) + sum(inner) == sum(left) + sum(right) + label and label >= 0
    strips = inner.interlaces(left) and inner.interlaces(right)
    if not (sizes and strips and left.interlaces(outer) and right.interlaces(outer)):
        raise ValueError(
            f"rule {rule.name} must give a cell of a growth diagram, got at box {box} "
            f"inner={inner} left={left} right={right} outer={outer} m={label}"
        )
    return cell
