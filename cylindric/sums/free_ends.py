"""Walks mu^0, .., mu^L of partitions whose ends are free, layer by layer.

A word pi of length L says whether mu^k/mu^{k-1} (1) or mu^{k-1}/mu^k (0) is a horizontal strip;
nothing is asked of mu^0 and mu^L.  Of the parts equal to m there are h_k in mu^k; without them the
word is pi'_k = pi_k - (h_k - h_{k-1}), so that with weights v_0, .., v_L of the slices

    F_{pi,m} = sum over pi' and h_0 of q^{m v.h} F_{pi',m-1},     F_{pi,0} = 1,

h >= 0 everywhere.  Doubled shifted plane partitions have v = (1, .., 1); a cylindric partition of
the word pi followed by pi read backwards with 0 and 1 exchanged, symmetric in mu^k = mu^{-k}, is
such a walk with v = (1, 2, .., 2, 1): its inner slices appear twice.

Source: the objects are those of [HX, BU]; the layers are derived from the definition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, product

from flint import fmpz_poly

from termwise.price import require_bytes, require_steps


def free_ends_series(
    length: int, slices: Sequence[int], order: int, *, largest: int | None = None
) -> dict[str, fmpz_poly]:
    """Return the sums of q^{v.|mu|} over all walks of each word of a length.

    Args:
        length: L.
        slices: v_0, .., v_L, positive.
        order: how many coefficients.
        largest: bound the parts; by default they are unbounded.

    >>> free_ends_series(0, (1,), 6)[""]
    7*x^5 + 5*x^4 + 3*x^3 + 2*x^2 + x + 1
    >>> free_ends_series(1, (1, 1), 6)["1"]
    7*x^5 + 5*x^4 + 3*x^3 + 2*x^2 + x + 1
    """
    number = 4.0 ** min(length, 100)
    require_steps(40 * number * (200 * len(slices) + 10 * order), "steps of listing layers")
    require_bytes(order * order * 2 ** min(length, 100) // 8, f"the series of 2^{length} words")
    words = ["".join(letters) for letters in product("01", repeat=length)]
    last = order - 1 if largest is None else min(largest, order - 1)
    moves = {word: sorted(_moves(word, words, slices, order)) for word in words}
    series = {word: fmpz_poly([1]) for word in words}
    for m in range(1, last + 1):
        series = {word: _layer(moves[word], m, series, order) for word in words}
    return series


def _moves(
    word: str, words: list[str], slices: Sequence[int], order: int
) -> Iterator[tuple[int, str]]:
    """Yield the layers of a word, as weight for m = 1 and the word that is left."""
    rise = sum(slices)
    for other in words:
        heights = list(
            accumulate((int(x) - int(y) for x, y in zip(word, other, strict=True)), initial=0)
        )
        least = min(heights)
        cost = sum(v * (h - least) for v, h in zip(slices, heights, strict=True))
        yield from ((c, other) for c in range(cost, order, rise))


def _layer(
    moves: list[tuple[int, str]], m: int, below: dict[str, fmpz_poly], order: int
) -> fmpz_poly:
    total = fmpz_poly()
    for cost, other in moves:  # cheapest first
        if m * cost >= order:
            break
        total += below[other].truncate(order - m * cost).left_shift(m * cost)
    return total
