"""Special q and t: direct formulas against the general weights, object by object."""

from collections import Counter
from fractions import Fraction

import pytest
import sympy
from flint import fmpq
from sympy.abc import alpha, t

from cylindric import (
    CylindricPartition,
    Profile,
    QTProduct,
    check_overpartitions,
    check_specialisation,
    cylindric_partitions,
    hall_littlewood_weight,
    jack_weight,
    macdonald_weight,
    overlinings,
    peaks_and_valleys,
    q_whittaker_weight,
    reverse_plane_partitions,
    special_identities,
    specialisations,
    weight_factors,
)
from cylindric.macdonald.overpartitions import border_components
from cylindric.macdonald.specialisations import SPECIALISATIONS
from tests.cylindric import definitions as brute

F = Fraction
WORDS = ["10", "0011", "1010", "11010", "1110100", "1", "0"]
# The math notes, section 5, after [CSV11].
GOLDEN = [("1100", [1, 2, 6, 12, 23, 42, 74, 124]), ("1010", [1, 4, 8, 16, 33, 60, 104, 176])]


def objects(word, order):
    for weight in range(order):
        yield from cylindric_partitions(Profile(word), weight)
        yield from reverse_plane_partitions(Profile(word), weight)


@pytest.mark.parametrize("name", SPECIALISATIONS)
def test_direct_formulas_are_the_general_weight(name):
    direct, symbols = SPECIALISATIONS[name]
    for word in WORDS:
        for c in objects(word, 7 if len(word) < 6 else 5):
            assert direct(c) == weight_factors(c).product.specialise(*symbols)


@pytest.mark.parametrize("word", WORDS)
def test_direct_formulas_are_the_definition_at_numbers(word):
    x = F(2, 7)
    for c in objects(word, 6 if len(word) < 6 else 5):
        assert hall_littlewood_weight(c).at(5, x) == brute.macdonald_weight(
            word, c.partitions, F(0), x
        )
        assert q_whittaker_weight(c).at(x, 5) == brute.macdonald_weight(word, c.partitions, x, F(0))
        assert brute.macdonald_weight(word, c.partitions, x, x) == 1
        constant = len(set(c.partitions)) == 1
        assert macdonald_weight(c, x, 1) == (1 if constant else 0)


def test_hall_littlewood_by_hand():
    """(2,1) over (1): columns 2, so i = 2 counts with m_2 = 1, and i = 1 (0, 1) down."""
    c = CylindricPartition(Profile("10"), [(2, 1, 1), (2, 1)])
    assert hall_littlewood_weight(c) == QTProduct({(0, 2): 1})
    c = CylindricPartition(Profile("10"), [(2, 1), (1, 1)])
    assert hall_littlewood_weight(c) == QTProduct({(0, 1): 1, (0, 2): 1})
    assert q_whittaker_weight(CylindricPartition(Profile("10"), [(2,), ()])) == QTProduct(
        {(1, 0): -1, (2, 0): -1}
    )


@pytest.mark.parametrize("a", [F(1, 2), 1, 2, F(7, 3), 1000])
def test_jack_is_the_limit(a):
    for word in ("11010", "0011"):
        for c in objects(word, 6):
            assert jack_weight(c, a) == weight_factors(c).product.jack(a)
            if a == 1:
                assert jack_weight(c, a) == 1


def test_jack_with_a_symbol_and_as_a_true_limit():
    for c in objects("110", 5):
        symbolic = jack_weight(c, alpha)
        general = weight_factors(c).product.jack(alpha)
        assert sympy.cancel(symbolic - general) == 0
        assert sympy.sympify(symbolic).subs(alpha, 3) == jack_weight(c, 3)
        # In lowest terms t = 1 is no pole, and the limit a value.
        near = sympy.cancel(weight_factors(c).product.at(t**2, t))
        assert sympy.sympify(near).subs(t, 1) == jack_weight(c, 2)
    assert jack_weight(c, fmpq(3, 2)) == fmpq(*jack_weight(c, F(3, 2)).as_integer_ratio())


@pytest.mark.parametrize("word", ["1010", "11010", "0011"])
def test_specialised_identities(word):
    pi = Profile(word)
    for name in SPECIALISATIONS:
        comparison = check_specialisation(pi, 7, name)
        assert comparison.agrees
        assert [side for side, _ in comparison.sides] == ["product", "direct", "general"]
        assert check_specialisation(pi, 7, name, open=True).agrees
    assert check_specialisation(pi, 7, "jack", alpha=F(2, 3)).agrees
    assert check_specialisation(pi, 7, "jack", alpha=4, open=True).agrees


