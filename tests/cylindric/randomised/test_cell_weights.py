"""phi, psi, g_m at points, and both sides of the cell equation, against the definitions."""

from fractions import Fraction

import pytest
from flint import nmod

from cylindric import CylindricPartition, Partition, Profile, cylindric_partitions, macdonald_weight
from cylindric.randomised.cell_weights import CellWeights
from cylindric.randomised.points import Point
from tests.cylindric import definitions as brute

Q, T = Fraction(2, 3), Fraction(3, 7)
SHAPES = [tuple(shape) for shape in brute.shapes_up_to(4)]


@pytest.mark.slow
def test_both_sides_of_every_small_cell_are_those_of_the_definition():
    weights, cells = CellWeights(Point(Q, T)), 0
    for left in SHAPES:
        for right in SHAPES:
            for size in range(max(sum(left), sum(right)), 10):
                corners = Partition(left), Partition(right), size
                out = brute.outers(left, right, size, Q, T)
                into = brute.inners(left, right, size, Q, T)
                assert out == {
                    k: weights.point.plain(v) for k, v in weights.outers(*corners).items()
                }
                assert into == {
                    k: weights.point.plain(v) for k, v in weights.inners(*corners).items()
                }
                assert sum(out.values()) == sum(into.values())
                cells += bool(out)
    assert cells >= 574


def test_modulo_a_prime_the_weights_are_the_residues():
    p = 10007
    exact = CellWeights(Point(2, 5))
    modular = CellWeights(Point(2, 5, p))
    corners = Partition((2, 1)), Partition((2,)), 5
    for side in ("outers", "inners"):
        right = getattr(exact, side)(*corners)
        assert getattr(modular, side)(*corners) == {
            end: nmod(int(x.p) % p, p) / nmod(int(x.q) % p, p) for end, x in right.items()
        }
        assert sum(modular.law(side, *corners).values(), nmod(0, p)) == 1


def test_weights_of_walks():
    weights = CellWeights(Point(Q, T))
    for weight in range(5):
        for c in cylindric_partitions(Profile("11010"), weight):
            walk = c.partitions[-1], *c.partitions[:-1]
            assert weights.point.plain(weights.of_walk("11010", walk)) == macdonald_weight(c, Q, T)
    assert isinstance(c, CylindricPartition)


def test_a_sum_of_weights_that_is_0_is_refused():
    with pytest.raises(ZeroDivisionError, match="sum of the weights of a cell from 0, got 0"):
        CellWeights(Point(Fraction(1, 2), 2)).law("inners", Partition(), Partition(), 2)
    assert CellWeights(Point(2, 3)).law("outers", Partition((1,)), Partition((1, 1, 1)), 3) == {}
