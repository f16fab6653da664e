"""The (q,t)-analog object by object: against sums over all draws, every way to ask, the mutants."""

from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from itertools import count

import pytest
import sympy

from cylindric import (
    BURGE,
    INDEPENDENT,
    RSK,
    Partition,
    ProbabilisticRule,
    Profile,
    QTProduct,
    check_randomised_growth,
    macdonald_series,
    macdonald_weight,
    mixture,
)
from cylindric.checks import randomised_growth
from cylindric.objects.decompositions import decompositions
from cylindric.randomised import cell_weights, flows
from cylindric.sums.listing import cylindric_partitions
from termwise.rows import MISSING
from tests.cylindric import definitions as brute
from tests.cylindric.checks.test_randomised_rules import fresh

__all__ = ["fresh"]

Q, T = Fraction(2, 3), Fraction(3, 7)
WORDS = [("10", 7), ("110", 6), ("1010", 5), ("1100", 5)]
HALF = Fraction(1, 2)


def name(nu, labels):
    return f"nu={Partition(nu)}" + "".join(
        f" m({i},{j},{n})={m}" for (i, j, n), m in sorted(labels)
    )


@pytest.mark.parametrize(("word", "order"), WORDS)
def test_flows_are_sums_over_all_draws(word, order):
    rows = check_randomised_growth(Profile(word), order, Q, T, direction="peel").rows
    slow = {}
    for weight in range(order):
        slow |= brute.independent_flow(word, weight, Q, T)
    assert {row.term: row.right for row in rows} == {name(*key): x for key, x in slow.items()}
    for (_, labels), x in slow.items():
        expected = Q**0
        for _, m in labels:
            expected *= brute.label_weight(m, Q, T)
        assert x == expected


@pytest.mark.parametrize("word", ["10", "01", "110", "0011", "11010", "1110100", "11", "0"])
@pytest.mark.parametrize("open", [False, True])
def test_every_pair_and_every_object(word, open):
    profile = Profile(word)
    comparison = check_randomised_growth(profile, 6, Q, T, open=open)
    assert comparison.agrees
    pairs = [row for row in comparison.rows if row.term.startswith("nu=")]
    objects = len(comparison.rows) - len(pairs)
    listed = sum(1 for weight in range(6) for _ in decompositions(profile, weight, open=open))
    assert len(pairs) == objects == listed


def test_the_flows_to_pairs_of_one_weight_are_langers_coefficients():
    profile = Profile("1010")
    rows = check_randomised_growth(profile, 6, Q, T, direction="peel").rows
    values = iter(row.right for row in rows)
    series = macdonald_series(profile, 6, Q, T)
    for weight in range(6):
        many = sum(1 for _ in decompositions(profile, weight))
        assert sum(next(values) for _ in range(many)) == series[weight]


def test_the_flows_to_objects_are_their_weights():
    rows = check_randomised_growth(Profile("110"), 6, Q, T, direction="build").rows
    found = {row.term: row.right for row in rows}
    assert found == {
        str(c): macdonald_weight(c, Q, T, "boxes")
        for weight in range(6)
        for c in cylindric_partitions(Profile("110"), weight)
    }


@pytest.mark.parametrize(
    ("rule", "q", "t"),
    [
        (RSK, HALF, HALF),
        (BURGE, 0, 0),
        (mixture(Fraction(1, 3), RSK, BURGE), HALF, HALF),
        (mixture(Fraction(1, 3), RSK, INDEPENDENT), 2, 2),
        (INDEPENDENT, 0, HALF),
        (INDEPENDENT, HALF, 0),
        (INDEPENDENT, 0, -1),
        (INDEPENDENT, -3, Fraction(5, 2)),
    ],
)
def test_other_rules_and_points(rule, q, t):
    comparison = check_randomised_growth(Profile("11010"), 6, q, t, rule)
    assert comparison.agrees
    if q == t:
        assert {row.right for row in comparison.rows} == {1}


def test_defaults_and_the_statement():
    comparison = check_randomised_growth(Profile("1010"), 3)
    assert comparison == check_randomised_growth(Profile("1010"), 3, Q, T, INDEPENDENT)
    assert "rule independent, at q = 2/3, t = 3/7" in comparison.statement
    assert "by Q; to an object from all pairs by P" in comparison.sides[1][1]


