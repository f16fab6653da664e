"""Numbers of Sage are numbers: tested with look-alikes here, with Sage itself where it is."""

import subprocess
import sys
from fractions import Fraction
from numbers import Rational

import pytest

from cylindric import (
    RSK,
    CylindricPartition,
    Partition,
    Profile,
    QTFraction,
    QTProduct,
    Series,
    borodin_series,
    compose,
    rsk,
)
from lambdadet import (
    AlternatingSignMatrix,
    LaurentPolynomial,
    aztec_diamond,
    lambda_determinant,
    lambda_determinant_mod,
)
from semicircular import NumeratorMatrix
from termwise.exact import exact_number
from termwise.sage import is_of_sage, sage
from tests.sage_parts import from_sage_alone


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
    assert QTFraction({(three, one): one}) == QTFraction({(3, 1): 1})
    product = QTProduct({(0, 1): 1, (1, 0): -1})
    assert product.specialise(q=(three, one)) == product.specialise(q=(3, 1))
    assert rsk([[one, three]]) == rsk([[1, 3]])


def test_rationals_of_others_are_rationals():
    half = Quotient(1, 2)
    assert exact_number("x", half) == Fraction(1, 2)
    assert exact_number("x", Quotient(4, 2)) == 2
    assert lambda_determinant([[half, 1], [1, half]], lam=half) == Fraction(3, 4)
    assert LaurentPolynomial({(1,): half}, ("x",)).terms == {(1,): Fraction(1, 2)}
    weighted, plain = (aztec_diamond(2, lam=x).edges(data=True) for x in (half, Fraction(1, 2)))
    assert list(weighted) == list(plain)
    assert NumeratorMatrix("even")[Integer(0), Integer(3)] == -1


def test_objects_of_sage_go_in():
    """Its partitions, plane partitions, permutations, and matrices of integers and rationals."""
    matrix = from_sage_alone("matrix.constructor").matrix
    half = from_sage_alone("rings.rational").Rational((1, 2))
    partition = from_sage_alone("combinat.partition").Partition
    plane = from_sage_alone("combinat.plane_partition").PlanePartition
    permutation = from_sage_alone("combinat.permutation").Permutation
    assert Partition(partition([2, 1])) == (2, 1)
    assert Partition((2, 1)).interlaces(partition([3, 1]))
    assert RSK.forward(partition([1]), partition([2]), partition([1, 1]), 1) == (3, 1)
    c = CylindricPartition(Profile("10"), [partition([2]), partition([1])])
    assert c == CylindricPartition(Profile("10"), [(2,), (1,)])
    assert compose(Profile("10"), partition([1]), {(1, 2, 1): 1}) == c
    cubes = CylindricPartition.from_plane_partition(plane([[2, 1], [1]]))
    assert cubes.plane_partition() == ((2, 1), (1, 0))
    swap = AlternatingSignMatrix([[0, 1], [1, 0]])
    assert AlternatingSignMatrix(matrix([[0, 1], [1, 0]])) == swap
    assert AlternatingSignMatrix.from_permutation(permutation([2, 1])) == swap
    assert rsk(matrix([[1, 0], [0, 2]])) == rsk([[1, 0], [0, 2]])
    table = matrix([[half, 2], [3, 4]])
    assert lambda_determinant(table) == table.determinant() == -4
    assert lambda_determinant(table, lam=half) == Fraction(1, 2) * 4 + 3
    three = matrix([[1, half, 3], [2, 5, 1], [1, 1, 1]])
    lam = matrix([[half, 2], [3, 4]])
    plainly = [[1, Fraction(1, 2), 3], [2, 5, 1], [1, 1, 1]]
    expected = lambda_determinant(plainly, lam=[[Fraction(1, 2), 2], [3, 4]])
    assert lambda_determinant(three, lam=lam) == expected
    assert lambda_determinant_mod(matrix([[1, 2], [3, 4]]), 7) == 5


def test_what_is_missing_is_named_with_its_extra():
    with pytest.raises(ModuleNotFoundError, match=r'sage.nothing is missing: pip install "cyl'):
        sage("nothing", "Name")
    assert not is_of_sage(Partition((1,)), "Partition")


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        "from cylindric.sage import *; from cylindric import *; x = Partition((1,))",
        "from lambdadet.sage import *; from lambdadet import *; x = AlternatingSignMatrix([[1]])",
    ],
)
def test_without_sage_one_line_names_the_extra(line):
    code = f"import sys; sys.modules['sage'] = None; {line}; to_sage(x)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.splitlines()[-1].endswith('is missing: pip install "cylindric[sage]"')
