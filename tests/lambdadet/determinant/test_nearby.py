"""Going past zeros: against the site sum, the pair sum and Kasteleyn's determinant."""

from fractions import Fraction
from random import Random

import numpy as np
import pytest
import sympy
from flint import fmpz_mat

from lambdadet import LaurentPolynomial, NotDecided, NoValue, lambda_determinant
from lambdadet.determinant import nearby, value
from lambdadet.determinant.nearby import Series, nearby_value
from lambdadet.determinant.residue import lambda_determinant_mod
from lambdadet.diamonds.kasteleyn import kasteleyn_value
from lambdadet.recurrence.pyramid import make_pyramid
from lambdadet.recurrence.rings import INTEGERS
from tests.lambdadet import definitions as brute

PRIME = 2**31 - 1


def table(random, size, sparse, values=(1, -1, 2, 3)):
    return [
        [0 if random.random() < sparse else random.choice(values) for _ in range(size)]
        for _ in range(size)
    ]


def one_but(size, *zeros):
    return [[int((i, j) not in zeros) for j in range(size)] for i in range(size)]


def test_series_know_how_much_of_them_is_known():
    one, other = Series(0, (0, 2, 3)), Series(1, (5, 7))
    assert (one.low, one.coefficients) == (1, (2, 3))
    total = one + Series(3, (1, 1))
    assert (total.low, total.coefficients) == (1, (2, 3))  # what is known of one ends at eps^3
    lost = one + Series(1, (-2, -3))
    assert not lost
    assert lost.low == 3
    product = one * other
    assert (product.low, product.coefficients) == (2, (10, 29))
    back = product.quotient(other, lambda a, b: a // b)
    assert (back.low, back.coefficients) == (1, (2, 3))


def test_a_value_that_was_refused():
    """The 6 x 6 matrix of ones, lam_22 = mu_21 = 0, all else 1."""
    lam, mu = one_but(5, (1, 1)), one_but(5, (1, 1))
    ones = [[1] * 6] * 6
    assert lambda_determinant(ones, lam, mu) == 9216 == kasteleyn_value(6, ones, None, lam, mu)
    assert lambda_determinant_mod(ones, PRIME, lam, mu) == 9216


def agrees(data, expected):
    """Whether the exact value and a residue are what they must be; None is no value."""
    if expected is None:
        with pytest.raises(NoValue):
            lambda_determinant(*data)
        with pytest.raises(NoValue):
            lambda_determinant_mod(data[0], PRIME, *data[1:])
        return True
    expected = Fraction(expected)
    residue = expected.numerator * pow(expected.denominator, -1, PRIME) % PRIME
    exact = lambda_determinant(*data)
    return exact == expected and lambda_determinant_mod(data[0], PRIME, *data[1:]) == residue


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_the_site_sum_is_the_pair_sum(n):
    random = Random(n)
    for _ in range(20):
        x0 = table(random, n + 1, 0, (1, -2, Fraction(3, 5)))
        data = table(random, n, 0.3), table(random, n - 1, 0.3), table(random, n - 1, 0.3), x0
        assert brute.site_sum(*data) == brute.pair_sum(*data)


@pytest.mark.parametrize(
    ("n", "trials"),
    [(1, 8), (2, 50), (3, 250), (4, 120), pytest.param(5, 20, marks=pytest.mark.slow)],
)
def test_values_with_zeros_everywhere(n, trials):
    """448 cases; with the values of the site sum, or none."""
    random, kinds = Random(n), {True: 0, False: 0}
    for _ in range(trials):
        values = random.choice(((1,), (1, -1), (1, -1, 2, Fraction(1, 3))))
        sparse, zero = random.choice((0, 0.2, 0.6)), random.choice((0, 0.1, 0.3))
        x0 = table(random, n + 1, 0, values if random.random() < 0.5 else (1,))
        lam, mu = (table(random, n - 1, zero, values) for _ in range(2))
        data = table(random, n, sparse, values), lam, mu, x0
        expected = brute.site_sum(*data)
        kinds[expected is None] += 1
        assert agrees(data, expected), data
    assert n < 3 or min(kinds.values()) > trials // 20


@pytest.mark.parametrize(("n", "trials"), [(6, 40), (7, 10), (8, 15)])
def test_zero_parameters_against_kasteleyn(n, trials):
    """No inner 0 in the matrix, some of the parameters 0: there is always a value."""
    random = Random(n)
    something = 0
    for at in range(trials):
        zero = 0.2 if at % 2 else 0.08
        x1 = table(random, n, 0, (1, 1, 2))
        for k in range(n):
            x1[0][k] *= random.randint(0, 3)
            x1[k][-1] *= random.randint(0, 3)
        lam, mu = table(random, n - 1, zero, (1,)), table(random, n - 1, zero, (1,))
        expected = kasteleyn_value(n, x1, None, lam, mu)
        something += expected != 0
        assert agrees((x1, lam, mu, None), expected), (x1, lam, mu)
    assert something > trials // 5


@pytest.mark.parametrize("prime", [2, 3, 5, 7, 101, PRIME])
def test_every_prime_goes_past_zeros(prime):
    random = Random(prime)
    for n in range(1, 9):
        for _ in range(10):
            matrix = table(random, n, 0.2, range(1, 10))
            assert lambda_determinant_mod(matrix, prime) == int(fmpz_mat(matrix).det()) % prime
            residues = np.array(matrix) % prime
            if n <= 4 and prime < 100:
                expected = lambda_determinant_mod(residues, prime)
                assert lambda_determinant_mod(matrix, prime) == expected


def test_ordinary_matrices_modulo_a_prime():
    random = Random(8)
    for _ in range(20):
        matrix = table(random, 8, 0, range(1, 10))
        assert lambda_determinant_mod(matrix, PRIME) == int(fmpz_mat(matrix).det()) % PRIME


def test_poles_modulo_a_prime_are_refused():
    with pytest.raises(NoValue, match=r"x\[1\]_\{2,2\} = 0"):
        lambda_determinant_mod([[1, 1, 1], [1, 7, 1], [1, 1, 1]], 7, 1)
    with pytest.raises(NoValue, match=r"x\[0\]_\{2,2\} = 0"):
        lambda_determinant_mod([[1, 2], [3, 4]], 7, x0=[[7] * 3] * 3)
    assert lambda_determinant_mod([[1, 1, 1], [1, 7, 1], [1, 1, 2]], 7) == 6
    assert lambda_determinant_mod([[0, 1, 1], [1, 0, 1], [1, 1, 0]], 7, 7, 7) == 0


def test_what_is_not_known_is_no_claim_that_there_is_nothing():
    matrix = [[int((i, j) != (6, 6)) for j in range(17)] for i in range(17)]
    lam = one_but(16, (0, 0))
    for call in (
        lambda: lambda_determinant(matrix, lam),
        lambda: lambda_determinant_mod(matrix, PRIME, lam),
    ):
        with pytest.raises(NotDecided, match="not decided whether there is a value") as caught:
            call()
        assert not isinstance(caught.value, NoValue)


@pytest.mark.parametrize("n", [3, 8, 13])
def test_series_and_residues_give_the_same(n, monkeypatch):
    """Determinants have two ways past a 0: each is as good as FLINT."""
    random = Random(n)
    for _ in range(10 if n < 13 else 3):
        matrix = table(random, n, 0.5, (1, -3, 10**12))
        lam = random.choice((-3, -1, 2))
        expected = int(fmpz_mat(matrix).det()) * (-lam) ** (n * (n - 1) // 2)
        for few in (0, 99):
            monkeypatch.setattr(value, "FEW", few)
            assert lambda_determinant(matrix, lam, -lam) == expected


def test_sites_count_in_the_degree():
    """x_ij = (-1)^(ij) with two corners changed, a degree that forgets the sites is wrong."""
    for n in (5, 8, 11):
        matrix = [[(-1) ** (i * j) for j in range(1, n + 1)] for i in range(1, n + 1)]
        matrix[0][0], matrix[-1][-1] = 2, 3
        for lam in (1, 2):
            expected = kasteleyn_value(n, matrix, None, lam, 1)
            assert lambda_determinant(matrix, lam) == expected


def test_x0_counts_past_a_zero():
    """Residues are for x[0] = 1 alone, and x[0] is in the value."""
    random = Random(5)
    for n in (4, 6, 13):
        matrix = table(random, n, 0, (1, 2))
        x0 = table(random, n + 1, 0, (1, 2, 3))
        matrix[1][1] = matrix[0][0] * 0 + 1
        matrix[0][0], matrix[0][1], matrix[1][0] = 1, 1, 1  # a minor 0 if lam = -1
        expected = kasteleyn_value(n, matrix, x0, -1, 1)
        assert lambda_determinant(matrix, x0=x0) == expected


@pytest.mark.parametrize("y", [2, Fraction(-3, 5)])
def test_residues_are_for_x0_1_alone(y):
    """x[0] constant: no factor c_ab is left, and the value is not the determinant."""
    for n in (6, 14):
        ones = [[1] * n for _ in range(n)]
        matrix = [[e + 2 * (i == j) for j, e in enumerate(row)] for i, row in enumerate(ones)]
        determinant = int(fmpz_mat(matrix).det())
        x0 = [[y] * (n + 1)] * (n + 1)
        assert determinant
        assert lambda_determinant(matrix, x0=x0) == determinant / Fraction(y) ** (n - 1)
        assert (
            lambda_determinant_mod(matrix, 101, x0=x0)
            == (determinant * pow(y.denominator, n - 1, 101) * pow(y.numerator, -(n - 1), 101))
            % 101
        )


@pytest.mark.slow
def test_as_many_coefficients_as_are_needed(monkeypatch):
    """A sparse determinant loses many: no number of coefficients is the last."""
    random, used = Random(2), []
    matrix = table(random, 30, 0.85, (1, -2, 3))
    expected = int(fmpz_mat(matrix).det())
    right = nearby._with_precision

    def spy(pyramid, quotient, precision, attempt):
        used.append(precision)
        return right(pyramid, quotient, precision, attempt)

    monkeypatch.setattr(nearby, "_with_precision", spy)
    monkeypatch.setattr(value, "FEW", 99)
    assert lambda_determinant(matrix) == expected
    assert used[-1] > 8
    monkeypatch.setattr(value, "FEW", 12)
    assert lambda_determinant(matrix) == expected


def test_high_order_zeros():
    """Blocks of zeros: many coefficients are lost on the way."""
    for n in (4, 9):
        pyramid = make_pyramid(np.eye(n, dtype=int)[::-1].tolist(), -1, 1, None)
        integral = value._integral(pyramid)[0]
        assert integral.ring is INTEGERS
        above, below = nearby_value(integral, INTEGERS.quotient)
        assert above / below == (-1) ** (n * (n - 1) // 2)


def test_polynomials_and_symbols_go_past_zeros():
    x, y = LaurentPolynomial.generators("x", "y")
    lam, mu = one_but(3, (1, 1)), one_but(3, (1, 1))
    matrix = [[x, 1, y, 1], [1, 1, 1, x], [1, 1, 1, 1], [y, x, 1, 1]]
    found = lambda_determinant(matrix, lam, mu)
    symbolic = lambda_determinant(
        [[e + sympy.Integer(0) if e == 1 else e.to_sympy() for e in row] for row in matrix], lam, mu
    )
    for a, b in ((2, 3), (-1, 5)):
        numbers = [[e if e == 1 else e(x=a, y=b) for e in row] for row in matrix]
        assert found(x=a, y=b) == brute.pair_sum(numbers, lam, mu, [[1] * 5] * 5)
        assert symbolic.subs({"x": a, "y": b}) == found(x=a, y=b)
    root = sympy.sqrt(2)
    mixed = [[root, 1, x.to_sympy()], [2, root * root - 2, 1], [1, 1, root]]
    assert sympy.expand(lambda_determinant(mixed) - sympy.Matrix(mixed).det()) == 0


@pytest.mark.slow
def test_sizes_that_took_a_minute():
    assert lambda_determinant(np.ones((80, 80), int)) == 0
    assert lambda_determinant(np.eye(200, dtype=int)) == 1
