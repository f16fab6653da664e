"""Langer's (q,t)-analog of Borodin's identity, checked term by term.

The product over hooks against sums of weights: coefficients as rational functions of q and t, as
numbers, or at random points with a bound of the error.
"""

from __future__ import annotations

from concurrent.futures import Executor
from typing import Any

from cylindric.algebra.qt_parameters import Symbols, parameters
from cylindric.checks.certificates import macdonald_certificate
from cylindric.checks.statements import MEANINGS, QT_PRODUCT, WEIGHED_STEPS, monomial, name_of
from cylindric.macdonald.weights import FORMS
from cylindric.objects.profiles import Profile
from cylindric.products.macdonald import MAX_WORDS, series_at
from cylindric.sums.listing import WEIGHED, below
from cylindric.sums.weighted import carried, weighed
from termwise import Comparison, Row
from termwise.arguments import brief, shown
from termwise.doors import door
from termwise.running import Progress

MODES = ("symbolic", "points")


@door
def check_macdonald(
    profile: Profile,
    order: int,
    mode: str = "symbolic",
    *,
    q: Any = None,
    t: Any = None,
    refined: bool = False,
    points: int | None = None,
    seed: int | None = None,
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the two sides of Langer's (q,t)-analog of Borodin's identity.

        sum_c W_c(q,t) z^|c| = prod_{n>=1} 1/(1 - z^{nT}) prod_b (t z^{h(b)}; q)_oo/(z^{h(b)}; q)_oo

    Args:
        profile: the profile.
        order: weights 0 .. order - 1 are compared.
        mode: "symbolic" compares the coefficients themselves: rational functions of q and t, or
            numbers when q and t are; "points" compares them at random points modulo random primes,
            and states the probability of error (see `certificates`).
        q, t: None for the symbols q and t; exact numbers; or monomials in sympy's symbols q and t,
            of which one may be 0 or 1.  Not with "points".
        refined: in z_1, .., z_T; not with "points".
        open: reverse plane partitions.
        points, seed: how many points, 20 by default, and what they are drawn from, 0 by default;
            only with "points".
        limit: refuse to weigh more objects than this, 3 * 10^4 by default (10^7 with "points",
            which does not list them).
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.

    Returns:
        A Comparison with a row for each monomial; the product is the reference.  Its sides are the
        three forms of the weight, and at numbers also transfer; with "points", transfer.

    Raises:
        TypeError: q or t is a float, or no number or symbol.
        ValueError: an unknown mode, an option that the mode does not use, or too large a request.
        ZeroDivisionError: a weight has a pole at (q, t); the message names the factor.

    Source: [Langer12]; open: [Okada10]; 1^r 0^d: [Vul09].

    >>> bool(check_macdonald(Profile("1010"), 5))
    True
    >>> print(check_macdonald(Profile("10"), 3, q=2, t=3))
    Langer's identity for the profile 10, T = 2, at q = 2, t = 3: sum_c W_c z^|c| = product
      product   prod_n 1/(1-z^nT) * prod_b (t z^h(b); q)/(z^h(b); q), from hooks
      pieri     objects listed, phi and psi of their steps
      paths     objects listed, peaks over valleys of their lattice paths
      boxes     objects listed, Vuletic's local factor of every entry
      transfer  phi and psi carried round the cylinder, walks that meet together
    <BLANKLINE>
    term  product  pieri  paths  boxes  transfer
    z^0         1      1      1      1         1
    z^1         2      2      2      2         2
    z^2      13/3   13/3   13/3   13/3      13/3
    <BLANKLINE>
    AGREES: product = pieri = paths = boxes = transfer on 3 terms
    """
    if mode not in MODES:
        raise ValueError(f"mode must be {' or '.join(MODES)}, got {shown(mode)}")
    if mode == "points":
        if q is not None or t is not None or refined:
            raise ValueError("mode 'points' draws q and t itself and has z alone, without refined")
        return macdonald_certificate(
            profile,
            order,
            points=20 if points is None else points,
            seed=0 if seed is None else seed,
            open=open,
            limit=limit,
            executor=executor,
            progress=progress,
        ).comparison
    if points is not None or seed is not None:
        raise ValueError("points and seed are for mode 'points' only")
    given = parameters(q, t)
    objects = below(profile, order, WEIGHED, open=open, limit=limit)
    words = max(MAX_WORDS, limit or 0)
    sides = {
        "product": series_at(profile, objects.order, given, refined=refined, open=open, limit=words)
    }
    for form in FORMS:
        sides[form] = weighed(
            objects, given, form, refined=refined, executor=executor, progress=progress
        )
    if not isinstance(given, Symbols) and not refined:
        sides["transfer"] = carried(objects, given, executor=executor, progress=progress)
    at = "" if (q, t) == (None, None) else f", at q = {_shown('q', q)}, t = {_shown('t', t)}"
    meanings = {"product": QT_PRODUCT, "transfer": WEIGHED_STEPS, **MEANINGS}
    keys = {e for series in sides.values() for e in series.terms}
    variables = sides["product"].variables
    return Comparison(
        f"{name_of(profile, open, qt=True)}{at}: sum_c W_c {'Z' if refined else 'z'}^|c| = product",
        tuple((name, meanings[name]) for name in sides),
        tuple(
            Row(monomial(variables, e), tuple(series[e] for series in sides.values()))
            for e in sorted(keys, key=lambda e: (sum(e), [-k for k in e]))
        ),
    )


def _shown(name: str, value: Any) -> str:
    return name if value is None else brief(value)
