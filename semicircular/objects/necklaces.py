"""Necklaces: words up to rotation.

A trace takes equal values on a product of letters and on its rotations; so there are as many
truncated traces of a degree as necklaces of that length.
"""

from __future__ import annotations

from collections.abc import Iterator

from semicircular.objects.words import Word, require_words
from termwise.arguments import LIMIT, require_integer
from termwise.doors import door
from termwise.price import require_steps


@door
def necklaces(n: int, length: int, *, limit: int = LIMIT) -> Iterator[Word]:
    """Yield the necklaces of this length in n letters, each by its least rotation.

    Args:
        n: how many letters, at least 1.
        length: of every necklace.
        limit: refuse to go through more words than this.

    Raises:
        TypeError: an argument is not an integer.
        ValueError: n < 1, length < 0, or too many words.

    Source: the algorithm of Fredricksen, Kessler and Maiorana.

    >>> list(necklaces(2, 3))
    [(1, 1, 1), (1, 1, 2), (1, 2, 2), (2, 2, 2)]
    """
    require_words(limit, n, length)
    return _least_rotations(n, length)


def _least_rotations(n: int, length: int) -> Iterator[Word]:
    """Go through the prefixes of least rotations; those whose period divides the length are one."""
    if not length:
        yield ()
        return
    word, period = [1] * length, 1
    while True:
        if length % period == 0:
            yield tuple(word)
        at = length - 1
        while at >= 0 and word[at] == n:
            at -= 1
        if at < 0:
            return
        word[at] += 1
        period = at + 1
        for k in range(period, length):
            word[k] = word[k - period]


@door
def count_necklaces(n: int, length: int) -> int:
    """Return how many necklaces of this length in n letters there are.

    The average over the rotations of how many words each leaves as they are.

    Args:
        n: how many letters, at least 1.
        length: of every necklace; there is one of length 0.

    Raises:
        TypeError: an argument is not an integer.
        ValueError: n < 1 or length < 0, or the number has too many digits.

    Source: the lemma of Cauchy, Frobenius and Burnside.

    >>> [count_necklaces(2, length) for length in range(7)]
    [1, 2, 3, 4, 6, 8, 14]
    """
    n, length = require_integer("n", n, 1), require_integer("length", length, 0)
    if not length:
        return 1
    require_steps(1000 * length * n.bit_length(), "steps for powers of n")
    divisors = [d for d in range(1, length + 1) if length % d == 0]
    return int(sum(_totient(length // d) * n**d for d in divisors)) // length


def _totient(number: int) -> int:
    from flint import fmpz

    return int(fmpz(number).euler_phi())
