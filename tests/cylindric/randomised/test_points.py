"""Points: what is read, and what is refused."""

from fractions import Fraction

import pytest
import sympy
from flint import fmpq, nmod

from cylindric.randomised.points import Point, read_point


def test_what_is_read():
    assert read_point(Fraction(4, 2), sympy.Rational(1, 3)) == Point(2, Fraction(1, 3))
    assert read_point(fmpq(1, 2), 3) == Point(Fraction(1, 2), 3)
    assert read_point(nmod(9, 7), nmod(3, 7)) == Point(2, 3, 7)
    assert str(Point(2, Fraction(1, 3))) == "q = 2, t = 1/3"
    assert str(Point(2, 3, 7)) == "q = 2, t = 3 mod 7"


def test_elements_are_of_one_field():
    assert Point(2, Fraction(1, 3)).elements() == (fmpq(2), fmpq(1, 3))
    point = Point(2, 3, 7)
    assert point.element("x", nmod(5, 7)) == 5
    assert point.element("x", Fraction(-1, 2)) == nmod(3, 7)
    assert (point.plain(nmod(5, 7)), Point(2, 3).plain(fmpq(1, 2))) == (5, Fraction(1, 2))
    with pytest.raises(ZeroDivisionError):
        point.element("x", Fraction(1, 7))
    for value in (nmod(5, 11), 0.5, "x"):
        with pytest.raises(TypeError, match="x must be"):
            point.element("x", value)


@pytest.mark.parametrize(
    ("q", "t", "error", "says"),
    [
        (0.5, 1, TypeError, "q must be an exact number"),
        (1, sympy.Symbol("t"), TypeError, "t must be an exact number .*, got t"),
        (1, None, TypeError, "t must be an exact number .*, got None"),
        (nmod(1, 7), 2, TypeError, "q and t must be of one kind, got 1 and 2"),
        (nmod(1, 7), nmod(1, 11), ValueError, "modulo one prime, got 7 and 11"),
        (nmod(1, 8), nmod(1, 8), ValueError, "modulo one prime, got 8 and 8"),
    ],
)
def test_what_is_refused(q, t, error, says):
    with pytest.raises(error, match=says):
        read_point(q, t)
