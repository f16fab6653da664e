"""What is measured in a process of its own is that process alone."""

import sys

import pytest

from tests.benchmarks.measuring import in_a_process


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read where Linux says it")
def test_memory_is_not_that_of_who_measures():
    here = b"1" * (5 * 10**8)
    seconds, gigabytes = in_a_process('import math\nx = b"1" * 10**8')
    assert len(here) / 1e9 > 0.2 > gigabytes > 0.1
    assert 0 < seconds < 5
