"""Growth diagrams on the cylinder: the bijection behind Borodin's identity.

While the partitions of a cylindric partition c are not all equal, the word has a corner pi_k = 1,
pi_{k+1} = 0.  *Peel* it: by a local rule replace mu^k = outer by inner, write down the label m, and
exchange the two letters.  The up step that began at i and the down step that began at j meet in the
boxes (i, j, 1), (i, j, 2), .., one a turn.  What is left is a constant nu, and

    c  <->  (nu, labels m_b > 0),     |c| = T |nu| + sum_b m_b h(b)

is a bijection, whatever the local rule and the order of peeling [Langer12, Langer13].  The sum over
all pairs (nu, m) is Borodin's product.

    >>> c = CylindricPartition(Profile("110"), [(2,), (3,), (1,)])
    >>> d = decompose(c)
    >>> d
    Decomposition(shape=Partition((1,)), labels={(2, 3, 1): 1, (1, 3, 1): 1})
    >>> compose(c.profile, d.shape, d.labels) == c
    True
    >>> print(growth_diagram(c))
    (3)   (1)
        1
    (2)   (1)
        1
    (1)   (1)

The diagram is drawn with up steps leading up and down steps leading right, as on the boundary of c;
its top edge is its bottom edge, `rank` columns further on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import index
from typing import NamedTuple

from cylindric.cylindric_partitions import (
    CylindricPartition,
    require_cylindric_partition,
    unchecked,
)
from cylindric.decompositions import Decomposition
from cylindric.local_rules import RSK, LocalRule, require_rule
from cylindric.partitions import Partition
from cylindric.profiles import Box, Profile, require_profile
from cylindric.toggles import Toggles, kind_for, to_array, to_partitions
from cylindric.turns import one_turn
from termwise.arguments import LIMIT, require_at_most

MAX_DRAWN = 600  # a text drawing of more cells than this would not be read


class Cell(NamedTuple):
    """One cell of a growth diagram: its box, its four corners, its label."""

    box: Box
    inner: Partition
    left: Partition
    right: Partition
    outer: Partition
    label: int


@dataclass(frozen=True)
class GrowthDiagram:
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
        ups, downs, rank = profile.ups, profile.downs, profile.rank
        # c counts cells and a letter's column is the number of 0s before it.
        entries: dict[tuple[int, int], str] = {}
        a = b = 0
        entries[0, 0] = str(self.subject.partitions[-1])
        for letter, mu in zip(profile.word, self.subject.partitions, strict=True):
            a, b = (a + 1, b) if letter == "1" else (a, b + 1)
            entries[2 * a, 2 * b] = str(mu)
        for cell in self.cells:
            i, j, n = cell.box
            a = ups.index(i)
            b = downs.index(j) + rank * (n - 1 + (j < i))
            entries[2 * a + 1, 2 * b + 1] = str(cell.label or "·")
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

    def _repr_svg_(self) -> str | None:
        # A notebook shows LaTeX when this is None.  A cylindric partition has no _repr_svg_: which
        # of its four pictures is wanted is for the reader to say, and its walk is text.
        if len(self.cells) > MAX_DRAWN:
            return None
        from cylindric.growth_drawing import draw_growth

        return draw_growth(self).svg()

    def _repr_latex_(self) -> str:
        if len(self.cells) > MAX_DRAWN:
            return self.decomposition._repr_latex_()
        tex = {"∅": r"\emptyset", "·": r"\cdot"}
        lines = (" & ".join(tex.get(entry, entry) for entry in line) for line in self.grid())
        body = r" \\ ".join(lines)
        return rf"$\begin{{array}}{{{'c' * len(self.grid()[0])}}}{body}\end{{array}}$"


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
            for place, i, j in step:
                k = (place + shift) % period
                left, outer, right = walk[k - 1], walk[k], walk[(k + 1) % period]
                cell = _peel(rule, Box(i, j, n), left, right, outer)
                walk[k] = cell.inner
                cells.append(cell)
    return GrowthDiagram(c, rule, tuple(cells), walk[0])


def decompose(c: CylindricPartition, rule: LocalRule = RSK) -> Decomposition:
    """Return the pair (nu, labels) that corresponds to a cylindric partition.

    Args:
        c: the cylindric partition.
        rule: any local rule; RSK runs on arrays.

    Returns:
        A Decomposition with |c| = T |nu| + sum of label times hook length.

    Raises:
        TypeError, ValueError: as `growth_diagram`.

    Source: as `growth_diagram`.

    >>> from cylindric.local_rules import BURGE
    >>> decompose(CylindricPartition(Profile("10"), [(3, 1), (2,)]), BURGE)
    Decomposition(shape=Partition(()), labels={(1, 2, 1): 1, (1, 2, 3): 1})
    """
    require_cylindric_partition(c)
    return decompose_all([c], rule)[0]


def decompose_all(
    objects: Sequence[CylindricPartition], rule: LocalRule = RSK
) -> list[Decomposition]:
    """Decompose many cylindric partitions of one profile, with RSK all in one computation.

    Args:
        objects: cylindric partitions of the same profile.
        rule: any local rule.

    Raises:
        TypeError, ValueError: as `growth_diagram`; profiles that differ.

    >>> objects = [CylindricPartition(Profile("10"), [(n,), ()]) for n in range(3)]
    >>> [dict(d.labels) for d in decompose_all(objects)]
    [{}, {(1, 2, 1): 1}, {(1, 2, 1): 2}]
    """
    for c in objects:
        require_cylindric_partition(c)
    require_rule(rule)
    if not objects:
        return []
    profile = objects[0].profile
    if any(c.profile != profile for c in objects):
        raise ValueError(f"objects must all have the profile {profile} of the first")
    if rule != RSK:
        return [growth_diagram(c, rule).decomposition for c in objects]
    toggles = Toggles(profile)
    constants, turns = toggles.peel(to_array([c.partitions for c in objects]))
    labels = toggles.labels_of(turns, len(objects))
    pairs = zip(to_partitions(constants), labels, strict=True)
    return [Decomposition(shape, each) for shape, each in pairs]


def compose(
    profile: Profile,
    shape: Iterable[int],
    labels: Mapping[tuple[int, int, int], int],
    rule: LocalRule = RSK,
    *,
    limit: int = LIMIT,
) -> CylindricPartition:
    """Return the cylindric partition that corresponds to (shape, labels): the inverse of decompose.

    Args:
        profile: the profile.
        shape: nu, the constant to start from.
        labels: non-negative labels of boxes (i, j, n); the other boxes have label 0.
        rule: any local rule; RSK runs on arrays.
        limit: refuse to build more cells than this: those of all turns up to the last label.

    Returns:
        A CylindricPartition of weight T |nu| + sum of label times hook length.

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: shape is no partition, a label is negative or not on a box of the profile, or
            the rule is wrong (the message names the cell on which it shows).

    Source: as `growth_diagram`.

    >>> print(compose(Profile("110"), (1,), {(1, 3, 2): 2}))
    (3) ≺ (3,2) ≺ (3,2) ≻ (3)
    """
    return compose_all(profile, [Decomposition(shape, labels)], rule, limit=limit)[0]


def compose_all(
    profile: Profile,
    decompositions: Sequence[Decomposition],
    rule: LocalRule = RSK,
    *,
    limit: int = LIMIT,
) -> list[CylindricPartition]:
    """Compose many decompositions for one profile, with RSK all in one computation.

    >>> pairs = [Decomposition((), {(1, 2, 1): n}) for n in range(2)]
    >>> [str(c) for c in compose_all(Profile("10"), pairs)]
    ['∅ ≺ ∅ ≻ ∅', '∅ ≺ (1) ≻ ∅']
    """
    require_profile(profile)
    require_rule(rule)
    for d in decompositions:
        for box in d.labels:
            profile.hook_length(box)
    turns = max((n for d in decompositions for _, _, n in d.labels), default=0)
    require_at_most(limit, turns * profile.rank * profile.level, "cells of a growth diagram")
    if not decompositions:
        return []
    if rule != RSK:
        return [_compose_by_cells(profile, d, rule) for d in decompositions]
    toggles = Toggles(profile)
    largest = max(max(d.shape, default=0) + sum(d.labels.values()) for d in decompositions)
    constants = to_array([(d.shape,) for d in decompositions])[0].astype(kind_for(largest))
    labels = toggles.turns_of([d.labels for d in decompositions], kind_for(largest))
    walks = [to_partitions(rows) for rows in toggles.build(constants, labels)]
    objects = zip(*walks[1:], walks[0], strict=True)
    return [unchecked(profile, walk) for walk in objects]


def _compose_by_cells(profile: Profile, d: Decomposition, rule: LocalRule) -> CylindricPartition:
    period = profile.period
    walk = [d.shape] * period
    steps = _steps(profile)
    for n in range(max((n for _, _, n in d.labels), default=0), 0, -1):
        shift = (n - 1) * profile.rank
        for step in reversed(steps):
            for place, i, j in step:
                k, box = (place + shift) % period, Box(i, j, n)
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
