"""Bounds of the error at random points: that they grow, and what is made of them."""

from itertools import islice
from math import log2

import pytest
from flint import fmpz

from cylindric import Profile
from cylindric.checks.certificates import PRIMES, draw_points
from cylindric.checks.randomised_points import Errors, errors_of
from cylindric.randomised.points import Point
from cylindric.sums.listing import below


def test_bounds_grow_with_the_order_and_stay_small():
    found = [errors_of(below(Profile("1010"), order)) for order in range(1, 8)]
    assert found[0].degree == 0
    assert [e.degree for e in found] == sorted(e.degree for e in found)
    assert [e.bits for e in found] == sorted(e.bits for e in found)
    assert all(e.poles < 1e-4 for e in found)
    assert found[-1].exponent(5) > 60


def test_open_profiles_and_words_of_one_letter():
    assert errors_of(below(Profile("1100"), 5, open=True)).degree > 0
    assert errors_of(below(Profile("11"), 5)).degree == 0


def test_the_exponent():
    once = 30 / 30 / PRIMES + 2 / 2**30
    assert Errors(2, 30, 0.5).exponent(1) == pytest.approx(-log2(2 * once))
    assert Errors(2, 30, 1.0).exponent(9) == 0
    assert Errors(2**40, 30, 0.0).exponent(9) == 0


def test_points_are_drawn_from_the_seed():
    points = list(islice(draw_points(6, 3), 5))
    assert points == list(islice(draw_points(6, 3), 5))
    for p, q, t in points:
        assert 2**30 < p < 2**31
        assert fmpz(p).is_prime()
        assert Point(q, t, p).elements()[0] == q
