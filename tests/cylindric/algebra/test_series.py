"""The series type: the ring laws, the faces, sympy in and out, the bad input."""

import pickle
from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from cylindric import Profile, Series, borodin_series, etaq, qpochhammer

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
        with pytest.raises(TypeError, match="must be an exact sympy expression"):
            Series.from_sympy(inexact, 3)
    w = sympy.Symbol("w")
    assert str(Series.from_sympy(1 - w + sympy.O(w**3))) == "1 - w + O(w**3)"
    assert Series.from_sympy(1 / (1 - w), 3).variable == "w"
    with pytest.raises(ValueError, match="must be a series in w"):
        Series.from_sympy(1 + w + sympy.O(z**3))
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
    ],
)
def test_series_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()


@given(series, st.integers(1, 4), st.sampled_from([1, -1]))
def test_substitution(a, power, sign):
    found = a.substitute(power, sign)
    assert found.order == power * a.order
    for k in range(found.order):
        n, rest = divmod(k, power)
        assert found[k] == (0 if rest else sign**n * a[n])
    assert a.substitute() == a
    assert a.substitute(power).sift(power) == a


@given(series, st.integers(1, 5))
def test_a_dissection_puts_the_series_together_again(a, modulus):
    pieces = {r: a.sift(modulus, r) for r in range(min(modulus, a.order))}
    assert all(piece[n] == a[modulus * n + r] for r, piece in pieces.items()
               for n in range(piece.order))  # fmt: skip
    assert sum(piece.order for piece in pieces.values()) == a.order


def test_ramanujans_dissection():
    partitions = (1 / qpochhammer(1, 1, 100)).sift(5, 4)
    quotient = 5 * (etaq(5, 20) ** 5 / etaq(1, 20) ** 6)
    assert partitions == quotient


@given(series)
def test_the_name_is_for_printing(a):
    b = a.named("q")
    assert b == a
    assert hash(b) == hash(a)
    assert eval(repr(b)).variable == "q"
    assert pickle.loads(pickle.dumps(b)).variable == "q"
    assert str(b) == str(a).replace("z", "q")
    assert b.to_latex() == a.to_latex().replace("z", "q")
    assert b.to_sympy() == a.to_sympy().subs(z, sympy.Symbol("q"))
    results = (b + a, b - a, b * 2, 1 - b, -b, b**2, b.truncate(1), b.sift(1), b.substitute(2))
    assert {made.variable for made in results} == {"q"}
    assert (a + b).variable == "z"


def test_valuation():
    assert Series([0, 0, -3, 1]).valuation == 2
    assert Series([0, 0]).valuation is None


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda s: s.named("q q"), ValueError, "variable must be a name such as q"),
        (lambda s: s.named(1), TypeError, "variable must be a string"),
        (lambda s: s.substitute(0), ValueError, "power must be at least 1"),
        (lambda s: s.substitute(10**12), ValueError, "GB"),
        (lambda s: s.substitute(sign=2), ValueError, "sign must be 1 or -1, got 2"),
        (lambda s: s.sift(0), ValueError, "modulus must be at least 1"),
        (lambda s: s.sift(2, 2), ValueError, r"residue must be in 0\.\.1, got 2"),
        (lambda s: s.sift(9, 3), ValueError, r"residue must be in 0\.\.2, got 3"),
        (lambda s: (s + s).euler_product(), ValueError, "must start with 1, got 2"),
    ],
)
def test_manners_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make(Series([1, 2, 3]))


def test_global_precision_is_left_alone():
    from flint import ctx

    before = ctx.cap
    borodin_series(Profile("10"), 50)
    with pytest.raises(ValueError, match="must start"):
        1 / Series([0, 1])
    assert ctx.cap == before
