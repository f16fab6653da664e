"""Maya diagrams of samples: the shift that makes them determinantal, and where particles are.

The formula of the one-point function, with its symbols, is that of `products.particles`; here it is
at numbers.  The coefficients e_r of the product of 1 - p_i y over all turns come from power sums in
closed form, sum_i p_i^m / (1 - Z^m), by Newton's identities, and those of its inverse by Newton's
method.  The sum over d alternates and cancels, so all is done in integers: with a fixed point, far
enough behind the largest term.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import ceil, exp, inf, isqrt, log, prod, sqrt
from numbers import Rational, Real
from typing import Any

import numpy as np
from flint import fmpz_poly

from cylindric.objects.batches import Integers, Samples
from cylindric.objects.profiles import Profile
from cylindric.products.particles import require_slice
from cylindric.sampling.factors import LOG_NEGLECTED, Floats, boltzmann_factors
from cylindric.sampling.perfect import kept
from termwise.arguments import brief, require_generator, require_integer, require_iterable, shown
from termwise.doors import door
from termwise.exact import as_fraction
from termwise.price import require_steps

SPARE = 80
"""So many bits stand behind the point after all that cancels."""

RADII = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98)
"""Where the coefficients are bounded, by Cauchy's estimate, as powers of the largest radius."""

OUTER = 16.0
"""Where those of the products, which are entire functions, are bounded."""


@door
def shift_mix(
    samples: Samples, rng: np.random.Generator | int | None = None, *, u: float = 1.0
) -> Integers:
    """Draw a shift for each sample: P(S = s) proportional to u^s Z^{s^2/2}.

    Added to all particles of an object, `samples.particles(k) + 2 * shifts[:, None]`, it makes the
    periodic Schur process determinantal.

    Args:
        samples: drawn by `sample` or `sample_macdonald`, not open: they know their Z.
        rng: a numpy Generator, or an int seed.
        u: a positive number.

    Returns:
        An integer a sample.

    Raises:
        TypeError: samples are no Samples, u is no number, rng no generator.
        ValueError: samples that do not know their z, or are open; u is not positive; z is no
            positive float.

    Source: [Borodin07].

    >>> from cylindric.sampling.perfect import sample
    >>> shift_mix(sample(Profile("10"), 0.9, 8, rng=1), rng=2)
    array([-1, -1,  2, -3,  1,  1, -2, -3])
    """
    generator, u = require_generator(rng), _fugacity(u)
    if samples.law is None or samples.law.open:
        given = "no law" if samples.law is None else "an open law"
        raise ValueError(f"samples must come from sample or sample_macdonald, closed, got {given}")
    if not all(samples.law.z):
        raise ValueError("samples must have a z above 0 as a float, got one that is rounded to 0")
    log_z = sum(map(log, samples.law.z))
    middle = round(log(u) / -log_z)
    furthest = ceil(sqrt(2 * LOG_NEGLECTED / log_z)) + 1
    shifts = np.arange(middle - furthest, middle + furthest + 1)
    logarithms = shifts * log(u) + shifts.astype(float) ** 2 * log_z / 2
    weights = np.exp(logarithms - logarithms.max())
    drawn = generator.choice(shifts, len(samples), p=weights / weights.sum())
    return np.asarray(drawn, np.int64)


@door
def particle_density(
    profile: Profile,
    z: float | Iterable[float],
    k: int,
    places: Iterable[int],
    *,
    u: float | None = None,
    open: bool = False,
) -> Floats:
    """Return the probabilities that mu^k has a particle at places, under the Boltzmann law.

    The particles of mu are at mu_i - i + 1/2; a place is twice that, as in `Samples.particles`.

    Args:
        profile: the profile.
        z: a number in (0, 1), or z_1 .. z_T, positive, with Z < 1 and every x_b < 1.
        k: 0 .. T; 0 and T are one.
        places: odd integers.
        u: that of `shift_mix`, for shifted particles; None for those of mu^k itself.
        open: whether mu^0 = mu^T is empty.

    Returns:
        The probabilities, each found to about 2^-60 and rounded to a float.

    Raises:
        TypeError: profile is no Profile, z no number and no sequence, k or a place no integer.
        ValueError: z is out of its range, k not in 0 .. T, a place even, u not positive or given
            with open, or z so near 1 that the work is too much.

    Source: [Borodin07] for the shifted process; for the other see `particle_series`.

    >>> particle_density(Profile("10"), 0.5, 1, [-3, -1, 1, 3]).round(4).tolist()
    [0.8289, 0.4838, 0.321, 0.1971]
    """
    z, k = kept(z), require_slice(profile, k)
    odd = [require_integer("places", place) for place in require_iterable("places", places)]
    if any(place % 2 == 0 for place in odd):
        raise ValueError(f"places must be odd, got {brief(odd)}")
    if u is not None:
        u = _fugacity(u)
        if open:
            raise ValueError("u must not be given if mu^0 is empty: there is no shift")
    boltzmann_factors(profile, z, open=open)  # z is in its range
    each: Any = [z] * profile.period if isinstance(z, Real) else z
    fermions = _fermions(
        profile,
        [as_fraction(x) if isinstance(x, Rational) else Fraction(x) for x in each],
        k,
        open,
        len(odd),
    )
    return fermions.densities(odd, u)


