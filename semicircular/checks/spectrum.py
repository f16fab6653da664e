"""Singular values, the gap and the determinant: what is exact, and what holds to a tolerance.

Determinants are compared as integers.  Singular values are floating point numbers on both sides:
here alone equality means within TOLERANCE, and the comparison says so.
"""

from __future__ import annotations

from concurrent.futures import Executor
from functools import partial
from itertools import zip_longest

from semicircular.checks.sides import (
    LIMIT,
    TOLERANCE,
    compare,
    decimal,
    near,
    require_block,
    require_small,
)
from semicircular.matrices import on_pairs, on_words
from semicircular.projections.spectrum import gap, gram_determinant, singular_values
from termwise import MISSING, Comparison, Row
from termwise.arguments import brief, require_integer
from termwise.doors import door
from termwise.running import Progress

PRIMES = (2, 3, 5, 7)

TO_TOLERANCE = f"floating point: equal means within {TOLERANCE:g}"


@door
def check_determinants(
    bound: int,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare det(C^T C) with its formula, and ranks modulo small primes, for all M up to a bound.

    C goes from the triangle a + b < M to that of a + b <= M.  It has full rank modulo every prime,
    though the determinant has prime factors.

    Args:
        bound: the largest M.
        limit: refuse larger matrices than this.
        executor, progress: as of `termwise.run`; one unit an M.

    Returns:
        A Comparison with a row for every M, and one for every M and prime 2, 3, 5, 7.

    Raises:
        TypeError: bound is not an integer, or as `termwise.run`.
        ValueError: bound < 0, or matrices that are too large.

    >>> [row.left for row in check_determinants(4).rows[::5]]
    [1, 2, 10, 60, 588]
    """
    return compare(
        f"det(C^T C) and ranks modulo primes, M <= {brief(bound)}",
        (("FLINT", "the matrix of the definition"), ("formula", "powers of M' + 3; full rank")),
        _determinant_rows,
        require_block(limit, bound),
        executor=executor,
        progress=progress,
        notes=["the formula of the determinant: proof sketched, and checked for these M"],
    )


def _determinant_rows(size: int) -> list[Row]:
    rows = [Row(f"M = {size}", (on_pairs.determinant(size), gram_determinant(size)))]
    rank = size * (size + 1) // 2
    return rows + [
        Row(f"M = {size}, rank modulo {p}", (on_pairs.rank_modulo(size, p), rank)) for p in PRIMES
    ]


@door
def check_spectrum(
    bound: int,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the singular values of C with numpy's, for all M up to a bound, to 10^-9.

    Args, Raises: those of `check_determinants`.

    Returns:
        A Comparison with a row for every M and every singular value, into the class of M.

    >>> print(check_spectrum(1).rows[-1])
    Row(term='M = 1, no. 1', values=('1.414213562', '1.414213562'))
    """
    return compare(
        f"singular values 2cos(p pi/n) - 2cos(q pi/n), n = M + 3, M <= {brief(bound)}",
        (("formula", TO_TOLERANCE), ("numpy", "singular values of the matrix of the definition")),
        _spectrum_rows,
        require_block(limit, bound),
        executor=executor,
        progress=progress,
        notes=[TO_TOLERANCE],
    )


def _spectrum_rows(size: int) -> list[Row]:
    formula = singular_values(size).tolist()
    found = on_pairs.numerical_singular_values(size).tolist()
    rows = [Row(f"M = {size}, how many", (len(formula), len(found)))]
    for k, (claimed, other) in enumerate(zip_longest(formula, found), 1):
        if claimed is None or other is None:
            shown = tuple(
                MISSING if value is None else decimal(value) for value in (claimed, other)
            )
        else:
            shown = decimal(claimed), near(claimed, other)
        rows.append(Row(f"M = {size}, no. {k}", shown))
    return rows


@door
def check_gap(
    bound: int,
    n: int = 2,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Check both gap inequalities on all vectors of degree up to a bound, to 10^-9.

    ||[s_1, x]|| >= g_D ||x - E_1 x|| is attained: g_D is the least singular value beside the D + 1
    zeros.  sum ||[s_i, x]||^2 >= g_D^2 ||x - tau(x)||^2 is far from sharp.

    Args:
        bound: the largest D.
        n: how many letters, at least 2.
        limit: refuse larger matrices than this.
        executor, progress: as of `termwise.run`; one unit a D.

    Returns:
        A Comparison with three rows for every D, and one for D = 0.

    Raises:
        TypeError: an argument is not an integer, or as `termwise.run`.
        ValueError: n < 2, bound < 0, or matrices that are too large.

    >>> print(check_gap(2).rows[-1])
    Row(term='D = 2, all letters', values=('>= 1.000000000', '>= 1.000000000'))
    """
    bounds = require_small(limit, n, require_integer("bound", bound, 0) + 1)
    return compare(
        f"gaps of commutators on vectors of degree D <= {brief(bound)}",
        (
            ("claimed", f"g_D = 2cos(pi/(D+3)) - 2cos(2pi/(D+3)); {TO_TOLERANCE}"),
            ("found", "numpy's singular values of the commutators on all words"),
        ),
        partial(_gap_rows, n),
        bounds[:-1],
        executor=executor,
        progress=progress,
        notes=[
            TO_TOLERANCE,
            "one letter has no gap as D grows; for all letters together g_D is far from sharp",
        ],
    )


def _gap_rows(n: int, degree: int) -> list[Row]:
    one = on_words.numerical_singular_values(n, degree + 1, [1])
    pure = int((one < TOLERANCE).sum())
    rows = [Row(f"D = {degree}, zeros", (degree + 1, pure))]
    if degree:  # the vacuum alone has no gap
        claimed = gap(degree)
        least = float(one[pure]) if pure < len(one) else 0.0
        rows.append(Row(f"D = {degree}, one letter", (decimal(claimed), near(claimed, least))))
        least = float(on_words.numerical_singular_values(n, degree + 1, range(1, n + 1))[1])
        said = f">= {decimal(claimed)}"
        holds = least >= claimed - TOLERANCE
        rows.append(Row(f"D = {degree}, all letters", (said, said if holds else decimal(least))))
    return rows
