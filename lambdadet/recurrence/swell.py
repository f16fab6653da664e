"""What a step of the recurrence costs where entries swell: their terms are counted before it.

A number has one term whatever it is, and its ring counts none.  Polynomials have ever more, and
sympy's arithmetic goes through them one by one: ten rows of symbols would take longer than anybody
waits, and say nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from math import factorial
from typing import Any

from lambdadet.recurrence.ring import Ring
from termwise.arguments import brief
from termwise.price import require_steps

PRODUCT, QUOTIENT = 1000, 40
"""How many steps of a compiled loop a product of two terms takes, and a term that is looked at by a
division: it looks at all that are left for each term of the quotient."""

CANCELLED = 18
"""So many steps, times the cube of its terms, a fraction takes until it is in lowest terms."""


def require_free(matrix: list[list[Any]], others: list[list[list[Any]]]) -> None:
    """Refuse a matrix of different symbols that is too large: what it takes is known beforehand.

    The (n-1)-rowed minors have a term for each permutation at least, and the product of two, as
    many terms as pairs but for a small factor, is divided into n! terms or more.

    Args:
        matrix: x[1], as it was given.
        others: lam, mu, x[0]; where one of their entries is 0, terms are missing.
    """
    free = _are_free([entry for row in matrix for entry in row])
    if free and all(entry != 0 for table in others for row in table for entry in row):
        n = len(matrix)
        steps = QUOTIENT * factorial(n - 1) ** 2 * factorial(n)
        require_steps(steps, f"steps for the quotients of {n} x {n} different symbols")


def require_free_values(
    values: list[Any], others: list[list[list[Any]]], most: Callable[[], int]
) -> None:
    """Refuse different symbols at the start of the recurrence if fractions of them get too long.

    Args:
        values: at the start: of x[0] and x[1], or on another surface.
        others: lam, mu; where one of their entries is 0, terms are missing.
        most: how many terms the largest of the values has, if it is asked for.
    """
    if _are_free(values) and all(entry != 0 for table in others for row in table for entry in row):
        terms = most()
        require_steps(CANCELLED * terms**3, f"steps for values of {brief(terms)} terms")


def _are_free(entries: list[Any]) -> bool:
    return len(set(entries)) == len(entries) and all(getattr(e, "is_Symbol", 0) for e in entries)


def require_level(ring: Ring, level: list[list[Any]]) -> None:
    """Refuse the products that lead from a level to the next if they are too many.

    Args:
        ring: the ring.
        level: x[k], or the numerators of its entries.
    """
    require_products(
        ring,
        (
            pair
            for upper, lower in pairwise(level)
            for j in range(len(upper) - 1)
            for pair in ((upper[j], lower[j + 1]), (upper[j + 1], lower[j]))
        ),
    )


def require_products(ring: Ring, pairs: Iterable[tuple[Any, Any]]) -> None:
    """Refuse products of elements if they are too many, or too long.

    Args:
        ring: the ring.
        pairs: what is to be multiplied.
    """
    terms = ring.terms
    if terms is None:
        return
    products = most = 0
    for one, other in pairs:
        sizes = terms(one), terms(other)
        products, most = products + sizes[0] * sizes[1], max(most, *sizes)
    require_steps(PRODUCT * products, f"steps for the products of entries of {most} terms")


def require_quotients(ring: Ring, above: Any, below: Any, number: int) -> None:
    """Refuse so many quotients if they take as long as this one, and that is too long."""
    terms = ring.terms
    if terms is None:
        return
    size = terms(above)
    steps = QUOTIENT * number * size * max(1, size // max(1, terms(below)))
    require_steps(steps, f"steps for quotients of entries of {size} terms")
