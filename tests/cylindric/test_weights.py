"""Macdonald weights: phi, psi and b from the definition, the three forms, and their mutants."""

import pickle
from collections import Counter
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
import sympy
from flint import acb, arb, fmpq, fmpz_mod_ctx, nmod
from hypothesis import given
from hypothesis import strategies as st
from sympy.abc import q, t

from cylindric import (
    CylindricPartition,
    Profile,
    QTProduct,
    check_weight_forms,
    check_weight_symmetry,
    compose,
    cylindric_partitions,
    lattice_paths,
    macdonald_steps,
    macdonald_weight,
    macdonald_weights_mod,
    partitions,
    peaks_and_valleys,
    phi,
    psi,
    reverse_plane_partitions,
    vuletic_boxes,
    weight_factors,
)
from cylindric import strategies as some
from cylindric.algebra.modular_points import Points
from cylindric.macdonald.pieri import b
from cylindric.macdonald.weights import FORMS
from cylindric.objects.partitions import interlacing_below
from tests.cylindric import definitions as brute

F = Fraction
POINTS = [(F(1, 3), F(2, 7)), (F(-3, 2), F(5)), (F(0), F(-1, 2)), (F(4, 5), F(0))]
SIX = [("1010", 9), ("0011", 9), ("1", 9), ("0", 9), ("11010", 9), ("1110100", 7)]


def objects(word, order, open=False):
    listing = reverse_plane_partitions if open else cylindric_partitions
    return [c for weight in range(order) for c in listing(Profile(word), weight)]


def test_phi_psi_and_b_are_the_definitions():
    for lam in (lam for size in range(7) for lam in partitions(size)):
        boxes = [(i, j) for i, part in enumerate(lam) for j in range(part)]
        for x, y in POINTS[:2]:
            value = F(1)
            for i, j in boxes:
                value *= brute.b_box(lam, i, j, x, y)
            assert b(lam).at(x, y) == value
            for mu in interlacing_below(lam):
                assert phi(lam, mu).at(x, y) == brute.phi(lam, mu, x, y)
                assert psi(lam, mu).at(x, y) == brute.psi(lam, mu, x, y)


def test_b_telescopes_between_phi_and_psi():
    """phi / psi = b_lam / b_mu, so that phi and psi may be exchanged round a cylinder."""
    for lam in (lam for size in range(6) for lam in partitions(size)):
        for mu in interlacing_below(lam):
            assert phi(lam, mu) / psi(lam, mu) == b(lam) / b(mu)
    for c in objects("11010", 6):
        walk, (x, y) = c.partitions, POINTS[0]
        exchanged = brute.macdonald_weight("11010", walk, x, y, up=brute.psi, down=brute.phi)
        assert exchanged == macdonald_weight(c, x, y)


def test_phi_and_psi_as_rational_functions():
    assert sympy.cancel(phi((2, 1), (1,)).to_sympy() - brute.phi((2, 1), (1,), q, t)) == 0
    assert sympy.cancel(psi((4, 2), (2, 1)).to_sympy() - brute.psi((4, 2), (2, 1), q, t)) == 0
    assert str(phi((1,), ())) == "(1 - t)/(1 - q)"
    assert phi((), ()) == psi((3,), ()) == b(()) == 1


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


def test_golden_weight():
    """∅ ≺ (2) ≻ (1) ≺ ..: by hand, phi_{(2)/(1)} psi_{(2)/(1)}."""
    c = CylindricPartition(Profile("10"), [(2,), (1,)])
    by_hand = (1 - t) ** 2 * (1 - q**2) / ((1 - q) ** 2 * (1 - q * t))
    for form in FORMS:
        weight = macdonald_weight(c, q, t, form)
        assert isinstance(weight, sympy.Mul)
        assert weight == by_hand
    assert macdonald_weight(c, F(1, 3), F(2, 7)) == F(150, 133)


@given(some.cylindric_partitions(), some.qt_points(), st.sampled_from(sorted(FORMS)))
def test_weights_at_exact_points(c, point, form):
    x, y = point
    expected = brute.macdonald_weight(c.profile.word, c.partitions, x, y)
    assert macdonald_weight(c, x, y, form) == expected
    assert macdonald_weight(c, y, x, form) == brute.macdonald_weight(
        c.profile.word, c.partitions, y, x
    )


