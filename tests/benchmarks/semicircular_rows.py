"""The figures of the semicircular wing."""

from __future__ import annotations

from itertools import islice
from random import Random

from semicircular import (
    BlockVector,
    Vector,
    block_projection,
    certificate,
    check_projection,
    check_ranks,
    projection,
    words,
)
from semicircular.objects.words import is_pure
from tests.benchmarks.measuring import Row, once, seconds


def large_block() -> Row:
    """P_M of a vector with all 20 301 entries, M = 200."""
    p, random = block_projection(200), Random(1)
    u = BlockVector({pair: random.randint(-99, 99) for pair in p.pairs})
    (taken,) = seconds(lambda: p @ u)
    return "block_projection(200) of a full vector", "<= 0.2 s", f"{taken:.3f} s"


def formula_against_linear_algebra() -> Row:
    """All M <= 16."""
    taken = once(lambda: check_projection(16).agrees or 1 / 0)
    return "formula against linear algebra, all M <= 16", "<= 30 s", f"{taken:.2f} s"


def thousand_certificates() -> Row:
    """The first thousand words that are not pure, L = 30, each made and checked."""
    chosen = list(islice((word for word in words(2, 10) if not is_pure(word, 1)), 1000))

    def certify() -> None:
        assert all(certificate(word, 1, 30).check() for word in chosen)

    taken = once(certify)
    return "1000 certificates with their checks, L = 30", "<= 10 s", f"{taken:.2f} s"


def ranks_of_two_letters() -> Row:
    """R1, R2, R3 for two letters, L <= 9."""
    taken = once(lambda: check_ranks(9).agrees or 1 / 0)
    return "ranks, n = 2, L <= 9", "<= 20 s", f"{taken:.2f} s"


def long_words() -> Row:
    """The projection of a short word among all words of length at most 100."""
    p, x = projection(1, 100), Vector({"2": 1, "12": 2, "212": 3})
    (taken,) = seconds(lambda: p @ x)
    return "projection(1, 100) of three words", "-", f"{taken * 1e3:.1f} ms"


SEMICIRCULAR = [
    large_block,
    formula_against_linear_algebra,
    thousand_certificates,
    ranks_of_two_letters,
    long_words,
]
