"""Randomised RSK on arrays: growth diagrams with Hall-Littlewood or q-Whittaker weights.

A rule draws outer from a law P(inner, m -> outer), left and right fixed, with

    sum over (inner, m) of psi_{left/inner} phi_{right/inner} g_m P(inner, m -> outer)
        = phi_{outer/left} psi_{outer/right},       |outer| + |inner| = |left| + |right| + m.

Grown from a constant nu and labels of law g_m x^m / G(x), a cylindric partition then has a
probability proportional to its weight; nothing is rejected.  In both rules what row i of inner
lacks goes to row i + 1 as in RSK, which they are at q = t = 0; the random part is

    q-Whittaker (t = 0)      how much of it goes there and how much stays, row by row
    Hall-Littlewood (q = 0)  which rows of like multiplicity share it

and in both the draws of all rows are independent, so that a step is a handful of array operations.
The sums above were checked exactly on all cells with at most 3 rows and columns and |outer| <= 8;
the q-Whittaker rule is that of [MP15], the Hall-Littlewood rule is derived below.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, log
from typing import Protocol

import numpy as np
import numpy.typing as npt

from cylindric.growth.toggles import Toggles
from cylindric.objects.batches import Array
from cylindric.sampling.factors import Floats
from termwise.price import require_bytes

Indices = npt.NDArray[np.intp]
Bits = npt.NDArray[np.bool_]

SURE = 64 * log(2)
UNLIKELY = 1e-12  # from here on a letter at a time is better than a value at a time


class Rule(Protocol):
    """Draws outer; all arrays have the shape (corner, object, row) but labels, with no row.

    The last row of inner, left and right is zero.
    """

    def draw(
        self, inner: Array, left: Array, right: Array, labels: Array, rng: np.random.Generator
    ) -> Array:
        """Return the outer corners."""


def grow(
    toggles: Toggles,
    constants: Array,
    turns: Sequence[Array],
    rule: Rule,
    rng: np.random.Generator,
) -> Array:
    """Build a batch from constants as `Toggles.build` does, by a rule.

    Args:
        toggles: the corners.
        constants: the partitions nu, shape (b, i).
        turns: for each turn the labels, shape (box, b).
        rule: the rule.
        rng: the generator.

    Returns:
        The walks.
    """
    walks = with_room(np.repeat(constants[None], toggles.profile.period, axis=0))
    for labels in reversed(turns):
        walks = np.roll(walks, toggles.profile.rank, axis=0)
        for at, left, right, cells in reversed(toggles.steps):
            outer = rule.draw(walks[at], walks[left], walks[right], labels[cells], rng)
            walks[at] = outer
            if outer[..., -1].any():
                walks = with_room(walks)
    return walks


def with_room(walks: Array) -> Array:
    """Return walks with twice as many rows."""
    return np.concatenate([walks, np.zeros_like(walks)], axis=2)


class QWhittaker:
    """The rule at t = 0.

    Row i of right gets m (if i = 1), W_i, and V_{i-1} from the row above, where V_i + W_i = c_i =
    left_i - inner_i.  With a = right_i - inner_i, b = inner_{i-1} - inner_i (infinite for i = 1)
    and c = c_i, V_i has the law

        P(V) = q^{(a-V)(c-V)} [a choose V] [b-a choose c-V] / [b choose c],

    Gaussian binomials; the sum is 1 by the q-Vandermonde identity.  V is the number of ones among
    the first a letters of a word with c ones and b - c zeros drawn with probability proportional
    to q^{number of pairs, a zero before a one}.

    Source: [MP15], Matveev and Petrov, q-randomized Robinson-Schensted-Knuth correspondences and
    random polymers, the row insertion; in this form rederived and checked on cells.
    """

    def __init__(self, q: float) -> None:
        self.q = q
        last = ceil(SURE / -log(q)) + 1
        require_bytes(32 * last, "the powers of q")
        logarithms = np.arange(last + 1) * log(q)
        self.powers = np.exp(logarithms)
        self.missing = -np.expm1(logarithms)  # 1 - q^n
        self.missing[-1] = 1.0
        self.log_products = np.concatenate([[0.0], np.cumsum(np.log(self.missing[1:]))])

    def draw(
        self, inner: Array, left: Array, right: Array, labels: Array, rng: np.random.Generator
    ) -> Array:
        """Return the outer corners."""
        a, c = right - inner, left - inner
        b = np.empty_like(inner)
        b.reshape(-1)[1:] = inner.reshape(-1)[:-1] - inner.reshape(-1)[1:]
        b[..., 0] = np.iinfo(b.dtype).max
        low, high = np.minimum(a, c), np.maximum(a, c)
        self.move(low, high, b, rng)
        outer: Array = left + a
        outer -= low
        outer[..., 0] += labels
        outer.reshape(-1)[1:] += low.reshape(-1)[:-1]  # what the last row sends is zero
        return outer

    def move(self, low: Array, high: Array, b: Array, rng: np.random.Generator) -> None:
        """Replace low = min(a, c) by V; high = max(a, c)."""
        # If high = b, V is low: nothing else is left for it.
        at = np.flatnonzero((low > 0) & (high < b))
        if not at.size:
            return
        few, many, all_of = (rows.reshape(-1)[at].astype(np.int64) for rows in (low, high, b))
        all_of[at % low.shape[-1] == 0] = 2**62
        chance = np.exp(
            self.product(many)
            + self.product(all_of - few)
            - self.product(many - few)
            - self.product(all_of)
        )
        moved = few.copy()
        slow = chance < UNLIKELY
        if slow.any():
            moved[slow] = self._by_letters(few[slow], many[slow], all_of[slow], rng)
        u = rng.random(len(at)) - chance
        going = np.flatnonzero((u >= 0) & ~slow)
        few, many, all_of = few[going], many[going], all_of[going]
        chance, u, v = chance[going], u[going], few.copy()
        while going.size:
            chance = chance * self._ratio(v, few, many, all_of)
            v = v - 1
            moved[going] = v
            u = u - chance
            more = (u >= 0) & (v > 0) & (v > few + many - all_of) & (chance > 0)
            going = going[more]
            few, many, all_of = few[more], many[more], all_of[more]
            chance, u, v = chance[more], u[more], v[more]
        low.reshape(-1)[at] = moved

    def product(self, n: Array) -> Floats:
        """Return log (q; q)_n."""
        products: Floats = self.log_products[np.minimum(n, len(self.log_products) - 1)]
        return products

    def _ratio(self, v: Array, few: Array, many: Array, all_of: Array) -> Floats:
        """Return P(v - 1)/P(v)."""
        least = self._one_minus
        above = least(v) * least(all_of - many - few + v)
        ratio: Floats = (
            self.powers[np.minimum(many + few - 2 * v + 1, len(self.powers) - 1)]
            * above
            / (least(many - v + 1) * least(few - v + 1))
        )
        return ratio

    def _one_minus(self, n: Array) -> Floats:
        missing: Floats = self.missing[np.minimum(n, len(self.missing) - 1)]
        return missing

    def _by_letters(
        self, few: Array, many: Array, all_of: Array, rng: np.random.Generator
    ) -> Array:
        """Draw the first letters one by one: a one has probability (1-q^ones) / (1-q^letters)."""
        ones = many.copy()
        for letter in range(int(few.max())):
            going = letter < few
            chance = self._one_minus(ones) / self._one_minus(np.maximum(all_of - letter, 1))
            ones -= going & (rng.random(len(few)) < chance)
        return many - ones


class HallLittlewood:
    """The rule at q = 0.

    Where column j of left and of right is equally long, column j of inner has e_j boxes less and
    column j of outer f_j more, e_j and f_j in {0, 1}; all other columns are known.  Let D be the
    difference between two such columns next to each other.  The weights psi phi of inner are

        prod B_D(e_j, e_{j+1}),
        B_D(0,0) = B_D(1,1) = 1,  B_D(1,0) = 1 - t^D,  B_D(0,1) = 1 - t^{D+1},

    and those of outer the same with f and the transposed matrix.  Now

        B_D = (1 - t^D) (1 1; 1 1) + t^D (1 1-t; 0 1):

    cut the bond with the first weight, keep it with the second, given e_j and e_{j+1}.  In a
    cluster of k columns, its bonds kept, e is 0..01..1, with a ones, of weight 1 - t if 0 < a < k,
    else 1; and f is 1..10..0 with the same weights.  So f has as many ones as e, at the other end.
    The last cluster is infinite, e is zero on it, and f starts with m ones: their weight is g_m.

    In rows: columns of one row i of outer, from max(left_i, right_i) on to min(left_{i-1},
    right_{i-1}), have D = 0 and are one run.  Runs of the rows i > k meet, with D = i - k, if left
    and right agree in the rows between; then they share their ones, from the left.

    Source: this derivation; other rules for these weights are in [BM17], Bufetov and Matveev.
    """

    def __init__(self, t: float) -> None:
        self.t = t

    def draw(
        self, inner: Array, left: Array, right: Array, labels: Array, rng: np.random.Generator
    ) -> Array:
        """Return the outer corners."""
        outer, low = np.maximum(left, right), np.minimum(left, right)
        lengths, ones = np.empty_like(outer), np.empty_like(outer)
        lengths.reshape(-1)[1:] = low.reshape(-1)[:-1] - outer.reshape(-1)[1:]
        ones.reshape(-1)[1:] = low.reshape(-1)[:-1] - inner.reshape(-1)[:-1]
        # The first run has no end; no more than m of it is ever used.
        lengths[..., 0] = ones[..., 0] = labels
        self.share(ones, lengths, left == right, rng)
        outer += ones
        return outer

    def share(self, ones: Array, lengths: Array, linked: Bits, rng: np.random.Generator) -> None:
        """Keep bonds between runs, and move their ones to the left."""
        rows = ones.shape[-1]
        full = lengths > 0
        full[..., 0] = False
        flat = full.reshape(-1)
        runs = np.flatnonzero(flat[1:] & linked.reshape(-1)[:-1]) + 1
        if not runs.size:
            return
        full[..., 0] = True
        ones, lengths = ones.reshape(-1), lengths.reshape(-1)
        others = _last(flat)[runs - 1]
        meeting = _last(~linked.reshape(-1))[runs - 1] < others
        runs, others = runs[meeting], others[meeting]
        kept = rng.random(len(runs)) < self.chance(
            runs - others,
            ones[runs] > 0,
            (ones[others] == lengths[others]) & (others % rows > 0),
        )
        if kept.any():
            _move(ones, lengths, runs[kept], others[kept])

    def chance(self, difference: Array, last: Bits, first: Bits) -> Floats:
        """Return the probability that a bond is kept, by D and the bits on its two sides."""
        t = self.t
        kept = t ** difference.astype(float)
        return np.where(last, kept * first, np.where(first, kept * (1 - t) / (1 - t * kept), kept))


def _last(true: Bits) -> Indices:
    """Return for each place the last one, up to it, that is true; -1 if there is none."""
    return np.maximum.accumulate(np.where(true, np.arange(len(true)), -1))


def _move(ones: Array, lengths: Array, runs: Indices, others: Indices) -> None:
    """Move the ones of each cluster to its left end, where the rows are last.

    Args:
        ones, lengths: of all runs; changed.
        runs, others: the two sides of every kept bond, in order.
    """
    starts = np.ones(len(runs), bool)
    starts[1:] = others[1:] != runs[:-1]
    chosen = np.stack([starts, np.ones_like(starts)], axis=1).reshape(-1)
    members = np.stack([others, runs], axis=1).reshape(-1)[chosen]
    is_start = np.stack([starts, np.zeros_like(starts)], axis=1).reshape(-1)[chosen]
    first = np.flatnonzero(is_start)
    sizes = np.diff(np.append(first, len(members)))
    each = lengths[members].astype(np.int64)
    sums = np.repeat(np.add.reduceat(ones[members].astype(np.int64), first), sizes)
    upto = np.cumsum(each)
    after = np.repeat(upto[first + sizes - 1], sizes) - upto
    ones[members] = np.clip(sums - after, 0, each)
