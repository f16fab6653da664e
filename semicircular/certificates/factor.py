"""A certificate for every short word: how nearly scalar a central vector of this degree must be.

Its check proves, word by word and by the definition of the commutator alone: if xi commutes with
all s_i, then |<xi, w>|^2 <= norm2(w) ||xi||^2 for every word w with 0 < |w| <= l.  That the bounds
tend to 0 as L grows, and that the semicircular system therefore is a factor, is the theorem; one
certificate is a finite part of it and no more.
"""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from semicircular.certificates.certificates import MOST, SIDES, Certificate
from semicircular.objects.words import Word, require_words, word_text, words
from termwise import Comparison, Row
from termwise.arguments import NO_LIMIT, brief, require_integer, shown
from termwise.doors import door
from termwise.exact import Exact
from termwise.formats import Storable
from termwise.running import Progress, run
from termwise.writing import write_file


def require_letters(n: int) -> int:
    """Return the number of letters if it is at least 2: with one, everything commutes.

    >>> require_letters(1)
    Traceback (most recent call last):
    ValueError: n must be at least 2, got 1: one letter generates a commutative algebra
    """
    n = require_integer("n", n)
    if n < 2:
        raise ValueError(
            f"n must be at least 2, got {brief(n)}: one letter generates a commutative algebra"
        )
    return n


@dataclass(frozen=True)
class FactorCertificate(Storable):
    """Certificates of all words of length 1 .. l; made by `factor_certificate`.

    Attributes:
        n: how many letters, at least 2.
        length: l.
        degree: L, that of every certificate.
        certificates: one for each word, in shortlex order.

    Raises:
        TypeError, ValueError: a field that is none of this; what is missing, `check` says.

    >>> from semicircular.certificates.construction import factor_certificate
    >>> factor_certificate(2, 1, 3).bounds
    {(1,): Fraction(3, 5), (2,): Fraction(3, 5)}
    """

    EXAMPLE = "factor_certificate(2, 2, 6)"

    n: int
    length: int
    degree: int
    certificates: tuple[Certificate, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "n", require_letters(self.n))
        object.__setattr__(self, "length", require_integer("length", self.length, 1))
        object.__setattr__(self, "degree", require_integer("degree", self.degree, 1))
        if max(self.n, self.length, self.degree) > MOST:
            raise ValueError(f"n, length and degree must be at most {MOST}")
        given = self.certificates
        if not isinstance(given, tuple) or not all(isinstance(c, Certificate) for c in given):
            raise TypeError(f"certificates must be a tuple of Certificates, got {shown(given)}")

    @property
    def bounds(self) -> dict[Word, Exact]:
        """For every word the bound of |<xi, w>|^2, xi being a central unit vector."""
        return {c.word: c.norm2 for c in self.certificates}

    @door
    def check(self, *, executor: Executor | None = None, progress: Progress = False) -> Comparison:
        """Check every certificate, and that no word is missing.

        Args:
            executor: as of `termwise.run`; None checks here.
            progress: as of `termwise.run`: one unit a certificate.

        Returns:
            A Comparison; its first row says how many of the words have a certificate.

        >>> from semicircular.certificates.construction import factor_certificate
        >>> bool(factor_certificate(2, 2, 6).check())
        True
        """
        expected = require_words(NO_LIMIT, self.n, self.length) - 1
        missing = expected - len({c.word for c in self.certificates if self._covers(c)})
        rows = [Row(f"words of length 1 to {self.length} without a certificate", (0, missing))]
        checks = run(
            Certificate.check,
            self.certificates,
            executor=executor,
            progress=progress,
            description="checking",
        )
        for certificate, comparison in zip(self.certificates, checks, strict=True):
            name = word_text(certificate.word)
            rows += [Row(f"{name}, {row.term}", row.values) for row in comparison.rows]
        worst = brief(max(self.bounds.values(), default=0))
        return Comparison(
            f"central unit vectors have |<xi, w>|^2 <= {worst} for all 0 < |w| <= {self.length}",
            SIDES,
            tuple(rows),
            ("a finite part of the proof: that the bounds tend to 0 is the theorem",),
        )

    def _covers(self, certificate: Certificate) -> bool:
        """Return whether a certificate is one of those that this one consists of.

        A central vector commutes with the letters 1..n; what [s_i, eta] is says nothing of it
        where i is another.
        """
        word = certificate.word
        letters = max((certificate.letter, *word))
        return (
            0 < len(word) <= self.length and letters <= self.n and certificate.degree <= self.degree
        )

    @door
    def save(self, path: str | Path) -> Path:
        """Write the certificate to a file, and return its path."""
        return write_file(path, self.to_json())


def expected_words(n: int, length: int) -> list[Word]:
    """Return the words that a factor certificate is about, in shortlex order.

    >>> expected_words(2, 1)
    [(1,), (2,)]
    """
    return [word for word in words(n, length, limit=NO_LIMIT) if word]
