"""The series type, and the product side against its factors multiplied out one by one."""

import pickle
from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from cylindric import (
    MultiSeries,
    Profile,
    Series,
    borodin_product,
    borodin_series,
    refined_series,
)
from tests.cylindric import definitions as brute

z = sympy.Symbol("z")
coefficients = st.lists(st.integers(-(10**20), 10**20), min_size=1, max_size=8)
series = coefficients.map(Series)
units = coefficients.map(lambda c: Series([1, *c]))


@given(series, series, series)
def test_series_are_a_ring(a, b, c):
    before = (a.coefficients, b.coefficients, c.coefficients)
    order = min(a.order, b.order, c.order)
    assert (a + b) * c == a * c + b * c
    assert (a * b) * c == a * (b * c)
    assert a + b == b + a
    assert a - b == -(b - a)
    assert (a * b).order == min(a.order, b.order)
    assert a + 0 == a == 1 * a
    assert 2 - a == -(a - 2)
    assert a**2 == a * a
    assert a**0 == Series([1], a.order)
    assert (a + b + c).truncate(order) == (c + b + a).truncate(order)
    assert (a.coefficients, b.coefficients, c.coefficients) == before


@given(series, units)
def test_division_is_exact_and_knows_its_order(a, unit):
    assert (a / unit) * unit == a.truncate(min(a.order, unit.order))
    assert unit.inverse() * unit == Series([1], unit.order)
    assert unit**-2 == unit.inverse() * unit.inverse()
    assert 1 / -unit == -unit.inverse()


@given(series)
def test_series_faces(a):
    assert eval(repr(a)) == a
    assert pickle.loads(pickle.dumps(a)) == a
    assert hash(a) == hash(Series(a.coefficients))
    assert Series.from_sympy(a.to_sympy()) == a
    assert sympy.sympify(str(a)) == a.to_sympy()
    assert a[0] == a.coefficients[0]


def test_series_on_paper():
    assert str(Series([1, 1, 2])) == "1 + z + 2*z**2 + O(z**3)"
    assert str(Series([0, -1, 0, -3])) == "-z - 3*z**3 + O(z**4)"
    assert str(Series([], order=2)) == "0 + O(z**2)"
    assert Series([1, 0, -12])._repr_latex_() == "$1 - 12 z^{2} + O(z^{3})$"
    long = borodin_series(Profile("10"), 100)._repr_latex_()
    assert long.endswith(r"+ \cdots + O(z^{100})$")
    assert len(long) < 700


def test_sympy_in_sympy_out():
    assert Series.from_sympy(1 / (1 - z - z**2), 6).coefficients == (1, 1, 2, 3, 5, 8)
    assert Series.from_sympy(1 + z + sympy.O(z**3)) == Series([1, 1, 0])
    assert Series.from_sympy(1 + z + sympy.O(z**3), 2) == Series([1, 1])
    assert Series.from_sympy(7, 2) == Series([7, 0])
    for bad in (sympy.exp(z), sympy.Symbol("w") + z, z / 2, 1 / z, 1 / (2 - z)):
        with pytest.raises(ValueError, match=r"rational function|must start with 1"):
            Series.from_sympy(bad, 3)
    for inexact in (1.0 + z, None):
        with pytest.raises(TypeError, match="must be exact"):
            Series.from_sympy(inexact, 3)
    with pytest.raises(ValueError, match="must be a series in z"):
        Series.from_sympy(1 + sympy.O(sympy.Symbol("w") ** 3))
    with pytest.raises(ValueError, match="order must be given"):
        Series.from_sympy(z)
    with pytest.raises(ValueError, match="order must be at most the 3"):
        Series.from_sympy(1 + sympy.O(z**3), 4)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: Series([]), ValueError, "order must be at least 1"),
        (lambda: Series([1, 2], order=1), ValueError, "at least the 2 coefficients"),
        (lambda: Series([1.0]), TypeError, "coefficients must be integers"),
        (lambda: Series([Fraction(1)]), TypeError, "coefficients must be integers"),
        (lambda: Series([1], order=2.0), TypeError, "order must be an integer"),
        (lambda: Series([1]) ** 0.5, TypeError, "exponent must be an integer"),
        (lambda: Series([1, 2]).truncate(3), ValueError, "at most 2"),
        (lambda: Series([1, 2]).truncate(0), ValueError, "at least 1"),
        (lambda: Series([1])[1], IndexError, r"power must be in 0\.\.0, got 1"),
        (lambda: Series([1])[-1], IndexError, "power must be"),
        (lambda: Series([2]).inverse(), ValueError, "must start with 1 or -1, got 2"),
        (lambda: Series([1]) + 0.5, TypeError, "unsupported operand"),
        (lambda: Series([1]) * "2", TypeError, "unsupported|multiply"),
        (lambda: 0.5 - Series([1]), TypeError, "unsupported"),
        (lambda: 0.5 / Series([1]), TypeError, "unsupported"),
        (lambda: Series([1]) / 0.5, TypeError, "unsupported"),
        (lambda: borodin_series(Profile("10"), 0), ValueError, "order must be at least 1, got 0"),
        (lambda: borodin_series(Profile("10"), 5.0), TypeError, "order must be an integer"),
        (lambda: borodin_series("10", 5), TypeError, "profile must be a Profile"),
        (lambda: borodin_series(Profile("10"), 10**6), ValueError, "1000000 terms of about 0.* GB"),
        (lambda: refined_series(Profile("10"), 0), ValueError, "order must be at least 1"),
        (lambda: refined_series(Profile("1010"), 100), ValueError, "monomials in 4 variables"),
    ],
)
def test_refusals(make, error, says):
    with pytest.raises(error, match=says):
        make()