def _fugacity(u: Any) -> float:
    is_number = isinstance(u, Real) and not isinstance(u, bool)
    if not is_number:
        raise TypeError(f"u must be a number, got {shown(u)}")
    try:
        value = float(u)
    except OverflowError:
        value = inf
    if not 0 < value < inf:
        raise ValueError(f"u must be positive and finite, got {brief(u)}")
    return value


@dataclass(frozen=True)
class _Fermions:
    """phi_d psi_{-d}, |d| <= D, and Z, as integers times 2^-bits; Z = 0 if mu^0 is empty."""

    amplitudes: Sequence[int]
    nome: int
    bits: int

    def densities(self, places: Sequence[int], u: float | None) -> Floats:
        """Return the sums over d of phi_d psi_{-d} N(a - d)."""
        reach = len(self.amplitudes) - 1  # 2 D
        chance, amplitudes = self._chances(u), fmpz_poly(self.amplitudes)
        found: dict[int, float] = {}
        for run in _runs(sorted(set(places)), reach):
            lowest = run[0] - reach
            around = [chance(at) for at in range(lowest, run[-1] + reach + 1, 2)]
            sums = fmpz_poly(around) * amplitudes
            for place in run:
                # Of N(a - d) the power is (a - lowest)/2 - d, of phi_d psi_{-d} it is d + D.
                total = int(sums[(place - lowest + reach) // 2])
                found[place] = min(1.0, max(0.0, total / (1 << 2 * self.bits)))
        return np.array([found[place] for place in places], float)

    def _chances(self, u: float | None) -> Callable[[int], int]:
        """Return N(m) as a function of the odd place 2 m.

        N(m) = Z^{m + 1/2} (1 - N(m + 1)), and N(-m) = 1 - N(m), the diagram of the conjugate.
        Far out, where Z^m is 0 to so many bits, it is 0 and 1.
        """
        one = 1 << self.bits
        powers = [self.nome]  # Z^{m + 1/2}, m = 1/2, 3/2, ..
        while powers[-1]:
            powers.append(powers[-1] * self.nome >> self.bits)
        right = [0] * (len(powers) + 1)
        if u is None:
            for at in range(len(powers) - 1, -1, -1):
                right[at] = powers[at] * (one - right[at + 1]) >> self.bits
            left = [one - chance for chance in right]
        else:
            root = isqrt(self.nome << self.bits)
            half = [(power << self.bits) // root for power in powers]  # Z^m
            up, down = Fraction(u).as_integer_ratio()
            right = [_fermi(power * up // down, one) for power in half]
            left = [one - _fermi(power * down // up, one) for power in half]

        def chance(place: int) -> int:
            side, beyond = (right, 0) if place > 0 else (left, one)
            at = (abs(place) - 1) // 2
            return side[at] if at < len(side) else beyond

        return chance


def _runs(places: Sequence[int], gap: int) -> Iterator[list[int]]:
    """Cut increasing places where one is further than a gap from the next.

    >>> list(_runs([-1, 1, 5, 99], 4))
    [[-1, 1, 5], [99]]
    """
    run: list[int] = []
    for place in places:
        if run and place > run[-1] + gap:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _fermi(power: int, one: int) -> int:
    """Return x/(1 + x)."""
    return power * one // (one + power)


def _fermions(profile: Profile, z: list[Fraction], k: int, open: bool, places: int) -> _Fermions:
    """Return phi_d psi_{-d} for all d that matter to mu^k, at so many places."""
    here, period = (k - 1) % profile.period + 1, profile.period
    ups = range(here, 0 if open else here - period, -1)
    downs = range(here + 1, (period if open else here + period) + 1)
    logs = [log(x) for x in z]
    log_turn = 0.0 if open else sum(logs)
    sides, sizes = [], []
    for steps, letter, own in ((ups, "1", 1), (downs, "0", 0)):
        # The factors of p_i begin with z_k, those of q_j with z_{k+1}, which q_{k+1} has not.
        at = [(step - 1) % period for step in steps]
        before = [0.0, *accumulate(logs[a] for a in at)]
        chosen = [n + own for n, a in enumerate(at) if profile.word[a] == letter]
        sides.append((at, chosen))
        sizes.append(np.array([before[n] for n in chosen]))
    largest = [float(size.max(initial=-inf)) for size in sizes]
    if min(largest) == -inf:  # not both kinds of steps: any gauge will do
        radius = log(0.5)
        shift = radius - largest[0] if largest[0] > -inf else max(largest[1], radius) - radius
    else:
        radius, shift = sum(largest) / 2, (largest[1] - largest[0]) / 2
    # p_i y = (p_i g)(y / g): with this g both sides are as small.
    sizes = [sizes[0] + shift, sizes[1] - shift]
    scale = Fraction(exp(shift))
    bound, furthest, last = _extent(sizes, log_turn, radius)
    length = furthest + last + 1
    bits = ceil(3 * bound / log(2)) + SPARE + 3 * length.bit_length()
    require_steps(50.0 * (length + places) * bits, "bits of coefficients, z being near 1")
    nome = 0 if open else _fixed(prod(z, start=Fraction(1)), bits)
    whole = []
    for (at, chosen), factor in zip(sides, (scale, 1 / scale), strict=True):
        powers = _fixed_products([z[a] for a in at], chosen, factor, bits)
        elementary = _newton_identities(powers, nome, last, bits)
        whole.append((elementary, _inverse(elementary, length, bits)))
    (short_ups, long_ups), (short_downs, long_downs) = whole
    phi = _crossed(long_ups, short_downs, furthest, bits)
    psi = _crossed(long_downs, short_ups, furthest, bits)
    return _Fermions([a * b >> bits for a, b in zip(phi, psi, strict=True)], nome, bits)


def _extent(sizes: list[Floats], log_turn: float, radius: float) -> tuple[float, int, int]:
    """Return a bound of all logarithms, the largest |d| and the largest r of an e_r.

    With |y| = s or 1/s the coefficients are at most s^{-d} times the products of the absolute
    values; what is left out of the sums is less than 2^-SPARE.
    """
    turns = 1 if log_turn == 0 else ceil(60 / -log_turn)
    require_steps(20.0 * turns * (len(sizes[0]) + len(sizes[1])), "factors, z being near 1")
    later = log_turn * np.arange(turns)[:, None]
    every = [np.exp(size + later) for size in sizes]

    def rising(s: float) -> float:
        return float(sum(np.log1p(p * s).sum() for p in every))

    def falling(s: float) -> float:
        return float(-sum(np.log1p(-p * s).sum() for p in every))

    outside = max(OUTER, exp(-radius))
    entire, found = rising(outside), []
    for part in RADII:
        s = exp(-radius * part)
        bound = rising(s) + falling(s)
        tail = bound + SPARE * log(2) - 2 * log(1 - 1 / s)
        found.append((tail / (2 * log(s)), bound))
    reach, bound = min(found)
    last = (bound + entire + SPARE * log(2)) / log(outside)
    return bound, ceil(reach) + 1, ceil(last) + 1


def _fixed(x: Fraction, bits: int) -> int:
    return (x.numerator << bits) // x.denominator


def _fixed_products(z: list[Fraction], chosen: list[int], factor: Fraction, bits: int) -> list[int]:
    """Return factor z_1 .. z_n for the chosen n."""
    found, wanted = [], set(chosen)
    above, below = factor.numerator, factor.denominator
    for n in range(len(z) + 1):
        if n:
            above, below = above * z[n - 1].numerator, below * z[n - 1].denominator
        if n in wanted:
            found.append((above << bits) // below)
    return found


def _newton_identities(powers: list[int], nome: int, last: int, bits: int) -> list[int]:
    """Return e_0, .., e_last of the product of 1 - p y over all p Z^n, n >= 0.

    r e_r = - sum_m (power sum)_m e_{r-m}.
    """
    one = 1 << bits
    first = np.array(powers, object)
    now, turn = first, nome
    sums, found = [0], [one]
    for r in range(1, last + 1):
        total = int(now.sum()) if len(now) else 0
        sums.append((total << bits) // (one - turn))
        now, turn = now * first >> bits, turn * nome >> bits
        terms = np.dot(np.array(sums[1:], object)[::-1], np.array(found, object))
        found.append(-(int(terms) >> bits) // r)
    return found


def _inverse(series: list[int], length: int, bits: int) -> list[int]:
    """Return the first coefficients of 1 / series, by Newton's method."""
    inverse = [1 << bits]
    while len(inverse) < length:
        known = min(2 * len(inverse), length)
        missing = [-x for x in _multiply(series[:known], inverse, bits)[:known]]
        missing[0] += 2 << bits
        inverse = _multiply(inverse, missing, bits)[:known]
        inverse += [0] * (known - len(inverse))
    return inverse


def _crossed(rising: list[int], falling: list[int], furthest: int, bits: int) -> list[int]:
    """Return the sums over r of rising_{d+r} falling_r, d = -furthest .. furthest."""
    product = _multiply(rising, falling[::-1], bits)
    middle, end = len(falling) - 1, len(product)
    places = range(middle - furthest, middle + furthest + 1)
    return [product[at] if 0 <= at < end else 0 for at in places]


def _multiply(one: list[int], other: list[int], bits: int) -> list[int]:
    product = fmpz_poly(one) * fmpz_poly(other)
    length = len(one) + len(other) - 1
    found = [int(x) >> bits for x in product.coeffs()]
    return found + [0] * (length - len(found))
