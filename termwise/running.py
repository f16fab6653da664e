"""Run many independent computations, near or far, and show how far they are.

Every function of the library that may run long takes `executor` and `progress` and hands them here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from typing import TypeVar

from termwise.arguments import shown
from termwise.doors import door

Item = TypeVar("Item")
Result = TypeVar("Result")

PARTS = 64
"""Into about so many parts work is cut for a pool: enough for its workers to end together."""

Progress = bool | Callable[[int, int], None]


@door
def run(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    executor: Executor | None = None,
    progress: Progress = False,
    description: str = "",
) -> list[Result]:
    """Apply a function to every item and return the results in the order of the items.

    Args:
        function: called once an item; with a process pool it must be picklable.
        items: the arguments.
        executor: any concurrent.futures Executor (threads, processes, Dask, MPI); None runs here.
        progress: True shows a bar on standard error, a callable is told (done, total) after
            each item and once with done = 0 before the first.
        description: what the bar is labelled.

    Returns:
        The list of function(item).

    Raises:
        TypeError: executor is no Executor, or progress neither a bool nor callable.
        Exception: whatever function raises.

    >>> run(abs, [3, -4])
    [3, 4]
    """
    return list(
        each(function, items, executor=executor, progress=progress, description=description)
    )


def each(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    executor: Executor | None = None,
    progress: Progress = False,
    description: str = "",
) -> Iterator[Result]:
    """Return an iterator of what `run` returns as a list, each result as soon as it is there.

    Args, Raises: those of `run`.

    >>> list(each(abs, [3, -4]))
    [3, 4]
    """
    if executor is not None and not isinstance(executor, Executor):
        raise TypeError(f"executor must be a concurrent.futures Executor, got {shown(executor)}")
    if not (isinstance(progress, bool) or callable(progress)):
        raise TypeError(
            f"progress must be a bool or a function of (done, total), got {shown(progress)}"
        )
    results: Iterable[Result] = (executor.map if executor else map)(function, items)
    if progress is True:
        results = _with_bar(results, len(items), description)
    elif progress is not False:
        results = _told(results, len(items), progress)
    return iter(results)


def _told(
    results: Iterable[Result], total: int, progress: Callable[[int, int], None]
) -> Iterator[Result]:
    progress(0, total)
    for done, result in enumerate(results, 1):
        progress(done, total)
        yield result


def _with_bar(results: Iterable[Result], total: int, description: str) -> Iterator[Result]:
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(results, description, total=total, console=console, transient=True)
