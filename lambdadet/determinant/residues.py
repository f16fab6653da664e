"""Where a -1 of A has the factor 0 everywhere, as for determinants: x[n]_11 by residues.

Then x[n]_11 is a sum over permutation matrices only, a polynomial of degree n in x[1] with integer
coefficients, and so x[n]_11(x[1] + eps R) is one of degree n in eps.  Modulo a prime it is found at
n + 1 values of eps, in numpy, and so at eps = 0; from enough primes comes the integer, since
|x[n]_11| <= prod_i sum_j |x_ij| * (largest |lam_ij|, |mu_ij|)^{n(n-1)/2}.
"""

from __future__ import annotations

from math import prod

import numpy as np
from flint import fmpz

from lambdadet.recurrence.modular import LARGEST_PRIME, Array, levels_mod
from lambdadet.recurrence.pyramid import Grid, Pyramid


def by_residues(pyramid: Pyramid) -> int | None:
    """Return x[n]_11 for integers with x[0] = 1 whose factors c_ij are all 0, or None.

    None means that the recurrence met a 0 at too many random matrices.
    """
    modulus, value, prime = 1, 0, LARGEST_PRIME
    wanted = 2 * _bound(pyramid) + 1
    while modulus < wanted:
        prime = _prime_below(prime)
        residue = _residue(pyramid, prime)
        if residue is None:
            return None
        value += modulus * ((residue - value) * pow(modulus, -1, prime) % prime)
        modulus *= prime
    return value if 2 * value < modulus else value - modulus


def _bound(pyramid: Pyramid) -> int:
    n = pyramid.size
    rows = prod(sum(abs(int(x)) for x in row) for row in pyramid.x1)
    tables = (pyramid.lam, pyramid.mu)
    largest = max((abs(int(e)) for table in tables for row in table for e in row), default=1)
    return int(rows * largest ** (n * (n - 1) // 2))


def _prime_below(number: int) -> int:
    number -= 1
    while not fmpz(number).is_prime():
        number -= 1
    return number


def _residue(pyramid: Pyramid, prime: int) -> int | None:
    n, rng = pyramid.size, np.random.default_rng(prime)
    matrix = _array(pyramid.x1, prime)
    lam, mu = (_scalar(_array(table, prime)) for table in (pyramid.lam, pyramid.mu))
    direction = rng.integers(0, prime, (n, n), dtype=np.uint64)
    values: dict[int, int] = {}
    for eps in range(1, 3 * n + 20):
        moved = (matrix + direction * np.uint64(eps)) % np.uint64(prime)
        try:
            *_, apex = levels_mod(moved, None, lam, mu, prime)
        except ZeroDivisionError:
            continue
        values[eps] = int(apex[0, 0])
        if len(values) > n:
            return _at_zero(values, prime)
    return None


def _array(table: Grid, prime: int) -> Array:
    residues = [[int(entry) % prime for entry in row] for row in table]
    return np.array(residues, dtype=np.uint64).reshape(len(table), len(table))


def _scalar(table: Array) -> Array | int:
    """Return the one entry of a constant table as an int, which is quicker."""
    return int(table.flat[0]) if table.size and (table == table.flat[0]).all() else table


def _at_zero(values: dict[int, int], prime: int) -> int:
    """Return by Lagrange's formula the value at 0 of a polynomial modulo a prime."""
    total = 0
    for one, value in values.items():
        above = below = 1
        for other in values:
            if other != one:
                above = above * other % prime
                below = below * (other - one) % prime
        total += value * above * pow(below, -1, prime)
    return total % prime
