"""What is slow runs without the tracer of coverage, and leaves it as it was."""

import sys

import pytest
from coverage import Coverage

from tests.conftest import untraced


@pytest.fixture
def tracer():
    """The tracer before a test is called: none with --no-cov."""
    return Coverage.current()


def test_the_tracer_goes_and_comes_back(tracer):
    before = sys.gettrace() is None
    with untraced():
        assert Coverage.current() is sys.gettrace() is None
    assert Coverage.current() is tracer
    assert (sys.gettrace() is None) == before


@pytest.mark.slow
def test_slow_tests_are_not_traced():
    assert Coverage.current() is sys.gettrace() is None


@pytest.mark.slow(traced=True)
def test_slow_tests_are_traced_if_they_ask(tracer):
    assert Coverage.current() is tracer