def test_product_is_its_factors_multiplied_out():
    for word in brute.words(6):
        for is_open in (False, True):
            expected = brute.product_coefficients(word, 40, is_open)
            assert borodin_series(Profile(word), 40, open=is_open).coefficients == expected
    assert borodin_series(Profile("10"), 1).coefficients == (1,)


@pytest.mark.parametrize("word", ["1" * 9 + "0" * 5, "10" * 6, "1101001000"])
def test_product_of_long_words(word):
    expected = brute.product_coefficients(word, 120)
    assert borodin_series(Profile(word), 120).coefficients == expected


def test_global_precision_is_left_alone():
    from flint import ctx

    before = ctx.cap
    borodin_series(Profile("10"), 50)
    with pytest.raises(ValueError, match="must start"):
        1 / Series([0, 1])
    assert ctx.cap == before


def refined_by_factors(word, order, open=False):
    """Multiply the refined product out, one factor 1/(1 - x_b) at a time, in a dictionary."""
    period = len(word)
    monomials = []
    for (i, j, n), hook in brute.hooks(word, order + period).items():
        if open and not (i < j and n == 1):
            continue
        if not open or hook < period:
            exponents = [n - 1] * period
            k = i
            while k != j:
                exponents[k - 1] += 1
                k = k % period + 1
            monomials.append(tuple(exponents))
    if not open:
        monomials += [(n,) * period for n in range(1, order)]
    terms = {(0,) * period: 1}
    for monomial in monomials:
        if sum(monomial) < order:
            total = dict(terms)
            power = monomial
            while sum(power) < order:
                for e, c in terms.items():
                    key = tuple(a + b for a, b in zip(e, power, strict=True))
                    if sum(key) < order:
                        total[key] = total.get(key, 0) + c
                power = tuple(a + b for a, b in zip(power, monomial, strict=True))
            terms = total
    return terms


def test_refined_product_is_its_factors_multiplied_out():
    for word in brute.words(4):
        for is_open in (False, True):
            found = refined_series(Profile(word), 7, open=is_open)
            assert dict(found.terms) == refined_by_factors(word, 7, is_open)
            plain = borodin_series(Profile(word), 7, open=is_open)
            assert found.specialise([1] * len(word)) == plain
            assert all(type(k) is int for e in found.terms for k in e)


def test_weighted_specialisation():
    """z_k = z^{w_k} in the refined product is the product over weighted hooks."""
    refined = refined_series(Profile("110"), 8)
    weighted = refined.specialise((2, 1, 1))
    assert weighted.order == 8
    assert weighted[2] == refined[1, 0, 0] + refined[0, 2, 0] + refined[0, 1, 1] + refined[0, 0, 2]


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


def test_symbolic_product_expands_to_the_series():
    for word in ("1", "10", "110", "11010"):
        product = borodin_product(Profile(word))
        finite = product.replace(
            lambda e: isinstance(e, sympy.Product),
            lambda e: sympy.Product(e.function, (e.limits[0][0], 1, 4)).doit(),
        )
        assert Series.from_sympy(finite, 5) == borodin_series(Profile(word), 5)
    opened = borodin_product(Profile("1100"), open=True)
    assert Series.from_sympy(opened, 30) == borodin_series(Profile("1100"), 30, open=True)
