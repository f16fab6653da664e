"""Exact random tilings of the Aztec diamond by domino shuffling.

In matrices, one step of the shuffling keeps the larger matrix A of a pair and draws a new one for
which A is the smaller.  The corner sum c_ij of the new matrix lies in

    max(Abar_{i-1,j}, Abar_{i,j-1}) <= c_ij <= min(Abar_ij, Abar_{i-1,j-1} + 1),

which leaves a choice exactly at the entries 1 of A (two new dominoes): a coin.  A chain of such
steps from the 1 x 1 matrix ends in a pair with the probability that is asked for if the coins are
right.  With one lam and one mu for all edges they are all alike, lower : upper = lam : mu, because
the weights of all larger partners and of all smaller partners of A agree up to (lam + mu)^n.  With
weights of one's own each coin is different, and `odds` knows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from numbers import Rational
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from lambdadet.diamonds.graph import Numbers
from lambdadet.objects.matrix import trusted
from lambdadet.objects.pairs import CompatiblePair
from lambdadet.sampling.odds import Odds
from termwise.arguments import brief, require_generator, require_integer, shown
from termwise.doors import door
from termwise.exact import as_fraction
from termwise.price import require_bytes, require_steps

STEPS = 3000
"""One more step of the shuffling costs so many elementary ones, however small the matrix."""

Coins = Callable[[NDArray[np.bool_], np.random.Generator], NDArray[np.bool_]]
"""From where the entries 1 are, and a generator: at which of them the upper value is taken."""


Weights = Numbers | NDArray[Any]
"""A table of numbers."""


@overload
def random_tiling(
    order: int,
    lam: Weights | Rational | int = 1,
    rng: np.random.Generator | int | None = None,
    *,
    mu: Weights | Rational | int = 1,
    x1: Weights | None = None,
    x0: Weights | None = None,
    size: None = None,
) -> CompatiblePair: ...


@overload
def random_tiling(
    order: int,
    lam: Weights | Rational | int = 1,
    rng: np.random.Generator | int | None = None,
    *,
    mu: Weights | Rational | int = 1,
    x1: Weights | None = None,
    x0: Weights | None = None,
    size: int,
) -> tuple[CompatiblePair, ...]: ...


@door
def random_tiling(
    order: int,
    lam: Weights | Rational | int = 1,
    rng: np.random.Generator | int | None = None,
    *,
    mu: Weights | Rational | int = 1,
    x1: Weights | None = None,
    x0: Weights | None = None,
    size: int | None = None,
) -> CompatiblePair | tuple[CompatiblePair, ...]:
    """Return a random tiling of the Aztec diamond of an order, as its compatible pair, or several.

    The pair (A, B), A of size n = order + 1, has the probability of its monomial in x[n]_11,

        prod x1_ij^{A_ij} prod x0_{i+1,j+1}^{-B_ij} prod of lam_ij and mu_ij on its edges / x[n]_11,

    so lam = 1 is uniform, and with one lam it is lam^s / (1 + lam)^{order (order + 1) / 2}, s the
    number of edges with lam.  The coins are tossed in integers: the distribution is exact, and a
    weight 0 is 0.  `diamonds.bijection.pair_to_matching` gives the dominoes.

    The time grows as the cube of the order: 300 in 0.1 s, 1000 in 3 s.  With weights of one's own
    each place has its own odds, found once: order 100 in 0.3 s, 200 in 3 s, 300 in 9 s, 500 in
    40 s.

    Args:
        order: at least 1.
        lam: a non-negative int or Fraction, or a table, lam[i-1][j-1] = lam_ij, i, j = 1..order.
        rng: a numpy Generator, or an int seed.
        mu: likewise, mu[i-1][j] = mu_ij, j = 0..order-1.
        x1: a positive weight for each entry of A; None for 1.
        x0: order + 2 rows of as many weights, the inner ones positive; None for 1.
        size: how many; None for one tiling and no tuple.

    Raises:
        TypeError: order, size or rng is not of its type, or a weight is not an int or a Fraction.
        ValueError: order < 1, size < 0, a table of another size, a weight too small, every tiling
            has weight 0, one lam / mu has more than 62 bits, or the work is too much: one tiling
            may have order 2000, with weights of one's own 580.

    Source: [EKLP92], domino shuffling; [Propp03] for weights; here in corner sums.

    >>> print(random_tiling(2, lam=2, rng=1).smaller)
     0  1
     1  0
    >>> len(random_tiling(2, rng=1, size=3))
    3
    >>> print(random_tiling(2, lam=[[0, 1], [1, 0]], mu=[[1, 2], [3, 4]], rng=1).larger)
     1  0  0
     0  1  0
     0  0  1
    """
    order = require_integer("order", order, 1)
    rng = require_generator(rng)
    number = 1 if size is None else require_integer("size", size, 0)
    require_steps(number * (order**3 + STEPS * order), "steps of the shuffling")
    require_bytes(number * (20 * order**2 + 600), "the tilings")
    coins: Coins
    if x1 is None and x0 is None and not isinstance(lam, Iterable) and not isinstance(mu, Iterable):
        coins = _equal_coins(lam, mu)
    else:
        coins = Odds(order, lam, mu, x1, x0).upper
    found = tuple(shuffled(order, coins, rng) for _ in range(number))
    return found[0] if size is None else found


def shuffled(order: int, coins: Coins, rng: np.random.Generator) -> CompatiblePair:
    """Return the pair that a chain of steps ends in.

    Args:
        order: at least 1.
        coins: which value a corner sum takes where it has a choice.
        rng: what the coins draw from.
    """
    smaller = np.array([[0, 0], [0, 1]], np.int32)
    for _ in range(order - 1):
        smaller = grown_sums(smaller, coins, rng)
    larger = grown_sums(smaller, coins, rng)
    return tuple.__new__(CompatiblePair, (_matrix(larger), _matrix(smaller)))


def _equal_coins(lam: Any, mu: Any) -> Coins:
    """Return coins that take the lower value with probability lam / (lam + mu)."""
    for name, value in (("lam", lam), ("mu", mu)):
        if not isinstance(value, Rational):
            raise TypeError(f"{name} must be an int or a Fraction, got {shown(value)}")
        if value < 0:
            raise ValueError(f"{name} must be at least 0, got {brief(value)}")
    left, both = as_fraction(lam), as_fraction(lam) + as_fraction(mu)
    if not both:
        raise ValueError("lam and mu must not both be 0")
    share = left / both
    if share.denominator >= 2**62:
        ratio = brief(left / as_fraction(mu))
        raise ValueError(f"lam / mu must be a fraction of fewer than 62 bits, got {ratio}")

    def upper(ones: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.bool_]:
        return rng.integers(0, share.denominator, np.count_nonzero(ones)) >= share.numerator

    return upper


def grown_sums(
    sums: NDArray[np.int32], coins: Coins, rng: np.random.Generator
) -> NDArray[np.int32]:
    """Return random corner sums, rows and columns 0..n+1, over those of size n.

    At an entry 1 a coin says whether the corner sum takes its upper value.
    """
    n = len(sums) - 1
    grown = np.zeros((n + 2, n + 2), np.int32)
    grown[n + 1] = grown[:, n + 1] = np.arange(n + 2)
    above, left = sums[:-1, 1:], sums[1:, :-1]
    ones = sums[1:, 1:] - above - left + sums[:-1, :-1] == 1
    inner = np.maximum(above, left)
    inner[ones] += coins(ones, rng)
    grown[1:-1, 1:-1] = inner
    return grown


def _matrix(sums: NDArray[np.int32]) -> object:
    """Return the alternating sign matrix with these corner sums."""
    entries = np.diff(np.diff(sums, axis=0), axis=1)
    return trusted(tuple(map(tuple, entries.tolist())))
