"""The wave equation with a source, against the free difference quotient."""

import pytest
from hypothesis import given

from semicircular import BlockVector, Vector, block_commutator
from semicircular import strategies as some
from semicircular.certificates.duhamel import duhamel
from semicircular.objects.words import join
from tests.semicircular import definitions


@given(some.block_vectors(max_size=5))
def test_the_commutator_is_inverted(eta):
    whole = eta * eta.denominator
    found = duhamel(6, block_commutator(whole).numerators)
    assert BlockVector(found) == whole


@given(some.block_vectors(max_size=4, max_terms=4))
def test_free_difference_quotient(eta):
    whole, core = eta * eta.denominator, (2, 1, 2)
    r = block_commutator(whole).numerators
    words = {join(a, core, b, 1): value for (a, b), value in duhamel(5, r).items()}
    assert definitions.duhamel(r, core, 1) == Vector(words)


def test_what_is_in_no_range_is_refused():
    with pytest.raises(ValueError, match="in the range of the commutator"):
        duhamel(3, {(0, 0): 1})
