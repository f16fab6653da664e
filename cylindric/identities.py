"""Identities, checked term by term: where two sides that share no code first meet.

Each check computes every side by its own route, keeps every coefficient, and returns a Comparison
that is true when all of them agree.

    check_borodin        product = layers = transfer = bijection, coefficient by coefficient
    check_refined        the same in z_1, .., z_T, which sees the orientation of the profile
    check_largest_part   enumeration = layers = Corteel-Welsh = last passage, in x and z

The bijection itself is checked object by object in `bijections`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Executor
from functools import partial
from typing import TypeVar

from cylindric.corteel_welsh import corteel_welsh_series
from cylindric.counting import (
    LISTING,
    batches,
    count_series,
    objects_of_weight,
    require_listable,
    require_method,
    require_use,
)
from cylindric.decompositions import decompositions
from cylindric.growth import decompose_all
from cylindric.last_passage import last_passage_time
from cylindric.layers import largest_part_series, layers_cost
from cylindric.local_rules import RSK, LocalRule, require_rule
from cylindric.products import MAX_MONOMIALS, borodin_series, refined_series, terms_allowed
from cylindric.profiles import Profile, require_profile
from termwise import Comparison, Row, run
from termwise.arguments import LIMIT, require_integer
from termwise.running import Progress

Exponents = tuple[int, ...]
Item = TypeVar("Item")
Result = TypeVar("Result")

MEANINGS = {
    "enumeration": "objects listed from the definition, and counted",
    "transfer": "trace over partitions of the steps once round the cylinder",
    "layers": "largest parts taken off, layer by layer",
}


def check_borodin(
    profile: Profile,
    order: int,
    methods: Iterable[str] | None = None,
    *,
    rule: LocalRule = RSK,
    open: bool = False,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare Borodin's product with the number of cylindric partitions, weight by weight.

        sum_c z^|c| = prod_{n>=1} 1/(1 - z^{nT}) prod_b 1/(1 - z^{h(b)})

    Args:
        profile: the profile.
        order: weights 0 .. order - 1 are compared.
        methods: the object sides, as for `count_series`; by default layers (unless the profile is
            open, or has too many compositions), transfer and bijection.
        rule: the local rule of "bijection".
        open: reverse plane partitions and the finite product over i < j.
        limit: refuse to list more objects than this.
        executor, progress: as for `count_series`.

    Returns:
        A Comparison with a row for each power of z; the product is the reference.

    Raises:
        TypeError, ValueError: as `count_series`; no methods.

    Source: [Borodin07]; open: Gansner.

    >>> print(check_borodin(Profile("10"), 4, methods=["enumeration"]))
    Borodin's identity for the profile 10, T = 2: sum_c z^|c| = product over hooks
      product      prod_n 1/(1-z^(2n)) * prod_b 1/(1-z^h(b)), one division of theta series
      enumeration  objects listed from the definition, and counted
    <BLANKLINE>
    term  product  enumeration
    z^0         1            1
    z^1         1            1
    z^2         2            2
    z^3         3            3
    <BLANKLINE>
    AGREES: product = enumeration on 4 terms
    """
    require_profile(profile)
    order = require_integer("order", order, 1)
    require_rule(rule)
    require_integer("limit", limit)
    notes: list[str] = []
    if methods is None:
        methods = ["layers", "transfer", "bijection"]
        cost = layers_cost(profile, order)
        if open or cost > limit:
            methods.remove("layers")
            if not open:
                notes.append(f"layers left out: {cost} hundreds of coefficient sums")
    if isinstance(methods, str) or not isinstance(methods, Iterable):
        raise TypeError(f"methods must be a list of methods, got {methods!r}")
    methods = tuple(methods)
    if not methods:
        raise ValueError("methods must be a non-empty list of methods, got none")
    for method in methods:
        require_method(method, open)
    require_use(methods, rule, executor)
    if set(methods) & set(LISTING):
        require_listable(profile, order, open, limit)
    sides = {"product": borodin_series(profile, order, open=open, limit=terms_allowed(limit))}
    for method in methods:
        sides[method] = count_series(
            profile,
            order,
            method,
            rule=rule if method == "bijection" else RSK,
            open=open,
            limit=limit,
            executor=executor if method in LISTING else None,
            progress=progress,
        )
    return Comparison.of_terms(
        f"{_name(profile, open)}: sum_c z^|c| = product over hooks",
        {name: dict(enumerate(series.coefficients)) for name, series in sides.items()},
        meanings={"product": _product(profile, open), "bijection": _peeling(rule), **MEANINGS},
        term="z^{}",
        notes=notes,
    )


