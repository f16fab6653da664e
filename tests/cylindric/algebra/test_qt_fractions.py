"""Exact rational functions of q and t: the ring laws, against sympy, printed and read again."""

import pickle
from fractions import Fraction

import pytest
import sympy
from flint import fmpq, nmod
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy.abc import q, t

from cylindric import QTFraction, QTProduct
from cylindric import strategies as some
from cylindric.algebra.qt_fractions import polynomial
from tests.cylindric.algebra.test_qt_products import pairs, products

F = Fraction
polynomials = st.dictionaries(pairs, st.integers(-3, 3), max_size=3)
fractions = st.builds(
    lambda numerator, product: QTFraction(numerator, product.factors), polynomials, products
)


def expression(fraction):
    """The fraction as sympy sees it, from the multiplied out parts."""
    above, below = (
        sum(c * q**i * t**j for (i, j), c in part.items())
        for part in (fraction.numerator, fraction.denominator)
    )
    return sympy.S(above) / sympy.S(below)


@given(fractions, fractions, fractions)
def test_ring_axioms(x, y, z):
    assert x + y == y + x
    assert (x + y) + z == x + (y + z)
    assert x * y == y * x
    assert (x * y) * z == x * (y * z)
    assert x * (y + z) == x * y + x * z
    assert x + 0 == x == x * 1 == 1 * x == 0 + x
    assert x - x == 0
    assert not x - x
    assert x + -y == x - y == -(y - x)
    assert 2 * x == x + x
    assert 1 - x == -(x - 1)


@pytest.mark.slow
@given(fractions, fractions)
@settings(max_examples=15)
def test_arithmetic_is_sympys(x, y):
    for ours, theirs in (
        (x + y, expression(x) + expression(y)),
        (x * y, expression(x) * expression(y)),
        (x - y, expression(x) - expression(y)),
    ):
        assert sympy.cancel(sympy.together(theirs - expression(ours))) == 0
        above, below = sympy.fraction(sympy.cancel(sympy.together(theirs)))
        assert sympy.Poly(below, q, t).total_degree() == max(map(sum, ours.denominator))
        assert ours == 0 or sympy.Poly(above, q, t).total_degree() == max(map(sum, ours.numerator))


@given(fractions)
def test_printed_and_read_again(x):
    assert eval(repr(x)) == x
    assert pickle.loads(pickle.dumps(x)) == x
    assert hash(eval(repr(x))) == hash(x)
    point = {"q": F(1, 3), "t": F(-2, 7)}
    assert eval(str(x), {}, point) == x.at(**point)
    assert x.to_sympy().subs({q: F(1, 3), t: F(-2, 7)}) == x.at(**point)
    assert sympy.cancel(sympy.sympify(str(x)) - x.to_sympy()) == 0


@given(fractions, fractions, some.qt_points())
def test_values_are_those_of_the_parts(x, y, point):
    u, v = point
    value = sum(c * u**i * v**j for (i, j), c in x.numerator.items())
    assert x.at(u, v) == F(value) / sum(c * u**i * v**j for (i, j), c in x.denominator.items())
    assert (x * y).at(u, v) == x.at(u, v) * y.at(u, v)
    assert (x + y).at(u, v) == x.at(u, v) + y.at(u, v)
    assert isinstance(x.at(u, v), int | Fraction)


@given(st.integers(-5, 5))
def test_constants_are_integers(n):
    constant = QTFraction({(0, 0): n})
    assert constant == n
    assert hash(constant) == hash(n)
    assert {n: 1}[constant] == 1
    assert str(constant) == str(n)
    assert bool(constant) == bool(n)


def test_equality_and_hash_agree():
    product = QTProduct({(1, 0): 1})
    fraction = QTFraction({(0, 0): 1, (1, 0): -1})
    assert QTFraction.sum([product]) == fraction
    assert fraction != product  # equal things would have to have the same hash
    assert QTProduct() == 1 == QTFraction.sum([QTProduct()])
    assert hash(QTProduct()) == hash(1)
    assert QTProduct() != 2
    assert fraction != "1 - q"


def test_lowest_terms():
    """(1 - t^2)/(1 - t) and (1 - q^6)/((1 - q^2)(1 - q^3)): whole factors come back."""
    assert QTFraction({(0, 0): 1, (0, 2): -1}, {(0, 1): -1}).denominator == {(0, 0): 1}
    f = QTFraction.sum([QTProduct({(6, 0): 1, (2, 0): -1, (3, 0): -1})])
    assert f.numerator == {(0, 0): 1, (1, 0): -1, (2, 0): 1}
    assert f.denominator == {(0, 0): 1, (1, 0): -1}
    assert str(f) == "(1 - q + q**2)/(1 - q)"
    assert str(QTFraction({(0, 0): 1}, {(2, 0): -1, (1, 0): 1})) == "(1 - q)/(1 - q**2)"
    assert eval(repr(f)) == f


def test_elements_of_flint_and_sympy():
    x = QTFraction({(0, 0): 1, (1, 1): 2}, {(1, 0): -1})
    assert x.at(fmpq(1, 3), F(1, 2)) == fmpq(2)
    assert x.at(nmod(3, 11), nmod(4, 11)) == nmod(25, 11) / nmod(-2, 11)
    assert QTProduct().at(nmod(3, 11), 4) == nmod(1, 11)
    assert isinstance(QTProduct().at(nmod(3, 11), 4), nmod)
    assert sympy.simplify(x.at(q, sympy.Integer(2)) - (1 + 4 * q) / (1 - q)) == 0
    assert QTProduct({(1, 0): 1}).at(q, 5) == 1 - q


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: QTFraction({(0, -1): 1}), ValueError, "numerator must have exponents in 0 .."),
        (lambda: QTFraction.sum([1, 2]), TypeError, "terms must be QTProducts, got 1"),
        (lambda: QTFraction({(0, 0): 1}) + 0.5, TypeError, "unsupported operand"),
        (lambda: QTFraction({(0, 0): 1}).at(0.5, 1), TypeError, "q must be .* got 0.5"),
        (
            lambda: QTFraction({(0, 0): 1}, {(2, 2): -1}).at(-2, F(1, 2)),
            ZeroDivisionError,
            r"got 1 - q\*\*2\*t\*\*2 = 0 at q = -2, t = 1/2",
        ),
        (lambda: polynomial(QTProduct({(1, 0): -1})), ValueError, "must be a polynomial"),
    ],
)
def test_fractions_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()
