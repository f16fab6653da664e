"""The determinant of the diamond is x[n]_11; mutants are not."""

from fractions import Fraction
from math import prod

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from lambdadet.diamonds.kasteleyn import kasteleyn_value
from tests.lambdadet import definitions as brute


@pytest.mark.parametrize("n", range(1, 8))
def test_kasteleyn_value_is_the_recurrence(n):
    x1, x0, lam, mu = (
        brute.numbers(n, 1),
        brute.numbers(n + 1, 2),
        brute.numbers(n - 1, 3),
        brute.numbers(n - 1, 4),
    )
    value = kasteleyn_value(n, x1, x0, lam, mu)
    assert value == brute.octahedron(x1, x0, lam, mu)
    assert type(value) is Fraction
    if n > 2:
        turned = [list(row) for row in zip(*lam, strict=True)]
        assert value != kasteleyn_value(n, x1, x0, turned, mu)
        assert value != kasteleyn_value(n, x1, x0, lam, [row[::-1] for row in mu])


@given(
    st.integers(1, 6).flatmap(
        lambda n: st.lists(
            st.lists(st.integers(1, 9), min_size=n, max_size=n), min_size=n, max_size=n
        )
    )
)
def test_kasteleyn_value_at_minus_one_is_the_determinant(rows):
    assert kasteleyn_value(len(rows), rows) == sympy.Matrix(rows).det()


def test_kasteleyn_value_with_zeros_on_the_border():
    rows = [[0, 0, 2, 0], [1, 3, 1, 0], [0, 2, 5, 1], [4, 0, 0, 0]]
    assert kasteleyn_value(4, rows) == sympy.Matrix(rows).det()
    assert kasteleyn_value(2, [[0, 3], [5, 7]], lam=2) == 30
    assert kasteleyn_value(2, [[2, 3], [5, 7]], lam=0) == 14
    assert kasteleyn_value(1, [[0]]) == 0


def test_numpy_numbers_do_not_overflow():
    big = np.array([[2**62, 3], [5, 2**62]])
    assert kasteleyn_value(2, big) == 2**124 - 15


@pytest.mark.parametrize("n", range(1, 9))
def test_ones_and_vandermonde(n):
    ones = [[1] * n] * n
    assert kasteleyn_value(n, ones, lam=2) == 3 ** (n * (n - 1) // 2)
    lam = Fraction(2, 3)
    rows = [[x**k for k in range(n)] for x in range(1, n + 1)]
    expected = prod(y + lam * x for y in range(1, n + 1) for x in range(1, y))
    assert kasteleyn_value(n, rows, lam=lam) == expected


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: kasteleyn_value(2, [[1, 2], [3, 0.5]]), TypeError, "x1 .* got 0.5"),
        (lambda: kasteleyn_value(2, [[1, 2], [3, 4]], mu=[[1, 2]]), ValueError, "mu must be 1 x 1"),
        (lambda: kasteleyn_value(3, [[1] * 3, [1, 0, 1], [1] * 3]), ValueError, r"0 at \(2, 2\)"),
        (
            lambda: kasteleyn_value(2, [[1, 2], [3, 4]], [[1, 1, 1], [1, 0, 1], [1, 1, 1]]),
            ValueError,
            r"x0 must not be 0 .* got 0 at \(2, 2\)",
        ),
        (lambda: kasteleyn_value(2, None), TypeError, "x1 must be rows of ints or Fractions"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()
