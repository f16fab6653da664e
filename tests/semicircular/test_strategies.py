"""The strategies give valid values only, and refuse what makes none."""

import pytest
from hypothesis import given

from semicircular import strategies as some
from semicircular.objects.words import is_pure


@given(some.words(3, min_length=1, max_length=4), some.impure_words(3, 2, max_length=4))
def test_words(word, impure):
    assert 1 <= len(word) <= 4
    assert set(word) | set(impure) <= {1, 2, 3}
    assert 1 <= len(impure) <= 4
    assert not is_pure(impure, 2)


@given(some.vectors(2, max_degree=3, max_terms=2), some.block_vectors(max_size=2, max_terms=3))
def test_vectors(x, u):
    assert x.degree <= 3
    assert len(x) <= 2
    assert u.degree <= 2
    assert len(u) <= 3


def test_refusals():
    with pytest.raises(ValueError, match="max_length must be at least 3, got 2"):
        some.words(2, min_length=3, max_length=2)
    with pytest.raises(ValueError, match=r"letter must be one of 1..2, got 3"):
        some.impure_words(2, 3)
