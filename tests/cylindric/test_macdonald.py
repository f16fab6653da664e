"""Langer's identity: both sides against the definition, every way to ask, and the mutants."""

from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from math import prod

import pytest
import sympy
from flint import fmpq
from hypothesis import given, settings
from sympy.abc import q, t

from cylindric import (
    Profile,
    QTFraction,
    QTProduct,
    borodin_series,
    check_macdonald,
    macdonald_identities,
    macdonald_products,
    macdonald_series,
    macdonald_steps,
    phi,
    weight_series,
    weight_sums,
    weighted_walks,
)
from cylindric import strategies as some
from cylindric.products.macdonald import numeric
from cylindric.sums.weighted import weight_series_by_transfer
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


@pytest.mark.parametrize("word", ["1010", "1110100"])
def test_weights_from_the_definition_add_up_to_the_product(word):
    """No code of the library but the series."""
    x, y = F(1, 3), F(-5, 2)
    sums = {}
    for weight in range(4):
        for walk in brute.cylindric_walks(word, weight):
            key = tuple(map(sum, walk))
            sums[key] = sums.get(key, 0) + brute.macdonald_weight(word, walk, x, y)
    assert sums == dict(macdonald_series(Profile(word), 4, x, y, refined=True).terms)
    assert sums == dict(weight_series(Profile(word), 4, x, y, refined=True).terms)


@pytest.mark.parametrize("word", WORDS)
def test_symbolic_identity(word):
    assert check_macdonald(Profile(word), 8).agrees
    assert check_macdonald(Profile(word), 6, refined=True).agrees
    assert check_macdonald(Profile(word), 8, open=True).agrees
    assert check_macdonald(Profile(word), 5, refined=True, open=True).agrees


@pytest.mark.parametrize("word", ["11010", "1110100"])
def test_longer_symbolic_identity(word):
    assert check_macdonald(Profile(word), 9 if word == "11010" else 7).agrees
    assert check_macdonald(Profile(word), 5, refined=True).agrees


@pytest.mark.parametrize("point", NUMBERS)
def test_identity_at_numbers(point):
    x, y = point
    comparison = check_macdonald(Profile("11010"), 7, q=x, t=y)
    assert comparison.agrees
    assert [name for name, _ in comparison.sides] == [
        "product",
        "pieri",
        "paths",
        "boxes",
        "transfer",
    ]
    assert check_macdonald(Profile("1110100"), 4, q=x, t=y, refined=True).agrees
    assert check_macdonald(Profile("11100"), 7, q=x, t=y, open=True).agrees


@given(some.profiles(max_period=5), some.qt_points())
@settings(max_examples=25)
def test_identity_at_any_point(profile, point):
    assert check_macdonald(profile, 5, q=point[0], t=point[1]).agrees


def test_equal_q_and_t_is_borodin():
    for word in ("11010", "1010"):
        expected = borodin_series(Profile(word), 7).coefficients
        assert macdonald_series(Profile(word), 7, F(1, 3), F(1, 3)).coefficients == expected
        assert macdonald_series(Profile(word), 7, t, t).coefficients == expected
        assert weight_series(Profile(word), 7, q, q).coefficients == expected


@pytest.mark.parametrize(
    ("given", "point"),
    [((0, t), (0, F(2, 7))), ((q, 0), (F(1, 3), 0)), ((t**2, t), (F(4, 49), F(2, 7))),
     ((q, 1), (F(1, 3), 1)), ((q * t, t), (F(2, 21), F(2, 7)))],
)  # fmt: skip
def test_special_symbols(given, point):
    pi = Profile("11010")
    comparison = check_macdonald(pi, 6, q=given[0], t=given[1])
    assert comparison.agrees
    special = macdonald_series(pi, 6, *given)
    values = special.map(lambda c: c.at(F(1, 3), F(2, 7)))
    assert values == macdonald_series(pi, 6, *point)


