"""Pairs (a, b): the basis of a block, the words i^a v i^b of one core v.

On a block a letter adds to a from the left and to b from the right.  Two coordinates go with a
pair: its sum s = a + b, and its difference d = a - b.  The commutator moves the sum by exactly 1,
so the pairs fall into two classes by the parity of s.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isqrt
from typing import Any

from termwise.arguments import require_integer, shown

Pair = tuple[int, int]


def require_pair(name: str, pair: Any) -> Pair:
    """Return a pair of non-negative integers.

    >>> require_pair("p", (1, -1))
    Traceback (most recent call last):
    ValueError: p must be a pair (a, b) of integers of at least 0, got (1, -1)
    """
    if not isinstance(pair, tuple | list) or len(pair) != 2:
        raise TypeError(f"{name} must be a pair (a, b) of integers, got {shown(pair)}")
    a, b = pair
    if not type(a) is type(b) is int:  # a vector has many pairs
        a, b = require_integer(f"{name}[0]", a), require_integer(f"{name}[1]", b)
    if a < 0 or b < 0:
        raise ValueError(
            f"{name} must be a pair (a, b) of integers of at least 0, got {shown(pair)}"
        )
    return a, b


def graded(pair: Pair) -> Pair:
    """Return the key by which pairs are sorted: by their sum, then by a."""
    return pair[0] + pair[1], pair[0]


def triangle(size: int) -> Iterator[Pair]:
    """Yield the pairs with a + b <= size, in graded order.

    >>> list(triangle(1))
    [(0, 0), (0, 1), (1, 0)]
    """
    return ((a, s - a) for s in range(size + 1) for a in range(s + 1))


def one_class(size: int, parity: int) -> Iterator[Pair]:
    """Yield those of the triangle whose sum has this parity.

    >>> list(one_class(2, 0))
    [(0, 0), (0, 2), (1, 1), (2, 0)]
    """
    return ((a, s - a) for s in range(parity, size + 1, 2) for a in range(s + 1))


def place(pair: Pair) -> int:
    """Return where a pair stands in its class, from 0.

    >>> [place(pair) for pair in one_class(3, 1)]
    [0, 1, 2, 3, 4, 5]
    """
    a, b = pair
    half = (a + b) // 2
    return half * (half + (a + b) % 2) + a


def pair_at(place: int, parity: int) -> Pair:
    """Return the pair at a place of a class; the inverse of `place`.

    >>> [pair_at(k, 0) for k in range(4)]
    [(0, 0), (0, 2), (1, 1), (2, 0)]
    """
    half = (isqrt(4 * place + parity) - parity) // 2
    a = place - half * (half + parity)
    return a, 2 * half + parity - a
