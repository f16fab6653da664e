"""The law of the labels: moments are derivatives, and solve_z inverts the mean."""

from fractions import Fraction
from math import prod

import pytest

from cylindric import Profile, expected_weight, refined_series, solve_z, variance_weight
from cylindric.sampling.factors import boltzmann_factors
from tests.cylindric.definitions import product_coefficients
from tests.cylindric.sampling.test_perfect import CHIRAL, ELEVEN, monomials


@pytest.mark.parametrize("word", ["11010", CHIRAL, "1", "1100", "01"])
@pytest.mark.parametrize("open", [False, True])
def test_moments_are_derivatives_of_the_series(word, open):
    """E|c| = z F'/F and Var|c| = z (E|c|)', with F multiplied out to order 120 at z = 1/2."""
    z = 0.5
    terms = [a * z**n for n, a in enumerate(product_coefficients(word, 120, open))]
    mean = sum(n * term for n, term in enumerate(terms)) / sum(terms)
    square = sum(n * n * term for n, term in enumerate(terms)) / sum(terms)
    assert expected_weight(Profile(word), z, open=open) == pytest.approx(mean, rel=1e-12)
    variance = variance_weight(Profile(word), z, open=open)
    assert variance == pytest.approx(square - mean**2, rel=1e-12)


def test_small_moments_keep_their_precision():
    whole = Fraction(1, 10**10)  # 11 has no boxes: Z and its powers alone
    mean = sum(2 * n * whole**n / (1 - whole**n) for n in range(1, 5))
    assert expected_weight(Profile("11"), 1e-5) == pytest.approx(float(mean), rel=1e-14)
    variance = sum((2 * n) ** 2 * whole**n / (1 - whole**n) ** 2 for n in range(1, 5))
    assert variance_weight(Profile("11"), 1e-5) == pytest.approx(float(variance), rel=1e-14)


@pytest.mark.parametrize("open", [False, True])
def test_refined_moments_are_those_of_the_refined_series(open):
    z = [Fraction(1, 9), Fraction(1, 3), Fraction(1, 20), Fraction(1, 7)]
    terms = {
        e: a * prod(x**k for x, k in zip(z, e, strict=True))
        for e, a in refined_series(Profile("1101"), 26, open=open).terms.items()
    }
    mean = sum(sum(e) * term for e, term in terms.items()) / sum(terms.values())
    square = sum(sum(e) ** 2 * term for e, term in terms.items()) / sum(terms.values())
    assert expected_weight(Profile("1101"), z, open=open) == pytest.approx(float(mean))
    variance = variance_weight(Profile("1101"), z, open=open)
    assert variance == pytest.approx(float(square - mean**2))


@pytest.mark.parametrize(("word", "z"), [("11010", 0.3), (CHIRAL, 0.1), ("1", 0.9), ("10", 0.95)])
def test_what_is_left_out_is_below_two_to_the_minus_64(word, z):
    """The cut is no later than need be, either: one turn less may leave out 2^-70."""
    factors = boltzmann_factors(Profile(word), z)
    turns = len(factors.hooks)

    def left_out_after(turns):
        later = monomials(word, [z] * len(word), False, 2 * turns + 60)
        return sum(x / (1 - x) for x, hook in later if hook > turns * len(word))

    assert left_out_after(turns) < 2.0**-64
    assert left_out_after(turns - 1) > 2.0**-70


@pytest.mark.parametrize("word", ["10", "11010", "1", "1100"])
@pytest.mark.parametrize("open", [False, True])
@pytest.mark.parametrize("weight", [1e-300, 0.01, 1, Fraction(7, 2), 100, 10**6])
def test_solve_z(word, open, weight):
    if open and word == "1":
        with pytest.raises(ValueError, match="must have an open box"):
            solve_z(Profile(word), weight, open=open)
        return
    z = solve_z(Profile(word), weight, open=open)
    found = expected_weight(Profile(word), z, open=open)
    assert found == pytest.approx(float(weight), rel=1e-13 / (1 - z))


def test_solve_z_at_the_ends_of_the_machine():
    for word in ("10", "11", "1101"):
        z = solve_z(Profile(word), 1e-320)
        assert expected_weight(Profile(word), z) == pytest.approx(1e-320, rel=1e-2)
        assert 0 < solve_z(Profile(word), 5e-324) < 1e-100
    many = 2.0**50
    z = solve_z(Profile("10"), many, open=True)
    assert z / (1 - z) == pytest.approx(many, rel=0.2)


def test_solve_z_by_hand():
    # z/(1-z) = 3
    assert solve_z(Profile("10"), 3, open=True) == pytest.approx(0.75, rel=1e-15)


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: expected_weight(ELEVEN, 2), ValueError, "z must be between 0 and 1"),
        (lambda: expected_weight("1", 0.5), TypeError, "profile must be a Profile"),
        (lambda: solve_z(ELEVEN, 0), ValueError, "weight must be positive and finite, got 0"),
        (lambda: solve_z(ELEVEN, float("inf")), ValueError, "positive and finite, got inf"),
        (lambda: solve_z(ELEVEN, "1"), TypeError, "weight must be a number, got '1'"),
        (lambda: solve_z(ELEVEN, 1e20), ValueError, "factors of Borodin's product"),
        (lambda: solve_z(ELEVEN, 1e20, open=True), ValueError, "must belong to a z in"),
        (lambda: solve_z(ELEVEN, 1e300, open=True), ValueError, "must belong to a z in"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()