def test_symbolic_coefficients_at_points_are_the_numeric_ones():
    pi = Profile("1010")
    for side in (macdonald_series, weight_series):
        symbolic = side(pi, 6)
        assert all(isinstance(c, QTFraction) for c in symbolic.coefficients)
        for x, y in NUMBERS[:5]:
            assert symbolic.map(lambda c, x=x, y=y: c.at(x, y)) == side(pi, 6, x, y)
    x, y = F(1, 3), F(2, 7)
    assert weight_series_by_transfer(pi, 6, x, y) == weight_series(pi, 6, x, y)
    assert macdonald_series(pi, 6, fmpq(1, 3), fmpq(2, 7)) == macdonald_series(pi, 6, x, y)


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


def test_processes():
    pi = Profile("1010")
    with ProcessPoolExecutor(2) as pool:
        for options in (
            {},
            {"q": F(1, 3), "t": F(2, 7)},
            {"refined": True},
            {"mode": "points", "points": 2},
        ):
            parallel = check_macdonald(pi, 6, executor=pool, **options)
            assert parallel == check_macdonald(pi, 6, **options)
            assert parallel.agrees


def test_rows_come_in_order():
    terms = [row.term for row in check_macdonald(Profile("10"), 3, refined=True).rows]
    assert terms == ["1", "z_1", "z_1^2", "z_1*z_2"]


# Mutants: the first difference is named.


def differs(word="1010", order=5, **options):
    comparison = check_macdonald(Profile(word), order, **options)
    row = comparison.first_difference
    assert row is not None
    wrong = {
        name
        for (name, _), value in zip(comparison.sides, row.values, strict=True)
        if value != row.left
    }
    return row.term, wrong


def test_phi_for_psi_on_one_step_only(monkeypatch):
    right = macdonald_steps.psi

    def wrong(outer, inner):
        return phi(outer, inner) if (outer, inner) == ((2,), (1,)) else right(outer, inner)

    monkeypatch.setattr(macdonald_steps, "psi", wrong)
    assert differs() == ("z^4", {"pieri"})
    assert differs(refined=True) == ("z_1^2*z_2*z_3", {"pieri"})
    monkeypatch.setattr(weighted_walks, "psi", wrong)
    assert differs(q=F(1, 3), t=F(2, 7)) == ("z^4", {"pieri", "transfer"})
    assert differs(mode="points", points=2) == ("z^4", {"transfer"})


def test_f_inverted(monkeypatch):
    right = macdonald_steps._run
    monkeypatch.setattr(macdonald_steps, "_run", lambda *given: right(*given[:-1], -given[-1]))
    assert differs() == ("z^1", {"pieri"})
    assert differs(mode="points", points=1) == ("z^1", {"transfer"})


def test_a_deformed_trace(monkeypatch):
    right = macdonald_products.expanded

    def wrong(profile, order, one, multiplier, **options):
        def deformed(before, after, m):
            return multiplier(before, after, m or 1)

        return right(profile, order, one, deformed, **options)

    monkeypatch.setattr(macdonald_products, "expanded", wrong)
    assert differs() == ("z^4", {"pieri", "paths", "boxes"})
    assert differs(q=F(1, 3), t=F(2, 7)) == (
        "z^4",
        {"pieri", "paths", "boxes", "transfer"},
    )
    assert check_macdonald(Profile("1010"), 5, open=True).agrees  # has no trace


def test_a_reversed_profile_is_seen_by_the_refined_identity(monkeypatch):
    monkeypatch.setattr(
        macdonald_identities,
        "macdonald_series",
        lambda profile, *given, **options: macdonald_series(
            Profile(profile.word[::-1]), *given, **options
        ),
    )
    assert check_macdonald(Profile("1110100"), 5).agrees  # the trap
    assert differs("1110100", 4, refined=True) == ("z_5", {"pieri", "paths", "boxes"})


def test_t_for_q_in_the_product(monkeypatch):
    monkeypatch.setattr(
        macdonald_identities,
        "macdonald_series",
        lambda profile, order, x, y, **options: macdonald_series(profile, order, y, x, **options),
    )
    assert differs(q=F(1, 3), t=F(2, 7))[0] == "z^1"


