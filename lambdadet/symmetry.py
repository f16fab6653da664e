"""Alternating sign matrices with a symmetry of the square.

    name          A equals                        counted by a product for every n
    vertical      its mirror image                A005156 (n odd; none for n even)
    half-turn     itself turned by 180 degrees    A005158
    quarter-turn  itself turned by 90 degrees     [Kuperberg02], [RS06]
    diagonal      its transpose                   no product is known: 1, 2, 5, 16, 67, 368, ..

Rows are chosen one after another and a row is given up as soon as an entry differs from its image
in a row above; so nothing is filtered out of the list of all matrices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import comb, factorial
from operator import add

from lambdadet.matrices import (
    AlternatingSignMatrix,
    Rows,
    count_asms,
    next_rows,
    trusted,
)
from termwise.arguments import require_integer

Move = Callable[[int, int, int], tuple[int, int]]

MOVES: dict[str, tuple[Move, ...]] = {
    "vertical": (lambda n, i, j: (i, n - 1 - j),),
    "half-turn": (lambda n, i, j: (n - 1 - i, n - 1 - j),),
    "quarter-turn": (lambda n, i, j: (n - 1 - j, i), lambda n, i, j: (j, n - 1 - i)),
    "diagonal": (lambda n, i, j: (j, i),),
}
"""For each class the images of an entry, 0-based, that it must equal."""


def symmetric_asms(n: int, symmetry: str) -> Iterator[AlternatingSignMatrix]:
    """Yield the n x n alternating sign matrices of a symmetry class.

    They come in the order of `alternating_sign_matrices`.

    Args:
        n: a positive integer.
        symmetry: "vertical", "half-turn", "quarter-turn" or "diagonal".

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1, or there is no class of that name.

    >>> [a.rows for a in symmetric_asms(3, "vertical")]
    [((0, 1, 0), (1, -1, 1), (0, 1, 0))]
    """
    n = require_integer("n", n, 1)
    moves = _moves(symmetry)
    images = [[(j, *move(n, i, j)) for j in range(n) for move in moves] for i in range(n)]
    known = [[image for image in row if image[1] <= i] for i, row in enumerate(images)]
    following: dict[tuple[int, ...], list[tuple[tuple[int, ...], tuple[int, ...]]]] = {}

    def rows_below(rows: Rows, state: tuple[int, ...]) -> Iterator[Rows]:
        if len(rows) == n:
            yield rows
            return
        if state not in following:
            following[state] = [(row, tuple(map(add, state, row))) for row in next_rows(state)]
        for row, after in following[state]:
            chosen = (*rows, row)
            if all(chosen[a][b] == row[j] for j, a, b in known[len(rows)]):
                yield from rows_below(chosen, after)

    return map(trusted, rows_below((), (0,) * n))


def _moves(symmetry: str) -> tuple[Move, ...]:
    """Return the moves of a class; say which classes there are."""
    try:
        return MOVES[symmetry]
    except (KeyError, TypeError):
        raise ValueError(f"symmetry must be one of {', '.join(MOVES)}, got {symmetry!r}") from None


def is_symmetric(matrix: AlternatingSignMatrix, symmetry: str) -> bool:
    """Return whether a matrix has a symmetry, by reflecting or turning it.

    Raises:
        ValueError: there is no class of that name.

    >>> is_symmetric(AlternatingSignMatrix([[0, 1], [1, 0]]), "quarter-turn")
    False
    """
    _moves(symmetry)
    image = {
        "vertical": matrix.mirror,
        "half-turn": lambda: matrix.rotate(2),
        "quarter-turn": matrix.rotate,
        "diagonal": matrix.transpose,
    }
    return image[symmetry]() == matrix


def count_symmetric_asms(n: int, symmetry: str) -> int:
    """Return the number of n x n matrices of a class that has a product formula.

    vertical, n = 2m + 1: prod_{k=1..m} binom(6k-2, 2k) / (2 binom(4k-1, 2k));
    half-turn, n = 2m: H = prod_{k<m} (3k)! (3k+2)! / (m+k)!^2;
    half-turn, n = 2m + 1: H m! (3m)! / (2m)!^2;
    quarter-turn, n = 4m + e, e = -1, 0, 1: (half-turn number of 2m + e) * (number of all m)^2;
    n = 2 mod 4 has none.

    Raises:
        TypeError: n is not an integer.
        ValueError: n < 1, or the class has no product formula.

    Source: [Kuperberg02]; [RS06] for half-turns and quarter-turns of odd size.

    >>> [count_symmetric_asms(n, "half-turn") for n in range(1, 9)]
    [1, 2, 3, 10, 25, 140, 588, 5544]
    """
    n = require_integer("n", n, 1)
    _moves(symmetry)
    if symmetry == "diagonal":
        raise ValueError("symmetry must have a product formula, and diagonal has none: list them")
    return {"vertical": _vertical, "half-turn": _half_turn, "quarter-turn": _quarter_turn}[
        symmetry
    ](n)


def _vertical(n: int) -> int:
    if n % 2 == 0:
        return 0
    above = below = 1
    for k in range(1, n // 2 + 1):
        above *= comb(6 * k - 2, 2 * k)
        below *= 2 * comb(4 * k - 1, 2 * k)
    return above // below


def _half_turn(n: int) -> int:
    m = n // 2
    above = below = 1
    for k in range(m):
        above *= factorial(3 * k) * factorial(3 * k + 2)
        below *= factorial(m + k) ** 2
    if n % 2:
        above *= factorial(m) * factorial(3 * m)
        below *= factorial(2 * m) ** 2
    return above // below


def _quarter_turn(n: int) -> int:
    if n % 4 == 2:
        return 0
    m = (n + 1) // 4
    return (_half_turn(n - 2 * m) * count_asms(m) ** 2) if m else 1
