"""Free fermions and binomials against layers and rows; golden numbers."""

from itertools import combinations

import numpy as np
import pytest

from cylindric import Series, qpochhammer
from cylindric.sums.layer_rules import RULES, layered
from cylindric.sums.row_strict import binomial_polynomial, fermion_series
from tests.cylindric.sums.row_definitions import counted


def strict(rows):
    return all(len(set(row)) == len(row) for row in rows)


def listed(series, order):
    return [int(series[n]) for n in range(order)]


COUNTS = {
    (2, 0): (1, 1, 2, 3, 5, 7, 10, 14, 20, 27, 36),
    (1, 1): (1, 2, 3, 4, 7, 10, 14, 20, 28, 38),
    (2, 1, 0): (1, 2, 4, 7, 12, 20, 31, 48, 72, 106, 154),
    (1, 1, 1): (1, 3, 6, 10, 18, 30, 46, 72, 108),
}

AT_MOST_3 = (1, 2, 4, 7, 10, 14, 17, 20, 22, 22, 22, 20, 17, 14, 10, 7, 4, 2, 1)


@pytest.mark.parametrize("c", COUNTS)
def test_counts(c):
    order = len(COUNTS[c])
    assert tuple(listed(fermion_series(c, order), order)) == COUNTS[c]
    assert tuple(counted(c, min(order, 9), strict)) == COUNTS[c][:9]


def test_parts_of_at_most_3():
    assert tuple(listed(fermion_series((2, 1, 0), 25, largest=3), 25)) == AT_MOST_3 + (0,) * 6


@pytest.mark.parametrize(
    "c", [(2,), (1, 1), (3, 1), (0, 2, 1), (3, 0, 0), (1, 1, 1), (1, 1, 0, 0), (0, 0), (2, 1, 0, 1)]
)
def test_free_fermions_are_the_layers(c):
    order = 30
    for m in (None, 1, 4):
        layers = layered(len(c), sum(c), order, RULES["row-strict"], largest=m, start=c)[c]
        assert fermion_series(c, order, largest=m) == layers, m


def test_many_primes_are_put_together():
    """Coefficients beyond one prime."""
    c, order = (1, 0, 1), 1200
    layers = layered(3, 2, order, RULES["row-strict"], start=c)[c]
    assert int(layers[order - 1]) > 2**64
    assert fermion_series(c, order) == layers


def test_one_set_of_roots_survives_for_the_product():
    """a_{c,I} in floating point: (2, 1, 0) has one that is not zero, (1, 1, 1) more."""
    survivors = {}
    for c in ((2, 1, 0), (1, 1, 1)):
        sites = [at - 1 + j for j, at in enumerate(np.cumsum(c), 1)]
        roots = np.exp(2j * np.pi * np.arange(6) / 6)  # x^6 = 1
        subsets = list(combinations(range(6), 3))

        def psi(chosen, d, roots=roots):
            return np.linalg.det(roots[list(chosen)][:, None] ** -np.array(d))

        a = [psi(i, sites) * np.conj(sum(psi(i, d) for d in subsets)) for i in subsets]
        survivors[c] = sum(abs(x) > 1e-9 for x in a)
    assert survivors[2, 1, 0] == 1
    assert survivors[1, 1, 1] > 1


def test_binomials_are_the_layers():
    for level in range(1, 8):
        for i in range(level + 1):
            for m in range(6):
                c = (level - i, i)
                order = m * (m + 1) + 1  # both rows 1 + .. + m
                layers = layered(2, level, order, RULES["row-strict"], largest=m, start=c)[c]
                assert binomial_polynomial(level, i, m) == layers, (c, m)


def test_binomials_at_one_count_walks_in_a_strip():
    """q = 1: each layer adds or takes 1 from i, or leaves it in two ways, within 0..l."""
    level, m = 4, 5
    walks = [1] * (level + 1)
    for _ in range(m):
        walks = [
            sum(walks[j] for j in (i - 1, i + 1) if 0 <= j <= level) + walks[i] * 2
            for i in range(level + 1)
        ]
    assert [int(sum(binomial_polynomial(level, i, m).coeffs())) for i in range(level + 1)] == walks


@pytest.mark.parametrize("level", [1, 2, 3, 5])
def test_one_row_of_a_level_is_a_theta_quotient(level):
    """S_(l,0) = (q^{t(t-1)/2}, q^{t(t+1)/2}, q^{t^2}; q^{t^2})_inf/(q)_inf, t = l + 2."""
    t, order = level + 2, 120
    theta = qpochhammer((t * (t - 1) // 2, t * (t + 1) // 2, t * t), t * t, order)
    layers = layered(2, level, order, RULES["row-strict"], start=(level, 0))[level, 0]
    assert theta / qpochhammer(1, 1, order) == Series(listed(layers, order))


def test_what_is_too_large_is_refused():
    with pytest.raises(ValueError, match="steps of determinants"):
        fermion_series((9, 9, 9, 9), 10)
    with pytest.raises(ValueError, match="steps of binomials"):
        binomial_polynomial(3, 1, 1000)
