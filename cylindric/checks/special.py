"""What Langer's identity specialises to, checked term by term with direct formulas.

check_specialisation     Schur, Hall-Littlewood, q-Whittaker, monomial, Jack
check_overpartitions     cylindric plane overpartitions, listed, against q = 0, t = -1
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Executor
from fractions import Fraction
from functools import cache, partial
from typing import Any

from flint import fmpq, fmpz

from cylindric.algebra.qt_fractions import QTFraction
from cylindric.algebra.qt_products import QTProduct
from cylindric.macdonald.overpartitions import overlinings
from cylindric.macdonald.specialisations import SPECIALISATIONS, jack_weight
from cylindric.macdonald.weights import weight_factors
from cylindric.objects.enumeration import Share
from cylindric.objects.profiles import Profile
from cylindric.products.macdonald import expanded, series_at
from cylindric.sums.listing import WEIGHED, Below, below
from termwise import Comparison, Row
from termwise.arguments import LIMIT, brief, shown
from termwise.doors import door
from termwise.exact import exact_number, to_flint, to_python
from termwise.running import Progress


@door
def check_specialisation(
    profile: Profile,
    order: int,
    name: str,
    *,
    alpha: Any = None,
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the product at special q and t with the direct weights and with the general ones.

    Args:
        profile: the profile.
        order: weights 0 .. order - 1 are compared.
        name: "schur", "hall-littlewood", "q-whittaker", "monomial" or "jack".
        alpha: the positive exact number of "jack", and of nothing else.
        open: reverse plane partitions.
        limit: refuse to weigh more objects than this, 3 * 10^4 by default.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A Comparison with a row for each power of z.

    Raises:
        TypeError: alpha is a float.
        ValueError: an unknown name; alpha missing, not positive or not used; too many objects.

    Source: [Mac95]; see `specialisations` for each.

    >>> check_specialisation(Profile("1010"), 6, "hall-littlewood").agrees
    True
    """
    names = [*SPECIALISATIONS, "jack"]
    if name not in names:
        raise ValueError(f"name must be one of {', '.join(names)}, got {shown(name)}")
    if (alpha is not None) != (name == "jack"):
        raise ValueError(
            f"alpha goes with jack, and jack with alpha, got {brief(name)} and {shown(alpha)}"
        )
    objects = below(profile, order, WEIGHED, open=open, limit=limit)
    options: Any = {"executor": executor, "progress": progress, "description": name}
    if name == "jack":
        alpha = exact_number("alpha", alpha)
        if alpha <= 0:
            raise ValueError(f"alpha must be positive, got {brief(alpha)}")
        product: Any = _jack_product(profile, objects.order, alpha, open)
        sums = objects.run(partial(_jack_sums, alpha), _added, **options)
    else:
        at = SPECIALISATIONS[name][1]
        product = series_at(profile, objects.order, at, open=open, limit=LIMIT)
        sums = objects.run(partial(_special_sums, name), _added, **options)
    where = f"jack, alpha = {brief(alpha)}" if name == "jack" else name
    return Comparison(
        f"{'open ' if open else ''}profile {profile}, {where}: sum_c W_c z^|c| = product",
        (
            ("product", "the product over hooks, specialised"),
            ("direct", "objects listed, each by the direct formula"),
            ("general", "objects listed, each by phi and psi, specialised"),
        ),
        tuple(Row(f"z^{n}", (product[n], *sums[n])) for n in range(order)),
    )


@door
def check_overpartitions(
    profile: Profile,
    order: int,
    *,
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the number of cylindric plane overpartitions with weights and product at q=0, t=-1.

    Args:
        profile: the profile.
        order: weights 0 .. order - 1 are compared.
        open: reverse plane partitions.
        limit: refuse to weigh more objects than this, 3 * 10^4 by default.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A Comparison with a row for each weight.

    Raises:
        TypeError: an argument of the wrong type.
        ValueError: order is less than 1, or there are more objects than the limit.

    Source: [CSV11].

    >>> [row.left for row in check_overpartitions(Profile("1100"), 8).rows]
    [1, 2, 6, 12, 23, 42, 74, 124]
    """
    objects = below(profile, order, WEIGHED, open=open, limit=limit)
    terms = dict(expanded(profile, order, fmpz(1), lambda *step: 2 if step[2] else 1, open=open))
    counts = objects.run(
        _overpartitions,
        _added,
        executor=executor,
        progress=progress,
        description="overpartitions",
    )
    return Comparison(
        f"cylindric plane overpartitions of the profile {profile}",
        (
            ("product", "prod_n 1/(1-z^nT) * prod_b (1+z^h(b))/(1-z^h(b)), from hooks"),
            ("listed", "sets of entries that may be overlined, from the definition"),
            ("weights", "Macdonald weights at q = 0, t = -1"),
        ),
        tuple(Row(f"z^{n}", (int(terms.get((n,), 0)), *counts[n])) for n in range(order)),
    )


def _special_sums(name: str, objects: Below, weight: int, share: Share) -> tuple[Any, Any]:
    direct, symbols = SPECIALISATIONS[name]
    own: Counter[QTProduct] = Counter()
    general: Counter[QTProduct] = Counter()
    for c in objects.of_weight(weight, share):
        for sums, product in (
            (own, direct(c)),
            (general, weight_factors(c).product.specialise(*symbols)),
        ):
            if product is not None:
                sums[product] += 1
    return QTFraction.sum(own), QTFraction.sum(general)


def _jack_sums(alpha: Any, objects: Below, weight: int, share: Share) -> tuple[Any, Any]:
    own, general = fmpq(0), fmpq(0)
    for c in objects.of_weight(weight, share):
        own += to_flint(jack_weight(c, alpha))
        general += to_flint(weight_factors(c).product.jack(alpha))
    return to_python(own), to_python(general)


def _jack_product(profile: Profile, order: int, alpha: Any, open: bool) -> dict[int, Any]:
    """Expand prod_n 1/(1 - z^{nT}) prod_b (1 - z^{h(b)})^(-1/alpha)."""

    @cache
    def binomial(m: int) -> fmpq:
        if m == 0:
            return fmpq(1)
        return binomial(m - 1) * (to_flint(Fraction(1) / alpha) + m - 1) / m

    terms = dict(expanded(profile, order, fmpq(1), lambda *step: binomial(step[2]), open=open))
    return {n: to_python(terms.get((n,), fmpq(0))) for n in range(order)}


def _overpartitions(objects: Below, weight: int, share: Share) -> tuple[int, int]:
    listed = weighed = 0
    for c in objects.of_weight(weight, share):
        listed += sum(1 for _ in overlinings(c))
        weighed += weight_factors(c).product.at(0, -1)
    return listed, weighed


def _added(parts: list[tuple[Any, Any]]) -> tuple[Any, Any]:
    (first, second), *others = parts
    for left, right in others:
        first, second = first + left, second + right
    return first, second
