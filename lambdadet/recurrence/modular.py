"""The octahedron recurrence modulo a prime, a whole level at a time (numpy).

A level is divided by another by batched inverses, a tree of products with one true inverse at its
root: three products an entry.

    >>> [level.tolist() for level in octahedron_mod(None, [[1, 2], [3, 4]], 7)]
    [[[1, 2], [3, 4]], [[5]]]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from flint import fmpz
from numpy.typing import NDArray

from lambdadet.recurrence.errors import ZeroInside
from lambdadet.recurrence.pyramid import require_square, require_table
from termwise.arguments import brief, require_integer, shown
from termwise.exact import as_number

LARGEST_PRIME = 2**31
"""Primes are below this, so that sums of two products fit into 64 bits."""

BLOCK = 2**15
"""So many entries are worked on at a time."""

Array = NDArray[np.uint64]


@dataclass(frozen=True)
class Residues:
    """The data of a pyramid modulo a prime; `x0` is None for 1, a parameter may be one residue."""

    x1: Array
    x0: Array | None
    lam: Array | int
    mu: Array | int
    prime: int


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
    """
    return levels_mod(read_residues(x0, x1, prime, lam, mu))


def read_residues(x0: Any, x1: Any, prime: int, lam: Any, mu: Any) -> Residues:
    """Read the arguments of `octahedron_mod`."""
    prime = _require_prime(prime)
    level = _residues("matrix", x1, prime)
    n = len(level)
    below = None if x0 is None else _residues("x0", x0, prime, n + 1)
    left, right = _parameter("lam", lam, prime, n - 1), _parameter("mu", mu, prime, n - 1)
    return Residues(level, below, left, right, prime)


def levels_mod(data: Residues) -> Iterator[Array]:
    """Yield the levels x[1], .., x[n] of residues.

    Args:
        data: the residues.

    Raises:
        ZeroDivisionError: a divisor is 0.
    """
    level, below, lam, mu, prime = data.x1, data.x0, data.lam, data.mu, data.prime
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
            reduce_mod(main, prime)
            if divisors is not None:
                main *= divisors[rows]
                reduce_mod(main, prime)
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
        reduce_mod(part, prime)
        out[block] = part


def _scale(values: Array, parameter: Array | int, prime: int) -> None:
    if not isinstance(parameter, int) or parameter != 1:
        reduce_mod(values, prime)
        values *= np.uint64(parameter) if isinstance(parameter, int) else parameter


def reduce_mod(values: Array, prime: int) -> None:
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
        raise ValueError(f"prime must be a prime below 2^31, got {brief(prime)}")
    return prime


def _parameter(name: str, value: Any, prime: int, size: int) -> Array | int:
    number = as_number(value)
    return _residues(name, value, prime, size) if number is None else _residue(number, prime)


def _residues(name: str, matrix: Any, prime: int, size: int | None = None) -> Array:
    if isinstance(matrix, np.ndarray) and matrix.ndim == 2 and matrix.dtype.kind in "iu":
        wanted = len(matrix) if size is None else size
        if matrix.shape == (wanted, wanted) and wanted:
            # The type may be too narrow for the prime, and 64 bits hold every integer of numpy's.
            wide = matrix.astype(np.int64 if matrix.dtype.kind == "i" else np.uint64)
            return (wide % wide.dtype.type(prime)).astype(np.uint64)
    rows = require_square(name, matrix) if size is None else require_table(name, matrix, size)
    residues = [[_residue(_number(name, entry), prime) for entry in row] for row in rows]
    return np.array(residues, dtype=np.uint64).reshape(len(rows), len(rows))


def _number(name: str, entry: Any) -> Any:
    if as_number(entry) is None:
        raise TypeError(f"{name} must hold exact numbers, got {shown(entry)}")
    return entry


def _residue(value: Any, prime: int) -> int:
    number = as_number(value)
    assert number is not None
    if number.denominator % prime == 0:
        raise ZeroDivisionError(f"{number} has no residue modulo {prime}")
    return int(number.numerator * pow(number.denominator, -1, prime) % prime)
