"""Projections of blocks: idempotent, symmetric, what they kill; entries, arrays, and all kinds."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from semicircular import BlockProjection, BlockVector, block_commutator, block_projection
from semicircular import strategies as some
from semicircular.projections.kinds import KINDS

kinds = st.sampled_from(list(KINDS))
inside = some.block_vectors(max_size=5)


@given(inside, inside, kinds)
def test_projections(u, v, kind):
    p = block_projection(5, kind)
    image = p @ u
    assert p @ image == image
    assert image.dot(v) == u.dot(p @ v)
    assert image.norm2 <= u.norm2
    assert p @ (u + v) == image + p @ v


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", range(6))
def test_entries_columns_arrays_and_rank(kind, size):
    p = block_projection(size, kind)
    columns = p.columns()
    assert list(columns) == list(p.pairs)
    assert p._count() == len(p.pairs)
    assert all(columns[q][r] == p[r, q] == p[q, r] for q in p.pairs for r in p.pairs)
    assert sum(Fraction(p[q, q]) for q in p.pairs) == p.rank
    array = p.to_array()
    assert np.allclose(array, [[float(p[q, r]) for r in p.pairs] for q in p.pairs])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("parity", [None, "even", "odd"])
def test_integers_over_one_denominator(kind, parity):
    p = block_projection(4, kind)
    rows, below = p.to_integers(parity)
    kept = [q for q in p.pairs if parity is None or sum(q) % 2 == (parity == "odd")]
    assert [[Fraction(x, below) for x in row] for row in rows] == [
        [p[q, r] for r in kept] for q in kept
    ]
    if kind == "block":
        assert below == {"even": 7, "odd": 6, None: 42}[parity]


def test_entries_between_the_classes_are_0():
    for kind in KINDS:
        p = block_projection(3, kind)
        assert not any(p[q, r] for q in p.pairs for r in p.pairs if sum(q + r) % 2)


@given(some.block_vectors(max_size=4), some.block_vectors(max_size=5))
def test_commutators_are_killed(u, v):
    p = block_projection(5)
    assert not p @ block_commutator(u)
    assert all(sum(pair) >= 5 for pair in block_commutator(p @ v))


@given(some.block_vectors(max_size=4))
def test_the_norm_falls_as_the_block_grows(u):
    norms = [(block_projection(size) @ u).norm2 for size in range(4, 12)]
    assert norms == sorted(norms, reverse=True)
    assert norms[-1] <= u.norm2


def test_entries_of_the_square_are_few():
    found = {
        value * 2 * (size + 2)
        for size in range(6)
        for column in block_projection(size, "square").columns().values()
        for value in column.terms.values()
    }
    assert found <= {-1, 1, 2, 3, 4}


def test_values():
    p = block_projection(3, "square")
    assert eval(repr(p)) == p
    assert eval(repr(block_projection(3))) == BlockProjection(3)
    assert p.apply({(3, 3): 1}) == p @ BlockVector({(3, 3): 1})
    large = block_projection(200)
    image = large @ BlockVector({(0, 0): 1})
    assert large @ image == image
    assert image.norm2 == large[(0, 0), (0, 0)] == Fraction(3, 203)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: block_projection(-1), ValueError, "size must be at least 0"),
        (lambda: block_projection(10**9), ValueError, "GB"),
        (lambda: block_projection(3, "round"), ValueError, "kind must be one of block, compressed"),
        (lambda: BlockProjection(3, 3), TypeError, "kind must be a string"),
        (lambda: block_projection(3)[(2, 2), (0, 0)], ValueError, "block of size 3"),
        (lambda: block_projection(3)[0], TypeError, "two pairs"),
        (lambda: block_projection(3) @ BlockVector({(4, 0): 1}), ValueError, "u must lie in"),
        (lambda: block_projection(3).apply({(0, 0): 0.5}), TypeError, "exact"),
        (lambda: block_projection(2000).columns(), ValueError, "GB"),
        (lambda: block_projection(2000).to_integers(), ValueError, "GB"),
        (lambda: block_projection(3).to_integers("both"), ValueError, "must be even or odd"),
        (
            lambda: block_projection(600, "square").apply({(k, 0): 1 for k in range(600)}),
            ValueError,
            "entries of the projection",
        ),
    ],
)
def test_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()
