"""Macdonald weights, checked object by object: their three forms, and their symmetry."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from fractions import Fraction
from functools import partial
from itertools import chain
from typing import Any

from cylindric.algebra.qt_products import QTProduct
from cylindric.macdonald.weights import FORMS, weight_factors
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.enumeration import Share
from cylindric.objects.profiles import Profile
from cylindric.sums.listing import WEIGHED, Below, below, in_order
from termwise import Comparison, Row
from termwise.arguments import brief
from termwise.doors import door
from termwise.exact import exact_number
from termwise.running import Progress

Values = Callable[[CylindricPartition], tuple[Any, ...]]


@door
def check_weight_forms(
    profile: Profile,
    order: int,
    *,
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the three forms of the Macdonald weight on every object of weight below the order.

    Products of factors 1 - q^a t^b are equal exactly when their factors are: nothing is expanded.

    Args:
        profile: the profile.
        order: objects of weight 0 .. order - 1 are compared.
        open: reverse plane partitions.
        limit: refuse more objects than this, 3 * 10^4 by default; each is a row.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A Comparison with a row an object.

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: order is less than 1, or there are more objects than the limit.

    Source: [Langer12], [Langer13], [Vul09].

    >>> term, left, right = check_weight_forms(Profile("10"), 3).rows[1]
    >>> print(term, left, right, sep=" | ")
    ∅ ≺ (1) ≻ ∅ | (1 - t)/(1 - q) | (1 - t)/(1 - q)
    """
    rows = _by_object(
        _forms_of, below(profile, order, WEIGHED, open=open, limit=limit), executor, progress
    )
    return Comparison(
        f"three forms of the Macdonald weight, for the profile {profile}",
        tuple((name, form.says.format("the")) for name, form in FORMS.items()),
        rows,
    )


@door
def check_weight_symmetry(
    profile: Profile,
    order: int,
    *,
    q: Any = Fraction(2, 3),
    t: Any = Fraction(3, 5),
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare W_c(1/q, 1/t) with (q/t)^u W_c(q, t), u the number of boxes added by the up steps.

    Args:
        profile: the profile.
        order: objects of weight 0 .. order - 1 are compared.
        q, t: exact numbers, not 0.
        open: reverse plane partitions.
        limit: refuse more objects than this, 3 * 10^4 by default; each is a row.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A Comparison with a row an object.

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: q or t is 0, order is less than 1, or there are more objects than the limit.

    Source: [Mac95, VI.4]: P_lam(q, t) = P_lam(1/q, 1/t).

    >>> check_weight_symmetry(Profile("1010"), 4).agrees
    True
    """
    q, t = exact_number("q", q), exact_number("t", t)
    if not q or not t:
        raise ValueError(f"q and t must not be 0, got q = {brief(q)}, t = {brief(t)}")
    rows = _by_object(
        partial(_symmetric, q, t),
        below(profile, order, WEIGHED, open=open, limit=limit),
        executor,
        progress,
    )
    at = f"q = {brief(q)}, t = {brief(t)}"
    return Comparison(
        f"W(1/q, 1/t) = (q/t)^u W(q, t) at {at}, for the profile {profile}",
        (
            ("inverted", "the weight at 1/q, 1/t"),
            (
                "scaled",
                "(q/t)^u times the weight at q, t; u boxes are added by the up steps",
            ),
        ),
        rows,
    )


def _by_object(
    values: Values, objects: Below, executor: Executor | None, progress: Progress
) -> tuple[Row, ...]:
    rows = objects.run(partial(_rows, values), in_order, executor=executor, progress=progress)
    return tuple(chain.from_iterable(rows))


def _rows(values: Values, objects: Below, weight: int, share: Share) -> list[tuple[int, Row]]:
    return [(at, Row(str(c), values(c))) for at, c in objects.numbered(weight, share)]


def _forms_of(c: CylindricPartition) -> tuple[QTProduct, ...]:
    return tuple(weight_factors(c, form).product for form in FORMS)


def _symmetric(q: Any, t: Any, c: CylindricPartition) -> tuple[Any, Any]:
    weight = weight_factors(c).product
    walk = (c.partitions[-1], *c.partitions)
    added = sum(walk[k].size - walk[k - 1].size for k in c.profile.ups)
    return weight.at(Fraction(1) / q, Fraction(1) / t), (Fraction(q) / t) ** added * weight.at(q, t)
