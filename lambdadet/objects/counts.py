"""Numbers of alternating sign matrices by product formulas; nothing is listed here.

    all               prod_{k<n} (3k+1)! / (n+k)!
    by first row      the refined theorem
    of a symmetry     vertical, half-turn, quarter-turn
    2-enumeration     2^{n(n-1)/2}: every matrix counts 2 to the number of its -1s
    3-enumeration     the same with 3

That the matrices listed are as many is what `checks.counts` compares.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np
from flint import fmpz

from lambdadet.objects.symmetry import moves_of
from termwise.arguments import require_at_most, require_integer, require_power_at_most
from termwise.doors import door
from termwise.price import require_bytes, require_steps


@door
def count_asms(n: int) -> int:
    """Return the number of n x n alternating sign matrices, prod_{k<n} (3k+1)! / (n+k)!.

    Args:
        n: a positive integer.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1.

    Source: [Bressoud99], the alternating sign matrix theorem (Zeilberger, Kuperberg); A005130.

    >>> [count_asms(n) for n in range(1, 8)]
    [1, 2, 7, 42, 429, 7436, 218348]
    """
    n = _require_size(n)
    return _ratio([3 * k + 1 for k in range(n)], [n + k for k in range(n)])


def _require_size(n: int) -> int:
    """Return n if a number of so many bits, of the order of n^2, can be made."""
    n = require_integer("n", n, 1)
    require_steps(60 * n**2, "steps for the digits of a number")
    return n


def _ratio(above: Sequence[int], below: Sequence[int], threes: int = 0) -> int:
    """Return prod of the factorials above over those below, times 3^threes: an integer.

    It is put together from its primes, so that no number is longer than the result.
    """
    most = max([2, *above, *below]) + 1
    powers = np.zeros(most + 1, np.int64)  # of m in prod m^e
    np.add.at(powers, above, 1)
    np.subtract.at(powers, below, 1)
    powers = powers[::-1].cumsum()[::-1]
    factors = []
    prime = np.ones(most + 1, np.bool_)
    for p in range(2, most + 1):
        if not prime[p]:
            continue
        prime[2 * p :: p] = False
        exponent, step = threes if p == 3 else 0, p
        while step <= most:
            exponent += int(powers[step::step].sum())
            step *= p
        if exponent:
            factors.append(fmpz(p) ** exponent)
    while len(factors) > 1:  # pairs of about the same length
        factors = [prod(factors[k : k + 2], start=fmpz(1)) for k in range(0, len(factors), 2)]
    return int(factors[0]) if factors else 1


def require_asms(limit: int, n: int, what: str = "matrices") -> None:
    """Refuse more than `limit` matrices of size n; their number is made only if it is not long.

    >>> require_asms(10**4, 10**9)
    Traceback (most recent call last):
    ValueError: this takes 2^250000000000000000 matrices or more, above the limit of 10000
    """
    require_power_at_most(limit, n * n // 4, what)
    require_at_most(limit, count_asms(n), what)


def count_asms_by_first_row(n: int) -> tuple[int, ...]:
    """Return how many matrices have the 1 of the first row in column 1, 2, .., n.

    The number is binom(n+k-2, k-1) (2n-k-1)! / (n-k)! * prod_{j<n-1} (3j+1)! / (n+j)! in column k.

    Args:
        n: a positive integer.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1.

    Source: [Zeilberger96], the refined theorem; A048601.

    >>> count_asms_by_first_row(4)
    (7, 14, 14, 7)
    """
    n = _require_size(n)
    require_bytes(n**3 / 20, "the digits of the numbers")
    numbers = [count_asms(n - 1) if n > 1 else 1]
    for k in range(1, n):
        numbers.append(numbers[-1] * ((n + k - 1) * (n - k)) // (k * (2 * n - k - 1)))
    return tuple(numbers)


def two_enumeration(n: int) -> int:
    """Return the sum of 2^N(A) over the n x n matrices: 2^{n(n-1)/2}, the number of pairs.

    Args:
        n: a positive integer.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1.

    Source: [RR86].

    >>> [two_enumeration(n) for n in range(1, 6)]
    [1, 2, 8, 64, 1024]
    """
    n = _require_size(n)
    return int(2 ** (n * (n - 1) // 2))


def three_enumeration(n: int) -> int:
    """Return the sum of 3^N(A) over the n x n alternating sign matrices.

    It is 3^{m(m+1)} prod_{k=1..m} ((3k-1)! / (m+k)!)^2 for n = 2m + 1, and
    3^{m-1} (3m-1)! (m-1)! / (2m-1)!^2 times that of n - 1 for n = 2m.

    Args:
        n: a positive integer.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1.

    Source: [Kuperberg96].

    >>> [three_enumeration(n) for n in range(1, 7)]
    [1, 2, 9, 90, 2025, 102060]
    """
    n = _require_size(n)
    m = (n - 1) // 2
    whole = [k for k in range(1, m + 1) for _ in (0, 1)]
    above, below, power = [3 * k - 1 for k in whole], [m + k for k in whole], m * (m + 1)
    if n % 2 == 0:
        above += [n + m, m]
        below += [n - 1, n - 1]
        power += m
    return _ratio(above, below, threes=power)


def count_symmetric_asms(n: int, symmetry: str) -> int:
    """Return the number of n x n matrices of a class that has a product formula.

    vertical, n = 2m + 1: prod_{k=1..m} binom(6k-2, 2k) / (2 binom(4k-1, 2k));
    half-turn, n = 2m: H = prod_{k<m} (3k)! (3k+2)! / (m+k)!^2;
    half-turn, n = 2m + 1: H m! (3m)! / (2m)!^2;
    quarter-turn, n = 4m + e, e = -1, 0, 1: (half-turn number of 2m + e) * (number of all m)^2;
    n = 2 mod 4 has none.

    Args:
        n: a positive integer.
        symmetry: "vertical", "half-turn" or "quarter-turn".

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1, or the class has no product formula.

    Source: [Kuperberg02]; [RS06] for half-turns and quarter-turns of odd size.

    >>> [count_symmetric_asms(n, "half-turn") for n in range(1, 9)]
    [1, 2, 3, 10, 25, 140, 588, 5544]
    """
    n = _require_size(n)
    moves_of(symmetry)
    if symmetry == "diagonal":
        raise ValueError("symmetry must have a product formula, and diagonal has none: list them")
    return {"vertical": _vertical, "half-turn": _half_turn, "quarter-turn": _quarter_turn}[
        symmetry
    ](n)


def _vertical(n: int) -> int:
    if n % 2 == 0:
        return 0
    whole = range(1, n // 2 + 1)
    above = [e for k in whole for e in (6 * k - 2, 2 * k - 1)]
    return _ratio(above, [e for k in whole for e in (4 * k - 1, 4 * k - 2)]) >> n // 2


def _half_turn(n: int) -> int:
    m = n // 2
    above = [e for k in range(m) for e in (3 * k, 3 * k + 2)]
    below = [e for k in range(m) for e in (m + k, m + k)]
    if n % 2:
        above += [m, 3 * m]
        below += [2 * m, 2 * m]
    return _ratio(above, below)


def _quarter_turn(n: int) -> int:
    if n % 4 == 2:
        return 0
    m = (n + 1) // 4
    return (_half_turn(n - 2 * m) * count_asms(m) ** 2) if m else 1
