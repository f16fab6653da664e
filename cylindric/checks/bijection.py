"""The bijection, checked: every cell of a local rule, every object of a profile.

    check_local_rule     cells <-> cells, both ways
    check_bijection      objects <-> (shape, labels), both ways

A rule that is none is found out, by the first with the very cell:

    >>> from cylindric.growth.local_rules import RSK
    >>> lazy = LocalRule("lazy", RSK.forward, lambda left, right, outer: (left, 0))
    >>> comparison = check_bijection(Profile("10"), 4, rule=lazy)
    >>> comparison.agrees, comparison.first_difference.term
    (False, 'z^1')
    >>> print(check_local_rule(lazy).first_difference.term)
    inner=∅ left=∅ right=∅ m=1
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, pairwise
from math import prod
from typing import TypeVar

from cylindric.growth.bijection import compose_all, decompose_all
from cylindric.growth.local_rules import RSK, LocalRule, require_rule
from cylindric.objects.decompositions import Decomposition, numbered_decompositions
from cylindric.objects.enumeration import Share
from cylindric.objects.partitions import (
    Partition,
    interlacing_above,
    interlacing_below,
    number_of_partitions,
    partitions,
)
from cylindric.objects.profiles import Profile
from cylindric.sums.listing import PEELED, Below, below, in_batches
from termwise import Comparison, Row, run
from termwise.arguments import refuse, require_integer, shown
from termwise.doors import door
from termwise.running import Progress

Item = TypeVar("Item")
Result = TypeVar("Result")
Place = tuple[int, int, int]
"""Of an object (0) or a pair (1): the number of its beginning, and which it is in its part."""

MAX_CELLS = 20_000
"""So many cells take a few seconds."""


@door
def check_bijection(
    profile: Profile,
    order: int,
    *,
    rule: LocalRule = RSK,
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Check that peeling is a bijection, on every object and every pair of weight below the order.

    For each weight these numbers must be one:

        objects    cylindric partitions, listed from the definition
        peeled     their different decompositions of that same weight by the hooks
        back       objects that compose to themselves again
        pairs      (shape, labels) of that weight, listed from the hook lengths
        reached    pairs that are the decomposition of an object
        built      pairs that compose to an object of that weight, and decompose to themselves

    Args:
        profile: the profile.
        order: weights 0 .. order - 1 are checked.
        rule: any local rule.
        open: reverse plane partitions, and the boxes i < j of the first turn.
        limit: refuse to peel more objects than this, 10^5 by default.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A Comparison with a row for each weight; its notes show the first object or pair that fails.

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: order is less than 1, or there are more objects than the limit (the message
            says how many).

    Source: [Langer12, Langer13].

    >>> check_bijection(Profile("1010"), 6).rows[5]
    Row(term='z^5', values=(16, 16, 16, 16, 16, 16))
    """
    require_rule(rule)
    objects = below(profile, order, PEELED, open=open, limit=limit)
    found = objects.run(
        partial(_there_and_back_again, rule),
        _joined,
        executor=executor,
        progress=progress,
        description="bijection",
    )
    return Comparison(
        f"{rule.name} is a bijection: objects of {profile} <-> pairs (shape, labels)",
        (
            ("objects", "listed from the definition"),
            ("peeled", "their different decompositions, of the same weight by the hooks"),
            ("back", "objects that compose to themselves again"),
            ("pairs", "(shape, labels), listed from the hook lengths"),
            ("reached", "pairs that are the decomposition of an object"),
            ("built", "pairs that compose to an object of the weight, and decompose again"),
        ),
        tuple(Row(f"z^{weight}", numbers) for weight, (numbers, _) in enumerate(found)),
        tuple(note for _, notes in found for note in notes)[:1],
    )


@dataclass
class _Tried:
    """What was found of some objects and some pairs of one weight."""

    weight: int
    profile: Profile
    objects: int = 0
    back: int = 0
    images: set[Decomposition] = field(default_factory=set)
    pairs: set[Decomposition] = field(default_factory=set)
    listed: int = 0
    built: int = 0
    failed: dict[Place, str] = field(default_factory=dict)
    """The first failure by its place in the list of all, however that was cut into parts."""

    def note(self, place: Place, what: str) -> None:
        """Keep a failure if it is the first so far."""
        self.failed = dict([min([*self.failed.items(), (place, what)])])