def reduced_mod(value, p):
    return value.numerator * pow(value.denominator, -1, p) % p


@pytest.mark.parametrize("form", FORMS)
def test_flint_elements_and_residues_are_fractions_reduced(form):
    p = 2**31 - 1
    x, y = F(12, 35), F(-22, 7)
    small = objects("11010", 6)
    values = [macdonald_weight(c, x, y, form) for c in small]
    mod = fmpz_mod_ctx(101)
    for c, value in zip(small, values, strict=True):
        assert macdonald_weight(c, fmpq(12, 35), fmpq(-22, 7), form) == fmpq(
            value.numerator, value.denominator
        )
        assert macdonald_weight(c, nmod(3, p), nmod(5, p), form) == nmod(
            reduced_mod(F(macdonald_weight(c, 3, 5, form)), p), p
        )
        assert int(macdonald_weight(c, mod(3), mod(5), form)) == reduced_mod(
            F(macdonald_weight(c, 3, 5, form)), 101
        )
    at = [reduced_mod(z, p) for z in (x, y)]
    residues = macdonald_weights_mod(small, [at[0], 3, -3], [at[1], 5, p + 5], p, form)
    assert residues.shape == (len(small), 3)
    assert residues[:, 0].tolist() == [reduced_mod(F(v), p) for v in values]
    for column, (a, d) in ((1, (3, 5)), (2, (-3, 5))):
        assert residues[:, column].tolist() == [
            reduced_mod(F(macdonald_weight(c, a, d)), p) for c in small
        ]


def test_numbers_beside_flint_elements_join_their_ring():
    c = CylindricPartition(Profile("10"), [(2,), (1,)])
    expected = macdonald_weight(c, F(1, 3), F(2, 7))
    for point in ((fmpq(1, 3), F(2, 7)), (F(1, 3), fmpq(2, 7))):
        assert macdonald_weight(c, *point) == fmpq(expected.numerator, expected.denominator)
    assert macdonald_weight(c, nmod(3, 11), F(2, 5)) == macdonald_weight(c, 3, nmod(7, 11))


def test_points_each_with_a_prime():
    points = Points([2, 3, 4], [5, 6, 7], [101, 103, 2147483647])
    product = QTProduct({(2, 1): -2, (0, 1): 3, (1, 1): 1})
    for column, (x, y, p) in enumerate([(2, 5, 101), (3, 6, 103), (4, 7, 2147483647)]):
        assert points.value(product)[column] == reduced_mod(F(product.at(x, y)), p)
    assert len(points) == 3


def test_symmetry():
    for word in ("1010", "11010", "1110100", "0011"):
        assert check_weight_symmetry(Profile(word), 6).agrees
    assert check_weight_symmetry(Profile("11010"), 6, q=-3, t=F(5, 2), open=True).agrees
    c = CylindricPartition(Profile("1010"), [(2,), (1,), (2, 1), (1,)])
    expression = macdonald_weight(c, q, t)
    inverted = expression.subs({q: 1 / q, t: 1 / t}, simultaneous=True)
    assert sympy.cancel(inverted - (q / t) ** 3 * expression) == 0


def test_paths_step_by_one_and_do_not_cross():
    for c in objects("11010", 7):
        for heights in c.paths():
            steps = [after - before for before, after in pairwise(heights)]
            e = [step + (letter == "0") for step, letter in zip(steps, c.profile.word, strict=True)]
            assert set(e) <= {0, 1}
        for upper, lower in pairwise(c.paths()):
            assert all(map(int.__ge__, upper, lower))
        kinds = Counter((turn.path, turn.kind) for turn in peaks_and_valleys(c))
        assert all(kinds[path, "peak"] == kinds[path, "valley"] for path, _ in kinds)


def test_peaks_over_valleys_from_the_definition():
    x, y = POINTS[0]
    for c in objects("1110100", 5):
        value = F(1)
        for kind, path, step, height, factors in peaks_and_valleys(c):
            mu = c.partitions[step - 1]
            assert sum(part >= path for part in mu) == height
            column = F(1)
            for i in range(height):
                column *= brute.b_box(mu, i, path - 1, x, y)
            assert factors.at(x, y) == column
            value *= column if kind == "peak" else 1 / column
        assert value == brute.macdonald_weight("1110100", c.partitions, x, y)


