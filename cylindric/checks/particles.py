"""Where the particles of the Maya diagrams are, checked place by place and weight by weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Executor

from cylindric.objects.enumeration import Share
from cylindric.objects.profiles import Profile
from cylindric.products.particles import particle_series
from cylindric.sums.listing import Below, below
from termwise import Comparison, Row
from termwise.arguments import LIMIT
from termwise.doors import door
from termwise.running import Progress

Key = tuple[int, int]
"""k and a place."""


@door
def check_particles(
    profile: Profile,
    order: int,
    *,
    open: bool = False,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the one-point function of every mu^k, counted and by its formula.

    Args:
        profile: the profile.
        order: weights 0 .. order - 1 are compared, at every place where not all is plain.
        open: whether mu^0 = mu^T is empty.
        limit: refuse to list more objects than this.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A Comparison with a row for each k = 1 .. T, place a and weight.

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: order is less than 1, or there are more objects than the limit.

    Source: [Borodin07].

    >>> check_particles(Profile("11010"), 5).agrees
    True
    """
    objects = below(profile, order, open=open, limit=limit)
    counted = objects.run(
        _counted, _added, executor=executor, progress=progress, description="particles"
    )
    rows = []
    for k in range(1, profile.period + 1):
        for place, series in particle_series(profile, k, order, open=open).items():
            for n, number in enumerate(series.coefficients):
                name = f"k={k} a={place}/2 z^{n}"
                rows.append(Row(name, (counted[n][k, place], number)))
    return Comparison(
        f"particles of the {'open ' if open else ''}profile {profile}: objects with mu^k_i - i + "
        "1/2 = a for some i",
        (
            ("enumeration", "objects listed from the definition, and counted"),
            ("formula", "the product times the one-point function of fermions, the shift undone"),
        ),
        tuple(rows),
    )


def _counted(objects: Below, weight: int, share: Share) -> Counter[Key]:
    """Count objects by k and place; none has as many rows as the order."""
    found: Counter[Key] = Counter()
    for c in objects.of_weight(weight, share):
        for k, mu in enumerate(c.partitions, 1):
            parts = [*mu, *[0] * (objects.order - len(mu))]
            found.update((k, 2 * (part - i) - 1) for i, part in enumerate(parts))
    return found


def _added(parts: Iterable[Counter[Key]]) -> Counter[Key]:
    total: Counter[Key] = Counter()
    for part in parts:
        total.update(part)
    return total
