"""The cell equation and rules that draw, cell by cell, and what both must catch."""

from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction

import pytest
from flint import nmod

from cylindric import (
    BURGE,
    INDEPENDENT,
    RSK,
    Partition,
    ProbabilisticRule,
    QTProduct,
    check_cells,
    check_local_rule,
    check_probabilistic_rule,
    mixture,
)
from cylindric.macdonald import pieri
from cylindric.randomised import cell_weights
from cylindric.randomised.points import Point
from tests.cylindric import definitions as brute

Q, T = Fraction(2, 3), Fraction(3, 7)
HALF = Fraction(1, 2)
MIXED = mixture(Fraction(1, 3), RSK, BURGE)


@pytest.fixture(autouse=True)
def fresh():
    """Forget weights that were worked out by another phi or psi."""
    kept = cell_weights.strip_up, cell_weights.strip_down, cell_weights.weights_at
    for each in kept:
        each.cache_clear()
    yield
    for each in kept:
        each.cache_clear()


def test_the_cell_equation_on_every_small_cell():
    comparison = check_cells(Q, T, 6)
    assert comparison.agrees
    assert len(comparison.rows) >= 574
    assert comparison.statement == "the cell equation with |outer| <= 6, at q = 2/3, t = 3/7"


def test_the_cell_equation_is_that_of_the_definition():
    for row in check_cells(Q, T, 3).rows:
        names = dict(part.split("=") for part in row.term.split())
        left, right = (
            tuple(int(x) for x in names[side].strip("()∅").split(",") if x)
            for side in ("left", "right")
        )
        size = int(names["|outer|"])
        assert row.values == (
            sum(brute.outers(left, right, size, Q, T).values()),
            sum(brute.inners(left, right, size, Q, T).values()),
        )


@pytest.mark.parametrize(("q", "t"), [(0, 0), (0, Fraction(1, 3)), (Fraction(1, 3), 0), (-2, 5)])
def test_the_cell_equation_at_other_points(q, t):
    assert check_cells(q, t, 5).agrees


def test_at_q_equal_t_it_counts_the_two_sides_of_a_local_rule():
    rows = check_cells(HALF, HALF, 4).rows
    assert sum(row.left for row in rows) == sum(
        row.term.startswith("outer") for row in check_local_rule(RSK, 4).rows
    )


def test_modulo_a_prime():
    p = 2**31 - 1
    comparison = check_cells(nmod(5, p), nmod(11, p), 5)
    assert comparison.agrees
    assert all(type(row.left) is int for row in comparison.rows)
    assert check_probabilistic_rule(INDEPENDENT, nmod(5, p), nmod(11, p), 4).agrees


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rule", "q", "t"),
    [
        (INDEPENDENT, Q, T),
        (INDEPENDENT, 0, Fraction(1, 3)),
        (INDEPENDENT, Fraction(1, 3), 0),
        (RSK, HALF, HALF),
        (BURGE, 0, 0),
        (INDEPENDENT, HALF, HALF),
        (MIXED, Fraction(2, 3), Fraction(2, 3)),
        (mixture(HALF, RSK, INDEPENDENT), HALF, HALF),
        (mixture(HALF, MIXED, BURGE), HALF, HALF),
    ],
)
def test_rules_are_rules(rule, q, t):
    comparison = check_probabilistic_rule(rule, q, t, 5)
    assert comparison.agrees
    assert len(comparison.rows) > 1000


def test_processes():
    with ProcessPoolExecutor(2) as pool:
        assert check_cells(Q, T, 3, executor=pool) == check_cells(Q, T, 3)
        parallel = check_probabilistic_rule(MIXED, HALF, HALF, 3, executor=pool)
        assert parallel == check_probabilistic_rule(MIXED, HALF, HALF, 3)


def made(forward=INDEPENDENT.forward, backward=INDEPENDENT.backward):
    return ProbabilisticRule("mine", forward, backward)


def first(rule, q=Q, t=T):
    return check_probabilistic_rule(rule, q, t, 3).first_difference


def test_sums_other_than_1_are_found_in_the_one_cell():
    cell = Partition(), Partition((1,)), Partition((1,)), 0

    def forward(*given):
        law = INDEPENDENT.forward(*given)
        return {end: value / 2 for end, value in law.items()} if given[:4] == cell else law

    found = check_probabilistic_rule(made(forward), Q, T, 3).differences
    assert found[0].term == "inner=∅ left=(1) right=(1) m=0"
    assert found[0].values == ("a distribution", "probabilities of sum 1/2")
    assert {tuple(row.term.split()[:3]) for row in found} == {("inner=∅", "left=(1)", "right=(1)")}


