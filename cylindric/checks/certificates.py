"""Langer's identity at random points modulo random primes, with a bound of the error.

Both sides are computed at points (p, q, t): p a prime drawn from those between 2^30 and 2^31, q and
t drawn modulo p, drawn again if some 1 - q^a t^b that may be a denominator is 0.  How likely is it
that a false identity passes a point?  Let n be the weight at which it fails, N the largest number
of objects of a weight up to n, and M the product of (1 - q^a t^b)^floor(2n / max(a, b)) over all
a + b <= n.

Every phi or psi of a step is a quotient with one factor 1 - q^a t^b above and one below for some of
the boxes of the two partitions, a + b their hook length; so W_c has at most 2n of them above and
below, of degree at most n.  Boxes of one partition with the same arm and leg lie in different rows
and columns, so that in mu^k at most |mu^k| / max(a, b) of them give 1 - q^a t^b below, in either of
its two steps: M W_c is a polynomial.  The coefficient of the product is a polynomial over (q; q)_n.
So (left - right) M (q; q)_n is a polynomial with integer coefficients, of degree at most

    D = deg M + 2 n^2 + n (n+1) / 2,

and, since a factor 1 - q^a t^b doubles the sum of the absolute coefficients at most, with
coefficients of at most

    B = sum of the exponents of M + 3n + log2(n!) + log2(N) + 1   bits.

A coefficient that is not 0 is divisible by at most B/30 primes above 2^30, and there are
50 697 537 primes to draw from; a polynomial that is not 0 modulo p vanishes at no more than D/p of
the points (Schwartz, Zippel), of which a share of at least 1 - V is kept, V the sum of (a + b)/p.
So one point is passed with a probability of at most

    (B/30 / 50 697 537 + D / 2^30) / (1 - V),

and the points are independent.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from math import lgamma, log, log2
from pathlib import Path
from random import Random
from typing import Any

from flint import fmpz, nmod

from cylindric.algebra.modular_points import Points
from cylindric.checks.statements import QT_PRODUCT, WEIGHED_STEPS
from cylindric.macdonald.walks import AtPoints
from cylindric.objects.profiles import Profile
from cylindric.products.borodin import borodin_series
from cylindric.products.macdonald import expanded, numeric
from cylindric.sums.listing import CARRIED, below
from cylindric.sums.transfer import closed_walks
from termwise import Comparison
from termwise.arguments import NO_LIMIT, brief, require_at_most, require_integer, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.running import Progress
from termwise.writing import field_repr, write_file

PRIMES = 50_697_537
"""pi(2^31) - pi(2^30)."""

MAX_POINTS = 10**4

Table = tuple[tuple[int, ...], ...]

KINDS = {"profile": str, "order": int, "open": bool, "seed": int}


@dataclass(frozen=True)
class Certificate(Storable):
    """Both sides of Langer's identity at random points, to be saved and checked again.

    Made by `macdonald_certificate`, or read by `from_json`.

    Attributes:
        profile: the word of the profile.
        order: weights 0 .. order - 1 are compared.
        open: whether the objects are reverse plane partitions.
        seed: the points are drawn from it.
        points: triples (p, q, t).
        product, transfer: for each weight, the residues of the two sides at the points.
    """

    profile: str
    order: int
    open: bool
    seed: int
    points: Table
    product: Table
    transfer: Table

    __repr__ = field_repr

    def __post_init__(self) -> None:
        for name, kind in KINDS.items():
            if type(getattr(self, name)) is not kind:
                raise TypeError(
                    f"{name} must be of type {kind.__name__}, got {shown(getattr(self, name))}"
                )
        for name in ("points", "product", "transfer"):
            rows = getattr(self, name)
            if not (isinstance(rows, tuple) and all(map(_is_row, rows))):
                raise TypeError(f"{name} must be tuples of integers, got {shown(rows)}")

    @property
    def degree(self) -> int:
        """D: a bound of the degree of the polynomial that is tested."""
        return _bounds(self._profile, self.order, self.open)[0]

    @property
    def bits(self) -> int:
        """B: a bound of the lengths of its coefficients."""
        return _bounds(self._profile, self.order, self.open)[1]

    @property
    def error_exponent(self) -> float:
        """e, such that a false identity agrees at all the points with probability < 2^-e."""
        degree, bits = self.degree, self.bits
        poles = sum(h * (h + 1) for h in range(1, self.order + 1)) / 2**30
        if poles >= 1:
            return 0.0
        once = (bits / 30 / PRIMES + degree / 2**30) / (1 - poles)
        return max(0.0, -log2(once) * len(self.points))

    @property
    def comparison(self) -> Comparison:
        """The two sides, a row for each weight; the notes state the bounds."""
        return self._compared({"product": self.product, "transfer": self.transfer})

    @door
    def recheck(
        self, *, executor: Executor | None = None, progress: Progress = False
    ) -> Comparison:
        """Draw the points from the seed again, compute both sides again, compare with what is kept.

        Raises:
            ValueError: the points are not those of the seed.
        """
        again = macdonald_certificate(
            self._profile,
            self.order,
            points=len(self.points),
            seed=self.seed,
            open=self.open,
            executor=executor,
            progress=progress,
        )
        if again.points != self.points:
            raise ValueError(f"points must be those drawn from the seed {brief(self.seed)}")
        return self._compared(
            {
                "product": again.product,
                "transfer": again.transfer,
                "product, kept": self.product,
                "transfer, kept": self.transfer,
            }
        )

    @classmethod
    def _of_parts(cls, parts: dict[str, Any]) -> Certificate:
        certificate = super()._of_parts(parts)
        Profile(certificate.profile)
        points, order = certificate.points, certificate.order
        if not points or any(len(point) != 3 for point in points):
            raise ValueError("points must be one at least, and each as (p, q, t)")
        for name in ("product", "transfer"):
            side = getattr(certificate, name)
            if len(side) != order or any(len(row) != len(points) for row in side):
                raise ValueError(f"{name} must have {order} rows of {len(points)} residues each")
        return certificate

    @door
    def save(self, path: str | Path) -> Path:
        """Write the certificate to a file, and return its path."""
        return write_file(path, self.to_json())

    @property
    def _profile(self) -> Profile:
        return Profile(self.profile)

    def _compared(self, sides: dict[str, Table]) -> Comparison:
        primes = sorted({p for p, _, _ in self.points})
        return Comparison.of_terms(
            f"{self.profile}: sum_c W_c(q,t) z^|c| = product over hooks, at random points",
            {name: dict(enumerate(side)) for name, side in sides.items()},
            meanings={
                "product": QT_PRODUCT,
                "transfer": WEIGHED_STEPS,
            },
            term="z^{}",
            notes=[
                f"points (q, t) modulo primes: {len(self.points)}, drawn from the seed "
                f"{brief(self.seed)}; {len(primes)} primes from {primes[0]} to {primes[-1]}",
                f"degree at most {self.degree}, coefficients of at most {self.bits} bits",
                f"a false identity would pass with probability < 2^-{int(self.error_exponent)}",
            ],
        )


@door
def macdonald_certificate(
    profile: Profile,
    order: int,
    *,
    points: int = 20,
    seed: int = 0,
    open: bool = False,
    limit: int | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Certificate:
    """Compute both sides of Langer's identity at random points modulo random primes.

    Args:
        profile: the profile.
        order: weights 0 .. order - 1.
        points: how many points (p, q, t), at most MAX_POINTS.
        seed: a non-negative integer from which the points are drawn.
        open: reverse plane partitions.
        limit: refuse to go through more objects than this, 10^7 by default.
        executor, progress: where the walks are carried round, and who is told.

    Returns:
        A Certificate.

    Raises:
        TypeError, ValueError: an argument of the wrong type or size.

    Source: [Langer12] for the identity; Schwartz and Zippel for the test.

    >>> certificate = macdonald_certificate(Profile("1010"), 6, points=5)
    >>> certificate.comparison.agrees, certificate.error_exponent > 80
    (True, True)
    """
    seed = require_integer("seed", seed, 0)
    require_at_most(MAX_POINTS, require_integer("points", points, 1), "points", keyword=None)
    order = below(profile, order, CARRIED, open=open, limit=limit).order
    drawn = tuple(islice(draw_points(order, seed), points))
    p, q, t = zip(*drawn, strict=True)
    arithmetic = AtPoints(order, Points(q, t, p))
    walks = reduce(
        arithmetic.add,
        closed_walks(profile, order, arithmetic, open=open, executor=executor, progress=progress),
    )
    left = [_product_at(profile, order, open, *point) for point in drawn]
    return Certificate(
        profile.word,
        order,
        open,
        seed,
        drawn,
        tuple(zip(*left, strict=True)),
        tuple(map(tuple, walks.tolist())),
    )


def _is_row(row: object) -> bool:
    return isinstance(row, tuple) and all(type(value) is int for value in row)


def draw_points(order: int, seed: int) -> Iterator[tuple[int, int, int]]:
    """Yield random points (p, q, t) at which no denominator of weight below the order can vanish.

    >>> next(draw_points(3, 0)) == next(draw_points(3, 0))
    True
    """
    random = Random(seed)
    while True:
        p = 2**30 + random.getrandbits(30)
        if not fmpz(p).is_prime():
            continue
        q, t = random.randrange(p), random.randrange(p)
        if not _has_pole(p, q, t, order):
            yield p, q, t


def _has_pole(p: int, q: int, t: int, order: int) -> bool:
    return any(
        pow(q, a, p) * pow(t, h - a, p) % p == 1 for h in range(1, order + 1) for a in range(h + 1)
    )


def _product_at(
    profile: Profile, order: int, open: bool, p: int, q: int, t: int
) -> tuple[int, ...]:
    multiplier = numeric(nmod(q, p), nmod(t, p))
    terms = dict(expanded(profile, order, nmod(1, p), multiplier, open=open))
    return tuple(int(terms.get((n,), 0)) for n in range(order))


def _bounds(profile: Profile, order: int, open: bool) -> tuple[int, int]:
    """Return D and B of the module docstring."""
    n = order - 1
    exponents = {(a, h - a): 2 * n // max(a, h - a) for h in range(1, n + 1) for a in range(h + 1)}
    degree = sum((a + b) * e for (a, b), e in exponents.items()) + 2 * n * n + n * (n + 1) // 2
    series = borodin_series(profile, order, open=open, limit=NO_LIMIT)
    objects = max(series.coefficients)
    bits = sum(exponents.values()) + 3 * n + lgamma(n + 1) / log(2) + log2(max(1, objects)) + 1
    return degree, int(bits) + 1
