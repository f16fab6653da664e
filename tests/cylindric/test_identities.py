"""Counting by every route, the golden numbers, the checks, and the mutants they must catch."""

from concurrent.futures import ProcessPoolExecutor
from math import comb

import pytest

from cylindric import (
    BURGE,
    RSK,
    Decomposition,
    MultiSeries,
    Profile,
    Series,
    borodin_series,
    check_bijection,
    check_borodin,
    check_largest_part,
    check_last_passage,
    check_refined,
    compose,
    corteel_welsh,
    count_series,
    counting,
    decompose,
    identities,
    largest_part_series,
    layers,
    refined_series,
    transfer,
)
from cylindric.sums.corteel_welsh import corteel_welsh_series
from cylindric.sums.counts import METHODS
from tests.cylindric import definitions as brute
from tests.cylindric.test_growth import shifted

# The math notes, section 2, after [Borodin07].
GOLDEN = [
    ("10", (1, 1, 2, 3, 5, 7, 11, 15, 22, 30)),
    ("110", (1, 1, 2, 3, 5, 7, 11, 15, 22, 30)),
    ("100", (1, 1, 2, 3, 5, 7, 11, 15, 22, 30)),
    ("1010", (1, 2, 3, 6, 10, 16, 25, 38, 57, 84, 121, 172, 243)),
    ("1100", (1, 1, 3, 4, 8, 11, 20, 27, 44, 60, 92, 124, 183)),
    ("10100", (1, 2, 4, 7, 13, 21, 35, 54, 84, 126, 188)),
    ("11", (1, 0, 1, 0, 2, 0, 3, 0, 5, 0)),
]


@pytest.mark.parametrize(("word", "numbers"), GOLDEN)
@pytest.mark.parametrize("method", METHODS)
def test_golden_numbers_by_every_route(word, numbers, method):
    pi, order = Profile(word), len(numbers)
    assert borodin_series(pi, order).coefficients == numbers
    assert count_series(pi, order, method).coefficients == numbers
    assert count_series(pi, 1, method).coefficients == (1,)


def test_golden_largest_parts():
    """(3,1,0) and (2,1), exactly n as largest part [CW19]."""
    chiral = largest_part_series(Profile.from_composition((3, 1, 0)), 10)
    assert [chiral[1, k] for k in range(9)] == [0, 2, 3, 4, 4, 5, 5, 5, 5]
    assert [chiral[2, k] for k in range(10)] == [0, 0, 2, 4, 10, 14, 23, 30, 41, 49]
    small = largest_part_series(Profile.from_composition((2, 1)), 9)
    assert [small[1, k] for k in range(4)] == [0, 2, 2, 2]
    assert [small[2, k] for k in range(9)] == [0, 0, 2, 3, 6, 7, 10, 11, 14]


@pytest.mark.parametrize(
    ("composition", "modulus", "residues"),
    [
        ((2, 1), 5, [1, 4]),
        ((3, 0), 5, [2, 3]),
        ((2, 1, 1), 7, [1, 1, 3, 4, 6, 6]),
        ((4, 0, 0), 7, [2, 3, 3, 4, 4, 5]),
    ],
)
def test_rogers_ramanujan_and_a2_identities(composition, modulus, residues):
    """F_c(1, z) (z; z)_inf is the product side of an identity modulo 5 or 7 [CW19]."""
    order = 60
    counted = count_series(Profile.from_composition(composition), order, "layers")
    for n in range(1, order):
        counted = counted * Series([1] + [0] * (n - 1) + [-1], order)
    expected = Series([1], order)
    for residue in residues:
        for n in range(residue, order, modulus):
            expected = expected / Series([1] + [0] * (n - 1) + [-1], order)
    assert counted == expected


def test_plane_partitions_in_a_rectangle():
    """1^r 0^d open: MacMahon."""
    pi = Profile("111000")
    expected = brute.product_coefficients("111000", 12, open=True)
    for method in ("enumeration", "transfer", "bijection"):
        assert count_series(pi, 12, method, open=True).coefficients == expected
    assert expected[:5] == (1, 1, 3, 6, 11)  # of the 13 of weight 4, two are too long


