"""The certificate: golden, changed, and against sums of rows written out."""

import random

import pytest
from flint import fmpz_mpoly_ctx

from cylindric.algebra.bivariate import BivariatePolynomial
from cylindric.discovery.row_identity import first_coefficient
from cylindric.objects.orbits import orbit_of, orbits_with_index
from tests.cylindric.discovery.recurrence_definitions import losses
from tests.cylindric.discovery.test_recurrences import GOLDEN, changed

CTX = fmpz_mpoly_ctx.get(("q", "X"), "lex")
Q, X = CTX.gens()


def polynomials(rows):
    return [BivariatePolynomial(p) for p in rows]


def sum_of_rows(c, coefficients):
    """Return sum_i p_i w_i by orbits, every matrix product as it stands."""
    orbits, places = orbits_with_index(len(c), sum(c))
    total = [CTX.from_dict({}) for _ in orbits]
    for i, p in enumerate(coefficients):
        row = [CTX.from_dict({(0, 0): int(o == orbit_of(c))}) for o in orbits]
        for j in range(i, 0, -1):
            after = [CTX.from_dict({}) for _ in orbits]
            for at, orbit in enumerate(orbits):
                for f, left in losses(orbit):
                    after[places[left]] += row[at] * (Q**j * X) ** sum(f)
            row = after
        poly = CTX.from_dict({(j, k): c for j, k, c in p.terms()})
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
