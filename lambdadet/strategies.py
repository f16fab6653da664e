"""Hypothesis strategies for the objects of this package, and for what goes into a determinant.

Every strategy builds valid objects directly, rejects nothing, and shrinks towards small sizes,
identity matrices, zeros and small integers.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.objects.pairs import CompatiblePair, compatible_partners
from termwise.arguments import require_integer

Exact = int | Fraction
Table = tuple[tuple[Exact, ...], ...]


def alternating_sign_matrices(
    *, min_size: int = 1, max_size: int = 6
) -> st.SearchStrategy[AlternatingSignMatrix]:
    """Return a strategy for alternating sign matrices; shrinks to small identity matrices.

    Raises:
        TypeError: a size is not an integer.
        ValueError: min_size < 1 or max_size < min_size.

    >>> from hypothesis import find
    >>> print(find(alternating_sign_matrices(max_size=4), lambda a: a.negative_ones > 0))
     0  1  0
     1 -1  1
     0  1  0
    """
    least = require_integer("min_size", min_size, 1)
    return _matrices(least, require_integer("max_size", max_size, least))


def compatible_pairs(*, min_size: int = 1, max_size: int = 5) -> st.SearchStrategy[CompatiblePair]:
    """Return a strategy for compatible pairs, the sizes those of A; shrinks to identities.

    Raises:
        TypeError: a size is not an integer.
        ValueError: min_size < 1 or max_size < min_size.

    >>> from hypothesis import find
    >>> find(compatible_pairs(max_size=3), lambda pair: pair.larger.size == 2).smaller
    AlternatingSignMatrix(((1,),))
    """
    return _pairs(alternating_sign_matrices(min_size=min_size, max_size=max_size))


@st.composite
def _pairs(draw: st.DrawFn, matrices: st.SearchStrategy[AlternatingSignMatrix]) -> CompatiblePair:
    larger = draw(matrices)
    return CompatiblePair(larger, draw(st.sampled_from(list(compatible_partners(larger)))))


@st.composite
def _matrices(draw: st.DrawFn, min_size: int, max_size: int) -> AlternatingSignMatrix:
    """Draw corner sums by how far each is to be below the greatest possible.

    The corner sums are the greatest ones with these bounds: a bound w at (i, j) holds those at
    (k, l) down to w + max(0, k - i) + max(0, l - j).  Numbers are drawn for the largest size, the
    far ones first, so that a smaller size makes sense of the same numbers.
    """
    n = draw(st.integers(min_size, max_size))
    sites = sorted(product(range(1, max_size), repeat=2), key=max, reverse=True)
    drops = draw(st.tuples(*(st.integers(0, min(i, j, max_size // 2)) for i, j in sites)))
    bounds = [
        (i, j, max(min(i, j) - drop, i + j - n, 0))
        for (i, j), drop in zip(sites, drops, strict=True)
        if drop and max(i, j) < n
    ]
    return AlternatingSignMatrix.from_corner_sums(
        [
            min([k, m, *(w + max(0, k - i) + max(0, m - j) for i, j, w in bounds)])
            for m in range(n + 1)
        ]
        for k in range(n + 1)
    )


def surfaces(
    *, min_size: int = 1, max_size: int = 4
) -> st.SearchStrategy[tuple[tuple[int, int, int], ...]]:
    """Return a strategy for initial surfaces of the octahedron recurrence; shrinks to flat ones.

    A surface is the points (k, i, j) of `octahedron_from`, one on each line below the apex
    (n, 1, 1): the layers k = 1 and k = 0, the border of x[0] left out, and then points moved up.

    Args:
        min_size, max_size: bounds of n.

    Raises:
        TypeError: a size is not an integer.
        ValueError: min_size < 1 or max_size < min_size.

    >>> from hypothesis import find
    >>> find(surfaces(), lambda points: max(points)[0] == 2)
    ((1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2), (2, 1, 1))
    """
    least = require_integer("min_size", min_size, 1)
    return _surfaces(least, require_integer("max_size", max_size, least))


@st.composite
def _surfaces(draw: st.DrawFn, min_size: int, max_size: int) -> tuple[tuple[int, int, int], ...]:
    """Draw level by level which points are moved there, of those that may be."""
    n = draw(st.integers(min_size, max_size))
    points = {(1, i, j) for i, j in product(range(1, n + 1), repeat=2)}
    points |= {(0, i, j) for i, j in product(range(2, n + 1), repeat=2)}
    for k in range(2, n + 1):
        for i, j in product(range(1, n + 2 - k), repeat=2):
            square = {(k - 1, *at) for at in product((i, i + 1), (j, j + 1))}
            if square <= points and draw(st.booleans()):
                points.remove((k - 2, i + 1, j + 1))
                points.add((k, i, j))
    return tuple(sorted(points))


def exact_numbers(*, zero: bool = True, fractions: bool = True) -> st.SearchStrategy[Exact]:
    """Return a strategy for small ints, and Fractions that are none.

    Args:
        zero: whether 0 may occur.
        fractions: whether Fractions may.

    >>> from hypothesis import find
    >>> find(exact_numbers(), lambda x: isinstance(x, Fraction))
    Fraction(1, 2)
    """
    integers = st.integers(-9, 9) if zero else st.integers(-9, 9).map(lambda k: k or 1)
    if not fractions:
        return integers
    quotients = st.builds(
        lambda k, d: Fraction(k * d + 1, d), st.integers(-4, 4), st.integers(2, 5)
    )
    return integers | quotients


def exact_matrices(
    *, min_size: int = 1, max_size: int = 5, zero: bool = True, fractions: bool = False
) -> st.SearchStrategy[Table]:
    """Return a strategy for square matrices of exact numbers, as tuples of rows.

    Args:
        min_size, max_size: bounds of the size.
        zero: whether 0 may occur; without it every lambda-determinant has a value.
        fractions: whether Fractions may occur.

    Raises:
        TypeError: a size is not an integer.
        ValueError: min_size < 1 or max_size < min_size.

    >>> from hypothesis import find
    >>> find(exact_matrices(zero=False), lambda m: len(m) == 2)
    ((1, 1), (1, 1))
    """
    least = require_integer("min_size", min_size, 1)
    most = require_integer("max_size", max_size, least)
    numbers = exact_numbers(zero=zero, fractions=fractions)
    return st.integers(least, most).flatmap(lambda n: _tables(numbers, n))


def parameters(
    size: int, *, zero: bool = True, fractions: bool = True
) -> st.SearchStrategy[Exact | Table]:
    """Return a strategy for lam or mu of an n x n matrix: one value, or an (n-1) x (n-1) table.

    Args:
        size: n.
        zero: whether 0 may occur.
        fractions: whether Fractions may occur.

    >>> from hypothesis import find
    >>> find(parameters(3), lambda lam: isinstance(lam, tuple))
    ((0, 0), (0, 0))
    """
    size = require_integer("size", size, 1)
    numbers = exact_numbers(zero=zero, fractions=fractions)
    return numbers | _tables(numbers, size - 1)


def _tables(numbers: st.SearchStrategy[Exact], size: int) -> st.SearchStrategy[Table]:
    row = st.tuples(*[numbers] * size)
    return st.tuples(*[row] * size)
