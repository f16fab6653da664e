"""Every cylindric partition of a weight, straight from the definition.

Walks are built step by step, each step a horizontal strip, and kept when they close: the definition
and nothing clever, which the fast ways are tested with.  Nothing is counted beforehand and nothing
refused; `cylindric.sums.listing` does that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from cylindric.objects.cylindric_partitions import CylindricPartition, unchecked
from cylindric.objects.partitions import (
    Partition,
    interlacing_above,
    interlacing_below,
    partitions,
)
from cylindric.objects.profiles import Profile

Share = tuple[int, int]
"""(part, parts): one of several parts of roughly the same size."""

ALL: Share = (0, 1)


def enumerate_walks(
    profile: Profile, weight: int, *, open: bool = False, share: Share = ALL
) -> Iterator[CylindricPartition]:
    """Yield the cylindric partitions of exactly this weight, each once.

    Args:
        profile: the profile.
        weight: a non-negative integer.
        open: only those with mu^0 = mu^T empty.
        share: yield one of several parts, which together are all of them.

    Source: the definition [GK97, Borodin07].

    >>> for c in enumerate_walks(Profile("10"), 2):
    ...     print(c)
    ∅ ≺ (2) ≻ ∅
    (1) ≺ (1) ≻ (1)
    """
    return (c for _, c in numbered_walks(profile, weight, open=open, share=share))


def numbered_walks(
    profile: Profile, weight: int, *, open: bool = False, share: Share = ALL
) -> Iterator[tuple[int, CylindricPartition]]:
    """Yield them with the numbers of their beginnings, which put the parts in order again.

    >>> parts = [numbered_walks(Profile("10"), 2, share=(part, 2)) for part in range(2)]
    >>> [[(at, str(c)) for at, c in part] for part in parts]
    [[(0, '∅ ≺ (2) ≻ ∅')], [(1, '(1) ≺ (1) ≻ (1)')]]
    """
    if not (profile.rank and profile.level):
        yield from _constant_walks(profile, weight, open, share)
    elif open:
        for at, walk in _walks(profile.word, weight, [Partition()], share):
            yield at, unchecked(profile, walk)
    else:
        # The walk may begin anywhere.  Where 0 turns to 1, mu^0 lies in both neighbours.
        valley = (profile.word * 2).find("01") + 1
        copies = min(profile.period, 3)
        starts = (mu for size in range(weight // copies + 1) for mu in partitions(size))
        back = -valley % profile.period
        for at, walk in _walks(profile.rotate(valley).word, weight, starts, share):
            yield at, unchecked(profile, walk[back:] + walk[:back])


def _constant_walks(
    profile: Profile, weight: int, open: bool, share: Share
) -> Iterator[tuple[int, CylindricPartition]]:
    """Yield the closed walks of a word with one letter: they can go nowhere."""
    size, rest = divmod(weight, profile.period)
    if rest or (open and size):
        return
    part, parts = share
    for at, mu in enumerate(partitions(size)):
        if at % parts == part:
            yield at, unchecked(profile, (mu,) * profile.period)


def _walks(
    word: str, weight: int, starts: Iterable[Partition], share: Share
) -> Iterator[tuple[int, tuple[Partition, ...]]]:
    """Yield every (mu^1, .., mu^T) with the given sum of sizes and mu^T among the starts.

    Of the beginnings, a start and a step from it, every `share[1]`-th is followed to its end.
    """

    @cache
    def above(mu: Partition, size: int) -> list[Partition]:
        return list(interlacing_above(mu, size))

    @cache
    def below(mu: Partition) -> dict[int, list[Partition]]:
        sizes: dict[int, list[Partition]] = {}
        for nu in interlacing_below(mu):
            sizes.setdefault(sum(nu), []).append(nu)
        return sizes

    def steps(k: int, mu: Partition, rest: int) -> Iterator[tuple[Partition, int]]:
        """Yield what may be mu^k after mu, and what it leaves for those still to come."""
        up = word[k - 1] == "1"
        if k == len(word) - 1:
            for nu in above(mu, rest) if up else below(mu).get(rest, ()):
                yield nu, 0
            return
        room = rest // (1 + ups[k])
        if up:
            for size in range(sum(mu), room + 1):
                for nu in above(mu, size):
                    yield nu, rest - size
        else:
            for size, choices in below(mu).items():
                if size <= room:
                    for nu in choices:
                        yield nu, rest - size

    # How many of those still to come follow mu^k by 1s alone, and so are no smaller.
    ups = [len(word[k:-1]) - len(word[k:-1].lstrip("1")) for k in range(len(word))]
    up_at_last = word[-1] == "1"
    part, parts = share
    begun = -1
    for start in starts:
        walk, open_steps, rest = [start], [], weight - sum(start)
        while True:
            mine = True
            if len(walk) == 2:
                begun += 1
                mine = begun % parts == part
            if not mine:
                walk.pop()
            elif len(walk) < len(word):
                open_steps.append(steps(len(walk), walk[-1], rest))
            else:
                mu = walk[-1]
                if rest == 0 and (mu.interlaces(start) if up_at_last else start.interlaces(mu)):
                    yield begun, (*walk[1:], start)
                walk.pop()
            # Go on from the last place where there is another way.
            step = None
            while open_steps and step is None:
                step = next(open_steps[-1], None)
                if step is None:
                    open_steps.pop()
                    walk.pop()
            if step is None:
                break
            walk.append(step[0])
            rest = step[1]
