"""Rows modulo the prime against the definition of layers."""

import pytest

from cylindric.algebra.interpolation import PRIME
from cylindric.discovery.layer_rows import SCALE, LayerRows, excess
from tests.cylindric.discovery.recurrence_definitions import losses, numerator

COMPOSITIONS = [(2, 1), (3, 0), (1, 0, 1), (3, 1, 0), (1, 0, 3), (1, 1, 0, 0)]


@pytest.mark.parametrize("c", COMPOSITIONS)
def test_excess_is_the_number_of_parts_that_are_lost(c):
    found = {left: sum(f) for f, left in losses(c)}
    assert found == {left: excess(c, left) for left in found}


@pytest.mark.parametrize("c", COMPOSITIONS)
def test_a_matrix_takes_the_numerators_one_layer_on(c):
    """v_2 = A(q^2) v_1 at a number q."""
    rows, q = LayerRows(c), 12345
    matrix = rows.matrix(q * q).tolist()
    before = [int(numerator(o, 1)(q)) for o in rows.orbits]
    after = [int(numerator(o, 2)(q)) % PRIME for o in rows.orbits]
    products = [sum(int(a) * b for a, b in zip(row, before, strict=True)) for row in matrix]
    assert [x % PRIME for x in products] == after


@pytest.mark.parametrize("c", COMPOSITIONS)
def test_the_solutions_satisfy_the_recurrence_at_numbers(c):
    """For X = s q^j no n is known, so rows are multiplied out."""
    rows, q = LayerRows(c), 98765
    order = rows.order(q)
    points, vectors = rows.kernels(q, order, 4)
    assert points == [SCALE * q**j % PRIME for j in range(4)]
    for x, vector in zip(points, vectors, strict=True):
        total = [0] * len(rows.orbits)
        for i, p in enumerate(vector):
            row = [int(at == rows.at) for at in range(len(rows.orbits))]
            for j in range(i, 0, -1):
                matrix = rows.matrix(x * q**j % PRIME).tolist()
                row = [
                    sum(a * int(m[k]) for a, m in zip(row, matrix, strict=True)) % PRIME
                    for k in range(len(row))
                ]
            total = [(t + p * a) % PRIME for t, a in zip(total, row, strict=True)]
        assert total == [0] * len(rows.orbits)


def test_where_there_are_more_solutions_there_is_none_to_choose():
    assert LayerRows((2, 1)).kernels(0, 2, 4) == ([], [])
