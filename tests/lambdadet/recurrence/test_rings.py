"""The recurrence over every ring gives the same."""

from fractions import Fraction

import numpy as np
import pytest
import sympy

from lambdadet.algebra.polynomial import LaurentPolynomial
from lambdadet.recurrence.modular import octahedron_mod
from lambdadet.recurrence.octahedron import octahedron
from lambdadet.recurrence.rings import INTEGERS, NUMBERS, common_ring, exact_entry

PRIME = 2**31 - 1
MATRIX = ((2, 3, 5, 7), (11, 13, 17, 19), (23, 29, 31, 37), (41, 43, 47, 53))


def test_all_rings_agree():
    lam, mu = ((2, 3, 4), (5, 6, 7), (8, 9, 10)), ((1, 2, 3), (4, 5, 6), (7, 8, 9))
    levels = octahedron(None, MATRIX, lam, mu)
    (x,) = LaurentPolynomial.generators("x")
    scaled = octahedron(None, [[x * e for e in row] for row in MATRIX], lam, mu)
    t = sympy.Symbol("t")
    symbolic = octahedron(None, sympy.Matrix(MATRIX) * t, lam, mu)
    modular = list(octahedron_mod(None, np.array(MATRIX), PRIME, lam, mu))
    for k in range(1, 5):
        for i in range(5 - k):
            for j in range(5 - k):
                value = Fraction(levels[k][i][j])
                assert scaled[k][i][j](x=1) == value
                assert symbolic[k][i][j].subs(t, 1) == sympy.Rational(
                    value.numerator, value.denominator
                )
                residue = value.numerator * pow(value.denominator, -1, PRIME) % PRIME
                assert modular[k - 1][i, j] == residue


@pytest.mark.parametrize(
    ("entries", "name"),
    [
        ([1, Fraction(1, 2)], "numbers"),
        ([1, LaurentPolynomial.generators("x")[0]], "laurent"),
        ([LaurentPolynomial.generators("x")[0], sympy.Symbol("t")], "sympy"),
    ],
)
def test_the_smallest_ring_is_taken(entries, name):
    ring = common_ring(entries)
    assert ring.name == name
    six = ring.convert(2) * ring.convert(3)
    assert ring.quotient(six, ring.convert(3)) == ring.convert(2)
    assert ring.export(six) == ring.ratio(six, ring.convert(1)) == 6


def test_integers_become_fractions_only_at_the_end():
    assert INTEGERS.quotient(INTEGERS.convert(6), INTEGERS.convert(3)) == 2
    assert INTEGERS.export(INTEGERS.convert(5)) == NUMBERS.export(NUMBERS.convert(5)) == 5
    with pytest.raises(TypeError, match=r"entry must be exact .* got 0\.5"):
        exact_entry("entry", 0.5)
