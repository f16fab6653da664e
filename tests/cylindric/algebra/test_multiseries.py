"""Tables of coefficients in several variables, of numbers and of fractions in q and t."""

import pickle
from fractions import Fraction

import pytest
import sympy
from sympy.abc import q, t

from cylindric import MultiSeries, Profile, QTFraction, macdonald_series, refined_series
from cylindric.algebra.qt_fractions import RING, substituted

F = Fraction
z = sympy.Symbol("z")


def test_multiseries_faces():
    s = MultiSeries(("x", "z"), {(1, 1): 2, (0, 0): 1, (5, 2): -1, (9, 0): 0}, 3, (0, 1))
    assert eval(repr(s)) == s
    assert pickle.loads(pickle.dumps(s)) == s
    assert hash(s) == hash(eval(repr(s)))
    assert str(s) == "1 + 2*x*z - x**5*z**2 + O(z**3)"
    assert s._repr_latex_() == "$1 + 2 x z - x^{5} z^{2} + O(z^{3})$"
    assert s.to_sympy() == 1 + 2 * sympy.Symbol("x") * z - sympy.Symbol("x") ** 5 * z**2
    assert s[100, 1] == 0
    assert s != MultiSeries(("x", "z"), s.terms, 3, (0, 1)).terms
    wide = refined_series(Profile("10"), 12)
    assert wide._repr_latex_().endswith(r"+ \cdots$")
    assert "z_{1}^{2}" in wide.to_latex()
    with pytest.raises(IndexError, match="degree < 3"):
        s[0, 3]
    with pytest.raises(TypeError, match="must be a tuple"):
        s[1]
    with pytest.raises(TypeError):
        s.terms[9, 9] = 7
    for terms in ({(1.0, 1): 1}, {(1, 0): 0.0}):
        with pytest.raises(TypeError):
            MultiSeries(("x", "z"), terms, 3)
    for terms in ({(1,): 1}, {(-1, 1): 1}):
        with pytest.raises(ValueError, match="exponents must be 2 non-negative"):
            MultiSeries(("x", "z"), terms, 3)
    with pytest.raises(ValueError, match="degree < 2"):
        MultiSeries(("x",), {(2,): 1}, 2)
    with pytest.raises(ValueError, match="degrees must be 1"):
        MultiSeries(("x",), {}, 2, (1, 1))
    with pytest.raises(ValueError, match="weights must be"):
        s.specialise((1, 1))


def test_weighted_specialisation():
    """z_k = z^{w_k} in the refined product is the product over weighted hooks."""
    refined = refined_series(Profile("110"), 8)
    weighted = refined.specialise((2, 1, 1))
    assert weighted.order == 8
    assert weighted[2] == refined[1, 0, 0] + refined[0, 2, 0] + refined[0, 1, 1] + refined[0, 0, 2]


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
