"""The product side of Borodin's identity: plain, refined, open, symbolic.

    sum_c z^|c|  =  prod_{n>=1} 1/(1 - z^{nT})  prod_b 1/(1 - z^{h(b)})

over the cylindric partitions c and the boxes b of a profile of period T [Borodin07].  Nothing here
knows any cylindric partition: this side is made of hook lengths only.  Objects are counted in
`counting`; the two meet in `identities`.
"""

from __future__ import annotations

from math import comb, log, pi, sqrt
from typing import TYPE_CHECKING

from flint import Ordering, fmpz_mpoly, fmpz_mpoly_ctx, fmpz_poly

from cylindric.algebra.multiseries import MultiSeries
from cylindric.algebra.power_series import divide, theta
from cylindric.algebra.series import Series, from_poly
from cylindric.objects.profiles import Profile, require_profile
from termwise.arguments import LIMIT, require_at_most, require_integer
from termwise.doors import door

if TYPE_CHECKING:
    from sympy import Expr

MAX_TERMS = 10**5
MAX_MONOMIALS = 10**6

MAX_FACTORS = 200
"""So many infinite products can be written, and sympy is not slow."""


@door
def borodin_series(
    profile: Profile, order: int, *, open: bool = False, limit: int = MAX_TERMS
) -> Series:
    """Expand Borodin's product, the generating function of cylindric partitions by weight.

    The hook lengths of a cylindric profile are h, h + T, h + 2T, .. with the multiplicity of h and
    T - h the same, so by the triple product the factors pair up to

        1 / ((z^h; z^T) (z^{T-h}; z^T)) = (z^T; z^T) / theta_h,
        theta_h = sum_n (-1)^n z^{T n(n-1)/2 + h n},

    a quotient of sparse series (h = T/2, which is T - h, takes half of it): one division gives
    every coefficient.

    Args:
        profile: the profile; its period is T.
        order: how many coefficients, z^0 .. z^{order-1}.
        open: whether mu^0 = mu^T is empty: reverse plane partitions, the finite product over the
            pairs i < j of 1/(1 - z^{j-i}) [Gansner].
        limit: refuse an order above this.

    Returns:
        A Series of the given order.

    Raises:
        TypeError: profile is no Profile, order no integer.
        ValueError: order is less than 1, or above the limit (the message says how large the
            answer would be).

    Source: [Borodin07], the generating function of cylindric partitions.

    >>> print(borodin_series(Profile("1010"), 6))
    1 + 2*z + 3*z**2 + 6*z**3 + 10*z**4 + 16*z**5 + O(z**6)
    >>> print(borodin_series(Profile("1010"), 4, open=True))
    1 + 2*z + 3*z**2 + 5*z**3 + O(z**4)
    """
    require_profile(profile)
    order = require_integer("order", order, 1)
    require_at_most(limit, order, f"terms of about {_gigabytes(profile, order):.1g} GB in all")
    factors = _open_factors(profile, order) if open else _theta_factors(profile, order)
    above, below = fmpz_poly([1]), fmpz_poly([1])
    for base, exponent in factors:
        power = base.pow_trunc(abs(exponent), order)
        if exponent > 0:
            above = above.mul_low(power, order)
        else:
            below = below.mul_low(power, order)
    return from_poly(divide(above, below, order), order)


