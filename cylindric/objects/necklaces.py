"""Every profile of a period, once up to rotation and reading backwards.

Rotating a profile, or reversing it and exchanging 0 and 1, keeps the number of its objects of each
weight: the cylinder is turned, or looked at from the other end.

    11100  ->  11001  ->  10011 ..      rotations
      |
      v
    11000                               reversed, 0 and 1 exchanged

Words up to rotation are necklaces; they are listed as in [FKM86].  The greatest word of each class
stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import gcd

from cylindric.objects.profiles import Profile
from termwise.arguments import LIMIT, require_at_most, require_integer, require_power_at_most
from termwise.doors import door


@door
def profiles(period: int, *, up_to_rotation: bool = True, limit: int = LIMIT) -> Iterator[Profile]:
    """Return an iterator of the profiles of a period, greatest words first.

    Args:
        period: T, at least 1.
        up_to_rotation: one profile for each class under rotation and reverse-complement, the
            greatest word of it; False gives all 2^T.
        limit: refuse to go through more words than this.

    Raises:
        TypeError: period or limit is no integer, up_to_rotation no bool.
        ValueError: period < 1, or more words than the limit.

    Source: necklaces as in [FKM86]; how many there are by Burnside's lemma, `number_of_profiles`.

    >>> [profile.word for profile in profiles(4)]
    ['1111', '1110', '1100', '1010']
    >>> len(list(profiles(4, up_to_rotation=False)))
    16
    """
    require_integer("period", period, 1)
    require_power_at_most(limit, period, "words")
    require_at_most(limit, 2**period, "words")
    if not up_to_rotation:
        return (Profile("".join(letters)) for letters in product("10", repeat=period))
    return (Profile(word) for word in _necklaces(period) if word >= _turned_over(word))


@door
def number_of_profiles(period: int) -> int:
    """Return how many profiles `profiles` gives up to rotation and reverse-complement.

    Burnside: the mean number of words that a symmetry leaves as they are.  A rotation by k leaves
    2^gcd(k, T).  Of the T ways of reversing and exchanging, one that has a letter at its centre
    leaves none, one that has none leaves 2^(T/2); of those there are T/2 if T is even.

    Args:
        period: T, from 1 to 10 000.

    Raises:
        ValueError: T is outside.

    >>> [number_of_profiles(period) for period in range(1, 10)]
    [1, 2, 2, 4, 4, 9, 10, 22, 30]
    """
    require_integer("period", period, 1)
    require_at_most(10**4, period, "letters", keyword=None)
    fixed = sum(1 << gcd(k, period) for k in range(period))
    if period % 2 == 0:
        fixed += period // 2 << period // 2
    return fixed // (2 * period)


def _necklaces(period: int) -> Iterator[str]:
    """Yield the words that no rotation makes greater, in decreasing order.

    The last 1 becomes a 0 and what stands up to there is repeated; it is a necklace if the
    repetition fits.
    """
    word = "1" * period
    yield word
    while "1" in word:
        start = word.rindex("1")
        block = word[:start] + "0"
        word = (block * period)[:period]
        if period % len(block) == 0:
            yield word


def _turned_over(word: str) -> str:
    """Return the greatest rotation of the word reversed, 0 and 1 exchanged."""
    other = Profile(word).reverse_complement().word
    return max(other[k:] + other[:k] for k in range(len(other)))
