"""Singular values, the gap and determinants; eigenvectors of the cut off commutator."""

from math import cos, isclose, pi, prod, sin

import numpy as np
import pytest
from flint import fmpz_mat
from hypothesis import given

from semicircular import (
    BlockVector,
    Vector,
    block_commutator,
    commutator,
    denominator,
    gap,
    gram_determinant,
    singular_values,
    split,
    trace,
)
from semicircular import strategies as some
from semicircular.matrices.on_pairs import cut_off
from semicircular.objects.pairs import one_class, triangle


@pytest.mark.parametrize("size", range(1, 13))
def test_singular_values_and_the_determinant(size):
    """The product of all squares is the determinant; as many values as columns."""
    values = np.concatenate([singular_values(size), singular_values(size - 1)])
    assert len(values) == size * (size + 1) // 2
    assert isclose(prod(values**2), gram_determinant(size), rel_tol=1e-9)
    assert isclose(min(values), gap(size), rel_tol=1e-9)  # a core has one letter


@pytest.mark.parametrize("size", range(17))
def test_the_determinant_by_a_basis_of_the_complement(size):
    """K_j = [|d| <= j <= s]: its Gram matrix is Green's, with a tridiagonal inverse."""
    product = 1
    for parity in (0, 1)[: size + 1]:
        top, indices = denominator(size, parity) - 3, range(parity, size + 1, 2)
        basis = [
            BlockVector({p: int(abs(p[0] - p[1]) <= j <= sum(p)) for p in one_class(size, parity)})
            for j in indices
        ]
        for k in basis:
            assert all(sum(pair) >= size for pair in block_commutator(k))
        gram = [[j.dot(k) for k in basis] for j in basis]
        assert gram == [
            [(min(j, k) + 1) * ((size - max(j, k)) // 2 + 1) for k in indices] for j in indices
        ]
        inverse = [[2 * (j == k) - (abs(j - k) == 2) for k in indices] for j in indices]
        inverse[0][0] += 1 - parity
        gram, inverse = (fmpz_mat(table) for table in (gram, inverse))
        assert (gram * inverse).tolist() == [
            [(top + 3) * (j == k) for k in indices] for j in indices
        ]
        product *= int(gram.det())
    assert gram_determinant(size) == product


@pytest.mark.parametrize("size", range(9))
def test_eigenvectors_of_the_triangle(size):
    """u_pq = f_pq - (-1)^(n+p+q) f_{n-q,n-p} of Theorem 2: value, norm, and that they are all."""
    n, basis = size + 3, list(triangle(size))
    matrix = np.array(cut_off(basis).tolist(), dtype=float)

    def f(p, q):
        return np.array([sin(p * pi * (a + 1) / n) * sin(q * pi * (b + 1) / n) for a, b in basis])

    classes = {frozenset({(p, q), (n - q, n - p)}) for p in range(1, n) for q in range(1, n)}
    vectors = []
    for p, q in (min(pair) for pair in classes):
        if p + q == n:
            continue
        u = f(p, q) - (-1) ** (n + p + q) * f(n - q, n - p)
        value = 2 * cos(p * pi / n) - 2 * cos(q * pi / n)
        assert np.allclose(matrix @ u, value * u, atol=1e-9)
        assert isclose(u @ u, n * n / 4, rel_tol=1e-9)
        vectors.append(u)
    gram = np.array(vectors) @ np.array(vectors).T
    assert len(vectors) == len(basis)
    assert np.allclose(gram, n * n / 4 * np.eye(len(basis)), atol=1e-9)


@given(some.vectors(2, max_degree=5))
def test_both_gap_inequalities(x):
    """Exact norms against a floating point gap, to 10^-9."""
    g2 = gap(5) ** 2
    pure = Vector({w: c for w, c in x.terms.items() if not split(w, 1).core})
    one, two = (commutator(i, x).norm2 for i in (1, 2))
    assert float(one) >= g2 * float((x - pure).norm2) * (1 - 1e-9)
    scalar = trace(x) * Vector.basis(())
    assert float(one + two) >= g2 * float((x - scalar).norm2) * (1 - 1e-9)


def test_golden_numbers():
    assert [round(gap(degree), 3) for degree in (0, 7)] == [2.0, 0.284]
    assert isclose(gap(10**6), 3 * pi**2 / (10**6 + 3) ** 2, rel_tol=1e-6)
    assert [gram_determinant(size) for size in range(6)] == [1, 2, 10, 60, 588, 6272]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: singular_values(10**6), ValueError, "GB"),
        (lambda: gap(-1), ValueError, "degree must be at least 0"),
        (lambda: gram_determinant(10**12), ValueError, "steps for the powers"),
    ],
)
def test_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_a_long_determinant_is_quick():
    """Twenty million bits: as a power of FLINT's, a fraction of a second."""
    assert gram_determinant(10**6).bit_length() == 19_931_554  # by logarithms: 19931553.24