def test_overlinings_are_counted_by_the_weight():
    for word in ("1", "10", "1100", "1010", "0110", "110", "10100"):
        for c in objects(word, 7):
            listed = list(overlinings(c))
            assert len(set(listed)) == len(listed) == macdonald_weight(c, 0, -1)
            levels = Counter((0, component.level) for component in border_components(c))
            assert QTProduct(levels) == hall_littlewood_weight(c)
    for word, order in (("10", 12), ("1", 12), ("1100", 11), ("11010", 11)):
        assert check_overpartitions(Profile(word), order).agrees


def test_overlinings_by_rows_and_columns():
    """Two equal parts in every mu^k wind round: their rows and columns allow no overlining.

    Counted so, the trace 1/(1 - z^{nT}) becomes 1 + z^{nT}: rings that differ.
    """
    for word in ("1", "10", "1100", "1010", "0110", "110", "10100"):
        for c in objects(word, 6):
            number = len(list(brute.overlinings(word, c.partitions)))
            twice_round = any(
                all(mu.count(part) > 1 for mu in c.partitions) for part in c.partitions[0]
            )
            assert number == (0 if twice_round else len(list(overlinings(c))))
    c = CylindricPartition(Profile("10"), [(1, 1), (1, 1)])
    assert list(brute.overlinings("10", c.partitions)) == []
    assert list(overlinings(c)) == [frozenset()]


@pytest.mark.parametrize(("word", "numbers"), GOLDEN)
def test_golden_overpartitions(word, numbers):
    comparison = check_overpartitions(Profile(word), 8)
    assert comparison.agrees
    assert [row.left for row in comparison.rows] == numbers
    assert check_overpartitions(Profile(word), 8, open=True).agrees


# Mutants


def test_wrong_direct_formulas_are_found(monkeypatch):
    right = specialisations.hall_littlewood_weight
    symbols = SPECIALISATIONS["hall-littlewood"][1]

    def wrong(c):
        return right(c).specialise(t=(0, 2))

    monkeypatch.setitem(SPECIALISATIONS, "hall-littlewood", (wrong, symbols))
    product, direct, general = check_specialisation(
        Profile("1010"), 5, "hall-littlewood"
    ).first_difference.values
    assert product == general != direct


def test_a_lost_overlining_is_found(monkeypatch):
    monkeypatch.setattr(special_identities, "overlinings", lambda c: [frozenset()])
    row = check_overpartitions(Profile("10"), 6).first_difference
    assert (row.term, row.values) == ("z^1", (2, 1, 2))


def test_a_wrong_jack_box_is_found(monkeypatch):
    monkeypatch.setattr(
        specialisations, "_jack_box", lambda shape, i, j, alpha: alpha**0 * (i + j + 2)
    )
    product, direct, general = check_specialisation(
        Profile("10"), 4, "jack", alpha=2
    ).first_difference.values
    assert product == general != direct


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda pi: check_specialisation(pi, 3, "schurr"), ValueError, "jack, got 'schurr'"),
        (lambda pi: check_specialisation(pi, 3, "jack"), ValueError, "got jack and None"),
        (lambda pi: check_specialisation(pi, 3, "schur", alpha=2), ValueError, "got schur and 2"),
        (lambda pi: check_specialisation(pi, 3, "jack", alpha=0), ValueError, "positive, got 0"),
        (lambda pi: check_specialisation(pi, 3, "jack", alpha=0.5), TypeError, "alpha must be"),
        (lambda pi: check_specialisation(pi, 0, "schur"), ValueError, "order must be at least 1"),
        (lambda pi: check_overpartitions(pi, 90), ValueError, "pass limit="),
        (lambda pi: check_overpartitions("10", 3), TypeError, "profile must be a Profile"),
    ],
)
def test_checks_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make(Profile("1010"))


def test_jack_refuses():
    c = CylindricPartition(Profile("10"), [(2,), (1,)])
    with pytest.raises(TypeError, match=r"alpha must be an exact number.* got 0.5"):
        jack_weight(c, 0.5)
    with pytest.raises(ZeroDivisionError, match="got alpha = -1, arm = 1, leg = 0"):
        jack_weight(c, -1)
    with pytest.raises(ZeroDivisionError, match="got alpha = 0, arm = 0, leg = 0"):
        jack_weight(c, 0)


def test_what_is_no_cylindric_partition_is_refused():
    for function in (
        hall_littlewood_weight,
        q_whittaker_weight,
        lambda c: jack_weight(c, 2),
        lambda c: next(overlinings(c)),
        peaks_and_valleys,
    ):
        with pytest.raises(TypeError, match="c must be a CylindricPartition, got 'c'"):
            function("c")
