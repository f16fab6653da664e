"""What a symmetry of the square asks of an alternating sign matrix.

    name          A equals                        counted by a product for every n
    vertical      its mirror image                A005156 (n odd; none for n even)
    half-turn     itself turned by 180 degrees    A005158
    quarter-turn  itself turned by 90 degrees     [Kuperberg02], [RS06]
    diagonal      its transpose                   no product is known: 1, 2, 5, 16, 67, 368, ..

The matrices of a class are listed by `listing`, counted by `counts`.
"""

from __future__ import annotations

from collections.abc import Callable

from lambdadet.objects.matrix import AlternatingSignMatrix
from termwise.arguments import shown

Move = Callable[[int, int, int], tuple[int, int]]

MOVES: dict[str, tuple[Move, ...]] = {
    "vertical": (lambda n, i, j: (i, n - 1 - j),),
    "half-turn": (lambda n, i, j: (n - 1 - i, n - 1 - j),),
    "quarter-turn": (lambda n, i, j: (n - 1 - j, i), lambda n, i, j: (j, n - 1 - i)),
    "diagonal": (lambda n, i, j: (j, i),),
}
"""For each class the images of an entry, 0-based, that it must equal."""


def moves_of(symmetry: str) -> tuple[Move, ...]:
    """Return for a class the images of an entry, 0-based, that it must equal.

    Raises:
        ValueError: there is no class of that name.

    >>> [move(5, 0, 1) for move in moves_of("vertical")]
    [(0, 3)]
    """
    try:
        return MOVES[symmetry]
    except (KeyError, TypeError):
        raise ValueError(
            f"symmetry must be one of {', '.join(MOVES)}, got {shown(symmetry)}"
        ) from None


def is_symmetric(matrix: AlternatingSignMatrix, symmetry: str) -> bool:
    """Return whether a matrix has a symmetry, by reflecting or turning it.

    Args:
        matrix: an alternating sign matrix.
        symmetry: "vertical", "half-turn", "quarter-turn" or "diagonal".

    Raises:
        ValueError: there is no class of that name.

    >>> is_symmetric(AlternatingSignMatrix([[0, 1], [1, 0]]), "quarter-turn")
    False
    """
    moves_of(symmetry)
    image = {
        "vertical": matrix.mirror,
        "half-turn": lambda: matrix.rotate(2),
        "quarter-turn": matrix.rotate,
        "diagonal": matrix.transpose,
    }
    return image[symmetry]() == matrix
