"""The two kinds of vectors: of the full Fock space, and of one block.

>>> x = Vector({"12": 1, "": Fraction(1, 2)})
>>> print(2 * x - Vector.basis("12"))
Omega + e_12
>>> x.norm2
Fraction(5, 4)
"""

from __future__ import annotations

from fractions import Fraction  # noqa: F401  (for the doctest)
from typing import Any

from semicircular.objects.pairs import Pair, graded, require_pair
from semicircular.objects.sparse import SparseVector
from semicircular.objects.words import LAST, Word, require_word, shortlex, word_text
from termwise.arguments import shown


class Vector(SparseVector[Word]):
    """A vector of the full Fock space: a combination of words, which are an orthonormal basis.

    It is also the polynomial x in the semicircular elements with x Omega = the vector.

    Args:
        terms: word to exact coefficient; a string of digits will do for a word.

    Raises:
        TypeError: a key that is no word, or a coefficient that is not exact.
        ValueError: a letter below 1.

    >>> x = Vector({"121": 2, (2,): -1})
    >>> x["121"], x["1"], x.degree, x
    (2, 0, 3, Vector({(2,): -1, (1, 2, 1): 2}))
    """

    __slots__ = ()

    @staticmethod
    def _order(key: Word) -> tuple[int, Word]:
        return shortlex(key)

    @staticmethod
    def _require_key(key: Any) -> Word:
        return require_word("word", key)

    @classmethod
    def basis(cls, word: Any) -> Vector:
        """Return a word as a vector.

        >>> Vector.basis("12")
        Vector({(1, 2): 1})
        """
        return cls.over({require_word("word", word): 1})

    @property
    def degree(self) -> int:
        """The length of the longest word; -1 for the vector 0."""
        return max(map(len, self._numerators), default=-1)

    @staticmethod
    def _name(key: Word, latex: bool) -> str:
        if not key:
            return r"\Omega" if latex else "Omega"
        return f"e_{{{word_text(key)}}}" if latex else f"e_{word_text(key)}"


class BlockVector(SparseVector[Pair]):
    """A vector of a block: a combination of pairs (a, b), the words i^a v i^b of one core v.

    Args:
        terms: pair to exact coefficient.

    Raises:
        TypeError: a key that is no pair of integers, or a coefficient that is not exact.
        ValueError: a negative number in a pair.

    >>> print(BlockVector({(0, 0): 3, (0, 2): -1}) / 5)
    3/5*e(0,0) - 1/5*e(0,2)
    """

    __slots__ = ()

    @staticmethod
    def _order(key: Pair) -> Pair:
        return graded(key)

    @staticmethod
    def _require_key(key: Any) -> Pair:
        pair = require_pair("pair", key)
        if max(pair) > LAST:
            raise ValueError(f"pair must be of integers up to {LAST}, got {shown(key)}")
        return pair

    @property
    def degree(self) -> int:
        """The largest a + b; -1 for the vector 0."""
        return max(map(sum, self._numerators), default=-1)

    @staticmethod
    def _name(key: Pair, latex: bool) -> str:
        a, b = key
        return f"e_{{{a},{b}}}" if latex else f"e({a},{b})"
