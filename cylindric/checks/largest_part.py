"""The largest part, checked term by term and pair by pair.

check_largest_part   enumeration = layers = Corteel-Welsh = last passage, in x and z
check_last_passage   largest part = last passage time of the RSK labels
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Executor
from functools import partial

from cylindric.checks.statements import MEANINGS
from cylindric.growth.bijection import compose_all
from cylindric.growth.last_passage import last_passage_time
from cylindric.growth.local_rules import RSK, LocalRule, require_rule
from cylindric.objects.decompositions import decompositions, numbered_decompositions
from cylindric.objects.enumeration import Share
from cylindric.objects.profiles import Profile
from cylindric.sums.corteel_welsh import corteel_welsh_series
from cylindric.sums.layers import largest_part_series
from cylindric.sums.listing import PEELED, Below, below, in_batches, in_order
from termwise import Comparison, Row
from termwise.arguments import LIMIT, NO_LIMIT
from termwise.doors import door
from termwise.running import Progress

Exponents = tuple[int, ...]
Counts = tuple[Counter[Exponents], Counter[Exponents]]


@door
def check_largest_part(
    profile: Profile,
    order: int,
    *,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare F_c(x, z), by largest part and weight, in up to four ways.

    Args:
        profile: the profile; the functional equation is left out if it has one letter only.
        order: weights 0 .. order - 1 are compared.
        limit: refuse to list more objects than this, 10^5 by default: their labels are listed, too.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A Comparison with a row for each x^m z^n; the definition is the reference.

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: order is less than 1, or there are more objects than the limit.

    Source: [CW19] for the equation, [BO21] for last passage times.

    >>> check_largest_part(Profile.from_composition((3, 1, 0)), 6).agrees
    True
    """
    objects = below(profile, order, PEELED, limit=limit)
    counts = objects.run(
        _largest_parts,
        _added,
        executor=executor,
        progress=progress,
        description="largest part",
    )
    sums = LIMIT if limit is None else limit
    sides: dict[str, dict[Exponents, int]] = {
        "enumeration": _merged(by_object for by_object, _ in counts),
        "layers": dict(largest_part_series(profile, order, limit=sums).terms),
        "last passage": _merged(by_labels for _, by_labels in counts),
    }
    meanings = {
        "enumeration": MEANINGS["enumeration"],
        "layers": MEANINGS["layers"],
        "last passage": "last passage times of the labels (shape, m), listed from the hooks",
    }
    if profile.rank and profile.level:
        sides["Corteel-Welsh"] = dict(
            corteel_welsh_series(profile, order, limit=NO_LIMIT).terms  # the layers were allowed
        )
        meanings["Corteel-Welsh"] = "the functional equation of F_c(x, z)"
    keys = sorted({key for terms in sides.values() for key in terms}, key=lambda k: (k[1], -k[0]))
    return Comparison(
        f"largest part of the profile {profile}: sum_c x^(largest part) z^|c|",
        tuple((name, meanings[name]) for name in sides),
        tuple(
            Row(f"x^{m}*z^{n}", tuple(terms.get((m, n), 0) for terms in sides.values()))
            for m, n in keys
        ),
    )


@door
def check_last_passage(
    profile: Profile,
    order: int,
    *,
    rule: LocalRule = RSK,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the largest part that a pair (shape, labels) composes to with its passage time.

    True of RSK, whose first row obeys outer_1 = max(left_1, right_1) + m; not of Burge's rule.

    Args:
        profile: the profile.
        order: pairs of weight 0 .. order - 1 are compared.
        rule: the local rule that composes.
        limit: refuse more pairs than this, 10^5 by default; each is a row.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A Comparison with a row a pair.

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: order is less than 1, a rule that is none, or more pairs than the limit.

    Source: [BO21].

    >>> check_last_passage(Profile("1010"), 6).agrees
    True
    >>> from cylindric.growth.local_rules import BURGE
    >>> check_last_passage(Profile("1010"), 6, rule=BURGE).agrees
    False
    """
    require_rule(rule)
    objects = below(profile, order, PEELED, limit=limit)
    rows = objects.run(
        partial(_passages, rule),
        in_order,
        executor=executor,
        progress=progress,
        description="last passage",
    )
    return Comparison(
        f"largest part = last passage time, for the profile {profile} by {rule.name}",
        (
            ("largest part", f"of the cylindric partition composed by {rule.name}"),
            ("last passage", "max over paths of boxes of nu_1 + the labels on the path"),
        ),
        tuple(row for some in rows for row in some),
    )


def _largest_parts(objects: Below, weight: int, share: Share) -> Counts:
    """Count objects by largest part, and pairs by last passage time."""
    profile = objects.profile
    listed = objects.of_weight(weight, share)
    pairs = decompositions(profile, weight, share=share)
    return (
        Counter((c.largest_part, weight) for c in listed),
        Counter((last_passage_time(profile, d.shape, d.labels), weight) for d in pairs),
    )


def _added(parts: list[Counts]) -> Counts:
    objects: Counter[Exponents] = Counter()
    pairs: Counter[Exponents] = Counter()
    for by_object, by_labels in parts:
        objects.update(by_object)
        pairs.update(by_labels)
    return objects, pairs


def _passages(rule: LocalRule, objects: Below, weight: int, share: Share) -> list[tuple[int, Row]]:
    """Compose pairs of a weight; return a row a pair."""
    profile = objects.profile
    rows = []
    for batch in in_batches(numbered_decompositions(profile, weight, share=share)):
        numbers, pairs = zip(*batch, strict=True)
        for at, d, c in zip(numbers, pairs, compose_all(profile, pairs, rule), strict=True):
            passage = last_passage_time(profile, d.shape, d.labels)
            rows.append((at, Row(f"nu={d.shape} m={dict(d.labels)}", (c.largest_part, passage))))
    return rows


def _merged(counters: Iterable[Counter[Exponents]]) -> dict[Exponents, int]:
    total: Counter[Exponents] = Counter()
    for counter in counters:
        total.update(counter)
    return dict(total)
