"""lambda_determinant against the definition, the determinant, and the pair sum at zeros."""

from fractions import Fraction
from random import Random

import numpy as np
import pytest
import sympy
from flint import fmpz_mat
from hypothesis import given
from hypothesis import strategies as st

from lambdadet.algebra.polynomial import InexactDivision, LaurentPolynomial
from lambdadet.determinant.poles import NoValue
from lambdadet.determinant.value import lambda_determinant
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.strategies import exact_matrices, exact_numbers, parameters
from tests.lambdadet import definitions as brute


def full(value, size):
    return value if isinstance(value, tuple) else ((value,) * size,) * size


def cancelled(n, lam, mu, x0, sites):
    """Set mu at the given sites so that the factor of a -1 there is 0."""
    mu = [list(row) for row in mu]
    for a, b in sites:
        if a < n - 1 and b < n - 1:
            above = Fraction(lam[a][b]) * x0[a][b + 1] * x0[a + 1][b]
            mu[a][n - 1 - b] = -above / (x0[a][b] * x0[a + 1][b + 1])
    return tuple(map(tuple, mu))


@st.composite
def pyramids(draw):
    x1 = draw(exact_matrices(max_size=4, fractions=True))
    n = len(x1)
    ones = ((1,) * (n + 1),) * (n + 1)
    x0 = draw(st.just(ones) | exact_matrices(min_size=n + 1, max_size=n + 1, zero=False))
    lam, mu = (full(draw(parameters(n)), n - 1) for _ in range(2))
    sites = draw(st.sets(st.tuples(st.integers(1, 2), st.integers(1, 2))))
    return x1, lam, cancelled(n, lam, mu, x0, sites), x0


@pytest.mark.slow
@given(pyramids())
def test_value_is_the_pair_sum(data):
    expected = brute.pair_sum(*data)
    if expected is None:
        with pytest.raises(NoValue, match="no value"):
            lambda_determinant(*data)
    else:
        assert lambda_determinant(*data) == expected


@pytest.mark.slow
def test_many_zeros():
    random = Random(8)
    values = nothing = 0
    for _ in range(400):
        n = random.randint(1, 4)
        sparse = random.choice((0.2, 0.5, 0.8))

        def table(size, sparse=sparse):
            return tuple(
                tuple(
                    0 if random.random() < sparse else random.choice((-2, -1, 1, 3))
                    for _ in range(size)
                )
                for _ in range(size)
            )

        ones = ((1,) * (n + 1),) * (n + 1)
        data = table(n), table(n - 1), table(n - 1), ones
        expected = brute.pair_sum(*data)
        if expected is None:
            nothing += 1
            with pytest.raises(NoValue):
                lambda_determinant(*data)
        else:
            values += 1
            assert lambda_determinant(*data) == expected, data
    assert values > 100
    assert nothing > 5


def determinant(matrix):
    return int(fmpz_mat([list(row) for row in matrix]).det())


@given(exact_matrices(max_size=7))
def test_lam_minus_one_is_the_determinant(matrix):
    assert lambda_determinant(matrix) == determinant(matrix)


@pytest.mark.parametrize("n", [1, 2, 3, 5, 8, 13, 20])
def test_singular_and_sparse_determinants(n):
    random = Random(n)
    identity = np.eye(n, dtype=int)
    cases = [np.zeros((n, n), int), identity, identity[::-1], np.ones((n, n), int)]
    cases += [np.array([[random.randint(-1, 1) for _ in range(n)] for _ in range(n)])] * 2
    cases += [np.outer(range(n), range(n)), np.triu(np.ones((n, n), int), 1)]
    for matrix in cases:
        assert lambda_determinant(matrix) == determinant(matrix.tolist())


def test_determinant_of_60():
    random = Random(1)
    matrix = [[random.randint(-9, 9) for _ in range(60)] for _ in range(60)]
    assert lambda_determinant(matrix) == determinant(matrix)


