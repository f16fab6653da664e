"""Every route to the generic lambda-determinant against the pair sum of the definition."""

import pytest

from lambdadet.algebra.names import PARAMETERS
from lambdadet.determinant.generic import (
    count_terms,
    di_francesco,
    generic_lambda_determinant,
    robbins_rumsey,
)
from lambdadet.objects.listing import alternating_sign_matrices
from tests.lambdadet import definitions as brute

ROUTES = ("closed_form", "pair_sum", "one_sum", "octahedron")


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
    assert monomials(p) == brute.generic_terms(n)


@pytest.mark.slow
@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("x0", [True, False])
@pytest.mark.parametrize("parameters", PARAMETERS)
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
    found = [len(generic_lambda_determinant(n)) for n in (2, 3, 4, 5, 6)]
    assert found == [2, 8, 64, 1024, 32768]


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


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ((0,), ValueError, "n must be at least 1, got 0"),
        ((2.0,), TypeError, "n must be an integer"),
        ((3, "all"), ValueError, "parameters must be one of multi, constant, di_francesco"),
        ((3, "multi", True, "fast"), ValueError, "method must be one of closed_form"),
        ((7,), ValueError, "this takes 2097152 terms, more than the limit"),
        ((8, "constant", False), ValueError, "terms, more than the limit of 1048576"),
        ((40, "constant", False), ValueError, r"terms( or more, above|, more than) the limit"),
    ],
)
def test_bad_input(arguments, error, message):
    with pytest.raises(error, match=message):
        generic_lambda_determinant(*arguments)
