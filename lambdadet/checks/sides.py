"""How the sides of a check are computed: units of work that depend on nothing but themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from typing import TypeVar

from termwise.running import Progress, run

Value = TypeVar("Value")


def compute(
    units: Mapping[str, Callable[[], Value]], *, executor: Executor | None, progress: Progress
) -> dict[str, Value]:
    """Return what every unit of work returns, by its name.

    Args:
        units: functions without arguments; with a process pool they must be picklable.
        executor, progress: as of `termwise.run`.

    >>> compute({"one": int, "two": str}, executor=None, progress=False)
    {'one': 0, 'two': ''}
    """
    found = run(
        _call, list(units.values()), executor=executor, progress=progress, description="computing"
    )
    return dict(zip(units, found, strict=True))


def _call(unit: Callable[[], Value]) -> Value:
    return unit()
