"""All matrices as arrays: each once, in chunks, none too many."""

from itertools import islice

import numpy as np
import pytest

from lambdadet.objects.bulk import LIMIT, asm_chunks
from lambdadet.objects.counts import count_asms, count_asms_by_first_row
from lambdadet.objects.listing import alternating_sign_matrices
from tests.lambdadet import definitions as brute


@pytest.mark.parametrize(
    ("n", "chunk"), [(n, c) for n in range(1, 6) for c in (1, 2, 5, 100, 10**6)]
)
def test_chunks_hold_each_matrix_once(n, chunk):
    arrays = list(asm_chunks(n, chunk))
    found = [array.tolist() for array in arrays]
    assert all(array.dtype == np.int8 and 1 <= len(array) <= chunk for array in arrays)
    matrices = [tuple(map(tuple, rows)) for array in found for rows in array]
    assert len(matrices) == count_asms(n)
    assert set(matrices) == {a.rows for a in alternating_sign_matrices(n)}


def test_chunks_share_no_memory():
    first, second = islice(asm_chunks(4, 10), 2)
    before = second.copy()
    first[:] = 7
    assert np.array_equal(second, before)


def are_alternating(array):
    """Whether all matrices of a chunk are alternating: all partial sums are 0 or 1, totals 1."""
    for axis in (1, 2):
        sums = np.zeros(array.shape[:2], np.int8)
        for entries in np.moveaxis(array, axis, 0):
            sums += entries
            if sums.min() < 0 or sums.max() > 1:
                return False
        if not sums.all():
            return False
    return True


def test_what_is_not_alternating_is_seen():
    right = next(asm_chunks(3))
    assert are_alternating(right)
    for at in np.ndindex(right.shape):
        wrong = right.copy()
        wrong[at] += 1
        assert not are_alternating(wrong)
        assert not are_alternating(right - (wrong - right))


def test_seven_in_bulk():
    keys = set()
    for array in asm_chunks(7):
        assert are_alternating(array)
        keys.update(map(bytes, array.reshape(len(array), -1)))
    assert len(keys) == brute.A005130[6]


@pytest.mark.slow
def test_eight_in_bulk():
    total, columns = 0, np.zeros(8, int)
    for array in asm_chunks(8):
        assert are_alternating(array)
        total += len(array)
        columns += array[:, 0].sum(axis=0, dtype=int)
    assert total == brute.A005130[7]
    assert tuple(columns.tolist()) == count_asms_by_first_row(8)


def test_bulk_refuses_too_many():
    assert count_asms(8) <= LIMIT < count_asms(9)
    with pytest.raises(ValueError, match=r"911835460 matrices, more .* pass limit=911835460"):
        asm_chunks(9)
    assert len(next(asm_chunks(9, 1000, limit=10**9))) <= 1000
    with pytest.raises(ValueError, match="chunk must be at least 1, got 0"):
        asm_chunks(3, 0)
