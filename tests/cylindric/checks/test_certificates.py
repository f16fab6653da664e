"""Certificates: their bounds against real data, the same again from the seed, and tampering."""

import json
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cylindric import (
    Certificate,
    Profile,
    QTFraction,
    QTProduct,
    check_macdonald,
    cylindric_partitions,
    macdonald_certificate,
    macdonald_series,
    reverse_plane_partitions,
    weight_factors,
    weight_series,
)
from cylindric.algebra.qt_fractions import polynomial
from cylindric.checks import certificates
from cylindric.macdonald import walks
from cylindric.macdonald.pieri import phi

CERTIFICATE = macdonald_certificate(Profile("1010"), 5, points=3, seed=7)


def common_denominator(n):
    """M of the module docstring: (1 - q^a t^b)^floor(2n / max(a, b)) over a + b <= n."""
    return QTProduct(
        {(a, b): 2 * n // max(a, b) for a in range(n + 1) for b in range(n + 1) if 0 < a + b <= n}
    )


def pochhammer(n):
    return QTProduct({(k, 0): 1 for k in range(1, n + 1)})


@pytest.mark.parametrize("word", ["10", "1010", "0011", "11010", "110", "1110100"])
@pytest.mark.parametrize("open", [False, True])
def test_weights_times_m_are_polynomials(word, open):
    listing = reverse_plane_partitions if open else cylindric_partitions
    for n in range(1, 8 if len(word) < 6 else 6):
        whole = common_denominator(n)
        for c in listing(Profile(word), n):
            product = weight_factors(c).product
            assert min((whole * product).factors.values()) >= 0
            assert sum(e for e in product.factors.values() if e > 0) <= 2 * n
            assert all(a + b <= n for a, b in product.factors)


@pytest.mark.slow
@pytest.mark.parametrize("word", ["10", "1010", "110", "0011", "11"])
@pytest.mark.parametrize("open", [False, True])
def test_degree_and_bits_bound_the_polynomial_that_is_tested(word, open):
    pi = Profile(word)
    for n in range(1, 5):
        certificate = macdonald_certificate(pi, n + 1, points=1, open=open)
        left = weight_series(pi, n + 1, open=open)[n]
        right = macdonald_series(pi, n + 1, open=open)[n]
        wrong = macdonald_series(Profile(word + "10"), n + 1, open=open)[n]
        scale = QTFraction.sum([common_denominator(n) * pochhammer(n)])
        for value in (left, right, left - wrong, left + right):
            whole = QTFraction({}) + value
            whole = whole * scale
            assert whole.denominator == {(0, 0): 1}
            assert max(map(sum, whole.numerator), default=0) <= certificate.degree
            largest = max((abs(c) for c in whole.numerator.values()), default=0)
            assert largest.bit_length() <= certificate.bits


def test_degree_by_hand():
    """n = 1: M = (1 - q)^2 (1 - t)^2 of degree 4, and D = 4 + 2 + 1; n = 0: nothing to test."""
    assert macdonald_certificate(Profile("10"), 2, points=1).degree == 7
    assert macdonald_certificate(Profile("10"), 1, points=1).degree == 0
    # Exponents 2 + 2, 3n = 3, 1! and one object 0, and 1; rounded up.
    assert macdonald_certificate(Profile("10"), 2, points=1).bits == 9


def test_a_false_identity_vanishes_at_few_points():
    """Schwartz-Zippel by counting: every (q, t) modulo 101."""
    p = 101
    pi = Profile("10")
    difference = weight_series(pi, 2)[1] + QTFraction({(0, 0): -1, (1, 0): 1})
    whole = difference * QTFraction.sum([common_denominator(1) * pochhammer(1)])
    terms = whole.numerator
    zeros = sum(
        sum(c * pow(x, i, p) * pow(y, j, p) for (i, j), c in terms.items()) % p == 0
        for x in range(p)
        for y in range(p)
    )
    assert 0 < zeros <= 7 * p  # D = 7


@pytest.mark.parametrize(("p", "a", "b"), [(101, 1, 1), (101, 3, 2), (31, 0, 5), (31, 6, 4)])
def test_poles_are_few(p, a, b):
    """q^a t^b = 1 has at most (a + b) p solutions: the share V that is drawn again."""
    found = sum(pow(x, a, p) * pow(y, b, p) % p == 1 for x in range(p) for y in range(p))
    assert found <= (a + b) * p


def test_no_point_drawn_is_a_pole(monkeypatch):
    drawn = tuple(islice(certificates.draw_points(6, 3), 40))
    assert len(set(drawn)) == 40
    primes = {p for p, _, _ in drawn}  # from the whole range that the bound counts
    assert len(primes) == 40
    assert max(primes) - min(primes) > 2**29
    assert [sum(p >> 28 == quarter for p in primes) > 3 for quarter in (4, 5, 6, 7)] == [True] * 4
    for p, x, y in drawn:
        assert 2**30 < p < 2**31
        assert not certificates._has_pole(p, x, y, 6)
    assert certificates._has_pole(7, 2, 4, 2)  # q t = 1
    assert certificates._has_pole(7, 2, 3, 3)  # q^3 = 1
    assert not certificates._has_pole(7, 2, 3, 2)
    # A drawn pole is drawn again, and the others stay.
    poles = []

    def first_is_a_pole(*given):
        poles.append(given)
        return len(poles) == 1

    monkeypatch.setattr(certificates, "_has_pole", first_is_a_pole)
    assert tuple(islice(certificates.draw_points(6, 3), 3)) == drawn[1:4]


def test_error_bound_is_that_of_the_docstring():
    c = macdonald_certificate(Profile("11010"), 8, points=5)
    assert c.degree > 0
    # A point is passed with probability of about D / 2^30, D < 2^13.
    assert 5 * 17 < c.error_exponent < 5 * 30
    one = replace(c, points=c.points[:1])
    assert c.error_exponent == pytest.approx(5 * one.error_exponent)
    assert "2^-" + str(int(c.error_exponent)) in c.comparison.notes[2]
    assert f"degree at most {c.degree}" in c.comparison.notes[1]
    assert f"at most {c.bits} bits" in c.comparison.notes[1]
    assert "5, drawn from the seed 0; 5 primes" in c.comparison.notes[0]
    assert macdonald_certificate(Profile("11"), 3, points=1).error_exponent > 20
    assert sum(h * (h + 1) for h in range(1, 9)) == 2 * comb(10, 3)


def test_the_same_seed_gives_the_same_certificate():
    again = macdonald_certificate(Profile("1010"), 5, points=3, seed=7)
    assert again == CERTIFICATE
    assert macdonald_certificate(Profile("1010"), 5, points=3, seed=8).points != CERTIFICATE.points
    # More points begin with the same ones.
    more = macdonald_certificate(Profile("1010"), 5, points=4, seed=7)
    assert more.points[:3] == CERTIFICATE.points
    checked = check_macdonald(Profile("1010"), 5, "points", points=3, seed=7)
    assert checked == CERTIFICATE.comparison
    assert len(check_macdonald(Profile("10"), 3, "points").rows[0].left) == 20


def test_residues_are_the_numbers_reduced():
    pi = Profile("1010")
    for column, (p, x, y) in enumerate(CERTIFICATE.points):
        series = macdonald_series(pi, 5, x, y)
        for n in range(5):
            number = Fraction(series[n])
            residue = number.numerator * pow(number.denominator, -1, p) % p
            assert CERTIFICATE.product[n][column] == CERTIFICATE.transfer[n][column] == residue


def test_json_and_files(tmp_path):
    assert Certificate.from_json(CERTIFICATE.to_json()) == CERTIFICATE
    path = CERTIFICATE.save(tmp_path / "certificate.json")
    assert Certificate.from_json(path.read_text(encoding="utf-8")) == CERTIFICATE
    for name in ("", ".", tmp_path):
        with pytest.raises(ValueError, match="path must be the name of a file, got '"):
            CERTIFICATE.save(name)
    open_one = macdonald_certificate(Profile("110"), 4, points=2, open=True)
    assert Certificate.from_json(open_one.to_json()).recheck().agrees


@given(st.sampled_from(["10", "11", "0", "110"]), st.integers(1, 4), st.integers(0, 2**40))
@settings(max_examples=10)
def test_any_certificate_can_be_checked_again(word, order, seed):
    certificate = macdonald_certificate(Profile(word), order, points=2, seed=seed)
    again = Certificate.from_json(certificate.to_json())
    assert again == certificate
    assert again.recheck().agrees
    assert again.comparison.agrees


def test_recheck_has_four_sides():
    comparison = CERTIFICATE.recheck()
    assert comparison.agrees
    assert [name for name, _ in comparison.sides] == [
        "product",
        "transfer",
        "product, kept",
        "transfer, kept",
    ]


def changed(side, n=2, column=1):
    rows = [list(row) for row in side]
    rows[n][column] = (rows[n][column] + 1) % 2**30
    return tuple(map(tuple, rows))


def test_a_changed_residue_is_found():
    for name in ("product", "transfer"):
        false = replace(CERTIFICATE, **{name: changed(getattr(CERTIFICATE, name))})
        assert false.comparison.first_difference.term == "z^2"
        assert false.recheck().first_difference.term == "z^2"
    both = replace(
        CERTIFICATE, product=changed(CERTIFICATE.product), transfer=changed(CERTIFICATE.transfer)
    )
    assert both.comparison.agrees  # which is why one checks again
    row = both.recheck().first_difference
    assert row.term == "z^2"
    product, transfer, kept, also_kept = row.values
    assert product == transfer != kept == also_kept


def test_changed_points_seeds_and_orders_are_found():
    for false in (
        replace(CERTIFICATE, points=changed(CERTIFICATE.points)),
        replace(CERTIFICATE, seed=8),
    ):
        with pytest.raises(ValueError, match="points must be those drawn from the seed"):
            false.recheck()
    assert not replace(CERTIFICATE, profile="1100").recheck().agrees
    assert not replace(CERTIFICATE, open=True).recheck().agrees
    shorter = replace(CERTIFICATE, order=4).recheck()
    assert shorter.first_difference.term == "z^4"


FIELDS = json.loads(CERTIFICATE.to_json())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "must be the JSON of a Certificate"),
        (CERTIFICATE.to_json()[:-30], "must be the JSON of a Certificate"),
        ("[]", "must be the JSON of a Certificate"),
        ("null", "must be the JSON of a Certificate"),
        ("{}", "format must be"),
        (json.dumps({**FIELDS, "more": 1}), "must have no 'more'"),
        (json.dumps({k: v for k, v in FIELDS.items() if k != "seed"}), "must have seed"),
        (json.dumps({**FIELDS, "order": "5"}), "order must be of type int, got '5'"),
        (json.dumps({**FIELDS, "order": 5.0}), "numbers must be exact, got 5.0"),
        (json.dumps({**FIELDS, "order": 4}), "product must have 4 rows of 3 residues"),
        (json.dumps({**FIELDS, "open": 0}), "open must be of type bool, got 0"),
        (json.dumps({**FIELDS, "seed": None}), "seed must be of type int, got None"),
        (json.dumps({**FIELDS, "profile": "102"}), "string of 0s and 1s, got '102'"),
        (json.dumps({**FIELDS, "profile": 10}), "profile must be of type str, got 10"),
        (json.dumps({**FIELDS, "points": []}), "points must be one at least"),
        (json.dumps({**FIELDS, "points": [[2, 3]] * 3}), r"each as \(p, q, t\)"),
        (json.dumps({**FIELDS, "points": FIELDS["points"][:2]}), "5 rows of 2 residues each"),
        (json.dumps({**FIELDS, "product": FIELDS["product"][:4]}), "product must have 5 rows"),
        (json.dumps({**FIELDS, "transfer": [[1.5, 2, 3]] * 5}), "numbers must be exact"),
        (json.dumps({**FIELDS, "transfer": [["1", 2, 3]] * 5}), "tuples of integers"),
        (json.dumps({**FIELDS, "transfer": 5}), "transfer must be tuples of integers"),
        (json.dumps({**FIELDS, "product": [row[:2] for row in FIELDS["product"]]}), "3 residues"),
    ],
)
def test_what_is_no_certificate_is_refused(text, says):
    with pytest.raises(ValueError, match=says):
        Certificate.from_json(text)


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"order": 0}, ValueError, "order must be at least 1, got 0"),
        ({"points": 0}, ValueError, "points must be at least 1, got 0"),
        ({"points": 2.5}, TypeError, "points must be an integer, got 2.5"),
        (
            {"points": 10**5},
            ValueError,
            "100000 points, more than the 10000 that are possible",
        ),
        ({"seed": -1}, ValueError, "seed must be at least 0, got -1"),
        ({"seed": "x"}, TypeError, "seed must be an integer, got 'x'"),
        ({"order": 400}, ValueError, "pass limit="),
        ({"limit": 3}, ValueError, r"takes \d+ cylindric partitions .* limit of 3"),
        ({"profile": "10"}, TypeError, "profile must be a Profile"),
    ],
)
def test_certificates_refuse(options, error, says):
    given = {"profile": Profile("10"), "order": 3, **options}
    with pytest.raises(error, match=says):
        macdonald_certificate(**given)


def test_a_wrong_product_is_found(monkeypatch):
    right = certificates.numeric
    monkeypatch.setattr(certificates, "numeric", lambda q, t: right(t, q))
    assert not macdonald_certificate(Profile("10"), 3, points=1).comparison.agrees


def test_exponents_fit_a_polynomial():
    assert polynomial(common_denominator(1)).total_degree() == 4


def test_a_wrong_weight_fails_at_every_point(monkeypatch):
    right = walks.psi

    def wrong(outer, inner):
        return phi(outer, inner) if (outer, inner) == ((2,), (1,)) else right(outer, inner)

    monkeypatch.setattr(walks, "psi", wrong)
    certificate = macdonald_certificate(Profile("10"), 5, points=4)
    row = certificate.comparison.first_difference
    assert row.term == "z^3"
    assert all(x != y for x, y in zip(row.left, row.right, strict=True))
