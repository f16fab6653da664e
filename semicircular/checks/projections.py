"""The projection formula against linear algebra, on blocks, on words, and in its variants."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial

import numpy as np

from semicircular.algebra.blocks import block_commutator
from semicircular.checks.sides import LIMIT, compare, require_block, require_small
from semicircular.matrices import on_pairs, on_words
from semicircular.objects.pairs import one_class, triangle
from semicircular.objects.vectors import BlockVector, Vector
from semicircular.objects.words import require_letter, word_text
from semicircular.projections.blocks import block_projection
from semicircular.projections.numerators import PARITIES, NumeratorMatrix
from semicircular.projections.on_words import projection
from termwise import Comparison, Row
from termwise.arguments import brief, require_integer
from termwise.doors import door
from termwise.running import Progress

SIDES = (
    ("linear algebra", "a kernel of the commutator, written down from its definition, by FLINT"),
    ("formula", "entries N / (M' + 3), N = [s=s'] + [d=d'] + [d=-d'] - [|d'|=s+2] - [|d|=s'+2]"),
)


@door
def check_projection(
    bound: int,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the projection formula of a block with linear algebra, for all M up to a bound.

    And with the fast application of P_M, which has no entry of N in it.

    Args:
        bound: the largest M.
        limit: refuse larger matrices than this.
        executor, progress: as of `termwise.run`; one unit an M.

    Returns:
        A Comparison with a row for every M and every column of P_M.

    Raises:
        TypeError: bound is not an integer, or as `termwise.run`.
        ValueError: bound < 0, or matrices that are too large.

    Source: motivated by [Langer13] on semicircular systems; proved in docs/theorems.

    >>> print(*check_projection(1).rows[-1].values, sep="; ")
    1/2*e(0,1) + 1/2*e(1,0); 1/2*e(0,1) + 1/2*e(1,0); 1/2*e(0,1) + 1/2*e(1,0)
    """
    return compare(
        f"P_M = N / (M' + 3) on blocks, M <= {brief(bound)}",
        (*SIDES, ("application", "sum of c_t <D_t, e> D_t / (M' + 3), D_t = [s+2=t] - [|d|=t]")),
        _block_rows,
        require_block(limit, bound),
        executor=executor,
        progress=progress,
    )


