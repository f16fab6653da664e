"""Exact rational functions of q and t: the ring laws, against sympy, printed and read again."""

import pickle
from fractions import Fraction

import pytest
import sympy
from flint import fmpq, nmod
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy.abc import q, t

from cylindric import QTFraction, QTProduct, macdonald_series
from cylindric import strategies as some
from cylindric.algebra.qt_fractions import RING, over_product, polynomial, substituted
from cylindric.algebra.qt_parameters import Symbols, parameters
from cylindric.objects.profiles import Profile

F = Fraction
pairs = st.tuples(st.integers(0, 3), st.integers(0, 3))
products = st.dictionaries(pairs.filter(any), st.integers(-2, 2), max_size=3).map(QTProduct)
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


@given(fractions, fractions)
@settings(max_examples=40)
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


@given(products, products, st.integers(-2, 2))
def test_products_are_a_group(x, y, n):
    assert x * y / y == x
    assert x**n * x**-n == 1
    assert QTProduct.of([x, y, x]) == x * y * x
    assert QTFraction.sum([x]) * QTFraction.sum([y]) == QTFraction.sum([x * y])
    assert QTFraction.sum([x, y, x]) == QTFraction.sum([x]) * 2 + y
    assert (x == y) == (QTFraction.sum([x]) == QTFraction.sum([y]))


@given(fractions)
def test_printed_and_read_again(x):
    assert eval(repr(x)) == x
    assert pickle.loads(pickle.dumps(x)) == x
    assert hash(eval(repr(x))) == hash(x)
    point = {"q": F(1, 3), "t": F(-2, 7)}
    assert eval(str(x), {}, point) == x.at(**point)
    assert x.to_sympy().subs({q: F(1, 3), t: F(-2, 7)}) == x.at(**point)
    assert sympy.cancel(sympy.sympify(str(x)) - x.to_sympy()) == 0


@given(products, some.qt_points())
def test_products_printed_and_read_again(x, point):
    assert eval(repr(x)) == x
    assert pickle.loads(pickle.dumps(x)) == x
    assert hash(eval(repr(x))) == hash(x)
    assert eval(str(x), {}, {"q": point[0], "t": point[1]}) == x.at(*point)
    assert x.to_sympy().subs({q: point[0], t: point[1]}) == x.at(*point)


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


@pytest.mark.parametrize(
    ("fraction", "text", "latex"),
    [
        (QTFraction({}), "0", "0"),
        (QTFraction({(0, 0): -3}), "-3", "-3"),
        (QTFraction({(1, 0): -1}), "-q", "-q"),
        (QTFraction({(1, 2): 2}), "2*q*t**2", "2 q t^{2}"),
        (QTFraction({(0, 0): -1, (1, 0): 1}), "-(1 - q)", "-(1 - q)"),
        (
            QTFraction({(0, 0): 1, (0, 1): 1}, {(1, 1): -2}),
            "(1 + t)/(1 - q*t)**2",
            r"\frac{1 + t}{(1 - q t)^{2}}",
        ),
        (
            QTFraction({(0, 0): 1}, {(1, 0): -1, (0, 2): -1}),
            "1/((1 - q)*(1 - t**2))",
            r"\frac{1}{(1 - q)(1 - t^{2})}",
        ),
    ],
)
def test_golden_texts(fraction, text, latex):
    assert (str(fraction), fraction.to_latex()) == (text, latex)
    assert fraction._repr_latex_() == f"${latex}$"


def test_products_printed():
    p = QTProduct({(1, 1): 2, (0, 2): -1, (3, 0): 0})
    assert str(p) == "(1 - q*t)**2/(1 - t**2)"
    assert p.to_latex() == r"\frac{(1 - q t)^{2}}{(1 - t^{2})}"
    assert str(QTProduct()) == "1" == QTProduct().to_latex()
    assert str(QTProduct({(1, 0): -1})) == "1/(1 - q)"
    assert (3, 0) not in p.factors


def test_elements_of_flint_and_sympy():
    x = QTFraction({(0, 0): 1, (1, 1): 2}, {(1, 0): -1})
    assert x.at(fmpq(1, 3), F(1, 2)) == fmpq(2)
    assert x.at(nmod(3, 11), nmod(4, 11)) == nmod(25, 11) / nmod(-2, 11)
    assert QTProduct().at(nmod(3, 11), 4) == nmod(1, 11)
    assert isinstance(QTProduct().at(nmod(3, 11), 4), nmod)
    assert sympy.simplify(x.at(q, sympy.Integer(2)) - (1 + 4 * q) / (1 - q)) == 0
    assert QTProduct({(1, 0): 1}).at(q, 5) == 1 - q


def test_specialise():
    p = QTProduct({(0, 1): 1, (1, 1): -1, (2, 0): 1})
    assert p.specialise(q=(0, 2)) == QTProduct({(0, 1): 1, (0, 3): -1, (0, 4): 1})
    assert p.specialise(q=None) == QTProduct({(0, 1): 1})
    assert p.specialise(t=None) == QTProduct({(2, 0): 1})
    assert p.specialise(t=(0, 0)) is None
    assert p.specialise() == p
    with pytest.raises(ZeroDivisionError, match="1 - t in the denominator becomes 0"):
        QTProduct({(0, 1): -1}).specialise(t=(0, 0))
    whole = polynomial(QTProduct({(1, 1): 1, (2, 0): 1}))
    for image in ((0, 2), (0, 0), None):
        special = over_product(substituted(whole, image, (0, 1)), QTProduct())
        u = 0 if image is None else F(2, 3) ** image[1]
        assert special.at(5, F(2, 3)) == (1 - u * F(2, 3)) * (1 - u**2)


