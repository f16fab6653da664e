"""Numbers of alternating sign matrices by product formulas; nothing is listed here.

    all               prod_{k<n} (3k+1)! / (n+k)!
    by first row      the refined theorem
    of a symmetry     vertical, half-turn, quarter-turn
    2-enumeration     2^{n(n-1)/2}: every matrix counts 2 to the number of its -1s
    3-enumeration     the same with 3

That the matrices listed are as many is what `checks.counts` compares.
"""

from __future__ import annotations

from math import comb, factorial

from lambdadet.objects.symmetry import moves_of
from termwise.arguments import require_integer
from termwise.doors import door


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
    n = require_integer("n", n, 1)
    above = below = 1
    for k in range(n):
        above *= factorial(3 * k + 1)
        below *= factorial(n + k)
    return above // below


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
    n = require_integer("n", n, 1)
    above = below = 1
    for j in range(n - 1):
        above *= factorial(3 * j + 1)
        below *= factorial(n + j)
    return tuple(
        factorial(n + k - 2)
        * factorial(2 * n - k - 1)
        * above
        // (factorial(k - 1) * factorial(n - 1) * factorial(n - k) * below)
        for k in range(1, n + 1)
    )


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
    n = require_integer("n", n, 1)
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
    n = require_integer("n", n, 1)
    m, odd = divmod(n, 2)
    if not odd:
        above = 3 ** (m - 1) * factorial(3 * m - 1) * factorial(m - 1)
        return int(above * three_enumeration(n - 1) // factorial(2 * m - 1) ** 2)
    above = below = 1
    for k in range(1, m + 1):
        above *= factorial(3 * k - 1) ** 2
        below *= factorial(m + k) ** 2
    return int(3 ** (m * (m + 1)) * above // below)


@door
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
    n = require_integer("n", n, 1)
    moves_of(symmetry)
    if symmetry == "diagonal":
        raise ValueError("symmetry must have a product formula, and diagonal has none: list them")
    return {"vertical": _vertical, "half-turn": _half_turn, "quarter-turn": _quarter_turn}[
        symmetry
    ](n)


def _vertical(n: int) -> int:
    if n % 2 == 0:
        return 0
    above = below = 1
    for k in range(1, n // 2 + 1):
        above *= comb(6 * k - 2, 2 * k)
        below *= 2 * comb(4 * k - 1, 2 * k)
    return above // below


def _half_turn(n: int) -> int:
    m = n // 2
    above = below = 1
    for k in range(m):
        above *= factorial(3 * k) * factorial(3 * k + 2)
        below *= factorial(m + k) ** 2
    if n % 2:
        above *= factorial(m) * factorial(3 * m)
        below *= factorial(2 * m) ** 2
    return above // below


def _quarter_turn(n: int) -> int:
    if n % 4 == 2:
        return 0
    m = (n + 1) // 4
    return (_half_turn(n - 2 * m) * count_asms(m) ** 2) if m else 1
