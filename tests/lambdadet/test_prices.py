"""What is far too large is refused within a second, in one line, before the work begins."""

import time

import numpy as np
import pytest

import lambdadet
from lambdadet.diamonds.matchings import perfect_matchings
from lambdadet.models.lattice import bruhat_order
from lambdadet.objects.bulk import asm_chunks

HUGE = (10**5, 10**6, 10**9, 10**50, 10**400)
REQUESTS = {
    "generic": lambdadet.generic_lambda_determinant,
    "generic constant": lambda n: lambdadet.generic_lambda_determinant(n, "constant", False),
    "generic allowed": lambda n: lambdadet.generic_lambda_determinant(n, limit=10**30),
    "robbins_rumsey": lambdadet.robbins_rumsey,
    "di_francesco": lambdadet.di_francesco,
    "check_laurent": lambdadet.check_laurent,
    "check_lambda_determinant": lambdadet.check_lambda_determinant,
    "check_vandermonde": lambdadet.check_vandermonde,
    "check_values": lambdadet.check_values,
    "check_determinant": lambdadet.check_determinant,
    "check_counts": lambdadet.check_counts,
    "asm_lattice": lambdadet.asm_lattice,
    "bruhat_order": bruhat_order,
    "asm_chunks": asm_chunks,
    "perfect_matchings": perfect_matchings,
    "aztec_diamond": lambdadet.aztec_diamond,
    "random_asm": lambdadet.random_asm,
    "random_asm of many": lambda n: lambdadet.random_asm(3, size=10**4 * n),
    "random_tiling": lambdadet.random_tiling,
    "count_asms": lambda n: lambdadet.count_asms(10 * n),
    "octahedron_from": lambda n: lambdadet.octahedron_from({(n, 1, 1): 1}),
    "generic_octahedron_from": lambda n: lambdadet.generic_octahedron_from([(1, 1, n)]),
    "draw_lattice": lambdadet.draw_lattice,
}


@pytest.mark.parametrize("n", HUGE)
@pytest.mark.parametrize("name", REQUESTS)
def test_huge_requests_are_refused_at_once(name, n):
    start = time.process_time()
    with pytest.raises(ValueError, match=r"this takes|must be at most") as refused:
        REQUESTS[name](n)
    assert time.process_time() - start < 2  # a second, on a machine that is not slow
    assert len(str(refused.value)) < 300
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "call",
    [
        lambda: lambdadet.check_determinant(50),
        lambda: lambdadet.random_tiling(3000),
        lambda: lambdadet.random_tiling(1000, mu=[[1, 2] * 500] * 1000),
        lambda: lambdadet.random_tiling(100, size=10**5),
        lambda: lambdadet.aztec_diamond(1000),
        lambda: lambdadet.random_asm(1000),
        lambda: lambdadet.lambda_determinant(np.eye(600, dtype=int)),
        lambda: lambdadet.octahedron(None, np.ones((600, 600), int)),
        lambda: lambdadet.lambda_determinant_mod(np.ones((3000, 3000), int), 101),
        lambda: lambdadet.lambda_determinant(
            [[3 + i * i + j for j in range(300)] for i in range(300)]
        ),
    ],
)
def test_what_would_take_minutes_is_refused(call):
    start = time.process_time()
    with pytest.raises(ValueError, match="this takes"):
        call()
    assert time.process_time() - start < 6  # three seconds, likewise


def test_a_limit_is_lifted_by_what_the_message_names():
    with pytest.raises(ValueError, match="pass limit=5971968 to go on"):
        lambdadet.check_determinant(72 * 2, 2)
