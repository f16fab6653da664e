"""Tables of coefficients in several variables, of numbers and of fractions in q and t."""

import pickle
from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy.abc import q, t

from cylindric import (
    MultiSeries,
    Profile,
    QTFraction,
    Series,
    corteel_welsh_series,
    etaq,
    macdonald_series,
    qpochhammer,
    refined_series,
)
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


NUMBERS = st.integers(-(10**20), 10**20) | st.fractions(max_denominator=5)


def tables(coefficients):
    """Series in x and z, z of degree 1 and x of degree 0, and such of total degree."""
    exponents = st.tuples(st.integers(0, 3), st.integers(0, 3))
    return st.builds(
        lambda terms, order: MultiSeries(
            ("x", "z"), {e: c for e, c in terms.items() if e[1] < order}, order, (0, 1)
        ),
        st.dictionaries(exponents, coefficients, max_size=5),
        st.integers(1, 4),
    )


@given(tables(NUMBERS), tables(NUMBERS), tables(st.integers()))
def test_arithmetic_from_the_definition(a, b, c):
    order = min(a.order, b.order)
    product, total = {}, {}
    for e, x in a.terms.items():
        total[e] = total.get(e, 0) + x
        for f, y in b.terms.items():
            g = (e[0] + f[0], e[1] + f[1])
            product[g] = product.get(g, 0) + x * y
    for f, y in b.terms.items():
        total[f] = total.get(f, 0) + y

    def cut(terms):
        kept = {e: x for e, x in terms.items() if e[1] < order}
        return MultiSeries(("x", "z"), kept, order, (0, 1))

    assert a * b == cut(product)
    assert a + b == cut(total)
    assert a - b == a + -b == -(b - a)
    assert (a + b) * c == a * c + b * c
    assert 2 - a == -(a - 2)
    assert a * 0 + 3 == 3 + 0 * a == MultiSeries(("x", "z"), {(0, 0): 3}, a.order, (0, 1))
    assert eval(repr(a), {"MultiSeries": MultiSeries, "Fraction": F}) == a


def test_the_total_degree_bounds_a_product():
    s = MultiSeries(("x", "y"), {(0, 0): 1, (1, 0): 1, (0, 1): 1}, 3, (1, 2))
    squared = {(0, 0): 1, (1, 0): 2, (2, 0): 1, (0, 1): 2}
    assert s * s == MultiSeries(("x", "y"), squared, 3, (1, 2))
    high = MultiSeries(("x", "z"), {(2**70, 0): 2}, 2, (0, 1))
    assert (high * high)[2**71, 0] == 4


def test_coefficients_and_values():
    pi = Profile.from_composition((2, 1))
    F_c = corteel_welsh_series(pi, 12).named("z", "q")  # noqa: N806
    for n in range(4):
        wanted = [F_c[n, k] for k in range(12)]
        assert F_c.coefficient("z", n) == Series(wanted)
    three = F_c.coefficient("q", 3)
    assert three == MultiSeries(("z",), {(n,): F_c[n, 3] for n in range(12)}, 9, (0,))
    assert F_c.at("z", 0) == Series([1], 12)
    for x in (1, -2, F(1, 2)):
        value = F_c.at("z", x)
        for k in range(12):
            assert value[(k,) if isinstance(value, MultiSeries) else k] == sum(
                F_c[n, k] * x**n for n in range(12)
            )
    assert F_c.at("z", 1).variable == "q"
    refined = refined_series(pi, 5)
    assert refined.coefficient("z_1", 2).order == 3
    assert refined.at("z_1", 0)[1, 0, 0, 0] == refined[0, 1, 0, 0, 0]


def test_what_a_q_series_person_does_first():
    """F(1, q) (q; q) is Rogers-Ramanujan, and Q_n = (q)_n [z^n] (zq; q) F(z, q) is q^(n^2)."""
    F_c = corteel_welsh_series(Profile.from_composition((2, 1)), 30).named("z", "q")  # noqa: N806
    assert etaq(1, 30) * F_c.at("z", 1) == 1 / qpochhammer((1, 4), 5, 30)
    G_c = qpochhammer(1, 1, 30, times="z") * F_c  # noqa: N806
    for n in range(5):
        Q_n = qpochhammer(1, 1, 30, length=n) * G_c.coefficient("z", n)  # noqa: N806
        assert Q_n == Series([0] * n**2 + [1], 30)
    assert (etaq(1, 30) * F_c).at("z", 1) == etaq(1, 30) * F_c.at("z", 1)
    assert F_c * etaq(1, 20) == etaq(1, 20) * F_c
    assert (F_c * etaq(1, 20)).order == 20


def test_fractions_in_q_and_t_are_multiplied():
    s = macdonald_series(Profile("10"), 3)
    assert (s * s).map(lambda c: c.at(2, 3)) == s.map(lambda c: c.at(2, 3)) * s.map(
        lambda c: c.at(2, 3)
    )
    assert (s - s).terms == {}


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda s: s + s.named("a", "b"), ValueError, "must be in x, z of degrees"),
        (lambda s: s * Series([1, 1]).named("q"), ValueError, "got q: rename one by named"),
        (lambda s: s * Series([1, 1]).named("x"), ValueError, "variable of positive degree"),
        (lambda s: s * 0.5, TypeError, "unsupported"),
        (lambda s: "a" + s, TypeError, "unsupported|concatenate"),
        (lambda s: s.named("x"), ValueError, "must be 2 different names"),
        (lambda s: s.named("x", "x"), ValueError, "must be 2 different names"),
        (lambda s: s.coefficient("y", 1), ValueError, "variable must be one of"),
        (lambda s: s.coefficient("z", 3), ValueError, "power must be of degree < 3, got 3"),
        (lambda s: s.coefficient("z", -1), ValueError, "power must be at least 0"),
        (lambda s: s.at("z", 2), ValueError, "in which the series is not cut, got z"),
        (lambda s: s.at("x", 0.5), TypeError, "must be an exact number"),
        (lambda s: s.coefficient("x", 1).named("q") * s, ValueError, "rename one"),
        (lambda s: MultiSeries(("z",), {}, 2).coefficient("z", 0), ValueError, "two or more"),
    ],
)
def test_arithmetic_refuses(make, error, says):
    s = MultiSeries(("x", "z"), {(0, 0): 1, (1, 1): 2}, 3, (0, 1))
    with pytest.raises(error, match=says):
        make(s)