def _there_and_back_again(rule: LocalRule, below: Below, weight: int, share: Share) -> _Tried:
    """Peel some objects and compose them again, compose some pairs and peel them again."""
    tried = _Tried(weight, below.profile)
    peel = partial(decompose_all, rule=rule)
    build = partial(compose_all, below.profile, rule=rule)
    for objects in in_batches(_placed(0, below.numbered(weight, share))):
        tried.objects += len(objects)
        peeled = _each(peel, objects, tried)
        tried.images.update(d for _, _, d in peeled)
        composed = _each(build, [(place, d) for place, _, d in peeled], tried)
        again = {place: c for place, _, c in composed}
        for place, c, d in peeled:
            good = again.get(place) == c
            tried.back += good
            if not good and place in again:
                tried.note(place, f"{c} decomposes to {d}, which composes to {again[place]}")
    listed = numbered_decompositions(below.profile, weight, open=below.open, share=share)
    for pairs in in_batches(_placed(1, listed)):
        tried.listed += len(pairs)
        tried.pairs.update(d for _, d in pairs)
        made = _each(build, pairs, tried)
        peeled_again = _each(peel, [(place, c) for place, _, c in made], tried)
        images = {place: d for place, _, d in peeled_again}
        for place, d, c in made:
            good = images.get(place) == d and c.weight == weight
            tried.built += good
            if not good and place in images:
                tried.note(
                    place, f"{d} composes to {c} of weight {c.weight}, and back to {images[place]}"
                )
    return tried


def _placed(kind: int, numbered: Iterable[tuple[int, Item]]) -> Iterator[tuple[Place, Item]]:
    """Yield items with their places: those of one number are all in one part, in order."""
    for at, (number, item) in enumerate(numbered):
        yield (kind, number, at), item


def _joined(parts: list[_Tried]) -> tuple[tuple[int, ...], list[str]]:
    """Return the numbers of `check_bijection` for one weight, and what failed first."""
    images: set[Decomposition] = set().union(*(part.images for part in parts))
    pairs: set[Decomposition] = set().union(*(part.pairs for part in parts))
    weight, profile = parts[0].weight, parts[0].profile
    numbers = (
        sum(part.objects for part in parts),
        sum(image.weight(profile) == weight for image in images),
        sum(part.back for part in parts),
        sum(part.listed for part in parts),
        len(pairs & images),
        sum(part.built for part in parts),
    )
    failed = sorted(item for part in parts for item in part.failed.items())
    return numbers, [note for _, note in failed[:1]]


def _each(
    function: Callable[[list[Item]], list[Result]], items: list[tuple[Place, Item]], tried: _Tried
) -> list[tuple[Place, Item, Result]]:
    """Apply a function of a batch; if it refuses, find out item by item which ones it refuses."""
    try:
        results = function([item for _, item in items])
        return [(place, item, got) for (place, item), got in zip(items, results, strict=True)]
    except ValueError:
        done = []
    for place, item in items:
        try:
            done.append((place, item, function([item])[0]))
        except ValueError as error:
            tried.note(place, f"{item}: {error}")
    return done


