"""Each variant is what it is called; the checks compare all of them with linear algebra."""

from itertools import product

import numpy as np
import pytest

from semicircular import BlockVector, block_projection, numerator
from semicircular.objects.pairs import triangle
from semicircular.projections.kinds import KINDS, meets


@pytest.mark.parametrize("size", range(7))
def test_compressed_is_one_class_of_the_numerators(size):
    p = block_projection(size, "compressed")
    for q, r in product(triangle(size), repeat=2):
        expected = 0 if (size - sum(q)) % 2 else numerator(q, r)
        assert p[q, r] * (size + 3) == expected


@pytest.mark.parametrize("size", range(7))
def test_anticommutator_is_a_twist(size):
    p, twisted = block_projection(size), block_projection(size, "anticommutator")
    for q, r in product(triangle(size), repeat=2):
        assert twisted[q, r] == (-1) ** (q[1] + r[1]) * p[q, r]


def test_graded_is_an_average():
    p = block_projection(3, "graded")
    assert [p[(1, 1), q] * 3 for q in p.pairs] == [0, 0, 0, 1, 1, 1, 0, 0, 0, 0]


@pytest.mark.parametrize("size", range(6))
def test_the_square_is_the_commutant_of_a_jacobi_matrix(size):
    """Its powers are projected onto themselves, and there are no more than K + 1 of them."""
    p, power = block_projection(size, "square"), np.eye(size + 1, dtype=int)
    jacobi = np.eye(size + 1, k=1, dtype=int) + np.eye(size + 1, k=-1, dtype=int)
    for _ in range(size + 1):
        u = BlockVector({(a, b): int(power[a, b]) for a, b in p.pairs})
        assert p @ u == u
        power = power @ jacobi
    assert p.rank == size + 1


def test_meeting_points_of_the_billiard():
    assert [meets(3, 1, z) for z in range(7)] == [0, 1, 0, 0, 0, 1, 0]
    assert [meets(3, 0, z) for z in range(7)] == [2, 0, 0, 0, 0, 0, 2]
    assert all(kind.says for kind in KINDS.values())
