"""The numerators of the projection formula: one infinite matrix of integers.

For p = (a, b), q = (a', b'), s = a + b, d = a - b, and 0 unless s and s' have the same parity,

    N(p, q) = [s = s'] + [d = d'] + [d = -d'] - [|d'| = s + 2] - [|d| = s' + 2].

In graded order (by s, then by a) every class of a parity is again an infinite matrix; its upper
left corner s <= M, divided by M' + 3, is a projection, whatever M is:

    >>> print(NumeratorMatrix("even")[:4, :4])
    [[ 3 -1  2 -1]
     [-1  2  1  2]
     [ 2  1  3  1]
     [-1  2  1  2]]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from semicircular.objects.pairs import Pair, pair_at, require_pair
from termwise.arguments import require_integer, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.price import require_bytes
from termwise.showing import picture_of

PARITIES = ("even", "odd")

Integers = NDArray[np.int64]


@door
def numerator(p: Pair, q: Pair) -> int:
    """Return the entry N(p, q) of the matrix of numerators; see the head of this module.

    Args:
        p, q: pairs (a, b) of integers of at least 0.

    Returns:
        An integer from -1 to 3.

    Raises:
        TypeError, ValueError: p or q is no such pair.

    Source: motivated by [Langer13] on semicircular systems; proved in docs/theorems.

    >>> numerator((1, 1), (1, 1)), numerator((0, 0), (0, 2)), numerator((0, 0), (0, 1))
    (3, -1, 0)
    """
    return entry(*require_pair("p", p), *require_pair("q", q))


def entry(a: int, b: int, a2: int, b2: int) -> int:
    """Return N at two pairs that are known to be some."""
    s, d, s2, d2 = a + b, a - b, a2 + b2, a2 - b2
    if (s - s2) % 2:
        return 0
    return (s == s2) + (d == d2) + (d == -d2) - (abs(d2) == s + 2) - (abs(d) == s2 + 2)


@door
def denominator(size: int, s: int) -> int:
    """Return M' + 3: the denominator of P_M where a + b = s.

    M' is the largest integer <= M of the parity of s.

    Args:
        size: M, at least 0.
        s: the sum of a pair, or only its parity.

    Raises:
        TypeError: an argument is not an integer.
        ValueError: one is negative.

    >>> [denominator(4, 0), denominator(4, 1), denominator(5, 1)]
    [7, 6, 8]
    """
    size, s = require_integer("size", size, 0), require_integer("s", s, 0)
    return below(size, s)


def below(size: int, s: int) -> int:
    """Return M' + 3 of arguments that are known to be right."""
    return size - (size - s) % 2 + 3


@dataclass(frozen=True)
class NumeratorMatrix(Storable):
    """The infinite matrix N of one parity class, in graded order; nothing of it is kept.

    It is indexed by places, counted from 0, by pairs (a, b), or by slices that end.

    Args:
        parity: "even" or "odd", that of a + b.

    Raises:
        TypeError, ValueError: parity is neither.

    >>> odd = NumeratorMatrix("odd")
    >>> odd[0, 0], odd[10**30, 10**30], odd[(0, 1), (0, 3)]
    (2, 2, -1)
    >>> odd[2:4, :4]
    array([[-1, -1,  2,  1],
           [ 1,  1,  1,  2]])
    """

    parity: str = "even"

    def __post_init__(self) -> None:
        require_parity(self.parity)

    def __getitem__(self, index: Any) -> int | Integers:
        if not isinstance(index, tuple) or len(index) != 2:
            raise TypeError(f"index must be a row and a column, got {shown(index)}")
        if all(isinstance(part, slice) for part in index):
            rows, columns = (_places(part) for part in index)
            require_bytes(64 * len(rows) * len(columns), "the entries")
            p, q = (
                np.array([self._pair(k) for k in places], dtype=np.int64).reshape(-1, 2)
                for places in (rows, columns)
            )
            return entries(p, q)
        if any(isinstance(part, slice) for part in index):
            raise TypeError(f"index must be two slices or none, got {shown(index)}")
        row, column = (self._pair(part) for part in index)
        return entry(*row, *column)

    def _pair(self, place: Any) -> Pair:
        parity = PARITIES.index(self.parity)
        if not isinstance(place, tuple):
            return pair_at(require_integer("index", place, 0), parity)
        pair = require_pair("index", place)
        if sum(pair) % 2 != parity:
            raise ValueError(f"index must have an {self.parity} sum, got {shown(pair)}")
        return pair

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return picture_of(self)._repr_mimebundle_()

    def __iter__(self) -> Any:
        raise TypeError("a NumeratorMatrix is infinite: take a slice, such as [:9, :9]")


def require_parity(parity: Any) -> int:
    """Return 0 for "even" and 1 for "odd".

    >>> require_parity("both")
    Traceback (most recent call last):
    ValueError: parity must be even or odd, got 'both'
    """
    if not isinstance(parity, str):
        raise TypeError(f"parity must be a string, got {shown(parity)}")
    if parity not in PARITIES:
        raise ValueError(f"parity must be even or odd, got {shown(parity)}")
    return PARITIES.index(parity)


def entries(p: Integers, q: Integers) -> Integers:
    """Return N at all pairs of two arrays of pairs, at once."""
    s, d = (p[:, :1] + p[:, 1:]), (p[:, :1] - p[:, 1:])
    s2, d2 = (q[:, 0] + q[:, 1])[None], (q[:, 0] - q[:, 1])[None]
    total = (s == s2).astype(np.int64) + (d == d2) + (d == -d2)
    total -= (abs(d2) == s + 2).astype(np.int64) + (abs(d) == s2 + 2)
    return np.where((s - s2) % 2 == 0, total, 0)


def _places(part: slice) -> range:
    given = (part.start or 0, part.stop, 1 if part.step is None else part.step)
    if part.stop is None:
        raise ValueError("index must end: the matrix is infinite")
    start, stop, step = (
        require_integer("index", value, least)
        for value, least in zip(given, (0, 0, 1), strict=True)
    )
    places = range(start, stop, step)
    require_bytes(200 * max(0, (stop - start) // step), "the places")
    return places
