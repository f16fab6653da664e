"""Vectors of polynomials from their values modulo a prime, each value up to a factor of its own.

A kernel over the rational functions is known at points, as the kernels of matrices of residues.
Each is known up to a factor; so it is their ratios that are interpolated, as rational functions,
and the least common denominator makes them polynomials without a common factor.

    values at points  ->  polynomials modulo p  ->  integers, the smallest multiple of them

Nothing here is a proof: there may have been too few points, or an unlucky one.  What comes out has
to be tried over the integers.
Source: maximal quotient rational reconstruction, as in Monagan, ISSAC 2004.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd

from flint import fmpz_poly, nmod_mat, nmod_poly

PRIME = 2**61 - 1

SPARE = 2
"""So many values more than the degrees need: wrong ones pass with probability p^-2, about."""


def polynomial_vector(
    points: Sequence[int], vectors: Sequence[Sequence[int]], prime: int = PRIME
) -> list[list[int]] | None:
    """Return polynomials whose values at the points are the vectors, up to a factor at each.

    They have no factor in common, and are known up to a constant.

    Args:
        points: different residues.
        vectors: one a point, not zero.
        prime: the modulus.

    Returns:
        The coefficients of one polynomial for each entry, or None where there are too few points.

    >>> values = [(x * (x + 1), x * x) for x in range(1, 6)]
    >>> integer_vector(polynomial_vector([1, 2, 3, 4, 5], values, 101), 101)
    [x + 1, x]
    """
    pivots = [at for at in range(len(vectors[0])) if any(v[at] for v in vectors)]
    pivot = max(pivots, key=lambda at: sum(1 for v in vectors if v[at]))
    kept = [(x, v) for x, v in zip(points, vectors, strict=True) if v[pivot]]
    if len(kept) <= SPARE:
        return None
    xs = [x for x, _ in kept]
    ratios = [[c * pow(v[pivot], -1, prime) % prime for c in v] for _, v in kept]
    modulus = nmod_poly([1], prime)
    for x in xs:
        modulus *= nmod_poly([-x, 1], prime)
    interpolants = _interpolate(xs, ratios, prime)
    most = len(kept) - 1 - SPARE
    below = nmod_poly([1], prime)
    for f in interpolants:
        product = f * below % modulus
        if product.degree() > most:
            denominator = _denominator(modulus, product)
            if denominator is None:
                return None
            below *= denominator
    found = [f * below % modulus for f in interpolants]
    if any(f.degree() > most for f in found):
        return None
    return [[int(c) for c in f.coeffs()] for f in found]


def integer_vector(rows: Sequence[Sequence[int]], modulus: int = PRIME) -> list[fmpz_poly] | None:
    """Return integer polynomials, without a common factor, that are a multiple of these residues.

    The multiple is the least whose residues are all small; None if there is none.

    >>> integer_vector([[51, 1], [0, 51]], 101)
    [2*x + 1, x]
    """
    bound, multiplier, factor = 1 << (modulus.bit_length() // 2), 1, 1
    scaled = unit_vector(rows, modulus)
    while multiplier < bound:
        lifted = [[_symmetric(c * factor % modulus, modulus) for c in row] for row in scaled]
        large = next((c for row in lifted for c in row if abs(c) >= bound), None)
        if large is None:
            content = gcd(*(c for row in lifted for c in row))
            return [fmpz_poly([c // content for c in row]) for row in lifted]
        multiplier *= max(2, _denominator_of(large % modulus, modulus, bound))
        factor = multiplier % modulus
    return None


def unit_vector(rows: Sequence[Sequence[int]], modulus: int) -> list[list[int]]:
    """Return the multiple of the rows whose last entry that is not zero is 1."""
    last = next(c for row in reversed(rows) for c in reversed(row) if c)
    scale = pow(last, -1, modulus)
    return [[c * scale % modulus for c in row] for row in rows]


def combined(
    first: list[list[int]], modulus: int, second: list[list[int]], prime: int
) -> list[list[int]]:
    """Return the residues modulo the product that are these residues modulo each.

    >>> combined([[2], [1, 1]], 3, [[3], [1, 1]], 5)
    [[8], [1, 1]]
    """
    inverse, found = pow(modulus, -1, prime), []
    for mine, other in zip(first, second, strict=True):
        longest = max(len(mine), len(other))
        pairs = zip(
            mine + [0] * (longest - len(mine)), other + [0] * (longest - len(other)), strict=True
        )
        found.append([a + (b - a) * inverse % prime * modulus for a, b in pairs])
    return found


def _interpolate(xs: Sequence[int], values: Sequence[Sequence[int]], prime: int) -> list[nmod_poly]:
    """Return for each column of values the polynomial of degree < len(xs) that takes them."""
    powers = []
    for x in xs:
        row = [1]
        for _ in xs[1:]:
            row.append(row[-1] * x % prime)
        powers.append(row)
    solved = nmod_mat(powers, prime).solve(nmod_mat([list(v) for v in values], prime))
    return [nmod_poly([int(c) for c in column], prime) for column in solved.transpose().tolist()]


def _denominator(modulus: nmod_poly, value: nmod_poly) -> nmod_poly | None:
    """Return the denominator of the rational function of least degrees with this residue."""
    prime = modulus.modulus()
    most = modulus.degree() - 1 - SPARE
    above, rest = modulus, value
    before, cofactor = nmod_poly([0], prime), nmod_poly([1], prime)
    best: tuple[int, nmod_poly] | None = None
    while rest.degree() >= 0:
        degrees = rest.degree() + cofactor.degree()
        if best is None or degrees < best[0]:
            best = degrees, cofactor
        quotient, remainder = divmod(above, rest)
        above, rest = rest, remainder
        before, cofactor = cofactor, before - quotient * cofactor
    return None if best is None or best[0] > most else best[1]


def _denominator_of(residue: int, prime: int, bound: int) -> int:
    """Return the denominator of the fraction with numerator below the bound of this residue."""
    above, rest, before, cofactor = prime, residue, 0, 1
    while rest >= bound:
        quotient = above // rest
        above, rest, before, cofactor = rest, above % rest, cofactor, before - quotient * cofactor
    return abs(cofactor)


def _symmetric(residue: int, prime: int) -> int:
    return residue - prime if 2 * residue > prime else residue
