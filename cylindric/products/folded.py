"""Borodin's product folded: walks with free ends, and symmetric cylindric partitions.

Let u be a word of length L and w = u u', u' being u read backwards with 0 and 1 exchanged.  The
reflection mu^k -> mu^{-k} keeps w; it sends the box (i, j, n), whose variable is
x_b = Z^{n-1} z_i .. z_{j-1}, to another box or to itself.  The local rule RSK treats left and right
alike, so that symmetric objects are the pairs (nu, labels) with symmetric labels, and

    sum over symmetric c = prod_n 1/(1 - Z^n) prod over orbits of boxes 1/(1 - product of its x_b).

With z_0 = q^{v_0}, z_L = q^{v_L}, z_k z_{-k} = q^{v_k} it is the sum over the walks mu^0, .., mu^L
of u with free ends, mu^k of weight v_k.

Source: [HX] for walks with free ends, [BU] for symmetric cylindric partitions; derived as above.
"""

from __future__ import annotations

from collections.abc import Sequence

from flint import fmpz_poly

from cylindric.algebra.power_series import from_exponents
from termwise.price import require_steps


def folded_product(word: str, slices: Sequence[int], order: int) -> fmpz_poly:
    """Return the product for the word u, with weights v_0, .., v_L, to an order.

    >>> folded_product("1", (1, 1), 6)
    7*x^5 + 5*x^4 + 3*x^3 + 2*x^2 + x + 1
    """
    length = len(word)
    period = 2 * length
    require_steps(period**2 * (order + period), "steps of a product")
    doubled = word + "".join("10"[int(x)] for x in reversed(word))
    # Twice the exponents of z_0, .., z_{T-1}, where z_k and z_{-k} share v_k.
    twice = [2 * v if k in (0, length) else v for k, v in enumerate(slices)]
    twice += twice[-2:0:-1]
    whole = sum(slices)
    exponents = [0] * max(order - 1, 0)

    def multiply(least: int) -> None:
        for n in range(least, order, whole):
            exponents[n - 1] += 1

    multiply(whole)
    for i in range(1, period + 1):
        for j in range(i + 1, i + period):
            if doubled[i - 1] == "1" and doubled[(j - 1) % period] == "0":
                inside = sum(twice[k % period] for k in range(i, j))
                if (i + j - 1) % period == 0:  # the box lies on the axis: z_i .. z_{j-1} once
                    _every(exponents, inside // 2, whole, order)
                elif (i - 1) % period < (-j) % period:  # one of a pair: i goes to 1 - j
                    _every(exponents, inside, 2 * whole, order)
    return from_exponents(exponents, order)


def _every(exponents: list[int], least: int, step: int, order: int) -> None:
    for n in range(least, order, step):
        exponents[n - 1] += 1
