"""How certificates are made: the rest is a projection, and eta solves a wave equation.

>>> c = certificate("2", 1, 5)
>>> print(c.eta * 7)
2*e_12 - 2*e_21 + e_1121 - e_1211
>>> c.norm2
Fraction(3, 7)
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial

from semicircular.algebra.fock import WORD
from semicircular.certificates.certificates import Certificate, require_impure
from semicircular.certificates.duhamel import duhamel
from semicircular.certificates.factor import FactorCertificate, expected_words, require_letters
from semicircular.objects.pairs import Pair
from semicircular.objects.vectors import Vector
from semicircular.objects.words import (
    Word,
    is_pure,
    join,
    parted,
    require_letter,
    require_word,
    require_words,
)
from semicircular.projections.kernels import project
from semicircular.projections.on_words import distance2, require_short
from termwise.arguments import require_integer
from termwise.doors import door
from termwise.exact import Exact
from termwise.price import require_bytes
from termwise.running import Progress, run

LIMIT = 10**4
"""How many words a factor certificate may be about before it asks for `limit=`."""


@door
def certificate(word: Sequence[int], letter: int, degree: int) -> Certificate:
    """Return the best way to write a word as a commutator with s_i and a rest, in degree L.

    Args:
        word: w, not a power of the letter; a string of digits will do.
        letter: i.
        degree: L, at least the length of w: eta is in V(L-1), rho in V(L).

    Returns:
        A Certificate, with eta of about (L - |v|)^2 / 4 words at most.

    Raises:
        TypeError: no word, or an argument that is not an integer.
        ValueError: a power of the letter, a longer word, a letter below 1, or a certificate that
            could not be kept.

    Source: motivated by [Langer13] on semicircular systems; proved in docs/theorems.

    >>> certificate("121", 2, 9).norm2
    Fraction(1, 3)
    """
    given, i = require_word("word", word), require_letter(letter)
    degree = require_integer("degree", degree, 0)
    require_short("word", require_impure(given, i), degree)
    a, core, b = parted(given, i)
    size = degree - len(core)
    require_bytes((size + 1) ** 2 * (WORD + 8 * degree), "the words of a certificate")
    image, below = project(size, {(a, b): 1})
    rest = {pair: -value for pair, value in image.items()}
    rest[a, b] = rest.get((a, b), 0) + below
    eta = duhamel(size, rest)

    def as_words(block: dict[Pair, int]) -> Vector:
        words = {join(p, core, q, i): value for (p, q), value in block.items()}
        return Vector.over(words, below)

    rho = as_words(image)
    return Certificate(given, i, degree, as_words(eta), rho, rho.norm2)


@door
def letter_for(word: Sequence[int]) -> int:
    """Return the letter by which a factor certificate treats a word: 1, or 2 for a power of 1.

    Raises:
        TypeError: no word.
        ValueError: the vacuum, or a letter below 1.

    >>> letter_for("121"), letter_for("11")
    (1, 2)
    """
    given = require_word("word", word)
    if not given:
        raise ValueError("word must not be empty: the vacuum is central")
    return 2 if is_pure(given, 1) else 1


@door
def central_bound(word: Sequence[int], degree: int) -> Exact:
    """Return the bound of |<xi, w>|^2 for unit vectors xi that commute with every s_i.

    It is the square of the distance of w from [s_i, V(L-1)], i = `letter_for(w)`:
    (2 + [a = b]) / (M' + 3), which tends to 0 as L grows.

    Args:
        word: w, not the vacuum.
        degree: L, at least the length of w.

    Raises:
        TypeError: no word, or degree is not an integer.
        ValueError: the vacuum, or a word longer than L.

    >>> [str(central_bound("2", degree)) for degree in (1, 3, 11, 101)]
    ['1', '3/5', '3/13', '3/103']
    """
    given, degree = require_word("word", word), require_integer("degree", degree, 0)
    letter = letter_for(given)
    value = distance2(require_short("word", given, degree), letter, degree)
    return value.numerator if value.denominator == 1 else value


@door
def factor_certificate(
    n: int,
    length: int,
    degree: int,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> FactorCertificate:
    """Return a certificate for every word of length 1 .. l: how nearly scalar the centre is.

    Args:
        n: how many letters, at least 2.
        length: l, at least 1.
        degree: L, at least l.
        limit: refuse to treat more words than this.
        executor: as of `termwise.run`; None computes here.
        progress: as of `termwise.run`: one unit a word.

    Returns:
        A FactorCertificate; its `check` uses the definition of the commutator alone.

    Raises:
        TypeError: an argument is not an integer.
        ValueError: n < 2, l < 1, L < l, or too many words.

    Source: motivated by [Langer13] on semicircular systems; proved in docs/theorems.

    >>> {word: str(bound) for word, bound in factor_certificate(2, 1, 9).bounds.items()}
    {(1,): '3/11', (2,): '3/11'}
    """
    n, length = require_letters(n), require_integer("length", length, 1)
    degree = require_integer("degree", degree, length)
    number = require_words(limit, n, length)
    require_bytes(number * (degree + 1) ** 2 * (WORD + 8 * degree), "the words of the certificates")
    certificates = run(
        partial(_for_word, degree),
        expected_words(n, length),
        executor=executor,
        progress=progress,
        description="certifying",
    )
    return FactorCertificate(n, length, degree, tuple(certificates))


def _for_word(degree: int, word: Word) -> Certificate:
    return certificate(word, letter_for(word), degree)
