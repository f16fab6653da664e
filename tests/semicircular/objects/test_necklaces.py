"""Necklaces are least rotations, and the count is of what is listed."""

import pytest

from semicircular import count_necklaces, necklaces
from tests.semicircular.definitions import all_words, rotations


@pytest.mark.parametrize(("n", "length"), [(1, 5), (2, 0), (2, 1), (2, 8), (3, 5), (4, 4)])
def test_necklaces(n, length):
    words = [w for w in all_words(n, length) if len(w) == length]
    expected = sorted({min(rotations(w)) for w in words})
    assert list(necklaces(n, length)) == expected
    assert count_necklaces(n, length) == len(expected)


def test_golden_numbers():
    """The sums are the codimensions R2 of the specification."""
    sums = [sum(count_necklaces(2, j) for j in range(k + 1)) for k in range(6)]
    assert sums == [1, 3, 6, 10, 16, 24]
    assert count_necklaces(2, 100) == 12676506002282305273966813560


def test_bad_input():
    with pytest.raises(ValueError, match="words"):
        necklaces(2, 100)
    with pytest.raises(ValueError, match="steps for powers"):
        count_necklaces(2, 10**12)
