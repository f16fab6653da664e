"""Many computations, near or far: their order, and who is told how far they are."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from termwise import run
from termwise.running import each


def test_run_keeps_order_and_tells_progress():
    told = []
    assert run(abs, [-1, 2, -3], progress=lambda *done: told.append(done)) == [1, 2, 3]
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert run(abs, [-1, 2], progress=True, description="bar") == [1, 2]
    with ThreadPoolExecutor(2) as pool:
        assert run(abs, [-1, 2, -3], executor=pool) == [1, 2, 3]
    with pytest.raises(TypeError, match="executor must be"):
        run(abs, [1], executor=4)
    with pytest.raises(TypeError, match="progress must be a bool or a function"):
        run(abs, [1], progress=3)


def test_each_gives_a_result_as_soon_as_it_is_there():
    done, told = [], []

    def square(n):
        done.append(n)
        return n * n

    results = each(square, [2, 3], progress=lambda *so_far: told.append(so_far))
    assert (done, told) == ([], [])
    assert next(results) == 4
    assert (done, told) == ([2], [(0, 2), (1, 2)])
    assert list(results) == [9]
    assert told[-1] == (2, 2)
    with pytest.raises(TypeError, match="executor must be"):
        each(square, [1], executor=4)
