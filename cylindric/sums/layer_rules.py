"""Cylindric partitions whose layers obey a rule, or are weighed by rows or by slices.

The parts equal to m, f_i of them in row i, are the layer m.  Taken off the composition c they leave
c'_i = c_i + f_{i-1} - f_i >= 0 (indices cyclic), so that

    F_{c,m} = sum over allowed(m, f) of q^{m w.f} F_{c',m-1},     F_{c,0} = 1

with w_i the weight of row i.  Slice weights need to know where the rows are: the row i is the i-th
0 of the word, at step p_i, and its f_i parts of value m lie in the slices mu^k, k = p_i - 1, ..,
p_i - f_i, over which that 0 moves.

Source: derived from the definition, as `layers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import comb

from flint import fmpz_poly

from cylindric.objects.orbits import orbit_of
from cylindric.sums.layers import compositions_of
from termwise.price import require_bytes, require_steps

Composition = tuple[int, ...]
State = tuple[int, Composition]
"""Where the 0 of row 1 is (0 if that does not matter), and the composition."""

Rule = Callable[[int, Composition], bool]


@dataclass(frozen=True)
class LayerRule:
    """A rule for layers.

    Args:
        says: the rule in words.
        allowed: whether the layer m may be f.
        period: how m matters: by its residue; 0 if in any other way.
        cyclic: whether it is the same for (f_2, .., f_r, f_1).
    """

    says: str
    allowed: Rule
    period: int = 1
    cyclic: bool = True


RULES: Mapping[str, LayerRule] = {
    "all": LayerRule("all cylindric partitions", lambda m, f: True),
    "tight": LayerRule("no value in all rows", lambda m, f: min(f) == 0),
    "distinct": LayerRule("all parts distinct", lambda m, f: sum(f) <= 1),
    "row-strict": LayerRule("every row has distinct parts", lambda m, f: max(f) <= 1),
    "rows at most twice": LayerRule("no row has a value three times", lambda m, f: max(f) <= 2),
    "even multiplicities": LayerRule(
        "each value an even number of times", lambda m, f: sum(f) % 2 == 0
    ),
    "no multiplicity one": LayerRule("no value exactly once", lambda m, f: sum(f) != 1),
    "odd parts": LayerRule("odd parts only", lambda m, f: m % 2 == 1 or not any(f), 2),
    "even parts": LayerRule("even parts only", lambda m, f: m % 2 == 0 or not any(f), 2),
    "odd parts distinct": LayerRule(
        "no odd value twice", lambda m, f: m % 2 == 0 or sum(f) <= 1, 2
    ),
}
"""The rules that have a name."""


def layered(
    rank: int,
    level: int,
    order: int,
    rule: LayerRule,
    *,
    weights: Sequence[int] | None = None,
    slices: Sequence[int] | None = None,
    largest: int | None = None,
    start: Composition | None = None,
    place: int = 0,
) -> dict[Composition, fmpz_poly]:
    """Return the series of every composition, or of those that the layers of one lead to.

    Args:
        rank, level: of the compositions.
        order: how many coefficients.
        rule: which layers are allowed.
        weights: of the rows, positive; all 1 by default.
        slices: weights of mu^1, .., mu^T instead, positive.
        largest: bound the parts; by default they are unbounded.
        start: only this composition is wanted.
        place: where its first 0 is in the word, which slice weights ask for.

    >>> layered(2, 3, 5, RULES["all"])[2, 1]
    13*x^4 + 7*x^3 + 4*x^2 + 2*x + 1
    """
    table = _Table(rank, level, order, rule, weights, slices)
    wanted = compositions_of(level, rank) if start is None else [start]
    states = table.reached([(place, c) for c in wanted])
    last = order - 1 if largest is None else min(largest, order - 1)
    table.require(states, last)
    series = dict.fromkeys(states, fmpz_poly([1]))
    for m in range(1, last + 1):
        series = {state: table.layer(state, m, series) for state in states}
    return {c: series[table.state(at, c)] for at, c in table.wanted}


class _Table:
    """The layers that may be taken off each state, made when they are asked for."""

    def __init__(
        self,
        rank: int,
        level: int,
        order: int,
        rule: LayerRule,
        weights: Sequence[int] | None,
        slices: Sequence[int] | None,
    ) -> None:
        self.rank, self.period, self.order, self.rule = rank, rank + level, order, rule
        self.weights, self.slices = weights, slices
        self.residues = rule.period or order
        self.alike = rule.cyclic and not slices and len(set(weights or (1,))) == 1
        compositions = comb(rank + level - 1, rank - 1)
        number = compositions * (self.period if slices else 1)
        least = min(weights or slices or (1,))
        shifts = (order // (rank * least) + rank) * (rule.period or order.bit_length())
        require_steps(100 * number * compositions * shifts, "steps of listing layers")
        require_bytes(number * order * order // 8, f"the series of {number} compositions")
        self.all = list(compositions_of(level, rank))
        self.found: dict[tuple[int, State], list[tuple[int, State]]] = {}
        self.wanted: list[State] = []

    def state(self, at: int, c: Composition) -> State:
        """Return the state that stands for all with the same series."""
        return (at, orbit_of(c)) if self.alike else (at, c)

    def reached(self, start: list[State]) -> list[State]:
        """Return all states that the layers lead to."""
        self.wanted = start
        queue = list(dict.fromkeys(self.state(*state) for state in start))
        seen = set(queue)
        for state in queue:  # grows as it is read
            for residue in range(self.residues):
                for _, other in self.moves(residue, state):
                    if other not in seen:
                        seen.add(other)
                        queue.append(other)
        return queue

    def require(self, states: list[State], last: int) -> None:
        """Refuse layers that take too much time, all moves being known."""
        sums = 0
        for state in states:
            for residue in range(self.residues):
                for cost, _ in self.moves(residue, state):
                    most = last if cost == 0 else min((self.order - 1) // cost, last)
                    sums += most // self.residues + 1
        require_steps(20 * sums * self.order * (1 + self.order // 500), "additions of layers")

    def layer(self, state: State, m: int, below: Mapping[State, fmpz_poly]) -> fmpz_poly:
        """Return the series with parts at most m from those with parts below m."""
        total = fmpz_poly()
        for cost, other in self.moves(m % self.residues, state):
            if m * cost >= self.order:
                break
            total += below[other].truncate(self.order - m * cost).left_shift(m * cost)
        return total

    def moves(self, residue: int, state: State) -> list[tuple[int, State]]:
        """Return the allowed layers of a state, as weight for m = 1 and what is left, in order."""
        if (residue, state) not in self.found:
            m = residue or self.residues
            moves = sorted(self._moves(m, state), key=lambda move: move[0])
            self.found[residue, state] = moves
        return self.found[residue, state]

    def _moves(self, m: int, state: State) -> Iterator[tuple[int, State]]:
        at, c = state
        for other in self.all:
            f = list(accumulate(a - b for a, b in zip(c, other, strict=True)))
            least = min(f)
            f = [x - least for x in f]
            while m * (cost := self._weigh(at, c, f)) < self.order:
                if self.rule.allowed(m, tuple(f)):
                    place = (at - f[0]) % self.period if self.slices else 0
                    yield cost, self.state(place, other)
                f = [x + 1 for x in f]

    def _weigh(self, at: int, c: Composition, f: Sequence[int]) -> int:
        if self.slices is None:
            return sum(f if self.weights is None else map(int.__mul__, self.weights, f))
        total, place = 0, at
        for i, parts in enumerate(f):
            place += (c[i] + 1) if i else 0
            # mu^k is slices[k - 1]
            total += sum(self.slices[(place - j - 1) % self.period] for j in range(1, parts + 1))
        return total
