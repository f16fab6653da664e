"""Row-strict cylindric partitions: every row has distinct parts.  Two forms besides the layers.

Free fermions.  The 0s of the word are r particles on a circle of T sites; a layer lets each hop by
one or stay, no two on a site.  Such layers commute, and have the same eigenvectors:

    S_{c,m} = sum_I a_{c,I} prod_{x in I} (-x q; q)_m

over the r-subsets I of the roots of x^T = (-1)^{r-1}, with a_{c,I} = psi_I(c) conj(sum_d psi_I(d)),
psi_I(d) = T^{-r/2} det(x_i^{-p_j(d)}), p_j(d) the sites of the particles, d over all r-subsets of
the sites.  The numbers are integers, so that roots modulo primes do for roots of unity.

Rank 2.  Two particles are a walk in the strip 0..l, and reflections give, t = l + 2,

    S_{(l-i,i),m} = sum_{h=-i,-i+2,..,i} sum_N (-1)^N q^{binom(tN+h+1, 2)} [2m + 1, m + tN + h + 1]

a polynomial like those of Andrews, Baxter, Bressoud, Burge, Forrester and Viennot.

Source: the Verlinde-type argument of [KP]; both rederived.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations
from math import comb, prod

from flint import fmpz, fmpz_poly, nmod_mat, nmod_poly

from termwise.price import require_steps

Composition = tuple[int, ...]


def fermion_series(
    composition: Composition, order: int, *, largest: int | None = None
) -> fmpz_poly:
    """Return the series of the row-strict cylindric partitions, by free fermions.

    Args:
        composition: c.
        order: how many coefficients.
        largest: m, a bound for the parts; by default there is none.

    >>> fermion_series((2, 1, 0), 6)
    20*x^5 + 12*x^4 + 7*x^3 + 4*x^2 + 2*x + 1
    """
    rank, period = len(composition), len(composition) + sum(composition)
    m = order - 1 if largest is None else min(largest, order - 1)
    sets = comb(period, rank)
    require_steps(sets * sets * rank**3 * 100 + sets * rank * order**2, "steps of determinants")
    # Each row is a partition into distinct parts.
    most = fmpz_poly([1])
    for j in range(1, m + 1):
        most = (most + most.left_shift(j)).truncate(order)
    bound = max(int(c) for c in (most**rank).truncate(order).coeffs())
    found, modulus = [0] * order, 1
    for p in _primes(2 * period):
        residues = _modulo(composition, m, order, p)
        inverse = pow(modulus, -1, p)
        steps = [(c - f) * inverse % p for c, f in zip(residues, found, strict=True)]
        found = [f + modulus * s for f, s in zip(found, steps, strict=True)]
        modulus *= p
        if modulus > bound:
            break
    return fmpz_poly(found)


def _primes(period: int) -> Iterator[int]:
    """Yield primes that are 1 modulo the period, so that they have its roots of unity."""
    p = 2**61 - 2**61 % period + 1
    while True:
        p -= period
        if fmpz(p).is_prime():
            yield p


def _modulo(composition: Composition, m: int, order: int, p: int) -> list[int]:
    rank, period = len(composition), len(composition) + sum(composition)
    root = _primitive_root_of_one(2 * period, p)
    roots = [pow(root, 2 * k + (rank - 1) % 2, p) for k in range(period)]
    layers = []
    for x in roots:
        layer = nmod_poly([1], p)
        for j in range(1, m + 1):
            layer = (layer + (layer.left_shift(j) * x)).truncate(order)
        layers.append(layer)
    sites = [at - 1 + j for j, at in enumerate(accumulate(composition), 1)]
    scale = pow(pow(period, rank, p), -1, p)
    total = nmod_poly([0], p)
    for chosen in combinations(range(period), rank):
        xs = [roots[k] for k in chosen]
        everywhere = sum(_determinant(xs, d, p) for d in combinations(range(period), rank)) % p
        if everywhere:
            inverses = [pow(x, -1, p) for x in xs]
            factor = _determinant(inverses, sites, p) * everywhere * scale % p
            whole = nmod_poly([1], p)
            for k in chosen:
                whole = (whole * layers[k]).truncate(order)
            total += whole * factor
    return [int(total[n]) for n in range(order)]


def _determinant(xs: Sequence[int], sites: Sequence[int], p: int) -> int:
    """Return det(x_i^{d_j}) modulo p."""
    rank = len(xs)
    return int(nmod_mat(rank, rank, [pow(x, d, p) for x in xs for d in sites], p).det())


def _primitive_root_of_one(order: int, p: int) -> int:
    primes = [q for q in range(2, order + 1) if order % q == 0 and fmpz(q).is_prime()]
    for g in range(2, p):
        root = pow(g, (p - 1) // order, p)
        if all(pow(root, order // q, p) != 1 for q in primes):
            return root
    raise ArithmeticError(f"{p} has no primitive root: a bug")


def binomial_polynomial(level: int, i: int, m: int) -> fmpz_poly:
    """Return S_{(l-i,i),m}, all of it, by binomials.

    >>> binomial_polynomial(1, 0, 2)
    x^6 + x^5 + 2*x^4 + x^3 + 2*x^2 + x + 1
    """
    t = level + 2
    require_steps(20 * (i + 1) * m**4, "steps of binomials")
    total = fmpz_poly()
    for h in range(-i, i + 1, 2):
        reach = (m + 1 + abs(h)) // t + 1
        for n in range(-reach, reach + 1):
            place = t * n + h + 1
            if 0 <= m + place <= 2 * m + 1:
                term = _gaussian(2 * m + 1, m + place).left_shift(place * (place - 1) // 2)
                total += -term if n % 2 else term
    return total


def _gaussian(m: int, j: int) -> fmpz_poly:
    one = fmpz_poly([1])
    j = min(j, m - j)
    above = prod((one - one.left_shift(k) for k in range(m - j + 1, m + 1)), start=one)
    below = prod((one - one.left_shift(k) for k in range(1, j + 1)), start=one)
    return above // below
