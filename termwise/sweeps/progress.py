"""How far a sweep is, with its rate and the time that remains."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from termwise.arguments import shown
from termwise.running import Progress


@contextmanager
def telling(progress: Progress, done: int, total: int) -> Iterator[Callable[[int], None]]:
    """Give a function that is told how many units are done.

    Args:
        progress: as of `termwise.run`; True shows a bar on standard error.
        done: so many were done before.
        total: of so many.

    >>> with telling(lambda done, total: print(done, "of", total), 1, 3) as tell:
    ...     tell(2)
    1 of 3
    2 of 3
    """
    if callable(progress):
        progress(done, total)
        yield lambda now: progress(now, total)
    elif progress is True:
        with _bar(done, total) as tell:
            yield tell
    elif progress is False:
        yield lambda now: None
    else:
        raise TypeError(
            f"progress must be a bool or a function of (done, total), got {shown(progress)}"
        )


@contextmanager
def _bar(done: int, total: int) -> Iterator[Callable[[int], None]]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        ProgressColumn,
        Task,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f} /s" if task.speed else "- /s")

    columns = (BarColumn(), MofNCompleteColumn(), Rate(), TimeElapsedColumn(), "remaining")
    console = Console(stderr=True)
    with Bar(*columns, TimeRemainingColumn(), console=console, transient=True) as bar:
        task = bar.add_task("sweep", total=total, completed=done)
        yield lambda now: bar.update(task, completed=now)
