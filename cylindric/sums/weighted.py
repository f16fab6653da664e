"""The object side of the (q,t)-analog: sums of Macdonald weights, which know no product.

enumeration   list the objects of each weight from the definition, and add up what they weigh, by
              any of the three forms; symbolic, or at exact numbers; refined
transfer      phi and psi carried along the walks, at exact numbers, without listing
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Executor
from functools import partial
from typing import Any

from flint import fmpq

from cylindric.algebra.multiseries import MultiSeries
from cylindric.algebra.qt_fractions import QTFraction
from cylindric.algebra.qt_parameters import Parameters, Symbols, parameters
from cylindric.algebra.qt_products import QTProduct
from cylindric.macdonald.walks import AtNumbers
from cylindric.macdonald.weights import FORMS, require_form
from cylindric.objects.enumeration import Share
from cylindric.objects.profiles import Profile
from cylindric.sums.listing import CARRIED, WEIGHED, Below, below
from cylindric.sums.transfer import closed_walks
from termwise.arguments import shown
from termwise.doors import door
from termwise.exact import Exact, to_flint, to_python
from termwise.running import Progress

Exponents = tuple[int, ...]


@door
def weight_series(
    profile: Profile,
    order: int,
    q: Any = None,
    t: Any = None,
    *,
    form: str = "pieri",
    refined: bool = False,
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> MultiSeries:
    """Add up the Macdonald weights of the cylindric partitions of each weight below the order.

    Args:
        profile: the profile.
        order: weights 0 .. order - 1 are added up.
        q, t: exact numbers, and the coefficients are ints and Fractions; or symbols (None, or
            monomials in sympy's symbols q and t, of which one may be 0 or 1), and they are exact
            rational functions, QTFraction.
        form: "pieri", "paths" or "boxes".
        refined: in z_1, .., z_T, where z_k marks |mu^k|.
        open: reverse plane partitions, mu^0 = mu^T empty.
        limit: refuse to weigh more objects than this, 3 * 10^4 by default.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A MultiSeries in z, or in z_1, .., z_T.

    Raises:
        TypeError: q or t is a float, or no number or symbol; another argument of the wrong type.
        ValueError: order is less than 1; q and t are a number and a symbol; an unknown form; more
            objects than the limit (the message says how many).
        ZeroDivisionError: the weight of an object has a pole at (q, t), though their sum need not.

    Source: [Langer12].

    >>> print(weight_series(Profile("10"), 2))
    1 + ((1 - t)/(1 - q))*z + O(z**2)
    """
    given = parameters(q, t)
    require_form(form)
    objects = below(profile, order, WEIGHED, open=open, limit=limit)
    return weighed(objects, given, form, refined=refined, executor=executor, progress=progress)


def weighed(
    objects: Below,
    given: Parameters,
    form: str,
    *,
    refined: bool = False,
    executor: Executor | None = None,
    progress: Progress = False,
) -> MultiSeries:
    """Add up the weights of objects that are allowed, one by one.

    Args:
        objects: the objects of weight below an order.
        given: q and t, read by `parameters`.
        form: "pieri", "paths" or "boxes".
        refined: in z_1, .., z_T.
        executor, progress: where the weights are listed, and who is told.

    >>> print(weighed(below(Profile("10"), 2), parameters(2, 3), "boxes"))
    1 + 2*z + O(z**2)
    """
    parts = objects.run(
        partial(_weigh, form, refined, given),
        _added,
        executor=executor,
        progress=progress,
        description=form,
    )
    terms = {e: value for part in parts for e, value in part.items()}
    names = [f"z_{k}" for k in range(1, objects.profile.period + 1)] if refined else ["z"]
    return MultiSeries(names, terms, objects.order)


def weight_series_by_transfer(
    profile: Profile,
    order: int,
    q: Any,
    t: Any,
    *,
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> MultiSeries:
    """Add up the Macdonald weights at exact numbers, walks that meet together.

    Args:
        profile: the profile.
        order: weights 0 .. order - 1 are added up.
        q, t: exact numbers.
        open: reverse plane partitions, mu^0 = mu^T empty.
        limit: refuse to go through more objects than this, 10^7 by default: they are not listed.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A MultiSeries in z with ints and Fractions.

    Raises:
        TypeError: q or t is a float or a symbol; another argument of the wrong type.
        ValueError: order is less than 1, or more objects than the limit.
        ZeroDivisionError: the weight of a step has a pole at (q, t).

    >>> print(weight_series_by_transfer(Profile("10"), 3, 2, 3))
    1 + 2*z + 13/3*z**2 + O(z**3)
    """
    given = parameters(q, t)
    if isinstance(given, Symbols):
        raise TypeError(f"q and t must be numbers for the transfer method, got {shown(q)}, {t!r}")
    objects = below(profile, order, CARRIED, open=open, limit=limit)
    return carried(objects, given, executor=executor, progress=progress)


def carried(
    objects: Below,
    given: tuple[Exact, Exact],
    *,
    executor: Executor | None = None,
    progress: Progress = False,
) -> MultiSeries:
    """Add up the weights of objects that are allowed, walks that meet together.

    >>> print(carried(below(Profile("10"), 3), (2, 3)))
    1 + 2*z + 13/3*z**2 + O(z**3)
    """
    order = objects.order
    arithmetic = AtNumbers(order, *map(to_flint, given))
    parts = closed_walks(
        objects.profile,
        order,
        arithmetic,
        open=objects.open,
        executor=executor,
        progress=progress,
    )
    sums = [sum(coefficients, fmpq(0)) for coefficients in zip(*parts, strict=True)]
    return MultiSeries(["z"], {(n,): to_python(c) for n, c in enumerate(sums)}, order)


def _weigh(
    form: str, refined: bool, given: Parameters, objects: Below, weight: int, share: Share
) -> dict[Exponents, Any]:
    """Return the sums of the weights of objects of one weight, by monomial."""
    found: dict[Exponents, Counter[QTProduct]] = {}
    for c in objects.of_weight(weight, share):
        key = tuple(map(sum, c.partitions)) if refined else (weight,)
        product = QTProduct.of(factor for _, factor in FORMS[form].factors(c))
        found.setdefault(key, Counter())[product] += 1
    if isinstance(given, Symbols):
        return {key: _symbolic(products, given) for key, products in found.items()}
    q, t = map(to_flint, given)
    return {
        key: to_python(sum((p.at(q, t) * many for p, many in products.items()), fmpq(0)))
        for key, products in found.items()
    }


def _added(parts: list[dict[Exponents, Any]]) -> dict[Exponents, Any]:
    total: dict[Exponents, Any] = {}
    for part in parts:
        for key, value in part.items():
            total[key] = total[key] + value if key in total else value
    return total


def _symbolic(products: Counter[QTProduct], given: Symbols) -> QTFraction:
    if given == Symbols():
        return QTFraction.sum(products)
    special: Counter[QTProduct] = Counter()
    for product, many in products.items():
        image = product.specialise(*given)
        if image is not None:
            special[image] += many
    return QTFraction.sum(special)
