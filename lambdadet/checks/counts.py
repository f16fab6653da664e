"""Numbers of matrices and pairs: what is listed, against the product formulas."""

from __future__ import annotations

from concurrent.futures import Executor
from functools import partial

import numpy as np

from lambdadet.checks.sides import compute
from lambdadet.objects.bulk import asm_chunks
from lambdadet.objects.counts import (
    count_asms,
    count_asms_by_first_row,
    count_symmetric_asms,
    require_asms,
    three_enumeration,
    two_enumeration,
)
from lambdadet.objects.listing import symmetric_asms
from lambdadet.objects.pairs import compatible_pairs
from termwise import Comparison
from termwise.arguments import LIMIT, NO_LIMIT, require_integer
from termwise.doors import door
from termwise.running import Progress


@door
def check_counts(
    n: int,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare listed numbers of matrices and pairs with their formulas, for the sizes 1..n.

    Args:
        n: the largest size.
        limit: refuse to list more matrices of size n than this.
        executor: as of `termwise.run`; None computes here.
        progress: as of `termwise.run`: two units a size.

    Returns:
        A Comparison with one row a number: all, 2- and 3-enumeration, refined, symmetric, pairs.

    Raises:
        TypeError: n is not an integer, or as `termwise.run`.
        ValueError: n < 1, or too many matrices.

    Source: [Bressoud99]; [Zeilberger96]; [Kuperberg96], [Kuperberg02]; [RR86].

    >>> [row.left for row in check_counts(3).rows if row.term.startswith("matrices")]
    [1, 2, 7]
    """
    n = require_integer("n", n, 1)
    require_asms(limit, n)
    sizes = range(1, n + 1)
    units = {f"listed {m}": partial(_listed_counts, m) for m in sizes}
    units |= {f"formula {m}": partial(_formula_counts, m) for m in sizes}
    found = compute(units, executor=executor, progress=progress)
    sides: dict[str, dict[str, int]] = {"listed": {}, "formula": {}}
    for side, counts in sides.items():
        for m in sizes:
            counts |= found[f"{side} {m}"]
    return Comparison.of_terms(
        f"numbers of alternating sign matrices and compatible pairs of size 1..{n}",
        sides,
        meanings={"listed": "every matrix made, and counted", "formula": "product formulas"},
    )


def _listed_counts(m: int) -> dict[str, int]:
    number = two = three = 0
    first = np.zeros(m, dtype=np.int64)
    for matrices in asm_chunks(m, limit=NO_LIMIT):
        negative = (matrices == -1).sum(axis=(1, 2))
        how_many = np.bincount(negative)
        number += len(matrices)
        two += sum(int(c) * 2**k for k, c in enumerate(how_many))
        three += sum(int(c) * 3**k for k, c in enumerate(how_many))
        first += (matrices[:, 0] == 1).sum(axis=0)
    counts = {f"matrices, n = {m}": number}
    counts[f"2-enumeration, n = {m}"] = two
    counts[f"3-enumeration, n = {m}"] = three
    counts |= {f"1 of row 1 in column {k}, n = {m}": int(c) for k, c in enumerate(first, 1)}
    if m <= 5:
        counts[f"compatible pairs, n = {m}"] = sum(1 for _ in compatible_pairs(m))
    for symmetry in _symmetries(m):
        counts[f"{symmetry}, n = {m}"] = sum(1 for _ in symmetric_asms(m, symmetry))
    return counts


def _formula_counts(m: int) -> dict[str, int]:
    counts = {f"matrices, n = {m}": count_asms(m)}
    counts[f"2-enumeration, n = {m}"] = two_enumeration(m)
    counts[f"3-enumeration, n = {m}"] = three_enumeration(m)
    refined = count_asms_by_first_row(m)
    counts |= {f"1 of row 1 in column {k}, n = {m}": c for k, c in enumerate(refined, 1)}
    if m <= 5:
        counts[f"compatible pairs, n = {m}"] = two_enumeration(m)
    for symmetry in _symmetries(m):
        counts[f"{symmetry}, n = {m}"] = count_symmetric_asms(m, symmetry)
    return counts


def _symmetries(m: int) -> list[str]:
    classes = ["half-turn"]
    if m % 2:
        classes.append("vertical")
    if m % 4 != 2:
        classes.append("quarter-turn")
    return classes if m <= 7 else []