def test_every_route_on_every_short_word():
    for word in brute.words(4):
        pi = Profile(word)
        assert check_borodin(pi, 8, METHODS).agrees
        assert check_borodin(pi, 6, rule=BURGE).agrees
        assert check_borodin(pi, 6, open=True).agrees
        assert check_refined(pi, 6).agrees
        assert check_refined(pi, 6, open=True, rule=BURGE).agrees
        assert check_largest_part(pi, 7).agrees
        assert check_bijection(pi, 6).agrees


@pytest.mark.slow
@pytest.mark.parametrize("word", ["11010", "1110100", "111000", "10110"])
def test_checks_of_longer_profiles(word):
    pi = Profile(word)
    assert check_borodin(pi, 16, METHODS).agrees
    assert check_bijection(pi, 10, rule=BURGE).agrees
    assert check_bijection(pi, 10, open=True).agrees
    assert check_refined(pi, 9).agrees
    assert check_largest_part(pi, 12).agrees
    assert check_last_passage(pi, 8).agrees


def test_layers_reach_far():
    pi = Profile("11010")
    assert count_series(pi, 300, "layers") == borodin_series(pi, 300)
    assert corteel_welsh_series(pi, 30) == largest_part_series(pi, 30)


def test_reading_backwards_is_harmless():
    for word in ("1110100", "11010", "100"):
        pi = Profile(word)
        assert largest_part_series(pi, 9) == largest_part_series(pi.reverse_complement(), 9)
        assert layers._number_of_compositions(pi) == comb(pi.period - 1, pi.rank - 1)


def test_processes_and_progress():
    pi, told = Profile("1010"), []

    def tell(*done):
        told.append(done)

    with ProcessPoolExecutor(2) as pool:
        assert check_bijection(pi, 7, executor=pool).agrees
        counted = count_series(pi, 7, "bijection", executor=pool, progress=tell)
        assert count_series(pi, 7, executor=pool) == counted
    assert counted == borodin_series(pi, 7)
    assert told[0] == (0, 7)
    assert told[-1] == (7, 7)


def test_comparison_holds_every_route():
    comparison = check_borodin(Profile("11010"), 6)
    assert [name for name, _ in comparison.sides] == ["product", "layers", "transfer", "bijection"]
    assert [row.term for row in comparison.rows] == [f"z^{k}" for k in range(6)]
    assert comparison.rows[5].values == (21, 21, 21, 21)
    assert tuple(comparison.rows[5]) == ("z^5", 21, 21)


# Mutants: every check must say which term differs when one side is wrong.


def test_one_changed_coefficient_is_found(monkeypatch):
    def changed(profile, order, **options):
        wrong = list(borodin_series(profile, order, **options).coefficients)
        wrong[5] += 1
        return Series(wrong)

    monkeypatch.setattr(identities, "borodin_series", changed)
    comparison = check_borodin(Profile("11010"), 9)
    assert not comparison.agrees
    assert tuple(comparison.first_difference) == ("z^5", 22, 21)
    assert len(comparison.differences) == 1


@pytest.mark.parametrize("route", ["transfer_series", "layers_series", "decompose_all"])
def test_a_wrong_route_is_found(monkeypatch, route):
    right = getattr(counting, route)

    def wrong(*given, **options):
        answer = right(*given, **options)
        if isinstance(answer, Series):
            return answer + Series([0, 0, 1], answer.order)
        return [answer[0]] * len(answer)

    monkeypatch.setattr(counting, route, wrong)
    assert check_borodin(Profile("1010"), 6).first_difference.term in ("z^1", "z^2")


def test_a_reversed_word_escapes_the_plain_identity_and_no_other(monkeypatch):
    def backwards(series):
        return lambda profile, order, **options: series(
            Profile(profile.word[::-1]), order, **options
        )

    pi = Profile("1110100")
    monkeypatch.setattr(identities, "borodin_series", backwards(borodin_series))
    assert check_borodin(pi, 9).agrees  # the trap: counting by weight cannot see it
    monkeypatch.setattr(identities, "refined_series", backwards(refined_series))
    assert not check_refined(pi, 4).agrees
    for side in ("largest_part_series", "corteel_welsh_series"):
        with monkeypatch.context() as only:
            only.setattr(identities, side, backwards(getattr(identities, side)))
            assert not check_largest_part(pi, 7).agrees


def test_excess_read_the_other_way_is_found(monkeypatch):
    right = layers._excess
    monkeypatch.setattr(layers, "_excess", lambda c, d: right(d, c))
    assert not check_largest_part(Profile("1110100"), 8).agrees


