"""Macdonald weights, checked object by object: their three forms, and their symmetry."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any

from cylindric.counting import objects_of_weight, require_listable
from cylindric.cylindric_partitions import CylindricPartition
from cylindric.profiles import Profile, require_profile
from cylindric.qt_products import QTProduct
from cylindric.weight_sums import MAX_WEIGHED
from cylindric.weights import FORMS, weight_factors
from termwise import Comparison, Row, run
from termwise.arguments import require_integer
from termwise.exact import exact_number
from termwise.running import Progress

Values = Callable[[CylindricPartition], tuple[Any, ...]]


def check_weight_forms(
    profile: Profile,
    order: int,
    *,
    open: bool = False,
    limit: int = MAX_WEIGHED,
    progress: Progress = False,
) -> Comparison:
    """Compare the three forms of the Macdonald weight on every object of weight below the order.

    Products of factors 1 - q^a t^b are equal exactly when their factors are: nothing is expanded.

    Args:
        profile, order, open, progress: as for `check_macdonald`.
        limit: refuse more objects than this; each is a row.

    Returns:
        A Comparison with a row an object.

    Raises:
        TypeError, ValueError: as `check_macdonald`.

    Source: [Langer12], [Langer13], [Vul09].

    >>> term, left, right = check_weight_forms(Profile("10"), 3).rows[1]
    >>> print(term, left, right, sep=" | ")
    ∅ ≺ (1) ≻ ∅ | (1 - t)/(1 - q) | (1 - t)/(1 - q)
    """
    rows = _by_object(_forms_of, profile, order, open, limit, progress)
    return Comparison(
        f"three forms of the Macdonald weight, for the profile {profile}",
        (
            ("pieri", "phi and psi of the steps"),
            ("paths", "peaks over valleys of the lattice paths"),
            ("boxes", "Vuletic's local factor of every entry"),
        ),
        rows,
    )


def check_weight_symmetry(
    profile: Profile,
    order: int,
    *,
    q: Any = Fraction(2, 3),
    t: Any = Fraction(3, 5),
    open: bool = False,
    limit: int = MAX_WEIGHED,
    progress: Progress = False,
) -> Comparison:
    """Compare W_c(1/q, 1/t) with (q/t)^u W_c(q, t), u the number of boxes added by the up steps.

    Args:
        profile, order, open, limit, progress: as for `check_weight_forms`.
        q, t: exact numbers, not 0.

    Returns:
        A Comparison with a row an object.

    Raises:
        TypeError, ValueError: as `check_weight_forms`; q or t is 0.

    Source: [Mac95, VI.4]: P_lam(q, t) = P_lam(1/q, 1/t).

    >>> check_weight_symmetry(Profile("1010"), 4).agrees
    True
    """
    q, t = exact_number("q", q), exact_number("t", t)
    if not q or not t:
        raise ValueError(f"q and t must not be 0, got q = {q}, t = {t}")
    rows = _by_object(partial(_symmetric, q, t), profile, order, open, limit, progress)
    return Comparison(
        f"W(1/q, 1/t) = (q/t)^u W(q, t) at q = {q}, t = {t}, for the profile {profile}",
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
    values: Values, profile: Profile, order: int, open: bool, limit: int, progress: Progress
) -> tuple[Row, ...]:
    require_listable(require_profile(profile), require_integer("order", order, 1), open, limit)
    task = partial(_rows_of_weight, values, profile, open)
    return tuple(row for rows in run(task, range(order), progress=progress) for row in rows)


def _rows_of_weight(values: Values, profile: Profile, open: bool, weight: int) -> list[Row]:
    return [Row(str(c), values(c)) for c in objects_of_weight(profile, open, weight)]


def _forms_of(c: CylindricPartition) -> tuple[QTProduct, ...]:
    return tuple(weight_factors(c, form).product for form in FORMS)


def _symmetric(q: Any, t: Any, c: CylindricPartition) -> tuple[Any, Any]:
    weight = weight_factors(c).product
    walk = (c.partitions[-1], *c.partitions)
    added = sum(walk[k].size - walk[k - 1].size for k in c.profile.ups)
    return weight.at(Fraction(1) / q, Fraction(1) / t), (Fraction(q) / t) ** added * weight.at(q, t)