def test_factors_are_named():
    c = CylindricPartition(Profile("10"), [(2,), (1,)])
    pieri = weight_factors(c)
    assert [name for name, _ in pieri.factors] == ["phi[(2)/(1)]", "psi[(2)/(1)]"]
    assert (
        str(pieri).splitlines()[-1] == "W_c           (1 - t)**2*(1 - q**2)/((1 - q)**2*(1 - q*t))"
    )
    assert pieri.product == phi((2,), (1,)) * psi((2,), (1,))
    assert r"\phi_{(2)/(1)} &= \frac{(1 - t)}{(1 - q)}" in pieri._repr_latex_()
    boxes = weight_factors(c, "boxes")
    assert [name for name, _ in boxes.factors] == ["mu^1_1", "mu^2_1"]
    assert r"\mu^1_1 &=" in boxes._repr_latex_()
    for form in FORMS:
        named = weight_factors(c, form)
        assert (named.form, named.subject) == (form, c)
        assert pickle.loads(pickle.dumps(named)) == named


def test_large_objects():
    """Rows and columns of thousands of cubes, and ten thousand in a heap."""
    row = CylindricPartition(Profile("10"), [(20_000,), (19_997,)])
    column = CylindricPartition(Profile("10"), [(1,) * 5001, (1,) * 5000])
    rng = np.random.default_rng(1)
    boxes = Profile("11010").boxes(200)
    labels = {box: int(rng.geometric(1 - 0.98**hook)) - 1 for box, hook in boxes.items()}
    heap = compose(Profile("11010"), (3, 2), {box: m for box, m in labels.items() if m})
    assert heap.weight > 4000
    for c in (column, heap):
        values = {macdonald_weight(c, F(1, 3), F(2, 7), form) for form in FORMS}
        assert len(values) == 1
    assert len({weight_factors(row, form).product for form in FORMS}) == 1


# Mutants


def first_difference(word="1010", order=6):
    return check_weight_forms(Profile(word), order).first_difference


def test_phi_for_psi_on_one_step_only_is_found(monkeypatch):
    right = macdonald_steps.psi

    def wrong(outer, inner):
        return phi(outer, inner) if (outer, inner) == ((2,), (1,)) else right(outer, inner)

    monkeypatch.setattr(macdonald_steps, "psi", wrong)
    row = first_difference()
    assert "(2) ≻ (1)" in row.term
    pieri, paths, boxes = row.values
    assert pieri != paths == boxes


def test_an_arm_off_by_one_is_found(monkeypatch):
    right = lattice_paths._column

    def wrong(*given):
        return QTProduct({(i + (j == 1), j): e for (i, j), e in right(*given).factors.items()})

    monkeypatch.setattr(lattice_paths, "_column", wrong)
    row = first_difference()
    pieri, paths, boxes = row.values
    assert (row.term, pieri == boxes) == ("∅ ≺ (1) ≻ ∅ ≺ ∅ ≻ ∅", True)
    assert paths != boxes


def test_f_inverted_is_found(monkeypatch):
    right = macdonald_steps._run
    monkeypatch.setattr(macdonald_steps, "_run", lambda *given: right(*given[:-1], -given[-1]))
    pieri, paths, boxes = first_difference().values
    assert str(pieri) == "(1 - q)/(1 - t)"
    assert paths == boxes == pieri**-1


def test_peaks_and_valleys_exchanged_are_found(monkeypatch):
    right = lattice_paths._turns
    other = {"peak": "valley", "valley": "peak"}
    monkeypatch.setattr(
        lattice_paths,
        "_turns",
        lambda c: (turn._replace(kind=other[turn.kind]) for turn in right(c)),
    )
    pieri, paths, boxes = first_difference().values
    assert pieri == boxes == paths**-1