@door
def check_variants(
    bound: int,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the variants of the projection formula with linear algebra, for all M up to a bound.

    They are the triangle and the square cut off, the part of top degree, and the anticommutator.

    Args, Returns, Raises: those of `check_projection`; the square has M as its side.

    >>> check_variants(2).agrees
    True
    """
    bounds = require_block(limit, 2 * require_integer("bound", bound, 0))
    return compare(
        f"compressed, square, graded and anticommutator projections, M <= {brief(bound)}",
        (SIDES[0], ("formula", "the entries of each variant")),
        _variant_rows,
        bounds[: bound + 1],
        executor=executor,
        progress=progress,
    )


def _block_rows(size: int) -> list[Row]:
    formula, projection = _by_entries("block", size), block_projection(size)
    return [
        Row(
            f"M = {size}, e({a},{b})",
            (column, formula[a, b], projection @ BlockVector.over({(a, b): 1})),
        )
        for (a, b), column in BY_DEFINITION["block"](size).items()
    ]


def _variant_rows(size: int) -> list[Row]:
    return [row for kind in BY_DEFINITION if kind != "block" for row in _kind_rows(kind, size)]


def _kind_rows(kind: str, size: int) -> list[Row]:
    formula = _by_entries(kind, size)
    return [
        Row(f"{kind}, M = {size}, e({a},{b})", (column, formula[a, b]))
        for (a, b), column in BY_DEFINITION[kind](size).items()
    ]


def _by_entries(kind: str, size: int) -> on_pairs.Columns:
    projection = block_projection(size, kind)
    rows, below = projection.to_integers()
    return {
        pair: BlockVector.over(dict(zip(projection.pairs, column, strict=True)), below)
        for pair, column in zip(projection.pairs, zip(*rows, strict=True), strict=True)
    }


def _compressed(size: int) -> on_pairs.Columns:
    return on_pairs.kernel_columns(list(triangle(size)))


def _square(size: int) -> on_pairs.Columns:
    return on_pairs.kernel_columns(on_pairs.square(size))


BY_DEFINITION: dict[str, Callable[[int], on_pairs.Columns]] = {
    "block": on_pairs.complement_columns,
    "compressed": _compressed,
    "square": _square,
    "graded": partial(on_pairs.complement_columns, operator=on_pairs.top_degree),
    "anticommutator": partial(on_pairs.complement_columns, operator=on_pairs.anticommutator),
}
"""What each kind of `block_projection` is by definition."""


@door
def check_word_projection(
    bound: int,
    n: int = 2,
    letter: int = 1,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Compare the projection of all words with linear algebra, for all L up to a bound.

    Args:
        bound: the largest L.
        n: how many letters, at least 2.
        letter: i, one of 1..n.
        limit: refuse larger matrices than this.
        executor, progress: as of `termwise.run`; one unit an L.

    Returns:
        A Comparison with a row for every L and every word of V(L).

    Raises:
        TypeError: an argument is not an integer, or as `termwise.run`.
        ValueError: n < 2, a letter outside 1..n, or matrices that are too large.

    >>> check_word_projection(3).agrees
    True
    """
    bounds = require_small(limit, n, bound)
    letter = require_letter(letter, n)
    return compare(
        f"P_L on all words of {brief(n)} letters, letter {brief(letter)}, L <= {brief(bound)}",
        (SIDES[0], ("formula", "the same block for every core, the identity on pure words")),
        partial(_word_rows, n, letter),
        bounds,
        executor=executor,
        progress=progress,
    )


def _word_rows(n: int, letter: int, degree: int) -> list[Row]:
    formula = projection(letter, degree)
    columns = on_words.complement_columns(n, letter, degree)
    return [
        Row(f"L = {degree}, {word_text(word)}", (column, formula @ Vector.basis(word)))
        for word, column in columns.items()
    ]


@door
def check_numerators(
    bound: int,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Check the identities by which N / (M' + 3) is the projection, for all M up to a bound.

    N^2 = (M + 3) N, N = N^T, C^T N = 0 on a + b < M, and tr N = (M + 3) dim, on the class of the
    pairs with a + b = M mod 2; the other class is that of M - 1.  Together they are a proof of the
    formula for these M.

    Args, Raises: those of `check_projection`.

    Returns:
        A Comparison with four rows for every M; three of them count entries that differ.

    >>> print(*(row.term for row in check_numerators(0).rows), sep="; ")
    M = 0, N^2 - (M+3) N; M = 0, N - N^T; M = 0, C^T N; M = 0, tr N
    """
    return compare(
        f"N^2 = (M' + 3) N, N = N^T, C^T N = 0, tr N = (M' + 3) dim, M <= {brief(bound)}",
        (("claimed", "entries that are not 0, and the trace"), ("found", "integer matrices")),
        _identity_rows,
        require_block(limit, bound),
        executor=executor,
        progress=progress,
        notes=["for each M these four identities prove that N / (M' + 3) is the projection"],
    )


def _identity_rows(size: int) -> list[Row]:
    pairs = list(one_class(size, size % 2))
    matrix = NumeratorMatrix(PARITIES[size % 2])[: len(pairs), : len(pairs)]
    assert isinstance(matrix, np.ndarray)
    below = size + 3
    outside = 0
    for column in matrix.T.tolist():
        image = block_commutator(BlockVector.over(dict(zip(pairs, column, strict=True))))
        outside += sum(sum(pair) < size for pair in image)  # C is symmetric
    return [
        Row(
            f"M = {size}, N^2 - (M+3) N",
            (0, int(np.count_nonzero(matrix @ matrix - below * matrix))),
        ),
        Row(f"M = {size}, N - N^T", (0, int(np.count_nonzero(matrix - matrix.T)))),
        Row(f"M = {size}, C^T N", (0, outside)),
        Row(f"M = {size}, tr N", (below * (size // 2 + 1), int(np.trace(matrix)))),
    ]
