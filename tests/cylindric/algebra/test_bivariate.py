"""Polynomials in q and X, and how linear combinations are written."""

import random

import pytest

from cylindric.algebra.bivariate import BivariatePolynomial, linear_combination


def test_zeros_are_dropped_and_equal_polynomials_are_equal():
    p = BivariatePolynomial([[1, 0], [], [0, 0]])
    assert p == BivariatePolynomial([[1]])
    assert hash(p) == hash(BivariatePolynomial([[1]]))
    assert p.rows == ((1,),)
    assert p.degrees == (0, 0)
    assert not BivariatePolynomial([[0], []])
    assert BivariatePolynomial([]).degrees == (-1, -1)
    assert eval(repr(BivariatePolynomial([[], [3, -1]]))) == [[], [3, -1]]


def test_a_power_for_x_by_adding_up_terms():
    rng = random.Random(1)
    for _ in range(20):
        p = BivariatePolynomial([[rng.randint(-3, 3) for _ in range(4)] for _ in range(3)])
        for n in range(4):
            expected = {}
            for j, k, c in p.terms():
                expected[j + n * k] = expected.get(j + n * k, 0) + c
            found = {j: int(c) for j, c in enumerate(p.at_power(n).coeffs()) if c}
            assert found == {j: c for j, c in expected.items() if c}


def test_writing():
    p = BivariatePolynomial([[0, -1, 2], [3]], ("q", "z"))
    assert str(p) == "-q + 2 q^2 + 3 z"
    assert p.to_latex() == "-q + 2 q^{2} + 3 z"
    assert linear_combination([p, p], ["u", "v"]) == "-(q - 2 q^2 - 3 z) u - (q - 2 q^2 - 3 z) v"
    zero, two = BivariatePolynomial([]), BivariatePolynomial([[2]])
    assert linear_combination([zero, two], ["u", "v"], latex=True) == "2 v"
    assert linear_combination([zero], ["u"]) == "0"


@pytest.mark.parametrize("rows", [[[0.5]], [["1"]], "12", [1], 3, [[True]]])
def test_what_is_no_table_of_integers(rows):
    with pytest.raises(TypeError, match=r"^coefficients must be"):
        BivariatePolynomial(rows)
