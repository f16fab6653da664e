"""The lambda-determinant modulo a prime, past zero divisors.

The recurrence is run modulo the prime, a level at a time.  Where it would divide by 0, and `poles`
shows that there is a value, it is run over power series, as in `modular`; modulo a small prime,
where whatever is tried is 0 soon, over the integers, at a matrix with the same residues.

    >>> lambda_determinant_mod([[1, 2, 3], [4, 5, 6], [7, 8, 10]], 101, lam=2)
    24
"""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import numpy as np

from lambdadet.determinant.condensation import pole_factors
from lambdadet.determinant.modular import field_pyramid, nearby_residue, vanishes
from lambdadet.determinant.poles import require_value
from lambdadet.determinant.value import lambda_determinant
from lambdadet.recurrence.modular import Residues, levels_mod, read_residues
from lambdadet.recurrence.pyramid import Grid
from termwise.doors import door
from termwise.price import require_steps

SMALL = 1000
"""Modulo a prime up to this a series loses many coefficients; integers are quicker."""

LARGEST = 1000
"""An entry is moved by at most so many times the prime."""


@door
def lambda_determinant_mod(
    matrix: Any, prime: int, lam: Any = -1, mu: Any = 1, x0: Any = None
) -> int:
    """Return the lambda-determinant modulo a prime.

    It is the value over the field of residues: an entry divisible by the prime is 0.

    Args:
        matrix: x[1], integers or fractions whose denominators the prime does not divide.
        prime: a prime below 2^31.
        lam, mu: one value, or (n-1) x (n-1) tables.
        x0: an (n+1) x (n+1) matrix, or None for 1 everywhere.

    Returns:
        The residue, 0 <= r < prime.

    Raises:
        NoValue: a ZeroDivisionError: an entry that is 0 has a negative power there.
        NotDecided: it is not known whether there is a value: some parameters and entries are 0.
        ZeroDivisionError: a denominator is divisible by the prime.
        TypeError: an entry that is not exact.
        ValueError: not a prime below 2^31, or sizes that do not fit.

    >>> lambda_determinant_mod([[1, 2], [3, 4]], 7)
    5
    """
    data = read_residues(x0, matrix, prime, lam, mu)
    require_steps(2 * len(data.x1) ** 3, "multiplications modulo a prime")
    try:
        *_, apex = levels_mod(data)
        return int(apex[0, 0])
    except ZeroDivisionError:
        pass
    pyramid = field_pyramid(data)
    if vanishes(pyramid):
        return 0
    require_value(pyramid, pole_factors(pyramid))
    found = nearby_residue(data) if data.prime > SMALL else None
    return _lifted(data, pole_factors(pyramid)) if found is None else found[0]


def _lifted(data: Residues, factors: Grid) -> int:
    """Return x[n]_11 from integers with these residues.

    It is a polynomial in the parameters and the entries, in 1/x[0] inside, where none is 0, and in
    1/x[1]_ab with the factor c_ab.  Where x[1]_ab and c_ab are 0 modulo the prime, lam_ab is chosen
    such that c_ab is 0 itself; it is in no other factor.
    """
    n, prime, random = len(data.x1), data.prime, Random(0)
    # Modulo 2 let lam be -1 and mu 1: as in a determinant, no c_ab is left then.
    lam, mu = _least(data.lam, n - 1, prime, negative=True), _least(data.mu, n - 1, prime)
    below = None if data.x0 is None else _least(data.x0, n + 1, prime)
    y = below or [[1] * (n + 1)] * (n + 1)
    for a in range(1, n - 1):
        for b in range(1, n - 1):
            if not data.x1[a, b] and not factors[a - 1][b - 1]:
                above, divisor = y[a][b] * y[a + 1][b + 1], y[a][b + 1] * y[a + 1][b]
                lam[a][b] = Fraction(-mu[a][n - 1 - b] * above, divisor)
    matrix = [[e + prime * random.randint(1, LARGEST) for e in row] for row in data.x1.tolist()]
    value = Fraction(lambda_determinant(matrix, lam, mu, below))
    return value.numerator * pow(value.denominator, -1, prime) % prime


def _least(entries: Any, size: int, prime: int, *, negative: bool = False) -> list[list[Any]]:
    """Return integers of least absolute value, so that -1 is -1, and a determinant is one."""
    table = np.broadcast_to(np.asarray(entries), (size, size)).astype(np.int64)
    beyond = 2 * table + negative > prime
    whole: list[list[Any]] = np.where(beyond, table - prime, table).tolist()
    return whole
