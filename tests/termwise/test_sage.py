"""Numbers of Sage are numbers: tested with look-alikes here, with Sage itself where it is."""

from fractions import Fraction
from numbers import Rational

import pytest

from cylindric import Partition, Profile, Series, borodin_series
from lambdadet import AlternatingSignMatrix, LaurentPolynomial, lambda_determinant
from termwise.exact import exact_number
from termwise.sage import is_of_sage, sage


class Integer:
    """Knows its index, as Sage's Integer does, and no arithmetic."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Quotient:
    """Has methods numerator and denominator, as Sage's Rational, and is one to `numbers`."""

    def __init__(self, above, below):
        self.parts = Integer(above), Integer(below)

    def numerator(self):
        return self.parts[0]

    def denominator(self):
        return self.parts[1]


Rational.register(Quotient)


def test_integers_of_others_are_integers():
    three, one = Integer(3), Integer(1)
    assert Partition((three, one)) == (3, 1)
    assert Series([one, three]) == Series([1, 3])
    assert borodin_series(Profile("110"), three) == borodin_series(Profile("110"), 3)
    assert Profile.from_composition((three, one)) == Profile.from_composition((3, 1))
    assert AlternatingSignMatrix([[one]]).size == 1
    assert lambda_determinant([[one, three], [three, one]], lam=three) == 28
    assert type(exact_number("n", three)) is int


def test_rationals_of_others_are_rationals():
    half = Quotient(1, 2)
    assert exact_number("x", half) == Fraction(1, 2)
    assert exact_number("x", Quotient(4, 2)) == 2
    assert lambda_determinant([[half, 1], [1, half]], lam=half) == Fraction(3, 4)
    assert LaurentPolynomial({(1,): half}, ("x",)).terms == {(1,): Fraction(1, 2)}


def test_what_is_missing_is_named_with_its_extra():
    with pytest.raises(ModuleNotFoundError, match=r'sage.nothing is missing: pip install "cyl'):
        sage("nothing", "Name")
    assert not is_of_sage(Partition((1,)), "Partition")
