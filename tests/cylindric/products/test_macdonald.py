"""Langer's product against its factors multiplied out, and what it is at special points."""

from fractions import Fraction
from math import prod

import pytest
import sympy
from sympy.abc import q, t

from cylindric import Profile, borodin_series, macdonald_series, weight_series
from cylindric.products.macdonald import numeric
from tests.cylindric import definitions as brute

F = Fraction
WORDS = ["1", "0", "10", "110", "0011", "1010", "11010"]
NUMBERS = [
    (F(1, 3), F(2, 7)),
    (F(2, 7), F(2, 7)),
    (0, F(3, 5)),
    (F(3, 5), 0),
    (F(-3, 4), F(-5, 2)),
    (10**20, -(10**15)),
    (F(1, 2), 1),
]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("open", [False, True])
def test_product_multiplied_out(word, open):
    for x, y in NUMBERS[:3]:
        naive = brute.macdonald_product(word, 5, F(x), F(y), open)
        refined = macdonald_series(Profile(word), 5, x, y, refined=True, open=open)
        assert dict(refined.terms) == {e: c for e, c in naive.items() if c}
        plain = macdonald_series(Profile(word), 5, x, y, open=open)
        assert plain.coefficients == tuple(
            sum((c for e, c in naive.items() if sum(e) == n), F(0)) for n in range(5)
        )


def test_equal_q_and_t_is_borodin():
    for word in ("11010", "1010"):
        expected = borodin_series(Profile(word), 7).coefficients
        assert macdonald_series(Profile(word), 7, F(1, 3), F(1, 3)).coefficients == expected
        assert macdonald_series(Profile(word), 7, t, t).coefficients == expected
        assert weight_series(Profile(word), 7, q, q).coefficients == expected


def test_golden_first_terms():
    """11010 has two boxes of hook length 1: z^1 is twice (1 - t)/(1 - q)."""
    first = macdonald_series(Profile("11010"), 2)[1]
    assert str(first) == "2*(1 - t)/(1 - q)"
    assert macdonald_series(Profile("11"), 5).coefficients == (1, 0, 1, 0, 2)
    open_box = macdonald_series(Profile("10"), 3, open=True)[2]
    assert sympy.cancel(open_box.to_sympy() - (1 - t) * (1 - q * t) / (1 - q) / (1 - q**2)) == 0


def test_q_binomial_theorem():
    """(t x; q)_oo / (x; q)_oo, multiplied by (x; q)_oo: true up to what the cut leaves of x."""
    x, y, power = F(1, 10), F(2, 7), F(1, 2)
    coefficient = numeric(x, y)
    left = sum(coefficient(0, m, m) * power**m for m in range(60))
    right = prod((1 - y * power * x**k) / (1 - power * x**k) for k in range(60))
    assert abs(left - right) < F(1, 10**15)


def test_vuletics_plane_partitions():
    """1^r 0^d open with r, d large: prod over n of ((t z^n; q)/(z^n; q))^n [Vul09]."""
    x, y, order = F(1, 3), F(2, 7), 5
    expected = {(0,): F(1)}
    for n in range(1, order):
        for _ in range(n):
            powers = [numeric(x, y)(0, m, m) for m in range(order)]
            expected = {
                (k,): sum(expected.get((k - m * n,), 0) * powers[m] for m in range(k // n + 1))
                for k in range(order)
            }
    series = macdonald_series(Profile("1" * 5 + "0" * 5), order, x, y, open=True)
    assert dict(series.terms) == expected


def test_the_refined_series_goes_to_the_plain_one():
    refined = macdonald_series(Profile("110"), 6, refined=True)
    assert refined.specialise((1, 1, 1)) == macdonald_series(Profile("110"), 6)
    numbers = macdonald_series(Profile("110"), 5, 2, 3, refined=True)
    assert numbers.specialise((1, 1, 1)) == macdonald_series(Profile("110"), 5, 2, 3)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda pi: macdonald_series(pi, 300), ValueError, r"takes \d+ words of 64 bits"),
        (
            lambda pi: macdonald_series(pi, 30, refined=True),
            ValueError,
            r"takes \d+ words .* pass limit=",
        ),
        (lambda pi: macdonald_series(pi, 2000, F(1, 3), 2), ValueError, "words of 64 bits"),
    ],
)
def test_products_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make(Profile("1010"))
