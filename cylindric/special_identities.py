"""What Langer's identity specialises to, checked term by term with direct formulas.

check_specialisation     Schur, Hall-Littlewood, q-Whittaker, monomial, Jack
check_overpartitions     cylindric plane overpartitions, listed, against a product and q = 0, t = -1
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cache, partial
from typing import Any

from flint import fmpq, fmpz

from cylindric.counting import objects_of_weight, require_listable
from cylindric.macdonald_products import expanded, macdonald_series
from cylindric.overpartitions import overlinings
from cylindric.profiles import Profile, require_profile
from cylindric.qt_fractions import QTFraction
from cylindric.qt_products import QTProduct
from cylindric.specialisations import SPECIALISATIONS, jack_weight
from cylindric.weight_sums import MAX_WEIGHED
from cylindric.weights import weight_factors
from termwise import Comparison, Row, run
from termwise.arguments import LIMIT, require_integer
from termwise.exact import exact_number, to_flint, to_python
from termwise.running import Progress


def check_specialisation(
    profile: Profile,
    order: int,
    name: str,
    *,
    alpha: Any = None,
    open: bool = False,
    limit: int = MAX_WEIGHED,
    progress: Progress = False,
) -> Comparison:
    """Compare the product at special q and t with the direct weights and with the general ones.

    Args:
        profile, order, open, limit, progress: as for `check_macdonald`.
        name: "schur", "hall-littlewood", "q-whittaker", "monomial" or "jack".
        alpha: the positive exact number of "jack", and of nothing else.

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
        raise ValueError(f"name must be one of {', '.join(names)}, got {name!r}")
    if (alpha is not None) != (name == "jack"):
        raise ValueError(f"alpha goes with jack, and jack with alpha, got {name} and {alpha}")
    require_listable(require_profile(profile), require_integer("order", order, 1), open, limit)
    if name == "jack":
        alpha = exact_number("alpha", alpha)
        if alpha <= 0:
            raise ValueError(f"alpha must be positive, got {alpha}")
        product: Any = _jack_product(profile, order, alpha, open)
        task = partial(_jack_sums, profile, open, alpha)
    else:
        q, t = SPECIALISATIONS[name][1].to_sympy()
        product = macdonald_series(profile, order, q, t, open=open, limit=LIMIT)
        task = partial(_special_sums, profile, open, name)
    sums = run(task, range(order), progress=progress, description=name)
    where = f"jack, alpha = {alpha}" if name == "jack" else name
    return Comparison(
        f"{'open ' if open else ''}profile {profile}, {where}: sum_c W_c z^|c| = product",
        (
            ("product", "the product over hooks, specialised"),
            ("direct", "objects listed, each by the direct formula"),
            ("general", "objects listed, each by phi and psi, specialised"),
        ),
        tuple(Row(f"z^{n}", (product[n], *sums[n])) for n in range(order)),
    )


def check_overpartitions(
    profile: Profile,
    order: int,
    *,
    open: bool = False,
    limit: int = MAX_WEIGHED,
    progress: Progress = False,
) -> Comparison:
    """Compare the number of cylindric plane overpartitions with a product and with weights.

    The trace factor is prod_n (1 + z^{nT}), not that of the weights; see `overpartitions`.

    Args:
        profile, order, open, limit, progress: as for `check_macdonald`.

    Returns:
        A Comparison with a row for each weight.

    Raises:
        TypeError, ValueError: as `check_macdonald`.

    Source: [CSV11] for plane overpartitions, the open case.

    >>> [row.left for row in check_overpartitions(Profile("1100"), 8).rows]
    [1, 2, 6, 12, 23, 42, 74, 124]
    """
    require_listable(require_profile(profile), require_integer("order", order, 1), open, limit)
    terms = dict(expanded(profile, order, fmpz(1), lambda *step: 2 if step[2] else 1, open=open))
    task = partial(_overpartitions, profile, open)
    product = [int(terms.get((n,), 0)) for n in range(order)]
    if not open:  # 1 + x = (1 - x^2) / (1 - x)
        for step in range(2 * profile.period, order, 2 * profile.period):
            for n in range(order - 1, step - 1, -1):
                product[n] -= product[n - step]
    counts = run(task, range(order), progress=progress, description="overpartitions")
    return Comparison(
        f"cylindric plane overpartitions of the profile {profile}",
        (
            ("product", "prod_n (1+z^nT) * prod_b (1+z^h(b))/(1-z^h(b)), from hooks"),
            ("listed", "sets of entries that may be overlined, from the definition"),
            ("weights", "Macdonald weights at q = 0, t = -1, unless a part is twice in every mu^k"),
        ),
        tuple(Row(f"z^{n}", (product[n], *counts[n])) for n in range(order)),
    )


def _special_sums(profile: Profile, open: bool, name: str, weight: int) -> tuple[Any, Any]:
    direct, symbols = SPECIALISATIONS[name]
    own: Counter[QTProduct] = Counter()
    general: Counter[QTProduct] = Counter()
    for c in objects_of_weight(profile, open, weight):
        for sums, product in (
            (own, direct(c)),
            (general, weight_factors(c).product.specialise(*symbols)),
        ):
            if product is not None:
                sums[product] += 1
    return QTFraction.sum(own), QTFraction.sum(general)


def _jack_sums(profile: Profile, open: bool, alpha: Any, weight: int) -> tuple[Any, Any]:
    own, general = fmpq(0), fmpq(0)
    for c in objects_of_weight(profile, open, weight):
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


def _overpartitions(profile: Profile, open: bool, weight: int) -> tuple[int, int]:
    listed = weighed = 0
    for c in objects_of_weight(profile, open, weight):
        listed += sum(1 for _ in overlinings(c))
        if not any(min(mu.count(part) for mu in c.partitions) > 1 for part in c.partitions[0]):
            weighed += weight_factors(c).product.at(0, -1)
    return listed, weighed
