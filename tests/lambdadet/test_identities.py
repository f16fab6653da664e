"""Every check agrees, sees a wrong side, and refuses what is too big."""

import pytest

from lambdadet import identities, matching_sum
from lambdadet.closed_form import PARAMETERS
from lambdadet.identities import (
    check_counts,
    check_determinant,
    check_lambda_determinant,
    check_laurent,
    check_vandermonde,
    three_enumeration,
)
from lambdadet.laurent import LaurentPolynomial


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("parameters", PARAMETERS)
@pytest.mark.parametrize("x0", [True, False])
def test_four_routes_agree(n, parameters, x0):
    comparison = check_lambda_determinant(n, parameters, x0)
    assert comparison.agrees
    assert [name for name, _ in comparison.sides] == list(identities.MEANINGS)
    if parameters == "multi":
        assert len(comparison.rows) == 2 ** (n * (n - 1) // 2)


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
@pytest.mark.parametrize(
    "check", [check_laurent, check_counts, check_determinant, check_vandermonde]
)
def test_checks_agree(check, n):
    assert check(n)


def test_golden_counts():
    rows = {row.term: row.left for row in check_counts(6).rows}
    assert [rows[f"matrices, n = {n}"] for n in range(1, 7)] == [1, 2, 7, 42, 429, 7436]
    assert [rows[f"3-enumeration, n = {n}"] for n in range(1, 7)] == [1, 2, 9, 90, 2025, 102060]
    assert [rows[f"1 of row 1 in column {k}, n = 4"] for k in range(1, 5)] == [7, 14, 14, 7]
    assert three_enumeration(6) == 102060


def test_a_wrong_recurrence_is_seen(monkeypatch):
    true = identities.generic_octahedron

    def wrong(n, *arguments):
        for k, level in enumerate(true(n, *arguments)):
            yield [[entry * 2 for entry in row] for row in level] if k == n else level

    monkeypatch.setattr(identities, "generic_octahedron", wrong)
    assert not check_lambda_determinant(3).agrees
    comparison = check_laurent(3)
    assert comparison.first_difference.term == "x[3]_{1,1}"


def test_a_wrong_matching_is_seen(monkeypatch):
    true = matching_sum.matchings
    monkeypatch.setattr(matching_sum, "matchings", lambda edges: list(true(edges))[1:])
    comparison = check_lambda_determinant(3)
    assert len(comparison.differences) == 1
    assert comparison.first_difference.values[:3] == (1, 1, 1)


def test_a_wrong_parameter_index_is_seen(monkeypatch):
    true = matching_sum.parameter_name
    monkeypatch.setattr(
        matching_sum,
        "parameter_name",
        lambda edge, n, words: true(edge, n, words).replace("lam_1", "lam_2"),
    )
    assert not check_lambda_determinant(3).agrees


def test_a_wrong_determinant_is_seen(monkeypatch):
    true = identities.lambda_determinant
    monkeypatch.setattr(identities, "lambda_determinant", lambda m: abs(true(m)))
    assert not check_determinant(3).agrees
    monkeypatch.setattr(identities, "lambda_determinant", lambda m, lam: true(m, lam + 1))
    assert not check_vandermonde(3).agrees


def test_a_wrong_count_is_seen(monkeypatch):
    true = identities.asm_chunks
    monkeypatch.setattr(identities, "asm_chunks", lambda n: (chunk[1:] for chunk in true(n)))
    assert check_counts(2).first_difference.term == "matrices, n = 1"


def test_an_inexact_division_is_a_difference(monkeypatch):
    x, y = LaurentPolynomial.generators("x", "y")

    def broken(n):
        yield []
        yield [[x]]
        yield [[x / (x + y)]]

    monkeypatch.setattr(identities, "generic_octahedron", broken)
    comparison = check_laurent(2)
    assert not comparison.agrees
    assert "is not a Laurent polynomial" in comparison.differences[-1].left


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: check_lambda_determinant(7), "this takes 2097152 terms, more than the limit"),
        (lambda: check_laurent(7), "this takes 2097152 terms"),
        (lambda: check_counts(9), "this takes 911835460 matrices"),
        (lambda: check_vandermonde(8), "terms, more than the limit"),
        (lambda: check_determinant(3, 0), "samples must be at least 1, got 0"),
        (lambda: check_laurent(0), "n must be at least 1, got 0"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ValueError, match=message):
        call()
