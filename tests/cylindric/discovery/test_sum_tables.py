"""The numbers of sums: those of the series that the template expands, for every b of a matrix."""

import time

import numpy as np
import pytest

from cylindric import SumTemplate, nahm
from cylindric.discovery import sum_tables
from cylindric.discovery.sum_tables import Table, hash_of, weights_of

ORDER = 12


def test_weights_are_odd_and_stay():
    assert (weights_of(ORDER) % 2 == 1).all()
    assert (weights_of(ORDER)[:5] == weights_of(5)).all()
    assert hash_of([1, 0, 2, 99], weights_of(3)) == int(weights_of(3)[0] + weights_of(3)[2] * 2)


def test_blocks_of_vectors_find_the_same(monkeypatch):
    template, weights = nahm(2, diagonal=[2], off_diagonal=[-1], linear=range(-3, 5)), weights_of(9)
    (matrix,) = template.matrices()
    (fine, *_) = (b for b in template.vectors(matrix) if min(b) >= 0)
    value = hash_of(template.series(matrix, fine, 9).coefficients, weights)
    sought = np.array([value, 7], dtype=np.uint64)
    whole = Table(template, weights).search(matrix, sought)
    assert whole[0]
    assert (fine, value) in whole[1]
    for block in (1, 100):
        monkeypatch.setattr(sum_tables, "BLOCK", block)
        assert Table(template, weights).search(matrix, sought) == whole


def test_many_vectors_are_refused_before_they_are_added_up():
    template = nahm(3, diagonal=[0], off_diagonal=[0], linear=range(2, 122, 2))
    (matrix,) = template.matrices()
    with pytest.raises(ValueError, match="steps of adding up sums"):
        Table(template, weights_of(40)).search(matrix, np.array([7], dtype=np.uint64))


def test_a_long_table_is_refused_before_it_is_filled():
    """A box of half a million points, of 300 coefficients each, fits into the memory."""
    table = Table(nahm(3), weights_of(300))
    table.edges = (79, 79, 79)
    start = time.process_time()
    with pytest.raises(ValueError, match=r"this takes about \de\+1\d steps of tabulating a box"):
        table._fill()
    assert time.process_time() - start < 1


def test_only_the_new_points_are_paid_for():
    table, filled = Table(nahm(2), weights_of(9)), []
    table._rows = lambda points: filled.append(len(points)) or Table._rows(table, points)
    for edges in ((3, 2), (3, 2), (3, 4)):
        table.edges = edges
        table._fill()
    assert filled == [11, 0, 8]  # n = (0, 0) is there from the beginning


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
