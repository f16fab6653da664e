"""Pairs in graded order, and their places."""

import pytest

from semicircular.objects.pairs import (
    graded,
    one_class,
    pair_at,
    place,
    require_pair,
    triangle,
)


@pytest.mark.parametrize("size", range(8))
def test_classes_and_places(size):
    whole = list(triangle(size))
    assert whole == sorted(whole, key=graded)
    assert len(set(whole)) == (size + 1) * (size + 2) // 2
    for parity in (0, 1):
        kept = list(one_class(size, parity))
        assert kept == [pair for pair in whole if sum(pair) % 2 == parity]
        assert [place(pair) for pair in kept] == list(range(len(kept)))
        assert [pair_at(k, parity) for k in range(len(kept))] == kept


def test_places_far_out():
    for parity in (0, 1):
        far = pair_at(10**40 + 7, parity)
        assert place(far) == 10**40 + 7
        assert sum(far) % 2 == parity


@pytest.mark.parametrize("pair", [(1,), "12", (1, 2, 3), (1, 0.5), (True, 1), None])
def test_no_pairs(pair):
    with pytest.raises(TypeError, match="must be"):
        require_pair("p", pair)
