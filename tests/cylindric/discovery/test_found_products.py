"""Products found in series, and none found where there is none."""

import random

import pytest
import sympy

from cylindric import Polynomial, Profile, Series, borodin_series, etaq, find_product, qpochhammer
from cylindric.discovery import found_products
from termwise import Claim

ROGERS_RAMANUJAN = 1 / qpochhammer((1, 4), 5, 300)


def test_rogers_ramanujan():
    found = find_product(ROGERS_RAMANUJAN.truncate(50), confirm=ROGERS_RAMANUJAN)
    assert found
    assert (found.period, found.exponents, found.sign, found.power) == (5, (1, 0, 0, 1, 0), 1, 0)
    assert (found.terms, found.evidence, found.status) == (49, 44, "certified")
    assert found.claim.further == 250
    assert found.claim.range == "q^0..q^299"
    assert found.product.series(300) == ROGERS_RAMANUJAN
    assert "periods 1..20" in found.claim.tried
    assert eval(found.claim.reproduce, {"series": ROGERS_RAMANUJAN, **vars(found_products)})
    assert found._repr_latex_() == r"$\frac{1}{(q, q^{4}; q^{5})_\infty}$"
    assert "CERTIFIED on 250 further terms" in found._repr_html_()
    assert str(found) == str(found.claim)


def test_every_profile_has_borodins_product():
    for composition in ((2, 1), (3, 1, 0), (1, 1, 1), (2, 0, 1, 0)):
        pi = Profile.from_composition(composition)
        found = find_product(borodin_series(pi, 60), confirm=lambda n, pi=pi: borodin_series(pi, n))
        period = (*pi.hook_multiplicities(), 1)
        p = next(p for p in range(1, 9) if period == period[:p] * (len(period) // p))
        assert (found.exponents, found.status) == (period[:p], "certified")


def test_minus_q_has_four_times_the_period_and_needs_more_terms():
    series = ROGERS_RAMANUJAN.substitute(sign=-1)
    few, many = find_product(series.truncate(60)), find_product(series.truncate(80))
    assert not few
    assert few.product is None
    assert few.period is None
    assert (few.status, few.evidence, few.candidate.period) == ("candidate", 39, 20)
    assert many.period == 20
    assert many.status == "checked"
    assert few.candidate == many.product
    late = find_product(series.truncate(60), confirm=series.truncate(80))
    assert late.product == many.product
    assert late.status == "certified"
    assert not find_product(series.truncate(47))


@pytest.mark.parametrize(
    ("terms", "status", "found"),
    [(18, "checked", False), (19, "candidate", False), (23, "candidate", False),
     (24, "checked", True)],
)  # fmt: skip
def test_the_evidence_that_is_asked_for(terms, status, found):
    """Of period 5: 18 exponents are 13 = p + 8 equations, 23 are 18 = 2p + 8."""
    search = find_product(ROGERS_RAMANUJAN.truncate(terms))
    assert (search.status, bool(search)) == (status, found)
    assert (search.candidate is None) == (terms == 18)


def test_one_changed_coefficient_beyond_the_first_refutes():
    changed = [*ROGERS_RAMANUJAN.coefficients]
    changed[207] += 1
    found = find_product(ROGERS_RAMANUJAN.truncate(50), confirm=changed)
    assert not found
    assert found.status == "refuted"
    assert found.claim.counterexample == (
        f"q^207: the series has {changed[207]}, the product {changed[207] - 1}"
    )


def test_one_changed_coefficient_within_hides_the_product():
    changed = [*ROGERS_RAMANUJAN.coefficients[:60]]
    changed[30] += 1
    assert not find_product(changed)


def test_no_random_series_is_called_a_product():
    rng = random.Random(12)
    for _ in range(2000):
        search = find_product([1, *(rng.randint(-2, 2) for _ in range(39))])
        assert search.candidate is None
        assert not search
    assert search.claim == Claim(
        "no product of period at most 15, and no finite one",
        "q^0..q^39",
        "checked",
        tried="finite products and periods 1..15",
        reproduce=search.claim.reproduce,
    )
    assert str(eval(search.claim.reproduce, {**vars(found_products)}).claim) == str(search.claim)


def test_sign_power_and_finite_products():
    series = -(qpochhammer((1, 2, 2), 1, 60, length=3) * Series([0, 0, 0, 1], 60))
    found = find_product(series)
    assert (found.product.periodic, found.sign, found.power) == (False, -1, 3)
    assert found.product.exponents == (-1, -3, -3, -2)
    assert found.product.series(60) == series
    one = find_product([1] + [0] * 20)
    assert str(one.product) == "1"


def test_a_probability_names_its_model_and_is_not_said_of_equal_exponents():
    assert "drawn independently" in find_product(ROGERS_RAMANUJAN.truncate(60)).claim.tried
    assert "drawn" not in find_product(1 / etaq(1, 60)).claim.tried


def test_polynomials_are_decided():
    q = sympy.Symbol("q")
    found = find_product(sympy.expand((1 - q + q**2) * (1 + q) ** 3 * q))
    assert (found.status, found.power) == ("proved", 1)
    assert found.product.cyclotomic_factors == {2: 3, 6: 1}
    no = find_product(1 + 3 * q + q**2)
    assert (bool(no), no.status) == (False, "refuted")
    gaussian = qpochhammer(1, 1, 26, length=10) / (
        qpochhammer(1, 1, 26, length=5) * qpochhammer(1, 1, 26, length=5)
    )
    assert find_product(gaussian, polynomial=True).status == "proved"
    assert find_product([1, 1, 0, 1], polynomial=True).status == "refuted"
    ones = find_product(Polynomial([1] * 30, "t"))  # no series 1/(1 - t)
    assert (ones.status, ones.product.variable) == ("proved", "t")
    assert ones.product.exponents == find_product([1] * 30, polynomial=True).exponents


@pytest.mark.parametrize(
    ("search", "error", "says"),
    [
        (lambda: find_product([1, 1, 1]), ValueError, "must have 11 terms or more"),
        (lambda: find_product([1] * 10), ValueError, "got 10 from its least power"),
        (lambda: find_product([1] * 20, max_period=7), ValueError, "23 terms for the period 7"),
        (lambda: find_product([2] * 20), ValueError, "1 or -1 as its leading"),
        (lambda: find_product([1] * 20, confirm=[1] * 20), ValueError, "more than the 20 terms"),
        (lambda: find_product([1] * 20, confirm=7), TypeError, "confirm must be a Series"),
        (lambda: find_product([1] * 20, max_period=0), ValueError, "max_period must be at least 1"),
        (lambda: find_product([1] * 20, polynomial=1), TypeError, "polynomial must be True"),
        (
            lambda: find_product([1, 1], polynomial=True, max_period=77),
            ValueError,
            "max_period must not be given for a polynomial, got 77",
        ),
        (
            lambda: find_product(Polynomial([1, 1]), confirm=[1] * 20),
            ValueError,
            "confirm must not be given for a polynomial",
        ),
        (lambda: find_product(None), TypeError, "series must be"),
    ],
)
def test_bad_input(search, error, says):
    with pytest.raises(error, match=says):
        search()
    assert find_product([1] * 11).candidate
