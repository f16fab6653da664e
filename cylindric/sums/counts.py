"""The object side of Borodin's identity by four routes, none of which knows the product.

enumeration   list the objects of each weight from the definition, and count them
transfer      trace of transfer matrices over partitions                     (`transfer`)
layers        take off the largest parts, layer by layer                     (`layers`)
bijection     peel every object; count the different pairs (nu, labels) by the weight that
              their hooks give them                                          (`growth`)
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial
from typing import Any

from cylindric.algebra.series import Series
from cylindric.growth.bijection import decompose_all
from cylindric.growth.local_rules import RSK, LocalRule, require_rule
from cylindric.objects.decompositions import Decomposition
from cylindric.objects.enumeration import Share
from cylindric.objects.profiles import Profile, require_profile
from cylindric.sums.layers import layers_series
from cylindric.sums.listing import CARRIED, LISTED, PEELED, Below, below
from cylindric.sums.transfer import transfer_series
from termwise.arguments import LIMIT, brief, require_integer, shown
from termwise.doors import door
from termwise.running import Progress

METHODS = ("enumeration", "transfer", "layers", "bijection")
LISTING = {"enumeration": LISTED, "transfer": CARRIED, "bijection": PEELED}
"""The methods whose work grows with the number of objects, and how many they take unasked."""


@door
def count_series(
    profile: Profile,
    order: int,
    method: str = "transfer",
    *,
    rule: LocalRule = RSK,
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Series:
    """Count cylindric partitions by weight.

    Args:
        profile: the profile.
        order: how many coefficients, weights 0 .. order - 1.
        method: "enumeration", "transfer", "layers" or "bijection"; see the module.
        rule: the local rule of "bijection".
        open: count reverse plane partitions (mu^0 = mu^T empty) instead; not by "layers".
        limit: refuse to go through more objects than this: by default 3 * 10^5 that are listed,
            10^5 that are peeled, 10^7 together by transfer; for layers, to do more polynomial
            sums, 10^7 by default.
        executor: where the parts of the work are run; layers is one piece, and refuses it.
        progress: whether, or whom, to tell how many parts are done; layers tells nothing.

    Returns:
        A Series of the given order.

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: an unknown method, a rule that the method does not use, an order below 1, or a
            request above the limit (the message says how large it is).

    Source: the definition [Borodin07]; see the modules for the routes.

    >>> for method in METHODS:
    ...     print(count_series(Profile("1010"), 6, method).coefficients)
    (1, 2, 3, 6, 10, 16)
    (1, 2, 3, 6, 10, 16)
    (1, 2, 3, 6, 10, 16)
    (1, 2, 3, 6, 10, 16)
    """
    require_profile(profile)
    order = require_integer("order", order, 1)
    require_rule(rule)
    require_method(method, open)
    require_use([method], rule, executor)
    if method == "layers":
        return layers_series(profile, order, limit=LIMIT if limit is None else limit)
    objects = below(profile, order, LISTING[method], open=open, limit=limit)
    return counted(objects, method, rule=rule, executor=executor, progress=progress)


def counted(
    objects: Below,
    method: str,
    *,
    rule: LocalRule = RSK,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Series:
    """Count objects that are allowed, by a method that goes through them.

    >>> counted(below(Profile("1010"), 6), "enumeration")
    Series([1, 2, 3, 6, 10, 16])
    """
    if method == "transfer":
        return transfer_series(
            objects.profile,
            objects.order,
            open=objects.open,
            executor=executor,
            progress=progress,
        )
    how: Any = {"executor": executor, "progress": progress, "description": method}
    if method == "enumeration":
        numbers = objects.run(_count, _total, **how)
    else:
        numbers = objects.run(partial(_images, rule), _different, **how)
    return Series(numbers)


def require_method(method: str, open: bool) -> None:
    """Refuse a method that does not exist, or not for open profiles."""
    if method not in METHODS:
        raise ValueError(f"method must be one of {', '.join(METHODS)}, got {shown(method)}")
    if open and method == "layers":
        raise ValueError(
            "method must be enumeration, transfer or bijection for an open profile, got 'layers'"
        )


def require_use(methods: Sequence[str], rule: LocalRule, executor: Executor | None) -> None:
    """Refuse what was chosen and would be ignored."""
    if rule != RSK and "bijection" not in methods:
        raise ValueError(
            f"rule {rule.name} needs the method bijection, got {brief(', '.join(methods))}"
        )
    if executor is not None and not set(methods) & set(LISTING):
        raise ValueError(f"executor needs a method in parts, {', '.join(LISTING)}, got layers")


def _different(images: Sequence[set[Decomposition]]) -> int:
    """Return how many images there are in several sets."""
    return len(set().union(*images))


def _total(numbers: list[int]) -> int:
    """Return the sum; `sum` itself takes too many types to be passed on."""
    return sum(numbers)


def _count(objects: Below, weight: int, share: Share) -> int:
    return sum(1 for _ in objects.of_weight(weight, share))


def _images(rule: LocalRule, objects: Below, weight: int, share: Share) -> set[Decomposition]:
    """Return the different images of objects that have the weight by their hooks, too."""
    return {
        image
        for batch in objects.batches(weight, share)
        for image in decompose_all(batch, rule)
        if image.weight(objects.profile) == weight
    }
