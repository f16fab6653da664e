"""The numbers of sums: those of the series that the template expands, for every b of a matrix."""

import numpy as np

from cylindric import SumTemplate, nahm
from cylindric.discovery.sum_tables import Table, hash_of, weights_of

ORDER = 12


def test_weights_are_odd_and_stay():
    assert (weights_of(ORDER) % 2 == 1).all()
    assert (weights_of(ORDER)[:5] == weights_of(5)).all()
    assert hash_of([1, 0, 2, 99], weights_of(3)) == int(weights_of(3)[0] + weights_of(3)[2] * 2)


def test_a_table_knows_every_sum():
    weights = weights_of(ORDER)
    for template in (
        nahm(2, diagonal=[2, 3]),
        SumTemplate("1/(q)_n1 [2n1, n2]", linear=range(-3, 3)),
    ):
        table = Table(template, weights)
        for matrix in template.matrices():
            series, refused = {}, 0
            for vector in template.vectors(matrix):
                try:
                    series[vector] = template.series(matrix, vector, ORDER).coefficients
                except ValueError:
                    refused += 1
            numbers = {b: hash_of(s, weights) for b, s in series.items()}
            sought = np.array([*numbers.values(), 7], dtype=np.uint64)
            assert table.search(matrix, sought) == (refused, list(numbers.items())), matrix
            assert table.search(matrix, np.array([7], dtype=np.uint64)) == (refused, [])