def test_points():
    profile = Profile("1010")
    comparison = check_randomised_growth(profile, 6, mode="points", points=3, seed=4)
    assert comparison.agrees
    exact = check_randomised_growth(profile, 6, Q, T)
    assert [row.term for row in comparison.rows] == [row.term for row in exact.rows]
    assert {len(row.left) for row in comparison.rows} == {3}
    assert comparison == check_randomised_growth(profile, 6, mode="points", points=3, seed=4)
    assert comparison.notes[0].endswith("3, drawn from the seed 4")
    assert "a false statement would pass with probability < 2^-" in comparison.notes[2]
    for direction in ("peel", "build"):
        assert check_randomised_growth(
            Profile("1100"), 6, mode="points", points=1, open=True, direction=direction
        ).agrees


def test_points_with_a_pole_are_replaced(monkeypatch):
    right, numbers = randomised_growth._terms, count()

    def once_a_pole(*given, **named):
        if next(numbers) == 1:
            raise ZeroDivisionError
        return right(*given, **named)

    plain = check_randomised_growth(Profile("10"), 4, mode="points", points=3).rows
    monkeypatch.setattr(randomised_growth, "_terms", once_a_pole)
    rows = check_randomised_growth(Profile("10"), 4, mode="points", points=2).rows
    assert [row.left for row in rows] == [(row.left[0], row.left[2]) for row in plain]


def test_processes():
    with ProcessPoolExecutor(2) as pool:
        for options in ({}, {"mode": "points", "points": 2}, {"open": True}):
            parallel = check_randomised_growth(Profile("1010"), 5, executor=pool, **options)
            assert parallel == check_randomised_growth(Profile("1010"), 5, **options)


# Mutants: each must be found at numbers and at points, peeling and building.


WAYS = [
    {"q": Q, "t": T, "direction": "peel"},
    {"q": Q, "t": T, "direction": "build"},
    {"mode": "points", "points": 1},
]


@pytest.mark.parametrize("way", WAYS)
def test_an_arm_off_by_one_is_found(monkeypatch, way):
    right = cell_weights.phi

    def wrong(outer, inner):
        product = right(outer, inner)
        return QTProduct({(a + (b == 1), b): e for (a, b), e in product.factors.items()})

    monkeypatch.setattr(cell_weights, "phi", wrong)
    assert not check_randomised_growth(Profile("1010"), 4, **way).agrees


@pytest.mark.parametrize("way", WAYS)
def test_phi_and_psi_exchanged_at_one_step_are_found(monkeypatch, way):
    right = cell_weights.CellWeights.of_walk

    def wrong(self, word, walk):
        weight, before, after = right(self, word, walk), walk[0], walk[1]
        return weight * self.psi(after, before) / self.phi(after, before)

    monkeypatch.setattr(cell_weights.CellWeights, "of_walk", wrong)
    row = check_randomised_growth(Profile("1010"), 4, **way).first_difference
    assert ("(1)" if way.get("direction") == "build" else "m(") in row.term


@pytest.mark.parametrize("way", WAYS)
def test_labels_without_q_are_found(monkeypatch, way):
    def wrong(weights, pair):
        step = weights.g(1)
        return step ** sum(pair.labels.values())

    monkeypatch.setattr(randomised_growth, "claim", wrong)
    row = check_randomised_growth(Profile("1010"), 4, **way).first_difference
    assert ("m(1,2,1)=2" if way.get("direction") != "build" else "(2)") in row.term


@pytest.mark.parametrize("way", WAYS)
def test_a_label_shifted_to_the_neighbouring_box_is_found(monkeypatch, way):
    right = flows.turn_of

    def shifted(profile):
        turn = right(profile)
        beside = dict(zip(profile.ups, (*profile.ups[1:], profile.ups[0]), strict=True))
        return [(k, beside[i], j) for k, i, j in turn]

    monkeypatch.setattr(flows, "turn_of", shifted)
    assert not check_randomised_growth(Profile("1100"), 4, **way).agrees


