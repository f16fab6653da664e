"""Samples of the Macdonald-weighted law at general q and t: outer drawn afresh at every box.

Begin with the constant nu.  For the turns n = N, .., 1 and the boxes of a turn in the reverse order
of peeling, replace inner by outer, drawn with probability proportional to

    x_b^{|outer|} phi_{outer/left} psi_{outer/right}.

Exchanging an up and a down step multiplies the sum of all weights by G(x_b), whatever left and
right are, so the law of the new walk is right if that of the old one was.

The local draw.  Let f(n, d) = f(q^n t^d), log f(u) = sum_k (q^k - t^k)/(1 - q^k) u^k / k.  In the
Pieri form the rows o_1 >= o_2 >= .. of outer meet left and right, which are fixed, in factors of
one row each, and one another in h_d(o_i - o_j), d = j - i, h_d(n) = f(n, d) f(n, d - 1).  For d = 1
this is a Markov chain along the rows: sums from the last row up, draws from the first row down.
For d >= 2 a proposal takes h_d(o_i - s_j) h_d(r_i - o_j) in place of h_d(o_i - o_j), factors of one
row each, and is accepted with probability the product over all i, j = i + d, d >= 2, of

    h_d(o_i - o_j) h_d(r_i - s_j) / ( h_d(o_i - s_j) h_d(r_i - o_j) ).

This never exceeds 1.  Here s_j is the least value of o_j, and r_i the least value of o_i if t < q,
the largest if t > q (infinite for i = 1).  Proof: the logarithm of the quotient is the sum over k
of

    (q^k - t^k)/(1 - q^k) (t^{kd} + t^{k(d-1)})/k (q^{k o_i} - q^{k r_i}) (q^{-k o_j} - q^{-k s_j}).

The last bracket is not negative as o_j >= s_j.  The one before is not positive if r_i is least, not
negative if r_i is largest; the first factor has the sign of q - t.  So every term is <= 0.

The row o_1 has no upper bound.  From some value on all its f are 1 up to 2^-64: the rest is
geometric and drawn as such.  The acceptance falls with the number of rows that have a choice; what
is below 10^-6 is refused.
"""

from __future__ import annotations

from math import ceil, log, sqrt

import numpy as np

from cylindric.growth.toggles import Toggles
from cylindric.objects.batches import Array, Integers
from cylindric.objects.profiles import Profile
from cylindric.sampling.factors import Factors, Floats
from cylindric.sampling.perfect import LabelPoints, arrange, draw_points
from cylindric.sampling.randomised_rules import SURE, with_room
from termwise.arguments import brief
from termwise.price import require_bytes

LEAST_ACCEPTANCE = 1e-6
JUDGED = 4000
"""After so many proposals for one corner its acceptance is known well enough to refuse it."""

LONGEST_ROW = 64  # about so many values of the first row are looked at

AT_ONCE = 2_000_000
"""So many numbers may a table of one row of all corners have."""


def sample_by_heat_bath(
    profile: Profile, factors: Factors, number: int, rng: np.random.Generator
) -> tuple[Array, float]:
    """Draw a batch.

    Args:
        profile: the profile.
        factors: those of the law, with q and t; all their turns are gone through.
        number: how many.
        rng: the generator.

    Returns:
        The walks, and the accepted share of the proposals.

    Raises:
        ValueError: an acceptance below 10^-6, or a table beyond memory.
    """
    toggles = Toggles(profile)
    boxes = len(toggles.ups)
    points = draw_points(factors, number, rng)
    parts = LabelPoints(*(column[points.rows == boxes] for column in points))
    constants, _ = arrange(toggles, number, parts)
    walks = with_room(np.repeat(constants[None].astype(np.int64), profile.period, axis=0))
    bath = HeatBath(factors.q, factors.t)
    for log_x in reversed(logarithms(factors, boxes)):
        walks = np.roll(walks, profile.rank, axis=0)
        for at, left, right, cells in reversed(toggles.steps):
            outer = bath.draw(walks[left], walks[right], log_x[cells], rng)
            walks[at] = outer
            if outer[..., -1].any():
                walks = with_room(walks)
    return walks, bath.accepted / max(1, bath.proposed)


def logarithms(factors: Factors, boxes: int) -> Floats:
    """Return log x_b, turn by turn and row by row of a label array; -inf where is no box."""
    turns = len(factors.log_x)
    log_x = np.full((turns, boxes), -np.inf)
    for place in range(len(factors.counts) - factors.trace):
        first = factors.first[place]
        rows = factors.members[first : first + factors.counts[place]]
        log_x[:, rows] = factors.log_x[:, place, None]
    return log_x


