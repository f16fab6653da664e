"""The product side of the (q,t)-analog.

    sum_c W_c(q,t) z^|c|
        =  prod_{n>=1} 1/(1 - z^{nT})  prod_b (t z^{h(b)}; q)_oo / (z^{h(b)}; q)_oo

over the boxes b of a profile of period T [Langer12], where by the q-binomial theorem

    (t x; q)_oo / (x; q)_oo = sum_m (t; q)_m / (q; q)_m x^m.

The factors 1/(1 - z^{nT}), the trace, have no q and t.  Refined: x_b for z^{h(b)} and Z^n for
z^{nT}.  Open (Okada): the boxes i < j, n = 1 alone; 1^r 0^d is Vuletic's generalisation of
MacMahon's formula.  Nothing here knows any cylindric partition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from math import comb
from operator import add
from typing import Any

from flint import fmpq

from cylindric.algebra.multiseries import MultiSeries
from cylindric.algebra.qt_fractions import RING, over_product, polynomial, substituted
from cylindric.algebra.qt_parameters import Parameters, Symbols, parameters
from cylindric.algebra.qt_products import QTProduct
from cylindric.objects.profiles import Profile, require_profile
from cylindric.products.borodin import box_exponents, boxes_below
from termwise.arguments import require_at_most, require_integer
from termwise.doors import door
from termwise.exact import to_flint, to_python

MAX_WORDS = 5 * 10**5

REUSED = 20
"""At numbers a word of the answer is worked on once more for every so many terms."""

Exponents = tuple[int, ...]
Multiplier = Callable[[int, int, int], Any]


@door
def macdonald_series(
    profile: Profile,
    order: int,
    q: Any = None,
    t: Any = None,
    *,
    refined: bool = False,
    open: bool = False,
    limit: int = MAX_WORDS,
) -> MultiSeries:
    """Expand the (q,t)-analog of Borodin's product.

    Args:
        profile: the profile.
        order: monomials of total degree 0 .. order - 1 in z, or in z_1 .. z_T, are given.
        q, t: exact numbers, and the coefficients are ints and Fractions; or symbols (None, or
            monomials in sympy's symbols q and t, of which one may be 0 or 1), and they are exact
            rational functions, QTFraction.
        refined: expand in z_1, .., z_T, where z_k marks |mu^k|.
        open: reverse plane partitions, mu^0 = mu^T empty.
        limit: refuse an answer of more 64-bit words than this, estimated beforehand.

    Returns:
        A MultiSeries in z, or in z_1, .., z_T.

    Raises:
        TypeError: q or t is a float, or no number or symbol.
        ValueError: order is less than 1; q and t are a number and a symbol; an answer above the
            limit (the message says how large).
        ZeroDivisionError: a denominator 1 - q^m vanishes.

    Source: [Langer12]; open: [Okada10]; 1^r 0^d: [Vul09].

    >>> print(macdonald_series(Profile("10"), 2))
    1 + ((1 - t)/(1 - q))*z + O(z**2)
    >>> print(macdonald_series(Profile("10"), 3, 2, 3))
    1 + 2*z + 13/3*z**2 + O(z**3)
    """
    given = parameters(q, t)
    require_profile(profile)
    order = require_integer("order", order, 1)
    return series_at(profile, order, given, refined=refined, open=open, limit=limit)


def series_at(
    profile: Profile,
    order: int,
    given: Parameters,
    *,
    refined: bool = False,
    open: bool = False,
    limit: int = MAX_WORDS,
) -> MultiSeries:
    """Expand the product at q and t that `parameters` has read.

    >>> print(series_at(Profile("10"), 2, Symbols(q=None)))
    1 + (1 - t)*z + O(z**2)
    """
    period = profile.period
    variables = period if refined else 1
    require_at_most(limit, order, "terms")
    require_at_most(limit, _words(order, variables, given), "words of 64 bits")
    terms: dict[Exponents, Any] = {}
    if isinstance(given, Symbols):
        ring = RING.constant(1), _symbolic()
        for e, value in expanded(profile, order, *ring, refined=refined, open=open):
            below = _pochhammer(1, sum(e)).specialise(*given)
            terms[e] = over_product(substituted(value, *given), below or QTProduct())
    else:
        field = fmpq(1), numeric(*map(to_flint, given))
        for e, value in expanded(profile, order, *field, refined=refined, open=open):
            terms[e] = to_python(value)
    names = [f"z_{k}" for k in range(1, period + 1)] if refined else ["z"]
    return MultiSeries(names, terms, order)


def expanded(
    profile: Profile,
    order: int,
    one: Any,
    multiplier: Multiplier,
    *,
    refined: bool = False,
    open: bool = False,
) -> Iterator[tuple[Exponents, Any]]:
    """Yield the monomials of the product and their coefficients over any ring.

    Args:
        one: 1 of the ring.
        multiplier: what a term is multiplied by when it goes from one degree to another by x^m of
            the factor of a box, or (m = 0) of the trace: a function of (from, to, m).
    """
    period = profile.period
    factors = []
    for box in boxes_below(profile, order, open):
        factors.append((box_exponents(profile, box), True))
    if not open:
        factors += [((n,) * period, False) for n in range(1, (order - 1) // period + 1)]
    start = (0,) * (period if refined else 1)
    graded: list[dict[Exponents, Any]] = [{start: one}, *({} for _ in range(order - 1))]
    for exponents, is_box in factors:
        step = exponents if refined else (sum(exponents),)
        height = sum(step)
        # From the top: what is multiplied has not been changed yet.
        for degree in range(order - 1, height - 1, -1):
            part = graded[degree]
            for m in range(1, degree // height + 1):
                c = multiplier(degree - m * height, degree, m if is_box else 0)
                for e, value in graded[degree - m * height].items():
                    target = tuple(map(add, e, (m * k for k in step)))
                    part[target] = part[target] + value * c if target in part else value * c
    for part in graded:
        yield from part.items()


def numeric(q: Any, t: Any) -> Multiplier:
    """Return the multiplier (t; q)_m / (q; q)_m over a field, of numbers or of FLINT's elements.

    Raises:
        ZeroDivisionError: on being called, if 1 - q^k is 0 for some k <= m.
    """

    @cache
    def coefficient(m: int) -> Any:
        if m == 0:
            return 1
        return coefficient(m - 1) * QTProduct({(m - 1, 1): 1, (m, 0): -1}).at(q, t)

    return lambda before, after, m: coefficient(m)


def _symbolic() -> Multiplier:
    """Return the multiplier over Z[q, t]: the coefficient of degree d is kept times (q; q)_d.

    Since (q; q)_m (q; q)_n divides (q; q)_{m+n} no denominator ever appears.
    """

    @cache
    def coefficient(before: int, after: int, m: int) -> Any:
        t_pochhammer = QTProduct({(k, 1): 1 for k in range(m)})
        return polynomial(_pochhammer(before + 1, after) * t_pochhammer / _pochhammer(1, m))

    return coefficient


def _pochhammer(first: int, last: int) -> QTProduct:
    """Return (1 - q^first) .. (1 - q^last)."""
    return QTProduct({(k, 0): 1 for k in range(first, last + 1)})


def _words(order: int, variables: int, given: Parameters) -> int:
    """Estimate the size of the answer: terms of numerators, or lengths of numbers."""
    if isinstance(given, Symbols):
        each = (((d * (d + 1)) // 2 + 1) * (d + 1) for d in range(order))
    else:
        bits = [max(abs(x.numerator), x.denominator).bit_length() for x in given]
        lengths = (1 + (d * (d + 1) * bits[0] + 2 * d * bits[1]) // 64 for d in range(order))
        each = (length * max(1, order // REUSED) for length in lengths)
    return sum(comb(d + variables - 1, d) * size for d, size in enumerate(each))
