"""Rows from a pool of processes, and numbers to a tolerance."""

from concurrent.futures import ProcessPoolExecutor

from semicircular import check_projection
from semicircular.checks.sides import TOLERANCE, near


def test_a_pool_of_processes():
    with ProcessPoolExecutor(1) as executor:
        assert check_projection(3, executor=executor) == check_projection(3)


def test_near():
    assert near(1.0, 1.0 + TOLERANCE / 2) == "1.000000000"
    assert near(1.0, 1.0 + 2 * TOLERANCE) == "1.000000002000"
