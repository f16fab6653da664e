"""The growth-diagram bijection, checked object by object.

    check_bijection      objects <-> (shape, labels), both ways
    check_last_passage   largest part = last passage time of the RSK labels

A rule that is none is found out (`check_local_rule` finds the very cell):

    >>> from cylindric.local_rules import RSK
    >>> lazy = LocalRule("lazy", RSK.forward, lambda left, right, outer: (left, 0))
    >>> comparison = check_bijection(Profile("10"), 4, rule=lazy)
    >>> comparison.agrees, comparison.first_difference.term
    (False, 'z^1')
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial
from typing import TypeVar

from cylindric.counting import batches, objects_of_weight, require_listable
from cylindric.decompositions import Decomposition, decompositions
from cylindric.growth import compose_all, decompose_all
from cylindric.last_passage import last_passage_time
from cylindric.local_rules import RSK, LocalRule, require_rule
from cylindric.profiles import Profile, require_profile
from termwise import Comparison, Row, run
from termwise.arguments import LIMIT, require_integer
from termwise.running import Progress

Item = TypeVar("Item")
Result = TypeVar("Result")


def check_bijection(
    profile: Profile,
    order: int,
    *,
    rule: LocalRule = RSK,
    open: bool = False,
    limit: int = LIMIT,
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
        profile, rule, open, limit, executor, progress: as for `check_borodin`.
        order: weights 0 .. order - 1 are checked.

    Returns:
        A Comparison with a row for each weight; its notes show the first object or pair that fails.

    Raises:
        TypeError, ValueError: as `check_borodin`.

    Source: [Langer12, Langer13].

    >>> check_bijection(Profile("1010"), 6).rows[5]
    Row(term='z^5', values=(16, 16, 16, 16, 16, 16))
    """
    require_profile(profile)
    order = require_integer("order", order, 1)
    require_rule(rule)
    require_listable(profile, order, open, limit)
    task = partial(_bijection_of_weight, profile, open, rule)
    results = run(task, range(order), executor=executor, progress=progress, description="bijection")
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
        tuple(Row(f"z^{weight}", numbers) for weight, (numbers, _) in enumerate(results)),
        tuple(note for _, notes in results for note in notes)[:1],
    )


def check_last_passage(
    profile: Profile, order: int, *, rule: LocalRule = RSK, limit: int = 10**5
) -> Comparison:
    """Compare the largest part that a pair (shape, labels) composes to with its passage time.

    True of RSK, whose first row obeys outer_1 = max(left_1, right_1) + m; not of Burge's rule.

    Args:
        profile: the profile.
        order: pairs of weight 0 .. order - 1 are compared.
        rule: the local rule that composes.
        limit: refuse more pairs than this; each is a row.

    Returns:
        A Comparison with a row a pair.

    Raises:
        TypeError, ValueError: as `check_borodin`.

    Source: [BO21].

    >>> check_last_passage(Profile("1010"), 6).agrees
    True
    >>> from cylindric.local_rules import BURGE
    >>> check_last_passage(Profile("1010"), 6, rule=BURGE).agrees
    False
    """
    require_profile(profile)
    order = require_integer("order", order, 1)
    require_rule(rule)
    require_listable(profile, order, False, limit)
    pairs = [d for weight in range(order) for d in decompositions(profile, weight)]
    objects = compose_all(profile, pairs, rule)
    return Comparison(
        f"largest part = last passage time, for the profile {profile} by {rule.name}",
        (
            ("largest part", f"of the cylindric partition composed by {rule.name}"),
            ("last passage", "max over paths of boxes of nu_1 + the labels on the path"),
        ),
        tuple(
            Row(f"nu={d.shape} m={dict(d.labels)}", (c.largest_part, passage))
            for d, c in zip(pairs, objects, strict=True)
            for passage in [last_passage_time(profile, d.shape, d.labels)]
        ),
    )


def _bijection_of_weight(
    profile: Profile, open: bool, rule: LocalRule, weight: int
) -> tuple[tuple[int, ...], list[str]]:
    """Return the numbers of `check_bijection` for one weight, and what failed."""
    notes: list[str] = []
    number = back = 0
    images: set[Decomposition] = set()
    for objects in batches(objects_of_weight(profile, open, weight)):
        number += len(objects)
        peeled = [(c, d) for c, d in _each(partial(decompose_all, rule=rule), objects, notes) if d]
        images.update(d for _, d in peeled)
        composed = _each(partial(compose_all, profile, rule=rule), [d for _, d in peeled], notes)
        for (c, d), (_, again) in zip(peeled, composed, strict=True):
            back += again == c
            if again != c:
                notes.append(f"{c} decomposes to {d}, which composes to {again}")
    pairs = reached = built = 0
    for some in batches(decompositions(profile, weight, open=open)):
        pairs += len(some)
        reached += sum(d in images for d in some)
        made = [
            (d, c) for d, c in _each(partial(compose_all, profile, rule=rule), some, notes) if c
        ]
        peeled_again = _each(partial(decompose_all, rule=rule), [c for _, c in made], notes)
        for (d, c), (_, d_again) in zip(made, peeled_again, strict=True):
            good = d_again == d and c.weight == weight
            built += good
            if not good:
                notes.append(f"{d} composes to {c} of weight {c.weight}, and back to {d_again}")
    kept = sum(image.weight(profile) == weight for image in images)
    return (number, kept, back, pairs, reached, built), notes


def _each(
    function: Callable[[list[Item]], list[Result]], items: list[Item], notes: list[str]
) -> list[tuple[Item, Result | None]]:
    """Apply a function of a batch; if it refuses, find out item by item which ones it refuses."""
    try:
        return list(zip(items, function(items), strict=True))
    except ValueError:
        return [(item, _one(function, item, notes)) for item in items]


def _one(
    function: Callable[[list[Item]], list[Result]], item: Item, notes: list[str]
) -> Result | None:
    try:
        return function([item])[0]
    except ValueError as error:
        notes.append(f"{item}: {error}")
        return None
