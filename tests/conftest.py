"""Every run of the tests is the same run; HYPOTHESIS_PROFILE=explore looks further."""

import os
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@contextmanager
def untraced() -> Iterator[None]:
    """Leave the lines that now run out of the coverage; to trace them takes as long again."""
    stopped = []
    while tracer := Coverage.current():  # of two the lower goes on when the upper is stopped
        tracer.stop()
        stopped.append(tracer)
    try:
        yield
    finally:
        for tracer in reversed(stopped):
            tracer.start()


@pytest.hookimpl(wrapper=True)
def pytest_collection(session):
    """Import the packages, whose lines count; then read the tests, whose lines do not."""
    if session.config.pluginmanager.hasplugin("dsession"):
        return (yield)  # the workers collect
    if Coverage.current():
        for wing in ("termwise", "cylindric", "lambdadet", "semicircular"):
            package = import_module(wing)
            for found in pkgutil.walk_packages(package.__path__, f"{wing}."):
                if not found.name.endswith("__main__"):
                    import_module(found.name)
    with untraced():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Trace what is quick: what is slow comes by the same lines again and again."""
    slow = item.get_closest_marker("slow")
    if slow and not slow.kwargs.get("traced"):
        with untraced():
            return (yield)
    return (yield)
