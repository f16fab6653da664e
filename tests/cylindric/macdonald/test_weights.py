"""Macdonald weights by their three forms, at exact points, residues and symbols."""

import pickle
from fractions import Fraction

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
    compose,
    cylindric_partitions,
    macdonald_weight,
    macdonald_weights_mod,
    phi,
    psi,
    reverse_plane_partitions,
    weight_factors,
)
from cylindric import strategies as some
from cylindric.macdonald.weights import FORMS
from tests.cylindric import definitions as brute

F = Fraction
POINTS = [(F(1, 3), F(2, 7)), (F(-3, 2), F(5)), (F(0), F(-1, 2)), (F(4, 5), F(0))]


def objects(word, order, open=False):
    listing = reverse_plane_partitions if open else cylindric_partitions
    return [c for weight in range(order) for c in listing(Profile(word), weight)]


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


@pytest.mark.slow
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
        (lambda c: macdonald_weights_mod([c], [[1, 2], [3]], [5], 7), ValueError, "q must be rows"),
        (lambda c: macdonald_weights_mod([c], [2], [10**30], 7), ValueError, "t must .* 63 bits"),
        (lambda c: macdonald_weights_mod([c], [2, 3], [5], 7), ValueError, r"shapes \(2,\) and"),
        (lambda c: macdonald_weights_mod([c], [], [], 7), ValueError, "same length, at least 1"),
        (lambda c: macdonald_weights_mod([], [2], [5], 7, "box"), ValueError, "got 'box'"),
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
