"""The sum over compatible pairs against the definition."""

import numpy as np
import pytest

from lambdadet.algebra.names import generic_names
from lambdadet.sums.pairs import pair_rows
from tests.lambdadet import definitions as brute


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_rows_are_the_terms_of_the_definition(n):
    names = generic_names(n, "multi", True)
    rows = np.concatenate(list(pair_rows(n))).tolist()
    terms = {frozenset((k, e) for k, e in zip(names, row, strict=True) if e) for row in rows}
    assert len(rows) == len(terms) == 2 ** (n * (n - 1) // 2)
    assert terms == brute.generic_terms(n)


def test_what_the_door_has_allowed_is_not_refused_below():
    """There are more matrices of size 9 than `asm_chunks` gives unasked."""
    assert len(next(pair_rows(9)))
