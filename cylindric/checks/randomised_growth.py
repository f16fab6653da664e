"""The (q,t)-analog of Borodin's identity, object by object: a growth diagram carries the weights.

Peel a cylindric partition c by a probabilistic rule.  The pair (nu, labels) that comes out is
random, and

    sum over c of W_c(q,t) Q(c -> (nu, labels)) = prod_b (t;q)_{m_b} / (q;q)_{m_b}

for every nu and all labels; every pair that c can become has c's sizes |mu^k|.  Added up over the
pairs of one weight this is Langer's identity, and pair by pair it says more.  Back, by P, the
products flow to the objects and are W_c at each.

At q = t a deterministic rule is one, the weights are 1, and this is the bijection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from math import prod
from typing import Any

from cylindric.checks.certificates import MAX_POINTS, draw_points
from cylindric.checks.randomised_points import errors_of, walk_of
from cylindric.growth.local_rules import LocalRule
from cylindric.objects.cylindric_partitions import unchecked
from cylindric.objects.decompositions import Decomposition, decompositions
from cylindric.objects.enumeration import Share
from cylindric.objects.profiles import Profile
from cylindric.randomised.cell_weights import CellWeights, weights_at
from cylindric.randomised.flows import Transitions, Walk, built, by_sizes, peeled
from cylindric.randomised.points import Point
from cylindric.randomised.rules import INDEPENDENT, ProbabilisticRule, probabilistic, require_at
from cylindric.sums.listing import Below, below
from termwise import Comparison, Row
from termwise.arguments import brief, require_at_most, require_integer, shown
from termwise.doors import door
from termwise.exact import Exact, exact_number
from termwise.rows import MISSING
from termwise.running import Progress

MODES = ("numbers", "points")
DIRECTIONS = ("both", "peel", "build")

MAX_FLOWS = 10**4
"""The flows of so many objects take some ten seconds."""

HUNDRED = 100
"""So many partitions passed in a turn count as one object; an object of more counts as several."""

POINTS = 5

Terms = dict[str, tuple[Any, ...]]
"""What is claimed of a pair or of an object, and what flows to it."""


@door
def check_randomised_growth(
    profile: Profile,
    order: int,
    q: Any = None,
    t: Any = None,
    rule: ProbabilisticRule | LocalRule = INDEPENDENT,
    *,
    mode: str = "numbers",
    direction: str = "both",
    points: int | None = None,
    seed: int | None = None,
    open: bool = False,
    limit: int = MAX_FLOWS,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Check that Macdonald weights flow through growth diagrams to the terms of the product.

        sum over c of W_c(q,t) Q(c -> (nu, labels)) = prod_b (t;q)_{m_b} / (q;q)_{m_b}

    and, back, sum over (nu, labels) of the product times P((nu, labels) -> c) = W_c(q,t).  A flow
    that breaks the refined weight law, which sends c to pairs with its sizes |mu^1|, .., |mu^T|
    only, is a row of its own, and differs.

    Args:
        profile: the profile.
        order: weights 0 .. order - 1 are checked.
        q, t: exact numbers, 2/3 and 3/7 if not given; not with mode "points".
        rule: what cells are drawn by; a LocalRule is one at q = t.
        mode: "numbers", exactly at q and t; "points", at random points modulo random primes, by
            the rule INDEPENDENT, with a bound of the error (see `randomised_points`).
        direction: "peel" objects to pairs, "build" objects from pairs, or "both".
        points, seed: how many points, 5 by default, and what they are drawn from, 0 by default;
            only with "points".
        open: reverse plane partitions, and the boxes i < j of the first turn.
        limit: refuse to list more objects than this; those of a long profile count for several.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done; with "points", of each point.

    Returns:
        A Comparison with a row for every pair (nu, labels) and for every object: what is claimed,
        and what flows to it.

    Raises:
        TypeError: q or t is a float or a symbol, or another argument of the wrong type.
        ValueError: an unknown mode or direction, an option that the mode does not use, too large a
            request, a rule at q = t asked elsewhere; or the rule is none (the message names the
            cell on which it shows).
        ZeroDivisionError: a weight has a pole at (q, t); the message names the factor.

    Source: [Langer12] for the sum over all pairs; derived and checked here for every pair.

    >>> print(check_randomised_growth(Profile("10"), 3, 2, 3, direction="peel"))
    10: Macdonald weights through growth diagrams, rule independent, at q = 2, t = 3
      claim  prod_b (t;q)_m/(q;q)_m of a pair (nu, labels), from its labels alone
      flow   what flows to a pair from all objects by Q
    <BLANKLINE>
    term             claim  flow
    nu=∅                 1     1
    nu=∅ m(1,2,1)=1      2     2
    nu=∅ m(1,2,1)=2   10/3  10/3
    nu=(1)               1     1
    <BLANKLINE>
    AGREES: claim = flow on 4 terms
    """
    rule = probabilistic(rule)
    for name, value, known in (("mode", mode, MODES), ("direction", direction, DIRECTIONS)):
        if value not in known:
            raise ValueError(f"{name} must be one of {', '.join(known)}, got {shown(value)}")
    _refuse_options(mode, q=q, t=t, points=points, seed=seed)
    find = partial(_terms, rule=rule, direction=direction, executor=executor, progress=progress)
    if mode == "numbers":
        at = Point(
            exact_number("q", Fraction(2, 3) if q is None else q),
            exact_number("t", Fraction(3, 7) if t is None else t),
        )
        require_at(rule, at)
        terms = find(_allowed(profile, order, open, limit), at)
        return _compared(profile, rule, direction, f"at {at}", terms)
    if rule != INDEPENDENT:
        raise ValueError(f"rule must be INDEPENDENT with mode 'points', got {shown(rule)}")
    number = require_integer("points", POINTS if points is None else points, 1)
    require_at_most(MAX_POINTS, number, "points", keyword=None)
    start = require_integer("seed", 0 if seed is None else seed, 0)
    objects = _allowed(profile, order, open, limit)
    terms = _at_points(partial(find, objects), draw_points(objects.order, start), number)
    errors = errors_of(objects)
    notes = (
        f"points (q, t) modulo primes from 2^30 to 2^31: {number}, "
        f"drawn from the seed {brief(start)}",
        f"degree at most {errors.degree}, coefficients of at most {errors.bits} bits",
        f"a false statement would pass with probability < 2^-{int(errors.exponent(number))}",
    )
    return _compared(profile, rule, direction, f"at {number} random points", terms, notes)