def test_a_broken_weight_law_is_a_row(monkeypatch):
    right = flows.turn_of
    monkeypatch.setattr(
        flows,
        "turn_of",
        lambda profile: [(k, i, 4 if j == 2 else 2) for k, i, j in right(profile)],
    )
    rows = check_randomised_growth(Profile("1010"), 2, Q, T, direction="peel").differences
    assert [row.term for row in rows][:1] == ["nu=∅ m(1,2,1)=1"]
    assert rows[-1].term.endswith("from sizes (1, 0, 0, 0)") or "from sizes" in rows[-1].term
    assert rows[-1].left is MISSING
    monkeypatch.setattr(
        randomised_growth,
        "decompositions",
        lambda *given, **named: list(decompositions(*given, **named))[:-1],
    )
    monkeypatch.setattr(flows, "turn_of", right)
    row = check_randomised_growth(Profile("10"), 3, Q, T, direction="peel").first_difference
    assert (row.term, row.left) == ("nu=∅", MISSING)


def test_a_wrong_rule_is_refused_with_its_cell():
    half = ProbabilisticRule(
        "half",
        INDEPENDENT.forward,
        lambda *given: {end: x / 2 for end, x in INDEPENDENT.backward(*given).items()},
    )
    with pytest.raises(ValueError, match=r"rule half must give .* sum 1/2 at left=∅ right=∅"):
        check_randomised_growth(Profile("10"), 3, Q, T, half)
    # P alone is not asked on the way from objects to pairs.
    other = ProbabilisticRule("other", half.backward, INDEPENDENT.backward)
    assert check_randomised_growth(Profile("10"), 3, Q, T, other, direction="peel").agrees


def test_a_rule_without_detailed_balance_is_found():
    def uniform(left, right, outer, q, t):
        law = INDEPENDENT.backward(left, right, outer, q, t)
        return dict.fromkeys(law, Fraction(1, len(law)))

    rule = ProbabilisticRule("uniform", INDEPENDENT.forward, uniform)
    assert not check_randomised_growth(Profile("10"), 5, Q, T, rule, direction="peel").agrees


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        ({"q": 0.5}, TypeError, "q must be an exact number"),
        ({"t": sympy.Symbol("t")}, TypeError, "t must be an exact number .*, got t"),
        ({"q": 1}, ZeroDivisionError, "got 1 - q = 0 at q = 1"),
        ({"q": HALF, "t": 2}, ZeroDivisionError, "sum of the weights of a cell from 0"),
        ({"rule": "rsk"}, TypeError, "rule must be a ProbabilisticRule, such as INDEPENDENT"),
        ({"rule": RSK}, ValueError, "rule rsk must be used at q = t, got q = 2/3, t = 3/7"),
        ({"mode": "symbolic"}, ValueError, "mode must be one of numbers, points"),
        ({"direction": "up"}, ValueError, "direction must be one of both, peel, build"),
        ({"points": 3}, ValueError, "points is for mode 'points' only, got 3"),
        ({"seed": 3}, ValueError, "seed is for mode 'points' only, got 3"),
        ({"mode": "points", "q": 2}, ValueError, "q is for mode 'numbers' only, got 2"),
        ({"mode": "points", "rule": RSK}, ValueError, "rule must be INDEPENDENT"),
        ({"mode": "points", "points": 0}, ValueError, "points must be at least 1"),
        ({"mode": "points", "points": 10**5}, ValueError, "more than the 10000 that are possible"),
        ({"mode": "points", "seed": -1}, ValueError, "seed must be at least 0"),
        ({"limit": 3}, ValueError, "pass limit="),
    ],
)
def test_checks_refuse(given, error, says):
    with pytest.raises(error, match=says):
        check_randomised_growth(Profile("10"), 5, **given)


def test_long_profiles_count_for_several_objects():
    long = Profile("1" * 2000 + "0" * 2000)
    with pytest.raises(ValueError, match=r"320000000 objects of 100 steps a turn .*pass limit="):
        check_randomised_growth(long, 2)
    profile = Profile("1" * 6 + "0" * 6)
    with pytest.raises(ValueError, match=r"takes 48 objects of 100 steps a turn \(11 of 432"):
        check_randomised_growth(profile, 4, limit=20)
    assert check_randomised_growth(profile, 4, limit=48).agrees
