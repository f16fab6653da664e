"""Where the particles are: the one-point function of the Maya diagram of one partition mu^k.

A partition has a particle at every mu_i - i + 1/2, i = 1, 2, ..  Let mu^k be between up steps
i <= k and down steps j > k, all turns of the cylinder unrolled, with p_i = z_i .. z_k and
q_j = z_{k+1} .. z_{j-1}, so that x_b = p_i q_j on the box of i and j, and

    Phi(y) = prod_j (1 - q_j / y) / prod_i (1 - p_i y) = sum_d phi_d y^d,
    1/Phi(y) = sum_d psi_d y^d.

In the fermions of the periodic Schur process the steps act as multiplication by Phi, hence

    P(mu^k has a particle at a) = sum_d phi_d psi_{-d} N(a - d),

N(m) the probability that nu, of law Z^|nu|, has a particle at m.  Mixed by a shift S, of law
u^S Z^{S^2/2}, the diagram of nu is one of independent particles, with the factors of Fermi and
Dirac, u Z^m/(1 + u Z^m); the coefficient of u^0 in its product with sum_s u^s Z^{s^2/2} gives back

    N(m) = sum_{r>=1} (-1)^{r-1} Z^{r(r + 2m)/2}.

Open, nu is empty and N(m) = 1 for m < 0, else 0.
Source: [Borodin07] for the mixed process; checked here against all objects, not mixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isqrt

from flint import fmpz_poly

from cylindric.algebra.series import Series, from_poly
from cylindric.objects.profiles import Profile
from cylindric.products.borodin import borodin_series
from termwise.arguments import brief, require_integer
from termwise.doors import door
from termwise.price import require_steps

Rows = list[fmpz_poly]
"""A series in y with coefficients in z."""


@door
def particle_series(
    profile: Profile, k: int, order: int, *, open: bool = False
) -> dict[int, Series]:
    """Count the cylindric partitions with a particle of mu^k at a place, by weight.

    The particles of mu are at mu_i - i + 1/2, i = 1, 2, ..; a place is twice that.

    Args:
        profile: the profile.
        k: 0 .. T; 0 and T are one.
        order: weights 0 .. order - 1.
        open: whether mu^0 = mu^T is empty.

    Returns:
        For every odd place from 1 - 2 order to 2 order - 1 a series; there and further left is
        always a particle, there and further right never.

    Raises:
        TypeError: profile is no Profile, k or order no integer.
        ValueError: k is not in 0 .. T, order < 1, or the work is too much.

    Source: [Borodin07], with the shift taken out again.

    >>> for place, series in particle_series(Profile("10"), 1, 2).items():
    ...     print(place, series)
    -3 1 + z + O(z**2)
    -1 1 + O(z**2)
    1 z + O(z**2)
    3 0 + O(z**2)
    """
    order = require_integer("order", order, 1)
    k = require_slice(profile, k)
    require_steps(order**3 * isqrt(order), "products of coefficients")
    ups, downs = grades(profile, k, order, open)
    whole = fmpz_poly(list(borodin_series(profile, order, open=open).coefficients))
    products = {
        d: whole.mul_low(phi.mul_low(psi, order), order)
        for d, phi, psi in _amplitudes(ups, downs, order)
    }
    nothing = fmpz_poly([])
    found = {}
    for place in range(1 - 2 * order, 2 * order, 2):
        total = nothing
        for d, amplitude in products.items():
            chance = _chance(place - 2 * d, profile.period, order, open)
            total += amplitude.mul_low(chance, order)
        found[place] = from_poly(total, order)
    return found


def require_slice(profile: Profile, k: int) -> int:
    """Return k as an int; it must be in 0 .. T."""
    k = require_integer("k", k, 0)
    if k > profile.period:
        raise ValueError(f"k must be in 0 .. {profile.period}, got {brief(k)}")
    return k


def grades(profile: Profile, k: int, order: int, open: bool) -> tuple[list[int], list[int]]:
    """Return the weights below the order of p_i, from k leftwards, and of q_j, rightwards.

    >>> grades(Profile("1100"), 2, 7, False), grades(Profile("1100"), 1, 7, True)
    (([1, 2, 5, 6], [0, 1, 4, 5]), ([1], [1, 2]))
    """
    word, period = profile.word, profile.period
    here = (k - 1) % period + 1  # mu^0 is mu^T
    last = min(here + order, period) if open else here + order
    first = max(here - order + 1, 1) if open else here - order + 1
    ups = [here - i + 1 for i in range(here, first - 1, -1) if word[(i - 1) % period] == "1"]
    downs = [j - here - 1 for j in range(here + 1, last + 1) if word[(j - 1) % period] == "0"]
    return ups, downs


def _amplitudes(
    ups: list[int], downs: list[int], order: int
) -> Iterator[tuple[int, fmpz_poly, fmpz_poly]]:
    """Yield d, phi_d and psi_{-d}, for all d with a product of degree below the order."""
    most = isqrt(2 * order) + 2  # e_r has degree r (r - 1)/2 or more
    long_ups, long_downs = _complete(ups, order + most, order), _complete(downs, 2 * most, order)
    short_ups, short_downs = _elementary(ups, most, order), _elementary(downs, most, order)
    for d in range(-most, order):
        yield (
            d,
            _crossed(long_ups, short_downs, d, order),
            _crossed(short_ups, long_downs, -d, order),
        )


def _crossed(rising: Rows, falling: Rows, d: int, order: int) -> fmpz_poly:
    """Return the sum over r of rising_{d+r} falling_r."""
    total = fmpz_poly([])
    for r, row in enumerate(falling):
        if 0 <= d + r < len(rising):
            total += rising[d + r].mul_low(row, order)
    return total


def _complete(weights: list[int], length: int, order: int) -> Rows:
    """Return the coefficients of the product of 1/(1 - z^w y)."""
    rows = [fmpz_poly([1]), *(fmpz_poly([]) for _ in range(length - 1))]
    for w in weights:
        for n in range(1, length):
            rows[n] += rows[n - 1].left_shift(w).truncate(order)
    return rows


def _elementary(weights: list[int], length: int, order: int) -> Rows:
    """Return the coefficients of the product of 1 - z^w y."""
    rows = [fmpz_poly([1]), *(fmpz_poly([]) for _ in range(length - 1))]
    for w in weights:
        for n in range(length - 1, 0, -1):
            rows[n] -= rows[n - 1].left_shift(w).truncate(order)
    return rows


def _chance(place: int, period: int, order: int, open: bool) -> fmpz_poly:
    """Return N(m) at the place 2 m, as a series in z.

    If m < 0 the terms before r = -2m cancel in pairs.
    """
    if open:
        return fmpz_poly([int(place < 0)])
    terms: dict[int, int] = {}
    r = max(1, -place)
    while (exponent := period * r * (r + place) // 2) < order:
        terms[exponent] = (-1) ** (r - 1)
        r += 1
    return fmpz_poly([terms.get(n, 0) for n in range(max(terms, default=-1) + 1)])