def test_parameters():
    assert parameters(F(4, 2), fmpq(1, 3)) == (2, F(1, 3))
    assert parameters(q, 1) == Symbols(t=(0, 0))
    assert parameters(q**2 * t, t**3) == Symbols((2, 1), (0, 3))
    assert Symbols((2, 1), (0, 0)).to_sympy() == (q**2 * t, 1)
    assert parameters(sympy.Symbol("q", positive=True), None) == Symbols()


def test_jack_of_a_product():
    p = QTProduct({(0, 1): 1, (1, 0): -1, (2, 1): 1, (1, 2): -1})
    alpha = sympy.Symbol("alpha")
    assert p.jack(F(1, 2)) == F(1) / F(1, 2) * 2 / F(5, 2)
    expected = (2 * alpha + 1) / (alpha * (alpha + 2))
    assert sympy.simplify(p.jack(alpha) - expected) == 0
    near = sympy.limit(p.at(t**3, t), t, 1)
    assert p.jack(3) == near == expected.subs(alpha, 3)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: QTProduct({(-1, 2): 1}), ValueError, r"factors must .* got \(-1, 2\)"),
        (lambda: QTProduct({(0, 0): 1}), ValueError, r"not \(0, 0\)"),
        (lambda: QTProduct({(1, 0): 0.5}), TypeError, "exponent must be an integer, got 0.5"),
        (lambda: QTProduct({(1.5, 0): 1}), TypeError, "a must be an integer, got 1.5"),
        (lambda: QTProduct({(1, 0): 1}) ** 0.5, TypeError, "exponent must be an integer"),
        (lambda: QTFraction({(0, -1): 1}), ValueError, "numerator must have exponents >= 0"),
        (lambda: QTFraction.sum([1, 2]), TypeError, "terms must be QTProducts, got 1"),
        (lambda: QTFraction({(0, 0): 1}) + 0.5, TypeError, "unsupported operand"),
        (lambda: QTProduct({(1, 0): 1}) * 2, TypeError, "unsupported operand"),
        (lambda: QTFraction({(0, 0): 1}).at(0.5, 1), TypeError, "q must be .* got 0.5"),
        (
            lambda: QTFraction({(0, 0): 1}, {(2, 2): -1}).at(-2, F(1, 2)),
            ZeroDivisionError,
            r"got 1 - q\*\*2\*t\*\*2 = 0 at q = -2, t = 1/2",
        ),
        (lambda: QTProduct({(1, 0): -1}).jack(2), ValueError, "must add up to 0"),
        (
            lambda: QTProduct({(1, 0): 1, (1, 2): -1}).jack(-2),
            ZeroDivisionError,
            r"1 alpha \+ 2 in the denominator is 0",
        ),
        (lambda: polynomial(QTProduct({(1, 0): -1})), ValueError, "must be a polynomial"),
        (lambda: parameters(q + 1, t), ValueError, r"q must be a number or a monomial .* q \+ 1"),
        (lambda: parameters(q, 2), ValueError, "t must be 0, 1 or a symbol beside a symbol, got 2"),
        (lambda: parameters(2 * q, t), ValueError, r"q must be .* monomial .* 2\*q"),
        (lambda: parameters(1 / q, t), ValueError, "q must be .* monomial"),
        (lambda: parameters(sympy.Symbol("x"), t), ValueError, "in the symbols q and t, got x"),
        (lambda: parameters(0.5, t), TypeError, "q must be an exact number"),
    ],
)
def test_refusals(make, error, says):
    with pytest.raises(error, match=says):
        make()


def test_series_of_fractions():
    series = macdonald_series(Profile("10"), 3)
    assert eval(repr(series), {"MultiSeries": type(series), "QTFraction": QTFraction}) == series
    assert pickle.loads(pickle.dumps(series)) == series
    assert hash(pickle.loads(pickle.dumps(series))) == hash(series)
    assert series.map(lambda c: c.at(2, 3)) == macdonald_series(Profile("10"), 3, 2, 3)
    assert series.map(lambda c: c.at(2, 3)).coefficients == (1, 2, F(13, 3))
    point = {"q": F(1, 3), "t": F(2, 7), "z": F(1, 5)}
    text = str(series).removesuffix(" + O(z**3)")
    value = (
        sum(
            c.at(point["q"], point["t"]) * point["z"] ** n
            for n, c in enumerate(series.coefficients[1:], 1)
        )
        + 1
    )
    assert eval(text, {}, point) == value
    z = sympy.Symbol("z")
    assert series.to_sympy().subs({q: F(1, 3), t: F(2, 7), z: F(1, 5)}) == value
    assert str(substituted(RING.constant(3), None, None)) == "3"
