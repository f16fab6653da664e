"""Borodin's refined product with z_k = q^{w_k}: cylindric partitions weighed by slices.

Source: [Borodin07]; weighted cylindric partitions are those of [BU].
"""

from __future__ import annotations

from collections.abc import Sequence

from flint import fmpz_poly

from cylindric.algebra.power_series import from_exponents
from termwise.price import require_steps


def slices_product(word: str, slices: Sequence[int], order: int) -> fmpz_poly:
    """Return the product over hooks, mu^k having the weight w_k, to an order.

    Args:
        word: of 0s and 1s.
        slices: w_1, .., w_T, positive.
        order: how many coefficients.

    >>> slices_product("110", (1, 1, 1), 6)
    7*x^5 + 5*x^4 + 3*x^3 + 2*x^2 + x + 1
    """
    period, whole = len(word), sum(slices)
    require_steps(period**2 * (order + period), "steps of a product")
    exponents = [0] * max(order - 1, 0)
    starts = [whole]
    for i in range(1, period + 1):
        for j in range(i + 1, i + period):
            if word[i - 1] == "1" and word[(j - 1) % period] == "0":
                starts.append(sum(slices[(k - 1) % period] for k in range(i, j)))
    for start in starts:
        for n in range(start, order, whole):
            exponents[n - 1] += 1
    return from_exponents(exponents, order)
