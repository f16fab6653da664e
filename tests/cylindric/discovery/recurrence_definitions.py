"""The numerators of a level from the definition of layers, and Q from them, slow and plain."""

from functools import cache
from itertools import pairwise, product
from math import gcd

from flint import fmpz_poly


@cache
def losses(c):
    """Return f and c', f_i parts taken off row i, but not of every row, and what is left."""
    rank, level = len(c), sum(c)
    found = []
    for f in product(range(level + 1), repeat=rank):
        left = tuple(c[i] + f[i - 1] - f[i] for i in range(rank))
        if min(f) == 0 and min(left) >= 0:
            found.append((f, left))
    return found


@cache
def numerator(c, n):
    """Return N_{c,n} = (q^r; q^r)_n F_{c,n}: those of parts at most n, no value in all rows."""
    if n == 0:
        return fmpz_poly([1])
    return sum(
        (numerator(left, n - 1).left_shift(n * sum(f)) for f, left in losses(c)), fmpz_poly()
    )


def numerators(c, terms):
    """Return N_{c,0}, .., N_{c,terms-1}."""
    return [numerator(c, n) for n in range(terms)]


def q_polynomials(c, terms):
    """Return Q_{c,0}, .., where gcd(rank, level) is 1: Q_n = sum of (-1)^k q^(k choose 2) .. H."""
    assert gcd(len(c), sum(c)) == 1
    rank = len(c)
    bounded = []
    for n in range(terms):
        h = numerator(c, n)
        for j in range(1, n + 1):
            h = h * one_minus(j) / one_minus(rank * j)
        bounded.append(h)
    found, shift = [], 0
    while bounded:
        found.append(bounded[0])
        pairs = pairwise(bounded)
        bounded = [after - before.left_shift(shift) for before, after in pairs]
        shift += 1
    return found


def one_minus(power):
    return 1 - fmpz_poly([0, 1]) ** power
