"""Polynomials: the ring laws, the faces, the bad input."""

import pickle
from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from cylindric import Polynomial, Series, exponents, find_product
from cylindric.algebra.polynomials import from_flint, to_flint

coefficients = st.lists(st.integers(-(10**20), 10**20), max_size=8)
polynomials = coefficients.map(Polynomial)


@given(polynomials, polynomials, polynomials)
def test_polynomials_are_a_ring(a, b, c):
    assert (a + b) * c == a * c + b * c
    assert (a * b) * c == a * (b * c)
    assert a - b == -(b - a) == a + -b
    assert 2 - a == -(a - 2)
    assert a + 0 == a == 1 * a
    assert (a * b)(3) == a(3) * b(3)
    assert a(Fraction(1, 2)) == sum(x * Fraction(1, 2) ** k for k, x in enumerate(a))


@given(polynomials)
def test_faces(a):
    assert eval(repr(a)) == a
    assert pickle.loads(pickle.dumps(a)) == a
    assert from_flint(to_flint(a)) == a
    assert sympy.expand(sympy.sympify(str(a)) - a.to_sympy()) == 0
    assert Polynomial([*a, 0, 0]) == a
    assert bool(a) == (a.degree >= 0)
    assert list(a) == [a[k] for k in range(len(a))]


def test_on_paper():
    p = Polynomial([0, 2, 0, -1])
    assert str(p) == "2*q - q**3"
    assert p._repr_latex_() == "$2 q - q^{3}$"
    assert (p.degree, p.valuation, p[3], p[99]) == (3, 1, -1, 0)
    assert (Polynomial([]).degree, Polynomial([]).valuation, str(Polynomial([]))) == (-1, None, "0")
    assert p.series(2) == Series([0, 2])
    assert p.series(6).order == 6
    assert repr(Polynomial([1, 1], "x")) == "Polynomial([1, 1], variable='x')"
    long = Polynomial([1] * 99 + [-5])._repr_latex_()
    assert long.endswith(r"+ q^{39} + \cdots - 5 q^{99}$")


def test_a_polynomial_is_a_list_of_integers_elsewhere():
    assert exponents(Polynomial([1, 1, 2, 3])) == (1, 1, 1)
    assert find_product(Polynomial([1, 1]), polynomial=True).status == "proved"


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: Polynomial([0.5]), TypeError, "coefficients must be integers"),
        (lambda: Polynomial([1], "q^2"), ValueError, "variable must be a name"),
        (lambda: Polynomial([1])[-1], IndexError, "power must be at least 0, got -1"),
        (lambda: Polynomial([1]).series(0), ValueError, "order must be at least 1"),
        (lambda: Polynomial([1]).series(10**12), ValueError, "more than the 4 GB"),
        (lambda: Polynomial([1]) + "1", TypeError, "unsupported operand"),
    ],
)
def test_bad_input(make, error, says):
    with pytest.raises(error, match=says):
        make()
