"""Langer's identity: symbolic, refined, open, at numbers, at points; wrong sides are seen."""

import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from fractions import Fraction

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

import cylindric.macdonald_products
import cylindric.weights
from cylindric import (
    Certificate,
    MultiSeries,
    Profile,
    QTFraction,
    QTProduct,
    borodin_series,
    check_macdonald,
    cylindric_partitions,
    macdonald_certificate,
    macdonald_series,
    refined_series,
    reverse_plane_partitions,
    weight_factors,
    weight_series,
)
from cylindric.certificates import _bounds, _has_pole
from cylindric.qt_fractions import polynomial
from cylindric.strategies import qt_points
from cylindric.weight_sums import weight_series_by_transfer
from tests.cylindric import definitions

q, t = sympy.symbols("q t")
Q, T = Fraction(2, 3), Fraction(3, 5)

factors = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(any), st.integers(-2, 2), max_size=3
)
numerators = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(-3, 3), max_size=4
)
fractions = st.builds(QTFraction, numerators, factors)


@pytest.mark.parametrize("word", ["10", "1010", "1100", "11010", "0011", "1", "0", "101"])
def test_the_identity_in_symbols(word):
    assert check_macdonald(Profile(word), 7)
    assert check_macdonald(Profile(word), 6, open=True)


@pytest.mark.parametrize("word", ["1110100", "110", "1101"])
def test_the_refined_identity_of_chiral_profiles(word):
    assert check_macdonald(Profile(word), 5, refined=True)
    assert check_macdonald(Profile(word), 5, refined=True, open=True)
    assert check_macdonald(Profile(word), 5, refined=True, q=Q, t=T)


@pytest.mark.parametrize(
    ("x", "y"), [(Q, T), (Q, Q), (0, T), (Q, 0), (0, -1), (Fraction(-7, 2), 11), (5, 1)]
)
def test_the_identity_at_numbers(x, y):
    comparison = check_macdonald(Profile("1010"), 7, q=x, t=y)
    assert comparison.agrees
    assert [name for name, _ in comparison.sides][-1] == "transfer"
    assert check_macdonald(Profile("1100"), 6, q=x, t=y, open=True)
    expected = definitions.macdonald_product("1010", 7, Fraction(x), Fraction(y))
    found = {row.term: row.left for row in comparison.rows}
    assert [found.get(f"z^{n}", 0) for n in range(7)] == expected


@pytest.mark.parametrize(("x", "y"), [(0, t), (q, 0), (t, t), (t**2, t), (q, 1), (q * t, t)])
def test_the_identity_with_monomials_for_parameters(x, y):
    assert check_macdonald(Profile("1010"), 6, q=x, t=y)


def test_the_product_is_the_definition_multiplied_out():
    series = macdonald_series(Profile("1101"), 6)
    ring, x, y = sympy.field("q,t", sympy.ZZ)
    for mine, theirs in zip(
        series.coefficients, definitions.macdonald_product("1101", 6, x, y), strict=True
    ):
        assert ring.field_new(mine.to_sympy()) == theirs
    # plane partitions in a 2 x 2 rectangle, as Vuletic has them
    opened = definitions.macdonald_product("1100", 6, Q, T, open=True)
    assert list(macdonald_series(Profile("1100"), 6, Q, T, open=True).coefficients) == opened


def test_schur_is_borodin():
    profile = Profile("1110100")
    assert (
        macdonald_series(profile, 12, Q, Q).coefficients == borodin_series(profile, 12).coefficients
    )
    assert dict(macdonald_series(profile, 5, t, t, refined=True).terms) == dict(
        refined_series(profile, 5).terms
    )


def test_refined_collapses_to_plain():
    refined = macdonald_series(Profile("110"), 6, refined=True)
    plain = macdonald_series(Profile("110"), 6)
    for n in range(6):
        total = sum((c for e, c in refined.terms.items() if sum(e) == n), QTFraction({}))
        assert total == plain[n]