def test_a_wrong_sign_in_corteel_welsh_is_found(monkeypatch):
    right = corteel_welsh._neighbours
    monkeypatch.setattr(corteel_welsh, "_neighbours", lambda c: ((d, 1) for d, _ in right(c)))
    assert not check_largest_part(Profile("11010"), 6).agrees


def test_a_lost_last_step_in_the_transfer_is_found(monkeypatch):
    monkeypatch.setattr(transfer, "_can_reach", lambda *given: True)
    assert not check_borodin(Profile("11010"), 6, ["transfer"]).agrees


def test_wrong_hooks_are_found(monkeypatch):
    right = Profile.hook_length
    monkeypatch.setattr(Profile, "hook_length", lambda pi, box: right(pi, box) + 1)
    assert not check_borodin(Profile("10"), 5, ["bijection"]).agrees
    assert not check_bijection(Profile("10"), 5).agrees


@pytest.mark.parametrize("rule", [shifted(RSK, 1), shifted(BURGE, -1)])
def test_labels_off_by_one_are_found(rule):
    comparison = check_bijection(Profile("1010"), 4, rule=rule)
    assert not comparison.agrees
    assert "rule shifted" in comparison.notes[0]
    assert "rule shifted" in str(comparison)


def test_a_rule_that_loses_information_is_found(monkeypatch):
    """Two objects with one image: `peeled` and `reached` fall behind."""
    from cylindric import bijections
    from cylindric.growth.bijection import decompose_all

    def merged(objects, rule):
        answers = decompose_all(objects, rule)
        return [answers[0]] * min(2, len(answers)) + answers[2:]

    monkeypatch.setattr(bijections, "decompose_all", merged)
    row = check_bijection(Profile("1010"), 5).first_difference
    assert row.values[0] > row.values[1]
    assert "composes to" in check_bijection(Profile("1010"), 5).notes[0]


def test_a_bijection_that_loses_the_weight_is_found(monkeypatch):
    """Exchange the images of the empty object and of one of weight 1, there and back."""
    from cylindric import bijections
    from cylindric.growth.bijection import compose_all, decompose_all

    nothing, one = Decomposition((), {}), Decomposition((), {(1, 2, 1): 1})
    other = {nothing: one, one: nothing}
    monkeypatch.setattr(
        bijections,
        "decompose_all",
        lambda objects, rule: [other.get(d, d) for d in decompose_all(objects, rule)],
    )
    monkeypatch.setattr(
        bijections,
        "compose_all",
        lambda profile, pairs, rule: compose_all(profile, [other.get(d, d) for d in pairs], rule),
    )
    comparison = check_bijection(Profile("10"), 3)
    assert comparison.rows[0].values == (1, 0, 1, 1, 0, 0)
    assert comparison.rows[1].values == (1, 0, 1, 1, 0, 0)
    assert comparison.rows[2].agrees


def test_composing_to_the_wrong_object_is_found(monkeypatch):
    from cylindric import bijections
    from cylindric.growth.bijection import compose_all

    monkeypatch.setattr(
        bijections,
        "compose_all",
        lambda profile, pairs, rule: compose_all(profile, pairs[::-1], rule),
    )
    row = check_bijection(Profile("1010"), 3).rows[2]
    assert row.values == (3, 3, 1, 3, 3, 1)


def test_wrong_label_exponents_are_found_in_their_own_column(monkeypatch):
    right = Decomposition.refined_weight
    monkeypatch.setattr(Decomposition, "refined_weight", lambda d, profile: right(d, profile)[::-1])
    row = check_refined(Profile("110"), 4).first_difference
    product, enumeration, bijection = row.values
    assert product == enumeration != bijection


def test_check_borodin_peels_by_the_rule_it_is_given():
    with pytest.raises(ValueError, match="rule shifted must give a cell"):
        check_borodin(Profile("10"), 4, rule=shifted(RSK, 1))


def test_refined_and_passage_sides_are_their_own(monkeypatch):
    """Break the peeling, then the passage time: the enumeration must not move with them."""
    right = identities.decompose_all
    with monkeypatch.context() as only:
        only.setattr(identities, "decompose_all", lambda objects, rule: right(objects[:1], rule))
        product, enumeration, bijection = check_refined(Profile("110"), 4).first_difference.values
        assert product == enumeration != bijection
    monkeypatch.setattr(identities, "last_passage_time", lambda *given: 0)
    comparison = check_largest_part(Profile("110"), 4)
    names = [name for name, _ in comparison.sides]
    values = dict(zip(names, comparison.first_difference.values, strict=True))
    assert values["enumeration"] == values["layers"] == values["Corteel-Welsh"]
    assert values["last passage"] != values["enumeration"]


