"""The octahedron recurrence modulo a prime, a whole level at a time (numpy).

A level is divided by another by batched inverses, a tree of products with one true inverse at its
root: three products an entry.

    >>> lambda_determinant_mod([[1, 2, 3], [4, 5, 6], [7, 8, 10]], 101, lam=2)
    24
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from flint import fmpz
from numpy.typing import NDArray

from lambdadet.recurrence.pyramid import ZeroInside, require_square, require_table
from termwise.arguments import require_integer
from termwise.exact import as_number

LARGEST_PRIME = 2**31
"""Primes are below this, so that sums of two products fit into 64 bits."""

BLOCK = 2**15
"""So many entries are worked on at a time."""

Array = NDArray[np.uint64]


def lambda_determinant_mod(
    matrix: Any, prime: int, lam: Any = -1, mu: Any = 1, x0: Any = None
) -> int:
    """Return the lambda-determinant modulo a prime.

    Args:
        matrix: x[1], integers or fractions whose denominators the prime does not divide.
        prime: a prime below 2^31.
        lam, mu: one value, or (n-1) x (n-1) tables.
        x0: an (n+1) x (n+1) matrix, or None for 1 everywhere.

    Returns:
        The residue, 0 <= r < prime.

    Raises:
        ZeroDivisionError: a divisor inside the pyramid is 0 modulo the prime.
        TypeError: an entry that is not exact.
        ValueError: not a prime below 2^31, or sizes that do not fit.

    >>> lambda_determinant_mod([[1, 2], [3, 4]], 7)
    5
    """
    *_, apex = octahedron_mod(x0, matrix, prime, lam, mu)
    return int(apex[0, 0])


def octahedron_mod(x0: Any, x1: Any, prime: int, lam: Any = -1, mu: Any = 1) -> Iterator[Array]:
    """Yield the levels x[1], .., x[n] of the pyramid modulo a prime, as integer arrays.

    Args:
        x0: an (n+1) x (n+1) matrix, or None for 1 everywhere.
        x1: a matrix of integers or fractions whose denominators the prime does not divide.
        prime: a prime below 2^31.
        lam, mu: one value, or (n-1) x (n-1) tables.

    Raises:
        ZeroDivisionError: a divisor inside the pyramid is 0 modulo the prime.
        TypeError: an entry that is not exact.
        ValueError: not a prime below 2^31, or sizes that do not fit.

    >>> [level.tolist() for level in octahedron_mod(None, [[1, 2], [3, 4]], 7)]
    [[[1, 2], [3, 4]], [[5]]]
    """
    prime = _require_prime(prime)
    level = _residues("matrix", x1, prime)
    n = len(level)
    below = None if x0 is None else _residues("x0", x0, prime, n + 1)
    left, right = _parameter("lam", lam, prime, n - 1), _parameter("mu", mu, prime, n - 1)
    return levels_mod(level, below, left, right, prime)


def levels_mod(
    level: Array, below: Array | None, lam: Array | int, mu: Array | int, prime: int
) -> Iterator[Array]:
    """Yield the levels of residues that are given as arrays; a constant may be an int.

    Args:
        level: x[1], n x n.
        below: x[0], (n+1) x (n+1), or None for 1 everywhere.
        lam, mu: (n-1) x (n-1), or one residue.
        prime: below 2^31.

    Raises:
        ZeroDivisionError: a divisor is 0.
    """
    n = len(level)
    yield level
    for k in range(1, n):
        m = n - k
        u = mu if isinstance(mu, int) else mu[:m, :m][:, ::-1]
        v = lam if isinstance(lam, int) else lam[:m, :m]
        divisors = None
        if below is not None:
            _require_nonzero(below[1:-1, 1:-1], k - 1)
            divisors = inverses(below[1:-1, 1:-1], prime)
        above = np.empty((m, m), dtype=np.uint64)
        step = max(1, BLOCK // m)
        for start in range(0, m, step):  # blocks that stay in the processor's cache
            rows, lower = slice(start, start + step), slice(start + 1, min(start + step, m) + 1)
            main = level[rows, :-1][: m - start] * level[lower, 1:]
            anti = level[rows, 1:][: m - start] * level[lower, :-1]
            _scale(main, u if isinstance(u, int) else u[rows], prime)
            _scale(anti, v if isinstance(v, int) else v[rows], prime)
            main += anti
            _reduce(main, prime)
            if divisors is not None:
                main *= divisors[rows]
                _reduce(main, prime)
            above[rows] = main
        below, level = level, above
        yield level


def inverses(entries: Array, prime: int) -> Array:
    """Return the inverses of an array without zeros modulo a prime, all in one go.

    The entries are multiplied in pairs, the products inverted in the same way, and each inverse
    times one of its pair is the inverse of the other.

    >>> inverses(np.array([[1, 2, 3], [4, 5, 6]], dtype=np.uint64), 7).tolist()
    [[1, 4, 5], [2, 3, 6]]
    """
    flat = entries.reshape(-1)
    if len(flat) == 1:
        return np.array([pow(int(flat[0]), -1, prime)], dtype=np.uint64).reshape(entries.shape)
    half, odd = divmod(len(flat), 2)
    first, second = flat[:half], flat[half : 2 * half]
    products = np.empty(half + odd, dtype=np.uint64)
    _product(first, second, products[:half], prime)
    products[half:] = flat[2 * half :]
    inverted = inverses(products, prime)
    result = np.empty_like(flat)
    _product(inverted[:half], second, result[:half], prime)
    _product(inverted[:half], first, result[half : 2 * half], prime)
    result[2 * half :] = inverted[half:]
    return result.reshape(entries.shape)


def _product(one: Array, other: Array, out: Array, prime: int) -> None:
    for start in range(0, len(out), BLOCK):
        block = slice(start, start + BLOCK)
        part = one[block] * other[block]
        _reduce(part, prime)
        out[block] = part


def _scale(values: Array, parameter: Array | int, prime: int) -> None:
    if not isinstance(parameter, int) or parameter != 1:
        _reduce(values, prime)
        values *= np.uint64(parameter) if isinstance(parameter, int) else parameter


def _reduce(values: Array, prime: int) -> None:
    """Reduce in place; numpy divides by a constant several times faster than it takes `%`."""
    quotient = values // np.uint64(prime)
    quotient *= np.uint64(prime)
    values -= quotient


def _require_nonzero(divisors: Array, k: int) -> None:
    if not divisors.all():
        i, j = np.argwhere(divisors == 0)[0].tolist()
        raise ZeroDivisionError(f"{ZeroInside(k, i + 2, j + 2)} modulo the prime")


def _require_prime(prime: int) -> int:
    prime = require_integer("prime", prime, 2)
    if prime >= LARGEST_PRIME or not fmpz(prime).is_prime():
        raise ValueError(f"prime must be a prime below 2^31, got {prime}")
    return prime


def _parameter(name: str, value: Any, prime: int, size: int) -> Array | int:
    number = as_number(value)
    return _residues(name, value, prime, size) if number is None else _residue(number, prime)


def _residues(name: str, matrix: Any, prime: int, size: int | None = None) -> Array:
    if isinstance(matrix, np.ndarray) and matrix.ndim == 2 and matrix.dtype.kind in "iu":
        wanted = len(matrix) if size is None else size
        if matrix.shape == (wanted, wanted) and wanted:
            return (matrix % prime).astype(np.uint64)
    rows = require_square(name, matrix) if size is None else require_table(name, matrix, size)
    residues = [[_residue(_number(name, entry), prime) for entry in row] for row in rows]
    return np.array(residues, dtype=np.uint64).reshape(len(rows), len(rows))


def _number(name: str, entry: Any) -> Any:
    if as_number(entry) is None:
        raise TypeError(f"{name} must hold exact numbers, got {entry!r}")
    return entry


def _residue(value: Any, prime: int) -> int:
    number = as_number(value)
    assert number is not None
    if number.denominator % prime == 0:
        raise ZeroDivisionError(f"{number} has no residue modulo {prime}")
    return int(number.numerator * pow(number.denominator, -1, prime) % prime)