def _allowed(profile: Profile, order: int, open: bool, limit: int) -> Below:
    """Allow the objects below the order, if their flows are not too many or too long."""
    objects = below(profile, order, open=open, limit=limit)
    number = sum(objects.numbers)
    passed = profile.rank * profile.level * profile.period
    if passed > HUNDRED:
        what = f"objects of {HUNDRED} steps a turn ({number} of {passed} steps)"
        require_at_most(limit, -(-number * passed // HUNDRED), what)
    return objects


def _refuse_options(mode: str, **given: Any) -> None:
    """Refuse options that are for the other mode."""
    other = MODES[1 - MODES.index(mode)]
    for name in ("points", "seed") if mode == "numbers" else ("q", "t"):
        if given[name] is not None:
            raise ValueError(f"{name} is for mode {other!r} only, got {shown(given[name])}")


def _at_points(
    find: Callable[[Point], Terms], drawn: Iterator[tuple[int, int, int]], number: int
) -> Terms:
    """Return the terms at the first points without a pole, a tuple of values a side."""
    found: list[Terms] = []
    while len(found) < number:
        p, q, t = next(drawn)
        try:
            found.append(find(Point(q, t, p)))
        except ZeroDivisionError:
            continue
    keys = dict.fromkeys(key for terms in found for key in terms)
    none = MISSING, 0
    return {key: tuple(zip(*(f.get(key, none) for f in found), strict=True)) for key in keys}


@dataclass
class _Found:
    """Claims, and what flows: to pairs, and to walks; and to those that break the weight law."""

    pairs: dict[Decomposition, Exact] = field(default_factory=dict)
    walks: dict[Walk, Exact] = field(default_factory=dict)
    to_pairs: dict[Decomposition, Exact] = field(default_factory=dict)
    to_walks: dict[Walk, Exact] = field(default_factory=dict)
    broken: dict[str, Exact] = field(default_factory=dict)


def _terms(
    objects: Below,
    point: Point,
    *,
    rule: ProbabilisticRule,
    direction: str,
    executor: Executor | None,
    progress: Progress,
) -> Terms:
    """Return the claim and the flow of every pair and every object."""
    found = objects.run(
        partial(_flows, rule, point, direction),
        partial(_joined, point.p),
        executor=executor,
        progress=progress,
        description="flows",
    )
    terms: Terms = {}
    for each in found:
        if direction != "build":
            for pair in sorted(each.pairs, key=_in_order):
                terms[_name(pair)] = each.pairs[pair], each.to_pairs.get(pair, 0)
            for pair in sorted(each.to_pairs.keys() - each.pairs.keys(), key=_in_order):
                terms[_name(pair)] = MISSING, each.to_pairs[pair]
        if direction != "peel":
            for walk in sorted(each.walks):
                name = str(unchecked(objects.profile, (*walk[1:], walk[0])))
                terms[name] = each.walks[walk], each.to_walks.get(walk, 0)
        terms |= {name: (MISSING, value) for name, value in sorted(each.broken.items())}
    return terms


def _flows(
    rule: ProbabilisticRule, point: Point, direction: str, objects: Below, weight: int, share: Share
) -> _Found:
    """Let the weights of some objects, and of some pairs, flow."""
    profile, plain = objects.profile, point.plain
    weights, transitions, found = weights_at(point), Transitions(rule, point), _Found()
    walks = {
        walk: weights.of_walk(profile.word, walk)
        for walk in (walk_of(c.partitions) for c in objects.of_weight(weight, share))
    }
    pairs = {
        pair: claim(weights, pair)
        for pair in decompositions(profile, weight, open=objects.open, share=share)
    }
    found.walks = {walk: plain(value) for walk, value in walks.items()}
    found.pairs = {pair: plain(value) for pair, value in pairs.items()}
    if direction != "build":
        for sizes, group in by_sizes(walks).items():
            arrived = peeled(profile, {walk: walks[walk] for walk in group}, transitions.peel)
            for pair, value in arrived.items():
                if pair.refined_weight(profile) == sizes:
                    found.to_pairs[pair] = plain(value)
                else:
                    found.broken[f"{_name(pair)} from sizes {sizes}"] = plain(value)
    if direction != "peel":
        for walk, value in built(profile, pairs, transitions.build).items():
            found.to_walks[walk] = plain(value)
    return found


def claim(weights: CellWeights, pair: Decomposition) -> Any:
    """Return prod_b g_{m_b}.

    >>> claim(CellWeights(Point(2, 3)), Decomposition((1,), {(1, 2, 1): 2}))
    10/3
    """
    return prod(map(weights.g, pair.labels.values()), start=weights.one)


def _joined(p: int, parts: list[_Found]) -> _Found:
    """Return the parts of one weight as one: claims side by side, flows added."""
    whole = _Found()
    for part in parts:
        for name in ("pairs", "walks", "to_pairs", "to_walks", "broken"):
            total: dict[Any, Exact] = getattr(whole, name)
            for key, value in getattr(part, name).items():
                value += total.get(key, 0)
                total[key] = value % p if p else value
    return whole


def _compared(
    profile: Profile,
    rule: ProbabilisticRule,
    direction: str,
    at: str,
    terms: Terms,
    notes: tuple[str, ...] = (),
) -> Comparison:
    of_pairs = "prod_b (t;q)_m/(q;q)_m of a pair (nu, labels), from its labels alone"
    claims = {"peel": of_pairs, "build": "W_c of an object, phi and psi of its steps"}
    flows = {"peel": "to a pair from all objects by Q", "build": "to an object from all pairs by P"}
    ways = [way for way in ("peel", "build") if direction in (way, "both")]
    return Comparison(
        f"{profile}: Macdonald weights through growth diagrams, rule {rule.name}, {at}",
        (
            ("claim", "; ".join(claims[way] for way in ways)),
            ("flow", "what flows " + "; ".join(flows[way] for way in ways)),
        ),
        tuple(Row(name, values) for name, values in terms.items()),
        notes,
    )


def _in_order(pair: Decomposition) -> tuple[Any, ...]:
    return sum(pair.shape), pair.shape, sorted(pair.labels.items())


def _name(pair: Decomposition) -> str:
    labels = (f" m({i},{j},{n})={m}" for (i, j, n), m in sorted(pair.labels.items()))
    return f"nu={pair.shape}{''.join(labels)}"
