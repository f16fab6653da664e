"""Every object of a weight, allowed once: the one room of the sums that asks the product.

Before anything is listed, the product says how many objects there are, and what is too large is
refused.  No number that is compared comes from there.  `below` gives the objects of all weights
below an order, cut into parts of roughly the same size where there is an executor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.enumeration import Share, enumerate_walks, numbered_walks
from cylindric.objects.partitions import number_of_partitions
from cylindric.objects.profiles import Profile, require_profile
from cylindric.products.borodin import MAX_TERMS, borodin_series
from termwise.arguments import LIMIT, brief, refuse, require_at_most, require_integer, shown
from termwise.doors import door
from termwise.running import PARTS, Progress, each

BATCH = 4096

SMALLEST_PART = 2000  # objects; a smaller part would cost more to send than to list

TWENTY = 20
"""The length of a walk that counts as one; a longer one costs more."""

LISTED, PEELED, WEIGHED, CARRIED = 300_000, 100_000, 30_000, LIMIT
"""How many objects a call takes in before it asks for `limit=`, by what is done with each: counted,
peeled and built again, given its Macdonald weight; or carried along with others by transfer
matrices.  A walk of twenty steps is listed in some 15 microseconds, peeled in 30 to 100, weighed
in some 300: each takes seconds."""

A_SECOND = 15_000
"""Objects that are listed and peeled in a second, about."""

EXACTLY = 10**4
"""Up to this order a refusal says exactly how many objects there are."""

Item = TypeVar("Item")
Result = TypeVar("Result")
Total = TypeVar("Total")


@door
def cylindric_partitions(
    profile: Profile, weight: int, *, limit: int = LIMIT
) -> Iterator[CylindricPartition]:
    """Yield every cylindric partition of a profile of exactly the given weight, once.

    Args:
        profile: the profile.
        weight: a non-negative integer.
        limit: refuse to start on more objects than this; their number is known beforehand.

    Raises:
        TypeError: profile is no Profile, weight no integer.
        ValueError: weight is negative, or there are more than `limit` (the message says how many).

    Source: the definition [GK97, Borodin07].

    >>> for c in cylindric_partitions(Profile("10"), 2):
    ...     print(c)
    ∅ ≺ (2) ≻ ∅
    (1) ≺ (1) ≻ (1)
    """
    return _objects(profile, weight, limit, open=False)


@door
def reverse_plane_partitions(
    profile: Profile, weight: int, *, limit: int = LIMIT
) -> Iterator[CylindricPartition]:
    """Yield every reverse plane partition of the open profile of exactly the given weight.

    They are the cylindric partitions with mu^0 = mu^T empty.

    Args:
        profile: the profile.
        weight: a non-negative integer.
        limit: refuse to start on more objects than this; their number is known beforehand.

    Raises:
        TypeError: profile is no Profile, weight no integer.
        ValueError: weight is negative, or there are more than `limit` (the message says how many).

    Source: [Borodin07]; 1^r 0^d gives plane partitions in an r x d rectangle.

    >>> sum(1 for _ in reverse_plane_partitions(Profile("1100"), 3))
    4
    """
    return _objects(profile, weight, limit, open=True)


@dataclass(frozen=True)
class Below:
    """The objects of a profile of weight below an order, allowed.

    Made by `below`, and handed on to whatever goes through them.

    Attributes:
        profile: the profile.
        order: the weights are 0 .. order - 1.
        open: whether they are the reverse plane partitions.
        numbers: how many there are of each weight.  For cutting work only, never for comparing.
    """

    profile: Profile
    order: int
    open: bool
    numbers: tuple[int, ...]

    @property
    def price(self) -> int:
        """How many objects they are, or count for if their walks are long."""
        return _price(self.profile, sum(self.numbers))[0]

    def of_weight(self, weight: int, share: Share = (0, 1)) -> Iterator[CylindricPartition]:
        """Yield the objects of a weight, or a part of them."""
        return enumerate_walks(self.profile, weight, open=self.open, share=share)

    def numbered(
        self, weight: int, share: Share = (0, 1)
    ) -> Iterator[tuple[int, CylindricPartition]]:
        """Yield the objects of a weight, or a part of them, with numbers that `in_order` reads."""
        return numbered_walks(self.profile, weight, open=self.open, share=share)

    def batches(self, weight: int, share: Share = (0, 1)) -> Iterator[list[CylindricPartition]]:
        """Yield the objects of a weight, or a part of them, in lists."""
        return in_batches(self.of_weight(weight, share))

    def run(
        self,
        task: Callable[[Below, int, Share], Result],
        merge: Callable[[list[Result]], Total],
        *,
        executor: Executor | None = None,
        progress: Progress = False,
        description: str = "",
    ) -> list[Total]:
        """Apply a task to the objects of every weight, and merge what it says of their parts.

        Args:
            task: called with this, a weight and a share of its objects; with a process pool it
                must be picklable.
            merge: makes one result of those of all parts of a weight.
            executor: where the parts are run; None does each weight at once, here.
            progress: whether, or whom, to tell how many parts are done.
            description: what a bar is labelled.

        Returns:
            The merged results, by weight.
        """
        units = [
            (weight, (part, parts))
            for weight, parts in enumerate(self._parts(executor is not None))
            for part in range(parts)
        ]
        results = each(
            partial(_apply, task, self),
            units,
            executor=executor,
            progress=progress,
            description=description,
        )
        weights = zip((weight for weight, _ in units), results, strict=True)
        return [
            merge([result for _, result in parts])
            for _, parts in groupby(weights, key=lambda pair: pair[0])
        ]

    def _parts(self, shared: bool) -> list[int]:
        """Return into how many parts each weight is cut."""
        if not shared:
            return [1] * self.order
        size = max(SMALLEST_PART, sum(self.numbers) // PARTS)
        return [max(1, -(-number // size)) for number in self.numbers]


def below(
    profile: Profile,
    order: int,
    usual: int = LISTED,
    *,
    open: bool = False,
    limit: int | None = None,
) -> Below:
    """Allow the objects of weight 0 .. order - 1, if there are no more than the limit.

    Transfer matrices go through them as well: walks that meet are one to them, but few meet.

    Args:
        profile: the profile.
        order: weights 0 .. order - 1.
        usual: the limit where none is given: LISTED, PEELED, WEIGHED or CARRIED.
        open: the reverse plane partitions.
        limit: refuse more objects than this.

    Raises:
        TypeError: profile is no Profile, order or limit no integer.
        ValueError: order is less than 1, or there are more objects than the limit (the message
            says how many).

    >>> sum(1 for weight in range(5) for _ in below(Profile("1010"), 5).of_weight(weight))
    22
    """
    require_profile(profile)
    order = require_integer("order", order, 1)
    limit = usual if limit is None else require_integer("limit", limit)
    numbers = _numbers(profile, order, open, limit, total=True)
    return Below(profile, order, open, numbers)


def in_batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items in lists that one array computation takes well."""
    items = iter(items)
    while batch := list(islice(items, BATCH)):
        yield batch


