"""Probabilistic local rules: one cell, drawn.

        outer --- right        P(inner, m -> outer): forward
          |   m     |          Q(outer -> inner, m): backward
        left  --- inner        |outer| + |inner| = |left| + |right| + m

For all left and right the two are transition probabilities with *detailed balance*:

    psi_{left/inner} phi_{right/inner} g_m P = phi_{outer/left} psi_{outer/right} Q.

Whatever rule a cylindric partition is peeled by, its Macdonald weight then flows to the pairs
(nu, labels) with prod_b g_{m_b} at each (`check_randomised_growth`).  One rule exists at all q
and t:

    >>> from fractions import Fraction
    >>> q, t = Fraction(2, 3), Fraction(3, 7)
    >>> one = Partition((1,))
    >>> for outer, chance in INDEPENDENT.forward(Partition(), one, one, 0, q, t).items():
    ...     print(outer, chance)
    (2) 2/3
    (1,1) 1/3

A rule of your own is two pure functions that return dicts.  This one is none, and the cell on which
it shows is named:

    >>> from cylindric import check_probabilistic_rule
    >>> def forward(inner, left, right, label, q, t):
    ...     return {(sum(left) + sum(right) + label - sum(inner),): Fraction(1, 2)}
    >>> half = ProbabilisticRule("half", forward, INDEPENDENT.backward)
    >>> row = check_probabilistic_rule(half, q, t, max_size=2).first_difference
    >>> print(row.term, row.right, sep=" | ")
    inner=∅ left=∅ right=∅ m=0 | probabilities of sum 1/2
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from flint import fmpq, nmod

from cylindric.growth.local_rules import LocalRule, require_rule
from cylindric.objects.partitions import Partition
from cylindric.randomised.cell_weights import weights_at
from cylindric.randomised.points import Point, read_point
from termwise.arguments import brief, shown
from termwise.doors import door
from termwise.exact import exact_number
from termwise.formats import Storable

Parts = Sequence[int]
Forward = Callable[[Partition, Partition, Partition, int, Any, Any], Mapping[Any, Any]]
Backward = Callable[[Partition, Partition, Partition, Any, Any], Mapping[Any, Any]]


@dataclass(frozen=True)
class ProbabilisticRule(Storable):
    """A named probabilistic local rule: two pure functions that return distributions.

    Args:
        name: how the rule is called in reports.
        forward: (inner, left, right, label, q, t) -> {outer: probability}.
        backward: (left, right, outer, q, t) -> {(inner, label): probability}.
        schur: whether it is a rule at q = t alone.

    Corners go in as Partitions and may come out as any tuple of integers, trailing zeros included.
    q and t go in as elements of one field, FLINT's fmpq or nmod; probabilities may come out as
    these, as ints or as Fractions.

    Source: the word *bijectivisation* and the idea, Bufetov-Petrov (1712.04584), Aigner-Frieden
    (2009.03526); on the cylinder, derived and checked here.

    >>> from cylindric.growth.local_rules import RSK
    >>> one = Partition((1,))
    >>> ProbabilisticRule.from_rule(RSK).forward(Partition(), one, one, 0, 2, 2)
    {Partition((1, 1)): 1}
    """

    name: str
    forward: Forward
    backward: Backward
    schur: bool = False

    EXAMPLE: ClassVar[str] = "INDEPENDENT"

    def __post_init__(self) -> None:
        if not (isinstance(self.name, str) and callable(self.forward) and callable(self.backward)):
            raise TypeError(
                f"a rule must be a name and two functions, "
                f"got {shown((self.name, self.forward, self.backward))}"
            )
        if not isinstance(self.schur, bool):
            raise TypeError(f"schur must be True or False, got {shown(self.schur)}")

    @classmethod
    @door
    def from_rule(cls, rule: LocalRule) -> ProbabilisticRule:
        """Return a local rule as one whose probabilities are 0 and 1, at q = t.

        Args:
            rule: any LocalRule.

        Raises:
            TypeError: rule is no LocalRule.

        >>> from cylindric.growth.local_rules import RSK
        >>> ProbabilisticRule.from_rule(RSK)
        <ProbabilisticRule rsk, at q = t>
        """
        require_rule(rule)
        return cls(rule.name, partial(_certain_forward, rule), partial(_certain_back, rule), True)

    PARTS = ("made_of",)

    def _parts(self) -> dict[str, Any]:
        """Say what it is made of: nothing, a local rule, or two rules and a probability."""
        if self == INDEPENDENT:
            return {"made_of": ()}
        made = self.forward
        if isinstance(made, partial) and made.func in (_certain_forward, _mixed):
            return {"made_of": made.args if made.func is _certain_forward else made.args[1:]}
        raise TypeError(f"rule must be made by this package to be written, got {self!r}")

    @classmethod
    def _of_parts(cls, parts: dict[str, Any]) -> ProbabilisticRule:
        match parts["made_of"]:
            case ():
                return INDEPENDENT
            case (LocalRule() as rule,):
                return cls.from_rule(rule)
            case (p, first, second):
                return mixture(p, first, second)
        raise ValueError(f"made_of must be a rule, or p and two, got {shown(parts['made_of'])}")

    def __repr__(self) -> str:
        return f"<ProbabilisticRule {self.name}{', at q = t' if self.schur else ''}>"


@door
def mixture(
    p: Any, first: ProbabilisticRule | LocalRule, second: ProbabilisticRule | LocalRule
) -> ProbabilisticRule:
    """Return the rule that in every cell follows one rule with probability p, else another.

    Detailed balance is linear in P and Q, so a mixture of rules is a rule.

    Args:
        p: an exact number from 0 to 1.
        first, second: the rules.

    Raises:
        TypeError: p is no exact number, first or second no rule.
        ValueError: p is not between 0 and 1.

    >>> from fractions import Fraction
    >>> from cylindric.growth.local_rules import BURGE, RSK
    >>> one = Partition((1,))
    >>> mixture(Fraction(1, 3), RSK, BURGE).forward(Partition(), one, one, 0, 2, 2)
    {Partition((1, 1)): Fraction(1, 3), Partition((2,)): Fraction(2, 3)}
    """
    p = exact_number("p", p)
    if not 0 <= p <= 1:
        raise ValueError(f"p must be a probability, got {brief(p)}")
    rules = probabilistic(first), probabilistic(second)
    return ProbabilisticRule(
        f"{p} {rules[0].name} + {1 - p} {rules[1].name}",
        partial(_mixed, "forward", p, *rules),
        partial(_mixed, "backward", p, *rules),
        any(rule.schur for rule in rules),
    )


def probabilistic(rule: ProbabilisticRule | LocalRule) -> ProbabilisticRule:
    """Return a rule of either kind as a probabilistic one.

    >>> from cylindric.growth.local_rules import RSK
    >>> probabilistic(RSK), probabilistic(INDEPENDENT)
    (<ProbabilisticRule rsk, at q = t>, <ProbabilisticRule independent>)
    """
    return rule if isinstance(rule, ProbabilisticRule) else ProbabilisticRule.from_rule(rule)


def require_at(rule: ProbabilisticRule, point: Point) -> None:
    """Refuse a rule that is one at q = t alone elsewhere.

    >>> from cylindric.growth.local_rules import RSK
    >>> require_at(ProbabilisticRule.from_rule(RSK), Point(2, 3))
    Traceback (most recent call last):
    ValueError: rule rsk must be used at q = t, got q = 2, t = 3
    """
    if rule.schur and point.q != point.t:
        raise ValueError(f"rule {rule.name} must be used at q = t, got {point}")


def _independent_forward(
    inner: Parts, left: Parts, right: Parts, label: int, q: Any, t: Any
) -> dict[Any, Any]:
    size = sum(left) + sum(right) + label - sum(inner)
    return _law("outers", left, right, size, q, t)


def _independent_backward(
    left: Parts, right: Parts, outer: Parts, q: Any, t: Any
) -> dict[Any, Any]:
    return _law("inners", left, right, sum(outer), q, t)


def _law(side: str, left: Parts, right: Parts, size: int, q: Any, t: Any) -> dict[Any, Any]:
    """Return the weights of a side at a point over their sum, in the numbers that were given."""
    point = read_point(q, t)
    law = weights_at(point).law(side, Partition(left), Partition(right), size)
    if isinstance(q, fmpq | nmod) and isinstance(t, fmpq | nmod):
        return dict(law)
    return {end: point.plain(value) for end, value in law.items()}


def _certain_forward(
    rule: LocalRule, inner: Partition, left: Partition, right: Partition, label: int, q: Any, t: Any
) -> dict[Any, Any]:
    require_at(ProbabilisticRule.from_rule(rule), read_point(q, t))
    return {Partition(rule.forward(inner, left, right, label)): 1}


def _certain_back(
    rule: LocalRule, left: Partition, right: Partition, outer: Partition, q: Any, t: Any
) -> dict[Any, Any]:
    require_at(ProbabilisticRule.from_rule(rule), read_point(q, t))
    inner, label = rule.backward(left, right, outer)
    return {(Partition(inner), label): 1}


def _mixed(
    way: str, p: Any, first: ProbabilisticRule, second: ProbabilisticRule, *cell: Any
) -> dict[Any, Any]:
    point = read_point(*cell[-2:])
    chance = point.element("p", p)
    law: dict[Any, Any] = {}
    for share, rule in ((chance, first), (1 - chance, second)):
        for end, value in getattr(rule, way)(*cell).items():
            law[end] = law.get(end, 0) + share * point.element("probability", value)
    given = all(isinstance(value, fmpq | nmod) for value in cell[-2:])
    return law if given else {end: point.plain(value) for end, value in law.items()}


INDEPENDENT = ProbabilisticRule("independent", _independent_forward, _independent_backward)
"""P proportional to phi_{outer/left} psi_{outer/right}, at fixed size of outer; Q proportional to
psi_{left/inner} phi_{right/inner} g_m likewise.  Outer forgets which inner it came from.

A rule at all q and t, by the cell equation.
"""