def test_transfer_and_enumeration_agree_at_numbers_with_processes():
    with ProcessPoolExecutor(2) as pool:
        listed = weight_series(Profile("11010"), 8, Q, T, executor=pool)
        walked = weight_series_by_transfer(Profile("11010"), 8, Q, T, executor=pool)
        assert check_macdonald(Profile("1010"), 5, executor=pool)
        assert check_macdonald(Profile("1010"), 8, "points", points=3, executor=pool)
    assert listed == walked == macdonald_series(Profile("11010"), 8, Q, T)
    seen = []
    weight_series(Profile("10"), 4, Q, T, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (4, 4)


def wrong_trace(real):
    return lambda before, after, m: real(before, after, m) * (1 if m else 2)


def wrong_box(real):
    return lambda before, after, m: real(before, after, m) * (1 if m < 2 else 3)


@pytest.mark.parametrize(("wrong", "term"), [(wrong_trace, "z^4"), (wrong_box, "z^2")])
def test_a_wrong_product_is_seen(monkeypatch, wrong, term):
    module = cylindric.macdonald_products
    for name in ("_symbolic", "numeric"):
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *args, real=real: wrong(real(*args)))
    monkeypatch.setattr("cylindric.certificates.numeric", module.numeric)
    for comparison in (
        check_macdonald(Profile("1010"), 6),
        check_macdonald(Profile("1010"), 6, q=Q, t=T),
        check_macdonald(Profile("1010"), 6, "points", points=1),
    ):
        assert comparison.first_difference.term == term


def test_a_wrong_form_is_seen_in_its_column(monkeypatch):
    real = cylindric.weights.FORMS["paths"]
    monkeypatch.setitem(
        cylindric.weights.FORMS, "paths", lambda c: ((name, f**-1) for name, f in real(c))
    )
    first = check_macdonald(Profile("1010"), 5).first_difference
    product, pieri, paths, boxes = first.values
    assert product == pieri == boxes != paths


def test_a_profile_read_backwards_is_seen_by_the_refined_identity(monkeypatch):
    profile = Profile("110")
    backwards = macdonald_series(Profile("011"), 4, refined=True)
    monkeypatch.setattr(
        "cylindric.macdonald_identities.macdonald_series", lambda *args, **kwargs: backwards
    )
    assert not check_macdonald(profile, 4, refined=True)


# Certificates.


def test_a_certificate_repeats_and_survives_json():
    one, again = (macdonald_certificate(Profile("1100"), 7, points=4, seed=9) for _ in range(2))
    assert one == again == Certificate.from_json(one.to_json())
    assert one.points != macdonald_certificate(Profile("1100"), 7, points=4, seed=8).points
    assert one.comparison.agrees
    assert one.recheck().agrees
    assert [name for name, _ in one.recheck().sides][2:] == ["product, kept", "transfer, kept"]
    assert all(2**30 < p < 2**31 and sympy.isprime(p) for p, _, _ in one.points)
    notes = " ".join(one.comparison.notes)
    assert f"degree at most {one.degree}" in notes
    assert "4 primes" in notes
    assert f"< 2^-{int(one.error_exponent)}" in notes


def test_the_residues_are_those_of_the_rational_functions():
    certificate = macdonald_certificate(Profile("1010"), 6, points=3, seed=1, open=True)
    series = macdonald_series(Profile("1010"), 6, open=True)
    for at, (p, x, y) in enumerate(certificate.points):
        for n in range(6):
            above, below = (
                sum(c * pow(x, i, p) * pow(y, j, p) for (i, j), c in poly.items())
                for poly in (series[n].numerator, series[n].denominator)
            )
            assert certificate.product[n][at] == above * pow(below, -1, p) % p


def test_tampering_is_found(tmp_path):
    certificate = macdonald_certificate(Profile("1010"), 5, points=2)
    path = certificate.save(tmp_path / "certificate.json")
    fields = json.loads(path.read_text())
    fields["product"][3][1] += 1
    changed = Certificate.from_json(json.dumps(fields))
    assert not changed.comparison
    assert changed.recheck().first_difference.term == "z^3"
    with pytest.raises(ValueError, match="points must be those drawn from the seed 0"):
        replace(certificate, points=certificate.points[::-1]).recheck()
    for text in (
        "{",
        "[]",
        "{}",
        json.dumps({**fields, "more": 1}),
        json.dumps({**fields, "product": []}),
    ):
        with pytest.raises(ValueError, match="text must"):
            Certificate.from_json(text)


