"""Borodin's identity, checked term by term: where sum and product first meet.

Each check computes every side by its own route, keeps every coefficient, and returns a Comparison
that is true when all of them agree.

    check_borodin        product = layers = transfer = bijection, coefficient by coefficient
    check_refined        the same in z_1, .., z_T, which sees the orientation of the profile

The bijection itself is checked object by object in `bijection`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Executor
from functools import partial

from cylindric.checks.statements import (
    MEANINGS,
    STEPS,
    monomial,
    name_of,
    peeling_by,
    product_of,
)
from cylindric.growth.bijection import decompose_all
from cylindric.growth.local_rules import RSK, LocalRule, require_rule
from cylindric.objects.decompositions import Decomposition
from cylindric.objects.enumeration import Share
from cylindric.objects.profiles import Profile, require_profile
from cylindric.products.borodin import (
    MAX_MONOMIALS,
    MAX_TERMS,
    borodin_series,
    refined_series,
)
from cylindric.sums.counts import LISTING, counted, require_method, require_use
from cylindric.sums.layers import LAYERS_A_SECOND, layers_cost, layers_series
from cylindric.sums.listing import A_SECOND, CARRIED, PEELED, Below, below
from termwise import Comparison, Row
from termwise.arguments import LIMIT, brief, require_integer, shown
from termwise.doors import door
from termwise.running import Progress

Exponents = tuple[int, ...]


@door
def check_borodin(
    profile: Profile,
    order: int,
    methods: Iterable[str] | None = None,
    *,
    rule: LocalRule = RSK,
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare Borodin's product with the number of cylindric partitions, weight by weight.

        sum_c z^|c| = prod_{n>=1} 1/(1 - z^{nT}) prod_b 1/(1 - z^{h(b)})

    Args:
        profile: the profile.
        order: weights 0 .. order - 1 are compared.
        methods: the object sides, of "enumeration", "transfer", "layers" and "bijection"; by
            default layers (unless the profile is open, or has too many compositions), transfer
            and bijection (unless there are more than 10^5 objects, and neither a limit nor a rule
            asks for it); what is left out is in the notes.
        rule: the local rule of "bijection".
        open: reverse plane partitions and the finite product over i < j.
        limit: refuse more objects than this: by default 3 * 10^5 that are listed, 10^5 that are
            peeled, 10^7 that are carried by transfer.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A Comparison with a row for each power of z; the product is the reference.

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: no methods, an unknown one, a rule that none of them uses, an order below 1, or
            a request above the limit (the message says how large it is).

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
    notes: list[str] = []
    objects = None
    if methods is None:
        objects = below(profile, order, CARRIED, open=open, limit=limit)
        peel = rule != RSK or limit is not None
        methods, notes = usual_methods(objects, peel=peel, limit=limit)
    try:
        named = tuple(methods)
        if isinstance(methods, str) or not all(isinstance(method, str) for method in named):
            raise TypeError
    except TypeError:  # an array of no dimension is an iterable that refuses
        raise TypeError(f"methods must be a list of methods, got {shown(methods)}") from None
    methods = named
    if not methods:
        raise ValueError("methods must be a non-empty list of methods, got none")
    for method in methods:
        require_method(method, open)
    require_use(methods, rule, executor)
    usual = [LISTING[method] for method in methods if method in LISTING]
    if usual and (objects is None or objects.price > min(usual)):
        objects = below(profile, order, min(usual), open=open, limit=limit)
    counts = {
        method: counted(objects, method, rule=rule, executor=executor, progress=progress)
        if objects and method in LISTING
        else layers_series(profile, order, limit=LIMIT if limit is None else limit)
        for method in methods
    }
    # What has been counted can be expanded, too.
    product = borodin_series(profile, order, open=open, limit=max(MAX_TERMS, order))
    sides = {"product": product, **counts}
    return Comparison.of_terms(
        f"{name_of(profile, open)}: sum_c z^|c| = product over hooks",
        {name: dict(enumerate(series.coefficients)) for name, series in sides.items()},
        meanings={
            "product": product_of(profile, open),
            "bijection": peeling_by(rule),
            "transfer": STEPS,
            **MEANINGS,
        },
        term="z^{}",
        notes=notes,
    )


ADVICE = "a larger limit (--force) brings it"


def usual_methods(
    objects: Below, *, peel: bool = False, limit: int | None = None
) -> tuple[list[str], list[str]]:
    """Return the object sides of `check_borodin` when none are asked for, and what is left out.

    Args:
        objects: the objects, allowed for transfer.
        peel: whether all of them are peeled, however many.
        limit: the limit of layers, 10^7 by default.

    >>> usual_methods(below(Profile("1010"), 5, open=True))
    (['transfer', 'bijection'], [])
    """
    methods, notes = ["transfer"], []
    cost = layers_cost(objects.profile, objects.order)
    if not objects.open and cost <= (LIMIT if limit is None else limit):
        methods = ["layers", "transfer"]
    elif not objects.open:
        seconds = brief(cost // LAYERS_A_SECOND)
        notes.append(f"layers left out: about {seconds} s; {ADVICE}")
    if peel or objects.price <= PEELED:
        methods.append("bijection")
    else:
        notes.append(
            f"bijection left out: {brief(sum(objects.numbers))} objects to peel, "
            f"about {brief(objects.price // A_SECOND)} s; {ADVICE}"
        )
    return methods, notes


@door
def check_refined(
    profile: Profile,
    order: int,
    *,
    rule: LocalRule = RSK,
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the refined product in z_1, .., z_T with the objects and their decompositions.

        sum_c prod_k z_k^|mu^k| = prod_{n>=1} 1/(1 - Z^n) prod_b 1/(1 - x_b)

    Unlike the plain identity it sees which way round the profile is read.

    Args:
        profile: the profile; its period is T.
        order: monomials of total degree 0 .. order - 1 are compared.
        rule: the local rule that peels the objects.
        open: reverse plane partitions and the finite product over i < j.
        limit: refuse to peel more objects than this, 10^5 by default.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A Comparison with a row for each monomial that occurs on any side.

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: order is less than 1, or there are more objects than the limit.

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
    objects = below(profile, order, PEELED, open=open, limit=limit)
    monomials = max(MAX_MONOMIALS, limit or 0)
    product = refined_series(profile, order, open=open, limit=monomials)
    listed: Counter[Exponents] = Counter()
    peeled: Counter[Exponents] = Counter()
    for by_objects, by_labels in objects.run(
        partial(_refined, rule),
        partial(_counted, profile),
        executor=executor,
        progress=progress,
        description="refined",
    ):
        listed += by_objects
        peeled += by_labels
    keys = dict.fromkeys([*product.terms, *sorted(listed), *sorted(peeled)])
    return Comparison(
        f"{name_of(profile, open)}, refined: sum_c prod_k z_k^|mu^k| = product over boxes",
        (
            ("product", "prod_n 1/(1-Z^n) * prod_b 1/(1-x_b)" if not open else "prod_b 1/(1-x_b)"),
            ("enumeration", "sizes of mu^1, .., mu^T of the objects, from the definition"),
            ("bijection", f"Z^|nu| prod_b x_b^m_b of their decompositions by {rule.name}"),
        ),
        tuple(
            Row(monomial(product.variables, e), (product.terms.get(e, 0), listed[e], peeled[e]))
            for e in keys
        ),
    )


def _refined(
    rule: LocalRule, objects: Below, weight: int, share: Share
) -> tuple[Counter[Exponents], set[Decomposition]]:
    """Return the sizes of the objects, and their images."""
    sizes: Counter[Exponents] = Counter()
    images: set[Decomposition] = set()
    for batch in objects.batches(weight, share):
        sizes.update(tuple(map(sum, c.partitions)) for c in batch)
        images.update(decompose_all(batch, rule))
    return sizes, images


def _counted(
    profile: Profile, parts: list[tuple[Counter[Exponents], set[Decomposition]]]
) -> tuple[Counter[Exponents], Counter[Exponents]]:
    sizes: Counter[Exponents] = Counter()
    for some, _ in parts:
        sizes.update(some)
    images = set().union(*(images for _, images in parts))
    return sizes, Counter(image.refined_weight(profile) for image in images)
