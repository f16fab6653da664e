"""Weights that flow: from objects to pairs (nu, labels) as they are peeled, and back.

A walk is peeled turn by turn in the order of `growth.turns`, every corner by Q; walks with the same
labels so far are one state, and their weights are added.  Backwards the turns are undone from the
constant nu, every corner by P.

        sum over c of W_c Q(c -> (nu, labels)),      sum over (nu, labels) of g P((nu, labels) -> c)

Each cell is drawn once and checked: a rule that leaves the cells or whose probabilities do not sum
to 1 is found out here, and not in a wrong result.  A turn takes weight away from every walk that is
not constant, because the sizes are right; so the peeling ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import index
from typing import Any

from cylindric.growth.turns import one_turn
from cylindric.objects.decompositions import Decomposition, trusted
from cylindric.objects.partitions import Partition
from cylindric.objects.profiles import Box, Profile
from cylindric.randomised.points import Point
from cylindric.randomised.rules import ProbabilisticRule

Walk = tuple[Partition, ...]
"""mu^0, .., mu^{T-1}."""

Labels = tuple[tuple[Box, int], ...]
Ends = tuple[tuple[Any, Any], ...]


class Transitions:
    """What a rule gives in every cell, asked once and checked.

    >>> from cylindric.randomised.rules import INDEPENDENT
    >>> one = Partition((1,))
    >>> Transitions(INDEPENDENT, Point(2, 3)).peel(one, one, Partition((2,)))
    (((Partition(()), 0), 1/2), ((Partition((1,)), 1), 1/2))
    """

    def __init__(self, rule: ProbabilisticRule, point: Point) -> None:
        self.rule, self.point = rule, point
        self._elements = point.elements()
        self._peeled: dict[tuple[Partition, Partition, Partition], Ends] = {}
        self._built: dict[tuple[Partition, Partition, Partition, int], Ends] = {}

    def peel(self, left: Partition, right: Partition, outer: Partition) -> Ends:
        """Return the ((inner, label), probability) that a cell may be peeled to.

        Raises:
            ValueError: the rule fails, leaves the cells, or its probabilities do not sum to 1.
        """
        key = left, right, outer
        if key not in self._peeled:
            cell = f"left={left} right={right} outer={outer}"
            law = self._asked(cell, self.rule.backward, *key)
            problem = origins_problem(law, *key) or sum_problem(law)
            self._peeled[key] = self._kept(law, cell, problem)
        return self._peeled[key]

    def build(self, inner: Partition, left: Partition, right: Partition, label: int) -> Ends:
        """Return the (outer, probability) that a cell may be built to.

        Raises:
            ValueError: as for `peel`.
        """
        key = inner, left, right, label
        if key not in self._built:
            cell = f"inner={inner} left={left} right={right} m={label}"
            law = self._asked(cell, self.rule.forward, *key)
            problem = outers_problem(law, *key) or sum_problem(law)
            self._built[key] = self._kept(law, cell, problem)
        return self._built[key]

    def _asked(self, cell: str, way: Callable[..., Any], *corners: Any) -> dict[Any, Any]:
        try:
            return read_law(self.point, way(*corners, *self._elements))
        except ZeroDivisionError as error:  # a pole of the weights, most likely
            raise ZeroDivisionError(f"rule {self.rule.name} fails at {cell}: {error}") from error
        except Exception as error:  # a rule is anybody's code: say where it failed
            raise ValueError(f"rule {self.rule.name} fails at {cell}: {error!r}") from error

    def _kept(self, law: Mapping[Any, Any], cell: str, problem: str) -> Ends:
        if problem:
            raise ValueError(
                f"rule {self.rule.name} must give a distribution, got {problem} at {cell}"
            )
        return tuple((end, value) for end, value in law.items() if value != 0)


def read_law(point: Point, law: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return a distribution of a rule with ends that are Partitions and values in the field.

    >>> read_law(Point(2, 3), {((2, 0), 1): 1, (3,): 0})
    {(Partition((2,)), 1): 1, Partition((3,)): 0}
    """
    read: dict[Any, Any] = {}
    for end, value in law.items():
        if len(end) == 2 and not isinstance(end[0], int):
            end = Partition(end[0]), index(end[1])
        else:
            end = Partition(end)
        read[end] = read.get(end, 0) + point.element("probability", value)
    return read


def sum_problem(law: Mapping[Any, Any]) -> str:
    """Say so if the probabilities do not sum to 1.

    >>> sum_problem({0: 1, 1: 1})
    'probabilities of sum 2'
    """
    whole = sum(law.values())
    return "" if whole == 1 else f"probabilities of sum {whole}"


def outers_problem(
    law: Mapping[Any, Any], inner: Partition, left: Partition, right: Partition, label: int
) -> str:
    """Say so if something is no outer corner of the cell.

    >>> outers_problem({(2,): 1}, Partition(), Partition(), Partition(), 1)
    'outer=(2), which is no corner'
    """
    size = sum(left) + sum(right) + label - sum(inner)
    for outer in map(Partition, law):
        if sum(outer) != size or not (left.interlaces(outer) and right.interlaces(outer)):
            return f"outer={outer}, which is no corner"
    return ""


