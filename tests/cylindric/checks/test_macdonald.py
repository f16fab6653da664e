"""Langer's identity: both sides against the definition, every way to ask, and the mutants."""

from concurrent.futures import ProcessPoolExecutor

import pytest
from hypothesis import given, settings
from sympy.abc import q, t

from cylindric import Profile, QTProduct, check_macdonald, macdonald_series, phi, weight_series
from cylindric import strategies as some
from cylindric.checks import macdonald
from cylindric.macdonald import pieri, walks
from cylindric.macdonald.weights import FORMS
from cylindric.products import macdonald as products
from cylindric.products.macdonald import series_at
from cylindric.sums import listing
from tests.cylindric import definitions as brute
from tests.cylindric.products.test_macdonald import NUMBERS, WORDS, F


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


@pytest.mark.slow
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


@pytest.mark.slow
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


def test_titles():
    assert "Okada's identity for the open profile 10" in str(
        check_macdonald(Profile("10"), 2, open=True)
    )
    assert ", at q" not in str(check_macdonald(Profile("10"), 2))
    assert ", at q = t**2, t = t:" in str(check_macdonald(Profile("10"), 2, q=t**2))


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda pi: check_macdonald(pi, 4, "point"), ValueError, "symbolic or points, got 'point'"),
        (lambda pi: check_macdonald(pi, 4, q=0.5, t=2), TypeError, "q must be .* got 0.5"),
        (lambda pi: check_macdonald(pi, 4, q=2), ValueError, "beside a symbol, got 2"),
        (lambda pi: check_macdonald(pi, 4, q=q + t), ValueError, r"monomial .* got q \+ t"),
        (lambda pi: check_macdonald(pi, 4, q=1, t=2), ZeroDivisionError, "1 - q = 0 at q = 1"),
        (lambda pi: check_macdonald(pi, 4, q=-1, t=2), ZeroDivisionError, r"1 - q\*\*2 = 0"),
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
    ],
)
def test_checks_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make(Profile("1010"))


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
    right = pieri.psi

    def wrong(outer, inner):
        return phi(outer, inner) if (outer, inner) == ((2,), (1,)) else right(outer, inner)

    monkeypatch.setattr(pieri, "psi", wrong)
    assert differs() == ("z^4", {"pieri"})
    assert differs(refined=True) == ("z_1^2*z_2*z_3", {"pieri"})
    monkeypatch.setattr(walks, "psi", wrong)
    assert differs(q=F(1, 3), t=F(2, 7)) == ("z^4", {"pieri", "transfer"})
    assert differs(mode="points", points=2) == ("z^4", {"transfer"})


def test_f_inverted(monkeypatch):
    right = pieri._run
    monkeypatch.setattr(pieri, "_run", lambda *given: right(*given[:-1], -given[-1]))
    assert differs() == ("z^1", {"pieri"})
    assert differs(mode="points", points=1) == ("z^1", {"transfer"})


def test_a_deformed_trace(monkeypatch):
    right = products.expanded

    def wrong(profile, order, one, multiplier, **options):
        def deformed(before, after, m):
            return multiplier(before, after, m or 1)

        return right(profile, order, one, deformed, **options)

    monkeypatch.setattr(products, "expanded", wrong)
    assert differs() == ("z^4", {"pieri", "paths", "boxes"})
    assert differs(q=F(1, 3), t=F(2, 7)) == (
        "z^4",
        {"pieri", "paths", "boxes", "transfer"},
    )
    assert check_macdonald(Profile("1010"), 5, open=True).agrees  # has no trace


def test_a_reversed_profile_is_seen_by_the_refined_identity(monkeypatch):
    monkeypatch.setattr(
        macdonald,
        "series_at",
        lambda profile, *given, **options: series_at(
            Profile(profile.word[::-1]), *given, **options
        ),
    )
    assert check_macdonald(Profile("1110100"), 5).agrees  # the trap
    assert differs("1110100", 4, refined=True) == ("z_5", {"pieri", "paths", "boxes"})


def test_t_for_q_in_the_product(monkeypatch):
    monkeypatch.setattr(
        macdonald,
        "series_at",
        lambda profile, order, given, **options: series_at(profile, order, given[::-1], **options),
    )
    assert differs(q=F(1, 3), t=F(2, 7))[0] == "z^1"


def test_a_lost_object(monkeypatch):
    right = listing.enumerate_walks
    monkeypatch.setattr(
        listing, "enumerate_walks", lambda *given, **options: list(right(*given, **options))[:5]
    )
    assert differs() == ("z^3", {"pieri", "paths", "boxes"})


@pytest.mark.parametrize("route", ["pieri", "paths", "boxes"])
def test_each_form_is_asked(monkeypatch, route):
    nothing = FORMS[route]._replace(factors=lambda c: iter([("1", QTProduct())]))
    monkeypatch.setitem(FORMS, route, nothing)
    assert differs() == ("z^1", {route})
