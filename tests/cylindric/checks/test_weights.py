"""The three forms of the weight object by object, its symmetry, and the mutants."""

import pytest
import sympy
from sympy.abc import q, t

from cylindric import (
    CylindricPartition,
    Profile,
    QTProduct,
    check_weight_forms,
    check_weight_symmetry,
    macdonald_weight,
    phi,
)
from cylindric.macdonald import boxes as box_form
from cylindric.macdonald import paths as path_form
from cylindric.macdonald import pieri as step_form
from tests.cylindric import definitions as brute
from tests.cylindric.macdonald.test_weights import POINTS, F, objects

SIX = [("1010", 9), ("0011", 9), ("1", 9), ("0", 9), ("11010", 9), ("1110100", 7)]


@pytest.mark.slow
@pytest.mark.parametrize(("word", "order"), SIX)
def test_three_forms_on_every_small_object(word, order):
    comparison = check_weight_forms(Profile(word), order)
    assert comparison.agrees
    small = objects(word, order)
    assert len(comparison.rows) == len(small)
    for c, row in zip(small, comparison.rows, strict=True):
        for x, y in POINTS:
            assert row.left.at(x, y) == brute.macdonald_weight(word, c.partitions, x, y)


@pytest.mark.parametrize("word", ["1100", "11010", "111000", "01"])
def test_three_forms_on_open_profiles(word):
    comparison = check_weight_forms(Profile(word), 9, open=True)
    small = objects(word, 9, open=True)
    assert comparison.agrees
    assert [row.term for row in comparison.rows] == [str(c) for c in small]
    x, y = POINTS[0]
    for c, row in zip(small, comparison.rows, strict=True):
        assert row.left.at(x, y) == brute.macdonald_weight(word, c.partitions, x, y)


def test_symmetry():
    for word in ("1010", "11010", "1110100", "0011"):
        assert check_weight_symmetry(Profile(word), 6).agrees
    assert check_weight_symmetry(Profile("11010"), 6, q=-3, t=F(5, 2), open=True).agrees
    c = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
    expression = macdonald_weight(c, q, t)
    inverted = expression.subs({q: 1 / q, t: 1 / t}, simultaneous=True)
    assert sympy.cancel(inverted - (q / t) ** 3 * expression) == 0


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: check_weight_forms(Profile("10"), 0), ValueError, "order must be at least 1"),
        (lambda: check_weight_forms(Profile("11010"), 40), ValueError, "pass limit="),
        (lambda: check_weight_symmetry(Profile("10"), 3, q=0), ValueError, "not be 0, got q = 0"),
        (lambda: check_weight_symmetry(Profile("10"), 3, t=0.5), TypeError, "t must be an exact"),
    ],
)
def test_checks_refuse(make, error, says):
    with pytest.raises(error, match=says):
        make()


# Mutants


def first_difference(word="1010", order=6):
    return check_weight_forms(Profile(word), order).first_difference


def test_phi_for_psi_on_one_step_only_is_found(monkeypatch):
    right = step_form.psi

    def wrong(outer, inner):
        return phi(outer, inner) if (outer, inner) == ((2,), (1,)) else right(outer, inner)

    monkeypatch.setattr(step_form, "psi", wrong)
    row = first_difference()
    assert "(2) ≻ (1)" in row.term
    pieri, paths, boxes = row.values
    assert pieri != paths == boxes


def test_an_arm_off_by_one_is_found(monkeypatch):
    right = path_form._column

    def wrong(*given):
        return QTProduct({(i + (j == 1), j): e for (i, j), e in right(*given).factors.items()})

    monkeypatch.setattr(path_form, "_column", wrong)
    row = first_difference()
    pieri, paths, boxes = row.values
    assert (row.term, pieri == boxes) == ("∅ ≺ (1) ≻ ∅ ≺ ∅ ≻ ∅", True)
    assert paths != boxes


def test_f_inverted_is_found(monkeypatch):
    right = step_form._run
    monkeypatch.setattr(step_form, "_run", lambda *given: right(*given[:-1], -given[-1]))
    pieri, paths, boxes = first_difference().values
    assert str(pieri) == "(1 - q)/(1 - t)"
    assert paths == boxes == pieri**-1


def test_peaks_and_valleys_exchanged_are_found(monkeypatch):
    right = path_form._turns
    other = {"peak": "valley", "valley": "peak"}
    monkeypatch.setattr(
        path_form,
        "_turns",
        lambda c: (turn._replace(kind=other[turn.kind]) for turn in right(c)),
    )
    pieri, paths, boxes = first_difference().values
    assert pieri == boxes == paths**-1


@pytest.mark.parametrize("side", [0, 1])
def test_one_neighbour_seen_twice_is_found(monkeypatch, side):
    right = box_form._neighbours
    monkeypatch.setattr(
        box_form, "_neighbours", lambda lam, *beside: right(lam, beside[side], beside[side])
    )
    pieri, paths, boxes = first_difference().values
    assert pieri == paths != boxes