@door
def refined_series(
    profile: Profile, order: int, *, open: bool = False, limit: int = MAX_MONOMIALS
) -> MultiSeries:
    """Expand the refined product in z_1, .., z_T, where z_k marks the size of mu^k.

    With Z = z_1 .. z_T and x_b = Z^{n-1} z_i z_{i+1} .. z_{j-1} (indices cyclic) it is

        prod_{n>=1} 1/(1 - Z^n)  prod_b 1/(1 - x_b).

    Args:
        profile: the profile; its period is T.
        order: monomials of total degree 0 .. order - 1 are given.
        open: reverse plane partitions: the boxes i < j, n = 1 only and no Z.
        limit: refuse a series of more possible monomials than this.

    Returns:
        A MultiSeries in z_1, .., z_T.

    Raises:
        TypeError: profile is no Profile, order no integer.
        ValueError: order is less than 1, or there are more monomials than the limit.

    Source: [Borodin07]; [Langer12] names the boxes so.

    >>> print(refined_series(Profile("10"), 4))
    1 + z_1 + z_1**2 + z_1*z_2 + z_1**3 + 2*z_1**2*z_2 + O(deg 4)
    """
    require_profile(profile)
    order = require_integer("order", order, 1)
    period = profile.period
    many = comb(order - 1 + period, period)
    require_at_most(limit, many, f"monomials in {period} variables")
    names = [f"z{k}" for k in range(1, period + 1)]
    ring = fmpz_mpoly_ctx.get(names, Ordering.deglex)
    monomials = [box_exponents(profile, box) for box in boxes_below(profile, order, open)]
    if not open:
        monomials += [(n,) * period for n in range(1, (order - 1) // period + 1)]
    # Each factor takes an addition of polynomials a degree, and of terms a hundred times as many.
    additions = len(monomials) * (order + many // 100)
    what = f"additions for {len(monomials)} factors and {many} monomials"
    require_at_most(max(limit, MAX_MONOMIALS), additions, what)
    # graded[d] is the part of degree d, so that nothing is ever computed and cut off again.
    graded = [ring.from_dict({(0,) * period: 1})] + [ring.from_dict({})] * (order - 1)
    for exponents in monomials:
        _divide_by_one_minus(graded, ring.from_dict({exponents: 1}), sum(exponents))
    terms = {e: int(c) for part in graded for e, c in part.to_dict().items()}
    return MultiSeries([f"z_{k}" for k in range(1, period + 1)], terms, order)


@door
def borodin_product(profile: Profile, *, open: bool = False) -> Expr:
    """Return the product itself as a sympy expression in z, infinite products unevaluated.

    Args:
        profile: the profile.
        open: reverse plane partitions; the product is then finite, a rational function.

    Returns:
        A sympy expression; the infinite products run over n.

    Source: [Borodin07].

    >>> borodin_product(Profile("10"))
    Product(1/(1 - z**(2*n)), (n, 1, oo))*Product(1/(1 - z**(2*n - 1)), (n, 1, oo))
    >>> borodin_product(Profile("110"), open=True)
    1/((1 - z)*(1 - z**2))
    """
    from sympy import Integer, Mul, Product, Symbol, oo

    require_profile(profile)
    z, n = Symbol("z"), Symbol("n", integer=True, positive=True)
    if open:
        hooks = enumerate(profile.open_hook_multiplicities(), 1)
        return Mul(*((1 - z**hook) ** -many for hook, many in hooks if many))
    period = profile.period
    hooks_found = sum(1 for many in profile.hook_multiplicities() if many)
    if hooks_found > MAX_FACTORS:
        raise ValueError(
            f"profile must have at most {MAX_FACTORS} different hook lengths in a turn to be "
            f"written out, got {hooks_found}"
        )
    factors: list[Expr] = [Product(1 / (1 - z ** (period * n)), (n, 1, oo))]
    for hook, many in enumerate(profile.hook_multiplicities(), 1):
        if many:
            base = 1 / (1 - z ** (period * n - (period - hook)))
            factors.append(Product(base, (n, 1, oo)) ** Integer(many))
    return Mul(*factors)


@door
def number_of_cylindric_partitions(
    profile: Profile, weight: int, *, open: bool = False, limit: int = MAX_TERMS
) -> int:
    """Return how many cylindric partitions have exactly this weight, without listing them.

    Args:
        profile: the profile.
        weight: a non-negative integer.
        open: reverse plane partitions.
        limit: refuse to expand more terms than this.

    Raises:
        TypeError: profile is no Profile, weight no integer.
        ValueError: weight is negative, or weight + 1 above the limit.

    Source: [Borodin07].

    >>> number_of_cylindric_partitions(Profile("11010"), 100)
    21143475886
    """
    weight = require_integer("weight", weight, 0)
    return borodin_series(profile, weight + 1, open=open, limit=limit)[weight]


def terms_allowed(limit: int) -> int:
    """Return how many terms one may expand to count objects: more if the limit was raised."""
    return limit if require_integer("limit", limit) > LIMIT else MAX_TERMS


def _theta_factors(profile: Profile, order: int) -> list[tuple[fmpz_poly, int]]:
    """Return bases and exponents whose product is Borodin's, all of them sparse."""
    period, counts = profile.period, profile.hook_multiplicities()
    half = (period + 1) // 2
    factors = [(theta(hook, period, order), -counts[hook - 1]) for hook in range(1, half)]
    paired = sum(counts[: half - 1])
    if period % 2 == 0:
        # The hook T/2 pairs with itself: (z^{T/2}; z^T) = (z^{T/2}; z^{T/2}) / (z^T; z^T).
        middle = counts[half - 1]
        factors.append((_euler(period // 2, order), -middle))
        paired += middle
    return [*factors, (_euler(period, order), paired - 1)]


def _open_factors(profile: Profile, order: int) -> list[tuple[fmpz_poly, int]]:
    return [
        (fmpz_poly([1] + [0] * (hook - 1) + [-1]), -many)
        for hook, many in enumerate(profile.open_hook_multiplicities(), 1)
        if many and hook < order
    ]


def _euler(step: int, order: int) -> fmpz_poly:
    """Return (z^s; z^s), which is theta_s of period 3s: Euler's pentagonal series."""
    return theta(step, 3 * step, order)


def boxes_below(profile: Profile, order: int, open: bool) -> list[tuple[int, int, int]]:
    """Return the boxes whose hook length is below the order."""
    boxes = profile.open_boxes() if open else profile.boxes(order - 1)
    return [box for box, hook in boxes.items() if hook < order]


def box_exponents(profile: Profile, box: tuple[int, int, int]) -> tuple[int, ...]:
    """Return the exponents of x_b: one more for each of the h(b) steps from i on to j."""
    i, j, n = box
    ahead = (j - i) % profile.period
    return tuple(n - 1 + ((k - i) % profile.period < ahead) for k in range(1, profile.period + 1))


def _divide_by_one_minus(graded: list[fmpz_mpoly], monomial: fmpz_mpoly, degree: int) -> None:
    """Divide a graded series, in place, by 1 - monomial."""
    for d in range(degree, len(graded)):
        graded[d] = graded[d] + monomial * graded[d - degree]


def _gigabytes(profile: Profile, order: int) -> float:
    """Estimate the size of the answer: log a(n) ~ pi sqrt(2 d n / 3), d factors an exponent."""
    density = (1 + profile.rank * profile.level) / profile.period
    order = min(order, 10**30)  # a float would not hold it
    bits = pi * sqrt(2 * density / 3) / log(2) * (2 / 3) * order**1.5
    return float(bits / 8 + 32 * order) / 1e9
