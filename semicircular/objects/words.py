"""Words, and how a letter splits them.

A word is a tuple of letters, positive integers; () is the vacuum.  At every door a string of
digits will do for one whose letters are below 10: "121" is (1, 2, 1).

    1 1 2 1 2 1        relative to the letter 1: a = 2, the core (2, 1, 2), b = 1
    --- ===== -

The core neither begins nor ends with the letter; a word without one, i^k, is *pure*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, product
from operator import index
from typing import Any, NamedTuple

from termwise.arguments import (
    LIMIT,
    brief,
    require_at_most,
    require_integer,
    require_power_at_most,
    shown,
)
from termwise.doors import door

Word = tuple[int, ...]

LAST = 10**9
"""The largest letter there is, so that every word can be printed."""


class Split(NamedTuple):
    """A word i^left core i^right, relative to a letter i; a pure word i^k is (k, (), 0)."""

    left: int
    core: Word
    right: int


def require_word(name: str, word: Any) -> Word:
    """Return a word as a tuple of ints; a string of digits is one.

    Raises:
        TypeError: no sequence of integers.
        ValueError: a letter below 1.

    >>> require_word("word", "121")
    (1, 2, 1)
    >>> require_word("word", [1, 0])
    Traceback (most recent call last):
    ValueError: word must have letters of at least 1, got [1, 0]
    """
    if isinstance(word, str):
        if not (word.isascii() and (word.isdigit() or not word)):
            raise ValueError(f"{name} must be of the digits 1 to 9, got {shown(word)}")
        letters = tuple(map(int, word))
    else:
        if not isinstance(word, Sequence) or isinstance(word, bytes):
            raise TypeError(f"{name} must be a sequence of letters, got {shown(word)}")
        try:
            letters = tuple(map(index, word))
            if any(isinstance(letter, bool) for letter in word):
                raise TypeError
        except TypeError:
            raise TypeError(f"{name} must have integers for letters, got {shown(word)}") from None
    if letters and min(letters) < 1:
        raise ValueError(f"{name} must have letters of at least 1, got {shown(word)}")
    if letters and max(letters) > LAST:
        raise ValueError(f"{name} must have letters of at most {LAST}, got {shown(word)}")
    return letters


def require_letter(letter: Any, n: int | None = None) -> int:
    """Return a letter if it is one of 1..n; without n, of the positive integers.

    >>> require_letter(3, 2)
    Traceback (most recent call last):
    ValueError: letter must be one of 1..2, got 3
    """
    i, most = require_integer("letter", letter, 1), LAST if n is None else n
    if i > most:
        raise ValueError(f"letter must be one of 1..{brief(most)}, got {brief(i)}")
    return i


def word_text(word: Word) -> str:
    """Return a word as one types it: digits, or letters with commas; () for the vacuum.

    >>> word_text((1, 2, 1)), word_text((1, 12)), word_text((12,)), word_text(())
    ('121', '1,12', '12,', '()')
    """
    if not word:
        return "()"
    if max(word) < 10:
        return "".join(map(str, word))
    return ",".join(map(str, word)) + ("," if len(word) == 1 else "")


def shortlex(word: Word) -> tuple[int, Word]:
    """Return the key by which words are sorted: shorter ones first, then as in a dictionary."""
    return len(word), word


def count_words(n: int, length: int) -> int:
    """Return how many words of at most this length there are: the dimension of V(length).

    >>> count_words(2, 3)
    15
    """
    n, length = require_integer("n", n, 1), require_integer("length", length, 0)
    if n == 1:
        return length + 1
    require_power_at_most(LIMIT**100, length * (n.bit_length() - 1), "words")
    return int(n ** (length + 1) - 1) // (n - 1)


def require_words(limit: int, n: int, length: int) -> int:
    """Refuse to go through more words of at most this length than the limit; return how many."""
    n, length = require_integer("n", n, 1), require_integer("length", length, 0)
    require_power_at_most(limit, length * (n.bit_length() - 1), "words")
    number: int = count_words(n, length)
    require_at_most(limit, number, "words")
    return number


@door
def words(n: int, length: int, *, limit: int = LIMIT) -> Iterator[Word]:
    """Yield the words of at most this length in the letters 1..n, in shortlex order.

    Args:
        n: how many letters, at least 1.
        length: of the longest.
        limit: refuse to list more words than this.

    Raises:
        TypeError: an argument is not an integer.
        ValueError: n < 1, length < 0, or too many words.

    >>> list(words(2, 2))
    [(), (1,), (2,), (1, 1), (1, 2), (2, 1), (2, 2)]
    """
    require_words(limit, n, length)
    return chain.from_iterable(product(range(1, n + 1), repeat=k) for k in range(length + 1))


@door
def split(word: Sequence[int], letter: int) -> Split:
    """Split a word as i^a v i^b, where the core v neither begins nor ends with the letter i.

    Args:
        word: any word.
        letter: i.

    Returns:
        The named tuple (left, core, right) = (a, v, b); (k, (), 0) for a pure word i^k.

    Raises:
        TypeError: no word, or no letter.
        ValueError: a letter below 1.

    >>> split("112121", 1)
    Split(left=2, core=(2, 1, 2), right=1)
    >>> split("11", 1)
    Split(left=2, core=(), right=0)
    """
    return parted(require_word("word", word), require_letter(letter))


def parted(word: Word, letter: int) -> Split:
    """Split a word that is known to be one; see `split`."""
    left, right = 0, len(word)
    while left < right and word[left] == letter:
        left += 1
    while right > left and word[right - 1] == letter:
        right -= 1
    return Split(left, word[left:right], len(word) - right)


def is_pure(word: Word, letter: int) -> bool:
    """Return whether a word is i^k for the letter i.

    >>> is_pure((1, 1), 1), is_pure((1, 2), 1), is_pure((), 1)
    (True, False, True)
    """
    return word.count(letter) == len(word)


def join(left: int, core: Word, right: int, letter: int) -> Word:
    """Return i^left core i^right; the inverse of `split`.

    >>> join(2, (2, 1, 2), 1, 1)
    (1, 1, 2, 1, 2, 1)
    """
    return (letter,) * left + core + (letter,) * right


@door
def cores(n: int, letter: int, length: int, *, limit: int = LIMIT) -> Iterator[Word]:
    """Yield the cores of this length: words that neither begin nor end with the letter.

    There are n - 1 of length 1, and (n-1)^2 n^(length-2) of any other.

    Args:
        n: how many letters.
        letter: one of 1..n.
        length: at least 1.
        limit: refuse to list more words than this.

    Raises:
        TypeError: an argument is not an integer.
        ValueError: letter is none of 1..n, length < 1, or too many words.

    >>> list(cores(2, 1, 3))
    [(2, 1, 2), (2, 2, 2)]
    """
    letter = require_letter(letter, require_integer("n", n, 1))
    length = require_integer("length", length, 1)
    require_at_most(limit, n - 1, "words of one letter")
    require_words(limit, n, length - 1)
    others = [other for other in range(1, n + 1) if other != letter]
    if length == 1:
        return ((other,) for other in others)
    inner = [range(1, n + 1)] * (length - 2)
    return product(others, *inner, others)