def origins_problem(
    law: Mapping[Any, Any], left: Partition, right: Partition, outer: Partition
) -> str:
    """Say so if something is no inner corner and label of the cell.

    >>> origins_problem({(Partition(), 1): 1}, Partition(), Partition(), Partition((2,)))
    'inner=∅ m=1, which is no corner and label'
    """
    spare = sum(outer) - sum(left) - sum(right)
    for inner, label in law:
        strips = inner.interlaces(left) and inner.interlaces(right)
        if not strips or label < 0 or label != spare + sum(inner):
            return f"inner={inner} m={label}, which is no corner and label"
    return ""


def turn_of(profile: Profile) -> list[tuple[int, int, int]]:
    """Return the places k and the steps i, j of the corners of the first turn, in order.

    >>> turn_of(Profile("110"))
    [(2, 2, 3), (1, 1, 3)]
    """
    return [
        corner
        for step in one_turn(profile)
        for corner in zip(*(places.tolist() for places in step), strict=True)
    ]


def peeled(
    profile: Profile, weights: Mapping[Walk, Any], peel: Callable[..., Ends]
) -> dict[Decomposition, Any]:
    """Let the weights of walks flow to pairs (nu, labels).

    Args:
        profile: the profile.
        weights: walks mu^0, .., mu^{T-1}, each with its weight.
        peel: (left, right, outer) -> ((inner, label), probability), such as `Transitions.peel`.

    >>> from cylindric.randomised.rules import INDEPENDENT
    >>> walk = Partition((1,)), Partition((2,))
    >>> peel = Transitions(INDEPENDENT, Point(2, 3)).peel
    >>> for pair, weight in peeled(Profile("10"), {walk: 4}, peel).items():
    ...     print(pair.shape, dict(pair.labels), weight)
    (1) {(1, 2, 1): 1} 2
    ∅ {(1, 2, 2): 1} 2
    """
    turn = turn_of(profile)
    states: dict[tuple[Walk, Labels], Any] = {(walk, ()): value for walk, value in weights.items()}
    arrived: dict[Decomposition, Any] = {}
    n = 0
    while states := dict(_not_constant(states, arrived)):
        n += 1
        for at, i, j in turn:
            k = (at + (n - 1) * profile.rank) % profile.period
            box, after = Box(i, j, n), (k + 1) % profile.period
            moved: dict[tuple[Walk, Labels], Any] = {}
            for (walk, labels), weight in states.items():
                for (inner, label), chance in peel(walk[k - 1], walk[after], walk[k]):
                    written = (*labels, (box, label)) if label else labels
                    _add(moved, ((*walk[:k], inner, *walk[k + 1 :]), written), weight * chance)
            states = moved
    return arrived


def _not_constant(
    states: Mapping[tuple[Walk, Labels], Any], arrived: dict[Decomposition, Any]
) -> Iterator[tuple[tuple[Walk, Labels], Any]]:
    """Yield the states that go on; the others have arrived."""
    for (walk, labels), weight in states.items():
        if walk.count(walk[0]) < len(walk):
            yield (walk, labels), weight
        else:
            _add(arrived, trusted(walk[0], dict(labels)), weight)


def built(
    profile: Profile, weights: Mapping[Decomposition, Any], build: Callable[..., Ends]
) -> dict[Walk, Any]:
    """Let the weights of pairs (nu, labels) flow to walks: `peeled` backwards.

    Args:
        profile: the profile.
        weights: pairs, each with its weight.
        build: (inner, left, right, label) -> (outer, probability), such as `Transitions.build`.

    >>> from cylindric.randomised.rules import INDEPENDENT
    >>> build = Transitions(INDEPENDENT, Point(2, 3)).build
    >>> pair = Decomposition((1,), {(1, 2, 1): 1})
    >>> for walk, weight in built(Profile("10"), {pair: 5}, build).items():
    ...     print(*walk, weight)
    (1) (2) 3
    (1) (1,1) 2
    """
    turn = turn_of(profile)
    states: dict[tuple[Walk, frozenset[tuple[tuple[int, int, int], int]]], Any] = {
        ((pair.shape,) * profile.period, frozenset(pair.labels.items())): weight
        for pair, weight in weights.items()
    }
    for n in range(max(map(_last_turn, weights), default=0), 0, -1):
        for at, i, j in reversed(turn):
            k = (at + (n - 1) * profile.rank) % profile.period
            box, after = Box(i, j, n), (k + 1) % profile.period
            moved: dict[Any, Any] = {}
            for (walk, labels), weight in states.items():
                label = next((m for where, m in labels if where == box), 0)
                rest = labels - {(box, label)}
                for outer, chance in build(walk[k], walk[k - 1], walk[after], label):
                    _add(moved, ((*walk[:k], outer, *walk[k + 1 :]), rest), weight * chance)
            states = moved
    return {walk: weight for (walk, _), weight in states.items()}


def _last_turn(pair: Decomposition) -> int:
    return max((n for _, _, n in pair.labels), default=0)


def _add(total: dict[Any, Any], key: Any, value: Any) -> None:
    total[key] = total[key] + value if key in total else value


def by_sizes(walks: Iterable[Walk]) -> dict[tuple[int, ...], list[Walk]]:
    """Group walks by the sizes of mu^1, .., mu^T: only those of one group can meet.

    >>> list(by_sizes([(Partition((1,)), Partition((2,)))]))
    [(2, 1)]
    """
    groups: dict[tuple[int, ...], list[Walk]] = {}
    for walk in walks:
        sizes = tuple(map(sum, (*walk[1:], walk[0])))
        groups.setdefault(sizes, []).append(walk)
    return groups
