"""Products of factors 1 - q^a t^b: a group, printed and read again, specialised."""

import pickle
from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy.abc import q, t

from cylindric import QTFraction, QTProduct
from cylindric import strategies as some
from cylindric.algebra.qt_fractions import over_product, polynomial, substituted

F = Fraction
pairs = st.tuples(st.integers(0, 3), st.integers(0, 3))
products = st.dictionaries(pairs.filter(any), st.integers(-2, 2), max_size=3).map(QTProduct)


@given(products, products, st.integers(-2, 2))
def test_products_are_a_group(x, y, n):
    assert x * y / y == x
    assert x**n * x**-n == 1
    assert QTProduct.of([x, y, x]) == x * y * x
    assert QTFraction.sum([x]) * QTFraction.sum([y]) == QTFraction.sum([x * y])
    assert QTFraction.sum([x, y, x]) == QTFraction.sum([x]) * 2 + y
    assert (x == y) == (QTFraction.sum([x]) == QTFraction.sum([y]))


@given(products, some.qt_points())
def test_products_printed_and_read_again(x, point):
    assert eval(repr(x)) == x
    assert pickle.loads(pickle.dumps(x)) == x
    assert hash(eval(repr(x))) == hash(x)
    assert eval(str(x), {}, {"q": point[0], "t": point[1]}) == x.at(*point)
    assert x.to_sympy().subs({q: point[0], t: point[1]}) == x.at(*point)


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
        (lambda: QTProduct({(1, 0): 1}) * 2, TypeError, "unsupported operand"),
        (lambda: QTProduct({(1, 0): -1}).jack(2), ValueError, "must add up to 0"),
        (
            lambda: QTProduct({(1, 0): 1, (1, 2): -1}).jack(-2),
            ZeroDivisionError,
            r"1 alpha \+ 2 in the denominator is 0",
        ),
    ],
)
def test_products_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()
