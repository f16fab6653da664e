"""Borodin's product against its factors multiplied out one by one."""

import pytest
import sympy

from cylindric import Profile, Series, borodin_product, borodin_series, refined_series
from tests.cylindric import definitions as brute


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


@pytest.mark.slow
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


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: borodin_series(Profile("10"), 0), ValueError, "order must be at least 1, got 0"),
        (lambda: borodin_series(Profile("10"), 5.0), TypeError, "order must be an integer"),
        (lambda: borodin_series("10", 5), TypeError, "profile must be a Profile"),
        (lambda: borodin_series(Profile("10"), 10**6), ValueError, "1000000 terms of about 0.* GB"),
        (lambda: refined_series(Profile("10"), 0), ValueError, "order must be at least 1"),
        (lambda: refined_series(Profile("1010"), 100), ValueError, "monomials in 4 variables"),
    ],
)
def test_products_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()
