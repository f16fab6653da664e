"""Sides may be computed anywhere, and say how far they are."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from lambdadet.checks.catalogue import CHECKS


@pytest.mark.parametrize("name", CHECKS)
def test_elsewhere_is_the_same(name):
    told = []
    here = CHECKS[name](3, progress=lambda done, total: told.append((done, total)))
    assert told == [(k, told[-1][1]) for k in range(len(told))]
    with ThreadPoolExecutor(2) as threads:
        assert CHECKS[name](3, executor=threads) == here


@pytest.mark.slow
def test_a_pool_of_processes():
    with ProcessPoolExecutor(2) as pool:
        for check in CHECKS.values():
            assert check(3, executor=pool) == check(3)


@pytest.mark.parametrize("name", CHECKS)
def test_what_is_no_executor_is_refused(name):
    with pytest.raises(TypeError, match="executor must be"):
        CHECKS[name](2, executor=4)
