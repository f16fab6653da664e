"""Recurrences: golden ones, misprints, printing, next terms, bad input."""

import json

import pytest
from flint import fmpz_poly

from cylindric import Polynomial, Profile, Recurrence, largest_part_series
from cylindric.algebra.polynomials import to_flint
from cylindric.discovery.recurrences import as_polynomials
from tests.cylindric.discovery.recurrence_definitions import numerators, one_minus, q_polynomials

# q(1 + q^2 X - q^2 X^2 - q^4 X^3), -(1 + q + q^3 X + (q^3 - q^4) X^2 + q^5 X^3), 1
GOLDEN = [
    [[0, 1], [0, 0, 0, 1], [0, 0, 0, -1], [0, 0, 0, 0, 0, -1]],
    [[-1, -1], [0, 0, 0, -1], [0, 0, 0, -1, 1], [0, 0, 0, 0, 0, -1]],
    [[1]],
]
N_21 = Recurrence(GOLDEN, "N_(2,1)")


def changed(coefficients, i, k, j, by=1):
    """Return the coefficients with that of q^j X^k in p_i changed."""
    rows = [[list(row) for row in p] for p in coefficients]
    rows[i] += [[] for _ in range(k + 1 - len(rows[i]))]
    rows[i][k] += [0] * (j + 1 - len(rows[i][k]))
    rows[i][k][j] += by
    return rows


@pytest.mark.parametrize("c", [(2, 1), (3, 0), (3, 1, 0), (1, 1, 1)])
def test_the_numerators_here_are_those_of_the_layers(c):
    """The definition the other tests use is tried against the series by largest part."""
    order, at_most = 12, fmpz_poly()
    series = largest_part_series(Profile.from_composition(c), order)
    for m in range(4):
        at_most += fmpz_poly([series[m, n] for n in range(order)])
        expected = at_most
        for j in range(1, m + 1):
            expected = expected.mul_low(one_minus(len(c) * j), order)
        assert numerators(c, m + 1)[m].truncate(order) == expected


def test_the_golden_recurrence_on_thirty_terms():
    claim = N_21.check(numerators((2, 1), 30))
    assert (claim.status, claim.range) == ("checked", "n = 0..27, that is, 30 terms")


def test_every_changed_coefficient_is_refuted():
    terms = numerators((2, 1), 8)
    for i, p in enumerate(GOLDEN):
        for k, row in enumerate([*p, []]):
            for j in range(len(row) + 1):
                for by in (1, -1):
                    rows = changed(GOLDEN, i, k, j, by)
                    claim = Recurrence(rows).check(terms) if any(map(any, rows[i])) else None
                    assert claim is None or claim.status == "refuted"


@pytest.mark.parametrize("sign", [1, -1])
def test_a_sign_misprinted(sign):
    """(q^3 - q^4) X^2 with another sign, or q^4 X^3 for q^5 X^3."""
    assert not Recurrence(changed(GOLDEN, 1, 2, 4, -2)).check(numerators((2, 1), 6))
    shifted = changed(changed(GOLDEN, 1, 3, 5, 1), 1, 3, 4, sign)
    assert not Recurrence(shifted).check(numerators((2, 1), 6))


def test_the_recurrence_of_q_polynomials():
    terms = q_polynomials((2, 1), 12)
    assert Recurrence([[[], [], [0, -1]], [[1]]]).check(terms)
    refuted = Recurrence([[[], [0, -1]], [[1]]]).check(terms)
    assert refuted.counterexample == "n = 1: the sum is -1 q^3 + .."


def test_next_terms_are_those_of_the_layers():
    terms = numerators((2, 1), 15)
    found = N_21.next_terms(terms[:2], 13)
    assert [to_flint(p) for p in found] == terms[2:]
    assert N_21.next_terms(terms, 0) == []
    with pytest.raises(ValueError, match=r"^polynomials must be at least 2, the order, got 1$"):
        N_21.next_terms([1], 3)
    with pytest.raises(ValueError, match=r"^a\(1\) must be a polynomial"):
        Recurrence([[[1]], [[2]]]).next_terms([1], 1)
    with pytest.raises(ValueError, match=r"does not determine a\(2\)$"):
        Recurrence([[[1]], [[0, 1], [-1]]]).next_terms([[0, 1], 5], 1)
    with pytest.raises(ValueError, match=r"^this takes about"):
        N_21.next_terms(terms, 1000)  # some minutes: the terms grow longer and longer
    with pytest.raises(ValueError, match="steps for the next terms"):
        N_21.next_terms(terms, 10**7)


def test_text_latex_json_and_repr():
    assert str(N_21) == (
        "(q + q^3 X - q^3 X^2 - q^5 X^3) N_(2,1)(n) "
        "- (1 + q + q^3 X + q^3 X^2 - q^4 X^2 + q^5 X^3) N_(2,1)(n+1) + N_(2,1)(n+2) = 0,  X = q^n"
    )
    latex = N_21.to_latex()
    assert latex.startswith(r"\left(q + q^{3} X - q^{3} X^{2} - q^{5} X^{3}\right) N_{(2,1), n}")
    assert latex.endswith(r"+ N_{(2,1), n+2} = 0, \quad X = q^{n}")
    assert N_21._repr_latex_() == f"${latex}$"
    wide = Recurrence([[[1] * 400], [[1]]])
    assert wide._repr_latex_() == (
        r"$a_{n}: \text{ order 1, degrees 399 in } q \text{ and 0 in } q^{n}$"
    )
    assert json.loads(N_21.to_json())["coefficients"] == GOLDEN
    read = Recurrence.from_json(N_21.to_json())
    assert (read, read.name) == (N_21, N_21.name)
    assert eval(repr(N_21)) == N_21
    assert eval(repr(N_21)).name == "N_(2,1)"
    assert (N_21.order, N_21.degree, N_21.degrees) == (2, 3, (5, 3))


@pytest.mark.parametrize("text", ["", "{}", "[]", Polynomial([1]).to_json()])
def test_what_is_no_json_of_a_recurrence(text):
    with pytest.raises(ValueError, match=r"^text must be the JSON of a Recurrence"):
        Recurrence.from_json(text)


def test_what_may_be_given_as_polynomials():
    from sympy import Poly
    from sympy.abc import q, z

    from cylindric import Series

    given = [1, [0, 2], q**2 - 1, Poly(q + 1, q), Series([1, 2], 2), fmpz_poly([5])]
    expected = [[1], [0, 2], [-1, 0, 1], [1, 1], [1, 2], [5]]
    assert as_polynomials("p", given) == [fmpz_poly(p) for p in expected]
    for bad in (0.5, "1", [0.5], None, {1: 2}, q * z, q / 2, 1 / q):
        with pytest.raises(TypeError, match=r"^polynomials must "):
            N_21.check([1, 2, bad])
    with pytest.raises(ValueError, match=r"^polynomials must be more than 2, the order, got 2$"):
        N_21.check([1, 2])
    with pytest.raises(TypeError, match=r"^polynomials must be an iterable"):
        N_21.check(3)


def test_what_is_no_recurrence():
    for bad in ([], [[[1]]]):
        with pytest.raises(ValueError, match=r"^coefficients must be those of an order of 1"):
            Recurrence(bad)
    for bad in ([[], [[1]]], [[[1]], [[0]]]):
        with pytest.raises(ValueError, match=r"^coefficients must not be zero at the ends"):
            Recurrence(bad)
    with pytest.raises(TypeError, match=r"^coefficients must be an integer, got 0.5"):
        Recurrence([[[0.5]], [[1]]])
