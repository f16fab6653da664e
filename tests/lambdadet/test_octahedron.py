"""The recurrence over every ring against the definition."""

from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from lambdadet.closed_form import generic_octahedron
from lambdadet.laurent import InexactDivision, LaurentPolynomial
from lambdadet.modular import inverses, lambda_determinant_mod, octahedron_mod
from lambdadet.octahedron import octahedron
from lambdadet.strategies import exact_matrices, parameters
from tests.lambdadet import asm_definitions as brute

PRIME = 2**31 - 1
MATRIX = ((2, 3, 5, 7), (11, 13, 17, 19), (23, 29, 31, 37), (41, 43, 47, 53))


def full(value, size):
    return value if isinstance(value, tuple) else [[value] * size for _ in range(size)]


@st.composite
def pyramids(draw):
    x1 = draw(exact_matrices(zero=False, fractions=True, max_size=4))
    n = len(x1)
    x0 = draw(exact_matrices(min_size=n + 1, max_size=n + 1, zero=False))
    return x0, x1, draw(parameters(n)), draw(parameters(n))


@given(pyramids())
def test_apex_is_the_definition(data):
    x0, x1, lam, mu = data
    n = len(x1)
    try:
        expected = brute.octahedron(
            [list(map(Fraction, row)) for row in x1],
            [list(map(Fraction, row)) for row in x0],
            full(lam, n - 1),
            full(mu, n - 1),
        )
    except ZeroDivisionError:
        with pytest.raises(ZeroDivisionError, match=r"x\[\d\]_\{\d,\d\} = 0"):
            octahedron(x0, x1, lam, mu)
        return
    levels = octahedron(x0, x1, lam, mu)
    assert levels[n][0][0] == expected
    assert [len(level) for level in levels] == [n + 1, *range(n, 0, -1)]
    assert all(isinstance(e, int | Fraction) for level in levels for row in level for e in row)


def test_all_rings_agree():
    lam, mu = ((2, 3, 4), (5, 6, 7), (8, 9, 10)), ((1, 2, 3), (4, 5, 6), (7, 8, 9))
    levels = octahedron(None, MATRIX, lam, mu)
    (x,) = LaurentPolynomial.generators("x")
    scaled = octahedron(None, [[x * e for e in row] for row in MATRIX], lam, mu)
    t = sympy.Symbol("t")
    symbolic = octahedron(None, sympy.Matrix(MATRIX) * t, lam, mu)
    modular = list(octahedron_mod(None, np.array(MATRIX), PRIME, lam, mu))
    for k in range(1, 5):
        for i in range(5 - k):
            for j in range(5 - k):
                value = Fraction(levels[k][i][j])
                assert scaled[k][i][j](x=1) == value
                assert symbolic[k][i][j].subs(t, 1) == sympy.Rational(
                    value.numerator, value.denominator
                )
                residue = value.numerator * pow(value.denominator, -1, PRIME) % PRIME
                assert modular[k - 1][i, j] == residue


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_generic_levels_start_with_the_given_ones(n):
    levels = list(generic_octahedron(n))
    assert len(levels) == n + 1
    assert str(levels[1][0][0]) == "x_11"
    if n > 1:
        assert str(levels[0][1][1]) == "y_22"


def test_inexact_entries_are_refused():
    x, y = LaurentPolynomial.generators("x", "y")
    matrix = [[1, 1, 1], [1, x + y, 2], [1, 1, 5]]
    with pytest.raises(InexactDivision):
        octahedron(None, matrix, 2)


@given(st.lists(st.integers(1, 100), min_size=1, max_size=40))
def test_batched_inverses(entries):
    found = inverses(np.array(entries, dtype=np.uint64), 101)
    assert all(int(a) * b % 101 == 1 for a, b in zip(found, entries, strict=True))


def test_modular_arguments():
    assert lambda_determinant_mod([[Fraction(1, 2)]], 7) == 4
    with pytest.raises(ValueError, match="a prime below 2\\^31, got 2147483648"):
        lambda_determinant_mod(MATRIX, 2**31)
    with pytest.raises(ValueError, match="a prime below 2\\^31, got 91"):
        lambda_determinant_mod(MATRIX, 91)
    with pytest.raises(TypeError, match="must be exact"):
        lambda_determinant_mod([[0.5]], 7)
    with pytest.raises(ZeroDivisionError, match="no residue modulo 7"):
        lambda_determinant_mod([[Fraction(1, 7)]], 7)
    with pytest.raises(ZeroDivisionError, match=r"x\[1\]_\{2,2\} = 0"):
        lambda_determinant_mod(((1, 1, 1), (1, 7, 1), (1, 1, 1)), 7)
    with pytest.raises(ValueError, match="must be square"):
        lambda_determinant_mod(np.ones((2, 3), int), 7)
    (x,) = LaurentPolynomial.generators("x")
    with pytest.raises(TypeError, match="exact numbers"):
        lambda_determinant_mod([[x]], 7)


def test_largest_residues_do_not_overflow():
    rng = np.random.default_rng(3)
    matrix = PRIME - 1 - rng.integers(0, 9, (6, 6))
    expected = Fraction(octahedron(None, matrix, PRIME - 1, PRIME - 2)[6][0][0])
    residue = expected.numerator * pow(expected.denominator, -1, PRIME) % PRIME
    assert lambda_determinant_mod(matrix, PRIME, PRIME - 1, PRIME - 2) == residue


def test_mutant_shifted_parameter_index_is_seen():
    """mu_{i,n-k-j} read as mu_{i,n-k-j-1} gives another number."""
    mu = ((1, 2, 3), (4, 5, 6), (7, 8, 9))
    shifted = tuple((row[-1], *row[:-1]) for row in mu)
    assert octahedron(None, MATRIX, 2, mu)[4] != octahedron(None, MATRIX, 2, shifted)[4]
