"""Every check agrees, sees a wrong side, and refuses what is too big; the mutants of all sides."""

import numpy as np
import pytest

from lambdadet.algebra.names import PARAMETERS
from lambdadet.algebra.polynomial import LaurentPolynomial
from lambdadet.checks import determinants
from lambdadet.checks.determinants import (
    check_determinant,
    check_lambda_determinant,
    check_laurent,
    check_vandermonde,
)
from lambdadet.sums import matchings, matrices, pairs


@pytest.mark.slow
@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("parameters", PARAMETERS)
@pytest.mark.parametrize("x0", [True, False])
def test_four_routes_agree(n, parameters, x0):
    comparison = check_lambda_determinant(n, parameters, x0)
    assert comparison.agrees
    assert [name for name, _ in comparison.sides] == list(determinants.MEANINGS)
    if parameters == "multi":
        assert len(comparison.rows) == 2 ** (n * (n - 1) // 2)


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("check", [check_laurent, check_determinant, check_vandermonde])
def test_checks_agree(check, n):
    assert check(n)


def test_a_wrong_recurrence_is_seen(monkeypatch):
    true = determinants.generic_octahedron

    def wrong(n, *arguments):
        for k, level in enumerate(true(n, *arguments)):
            yield [[entry * 2 for entry in row] for row in level] if k == n else level

    monkeypatch.setattr(determinants, "generic_octahedron", wrong)
    assert not check_lambda_determinant(3).agrees
    comparison = check_laurent(3)
    assert comparison.first_difference.term == "x[3]_{1,1}"


def test_a_wrong_matching_is_seen(monkeypatch):
    true = matchings.perfect_matchings
    monkeypatch.setattr(
        matchings, "perfect_matchings", lambda order, **limits: list(true(order, **limits))[1:]
    )
    comparison = check_lambda_determinant(3)
    assert len(comparison.differences) == 1
    assert comparison.first_difference.values[:3] == (1, 1, 1)


def test_a_wrong_parameter_index_is_seen(monkeypatch):
    true = matchings.parameter_name
    monkeypatch.setattr(
        matchings, "parameter_name", lambda *words: true(*words).replace("lam_1", "lam_2")
    )
    assert not check_lambda_determinant(3).agrees


def test_a_wrong_determinant_is_seen(monkeypatch):
    true = determinants.lambda_determinant
    monkeypatch.setattr(determinants, "lambda_determinant", lambda m: abs(true(m)))
    assert not check_determinant(3).agrees
    monkeypatch.setattr(determinants, "lambda_determinant", lambda m, lam: true(m, lam + 1))
    assert not check_vandermonde(3).agrees


def test_an_inexact_division_is_a_difference(monkeypatch):
    x, y = LaurentPolynomial.generators("x", "y")

    def broken(n):
        yield []
        yield [[x]]
        yield [[x / (x + y)]]

    monkeypatch.setattr(determinants, "generic_octahedron", broken)
    comparison = check_laurent(2)
    assert not comparison.agrees
    assert "is not a Laurent polynomial" in comparison.differences[-1].left


def test_mutants_of_the_pair_sum_are_caught(monkeypatch):
    true = pairs.pair_exponents
    wrong = {
        "a parameter index shifted by one": lambda a, b: np.roll(true(a, b), 1, axis=1),
        "the transpose of a matrix": lambda a, b: true(a.transpose(0, 2, 1), b),
        "a dropped pair": lambda a, b: true(a, b)[: max(1, len(a) - 1)],
    }
    for name, mutant in wrong.items():
        monkeypatch.setattr(pairs, "pair_exponents", mutant)
        comparison = check_lambda_determinant(4)
        assert not comparison.agrees, name
        assert comparison.first_difference.values[0] != comparison.first_difference.values[1]
    monkeypatch.setattr(pairs, "pair_exponents", true)
    assert check_lambda_determinant(4)


def test_mutants_of_the_one_sum_are_caught(monkeypatch):
    true = matrices.site_weights

    def one_plus_lam(rows):
        left, right, both = true(rows)
        return left | both, right, both

    def mirrored(rows):
        left, right, both = true(rows)
        return right, left, both

    for mutant in (one_plus_lam, mirrored):
        monkeypatch.setattr(matrices, "site_weights", mutant)
        for words in (("multi", True), ("multi", False), ("constant", False)):
            assert not check_lambda_determinant(3, *words).agrees, (mutant.__name__, words)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: check_lambda_determinant(7), "this takes 2097152 terms, more than the limit"),
        (lambda: check_laurent(7), "this takes 2097152 terms"),
        (lambda: check_vandermonde(8), "terms, more than the limit"),
        (lambda: check_determinant(3, 0), "samples must be at least 1, got 0"),
        (lambda: check_laurent(0), "n must be at least 1, got 0"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_the_seed_of_the_matrices_decides():
    one, same, other = (determinants.check_determinant(4, 8, rng=seed) for seed in (1, 1, 2))
    assert one.rows == same.rows
    assert one.rows != other.rows


def test_the_claim_is_not_copied_from_what_is_found(monkeypatch):
    """Twice every level is Laurent too, and no coefficient is 1."""
    true = determinants.generic_octahedron

    def doubled(n):
        for level in true(n):
            yield [[2 * entry for entry in row] for row in level]

    monkeypatch.setattr(determinants, "generic_octahedron", doubled)
    comparison = determinants.check_laurent(3)
    assert len(comparison.differences) == len(comparison.rows)
    assert comparison.rows[-1].values[1] == "8 terms, coefficients [1]"