def test_the_bounds_of_the_error_hold():
    # For a false identity, with one label counted twice, the polynomial that is tested is known.
    for word in ("10", "1010", "1"):
        profile = Profile(word)
        for order in (2, 3, 4, 5):
            n = order - 1
            common = QTProduct(
                {(a, h - a): 2 * n // max(a, h - a) for h in range(1, n + 1) for a in range(h + 1)}
            )
            pochhammer = QTProduct({(k, 0): 1 for k in range(1, n + 1)})
            for c in cylindric_partitions(profile, n):
                polynomial(weight_factors(c).product * common)  # raises if it is none
            wrong = macdonald_series(profile, order)[n] + weight_series(profile, order)[n]
            tested = wrong * common * pochhammer
            assert set(tested.denominator) == {(0, 0)}
            degree, bits = _bounds(profile, order, False)
            assert max(i + j for i, j in tested.numerator) <= degree
            assert max(abs(c) for c in tested.numerator.values()).bit_length() <= bits


def test_the_error_shrinks_with_points_and_is_never_negative():
    few, many = (macdonald_certificate(Profile("10"), 4, points=k) for k in (1, 3))
    assert many.error_exponent == pytest.approx(3 * few.error_exponent)
    assert 10 < few.error_exponent < 30
    assert _has_pole(7, 2, 1, 3)  # 2^3 = 1
    assert not _has_pole(7, 3, 5, 1)


# Arithmetic of rational functions.


@given(fractions, fractions, fractions)
def test_rational_functions_are_a_ring(x, y, z):
    assert x + y == y + x
    assert x * y == y * x
    assert (x + y) + z == x + (y + z)
    assert (x * y) * z == x * (y * z)
    assert x * (y + z) == x * y + x * z
    assert x - x == 0
    assert x + 0 == x * 1 == x
    assert 3 - x == -(x - 3)
    assert bool(x) == (x != 0)


@given(fractions)
def test_rational_functions_show_what_they_are(x):
    assert eval(repr(x)) == x
    assert pickle.loads(pickle.dumps(x)) == x
    assert hash(pickle.loads(pickle.dumps(x))) == hash(x)
    at = {"q": Fraction(3, 7), "t": Fraction(-2, 5)}
    assert eval(str(x), dict(at)) == x.at(**at)
    assert sympy.simplify(x.to_sympy().subs(at) - x.at(**at)) == 0
    assert x.to_latex().count("{") == x.to_latex().count("}")


@given(fractions, fractions)
def test_rational_functions_are_sympys(x, y):
    for mine, theirs in (
        (x + y, x.to_sympy() + y.to_sympy()),
        (x * y, x.to_sympy() * y.to_sympy()),
    ):
        assert sympy.cancel(mine.to_sympy() - theirs) == 0
        above, below = sympy.fraction(sympy.cancel(theirs))
        assert len(sympy.Poly(below, q, t).terms()) == len(mine.denominator)
        assert len(mine.numerator) == (len(sympy.Poly(above, q, t).terms()) if mine else 0)


@given(st.lists(st.builds(QTProduct, factors), max_size=5))
def test_sums_of_products(products):
    total = QTFraction.sum(products)
    assert total.at(Q, T) == sum((p.at(Q, T) for p in products), Fraction(0))


def test_rational_functions_in_lowest_terms():
    assert str(QTFraction({(0, 0): 1}, {(1, 0): 1, (2, 0): -1})) == "(1 - q)/(1 - q**2)"
    assert QTFraction({(0, 0): 1, (2, 0): -1}, {(1, 0): -1}) == QTFraction({(0, 0): 1, (1, 0): 1})
    assert QTFraction({(0, 0): 1}, {(1, 0): 1, (2, 0): -1}).denominator == {(0, 0): 1, (1, 0): 1}
    assert hash(QTFraction({(0, 0): 5})) == hash(5)
    assert QTFraction({(0, 0): 5}) == 5
    assert QTFraction({(0, 0): 1}) / QTProduct({(0, 1): 1}) == QTFraction({(0, 0): 1}, {(0, 1): -1})
    assert QTFraction({(0, 0): 2, (0, 1): 2})._repr_latex_() == "$2 (1 + t)$"
    assert str(QTFraction({})) == "0"
    assert QTFraction({(0, 0): 1}).__add__("x") is NotImplemented
    assert QTFraction({(0, 0): 1}) != "x"
    with pytest.raises(ZeroDivisionError, match=r"got 1 - q\*t = 0 at q = 2, t = 1/2"):
        QTFraction({(0, 0): 1}, {(1, 1): -1}).at(2, Fraction(1, 2))
    with pytest.raises(ValueError, match="numerator must have exponents >= 0"):
        QTFraction({(-1, 0): 1})
    with pytest.raises(ValueError, match="product must be a polynomial"):
        polynomial(QTProduct({(1, 0): -1}))


def test_series_with_such_coefficients():
    series = macdonald_series(Profile("10"), 3)
    assert series.coefficients[1] == series[1] == series[1,]
    assert series.map(lambda c: c.at(2, 3)) == macdonald_series(Profile("10"), 3, 2, 3)
    assert sympy.cancel(series.to_sympy().subs({q: 2, t: 3})).coeff(sympy.Symbol("z"), 2) == (
        sympy.Rational(13, 3)
    )
    assert r"\frac{1 - t}{(1 - q)} z" in series.to_latex()
    assert (
        MultiSeries(("z",), {(1,): Fraction(-1, 2)}, 2).to_latex() == r"-\frac{1}{2} z + O(z^{2})"
    )
    with pytest.raises(TypeError, match="coefficient must be an exact number"):
        MultiSeries(("z",), {(1,): 0.5}, 2)
    with pytest.raises(TypeError, match="coefficients are those of one variable"):
        _ = macdonald_series(Profile("10"), 3, refined=True).coefficients


@given(qt_points())
def test_weights_have_no_pole_at_the_points_of_the_strategy(point):
    for c in (
        *cylindric_partitions(Profile("110"), 4),
        *reverse_plane_partitions(Profile("110"), 4),
    ):
        weight_factors(c).product.at(*point)


@pytest.mark.parametrize(
    ("kwargs", "error", "says"),
    [
        ({"mode": "numbers"}, ValueError, "mode must be symbolic or points, got 'numbers'"),
        ({"mode": "points", "q": q}, ValueError, "mode 'points' draws q and t itself"),
        ({"mode": "points", "t": 2}, ValueError, "mode 'points' draws q and t itself"),
        ({"mode": "points", "refined": True}, ValueError, "without refined"),
        ({"points": 3}, ValueError, "points and seed are for mode 'points' only"),
        ({"mode": "points", "points": 0}, ValueError, "points must be at least 1, got 0"),
        ({"mode": "points", "points": 10**5}, ValueError, "100000 points, more than the limit"),
        ({"mode": "points", "seed": -1}, ValueError, "seed must be at least 0"),
        ({"q": 0.5}, TypeError, "q must be an exact number"),
        ({"q": 2}, ValueError, "q must be 0, 1 or a symbol beside a symbol, got 2"),
        ({"q": sympy.Symbol("u")}, ValueError, "a monomial in the symbols q and t, got u"),
        ({"q": 2 * q}, ValueError, "a monomial in the symbols q and t"),
        ({"q": q + 1}, ValueError, "a monomial in the symbols q and t"),
        ({"q": 1 / q}, ValueError, "a monomial in the symbols q and t"),
        ({"q": 1, "t": 2}, ZeroDivisionError, "got 1 - q = 0 at q = 1, t = 2"),
        ({"q": 1, "t": t}, ZeroDivisionError, "1 - q in the denominator becomes 0"),
        ({"q": -1, "t": 3}, ZeroDivisionError, r"got 1 - q\*\*2 = 0"),
        (
            {"limit": 3},
            ValueError,
            "profile 1010, more than the limit of 3",
        ),
        ({"order": 0}, ValueError, "order must be at least 1"),
    ],
)
def test_bad_input(kwargs, error, says):
    order = kwargs.pop("order", 6)
    with pytest.raises(error, match=says):
        check_macdonald(Profile("1010"), order, **kwargs)


def test_an_order_whose_symbolic_answer_is_too_large():
    with pytest.raises(ValueError, match="words of 64 bits, more than the limit of 500000"):
        macdonald_series(Profile("10"), 80)
    with pytest.raises(ValueError, match="words of 64 bits"):
        macdonald_series(Profile("1010"), 20, refined=True)
    with pytest.raises(TypeError, match="q and t must be numbers for the transfer method"):
        weight_series_by_transfer(Profile("10"), 4, q, t)
    with pytest.raises(ValueError, match="form must be one of"):
        weight_series(Profile("10"), 4, form="arms")
