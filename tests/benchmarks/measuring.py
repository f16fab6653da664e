"""How a figure is measured: medians of runs in turns, in one process."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

Row = tuple[str, str, str]
"""What was measured, the goal, the figure."""


def seconds(*functions: Callable[[], object], runs: int = 5) -> list[float]:
    """Return the median time of each function, all run in turns."""
    times: list[list[float]] = [[] for _ in functions]
    for function in functions:
        function()
    for _ in range(runs):
        for function, taken in zip(functions, times, strict=True):
            start = time.perf_counter()
            function()
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in times]


def once(function: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Return the time of one run, for what is too long to repeat."""
    start = clock()
    function()
    return clock() - start


def processor_seconds(function: Callable[[], object]) -> float:
    """Return the processor time of one run: others on the machine do not count."""
    start = time.process_time()
    function()
    return time.process_time() - start


def in_a_process(code: str) -> tuple[float, float]:
    """Return processor seconds and peak gigabytes of a statement in a process of its own.

    The code is two lines: what to import, which is not timed, and the statement.
    """
    imports, statement = code.split("\n")
    # Not ru_maxrss: Linux hands on to a new program the peak of the one that started it.
    program = (
        f"import re, time\n{imports}\nstart = time.process_time()\n{statement}\n"
        "taken = time.process_time() - start\n"
        "print(taken, re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    taken, kilobytes = map(float, done.stdout.split())
    return taken, kilobytes / 1e6


def command(*words: str) -> Callable[[], object]:
    """Return a run of one of this project's commands as a new process."""
    path = str(Path(sys.executable).with_name(words[0]))
    return lambda: subprocess.run([path, *words[1:]], check=True, capture_output=True)
