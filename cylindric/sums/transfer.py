"""The object side by transfer matrices: a trace over partitions, graded by weight.

Going once round the cylinder from mu^0 back to mu^0, keep for every partition that can be reached
the generating function of the ways to reach it.  This is the definition, with walks that meet in a
partition counted together; it knows nothing of hooks or of growth.

Each step may bear a weight (`Arithmetic.step`); to count, it is 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from typing import Any, Protocol

from flint import fmpz_poly

from cylindric.algebra.series import Series, from_poly
from cylindric.objects.partitions import Partition, interlacing_below, interlacing_up_to, partitions
from cylindric.objects.profiles import Profile
from termwise import run
from termwise.running import PARTS, Progress


class Arithmetic(Protocol):
    """The series in z that are carried along the walks, all to the same order."""

    def one(self) -> Any:
        """Return the series 1."""

    def step(self, ways: Any, letter: str, before: Partition, after: Partition) -> Any:
        """Return the series times the weight of a step."""

    def add(self, left: Any, right: Any) -> Any:
        """Return the sum."""

    def shift(self, ways: Any, size: int) -> Any:
        """Return the series times z^size."""

    def coefficients(self, ways: Any) -> Any:
        """Return the coefficients as something that another process can send back."""


class Counting:
    """Count walks: every step has weight 1."""

    def __init__(self, order: int) -> None:
        self.order = order

    def one(self) -> fmpz_poly:
        """Return the polynomial 1."""
        return fmpz_poly([1])

    def step(self, ways: fmpz_poly, letter: str, before: Partition, after: Partition) -> fmpz_poly:
        """Return the series itself."""
        return ways

    def add(self, left: fmpz_poly, right: fmpz_poly) -> fmpz_poly:
        """Return the sum."""
        return left + right

    def shift(self, ways: fmpz_poly, size: int) -> fmpz_poly:
        """Return the series times z^size."""
        return ways.left_shift(size).truncate(self.order)

    def coefficients(self, ways: fmpz_poly) -> Series:
        """Return a Series."""
        return from_poly(ways, self.order)


def transfer_series(
    profile: Profile,
    order: int,
    *,
    open: bool = False,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Series:
    """Count cylindric partitions by weight, as the trace of a product of transfer matrices.

    Args:
        profile: the profile.
        order: how many coefficients.
        open: start and end at the empty partition: reverse plane partitions.
        executor: where the partitions to start from are tried.
        progress: whether, or whom, to tell how many parts are done.

    Source: [Borodin07], the partition function of the periodic Schur process.

    >>> print(transfer_series(Profile("1010"), 6))
    1 + 2*z + 3*z**2 + 6*z**3 + 10*z**4 + 16*z**5 + O(z**6)
    """
    traces = closed_walks(
        profile, order, Counting(order), open=open, executor=executor, progress=progress
    )
    return sum(traces, Series([], order))


def closed_walks(
    profile: Profile,
    order: int,
    arithmetic: Arithmetic,
    *,
    open: bool = False,
    executor: Executor | None = None,
    progress: Progress = False,
) -> list[Any]:
    """Sum up z^|c| times the weights of the steps, over the cylindric partitions c.

    Args:
        profile: the profile.
        order: how many coefficients.
        open: start and end at the empty partition: reverse plane partitions.
        executor: where the parts of the work are run.
        progress: whether, or whom, to tell how many parts are done.
        arithmetic: the series and the weights; picklable if the executor has processes.

    Returns:
        Parts of the sum, as `Arithmetic.coefficients` gives them; those of no walk are left out.
    """
    word, seen = (profile.word, order) if open else _best_cut(profile.word)
    # The start is in `seen` partitions of the walk; the open walks have the empty start alone.
    starts = [start for size in range((order - 1) // seen + 1) for start in partitions(size)]
    parts = min(PARTS, len(starts))
    traces = run(
        partial(_walks_from, word, order, arithmetic),
        [starts[part::parts] for part in range(parts)],
        executor=executor,
        progress=progress,
        description="transfer",
    )
    return [trace for trace in traces if trace is not None]


def _best_cut(word: str) -> tuple[str, int]:
    """Rotate the word so that mu^0 lies in as many of the mu^k as can be seen from it.

    These are mu^0 itself, those reached by the first 1s, and those that lead back by the last 0s.
    """
    period = len(word)
    # Runs of 1s from every place on, and of 0s up to it, going round twice.
    ones, zeros = [0] * (2 * period + 1), [0] * (2 * period + 1)
    for k in range(2 * period - 1, -1, -1):
        ones[k] = ones[k + 1] + 1 if word[k % period] == "1" else 0
    for k in range(2 * period):
        zeros[k + 1] = zeros[k] + 1 if word[k % period] == "0" else 0
    seen = [min(period, 1 + ones[k] + zeros[k + period]) for k in range(period)]
    best = max(range(period), key=seen.__getitem__)
    return word[best:] + word[:best], seen[best]


def _walks_from(word: str, order: int, arithmetic: Arithmetic, starts: Sequence[Partition]) -> Any:
    """Return the coefficients of the sum over the walks that are closed at one of the starts."""
    total: Any = None
    for start in starts:
        trace = _closed_walks(word, order, arithmetic, start)
        if trace is not None:
            total = trace if total is None else arithmetic.add(total, trace)
    return None if total is None else arithmetic.coefficients(total)


def _closed_walks(word: str, order: int, arithmetic: Arithmetic, start: Partition) -> Any:
    """Return the sum over the walks from start to start, or None."""
    at_start = sum(start)
    last_downs = len(word) - len(word.rstrip("0"))
    reached: dict[Partition, tuple[Any, int]] = {start: (arithmetic.one(), 0)}
    for k, letter in enumerate(word, 1):
        ups_left, downs_left = word[k:].count("1"), word[k:].count("0")
        # The start, and what leads down to it by the last 0s, has at least its size.
        room = order - 1 - at_start * min(last_downs + 1, len(word) - k)
        sums: dict[Partition, Any] = {}
        least: dict[Partition, int] = {}
        for mu, (ways, weight) in reached.items():
            # Whatever can reach the start in the last step is one step away from it.
            for nu in _steps(letter, mu, room - weight) if k < len(word) else [start]:
                if _can_reach(nu, start, ups_left, downs_left):
                    more = arithmetic.step(ways, letter, mu, nu)
                    sums[nu] = arithmetic.add(sums[nu], more) if nu in sums else more
                    least[nu] = min(weight, least.get(nu, weight))
        reached = {}
        for nu, ways in sums.items():
            size = sum(nu)
            reached[nu] = (arithmetic.shift(ways, size), least[nu] + size)
    return reached[start][0] if start in reached else None


def _steps(letter: str, mu: Partition, room: int) -> Iterator[Partition]:
    if letter == "1":
        return interlacing_up_to(mu, room)
    return (nu for nu in interlacing_below(mu) if sum(nu) <= room)


def _can_reach(mu: Partition, end: Partition, ups: int, downs: int) -> bool:
    """Whether so many steps up and down, in any order, lead from one partition to the other.

    A step down can shorten every column by one, a step up lengthen it by one.
    """
    return all(map(int.__ge__, end + (0,) * len(mu), mu[downs:])) and all(
        map(int.__ge__, mu + (0,) * len(end), end[ups:])
    )