@pytest.mark.parametrize("side", [0, 1])
def test_one_neighbour_seen_twice_is_found(monkeypatch, side):
    right = vuletic_boxes._neighbours
    monkeypatch.setattr(
        vuletic_boxes, "_neighbours", lambda lam, *beside: right(lam, beside[side], beside[side])
    )
    pieri, paths, boxes = first_difference().values
    assert pieri == paths != boxes


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda c: macdonald_weight(c, 0.5, 2), TypeError, "q must be an exact number.* got 0.5"),
        (lambda c: macdonald_weight(c, 2, 0.5 * t), TypeError, r"t must be an exact .* 0.5\*t"),
        (lambda c: macdonald_weight(c, sympy.oo, 2), TypeError, "q must be .* got oo"),
        (lambda c: macdonald_weight(c, sympy.nan, 2), TypeError, "q must be .* got nan"),
        (lambda c: macdonald_weight(c, arb(2), 2), TypeError, "q must be"),
        (lambda c: macdonald_weight(c, 2, acb(2)), TypeError, "t must be"),
        (lambda c: macdonald_weight(c, None, 2), TypeError, "q must be .* got None"),
        (lambda c: macdonald_weight(c, "1/3", 2), TypeError, "q must be .* got '1/3'"),
        (lambda c: macdonald_weight(c, q, nmod(3, 7)), TypeError, "of one kind, got q and 3"),
        (lambda c: macdonald_weight(c, 2, 3, "box"), ValueError, "one of pieri, .* got 'box'"),
        (lambda c: macdonald_weight("c", 2, 3), TypeError, "c must be a CylindricPartition"),
        (
            lambda c: macdonald_weight(c, F(1, 2), 2),
            ZeroDivisionError,
            r"got 1 - q\*t = 0 at q = 1/2, t = 2$",
        ),
        (lambda c: macdonald_weight(c, nmod(1, 7), nmod(2, 7)), ZeroDivisionError, "1 - q = 0"),
        (lambda c: macdonald_weight(c, q, 1 / q), ZeroDivisionError, r"1 - q\*t = 0 at q = q"),
        (
            lambda c: macdonald_weights_mod([c], [2, 3], [5, 5], 7),
            ZeroDivisionError,
            r"got 1 - q\*t = 0 at q = 3, t = 5 modulo 7$",
        ),
        (lambda c: macdonald_weights_mod([c], [2], [5], 8), ValueError, "2.31, got 8"),
        (lambda c: macdonald_weights_mod([c], [2], [5], 2**31 + 11), ValueError, "2147483659"),
        (lambda c: macdonald_weights_mod([c], [2.0], [5], 7), TypeError, "q must be integers"),
        (lambda c: macdonald_weights_mod([c], [2], [10**30], 7), ValueError, "t must .* 63 bits"),
        (lambda c: macdonald_weights_mod([c], [2, 3], [5], 7), ValueError, r"shapes \(2,\) and"),
        (lambda c: macdonald_weights_mod([c], [], [], 7), ValueError, "same length, at least 1"),
        (lambda c: macdonald_weights_mod([], [2], [5], 7, "box"), ValueError, "got 'box'"),
        (lambda c: Points([2**64 - 1], [3], 7), ValueError, "q must be .* 63 bits, got 18446"),
        (lambda c: Points([2], [3], [7, 7]), ValueError, r"one a point, got shape \(2,\)"),
        (lambda c: phi((2, 2), (1,)), ValueError, r"horizontal strip, got \(2,2\)/\(1\)"),
        (lambda c: psi((1,), (2,)), ValueError, r"horizontal strip, got \(1\)/\(2\)"),
        (lambda c: phi((1.5,), ()), TypeError, "parts must be integers"),
        (lambda c: b((1, 2)), ValueError, "weakly decreasing"),
        (lambda c: check_weight_forms(Profile("10"), 0), ValueError, "order must be at least 1"),
        (lambda c: check_weight_forms(Profile("11010"), 40), ValueError, "pass limit="),
        (lambda c: check_weight_symmetry(Profile("10"), 3, q=0), ValueError, "not be 0, got q = 0"),
        (lambda c: check_weight_symmetry(Profile("10"), 3, t=0.5), TypeError, "t must be an exact"),
        (
            lambda c: macdonald_weight(
                CylindricPartition(Profile("10"), [(30_000,), ()]), F(1, 3), F(2, 7)
            ),
            ValueError,
            r"has up to \d+ bits: too large",
        ),
    ],
)
def test_weights_refuse(make, error, says):
    c = CylindricPartition(Profile("10"), [(2,), (1,)])
    with pytest.raises(error, match=says):
        make(c)


def test_no_objects_have_no_weights():
    assert macdonald_weights_mod([], [2, 3], [5, 5], 7).shape == (0, 2)