def check_refined(
    profile: Profile,
    order: int,
    *,
    rule: LocalRule = RSK,
    open: bool = False,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the refined product in z_1, .., z_T with the objects and their decompositions.

        sum_c prod_k z_k^|mu^k| = prod_{n>=1} 1/(1 - Z^n) prod_b 1/(1 - x_b)

    Unlike the plain identity it sees which way round the profile is read.

    Args:
        profile, rule, open, limit, executor, progress: as for `check_borodin`.
        order: monomials of total degree 0 .. order - 1 are compared.

    Returns:
        A Comparison with a row for each monomial that occurs on any side.

    Raises:
        TypeError, ValueError: as `check_borodin`.

    Source: [Borodin07]; the boxes' monomials x_b as in [Langer12].

    >>> for term, left, right in check_refined(Profile("10"), 3).rows:
    ...     print(term, left, right)
    1 1 1
    z_1 1 1
    z_1^2 1 1
    z_1*z_2 1 1
    """
    require_profile(profile)
    order = require_integer("order", order, 1)
    require_rule(rule)
    product = refined_series(
        profile, order, open=open, limit=max(MAX_MONOMIALS, terms_allowed(limit))
    )
    require_listable(profile, order, open, limit)
    task = partial(_refined_of_weight, profile, open, rule)
    listed: Counter[Exponents] = Counter()
    peeled: Counter[Exponents] = Counter()
    for by_objects, by_labels in run(
        task, range(order), executor=executor, progress=progress, description="refined"
    ):
        listed += by_objects
        peeled += by_labels
    monomials = dict.fromkeys([*product.terms, *sorted(listed), *sorted(peeled)])
    return Comparison(
        f"{_name(profile, open)}, refined: sum_c prod_k z_k^|mu^k| = product over boxes",
        (
            ("product", "prod_n 1/(1-Z^n) * prod_b 1/(1-x_b)" if not open else "prod_b 1/(1-x_b)"),
            ("enumeration", "sizes of mu^1, .., mu^T of the objects, from the definition"),
            ("bijection", f"Z^|nu| prod_b x_b^m_b of their decompositions by {rule.name}"),
        ),
        tuple(
            Row(_monomial(e), (product.terms.get(e, 0), listed[e], peeled[e])) for e in monomials
        ),
    )


def check_largest_part(
    profile: Profile, order: int, *, limit: int = LIMIT, progress: Progress = False
) -> Comparison:
    """Compare F_c(x, z), by largest part and weight, in up to four ways.

    Args:
        profile: the profile; the functional equation is left out if it has one letter only.
        order: weights 0 .. order - 1 are compared.
        limit, progress: as for `check_borodin`.

    Returns:
        A Comparison with a row for each x^m z^n; the definition is the reference.

    Raises:
        TypeError, ValueError: as `check_borodin`.

    Source: [CW19] for the equation, [BO21] for last passage times.

    >>> check_largest_part(Profile.from_composition((3, 1, 0)), 6).agrees
    True
    """
    require_profile(profile)
    order = require_integer("order", order, 1)
    require_listable(profile, order, False, limit)
    counts = run(
        partial(_largest_parts, profile),
        range(order),
        progress=progress,
        description="largest part",
    )
    sides: dict[str, dict[Exponents, int]] = {
        "enumeration": _merged(by_object for by_object, _ in counts),
        "layers": dict(largest_part_series(profile, order, limit=limit).terms),
        "last passage": _merged(by_labels for _, by_labels in counts),
    }
    meanings = {
        "enumeration": MEANINGS["enumeration"],
        "layers": MEANINGS["layers"],
        "last passage": "last passage times of the labels (shape, m), listed from the hooks",
    }
    if profile.rank and profile.level:
        sides["Corteel-Welsh"] = dict(corteel_welsh_series(profile, order).terms)
        meanings["Corteel-Welsh"] = "the functional equation of F_c(x, z)"
    keys = dict.fromkeys(key for terms in sides.values() for key in terms)
    return Comparison(
        f"largest part of the profile {profile}: sum_c x^(largest part) z^|c|",
        tuple((name, meanings[name]) for name in sides),
        tuple(
            Row(f"x^{m}*z^{n}", tuple(terms.get((m, n), 0) for terms in sides.values()))
            for m, n in keys
        ),
    )


def _refined_of_weight(
    profile: Profile, open: bool, rule: LocalRule, weight: int
) -> tuple[Counter[Exponents], Counter[Exponents]]:
    by_objects: Counter[Exponents] = Counter()
    images = set()
    for batch in batches(objects_of_weight(profile, open, weight)):
        by_objects.update(tuple(map(sum, c.partitions)) for c in batch)
        images.update(decompose_all(batch, rule))
    return by_objects, Counter(image.refined_weight(profile) for image in images)


def _name(profile: Profile, open: bool) -> str:
    kind = "Gansner's identity for the open" if open else "Borodin's identity for the"
    return f"{kind} profile {profile}, T = {profile.period}"


def _product(profile: Profile, open: bool) -> str:
    if open:
        return "prod_b 1/(1-z^h(b)) over the boxes i < j, one division"
    return f"prod_n 1/(1-z^({profile.period}n)) * prod_b 1/(1-z^h(b)), one division of theta series"


def _peeling(rule: LocalRule) -> str:
    return f"objects peeled by {rule.name}; different (nu, m), by weight T|nu| + sum_b m_b h(b)"


def _monomial(exponents: Exponents) -> str:
    powers = (f"z_{k}" + (f"^{e}" if e > 1 else "") for k, e in enumerate(exponents, 1) if e)
    return "*".join(powers) or "1"


def _merged(counters: Iterable[Counter[Exponents]]) -> dict[Exponents, int]:
    total: Counter[Exponents] = Counter()
    for counter in counters:
        total.update(counter)
    return dict(total)


def _largest_parts(profile: Profile, weight: int) -> tuple[Counter[Exponents], Counter[Exponents]]:
    """Count the objects, and the pairs, of a weight by largest part, and by last passage time."""
    objects = objects_of_weight(profile, False, weight)
    pairs = decompositions(profile, weight)
    return (
        Counter((c.largest_part, weight) for c in objects),
        Counter((last_passage_time(profile, d.shape, d.labels), weight) for d in pairs),
    )