def in_order(parts: Iterable[Iterable[tuple[int, Item]]]) -> list[Item]:
    """Return the items of several parts in the order in which one part would have them.

    >>> in_order([[(0, "a"), (2, "c"), (2, "d")], [(1, "b")]])
    ['a', 'b', 'c', 'd']
    """
    return [item for _, item in merge(*parts, key=itemgetter(0))]


def _apply(
    task: Callable[[Below, int, Share], Any], objects: Below, unit: tuple[int, Share]
) -> Any:
    return task(objects, *unit)


def _objects(
    profile: Profile, weight: int, limit: int, *, open: bool
) -> Iterator[CylindricPartition]:
    require_profile(profile)
    weight = require_integer("weight", weight, 0)
    limit = require_integer("limit", limit)
    if profile.rank and profile.level:
        _numbers(profile, weight + 1, open, limit, total=False)
    elif not open and weight % profile.period == 0:
        require_at_most(limit, *_price(profile, number_of_partitions(weight // profile.period)))
    return enumerate_walks(profile, weight, open=open)


def _numbers(
    profile: Profile, order: int, open: bool, limit: int, *, total: bool
) -> tuple[int, ...]:
    """Return the numbers of objects by weight, or refuse their sum, or the last one.

    Neither falls as the order grows: a profile with a corner has a box of hook length 1.  So an
    expansion to a lower order may already say that there are too many.
    """
    count = sum if total else max
    terms = max(MAX_TERMS, limit)
    reach = 64
    while True:
        reach = min(order, reach)
        numbers = borodin_series(profile, reach, open=open, limit=terms).coefficients
        many, what = _price(profile, count(numbers))
        if many <= limit and order > terms:  # all of them would be more than may be expanded
            require_at_most(terms, order, f"terms of the series of profile {brief(profile)}")
        if many > limit and order <= EXACTLY:
            numbers = borodin_series(profile, order, open=open, limit=terms).coefficients
            require_at_most(limit, *_price(profile, count(numbers)))
        elif many > limit:
            refuse(limit, f"more than {many} {what}")
        if reach == order:
            return numbers
        reach *= 4


def _price(profile: Profile, number: int) -> tuple[int, str]:
    """Return what so many objects cost: a long walk counts for several of twenty steps."""
    if profile.period <= TWENTY:
        return number, f"cylindric partitions of profile {brief(profile)}"
    what = f"walks of twenty steps ({shown(number)} of period {profile.period})"
    return -(-number * profile.period // TWENTY), what
