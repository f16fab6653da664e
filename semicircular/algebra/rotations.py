"""Rotations of the alphabet: an orthogonal matrix acts on every letter of a word.

Its second quantisation takes the word i_1 .. i_k to the sum of all R[j_1, i_1] .. R[j_k, i_k]
j_1 .. j_k, and s_i to s(R e_i).  With a rational unit vector, such as (3/5, 4/5), everything stays
rational: the reflection that takes the first axis to it has rational entries.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from semicircular.algebra.fock import WORD, commutator
from semicircular.objects.vectors import Vector
from semicircular.objects.words import Word
from termwise.arguments import brief, shown
from termwise.doors import door
from termwise.exact import Exact, exact_number
from termwise.price import require_bytes

Matrix = tuple[tuple[Exact, ...], ...]


def require_direction(direction: Any) -> tuple[Exact, ...]:
    """Return a rational unit vector.

    >>> require_direction((1, 1))
    Traceback (most recent call last):
    ValueError: direction must be a unit vector, such as (3/5, 4/5), got one of square norm 2
    """
    if isinstance(direction, str | bytes) or not isinstance(direction, Sequence):
        raise TypeError(f"direction must be a sequence of exact numbers, got {shown(direction)}")
    h = tuple(exact_number("direction", c) for c in direction)
    if (norm2 := sum(c * c for c in h)) != 1:
        raise ValueError(
            "direction must be a unit vector, such as (3/5, 4/5), "
            f"got one of square norm {brief(norm2)}"
        )
    return h


def reflection(direction: Sequence[Exact]) -> Matrix:
    """Return the orthogonal matrix that exchanges the first axis and a rational unit vector.

    It is the reflection in the plane between the two, symmetric and its own inverse; the identity
    if they are the same.

    >>> print(*reflection((Fraction(3, 5), Fraction(4, 5)))[0])
    3/5 4/5
    """
    h = require_direction(direction)
    v = [c - (k == 0) for k, c in enumerate(h)]
    norm2 = sum(c * c for c in v) or 1
    rows = [
        [(k == m) - Fraction(2 * c * d) / norm2 for m, d in enumerate(v)] for k, c in enumerate(v)
    ]
    return tuple(tuple(exact_number("entry", entry) for entry in row) for row in rows)


def rotate(matrix: Matrix, x: Vector) -> Vector:
    """Return the second quantisation of a matrix, applied to a vector.

    Args:
        matrix: n rows of n exact numbers.
        x: in the letters 1..n.

    Raises:
        ValueError: a letter above n, or too many words.

    >>> turn = ((0, 1), (1, 0))
    >>> print(rotate(turn, Vector({"112": 1})))
    e_221
    """
    n = len(matrix)
    columns = [[(j, row[i]) for j, row in enumerate(matrix, 1) if row[i]] for i in range(n)]
    largest = max((max(word, default=0) for word in x), default=0)
    if largest > n:
        raise ValueError(f"x must have letters of 1..{n}, got {brief(largest)}")
    most = n ** min(max(x.degree, 0), 64)
    require_bytes(len(x) * most * (WORD + 8 * max(x.degree, 0)), "the words of a rotation")
    total: dict[Word, Exact] = {}
    for word, value in x.terms.items():
        images: dict[Word, Exact] = {(): value}
        for letter in word:
            images = {
                (*head, j): c * d for head, c in images.items() for j, d in columns[letter - 1]
            }
        for image, c in images.items():
            total[image] = total.get(image, 0) + c
    return Vector(total)


@door
def rotated_commutator(direction: Sequence[Exact], x: Vector) -> Vector:
    """Return [s(h), x] for s(h) = h_1 s_1 + .. + h_n s_n.

    Args:
        direction: h, a rational unit vector.
        x: a vector.

    Raises:
        TypeError, ValueError: direction is no exact unit vector.

    >>> print(rotated_commutator((Fraction(3, 5), Fraction(4, 5)), Vector.basis("1")))
    -4/5*e_12 + 4/5*e_21
    """
    h = require_direction(direction)
    return sum((c * commutator(i, x) for i, c in enumerate(h, 1)), Vector())