@door
def check_local_rule(
    rule: LocalRule,
    max_size: int = 6,
    *,
    limit: int = MAX_CELLS,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Try a rule on every cell whose outer corner has at most the given size.

    Such a rule is a bijection when, for all left and right,

    - every (inner, m) gives a partition outer of size |left| + |right| + m - |inner| with
      horizontal strips outer/left and outer/right, and comes back from it;
    - every outer gives an (inner, m), and comes back from it.

    Args:
        rule: the rule.
        max_size: the largest size of the outer corner; a bound on the cells with finitely many.
        limit: refuse more cells than this, counted once for each pair of left and right corners.
        executor: where the pairs are tried.
        progress: whether, or whom, to tell how many pairs are done.

    Returns:
        A Comparison with a row a cell: what a bijection gives, and what the rule gives.  An
        exception of the rule is its answer on that cell.

    Raises:
        TypeError: rule is no LocalRule, max_size no integer.
        ValueError: max_size is negative, or there are more cells than the limit.

    Source: the definition, [Langer12].

    >>> from cylindric.growth.local_rules import BURGE
    >>> len(check_local_rule(BURGE, max_size=3).rows)
    108
    """
    require_rule(rule)
    bound = require_integer("max_size", max_size, 0)
    require_cells(bound, limit)
    shapes = [shape for size in range(bound + 1) for shape in partitions(size)]
    # A left and a right have a cell in common when they have an outer in common.
    pairs = sorted(
        {
            (left, right)
            for outer in shapes
            for left in interlacing_below(outer)
            for right in interlacing_below(outer)
        },
        key=lambda pair: (sum(map(sum, pair)), pair),
    )
    rows = chain.from_iterable(
        run(
            partial(_check_corner, rule, bound),
            pairs,
            executor=executor,
            progress=progress,
            description="cells",
        )
    )
    return Comparison(
        f"{rule.name} is a local rule on every cell with |outer| <= {bound}",
        (("bijection", "the definition"), (rule.name, "the rule, there and back")),
        tuple(rows),
    )


def require_cells(bound: int, limit: int) -> None:
    """Refuse too large an outer corner: under each are prod(lam_i - lam_{i+1} + 1)^2 cells."""
    cells = 0
    for size in range(bound + 1):
        cells += number_of_partitions(size)
        if cells <= limit:
            cells += sum(
                prod(high - low + 1 for high, low in pairwise((*shape, 0))) ** 2
                for shape in partitions(size)
            )
        if cells > limit:
            refuse(limit, f"more than {shown(cells)} cells, those up to |outer| = {size} alone")


def _check_corner(rule: LocalRule, bound: int, corners: tuple[Partition, Partition]) -> list[Row]:
    """Return the rows of all cells with this left and right."""
    left, right = corners
    rows = []
    inners = sorted(set(interlacing_below(left)) & set(interlacing_below(right)))
    cells = sorted(
        (size, label, inner)
        for inner in inners
        for size in range(bound + 1)
        if (label := size + sum(inner) - sum(left) - sum(right)) >= 0
    )
    for size, label, inner in cells:
        name = f"inner={inner} left={left} right={right} m={label}"
        found = _there_and_back(rule, left, right, inner, label, size)
        rows.append(Row(name, (f"outer of size {size}, and back", found)))
    outers = {outer for size in range(bound + 1) for outer in interlacing_above(left, size)}
    for outer in sorted(outers):
        if right.interlaces(outer):
            name = f"outer={outer} left={left} right={right}"
            rows.append(Row(name, (str(outer), _back_and_there(rule, left, right, outer))))
    return rows


def _there_and_back(
    rule: LocalRule, left: Partition, right: Partition, inner: Partition, label: int, size: int
) -> str:
    try:
        outer = Partition(rule.forward(inner, left, right, label))
        if sum(outer) != size:
            return f"outer {outer} of size {sum(outer)}"
        if not (left.interlaces(outer) and right.interlaces(outer)):
            return f"outer {outer}, not a horizontal strip over both"
        again, m = rule.backward(left, right, outer)
        if (Partition(again), m) != (inner, label):
            return f"outer {outer}, and back to inner={Partition(again)} m={m}"
    except Exception as error:  # whatever a user's rule raises is what it does on this cell
        return f"{type(error).__name__}: {error}"
    return f"outer of size {size}, and back"


def _back_and_there(rule: LocalRule, left: Partition, right: Partition, outer: Partition) -> str:
    try:
        inner, label = rule.backward(left, right, outer)
        if label < 0:
            return f"m = {label}"
        return str(Partition(rule.forward(Partition(inner), left, right, label)))
    except Exception as error:  # as above
        return f"{type(error).__name__}: {error}"
