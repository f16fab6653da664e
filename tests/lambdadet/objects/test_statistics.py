"""Joint counts of statistics, against one matrix at a time."""

from collections import Counter
from itertools import combinations

import numpy as np
import pytest

from lambdadet import alternating_sign_matrices, asm_chunks, asm_statistics, count_asms
from lambdadet.objects.statistics import STATISTICS

ONE_BY_ONE = {
    "inversion_number": lambda a: a.inversion_number,
    "negative_ones": lambda a: a.negative_ones,
    "first_row_column": lambda a: a.first_row_column,
    "last_row_column": lambda a: a.rows[-1].index(1) + 1,
    "first_column_row": lambda a: a.transpose().first_row_column,
    "last_column_row": lambda a: [row[-1] for row in a.rows].index(1) + 1,
}


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_tables_are_counts(n):
    matrices = list(alternating_sign_matrices(n))
    names = [*combinations(STATISTICS, 2), tuple(STATISTICS)[:4], ("negative_ones",)]
    for chosen in names:
        counted = Counter(tuple(ONE_BY_ONE[name](a) for name in chosen) for a in matrices)
        table = asm_statistics(n, chosen)
        found = {tuple(map(int, at)): int(table[tuple(at)]) for at in np.argwhere(table)}
        assert found == counted
    assert list(ONE_BY_ONE) == list(STATISTICS)


def test_known_tables():
    """The refined numbers 42, 105, 135, 105, 42 of n = 5; by the number of -1s, from [MRR83]."""
    assert asm_statistics(5, ["first_row_column"]).tolist() == [0, 42, 105, 135, 105, 42]
    assert asm_statistics(4, ["negative_ones"]).tolist() == [24, 16, 2]
    assert asm_statistics(6).sum() == count_asms(6) == 7436
    assert sum(map(len, asm_chunks(4))) == 42


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: asm_statistics(0), ValueError, "n must be at least 1"),
        (lambda: asm_statistics(3, "negative_ones"), ValueError, "must be a list of statistics"),
        (lambda: asm_statistics(3, []), ValueError, "must be a list of statistics"),
        (lambda: asm_statistics(3, [1]), ValueError, "must be a list of statistics"),
        (lambda: asm_statistics(3, ["trace"]), ValueError, "names must be among .* got 'trace'"),
        (lambda: asm_statistics(3, ["negative_ones"] * 2), ValueError, "must be different"),
        (lambda: asm_statistics(3, 3), TypeError, "names must be a sequence"),
        (lambda: asm_statistics(9), ValueError, "911835460"),
        (lambda: asm_statistics(3, limit=6), ValueError, "limit of 6"),
    ],
)
def test_bad_input(call, error, says):
    with pytest.raises(error, match=says):
        call()
