"""The self-similar structure of the projections, statement by statement.

S1  N of M is the upper left corner of N of M + 1
S2  the block of sums s < s' of N is [0 | -1 | I + I^ | -1 | 0], that of s = s' is J + I + I^
S3  P_L is the identity on pure words, and a copy of one matrix for every core
S4  i^a v i^b -> i^a (j u v) i^b takes P_L, but for pure words, into P_{L+1+|u|}
S5  n = 2: in the block of length k, coded in binary, the entries that are not 0 lie on the
    dyadic rays m' = 2^j m
"""

from __future__ import annotations

from concurrent.futures import Executor
from fractions import Fraction
from functools import partial
from itertools import product

from semicircular.checks.sides import LIMIT, compare, require_small
from semicircular.matrices import on_pairs, on_words
from semicircular.objects.pairs import triangle
from semicircular.objects.vectors import Vector
from semicircular.objects.words import Word, is_pure, join, parted, words
from semicircular.projections.numerators import denominator, numerator
from semicircular.projections.on_words import WordProjection
from termwise import Comparison, Row
from termwise.arguments import brief
from termwise.doors import door
from termwise.exact import Exact
from termwise.running import Progress

SIDES = (
    ("claimed", "entries in which the two differ"),
    ("found", "the statement, against linear algebra (S1, S3, S4), N (S2) and P_L (S4, S5)"),
)


@door
def check_self_similarity(
    bound: int,
    n: int = 2,
    *,
    limit: int = LIMIT,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Comparison:
    """Check the five statements of self-similarity S1 .. S5, for all M, L, k up to a bound.

    Args:
        bound: the largest M, L and k.
        n: how many letters, at least 2; S5 is about two.
        limit: refuse larger matrices than this.
        executor, progress: as of `termwise.run`; one unit a number.

    Returns:
        A Comparison with a row for every statement and number: how many entries differ from it.

    Raises:
        TypeError: an argument is not an integer, or as `termwise.run`.
        ValueError: n < 2, bound < 0, or matrices that are too large.

    >>> print(*(row.term for row in check_self_similarity(1).rows), sep="; ")
    S1, M = 0; S2, M = 0; S3, L = 0; S4, L = 0; S5, k = 0; S1, M = 1; S2, M = 1; S3, L = 1; \
S4, L = 1; S5, k = 1
    """
    return compare(
        f"self-similarity of the projections, S1 to S5, up to {brief(bound)}",
        SIDES,
        partial(_rows, n),
        require_small(limit, n, bound),
        executor=executor,
        progress=progress,
    )


def _rows(n: int, bound: int) -> list[Row]:
    found = {
        f"S1, M = {bound}": nested(bound),
        f"S2, M = {bound}": blocks(bound),
        f"S3, L = {bound}": independent(n, bound),
        f"S4, L = {bound}": inserted(n, bound),
    }
    if n == 2:
        found[f"S5, k = {bound}"] = dyadic(bound)
    return [Row(term, (0, different)) for term, different in found.items()]


def nested(size: int) -> int:
    """Return how many entries of (M' + 3) P_M are others in M + 1, P_M found by linear algebra."""
    small, large = on_pairs.complement_columns(size), on_pairs.complement_columns(size + 1)
    return sum(
        denominator(size, sum(p)) * small[p][q] != denominator(size + 1, sum(p)) * large[p][q]
        for p, q in product(triangle(size), repeat=2)
    )


def blocks(size: int) -> int:
    """Return how many entries of N, for sums of at most M, are not those of S2."""
    return sum(
        numerator(p, q) != _in_block(*sorted((p, q), key=sum))
        for p, q in product(triangle(size), repeat=2)
    )


def _in_block(p: tuple[int, int], q: tuple[int, int]) -> int:
    s, a, s2, a2 = sum(p), p[0], sum(q), q[0]
    if (s - s2) % 2:
        return 0
    if s == s2:
        return 1 + (a == a2) + (a == s - a2)
    column = a2 - (s2 - s) // 2  # the X stands in the middle of s' + 1 columns
    if column in (-1, s + 1):
        return -1
    return int(a == column) + int(a == s - column)


def independent(n: int, degree: int) -> int:
    """Return how many entries of P_L, found by linear algebra, are not those of S3."""
    columns = on_words.complement_columns(n, 1, degree)
    block = {size: on_pairs.complement_columns(size) for size in range(degree)}
    different = 0
    for w, w2 in product(columns, repeat=2):
        (a, core, b), (a2, core2, b2) = parted(w, 1), parted(w2, 1)
        expected: Exact = 0
        if core == core2:
            expected = block[degree - len(core)][a, b][a2, b2] if core else int(w == w2)
        different += columns[w][w2] != expected
    return different


def inserted(n: int, degree: int) -> int:
    """Return how many entries of P_L, found by linear algebra, are others after an insertion.

    Every j != 1 and u of at most one letter are inserted; images that are shared count too.
    """
    columns = on_words.complement_columns(n, 1, degree)
    inside = [word for word in columns if not is_pure(word, 1)]
    different = 0
    for length in (0, 1):
        large = WordProjection(1, degree + 1 + length)
        seen: set[Word] = set()
        for j, u in product(range(2, n + 1), (w for w in words(n, length) if len(w) == length)):
            image = {}
            for word in inside:
                a, core, b = parted(word, 1)
                image[word] = join(a, (j, *u, *core), b, 1)
            different += len(seen & set(image.values()))
            seen |= set(image.values())
            different += sum(
                columns[w][w2] != large[image[w], image[w2]] for w, w2 in product(inside, repeat=2)
            )
    return different


def dyadic(length: int) -> int:
    """Return how many entries between words of length k are not those of S5, L = k .. k + 2."""
    different = 0
    codes = {_coded(m, length): m for m in range(2**length)}
    for degree in range(length, length + 3):
        projection = WordProjection(1, degree)
        for word, m in list(codes.items())[1:]:  # the first is pure
            column = projection.apply(Vector.basis(word)).terms
            found = {codes[w]: entry for w, entry in column.items() if len(w) == length}
            rays = _on_rays(m, length, degree)
            different += sum(found.get(at) != rays.get(at) for at in found.keys() | rays.keys())
    return different


def _coded(m: int, length: int) -> Word:
    """Return the word of binary digits: 1 for 0, 2 for 1."""
    return tuple(1 + (m >> k) % 2 for k in reversed(range(length)))


def _on_rays(m: int, length: int, degree: int) -> dict[int, Exact]:
    """Return the column of m as S5 has it: on m' of the same odd part."""
    trailing = (m & -m).bit_length() - 1
    odd = m >> trailing
    free = length - odd.bit_length()
    room = degree - odd.bit_length()
    below = room - (room - free) % 2 + 3
    return {
        odd << k: Fraction(1 + (k == trailing) + (k + trailing == free), below)
        for k in range(free + 1)
    }
