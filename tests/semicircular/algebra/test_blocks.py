"""On a block the commutator is the wave operator, whatever the core."""

import pytest
from hypothesis import given

from semicircular import BlockVector, Vector, block_commutator, commutator
from semicircular import strategies as some
from semicircular.objects.words import join


def on_core(u, core, letter):
    return Vector({join(a, core, b, letter): c for (a, b), c in u.terms.items()})


@pytest.mark.parametrize("core", [(2,), (2, 1, 2), (3, 2), (2, 1, 1, 3)])
@given(u=some.block_vectors(max_size=4))
def test_blocks_are_words(core, u):
    assert on_core(block_commutator(u), core, 1) == commutator(1, on_core(u, core, 1))


@given(some.block_vectors(), some.block_vectors())
def test_symmetric(u, v):
    assert block_commutator(u).dot(v) == u.dot(block_commutator(v))


def test_a_letter_of_its_own_is_no_vector():
    with pytest.raises(TypeError, match="u must be a BlockVector"):
        block_commutator({(0, 0): 1})
    assert not block_commutator(BlockVector())
