"""Round trips to SageMath, and its answers beside ours; skipped where it is not installed."""

from fractions import Fraction

import pytest

from lambdadet import (
    FullyPackedLoop,
    LaurentPolynomial,
    SixVertexState,
    alternating_sign_matrices,
    generic_lambda_determinant,
)
from lambdadet.sage import from_sage, to_sage


def test_other_values_are_refused():
    with pytest.raises(TypeError, match=r"value must be an AlternatingSignMatrix, .* got 7"):
        to_sage(7)
    with pytest.raises(TypeError, match=r"polynomial of Sage, got \[\[1\]\]"):
        from_sage([[1]])


def from_sage_alone(module):
    return pytest.importorskip(f"sage.{module}", reason="needs SageMath: the extra sage")


def test_matrices_and_their_statistics():
    from_sage_alone("combinat.alternating_sign_matrix")
    for n in range(1, 5):
        for a in alternating_sign_matrices(n):
            there = to_sage(a)
            assert from_sage(there) == a
            assert there.inversion_number() == a.inversion_number
            assert there.number_negative_ones() == a.negative_ones
            corners = [[int(c) for c in row] for row in there.corner_sum_matrix().rows()]
            assert tuple(map(tuple, corners)) == a.corner_sums
            triangle = [tuple(map(int, row)) for row in there.to_monotone_triangle()]
            ours = [tuple(sorted(row, reverse=True)) for row in a.to_monotone_triangle()]
            assert sorted(triangle, key=len) == ours


def test_models():
    from_sage_alone("combinat.fully_packed_loop")
    for a in alternating_sign_matrices(3):
        for model in (SixVertexState.from_asm(a), FullyPackedLoop.from_asm(a)):
            assert from_sage(to_sage(model)) == model


def test_laurent_polynomials():
    from_sage_alone("rings.polynomial.laurent_polynomial_ring")
    generic = generic_lambda_determinant(3)
    there = to_sage(generic)
    assert from_sage(there) == generic
    assert from_sage(there * there) == generic * generic
    x, y = LaurentPolynomial.generators("x", "y")
    p = Fraction(1, 2) * x / y - 3
    assert from_sage(to_sage(p)) == p
    assert from_sage(to_sage(p - p)) == p - p
    one = 1 / LaurentPolynomial.generators("x")[0] + 2
    assert from_sage(to_sage(one)) == one
