"""The certificate: golden, changed, and against sums of rows written out."""

import random

import pytest

from cylindric.algebra.bivariate import BivariatePolynomial
from cylindric.discovery.row_identity import first_coefficient
from cylindric.objects.orbits import orbits_with_index
from tests.cylindric.discovery.test_recurrences import GOLDEN, changed
from tests.cylindric.discovery.uncoupling_definitions import CTX, rows_of


def polynomials(rows):
    return [BivariatePolynomial(p) for p in rows]


def sum_of_rows(c, coefficients):
    """Return sum_i p_i w_i by orbits, of rows that are written out."""
    orbits, _ = orbits_with_index(len(c), sum(c))
    total = [CTX.from_dict({}) for _ in orbits]
    for p, row in zip(coefficients, rows_of(c, len(coefficients) - 1), strict=True):
        poly = CTX.from_dict({(j, k): value for j, k, value in p.terms()})
        total = [t + poly * entry for t, entry in zip(total, row, strict=True)]
    return dict(zip(orbits, total, strict=True))


def test_the_golden_recurrence_is_certified():
    assert first_coefficient((2, 1), polynomials(GOLDEN)) is None
    assert first_coefficient((1, 2), polynomials(GOLDEN)) is None
    assert first_coefficient((3, 0), polynomials(GOLDEN)) is not None


def test_every_changed_coefficient_fails():
    for i, p in enumerate(GOLDEN):
        for k, row in enumerate([*p, []]):
            for j in range(len(row) + 1):
                for by in (1, -1):
                    bad = first_coefficient((2, 1), polynomials(changed(GOLDEN, i, k, j, by)))
                    assert bad is not None
                    assert bad.startswith("the coefficient of ")


@pytest.mark.parametrize("c", [(2, 1), (3, 0), (1, 1, 0), (2, 1, 0), (1, 0, 2), (1, 1, 1, 1)])
def test_it_says_the_coefficient_that_the_sum_written_out_has(c):
    rng = random.Random(sum(c))
    for _ in range(5):
        rows = [[[rng.randint(-2, 2) for _ in range(3)] for _ in range(2)] for _ in range(3)]
        said = first_coefficient(c, polynomials(rows))
        found = sum_of_rows(c, polynomials(rows))
        expected = set()
        for orbit, poly in found.items():
            for (j, k), value in poly.to_dict().items():
                monomial = BivariatePolynomial([[]] * k + [[0] * j + [1]])
                where = "(" + ",".join(map(str, orbit)) + ")"
                expected.add(f"the coefficient of {monomial} in the place of {where} is {value}")
        assert (said in expected) if expected else (said is None)


def test_powers_of_q_and_of_x_are_not_mixed_up():
    """A(x) = 1 + x for (1,0): -q^2 - X^2 + q^2 (1 + q X) is q^3 X - X^2, and not zero."""
    rows = [[[0, 0, -1], [], [-1]], [[0, 0, 1]]]
    assert first_coefficient((1, 0), polynomials(rows)) is not None
