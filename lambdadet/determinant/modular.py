"""The lambda-determinant modulo a prime past a 0, and integers from several primes.

The recurrence is run over power series in eps at x[1] + eps R, as in `nearby`, where `poles` shows
that there is a value.

Where every factor c_ab is 0, as for determinants, x[n]_11 is an integer for integers, bounded by
prod_i sum_j |x_ij| * (largest |lam_ij|, |mu_ij|)^{n(n-1)/2}, and is found from enough primes.

    >>> from lambdadet.recurrence.modular import read_residues
    >>> data = read_residues(None, [[1, 1, 2], [1, 1, 3], [2, 3, 1]], 101, -1, 1)
    >>> nearby_residue(data)
    (100, 2)
"""

from __future__ import annotations

from math import prod
from typing import Any

import numpy as np
from flint import fmpz, nmod

from lambdadet.recurrence.modular import (
    LARGEST_PRIME,
    Array,
    Residues,
)
from lambdadet.recurrence.pyramid import Grid, Pyramid
from lambdadet.recurrence.ring import Ring
from lambdadet.recurrence.series import Table, apex_mod, constant_at_0
from termwise.price import require_steps

PRECISIONS = (2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)
"""So many coefficients of each series are tried, one number after the other."""


def field_pyramid(data: Residues) -> Pyramid:
    """Return the same data as elements of the field."""
    n, prime = len(data.x1), data.prime
    ring = Ring("residues", lambda e: nmod(int(e), prime), _quotient, _quotient, int)

    def table(entries: Array | int, size: int) -> Grid:
        full = np.broadcast_to(np.asarray(entries, np.uint64), (size, size))
        return [[nmod(e, prime) for e in row] for row in full.tolist()]

    below = None if data.x0 is None else table(data.x0, n + 1)
    return Pyramid(ring, table(data.x1, n), below, table(data.lam, n - 1), table(data.mu, n - 1))


def _quotient(above: Any, below: Any) -> Any:
    return above / below


def vanishes(pyramid: Pyramid) -> bool:
    """Return whether there are parameters and all of them are 0."""
    parameters = [entry for table in (pyramid.lam, pyramid.mu) for row in table for entry in row]
    return bool(parameters) and not any(parameters)


def nearby_residue(data: Residues, least: int = 0) -> tuple[int, int] | None:
    """Return x[n]_11 where it has a value, and how many coefficients of each series it took.

    None means that divisors vanish at all matrices tried.

    Args:
        data: residues.
        least: so many coefficients are needed, it is known.
    """
    for precision in PRECISIONS:
        # Modulo a small prime a random matrix may be as bad as the one that is given.
        for attempt in range(1 if data.prime > 10**6 else 4) if precision >= least else ():
            apex = _apex(data, precision, attempt)
            value = None if apex is None else constant_at_0(apex)
            if value == "pole":
                raise ArithmeticError("the lambda-determinant has a pole: a bug, please report")
            if value is not None:
                return int(value), precision
    return None


def _apex(data: Residues, precision: int, attempt: int) -> Table | None:
    """Return x[n]_11 at x[1] + eps R, and at eps^K S where a parameter is 0."""
    prime, rng = data.prime, np.random.default_rng((precision, attempt))

    def moved(residues: Array, high: int) -> Table:
        return Table.moved(residues, high, prime, precision, rng)

    high = 1 + int((data.x1[1:-1, 1:-1] == 0).sum())
    level, below = moved(data.x1, 1), None
    if data.x0 is not None:
        used = np.ones_like(data.x0)
        used[1:-1, 1:-1] = data.x0[1:-1, 1:-1]
        below = moved(used, high)  # none of them is 0
    lam, mu = (
        (moved(_full(e, len(data.x1) - 1), high), 0)
        if isinstance(e, np.ndarray) or not e
        else (None, e)
        for e in (data.lam, data.mu)
    )
    return apex_mod(level, below, lam, mu, prime)


def _full(entries: Array | int, size: int) -> Array:
    return np.broadcast_to(np.asarray(entries, np.uint64), (size, size))


def by_residues(pyramid: Pyramid) -> int | None:
    """Return x[n]_11 for integers with x[0] = 1 whose factors c_ij are all 0, or None.

    None means that the recurrence met a 0 at too many random matrices.
    """
    modulus, value, prime, precision = 1, 0, LARGEST_PRIME, 0
    wanted = 2 * _bound(pyramid) + 1
    primes = wanted.bit_length() / 30 + 1
    require_steps(120 * primes * pyramid.size**3, "multiplications modulo primes")
    while modulus < wanted:
        prime = _prime_below(prime)
        lam, mu = (_scalar(_array(table, prime)) for table in (pyramid.lam, pyramid.mu))
        data = Residues(_array(pyramid.x1, prime), None, lam, mu, prime)
        found = nearby_residue(data, precision)
        if found is None:
            return None
        residue, precision = found
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


def _array(table: Grid, prime: int) -> Array:
    residues = [[int(entry) % prime for entry in row] for row in table]
    return np.array(residues, dtype=np.uint64).reshape(len(table), len(table))


def _scalar(table: Array) -> Array | int:
    """Return the one entry of a constant table as an int, which is quicker."""
    return int(table.flat[0]) if table.size and (table == table.flat[0]).all() else table