def test_batches_are_counted_to_the_last(monkeypatch):
    monkeypatch.setattr(counting, "BATCH", 3)
    assert check_borodin(Profile("1010"), 8, ["bijection"]).agrees
    assert check_bijection(Profile("1010"), 7).agrees


def test_long_periods():
    """More than 255 places: nothing is kept in a byte."""
    pi = Profile("1" * 150 + "0" * 150)
    comparison = check_borodin(pi, 4)
    assert comparison.agrees
    assert [name for name, _ in comparison.sides] == ["product", "transfer", "bijection"]
    assert "layers left out" in comparison.notes[0]
    labels = {(1, 300, 1): 2, (150, 151, 1): 1, (75, 200, 1): 3}
    assert dict(decompose(compose(pi, (), labels)).labels) == labels


def test_raising_the_limit_goes_on():
    pi = Profile("11010")
    with pytest.raises(ValueError, match=r"takes 14 .* more than the limit of 10: pass limit=14"):
        check_borodin(pi, 4, ["enumeration"], limit=10)
    assert check_borodin(Profile("10"), 4, ["enumeration"], limit=10**8).agrees
    for limit in (2.5, None, "many"):
        with pytest.raises(TypeError, match="limit must be an integer"):
            check_borodin(pi, 4, limit=limit)


def test_burge_has_no_passage_time():
    assert check_last_passage(Profile("1010"), 7).agrees
    assert not check_last_passage(Profile("1010"), 7, rule=BURGE).agrees


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: check_borodin(Profile("10"), 0), ValueError, "order must be at least 1, got 0"),
        (lambda: check_borodin(Profile("10"), 2.0), TypeError, "order must be an integer"),
        (lambda: check_borodin("10", 2), TypeError, "profile must be a Profile"),
        (lambda: check_borodin(Profile("10"), 2, ["magic"]), ValueError, "got 'magic'"),
        (lambda: check_borodin(Profile("10"), 2, "layers"), TypeError, "list of methods"),
        (lambda: check_borodin(Profile("10"), 2, 5), TypeError, "list of methods, got 5"),
        (lambda: check_borodin(Profile("10"), 2, []), ValueError, "list of methods"),
        (lambda: check_borodin(Profile("10"), 2, ["layers"], open=True), ValueError, "open"),
        (lambda: check_borodin(Profile("10"), 2, rule="rsk"), TypeError, "rule must be"),
        (lambda: check_borodin(Profile("10"), 2, ["layers"], rule=BURGE), ValueError, "rule burge"),
        (lambda: count_series(Profile("10"), 2, rule=BURGE), ValueError, "got transfer"),
        (lambda: count_series(Profile("10"), 2, "layer"), ValueError, "method must be one of"),
        (lambda: check_borodin(Profile("11010"), 90), ValueError, r"\d{10} cylindric partitions"),
        (lambda: check_bijection(Profile("11010"), 90), ValueError, "pass limit="),
        (lambda: check_refined(Profile("10"), 90), ValueError, "pass limit="),
        (lambda: check_largest_part(Profile("11010"), 90), ValueError, "pass limit="),
        (lambda: check_last_passage(Profile("11010"), 30), ValueError, "pass limit="),
        (
            lambda: count_series(Profile("10" * 12), 50, "layers"),
            ValueError,
            "hundreds of coefficient sums",
        ),
        (lambda: count_series(Profile("11010"), 80, "transfer"), ValueError, "pass limit="),
        (lambda: corteel_welsh_series(Profile("11"), 3), ValueError, "must have a 0 and a 1"),
        (lambda: largest_part_series("10", 3), TypeError, "profile must be"),
    ],
)
def test_checks_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()


def test_largest_part_is_truncated_in_weight_only():
    series = largest_part_series(Profile("10"), 4)
    assert isinstance(series, MultiSeries)
    assert series[3, 3] == 1
    assert series[50, 3] == 0
    with pytest.raises(IndexError):
        series[0, 4]