@given(exact_matrices(zero=False, fractions=True, max_size=5), exact_numbers(), exact_numbers())
def test_homogeneous_in_matrix_and_parameters(matrix, lam, mu):
    n = len(matrix)
    value = lambda_determinant(matrix, lam, mu)
    assert lambda_determinant([[3 * x for x in row] for row in matrix], lam, mu) == value * 3**n
    half = Fraction(1, 2)
    assert lambda_determinant(matrix, lam * half, mu * half) == value * half ** (n * (n - 1) // 2)


def test_golden_values():
    for n in range(1, 6):
        ones = [[1] * n] * n
        for lam in (-1, 0, 2, Fraction(1, 3)):
            assert lambda_determinant(ones, lam) == (1 + lam) ** (n * (n - 1) // 2)
    v = (2, 3, 5, 7)
    expected = 1
    for j in range(4):
        for i in range(j):
            expected *= v[j] + 4 * v[i]
    assert lambda_determinant([[x**k for k in range(4)] for x in v], 4) == expected


def test_unequal_denominators():
    """Too many denominators for one: the work is done over fractions, with the same result."""
    random = Random(4)
    matrix = [
        [Fraction(random.randint(1, 99), random.choice((97, 101, 103, 89, 83))) for _ in range(9)]
        for _ in range(9)
    ]
    wide = [[x / (10**9 + 7 * k + i) for k, x in enumerate(row)] for i, row in enumerate(matrix)]
    for lam in (-1, 2):
        expected = brute.octahedron(wide, [[1] * 10] * 10, full(lam, 8), full(Fraction(1), 8))
        assert lambda_determinant(wide, lam) == expected
    wide[3][3] = wide[4][5] = 0
    exact = sympy.Matrix(
        9, 9, lambda i, j: sympy.Rational(wide[i][j].numerator, wide[i][j].denominator)
    )
    assert lambda_determinant(wide) == Fraction(int(exact.det().p), int(exact.det().q))


def test_symbols():
    a, b, c, lam = sympy.symbols("a b c lam")
    matrix = sympy.Matrix([[a, b, 1], [c, 0, b], [1, a, c]])
    assert sympy.expand(lambda_determinant(matrix) - matrix.det()) == 0
    with pytest.raises(NoValue, match=r"x\[1\]_\{2,2\} = 0"):
        lambda_determinant(matrix, lam)
    regular = sympy.Matrix([[a, b], [c, a]])
    assert sympy.expand(lambda_determinant(regular, lam) - a**2 - lam * b * c) == 0
    zero_minor = sympy.Matrix([[a, b, c, 1], [b, 1, 1, a], [c, 1, 1, b], [1, c, a, b]])
    assert sympy.expand(lambda_determinant(zero_minor) - zero_minor.det()) == 0
    root = lambda_determinant([[sympy.sqrt(2), 1], [1, sympy.sqrt(2)]], 3)
    assert sympy.simplify(root - 5) == 0


def test_polynomials():
    x, y = LaurentPolynomial.generators("x", "y")
    vandermonde = [[1, v, v**2] for v in (x, y, x * y)]
    lam = LaurentPolynomial.generators("lam")[0]
    expected = (y + lam * x) * (x * y + lam * x) * (x * y + lam * y)
    assert lambda_determinant(vandermonde, lam) == expected
    zero = [[x, 1, y], [1, 0, x], [y, x, 1]]
    assert lambda_determinant(zero) == 2 * x * y - x**3 - 1
    with pytest.raises(InexactDivision):
        lambda_determinant([[1, 1, 1], [1, x + y, 2], [1, 1, 5]], 2)
    mixed = lambda_determinant([[x, sympy.Symbol("t")], [1, 2]])
    assert sympy.expand(mixed - 2 * sympy.Symbol("x") + sympy.Symbol("t")) == 0


def test_zero_inside_for_arbitrary_lam():
    """A minor 0 that is no entry: the value is still that of the closed form."""
    matrix = ((3, 1, 2, 1), (1, 2, 1, 3), (2, -1, 1, 1), (1, 1, 4, 1))
    ones = ((1,) * 5,) * 5
    assert 2 * 1 + 2 * 1 * -1 == 0  # x[2]_22 at lam = 2
    expected = brute.pair_sum(matrix, full(2, 3), full(1, 3), ones)
    assert lambda_determinant(matrix, 2) == expected


@pytest.mark.parametrize("n", [13, 40])
def test_large_identity(n):
    matrix = np.eye(n, dtype=int)
    assert lambda_determinant(matrix) == 1
    assert lambda_determinant(3 * matrix, 2, -2) == 3**n * (-2) ** (n * (n - 1) // 2)


ARRAY = np.arange(9).reshape(3, 3)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: lambda_determinant([[1, 2], [3]]), ValueError, "square: row 2 has 1 entry"),
        (lambda: lambda_determinant(np.ones((2, 3), int)), ValueError, "square: row 1 has 3"),
        (lambda: lambda_determinant([]), ValueError, "at least one row"),
        (lambda: lambda_determinant(np.zeros((0, 0), int)), ValueError, "at least one row"),
        (lambda: lambda_determinant(np.zeros(4, int)), ValueError, "two dimensions"),
        (lambda: lambda_determinant(5), TypeError, "must be a matrix"),
        (lambda: lambda_determinant("12"), TypeError, "must be a matrix"),
        (lambda: lambda_determinant([1, 2]), TypeError, "got the row 1"),
        (lambda: lambda_determinant([[1.0]]), TypeError, r"matrix\[0\]\[0\] must be exact"),
        (lambda: lambda_determinant(np.ones((2, 2))), TypeError, "must be exact"),
        (lambda: lambda_determinant(sympy.Matrix([[0.5]])), TypeError, "must be exact"),
        (lambda: lambda_determinant([[sympy.oo]]), TypeError, "must be exact"),
        (lambda: lambda_determinant([[None]]), TypeError, "must be exact"),
        (lambda: lambda_determinant([[1]], lam=0.5), TypeError, "lam must be exact"),
        (lambda: lambda_determinant(ARRAY, lam=[[1]]), ValueError, "lam must be 2 x 2, got 1"),
        (lambda: lambda_determinant(ARRAY, mu=ARRAY), ValueError, "mu must be 2 x 2, got 3"),
        (lambda: lambda_determinant(ARRAY, x0=ARRAY), ValueError, "x0 must be 4 x 4, got 3"),
        (
            lambda: lambda_determinant(ARRAY + 1, 2, x0=np.zeros((4, 4), int)),
            NoValue,
            r"x\[0\]_\{2,2\} = 0",
        ),
        (
            lambda: lambda_determinant([[1, 1, 1], [1, 0, 1], [1, 1, 1]], 1),
            NoValue,
            r"x\[1\]_\{2,2\} = 0 occurs to the power -1",
        ),
    ],
)
def test_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_lam_and_mu_zero_are_legal():
    matrix = [[2, 3, 5], [7, 0, 1], [4, 6, 9]]
    assert lambda_determinant(matrix, 0) == 0  # the diagonal
    assert lambda_determinant(matrix, 0, 0) == 0
    assert lambda_determinant(matrix, 3, 0) == 0
    assert lambda_determinant([[2, 3], [5, 7]], 0) == 14
    assert lambda_determinant([[2]], 0, 0) == 2


def test_matrices_of_other_types():
    assert lambda_determinant(AlternatingSignMatrix([[0, 1], [1, 0]]), 5) == 5
    assert lambda_determinant([[True]]) is not True
    assert lambda_determinant(np.array([[Fraction(1, 2), 1], [1, 2]], dtype=object)) == 0


def test_arguments_are_not_changed():
    matrix, lam = [[1, 2], [3, 4]], [[2]]
    lambda_determinant(matrix, lam)
    assert (matrix, lam) == ([[1, 2], [3, 4]], [[2]])


@pytest.mark.parametrize("n", range(1, 7))
@pytest.mark.parametrize("lam", [-1, 0, 1, 2, Fraction(1, 3)])
def test_all_ones_and_vandermonde(n, lam):
    """(1 + lam)^{n(n-1)/2}, and prod_{i<j} (v_j + lam v_i)."""
    assert lambda_determinant([[1] * n] * n, lam) == (1 + lam) ** (n * (n - 1) // 2)
    v = [2, -3, 5, 7, 1, 4][:n]
    product = Fraction(1)
    for j in range(n):
        for i in range(j):
            product *= v[j] + lam * v[i]
    assert lambda_determinant([[x**j for j in range(n)] for x in v], lam) == product
