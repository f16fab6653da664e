"""A certificate that a word is nearly a commutator, and its check, by the definition alone.

For a word w that is not a power of i, w = i^a v i^b, |w| <= L and M = L - |v|, a certificate holds

    w = [s_i, eta] + rho,    eta in V(L-1),    rho in V(L),    ||rho||^2 = (2 + [a = b]) / (M' + 3).

For every vector xi it gives |<xi, w>| <= ||rho|| ||xi|| + ||eta|| ||[s_i, xi]||.  The check is four
lines, and uses the commutator on words and nothing else:

    (1) the words of eta have length < L, those of rho length <= L
    (2) [s_i, eta] + rho = w
    (3) no word of [s_i, rho] is shorter than L: rho is orthogonal to [s_i, V(L-1)], so eta is best
    (4) the square of the norm of rho is what is claimed
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from semicircular.algebra.fock import commutator
from semicircular.objects.vectors import Vector
from semicircular.objects.words import (
    Word,
    is_pure,
    parted,
    require_letter,
    require_word,
    word_text,
)
from termwise import Comparison, Row
from termwise.arguments import brief, require_integer, shown
from termwise.doors import door
from termwise.exact import Exact, exact_number
from termwise.formats import Storable
from termwise.showing import picture_of
from termwise.writing import exact_repr, write_file

MOST = 10**9
"""The largest degree there is, so that every certificate can be printed."""

SIDES = (
    ("claimed", "what the certificate says"),
    ("found", "by the definition of the commutator, word by word"),
)


def require_impure(word: Word, letter: int) -> Word:
    """Return a word that is not a power of the letter: a power commutes with it.

    >>> require_impure((1, 1), 1)
    Traceback (most recent call last):
    ValueError: word must not be a power of the letter 1, which commutes with it, got 11
    """
    if is_pure(word, letter):
        raise ValueError(
            f"word must not be a power of the letter {brief(letter)}, which commutes with it, "
            f"got {brief(word_text(word))}"
        )
    return word


@dataclass(frozen=True, repr=False)
class Certificate(Storable):
    """A word as a commutator and a small rest; made by `certificate`, or read by `from_json`.

    Attributes:
        word: w, not a power of the letter.
        letter: i.
        degree: L, at least the length of w.
        eta: a vector of degree below L.
        rho: w - [s_i, eta].
        norm2: the square of the norm of rho.

    Raises:
        TypeError, ValueError: a field that is none of this; whether they fit together is not asked
            here, but by `check`.

    >>> c = Certificate((2,), 1, 1, eta=Vector(), rho=Vector.basis("2"), norm2=1)
    >>> c.check().agrees
    True
    """

    EXAMPLE = "certificate('12', 1, 5)"

    word: Word
    letter: int
    degree: int
    eta: Vector
    rho: Vector
    norm2: Exact

    def __post_init__(self) -> None:
        word, letter = require_word("word", self.word), require_letter(self.letter)
        degree = require_integer("degree", self.degree, 0)
        require_impure(word, letter)
        if degree > MOST:
            raise ValueError(f"degree must be at most {MOST}, got {brief(degree)}")
        if len(word) > degree:
            raise ValueError(
                f"degree must be at least the length {len(word)} of the word, got {brief(degree)}"
            )
        for name in ("eta", "rho"):
            if not isinstance(getattr(self, name), Vector):
                raise TypeError(f"{name} must be a Vector, got {shown(getattr(self, name))}")
        kept = {"word": word, "letter": letter, "degree": degree}
        for name, value in (kept | {"norm2": exact_number("norm2", self.norm2)}).items():
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        return (
            f"Certificate({self.word!r}, {self.letter}, {self.degree}, {self.eta!r}, "
            f"{self.rho!r}, {exact_repr(self.norm2)})"
        )

    def check(self) -> Comparison:
        """Check the four lines by the definition of the commutator.

        Returns:
            A Comparison with a row for every claim; its first difference is the line that fails.

        >>> from semicircular.certificates.construction import certificate
        >>> print(certificate("2", 1, 5).check())
        2 = [s_1, eta] + rho, in degree 5
          claimed  what the certificate says
          found    by the definition of the commutator, word by word
        <BLANKLINE>
        term                                    claimed  found
        (1) words of eta of length 5 or more          0      0
        (1) words of rho longer than 5                0      0
        (2) [s_1, eta] + rho                        e_2    e_2
        (3) words of [s_1, rho] shorter than 5        0      0
        (4) ||rho||^2                               3/7    3/7
        (4) (2 + [a = b]) / (M' + 3)                3/7    3/7
        <BLANKLINE>
        AGREES: claimed = found on 6 terms
        """
        i, top = self.letter, self.degree
        a, core, b = parted(self.word, i)
        room = top - len(core)
        formula = Fraction(2 + (a == b), room - (room - a - b) % 2 + 3)
        short = sum(len(word) < top for word in commutator(i, self.rho))
        rows = [
            (f"(1) words of eta of length {top} or more", 0, sum(len(w) >= top for w in self.eta)),
            (f"(1) words of rho longer than {top}", 0, sum(len(w) > top for w in self.rho)),
            (
                f"(2) [s_{i}, eta] + rho",
                Vector.basis(self.word),
                commutator(i, self.eta) + self.rho,
            ),
            (f"(3) words of [s_{i}, rho] shorter than {top}", 0, short),
            ("(4) ||rho||^2", self.norm2, self.rho.norm2),
            ("(4) (2 + [a = b]) / (M' + 3)", self.norm2, formula),
        ]
        return Comparison(
            f"{brief(word_text(self.word))} = [s_{i}, eta] + rho, in degree {top}",
            SIDES,
            tuple(Row(term, (claimed, found)) for term, claimed, found in rows),
        )

    @door
    def save(self, path: str | Path) -> Path:
        """Write the certificate to a file, and return its path."""
        return write_file(path, self.to_json())

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return picture_of(self)._repr_mimebundle_()