def test_a_lost_object(monkeypatch):
    right = weight_sums.objects_of_weight
    monkeypatch.setattr(weight_sums, "objects_of_weight", lambda *given: list(right(*given))[:5])
    assert differs() == ("z^3", {"pieri", "paths", "boxes"})


@pytest.mark.parametrize("route", ["pieri", "paths", "boxes"])
def test_each_form_is_asked(monkeypatch, route):
    from cylindric.macdonald.weights import FORMS

    monkeypatch.setitem(FORMS, route, lambda c: iter([("1", QTProduct())]))
    assert differs() == ("z^1", {route})


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda pi: check_macdonald(pi, 4, "point"), ValueError, "symbolic or points, got 'point'"),
        (lambda pi: check_macdonald(pi, 4, q=0.5, t=2), TypeError, "q must be .* got 0.5"),
        (lambda pi: check_macdonald(pi, 4, q=2), ValueError, "beside a symbol, got 2"),
        (lambda pi: check_macdonald(pi, 4, q=q + t), ValueError, r"monomial .* got q \+ t"),
        (lambda pi: check_macdonald(pi, 4, q=1, t=2), ZeroDivisionError, "1 - q = 0 at q = 1"),
        (lambda pi: check_macdonald(pi, 4, q=-1, t=2), ZeroDivisionError, r"1 - q\*\*2 = 0"),
        (
            lambda pi: weight_series(Profile("10"), 4, F(1, 2), 2),
            ZeroDivisionError,
            r"1 - q\*t = 0 at q = 1/2, t = 2",
        ),
        (lambda pi: check_macdonald(pi, 4, "points", q=q), ValueError, "draws q and t itself"),
        (lambda pi: check_macdonald(pi, 4, "points", t=2), ValueError, "draws q and t itself"),
        (lambda pi: check_macdonald(pi, 4, "points", refined=True), ValueError, "without refined"),
        (lambda pi: check_macdonald(pi, 4, points=3), ValueError, "for mode 'points' only"),
        (lambda pi: check_macdonald(pi, 4, seed=3), ValueError, "for mode 'points' only"),
        (lambda pi: check_macdonald(pi, 0), ValueError, "order must be at least 1, got 0"),
        (lambda pi: check_macdonald(pi, 4.0), TypeError, "order must be an integer, got 4.0"),
        (lambda pi: check_macdonald("10", 4), TypeError, "profile must be a Profile"),
        (lambda pi: check_macdonald(pi, 4, limit="x"), TypeError, "limit must be an integer"),
        (lambda pi: check_macdonald(pi, 5, limit=10), ValueError, "takes 22 .* pass limit=22"),
        (lambda pi: check_macdonald(pi, 60), ValueError, r"takes \d+ cylindric .* pass limit="),
        (lambda pi: macdonald_series(pi, 300), ValueError, r"takes \d+ words of 64 bits"),
        (
            lambda pi: macdonald_series(pi, 30, refined=True),
            ValueError,
            r"takes \d+ words .* pass limit=",
        ),
        (lambda pi: macdonald_series(pi, 2000, F(1, 3), 2), ValueError, "words of 64 bits"),
        (lambda pi: weight_series(pi, 4, form="box"), ValueError, "got 'box'"),
        (lambda pi: weight_series_by_transfer(pi, 4, q, t), TypeError, "must be numbers"),
    ],
)
def test_checks_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make(Profile("1010"))


def test_titles():
    assert "Okada's identity for the open profile 10" in str(
        check_macdonald(Profile("10"), 2, open=True)
    )
    assert ", at q" not in str(check_macdonald(Profile("10"), 2))
    assert ", at q = t**2, t = t:" in str(check_macdonald(Profile("10"), 2, q=t**2))


def test_the_refined_series_goes_to_the_plain_one():
    refined = macdonald_series(Profile("110"), 6, refined=True)
    assert refined.specialise((1, 1, 1)) == macdonald_series(Profile("110"), 6)
    numbers = macdonald_series(Profile("110"), 5, 2, 3, refined=True)
    assert numbers.specialise((1, 1, 1)) == macdonald_series(Profile("110"), 5, 2, 3)