def test_what_else_is_wrong_is_said():
    def negative(*given):
        law = INDEPENDENT.backward(*given)
        return {(0, 0) if not law else end: 2 - n * 3 for n, end in enumerate(law)}

    said = [row.right for row in check_probabilistic_rule(made(backward=negative), Q, T, 2).rows]
    assert "a negative probability -1" in said
    assert "probabilities of sum 2" in said
    assert first(made(lambda *given: {(9,): 1})).right == "outer=(9), which is no corner"
    assert first(made(backward=lambda *given: {((), 7): 1})).right.startswith("inner=∅ m=7")
    assert first(made(lambda *given: [][0])).right == "IndexError: list index out of range"
    assert first(made(lambda *given: {(1, 2): 1})).right.startswith("ValueError: parts must be")
    assert first(made(lambda *given: {(): 1.0})).right.startswith("TypeError: probability must")
    assert first(made(lambda *given: {0: 1})).right.startswith("TypeError")


def test_a_rule_without_detailed_balance_is_found():
    row = first(
        ProbabilisticRule(
            "rsk off q = t",
            lambda i, a, b, m, q, t: {Partition(RSK.forward(i, a, b, m)): 1},
            lambda a, b, o, q, t: {RSK.backward(a, b, o): 1},
        )
    )
    assert row.term == "inner=∅ left=(1) right=(1) outer=(1,1) m=0"
    assert row.left == brute.psi((1,), (), Q, T) * brute.phi((1,), (), Q, T)
    assert row.right == brute.phi((1, 1), (1,), Q, T) * brute.psi((1, 1), (1,), Q, T)


def test_negative_probabilities_are_found():
    assert "negative probability" in first(INDEPENDENT, 2, Fraction(1, 3)).right


# Mutants of the cell equation


def test_an_arm_off_by_one_is_found(monkeypatch):
    right = cell_weights.phi

    def wrong(outer, inner):
        product = right(outer, inner)
        return QTProduct({(a + (b == 1), b): e for (a, b), e in product.factors.items()})

    monkeypatch.setattr(cell_weights, "phi", wrong)
    assert not check_cells(Q, T, 3).agrees
    assert not check_probabilistic_rule(INDEPENDENT, Q, T, 3).agrees


@pytest.mark.parametrize("side", ["outers", "inners"])
def test_phi_and_psi_exchanged_on_one_side_are_found(monkeypatch, side):
    wrong = getattr(_Exchanged(Point(Q, T)), side)
    monkeypatch.setattr(cell_weights.CellWeights, side, lambda self, *corner: wrong(*corner))
    assert not check_cells(Q, T, 3).agrees


class _Exchanged:
    """The sides with phi for psi and psi for phi, from the definitions."""

    def __init__(self, point):
        self.point = point

    def outers(self, left, right, size):
        return {
            outer: self.point.element(
                "", brute.psi(outer, left, Q, T) * brute.phi(outer, right, Q, T)
            )
            for outer in brute.outers(left, right, size, Q, T)
        }

    def inners(self, left, right, size):
        return {
            (inner, m): self.point.element(
                "",
                brute.phi(left, inner, Q, T)
                * brute.phi(right, inner, Q, T)
                * brute.label_weight(m, Q, T),
            )
            for inner, m in brute.inners(left, right, size, Q, T)
        }


def test_labels_without_q_are_found(monkeypatch):
    monkeypatch.setattr(cell_weights, "label_step", lambda m: QTProduct({(0, 1): 1, (1, 0): -1}))
    assert not check_cells(Q, T, 2).agrees


def test_the_weights_are_those_of_the_pieri_rules():
    assert (cell_weights.phi, cell_weights.psi) == (pieri.phi, pieri.psi)


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: check_cells(0.5, 1), TypeError, "q must be an exact number"),
        (lambda: check_cells(1, T), ZeroDivisionError, "1 - q = 0 at q = 1, t = 3/7"),
        (lambda: check_cells(Q, T, -1), ValueError, "max_size must be at least 0"),
        (lambda: check_cells(Q, T, 40), ValueError, "above the limit of 20000"),
        (lambda: check_probabilistic_rule("rsk", 1, 1), TypeError, "rule must be a Probabilistic"),
        (lambda: check_probabilistic_rule(RSK, Q, T), ValueError, "rsk must be used at q = t"),
        (lambda: check_probabilistic_rule(RSK, 2, 2, 40), ValueError, "above the limit of 20000"),
    ],
)
def test_checks_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()
