"""Levels: golden polynomials, the definitions, what is proved of sums and degrees, duality."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from math import comb, gcd

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cylindric import Layer, Level, Polynomial, Profile, Series, borodin_series, largest_part_series
from cylindric.discovery import levels
from cylindric.discovery.level_polynomials import alternating, differences, pochhammer
from tests.cylindric.discovery.level_definitions import (
    characters,
    counted,
    largest,
    layer,
    plain_numerators,
    trimmed,
)
from tests.cylindric.discovery.level_definitions import (
    pochhammer as pochhammer_by_definition,
)

Q1 = {
    (2, 1, 1): (0, 2, 1, 1),
    (4, 0, 0): (0, 0, 1, 1, 1, 0, 1),
    (3, 1, 0): (0, 1, 1, 1, 0, 1),
    (3, 0, 1): (0, 1, 1, 1, 1),
    (2, 2, 0): (0, 1, 2, 0, 1),
    (5, 0, 0): (0, 0, 1, 1, 1, 1, 1, 0, 1),
    (2, 2, 1): (0, 2, 2, 1, 1),
    (2, 1, 0): (0, 1, 2, 2, 1, 1),
    (2, 0, 1): (0, 1, 2, 2, 2),
    (1, 1, 1): (0, 2, 2, 3),
    (3, 0, 0): (0, 0, 1, 2, 2, 1, 1),
    (1, 1, 1, 1): (0, 3, 5, 7, 8, 4, 4),
    (2, 1, 1, 1): (0, 3, 3, 3, 2, 1, 1),
}
Q2 = {
    (2, 1, 1): (0, 0, 0, 1, 3, 2, 3, 2, 2, 1, 1, 0, 1),
    (1, 1, 1): (0, 0, 0, 1, 3, 4, 7, 7, 9, 6, 6, 3, 3),
}


def level_of(c):
    return Level(len(c), sum(c))


def test_golden_characters():
    for n, golden in ((1, Q1), (2, Q2)):
        for c, coefficients in golden.items():
            assert level_of(c).Q(c, n).coefficients == coefficients


def test_golden_numerators():
    level = Level(2, 3)
    assert Polynomial([1, 2, 1]) == level.layers((2, 1), 1).N
    assert Polynomial([1, 2, 3, 3, 3, 2, 1, 1]) == level.layers((2, 1), 2).N
    assert Polynomial([1, 1, 1, 1]) == level.layers((3, 0), 1).N
    assert level.P((2, 1), 2) == Polynomial([0, 0, 2, 3, 4, 4, 2, 1])


def test_golden_large_characters():
    q = Level(3, 10).Q((4, 3, 3), 10)
    assert (q.degree, q.valuation, max(q)) == (900, 75, 95954007224)


@pytest.mark.slow
def test_a_golden_character_of_level_40():
    q = Level(3, 40).Q((14, 13, 13), 10)
    assert (q.degree, max(q)) == (3900, 5366438871394835789817)


@pytest.mark.parametrize("c", [(2, 1), (1, 1), (1, 1, 1), (2, 0, 1), (3,), (1, 0, 0, 0)])
def test_layers_count_cylindric_partitions(c):
    """Brute force from the rows: by weight, with parts at most m, and by weight alone."""
    level = level_of(c)
    for m in range(3):
        expected = counted(c, 7, lambda rows, m=m: largest(rows) <= m)
        assert list(level.layers(c, m).F(7).coefficients) == expected
    assert list(level.series(c, 7).coefficients) == counted(c, 7, lambda rows: True)


@pytest.mark.parametrize(
    ("rank", "level", "n"),
    [(1, 2, 3), (2, 1, 3), (2, 2, 3), (2, 3, 3), (2, 4, 2), (3, 2, 2), (3, 3, 2), (4, 2, 2)],
)
def test_everything_from_the_definition(rank, level, n):
    plain, made = plain_numerators(rank, level, n), Level(rank, level)
    common = gcd(rank, level)
    for c in made.orbits:
        for m in range(n + 1):
            assert made.layers(c, m).N.coefficients == trimmed(plain[m][c])
            order = (rank - 1) * level * m * (m + 1) // 2 + rank * m + 3  # beyond all degrees
            f = layer(plain, rank, c, m, order)
            bounded = Series(f) * level_product(common, m, order)
            assert trimmed(bounded.coefficients) == made.H(c, m).coefficients
            assert trimmed(characters(plain, rank, c, m, order)) == made.Q(c, m).coefficients
            before = layer(plain, rank, c, m - 1, order) if m else [0] * order
            exactly = (Series(f) - Series(before)) * level_product(rank, m, order)
            assert trimmed(exactly.coefficients) == made.P(c, m).coefficients


def level_product(base, m, order):
    return Series(pochhammer_by_definition(base, m, order))


@pytest.mark.parametrize(
    ("rank", "level"), [(2, 6), (3, 5), (3, 6), (4, 4), (4, 6), (5, 3), (6, 4)]
)
def test_what_is_proved_of_sums_signs_and_degrees(rank, level):
    made, n = Level(rank, level), 3
    common, number = gcd(rank, level), comb(level + rank - 1, rank - 1)
    assert made.number_of_compositions == number
    for c in made.orbits:
        for m in range(n + 1):
            numerator, p = made.layers(c, m).N, made.P(c, m)
            assert numerator(1) == number**m
            assert p(1) == number**m
            assert min(numerator) >= 0
            assert min(p) >= 0
            assert numerator.degree <= (rank - 1) * level * m * (m + 1) // 2
            assert made.H(c, m)(1) * rank**m == (common * number) ** m
            assert made.Q(c, m)(1) * rank**m == (common * (number - rank)) ** m


def test_the_sum_of_a_character_at_rank_3():
    for l in range(1, 9):  # noqa: E741
        level = Level(3, l)
        expected = level.number_of_compositions - 3 if l % 3 == 0 else (l + 1) * (l + 2) // 6 - 1
        assert all(level.Q(c, 2)(1) == expected**2 for c in level.orbits)


def test_tight_partitions_of_any_part():
    """N_{c,m} goes to (q^r; q^r)_inf F_c(1)."""
    for c in ((2, 1), (2, 1, 1), (3, 0, 1)):
        order, level = 12, level_of(c)
        tight = level.layers(c, order).N.series(order)
        product = borodin_series(Profile.from_composition(c), order)
        assert tight == product * level_product(len(c), order, order)


@pytest.mark.parametrize(("rank", "level"), [(3, 2), (4, 2), (5, 3), (6, 4), (4, 1)])
def test_duality(rank, level):
    """Read backwards: the same F, H and Q, and N by its own definition."""
    here, there = Level(rank, level), Level(level, rank)
    assert here.dual == there
    assert here.computed_as == there == there.computed_as
    assert len(here.orbits) == len(there.orbits)
    assert f"computed as rank {level}, level {rank}" in str(here)
    assert "computed as" not in str(there)
    for c in here.orbits:
        backwards = Profile.from_composition(c).reverse_complement()
        for m in range(4):
            assert here.H(c, m) == there.H(backwards, m)
            assert here.Q(c, m) == there.Q(backwards, m)
            assert here.layers(c, m).F(20) == there.layers(backwards, m).F(20)
        assert here.series(c, 30) == there.series(backwards, 30)


def test_reversal_keeps_the_series_but_not_the_largest_part():
    level = Level(3, 4)
    assert level.series((3, 1, 0), 60) == level.series((3, 0, 1), 60)
    assert level.Q((3, 1, 0), 1) != level.Q((3, 0, 1), 1)


def test_the_largest_part_against_another_algorithm():
    level = Level(3, 4)
    for c in level.orbits:
        table = largest_part_series(Profile.from_composition(c), 12)
        for n in range(1, 5):
            exactly = level.layers(c, n).F(12) - level.layers(c, n - 1).F(12)
            assert exactly == table.coefficient("x", n)


@given(st.integers(0, 3), st.integers(0, 99))
def test_rotations_are_one(turns, pick):
    level = Level(3, 5)
    c = level.orbits[pick % len(level.orbits)]
    rotated = c[turns % 3 :] + c[: turns % 3]
    assert level.orbit(rotated) == level.orbit(list(rotated)) == c
    assert level.orbit(Profile.from_composition(c).rotate(turns)) == c
    assert level.Q(rotated, 1) == level.Q(c, 1)


def test_both_forms_of_the_characters_agree():
    level = Level(3, 5)
    for c in level.orbits:
        bounded = level._bounded(c, 4)
        assert differences(bounded) == alternating(bounded, 1)


def test_layers_are_kept_and_extended_and_shared_with_a_pool():
    level, told = Level(3, 4), []
    level.prepare(2, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]
    level.prepare(1, progress=lambda done, total: told.append(1))
    assert told[-1] == (2, 2)
    with ThreadPoolExecutor(2) as pool:
        level.prepare(20, executor=pool)
    again = pickle.loads(pickle.dumps(level))
    assert again == level
    assert hash(again) == hash(level)
    assert eval(repr(level)) == level
    assert again.Q((2, 1, 1), 20) == level.Q((2, 1, 1), 20)


def test_a_level_in_a_notebook():
    said = "<p>rank 2, level 3: 4 compositions, 2 orbits: (3, 0), (2, 1)</p>"
    assert Level(2, 3)._repr_html_() == said
    assert Level(3, 7)._repr_html_().endswith("(3, 3, 1), (3, 2, 2)</p>")
    assert Level(3, 8)._repr_html_().endswith(", ..</p>")


def test_a_layer_on_paper():
    a = Level(2, 3).layers((2, 1), 1)
    assert a.to_latex() == r"\frac{1 + 2 q + q^{2}}{(q^{2}; q^{2})_{1}}"
    assert a._repr_latex_() == f"${a.to_latex()}$"
    assert eval(repr(a), {"Layer": Layer, "Polynomial": Polynomial}) == a


@pytest.mark.parametrize("wrong", ["division", "character", "dual"])
def test_the_checks_that_always_run(monkeypatch, wrong):
    if wrong == "division":
        monkeypatch.setattr(levels, "index_quotient", lambda a, b, n: pochhammer(2, n))
        match, level = "is no polynomial", Level(3, 4)
    elif wrong == "character":
        monkeypatch.setattr(levels, "differences", lambda bounded: bounded)
        match, level = r"Q_\(c,1\)\(1\) is not 4\^1", Level(3, 4)
    else:
        one = levels.index_quotient
        monkeypatch.setattr(levels, "index_quotient", lambda a, b, n: one(min(a, 3), b, n))
        match, level = r"N_\(c,2\)\(1\) is not C\^2", Level(4, 3)
    with pytest.raises(ArithmeticError, match=match):
        level.layers(level.orbits[0], 2) if wrong == "dual" else level.Q(level.orbits[0], 2)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: Level(0, 3), ValueError, "rank must be at least 1, got 0"),
        (lambda: Level(3, 0), ValueError, "level must be at least 1, got 0"),
        (lambda: Level(3, 1.5), TypeError, "level must be an integer"),
        (lambda: Level(40, 400), ValueError, "this takes about .* compositions"),
        (lambda: Level(10**80, 10**80), ValueError, "this takes about .* compositions"),
        (lambda: Level(3, 4).Q((2, 1), 1), ValueError, "3 non-negative integers of sum 4"),
        (lambda: Level(3, 4).Q((2, 3, -1), 1), ValueError, "3 non-negative integers of sum 4"),
        (lambda: Level(3, 4).Q("211", 1), TypeError, "composition must be"),
        (lambda: Level(3, 4).Q((2, 1, 1), -1), ValueError, "n must be at least 0, got -1"),
        (lambda: Level(3, 4).Q((2, 1, 1), 10**6), ValueError, "GB for the layers up to 1000000"),
        (lambda: Level(3, 4).layers((2, 1, 1), True), TypeError, "m must be an integer"),
        (lambda: Level(3, 4).layers((2, 1, 1), 2).F(0), ValueError, "order must be at least 1"),
        (lambda: Level(3, 4).series((2, 1, 1), 10**9), ValueError, "additions of layers"),
        (lambda: Level(3, 4).series((2, 1, 1), 10**5000), ValueError, "additions of layers"),
        (lambda: Level(3, 4).prepare(2, executor=3), TypeError, "executor must be"),
    ],
)
def test_bad_input(make, error, says):
    with pytest.raises(error, match=says):
        make()
