"""The object side of Borodin's identity by four routes, none of which knows the product.

enumeration   list the objects of each weight from the definition, and count them
transfer      trace of transfer matrices over partitions                     (`transfer`)
layers        take off the largest parts, layer by layer                     (`layers`)
bijection     peel every object; count the different pairs (nu, labels) by the weight that
              their hooks give them                                          (`growth`)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from itertools import islice
from typing import TypeVar

from cylindric.cylindric_partitions import (
    CylindricPartition,
    cylindric_partitions,
    reverse_plane_partitions,
)
from cylindric.growth import decompose_all
from cylindric.layers import layers_series
from cylindric.local_rules import RSK, LocalRule, require_rule
from cylindric.products import borodin_series, terms_allowed
from cylindric.profiles import Profile, require_profile
from cylindric.series import Series
from cylindric.transfer import transfer_series
from termwise import run
from termwise.arguments import LIMIT, require_at_most, require_integer
from termwise.running import Progress

METHODS = ("enumeration", "transfer", "layers", "bijection")
LISTING = ("enumeration", "transfer", "bijection")
"""The methods whose work grows with the number of objects."""

BATCH = 4096

Item = TypeVar("Item")


def count_series(
    profile: Profile,
    order: int,
    method: str = "transfer",
    *,
    rule: LocalRule = RSK,
    open: bool = False,
    limit: int = LIMIT,
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
        limit: refuse to go through more objects than this, one by one or (transfer) together; for
            layers, to do more polynomial sums.
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
        return layers_series(profile, order, limit=limit)
    require_listable(profile, order, open, limit)
    if method == "transfer":
        return transfer_series(profile, order, open=open, executor=executor, progress=progress)
    count = partial(_count_objects if method == "enumeration" else _count_images, profile, open)
    if method == "bijection":
        count = partial(count, rule)
    return Series(
        run(count, range(order), executor=executor, progress=progress, description=method)
    )


def require_method(method: str, open: bool) -> None:
    """Refuse a method that does not exist, or not for open profiles."""
    if method not in METHODS:
        raise ValueError(f"method must be one of {', '.join(METHODS)}, got {method!r}")
    if open and method == "layers":
        raise ValueError(
            "method must be enumeration, transfer or bijection for an open profile, got 'layers'"
        )


def require_use(methods: Sequence[str], rule: LocalRule, executor: Executor | None) -> None:
    """Refuse what was chosen and would be ignored."""
    if rule != RSK and "bijection" not in methods:
        raise ValueError(f"rule {rule.name} needs the method bijection, got {', '.join(methods)}")
    if executor is not None and not set(methods) & set(LISTING):
        raise ValueError(f"executor needs a method in parts, {', '.join(LISTING)}, got layers")


def require_listable(profile: Profile, order: int, open: bool, limit: int) -> None:
    """Refuse to go through the objects of weight below the order if there are more than the limit.

    Walks that meet are one to the transfer matrices, but few meet: their work grows alike.
    """
    series = borodin_series(profile, order, open=open, limit=terms_allowed(limit))
    number = sum(series.coefficients)
    require_at_most(limit, number, f"cylindric partitions of profile {profile}")


def objects_of_weight(profile: Profile, open: bool, weight: int) -> Iterator[CylindricPartition]:
    """Yield the cylindric or the reverse plane partitions of a weight, already allowed."""
    listing = reverse_plane_partitions if open else cylindric_partitions
    return listing(profile, weight, limit=10**30)


def batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    """Yield the items in lists that one array computation takes well."""
    while batch := list(islice(items, BATCH)):
        yield batch


def _count_objects(profile: Profile, open: bool, weight: int) -> int:
    return sum(1 for _ in objects_of_weight(profile, open, weight))


def _count_images(profile: Profile, open: bool, rule: LocalRule, weight: int) -> int:
    """Count the different images of the objects of a weight that have it by their hooks, too."""
    images = set()
    for batch in batches(objects_of_weight(profile, open, weight)):
        images.update(decompose_all(batch, rule))
    return sum(image.weight(profile) == weight for image in images)
