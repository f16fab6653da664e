"""Compatible pairs against search, matchings and the recurrence; mutants."""

import pickle
from fractions import Fraction
from itertools import product
from math import prod

import pytest
from hypothesis import given

from lambdadet import strategies as some
from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.objects.pairs import (
    CompatiblePair,
    compatible_pairs,
    compatible_partners,
    is_compatible,
    partner_bounds,
)
from tests.lambdadet import definitions as brute

ONE = AlternatingSignMatrix([[1]])
EMPTY = AlternatingSignMatrix([])
SWAP = AlternatingSignMatrix([[0, 1], [1, 0]])


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_pairs_are_those_a_search_finds(n):
    inner = list(brute.asms(n - 1)) if n > 1 else [()]
    searched = {(a, b) for a in brute.asms(n) for b in inner if brute.compatible(a, b)}
    listed = [(a.rows, b.rows) for a, b in compatible_pairs(n)]
    assert len(listed) == len(set(listed)) == 2 ** (n * (n - 1) // 2)
    assert set(listed) == searched


@pytest.mark.parametrize("n", range(1, 6))
def test_partners_are_two_to_the_negative_ones(n):
    total = 0
    for a in alternating_sign_matrices(n):
        partners = list(compatible_partners(a))
        assert len(set(partners)) == len(partners) == 2**a.negative_ones
        assert all(AlternatingSignMatrix(b.rows) == b for b in partners)
        total += len(partners)
        free = {
            (i, j)
            for i, row in enumerate(partner_bounds(a), 1)
            for j, (least, most) in enumerate(row, 1)
            if least < most
        }
        assert free == {(i, j) for i in range(1, n) for j in range(1, n) if a.rows[i][j] == -1}
    assert total == 2 ** (n * (n - 1) // 2)


@given(some.compatible_pairs(max_size=6))
def test_exponents_are_zero_or_one(pair):
    larger, smaller = pair
    found = brute.exponents(larger.rows, smaller.rows)
    assert set(found.values()) <= {0, 1}
    assert CompatiblePair(larger, smaller) == pair
    assert is_compatible(larger.transpose(), smaller.transpose())
    assert eval(repr(pair)) == pair
    assert pickle.loads(pickle.dumps(pair)) == pair


def test_pair_shows_itself():
    shown = CompatiblePair(SWAP, ONE)._repr_latex_()
    assert shown == (
        r"$\left(\begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}, "
        r"\begin{pmatrix} 1 \end{pmatrix}\right)$"
    )


def pair_sum(pairs, x1, x0, lam, mu):
    """The closed form, term by term from its statement."""
    total = Fraction(0)
    for larger, smaller in pairs:
        n = larger.size
        term = Fraction(1)
        for i, j in product(range(n), repeat=2):
            term *= x1[i][j] ** larger.rows[i][j]
        for i, j in product(range(n - 1), repeat=2):
            term /= x0[i + 1][j + 1] ** smaller.rows[i][j]
        for (kind, i, j), power in brute.exponents(larger.rows, smaller.rows).items():
            term *= (lam[i - 1][j - 1] if kind == "lam" else mu[i - 1][j]) ** power
        total += term
    return total


@pytest.mark.slow
@pytest.mark.parametrize("n", range(1, 6))
def test_pair_sum_is_the_recurrence_and_mutants_are_not(n):
    x1, x0, lam, mu = (
        brute.numbers(n, 1),
        brute.numbers(n + 1, 2),
        brute.numbers(n - 1, 3),
        brute.numbers(n - 1, 4),
    )
    value = brute.octahedron(x1, x0, lam, mu)
    pairs = list(compatible_pairs(n))
    assert pair_sum(pairs, x1, x0, lam, mu) == value
    assert pair_sum(pairs[1:], x1, x0, lam, mu) != value
    if n > 2:
        turned = [(a.rotate(), b) for a, b in pairs if is_compatible(a.rotate(), b)]
        assert pair_sum(turned, x1, x0, lam, mu) != value
        shifted = [row[1:] + row[:1] for row in lam]
        assert pair_sum(pairs, x1, x0, shifted, mu) != value
        flipped = [row[::-1] for row in mu]
        assert pair_sum(pairs, x1, x0, lam, flipped) != value
        assert prod(len(list(compatible_partners(a))) for a, _ in pairs[:1]) == 1


@pytest.mark.parametrize(
    ("larger", "smaller", "error", "says"),
    [
        (SWAP, SWAP, ValueError, "one row less than larger, got sizes 2 and 2"),
        (EMPTY, EMPTY, ValueError, "one row less than larger, got sizes 0 and 0"),
        (((1,),), EMPTY, TypeError, "larger must be an AlternatingSignMatrix"),
        (ONE, (), TypeError, "smaller must be an AlternatingSignMatrix"),
        (
            AlternatingSignMatrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
            SWAP,
            ValueError,
            r"corner sum \(1, 1\) of smaller must be in 1..1, got 0",
        ),
    ],
)
def test_pair_refuses(larger, smaller, error, says):
    with pytest.raises(error, match=says):
        CompatiblePair(larger, smaller)


def test_other_bad_input():
    with pytest.raises(ValueError, match="n must be at least 1, got 0"):
        compatible_pairs(0)
    with pytest.raises(TypeError, match=r"n must be an integer, got 1\.5"):
        compatible_pairs(1.5)
    with pytest.raises(ValueError, match="larger must have at least 1 row"):
        compatible_partners(EMPTY)
    with pytest.raises(TypeError, match="larger must be an AlternatingSignMatrix"):
        compatible_partners([[1]])
