"""Exact vectors: arithmetic, equality, what cannot be changed."""

import copy
import pickle
from fractions import Fraction

import pytest
from hypothesis import given

from semicircular import BlockVector, Vector
from semicircular import strategies as some


@given(some.vectors(), some.vectors(), some.exact_numbers())
def test_arithmetic_is_that_of_the_coefficients(x, y, c):
    keys = set(x) | set(y)
    assert x + y == Vector({k: x[k] + y[k] for k in keys})
    assert x - y == Vector({k: x[k] - y[k] for k in keys})
    assert c * x == x * c == Vector({k: c * x[k] for k in x})
    assert x.dot(y) == sum(Fraction(x[k]) * y[k] for k in keys)
    assert -x + x == Vector()
    if c:
        assert (x / c) * c == x


@given(some.vectors() | some.block_vectors())
def test_values(x):
    assert eval(repr(x)) == x
    assert pickle.loads(pickle.dumps(x)) == copy.deepcopy(x) == x
    assert hash(type(x)(x.terms)) == hash(x)
    assert all(x.terms.values())
    assert x.denominator == 1 or any(Fraction(v).denominator > 1 for v in x.terms.values())
    assert x.norm2 >= 0
    assert bool(x) == bool(x.norm2)
    assert x.degree == max((len(k) if isinstance(x, Vector) else sum(k) for k in x), default=-1)


def test_shown():
    x = Vector({"12": Fraction(-1, 2), "": 3, (1, 10): 1})
    assert str(x) == "3*Omega - 1/2*e_12 + e_1,10"
    assert x._repr_latex_() == r"$3\,\Omega - \frac{1}{2}\,e_{12} + 1\,e_{1,10}$"
    assert str(Vector()) == "0"
    long = Vector({(1,) * k: 1 for k in range(50)})
    assert long._repr_latex_().endswith(r"+ \dots$")
    assert str(BlockVector({(0, 1): 2})) == "2*e(0,1)"


def test_the_same_word_in_two_forms_is_added():
    assert Vector({"12": 1, (1, 2): 2}) == Vector({"12": 3})


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: Vector({"12": 0.5}), TypeError, "coefficient must be an exact number"),
        (lambda: Vector({1: 1}), TypeError, "word must be a sequence"),
        (lambda: Vector([1]), TypeError, "terms must be a mapping"),
        (lambda: BlockVector({(0, -1): 1}), ValueError, "integers of at least 0"),
        (lambda: Vector() / 0, ZeroDivisionError, "divided by 0"),
        (lambda: Vector().dot(BlockVector()), TypeError, "other must be a Vector"),
        (lambda: Vector() + BlockVector(), TypeError, "unsupported"),
        (lambda: Vector() * 0.5, TypeError, "unsupported|multiply"),
        (lambda: setattr(Vector(), "denominator", 2), AttributeError, "immutable"),
    ],
)
def test_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()
