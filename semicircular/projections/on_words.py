"""The projection of all words up to a length, one block for every core, and rotated generators.

    V(L) = span {i^k} + sum over the cores v of a copy of the triangle a + b <= L - |v|

P_L^(i) is the identity on the first part, and P_{L - |v|} on every other.  So it does not depend
on how many letters there are.

    >>> print(projection(1, 3) @ Vector.basis("2"))
    3/5*e_2 - 1/5*e_112 + 2/5*e_121 - 1/5*e_211
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from semicircular.algebra.fock import WORD
from semicircular.algebra.rotations import reflection, require_direction, rotate
from semicircular.objects.pairs import Pair
from semicircular.objects.vectors import Vector
from semicircular.objects.words import (
    Word,
    is_pure,
    join,
    parted,
    require_letter,
    require_word,
    word_text,
)
from semicircular.projections.kernels import project
from semicircular.projections.numerators import below, entry
from termwise.arguments import brief, digits, require_integer, shown
from termwise.doors import door
from termwise.exact import Exact
from termwise.formats import Storable
from termwise.price import require_bytes
from termwise.writing import exact_repr


def require_short(name: str, word: Word, degree: int) -> Word:
    """Return a word that is not longer than L.

    >>> require_short("word", (1, 2), 1)
    Traceback (most recent call last):
    ValueError: word must have at most 1 letters, got 12 of 2
    """
    if len(word) > degree:
        raise ValueError(
            f"{name} must have at most {brief(degree)} letters, "
            f"got {brief(word_text(word))} of {len(word)}"
        )
    return word


@dataclass(frozen=True, repr=False)
class WordProjection(Storable):
    """The projection P_L^(i) of V(L), or of a rotated generator; made by `projection`.

    Attributes:
        letter: i.
        degree: L.

    Raises:
        TypeError, ValueError: as of `projection`.

    >>> projection(1, 3)["2", "121"]
    Fraction(2, 5)
    """

    letter: int
    degree: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "letter", require_letter(self.letter))
        object.__setattr__(self, "degree", require_integer("degree", self.degree, 0))

    def __getitem__(self, index: Any) -> Exact:
        if not isinstance(index, tuple) or len(index) != 2:
            raise TypeError(f"index must be two words, got {shown(index)}")
        words = (require_short("index", require_word("index", w), self.degree) for w in index)
        (a, core, b), (a2, core2, b2) = (parted(word, self.letter) for word in words)
        if core != core2:
            return 0
        if not core:
            return int(a == a2)
        size = self.degree - len(core)
        value = Fraction(entry(a, b, a2, b2), below(size, a + b))
        return value.numerator if value.denominator == 1 else value

    def __matmul__(self, x: object) -> Vector:
        return self.apply(x) if isinstance(x, Vector) else NotImplemented

    @door
    def apply(self, x: Vector) -> Vector:
        """Return the projection of a vector: block by block, each in about M^2 additions.

        Args:
            x: of degree at most L.

        Raises:
            TypeError: x is no Vector.
            ValueError: a longer word, or more words than can be kept.
        """
        i = self.letter
        blocks: dict[Word, dict[Pair, int]] = {}
        pure: dict[Word, int] = {}
        for word, value in x.numerators.items():
            require_short("x", word, self.degree)
            a, core, b = parted(word, i)
            if core:
                blocks.setdefault(core, {})[a, b] = value
            else:
                pure[word] = value
        sizes = {core: self.degree - len(core) for core in blocks}
        entries = sum((size + 1) * (size + 2) // 2 for size in sizes.values())
        require_bytes(entries * (WORD + 8 * self.degree), "the words of the image")
        total = Vector.over(pure, x.denominator)
        images: dict[int, dict[Word, int]] = {}
        for core, block in blocks.items():
            image, denominator = project(sizes[core], block)
            for (a, b), value in image.items():
                images.setdefault(denominator, {})[join(a, core, b, i)] = value
        for denominator, image_words in images.items():
            total += Vector.over(image_words, denominator * x.denominator)
        return total

    def __repr__(self) -> str:
        return f"projection({self.letter}, {digits(self.degree)})"


@dataclass(frozen=True, repr=False)
class RotatedProjection(Storable):
    """The projection of V(L) onto what is orthogonal to [s(h), V(L-1)]; made by `projection`.

    Attributes:
        direction: h, a rational unit vector.
        degree: L.

    Raises:
        TypeError, ValueError: as of `projection`.

    >>> print(projection((0, 1), 3) @ Vector.basis("1"))
    3/5*e_1 - 1/5*e_122 + 2/5*e_212 - 1/5*e_221
    """

    direction: tuple[Exact, ...]
    degree: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "direction", require_direction(self.direction))
        object.__setattr__(self, "degree", require_integer("degree", self.degree, 0))

    def __matmul__(self, x: object) -> Vector:
        return self.apply(x) if isinstance(x, Vector) else NotImplemented

    @door
    def apply(self, x: Vector) -> Vector:
        """Return the projection of a vector: rotate, project for the letter 1, rotate back.

        Raises:
            TypeError: x is no Vector.
            ValueError: a longer word, a letter that the direction lacks, or too many words.
        """
        turn = reflection(self.direction)
        return rotate(turn, WordProjection(1, self.degree).apply(rotate(turn, x)))

    def __repr__(self) -> str:
        entries = ", ".join(map(exact_repr, self.direction))
        return f"projection(({entries},), {digits(self.degree)})"


@door
def projection(letter: Any, degree: int) -> WordProjection | RotatedProjection:
    """Return the projection of V(L) onto what is orthogonal to [s_i, V(L-1)].

    Args:
        letter: i; or a rational unit vector h such as (3/5, 4/5), for s(h) in place of s_i.
        degree: L, at least 0.

    Returns:
        P: P @ x is the image of a Vector of degree at most L, and for a letter P[w, w'] an entry.

    Raises:
        TypeError: letter is neither, or degree is not an integer.
        ValueError: letter < 1, no unit vector, or L < 0.

    Source: motivated by [Langer13] on semicircular systems; proved in docs/theorems.

    >>> p = projection(1, 6)
    >>> p["12", "21"], p["11", "11"], p @ Vector.basis("11")
    (Fraction(1, 4), 1, Vector({(1, 1): 1}))
    """
    if isinstance(letter, Sequence) and not isinstance(letter, str | bytes):
        return RotatedProjection(tuple(letter), degree)
    return WordProjection(letter, degree)


def distance2(word: Word, letter: int, degree: int) -> Fraction:
    """Return the square of the distance of a word that is not pure from [s_i, V(L-1)].

    >>> distance2((2,), 1, 3)
    Fraction(3, 5)
    """
    if is_pure(word, letter):
        raise ValueError(f"word must not be a power of {letter}, got {brief(word_text(word))}")
    a, core, b = parted(word, letter)
    return Fraction(2 + (a == b), below(degree - len(core), a + b))
