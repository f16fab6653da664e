"""Products with a period: their series, shapes and faces."""

import pickle
from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from cylindric import EulerProduct, Series, etaq, qpochhammer
from tests.cylindric.discovery.product_definitions import multiplied_out

ORDER = 40
periods = st.lists(st.integers(-3, 3), min_size=1, max_size=8).map(tuple)


def made(factors, order=ORDER):
    """Multiply (q^powers; q^base)^exponent."""
    total = Series([1], order)
    for powers, base, exponent in factors:
        total = total * qpochhammer(powers, base, order) ** exponent
    return total


@given(periods, st.booleans(), st.sampled_from([1, -1]), st.integers(0, 3))
def test_series_from_the_definition(exponents, periodic, sign, power):
    product = EulerProduct(exponents, periodic, sign, power)
    known = (exponents * 20 if periodic else exponents)[:11]
    expected = [sign * c for c in multiplied_out(known, 12)]
    assert list(product.series(12).coefficients) == ([0] * power + expected)[:12]
    assert [product.exponent(n) for n in range(1, len(known) + 1)] == list(known)
    assert eval(repr(product)) == product
    assert pickle.loads(pickle.dumps(product)) == product


@given(periods)
def test_an_eta_quotient_is_the_product(exponents):
    product = EulerProduct(exponents)
    eta = product.eta_quotient
    depends_on_gcd = all(
        exponents[n - 1] == exponents[m - 1]
        for n in range(1, len(exponents) + 1)
        for m in range(1, len(exponents) + 1)
        if sympy.igcd(n, len(exponents)) == sympy.igcd(m, len(exponents))
    )
    assert (eta is not None) == depends_on_gcd
    if eta is not None:
        assert made(((d,), d, r) for d, r in eta.items()) == product.series(ORDER)


@given(st.lists(st.integers(-2, 2), max_size=4), st.integers(-2, 2), st.integers(-2, 2))
def test_a_symmetric_period_is_a_theta_quotient(half, middle, last):
    for exponents in ((*half, *half[::-1], last), (*half, middle, *half[::-1], last)):
        product, p = EulerProduct(exponents), len(exponents)
        powers = product.theta_quotient
        factors = []
        for j, e in powers.items():
            if j == 0:
                factors.append(((p,), p, e))
            elif 2 * j == p:
                factors.append(((j,), p, int(2 * e)))
            else:
                factors.append(((j, p - j), p, e))
        assert made(factors) == product.series(ORDER)
    assert EulerProduct((1, 0, 0)).theta_quotient is None


@given(st.lists(st.integers(-3, 3), min_size=6, max_size=6))
def test_the_eta_quotient_of_twelve(powers):
    eta = dict(zip((1, 2, 3, 4, 6, 12), powers, strict=True))
    a = tuple(-sum(r for d, r in eta.items() if n % d == 0) for n in range(1, 13))
    assert EulerProduct(a).eta_quotient == {d: r for d, r in eta.items() if r}


def test_shapes():
    assert EulerProduct((1, 1, 0)).eta_quotient == {1: -1, 3: 1}
    assert EulerProduct((1, 0)).theta_quotient == {1: Fraction(-1, 2)}
    assert EulerProduct((1, 0), periodic=False).eta_quotient is None
    assert EulerProduct((1, 0), periodic=False).theta_quotient is None
    assert EulerProduct((1, 0)).cyclotomic_factors is None
    finite = EulerProduct((1, 1, 0, -1, 0, -1), periodic=False)
    factors = finite.cyclotomic_factors
    assert factors == {3: 1, 4: 1, 2: 1, 6: 1}
    q = sympy.Symbol("q")
    polynomial = sympy.prod(sympy.cyclotomic_poly(n, q) ** m for n, m in factors.items())
    assert sympy.expand(polynomial) == finite.series(12).to_sympy().removeO()
    assert finite.period is None


def test_on_paper():
    product = EulerProduct((3, -2, 3, 0))
    assert str(product) == "(q^2; q^2)_inf^5/((q; q)_inf^3 (q^4; q^4)_inf^2)"
    assert product.series(30) == etaq(2, 30) ** 5 / (etaq(1, 30) ** 3 * etaq(4, 30) ** 2)
    other = EulerProduct((-1, 0, 2, 0, 0), sign=-1, power=2)
    assert str(other) == "-q^2 (q; q^5)_inf/(q^3; q^5)_inf^2"
    assert other._repr_latex_() == (
        r"$-\frac{q^{2} \, (q; q^{5})_\infty}{(q^{3}; q^{5})_\infty^{2}}$"
    )
    assert str(EulerProduct((1, 1, -1), False, variable="z")) == "(1 - z^3)/((1 - z) (1 - z^2))"
    assert str(EulerProduct((), False)) == "1"


def test_sympy_writes_the_same_product():
    for product in (EulerProduct((1, 0, 0, -2), power=1), EulerProduct((1, 1, -2), False, -1)):
        expression = product.to_sympy()
        finite = expression.replace(
            lambda e: isinstance(e, sympy.Product),
            lambda e: sympy.Product(e.function, (e.limits[0][0], 1, 9)).doit(),
        )
        assert Series.from_sympy(sympy.together(finite), 9) == product.series(9)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: EulerProduct(()), ValueError, "must be those of a period, got none"),
        (lambda: EulerProduct((0.5,)), TypeError, "exponents must be an integer, got 0.5"),
        (lambda: EulerProduct("10"), TypeError, "exponents must be an iterable"),
        (lambda: EulerProduct((1,), sign=2), ValueError, "sign must be 1 or -1, got 2"),
        (lambda: EulerProduct((1,), power=-1), ValueError, "power must be at least 0"),
        (lambda: EulerProduct((1,), variable="q^2"), ValueError, "must be a name"),
        (lambda: EulerProduct((1,), periodic=1), TypeError, "periodic must be True or False"),
        (lambda: EulerProduct((1,)).series(10**9), ValueError, "GB"),
        (lambda: EulerProduct((1,)).exponent(0), ValueError, "n must be at least 1"),
    ],
)
def test_what_is_no_product(make, error, says):
    with pytest.raises(error, match=says):
        make()
