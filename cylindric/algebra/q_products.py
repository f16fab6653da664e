r"""Products of q-series: the Pochhammer symbols, in one variable or two, by one constructor.

    (a; b)_n = (1 - a) (1 - a b) (1 - a b^2) .. (1 - a b^(n-1)),    a = q^k or -q^k, b = q^p

Here powers stand for what they are powers of: `qpochhammer((1, 4), 5, order)` is the infinite
product (q, q^4; q^5).  Users of Garvan's qseries know it as aqprod, those of qFunctions as
qPochhammer; etaq is etaq.  What a series is the product *of* is for `cylindric.discovery`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import overload

from flint import fmpz_poly

from cylindric.algebra.multiseries import MultiSeries
from cylindric.algebra.power_series import from_exponents, theta
from cylindric.algebra.series import Series, from_poly, require_name
from termwise.arguments import require_integer, require_iterable, shown
from termwise.doors import door
from termwise.price import require_bytes, require_steps


@overload
def qpochhammer(
    powers: int | Iterable[int],
    base: int,
    order: int,
    *,
    length: int | None = None,
    sign: int = 1,
    variable: str = "q",
    times: None = None,
) -> Series: ...
@overload
def qpochhammer(
    powers: int | Iterable[int],
    base: int,
    order: int,
    *,
    length: int | None = None,
    sign: int = 1,
    variable: str = "q",
    times: str,
) -> MultiSeries: ...
@door
def qpochhammer(
    powers: int | Iterable[int],
    base: int,
    order: int,
    *,
    length: int | None = None,
    sign: int = 1,
    variable: str = "q",
    times: str | None = None,
) -> Series | MultiSeries:
    """Expand the product of (s x q^k; q^p)_n over the given powers k, to an order in q.

    Args:
        powers: k, or several of them: (1, 4) is (q, q^4; q^p).
        base: p, at least 1.
        order: how many powers of q.
        length: n, the number of factors; infinitely many by default.
        sign: s, 1 or -1: -1 makes (-q^k; q^p).
        variable: the name of q.
        times: the name of a second variable x; without one, x is 1.

    Returns:
        A Series in q, or a MultiSeries in x and q that is bounded in q alone.

    Raises:
        ValueError: a negative power or length, a base or an order below 1, another sign.

    >>> print(qpochhammer((1, 4), 5, 7))
    1 - q - q**4 + q**5 - q**6 + O(q**7)
    >>> print(1 / qpochhammer(1, 1, 5))
    1 + q + 2*q**2 + 3*q**3 + 5*q**4 + O(q**5)
    >>> print(qpochhammer(1, 1, 4, times="x"))
    1 - x*q - x*q**2 + x**2*q**3 - x*q**3 + O(q**4)
    """
    given = [powers] if not isinstance(powers, Iterable) else require_iterable("powers", powers)
    starts = [require_integer("powers", power, 0) for power in given]
    require_integer("base", base, 1)
    require_integer("order", order, 1)
    if length is not None:
        require_integer("length", length, 0)
    if sign not in (1, -1):
        raise ValueError(f"sign must be 1 or -1, got {shown(sign)}")
    require_name("variable", variable)
    require_bytes(order * order // 8, f"{shown(order)} coefficients of a product")
    if times is not None:
        return _in_two_variables(
            [k for start in starts for k in _powers(start, base, length, order)],
            sign,
            order,
            (require_name("times", times), variable),
        )
    exponents = [0] * (order - 1)
    doubled, zero = 0, False
    for start in starts:
        for k in _powers(start, base, length, order):
            if k == 0:
                doubled, zero = doubled + 1, zero or sign == 1
            elif sign == 1:
                exponents[k - 1] -= 1
            else:  # 1 + q^k = (1 - q^2k) / (1 - q^k)
                exponents[k - 1] += 1
                if 2 * k < order:
                    exponents[2 * k - 1] -= 1
    if zero:
        return Series([], order, variable)
    return from_poly(from_exponents(exponents, order) * 2**doubled, order, variable)


@door
def etaq(power: int, order: int, *, variable: str = "q") -> Series:
    """Expand (q^d; q^d), Dedekind's eta function of d tau without its q^(d/24), by Euler's series.

    Args:
        power: d, at least 1.
        order: how many powers of q.
        variable: the name of q.

    Source: Euler's pentagonal number theorem.

    >>> print(etaq(2, 12))
    1 - q**2 - q**4 + q**10 + O(q**12)
    >>> print(etaq(2, 6) ** 5 / (etaq(1, 6) ** 2 * etaq(4, 6) ** 2))
    1 + 2*q + 2*q**4 + O(q**6)
    """
    require_integer("power", power, 1)
    require_integer("order", order, 1)
    require_bytes(64 * order, f"{shown(order)} coefficients")
    return from_poly(theta(power, 3 * power, order), order, variable)


def _powers(start: int, base: int, length: int | None, order: int) -> range:
    """Return the powers of q in the factors 1 - q^k that are not 1 to this order."""
    end = order if length is None else min(order, start + base * length)
    return range(start, end, base)


def _in_two_variables(
    powers: list[int], sign: int, order: int, names: tuple[str, str]
) -> MultiSeries:
    """Multiply out the factors 1 - s x q^k, smallest power first, one polynomial a power of x."""
    require_steps(len(powers) * order * min(len(powers), order) // 8, "additions of coefficients")
    by_power = [fmpz_poly([1])]
    for k in sorted(powers):
        carried = [(poly.left_shift(k) * -sign).truncate(order) for poly in by_power]
        for i, poly in enumerate(carried, 1):
            if i == len(by_power):
                by_power.append(fmpz_poly())
            by_power[i] += poly
        while by_power[-1].degree() < 0:
            by_power.pop()
    terms: dict[tuple[int, ...], int] = {
        (i, k): int(c) for i, poly in enumerate(by_power) for k, c in enumerate(poly.coeffs()) if c
    }
    return MultiSeries(names, terms, order, (0, 1))
