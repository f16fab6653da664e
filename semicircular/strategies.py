"""Hypothesis strategies for words and exact vectors.

Every strategy builds valid objects directly, rejects nothing, and shrinks towards short words of
small letters, few terms and small integers.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from semicircular.objects.pairs import triangle
from semicircular.objects.vectors import BlockVector, Vector
from semicircular.objects.words import Word
from termwise.arguments import require_integer

Exact = int | Fraction


def words(n: int = 2, *, min_length: int = 0, max_length: int = 6) -> st.SearchStrategy[Word]:
    """Return a strategy for words in the letters 1..n; shrinks to short words of the letter 1.

    Raises:
        TypeError: an argument is not an integer.
        ValueError: n < 1, min_length < 0 or max_length < min_length.

    >>> from hypothesis import find
    >>> find(words(), lambda word: 2 in word)
    (2,)
    """
    n, least = require_integer("n", n, 1), require_integer("min_length", min_length, 0)
    most = require_integer("max_length", max_length, least)
    return st.lists(st.integers(1, n), min_size=least, max_size=most).map(tuple)


def impure_words(n: int = 2, letter: int = 1, *, max_length: int = 6) -> st.SearchStrategy[Word]:
    """Return a strategy for words that are not powers of a letter.

    Raises:
        TypeError: an argument is not an integer.
        ValueError: n < 2, letter is none of 1..n, or max_length < 1.

    >>> from hypothesis import find
    >>> find(impure_words(), lambda word: True)
    (2,)
    """
    n, letter = require_integer("n", n, 2), require_integer("letter", letter, 1)
    if letter > n:
        raise ValueError(f"letter must be one of 1..{n}, got {letter}")
    room = require_integer("max_length", max_length, 1) - 1
    others = st.sampled_from([i for i in range(1, n + 1) if i != letter])
    parts = st.tuples(words(n, max_length=room), others, st.integers(0, room))
    return parts.map(lambda given: (*given[0][: given[2]], given[1], *given[0][given[2] :]))


def exact_numbers() -> st.SearchStrategy[Exact]:
    """Return a strategy for small ints and Fractions.

    >>> from hypothesis import find
    >>> find(exact_numbers(), lambda x: isinstance(x, Fraction))
    Fraction(1, 2)
    """
    quotients = st.builds(
        lambda k, d: Fraction(k * d + 1, d), st.integers(-4, 4), st.integers(2, 5)
    )
    return st.integers(-9, 9) | quotients


def vectors(n: int = 2, *, max_degree: int = 4, max_terms: int = 5) -> st.SearchStrategy[Vector]:
    """Return a strategy for vectors of the Fock space; shrinks to few short words.

    Args:
        n: how many letters.
        max_degree: the length of the longest word.
        max_terms: how many words at most.

    Raises:
        TypeError: an argument is not an integer.
        ValueError: n < 1, max_degree < 0 or max_terms < 0.

    >>> from hypothesis import find
    >>> find(vectors(), lambda x: x.degree == 2)
    Vector({(1, 1): 1})
    """
    most = require_integer("max_terms", max_terms, 0)
    keys = words(n, max_length=max_degree)
    return st.dictionaries(keys, exact_numbers(), max_size=most).map(Vector)


def block_vectors(*, max_size: int = 6, max_terms: int = 8) -> st.SearchStrategy[BlockVector]:
    """Return a strategy for vectors of a block with a + b <= max_size.

    Raises:
        TypeError: an argument is not an integer.
        ValueError: max_size < 0 or max_terms < 0.

    >>> from hypothesis import find
    >>> find(block_vectors(), lambda u: u.degree == 1)
    BlockVector({(0, 1): 1})
    """
    size = require_integer("max_size", max_size, 0)
    pairs = st.sampled_from(list(triangle(size)))
    most = require_integer("max_terms", max_terms, 0)
    return st.dictionaries(pairs, exact_numbers(), max_size=most).map(BlockVector)
