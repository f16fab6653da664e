"""The closed forms against the pair sum of the definition, and mutants."""

import numpy as np
import pytest

from lambdadet import closed_form, one_sum, pair_sum
from lambdadet.closed_form import (
    count_terms,
    di_francesco,
    generic_lambda_determinant,
    robbins_rumsey,
)
from lambdadet.identities import check_lambda_determinant
from lambdadet.matrices import alternating_sign_matrices
from lambdadet.one_sum import site_weights
from tests.lambdadet import asm_definitions as brute

ROUTES = ("closed_form", "pair_sum", "one_sum", "octahedron")


def definition(n):
    """The generic polynomial {names with powers: 1}, from all pairs that a search finds."""
    inner = list(brute.asms(n - 1)) if n > 1 else [()]
    terms = set()
    for a in brute.asms(n):
        for b in inner:
            if brute.compatible(a, b):
                powers = {f"{kind}_{i}{j}": e for (kind, i, j), e in brute.exponents(a, b).items()}
                powers |= {f"x_{i + 1}{j + 1}": a[i][j] for i in range(n) for j in range(n)}
                powers |= {
                    f"y_{i + 2}{j + 2}": -b[i][j] for i in range(n - 1) for j in range(n - 1)
                }
                terms.add(frozenset((k, e) for k, e in powers.items() if e))
    return terms


def monomials(p):
    return {
        frozenset((name, e) for name, e in zip(p.variables, row, strict=True) if e)
        for row in p.terms
    }


@pytest.mark.parametrize("n", [1, 2, 3, 4])
@pytest.mark.parametrize("method", ROUTES)
def test_generic_polynomial_is_the_definition(n, method):
    p = generic_lambda_determinant(n, method=method)
    assert len(p) == 2 ** (n * (n - 1) // 2)
    assert set(p.terms.values()) == {1}
    assert monomials(p) == definition(n)


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("x0", [True, False])
@pytest.mark.parametrize("parameters", closed_form.PARAMETERS)
def test_all_routes_give_the_same(n, parameters, x0):
    found = [generic_lambda_determinant(n, parameters, x0, method) for method in ROUTES]
    assert all(p == found[0] for p in found)
    assert all(p.terms == found[0].terms for p in found)
    assert len(found[0]) <= count_terms(n, parameters, x0)
    if parameters != "di_francesco":
        assert len(found[0]) == count_terms(n, parameters, x0)


def test_golden_term_counts():
    """Numbers of terms that other systems found too."""
    assert [len(robbins_rumsey(n)) for n in (3, 4, 5, 6)] == [8, 62, 863, 20488]
    assert count_terms(7, "constant", False) == 810056
    assert [len(generic_lambda_determinant(n)) for n in (2, 3, 4, 5, 6)] == [
        2, 8, 64, 1024, 32768,
    ]  # fmt: skip


def test_generic_6_equals_the_recurrence():
    assert generic_lambda_determinant(6) == generic_lambda_determinant(6, method="octahedron")


@pytest.mark.parametrize("n", [2, 3, 4])
def test_robbins_rumsey_formula(n):
    """sum lam^(inv - N) (1 + lam)^N at lam = 2, all x = 1, from the matrices themselves."""
    p = robbins_rumsey(n)
    values = dict.fromkeys(p.variables, 1)
    for lam in (-2, -1, 0, 1, 2):
        expected = sum(
            lam ** (a.inversion_number - a.negative_ones) * (1 + lam) ** a.negative_ones
            for a in alternating_sign_matrices(n)
        )
        assert p.evaluate(values | {"lam": lam}) == expected
        assert expected == (1 + lam) ** (n * (n - 1) // 2)


def test_di_francesco_names():
    assert di_francesco(3).variables[:6] == ("lam_0", "lam_m1", "lam_p1", "mu_p1", "mu_0", "mu_p2")


def test_mutants_of_the_pair_sum_are_caught(monkeypatch):
    true = pair_sum.pair_exponents
    wrong = {
        "a parameter index shifted by one": lambda a, b: np.roll(true(a, b), 1, axis=1),
        "the transpose of a matrix": lambda a, b: true(a.transpose(0, 2, 1), b),
        "a dropped pair": lambda a, b: true(a, b)[: max(1, len(a) - 1)],
    }
    for name, mutant in wrong.items():
        monkeypatch.setattr(pair_sum, "pair_exponents", mutant)
        comparison = check_lambda_determinant(4)
        assert not comparison.agrees, name
        assert comparison.first_difference.values[0] != comparison.first_difference.values[1]
    monkeypatch.setattr(pair_sum, "pair_exponents", true)
    assert check_lambda_determinant(4)


def test_mutants_of_the_one_sum_are_caught(monkeypatch):
    true = site_weights

    def one_plus_lam(matrices):
        left, right, both = true(matrices)
        return left | both, right, both

    def mirrored(matrices):
        left, right, both = true(matrices)
        return right, left, both

    for mutant in (one_plus_lam, mirrored):
        monkeypatch.setattr(one_sum, "site_weights", mutant)
        for words in (("multi", True), ("multi", False), ("constant", False)):
            assert not check_lambda_determinant(3, *words).agrees, (mutant.__name__, words)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ((0,), ValueError, "n must be at least 1, got 0"),
        ((2.0,), TypeError, "n must be an integer"),
        ((3, "all"), ValueError, "parameters must be one of multi, constant, di_francesco"),
        ((3, "multi", True, "fast"), ValueError, "method must be one of closed_form"),
        ((7,), ValueError, "this takes 2097152 terms, more than the limit"),
        ((8, "constant", False), ValueError, "terms, more than the limit of 1048576"),
        ((40, "constant", False), ValueError, "terms, more than the limit"),
    ],
)
def test_bad_input(arguments, error, message):
    with pytest.raises(error, match=message):
        generic_lambda_determinant(*arguments)
