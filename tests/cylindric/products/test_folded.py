"""The folded product against layers, which the objects themselves confirm."""

from itertools import product

import pytest

from cylindric.products.folded import folded_product
from cylindric.sums.free_ends import free_ends_series


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_every_word(length):
    order = 16
    for slices in (
        (1,) * (length + 1),
        (1, *[2] * (length - 1), 1),
        tuple(range(1, length + 2)),
        tuple(range(length + 1, 0, -1)),
    ):
        layers = free_ends_series(length, slices, order)
        for letters in product("01", repeat=length):
            word = "".join(letters)
            assert folded_product(word, slices, order) == layers[word], (word, slices)


def test_weights_of_the_wrong_end_are_seen():
    assert folded_product("110", (1, 2, 3, 4), 12) != folded_product("110", (4, 3, 2, 1), 12)
