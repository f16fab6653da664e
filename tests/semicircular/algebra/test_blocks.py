"""On a block the commutator is the wave operator, whatever the core."""

from itertools import product

import pytest
from hypothesis import given

from semicircular import BlockVector, Vector, block_commutator, commutator
from semicircular import strategies as some
from semicircular.objects.pairs import triangle
from semicircular.objects.words import join


def on_core(u, core, letter):
    return Vector({join(a, core, b, letter): c for (a, b), c in u.terms.items()})


@pytest.mark.parametrize("core", [(2,), (2, 1, 2), (3, 2), (2, 1, 1, 3)])
def test_blocks_are_words(core):
    for u in (BlockVector({pair: 1}) for pair in triangle(7)):
        assert on_core(block_commutator(u), core, 1) == commutator(1, on_core(u, core, 1))


def test_symmetric():
    basis = [BlockVector({pair: 1}) for pair in triangle(6)]
    images = [block_commutator(u) for u in basis]
    for (u, cu), (v, cv) in product(zip(basis, images, strict=True), repeat=2):
        assert cu.dot(v) == u.dot(cv)


@given(some.block_vectors(), some.block_vectors(), some.exact_numbers())
def test_linear(u, v, c):
    assert block_commutator(u + c * v) == block_commutator(u) + c * block_commutator(v)


def test_a_letter_of_its_own_is_no_vector():
    with pytest.raises(TypeError, match="u must be a BlockVector"):
        block_commutator({(0, 0): 1})
    assert not block_commutator(BlockVector())