class HeatBath:
    """The local draw at q and t, both positive; counts its proposals.

    Attributes:
        proposed, accepted: how many proposals there were, and how many were taken.
    """

    def __init__(self, q: float, t: float) -> None:
        self.q, self.t = q, t
        self.proposed = self.accepted = 0
        # f(q^n t^d) is 1 to 2^-64 from here on; log f(u) <= u / ((1 - q)(1 - u)), say.
        self.far = ceil((SURE - 2 * log(1 - q)) / -log(q)) + 1
        self.deep = ceil((SURE - 2 * log(1 - q)) / -log(t)) + 1
        require_bytes(24 * self.far * self.deep, "the factors f(q^n t^d)")
        n = np.arange(self.far)
        d = np.arange(self.deep)[:, None]
        steps = np.log1p(-(self.t ** (d + 1)) * q**n) - np.log1p(-(q ** (n + 1)) * t**d)
        self.single = np.zeros((self.deep + 1, self.far + 1))
        self.single[:-1, :-1] = np.cumsum(steps[:, ::-1], axis=1)[:, ::-1]
        self.pair = self.single.copy()
        self.pair[1:] += self.single[:-1]

    def f(self, n: Array, d: Array | int) -> Floats:
        """Return log f(q^n t^d)."""
        found: Floats = self.single[np.minimum(d, self.deep), np.minimum(n, self.far)]
        return found

    def h(self, n: Array, d: Array | int) -> Floats:
        """Return log h_d(n), d >= 1."""
        found: Floats = self.pair[np.minimum(d, self.deep), np.minimum(n, self.far)]
        return found

    def draw(self, left: Array, right: Array, log_x: Floats, rng: np.random.Generator) -> Array:
        """Return outer for arrays of the shape (corner, object, row) and log x by corner."""
        outer = np.maximum(left, right)
        rows = int(outer.any(axis=(0, 1)).sum()) + 1
        flat = outer.reshape(-1, outer.shape[-1])
        ends = [side.reshape(flat.shape)[:, :rows] for side in (left, right)]
        logs = np.repeat(log_x, outer.shape[1])
        width = int((np.minimum(*ends)[:, :-1] - flat[:, 1:rows]).max(initial=0)) + 1
        longest = self.longest(logs.max(initial=-np.inf))
        require_bytes(16 * max(width**2, width * longest, longest * rows), "one row of a corner")
        most = max(1, AT_ONCE // (max(width, rows) * max(width, longest)))
        drawn = np.flatnonzero(logs > -np.inf)
        for first in range(0, len(drawn), most):
            some = drawn[first : first + most]
            local = LocalLaw(self, ends[0][some], ends[1][some], logs[some])
            flat[some, :rows] = self._accepted(local, rng)
        return flat.reshape(outer.shape)

    def longest(self, log_x: float) -> int:
        """Return after how many values the first row is geometric, or over, for x up to this."""
        return min(self.far, ceil(SURE / -log_x)) + 1 if log_x > -np.inf else 1

    def _accepted(self, local: LocalLaw, rng: np.random.Generator) -> Integers:
        found = np.empty_like(local.least)
        waiting, copies, tried = np.arange(len(found)), 1, 0
        while waiting.size:
            cells = np.repeat(waiting, copies)
            proposals = local.propose(cells, rng)
            chances = local.chances(cells, proposals)
            good = (rng.random(len(cells)) < chances).reshape(-1, copies)
            tried += copies
            done = good.any(axis=1)
            best = good.argmax(axis=1)
            found[waiting[done]] = proposals.reshape(len(waiting), copies, -1)[done, best[done]]
            self.proposed += int(np.where(done, best + 1, copies).sum())
            self.accepted += int(done.sum())
            if tried > JUDGED:
                mean = float(chances.mean())
                if not done.any() and mean < LEAST_ACCEPTANCE:
                    raise ValueError(
                        f"q and t must have an acceptance of at least {LEAST_ACCEPTANCE:g}, got "
                        f"about {mean:.2g} at q = {brief(self.q)}, t = {brief(self.t)}, with "
                        f"{local.rows} rows"
                    )
            waiting = waiting[~done]
            copies = max(1, min(2 * copies, 4096 // max(1, len(waiting))))
        return found


class LocalLaw:
    """The proposals for some corners: weights of every row, and sums from the last row up.

    Args:
        bath: the factors.
        left, right: shape (corner, row); the last row is zero.
        log_x: by corner, finite.
    """

    def __init__(self, bath: HeatBath, left: Array, right: Array, log_x: Floats) -> None:
        self.bath, self.log_x = bath, log_x
        self.sides = left, right
        self.least, low = np.maximum(left, right), np.minimum(left, right)
        self.rows = left.shape[1]
        # The first row goes on for ever: where its factors are 1, one value stands for the rest.
        self.tail = bath.longest(float(log_x.max())) - 1
        self.most = np.concatenate([self.least[:, :1] + self.tail, low[:, :-1]], axis=1)
        self.reference = self.least if bath.t < bath.q else self.most.copy()
        if bath.t > bath.q:
            self.reference[:, 0] = self.least[:, 0] + bath.far
        self.weights: list[Floats] = [np.empty(0)] * self.rows
        sums = np.zeros((len(left), 1))
        for i in reversed(range(self.rows)):
            values = self.values(i)
            if values.shape[1] == 1:  # nothing to choose, nothing to weigh
                self.weights[i] = sums = np.ones((len(left), 1))
                continue
            weights = self.row(i, values)
            if i + 1 < self.rows:
                gaps = values[:, :, None] - self.values(i + 1)[:, None, :]
                near = np.exp(bath.h(np.maximum(gaps, 0), 1))
                weights = weights + np.log(np.einsum("mij,mj->mi", near, sums))
            weights -= weights.max(axis=1, keepdims=True)
            self.weights[i] = sums = np.exp(weights)

    def values(self, i: int) -> Integers:
        """Return the values that row i (from 0) can have, padded to one length."""
        length = int((self.most[:, i] - self.least[:, i]).max(initial=0)) + 1
        values: Integers = self.least[:, i, None] + np.arange(length)
        return values

    def row(self, i: int, values: Integers) -> Floats:
        """Return the logarithm of the factors of row i alone."""
        bath, rows = self.bath, self.rows
        weights: Floats = (values - self.least[:, i, None]) * self.log_x[:, None]
        if i == 0:
            weights[:, -1] -= np.log(-np.expm1(self.log_x))
        above, below = np.arange(i), np.arange(i, rows)
        o = values[:, :, None]
        for side in self.sides:
            weights -= bath.f(o - side[:, None, i:], below - i).sum(axis=2)
            gaps = np.maximum(side[:, None, :i] - o, 0)
            weights -= bath.f(gaps, i - 1 - above).sum(axis=2)
        weights += bath.f(values, rows - 1 - i)
        weights += bath.h(o - self.least[:, None, i + 2 :], below[2:] - i).sum(axis=2)
        if i > 1:
            gaps = np.maximum(self.reference[:, None, : i - 1] - o, 0)
            weights += bath.h(gaps, i - above[:-1]).sum(axis=2)
        weights[values > self.most[:, i, None]] = -np.inf
        return weights

    def propose(self, cells: Array, rng: np.random.Generator) -> Integers:
        """Draw outer for some corners, by number, with repetitions."""
        drawn = np.empty((len(cells), self.rows), np.int64)
        for i in range(self.rows):
            if self.weights[i].shape[1] == 1:
                drawn[:, i] = self.least[cells, i]
                continue
            weights = self.weights[i][cells]
            values = self.values(i)[cells]
            if i:
                gaps = np.maximum(drawn[:, i - 1, None] - values, 0)
                weights = weights * np.exp(self.bath.h(gaps, 1))
            sums = np.cumsum(weights, axis=1)
            u = rng.random(len(cells)) * sums[:, -1]
            at = (sums <= u[:, None]).sum(axis=1)
            drawn[:, i] = self.least[cells, i] + at
            if i == 0:
                beyond = np.flatnonzero(at == self.tail)
                missing = -np.expm1(self.log_x[cells[beyond]])
                drawn[beyond, 0] += rng.geometric(missing) - 1
        return drawn

    def chances(self, cells: Array, drawn: Integers) -> Floats:
        """Return the probabilities with which proposals are accepted."""
        least, reference = self.least[cells], self.reference[cells]
        total = np.zeros(len(cells))
        # Where o_j is least the quotients with it are 1.
        for j in np.flatnonzero((drawn != least).any(axis=0)).tolist():
            o, r = drawn[:, : max(0, j - 1)], reference[:, : max(0, j - 1)]
            p, s = drawn[:, j, None], least[:, j, None]
            d = j - np.arange(o.shape[1])
            terms = self.bath.h(o - p, d) + self.bath.h(r - s, d)
            terms -= self.bath.h(o - s, d) + self.bath.h(r - p, d)
            total += terms.sum(axis=1)
        chances: Floats = np.exp(np.minimum(total, 0.0))
        return chances


def steps_of(profile: Profile, factors: Factors, number: int) -> int:
    """Estimate the elementary steps of a batch: pairs of rows, by their values, of all corners."""
    area = factors.expected_weight / profile.period
    boxes = int(factors.counts.sum()) * len(factors.log_x)
    return ceil(number * boxes * (area + LONGEST_ROW) * (1 + sqrt(area)))
