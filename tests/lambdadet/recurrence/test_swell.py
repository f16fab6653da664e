"""Matrices of symbols are refused by what they take, and numbers are not asked."""

import time

import pytest
from sympy import Matrix, Symbol, symbols
from sympy.abc import x, y

from lambdadet import LaurentPolynomial, lambda_determinant, octahedron
from lambdadet.recurrence import swell
from lambdadet.recurrence.rings import INTEGERS, NUMBERS, common_ring
from termwise.price import STEPS


def free(n, power=1):
    return [[Symbol(f"x_{i}_{j}") ** power for j in range(n)] for i in range(n)]


def generators(n):
    letters = LaurentPolynomial.generators(*(str(s) for row in free(n) for s in row))
    return [list(letters[i * n : i * n + n]) for i in range(n)]


@pytest.mark.parametrize("n", [7, 10, 30])
@pytest.mark.parametrize("lam", [-1, 2, Symbol("lam")])
def test_free_symbols_are_refused_at_once(n, lam):
    says = f"this takes about .* steps for the quotients of {n} x {n} different symbols"
    for call in (lambda_determinant, lambda matrix, lam: octahedron(None, matrix, lam)):
        started = time.process_time()
        with pytest.raises(ValueError, match=says):
            call(free(n), lam)
        assert time.process_time() - started < 2


@pytest.mark.parametrize("n", [5, 6, 40])
def test_free_symbols_on_both_layers_are_refused_at_once(n):
    """Fractions of them are brought into lowest terms, which takes longest."""
    below = [[Symbol(f"y_{i}_{j}") for j in range(n + 1)] for i in range(n + 1)]
    terms = {5: "1024", 6: "32768", 40: r".*digits\)"}[n]
    with pytest.raises(ValueError, match=rf"steps for (values of {terms} terms|the quotients)"):
        octahedron(below, free(n), 2)


def test_free_symbols_with_a_parameter_0_are_not():
    below = [[Symbol(f"y_{i}_{j}") for j in range(6)] for i in range(6)]
    assert octahedron(below, free(5), 0)[5][0][0].is_Mul


def test_what_is_not_free_is_refused_level_by_level(monkeypatch):
    """A square of a symbol is no symbol: the terms are counted as they grow."""
    asked = []
    monkeypatch.setattr(swell, "require_steps", lambda steps, what: asked.append((steps, what)))
    assert lambda_determinant(free(4, 2)) == Matrix(free(4, 2)).det(method="berkowitz").expand()
    products = [steps for steps, what in asked if "products" in what]
    quotients = [steps for steps, what in asked if "quotients" in what]
    # 1-rowed minors have 1 term, 2-rowed 2, 3-rowed 6: 2 t^2 pairs for each of (n-k)^2 sites.
    assert products == [swell.PRODUCT * pairs for pairs in (2 * 9, 2 * 4 * 4, 2 * 36)]
    assert len(quotients) == 4 + 1
    assert quotients[-1] > quotients[0]
    monkeypatch.undo()
    monkeypatch.setattr(swell, "PRODUCT", STEPS / 40)
    for matrix in (free(4, 2), [[x + i * y**j for j in range(5)] for i in range(5)]):
        with pytest.raises(ValueError, match=r"steps for the products of entries of \d+ terms"):
            lambda_determinant(matrix, 3)
    monkeypatch.undo()
    monkeypatch.setattr(swell, "QUOTIENT", STEPS)
    for call in (lambda_determinant, lambda matrix, lam: octahedron(None, matrix, lam)):
        with pytest.raises(ValueError, match=r"steps for quotients of entries of \d+ terms"):
            call(free(3, 2), 3)


def test_a_zero_inside_is_counted_too(monkeypatch):
    asked = []
    monkeypatch.setattr(swell, "require_steps", lambda steps, what: asked.append(what))
    assert lambda_determinant([[x, 1, y], [1, 0, 1], [y, 1, x]]) == 2 * y - 2 * x
    assert any("quotients" in what for what in asked)


def test_parameters_that_are_zero_leave_few_terms():
    """With lam = 0 only one permutation is left, however many symbols there are."""
    n = 9
    assert lambda_determinant(free(n), 0) == Matrix(free(n)).diagonal(0)[0] * product_from(n, 1)
    assert lambda_determinant(free(5), -1).as_coefficients_dict()


def product_from(n, first):
    value = 1
    for k in range(first, n):
        value *= free(n)[k][k]
    return value


def test_numbers_are_not_asked():
    assert NUMBERS.terms is None
    assert INTEGERS.terms is None
    assert common_ring(generators(2)[0]).terms is None  # FLINT's polynomials have their own prices
    assert common_ring([x, 1 / y], field=True).terms(common_ring([x, 1 / y]).convert(x + 1)) >= 2
    a, b = symbols("a b")
    assert lambda_determinant([[a, b], [b, a]], 3) == a**2 + 3 * b**2
    assert len(lambda_determinant(generators(6)).terms) == 720


def test_a_ring_of_expressions_counts_summands():
    from sympy import exp, sin

    ring = common_ring([sin(x), exp(x)])
    assert ring.terms(ring.convert(sin(x) + exp(x))) > 1
