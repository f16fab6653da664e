"""d'Alembert's solutions, the frame D_t, and the fast projection."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semicircular import (
    BlockVector,
    block_commutator,
    block_projection,
    dalembert,
    denominator,
    kernel_vector,
)
from semicircular import strategies as some
from semicircular.matrices.elimination import modular_rank
from semicircular.objects.pairs import triangle
from semicircular.projections import kernels


@given(
    st.integers(0, 8).flatmap(
        lambda m: st.lists(some.exact_numbers(), min_size=m + 3, max_size=m + 3)
    )
)
def test_dalembert_solves_the_wave_equation_and_is_fixed(f):
    size = len(f) - 3
    u = dalembert(size, f)
    assert all(sum(pair) >= size for pair in block_commutator(u))
    assert block_projection(size) @ u == u
    shifted = [value + (7 if t % 2 else -1) for t, value in enumerate(f)]
    assert dalembert(size, shifted) == u


@given(some.block_vectors(max_size=5))
def test_there_are_no_other_solutions(u):
    """What is orthogonal to all commutators is what d'Alembert says, by its row b = 0."""
    size = 5
    v = block_projection(size) @ u
    f = [0, 0] + [0] * (size + 1)
    for a in range(size + 1):
        f[a + 2] = v[a, 0] + f[a]
    assert dalembert(size, f) == v


@pytest.mark.parametrize("size", range(9))
def test_f_is_unique_up_to_two_constants(size):
    """M + 3 solutions D_t span M + 1 dimensions, the whole complement."""
    vectors = [kernel_vector(size, t) for t in range(size + 3)]
    assert modular_rank(vectors, list(triangle(size))) == size + 1 == block_projection(size).rank


@pytest.mark.parametrize("size", range(11))
def test_gram_matrix_of_the_frame(size):
    """<D_t, D_t'> as counted in the proof of the formula."""
    vectors = [kernel_vector(size, t) for t in range(size + 3)]
    for parity in (0, 1):
        if size < parity:
            continue
        top = denominator(size, parity) - 3
        for t, t2 in product(range(parity, top + 3, 2), repeat=2):
            expected = -2 if t and t2 else -1
            if t == t2:
                expected = top + 1 if t else top // 2 + 1
            assert vectors[t].dot(vectors[t2]) == expected, (t, t2)
        assert sum((vectors[t] for t in range(parity, top + 3, 2)), BlockVector()) == BlockVector()


@pytest.mark.parametrize("size", range(9))
def test_the_frame_makes_the_projection(size):
    """(M' + 3) P = sum of c_t D_t D_t^T, c_0 = 2."""
    for p in triangle(size):
        e = BlockVector({p: 1})
        total = BlockVector()
        for t in range(size + 3):
            d = kernel_vector(size, t)
            total += d * ((2 if t == 0 else 1) * d.dot(e))
        assert total / denominator(size, sum(p)) == block_projection(size) @ e


def test_a_wrong_weight_is_seen(monkeypatch):
    """The mutant c_0 = 1."""
    monkeypatch.setattr(kernels, "weight", lambda t: 1)
    p = block_projection(4)
    images = [p @ BlockVector({pair: 1}) for pair in p.pairs]
    assert any(p @ image != image for image in images)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: kernel_vector(2, 5), ValueError, "t must be at most 4"),
        (lambda: kernel_vector(10**6, 5), ValueError, "GB"),
        (lambda: dalembert(2, [1]), ValueError, "f must be 5 numbers"),
        (lambda: dalembert(0, [1, 2, 0.5]), TypeError, "exact"),
    ],
)
def test_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()
