"""Left and right multiplication, the commutator, the product and the trace, on exact vectors.

The letter i stands for a semicircular element s_i of variance 1, and the words are orthonormal:

    s_i w = iw, and w without its first letter if that is i
    w s_i = wi, and w without its last letter if that is i

so that the commutator C_i = [s_i, .] changes lengths by exactly 1.

    >>> print(commutator(1, Vector.basis("12")))
    e_2 + e_112 - e_121
"""

from __future__ import annotations

from collections.abc import Iterable

from semicircular.objects.vectors import Vector
from semicircular.objects.words import Word, require_letter
from termwise.doors import door
from termwise.exact import Exact
from termwise.price import require_bytes

WORD = 300
"""About so many bytes a term of a vector takes, besides 8 for every letter."""


@door
def left(letter: int, x: Vector) -> Vector:
    """Return s_i x.

    Args:
        letter: i.
        x: a vector.

    Raises:
        TypeError, ValueError: letter is none, or x is no Vector.

    >>> print(left(1, Vector.basis("12")))
    e_2 + e_112
    """
    i = require_letter(letter)
    return Vector.over(_summed(_from_left(i, x)), x.denominator)


@door
def right(letter: int, x: Vector) -> Vector:
    """Return x s_i.

    Args:
        letter: i.
        x: a vector.

    Raises:
        TypeError, ValueError: letter is none, or x is no Vector.

    >>> print(right(1, Vector.basis("12")))
    e_121
    """
    i = require_letter(letter)
    return Vector.over(_summed(_from_right(i, x)), x.denominator)


@door
def commutator(letter: int, x: Vector) -> Vector:
    """Return [s_i, x] = s_i x - x s_i.

    Args:
        letter: i.
        x: a vector of degree at most L; the result is of degree at most L + 1.

    Raises:
        TypeError, ValueError: letter is none, or x is no Vector.

    >>> print(commutator(1, Vector.basis("11")), "and", commutator(1, Vector.basis("2")))
    0 and e_12 - e_21
    """
    i = require_letter(letter)
    total = _summed(_from_left(i, x))
    for word, value in _from_right(i, x):
        total[word] = total.get(word, 0) - value
    return Vector.over(total, x.denominator)


Terms = Iterable[tuple[Word, int]]


def _from_left(i: int, x: Vector) -> Terms:
    for word, value in x.numerators.items():
        yield (i, *word), value
        if word and word[0] == i:
            yield word[1:], value


def _from_right(i: int, x: Vector) -> Terms:
    for word, value in x.numerators.items():
        yield (*word, i), value
        if word and word[-1] == i:
            yield word[:-1], value


def _summed(terms: Terms) -> dict[Word, int]:
    total: dict[Word, int] = {}
    for word, value in terms:
        total[word] = total.get(word, 0) + value
    return total


@door
def multiply(x: Vector, y: Vector) -> Vector:
    """Return the product of x and y as polynomials in the semicircular elements.

    The product of words u and w is the sum of u[:-k] w[k:] over all k >= 0 such that the last k
    letters of u are the first k letters of w in reverse.

    Args:
        x, y: vectors.

    Raises:
        TypeError: x or y is no Vector.
        ValueError: the product would be too large.

    >>> print(multiply(Vector.basis("12"), Vector.basis("21")))
    Omega + e_11 + e_1221
    """
    longest = max(x.degree, 0) + max(y.degree, 0)
    most = 1 + max(0, min(x.degree, y.degree))
    require_bytes(len(x) * len(y) * most * (WORD + 8 * longest), "the words of the product")
    theirs = y.numerators.items()
    return Vector.over(
        _summed(
            (word, value * other)
            for u, value in x.numerators.items()
            for w, other in theirs
            for word in _fused(u, w)
        ),
        x.denominator * y.denominator,
    )


def _fused(u: Word, w: Word) -> Iterable[Word]:
    yield u + w
    for k in range(1, min(len(u), len(w)) + 1):
        if u[-k] != w[k - 1]:
            return
        yield u[:-k] + w[k:]


@door
def adjoint(x: Vector) -> Vector:
    """Return x*: every word in reverse.

    Raises:
        TypeError: x is no Vector.

    >>> adjoint(Vector({"12": 1, "112": 2}))
    Vector({(2, 1): 1, (2, 1, 1): 2})
    """
    return Vector.over({word[::-1]: c for word, c in x.numerators.items()}, x.denominator)


@door
def trace(x: Vector) -> Exact:
    """Return tau(x) = <Omega, x Omega>, the coefficient of the vacuum.

    Raises:
        TypeError: x is no Vector.

    >>> trace(multiply(Vector.basis("12"), Vector.basis("21")))
    1
    """
    return x[()]
