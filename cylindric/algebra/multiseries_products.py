"""How series in several variables are added and multiplied: tables of terms, cut at a degree.

Integers are multiplied by FLINT; other coefficients, which are few, term by term.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import add, mul
from typing import Any

from flint import Ordering, fmpz_mpoly_ctx

from termwise.price import require_steps

Terms = Mapping[tuple[int, ...], Any]

LARGEST_EXPONENT = 2**40
"""FLINT is given no larger one."""

A_PRODUCT = 100
"""Two coefficients that are no integers are multiplied in so many steps, at least."""


def sum_of_terms(left: Terms, right: Terms, degrees: Sequence[int], order: int) -> dict[Any, Any]:
    """Return the sum of two tables, without the terms of degree >= order.

    >>> sum_of_terms({(0,): 1, (3,): 1}, {(0,): 2}, (1,), 2)
    {(0,): 3}
    """
    total = dict(left)
    for e, c in right.items():
        total[e] = total[e] + c if e in total else c
    return {e: c for e, c in total.items() if degree_of(degrees, e) < order}


def product_of_terms(
    left: Terms, right: Terms, degrees: Sequence[int], order: int
) -> dict[Any, Any]:
    """Return the product of two tables, without the terms of degree >= order.

    >>> sorted(product_of_terms({(0,): 1, (1,): 1}, {(0,): 1, (1,): 1}, (1,), 2).items())
    [((0,), 1), ((1,), 2)]
    """
    pairs = len(left) * len(right)
    whole = all(isinstance(c, int) for terms in (left, right) for c in terms.values())
    require_steps(pairs if whole else A_PRODUCT * pairs, "products of terms")
    small = all(k < LARGEST_EXPONENT for terms in (left, right) for e in terms for k in e)
    if whole and small and degrees:
        context = fmpz_mpoly_ctx.get([f"x{i}" for i in range(len(degrees))], Ordering.lex)
        product = context.from_dict(dict(left)) * context.from_dict(dict(right))
        return {
            e: int(c)
            for exponents, c in product.to_dict().items()
            if degree_of(degrees, e := tuple(map(int, exponents))) < order
        }
    total: dict[Any, Any] = {}
    for e, c in left.items():
        room = order - degree_of(degrees, e)
        for f, d in right.items():
            if degree_of(degrees, f) < room:
                g = tuple(map(add, e, f))
                total[g] = total[g] + c * d if g in total else c * d
    return total


def degree_of(degrees: Sequence[int], exponents: Sequence[int]) -> int:
    """Return the weighted degree of a monomial."""
    return sum(map(mul, degrees, exponents))
