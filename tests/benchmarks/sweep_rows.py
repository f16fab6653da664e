"""The figures of sweeps and their journals."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from termwise import Journal, Sweep
from termwise.sweeps.engines import connected
from termwise.sweeps.units import key_of, outcome_of
from tests.benchmarks.measuring import Row, processor_seconds
from tests.termwise.sweeps.units_to_check import busy, square

UNITS = 10**5


def journal_of_many_units() -> Row:
    """The size of a journal, and how fast it is read."""
    units = [{"profile": f"{k:017b}", "order": 40} for k in range(UNITS)]
    found = outcome_of(square(40), 0.123456789)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        with Journal.of(Sweep("large", units, square), path) as journal:
            for start in range(0, UNITS, 1000):
                journal.record((key_of(unit), found) for unit in units[start : start + 1000])

        def read() -> None:
            with Journal(path) as journal:
                assert sum(entry.status == "agrees" for entry in journal) == UNITS

        taken, size = processor_seconds(read), path.stat().st_size
    return (
        "journal of 100 000 units: size, and read back (processor time)",
        "<= 30 MB, <= 2 s",
        f"{size / 1e6:.1f} MB, {taken:.2f} s",
    )


def sweep_against_a_loop() -> Row:
    """A sweep in one process with its journal, against a bare loop over the same units."""
    units, each = 500, 0.01

    def loop() -> None:
        for unit in range(units):
            busy(unit, seconds=each)

    with TemporaryDirectory() as folder:

        def sweep() -> None:
            summary = Sweep("busy", range(units), busy, {"seconds": each})
            assert summary.run(Path(folder) / "j.db")

        ours, theirs = processor_seconds(sweep), processor_seconds(loop)
    return (
        "sweep with a journal, 500 units of 10 ms, against a bare loop (processor time)",
        "<= 1.05 x",
        f"{ours / theirs:.3f} x",
    )


def sweep_on_two_workers() -> Row:
    """A sweep on two workers of Dask: its time, and the processor time of all of them."""
    from psutil import Process

    def spent() -> float:
        client = Process()
        everybody = [client, *client.children(recursive=True)]
        return sum(sum(process.cpu_times()[:2]) for process in everybody)

    figures = []
    start = perf_counter()
    with TemporaryDirectory() as folder, connected(2) as client:
        started = perf_counter() - start
        for units, each in (60, 1.0), (600, 0.1):
            sweep = Sweep("busy", range(units), busy, {"seconds": each})
            start, before = perf_counter(), spent()
            assert sweep.run(Path(folder) / f"{units}.db", client=client)
            taken, more = perf_counter() - start, spent() - before
            figures.append(f"{units * each / 2 / taken:.2f}, {more / (units * each):.3f} x")
    return (
        "sweep on two workers, started in so many seconds, 60 units of 1 s; 600 of 0.1 s: "
        "efficiency, and processor time of all against that of the units",
        ">= 0.85, <= 1.05 x",
        f"{started:.1f} s; {'; '.join(figures)}",
    )


def sweep_to_period_9() -> Row:
    """84 profiles, product against layers and transfer matrices, by the command line."""
    command = [sys.executable, "-m", "cylindric", "sweep", "--max-period", "9", "--order", "40"]
    with TemporaryDirectory() as folder:
        start = perf_counter()
        done = subprocess.run(
            [*command, "--journal", "sweep.db"],
            capture_output=True,
            text=True,
            check=True,
            cwd=folder,
        )
        taken = perf_counter() - start
    assert "AGREES: all 84 units, 3360 terms" in done.stdout
    return (
        "cylindric sweep --max-period 9 --order 40, two workers, start and end included",
        "<= 60 s",
        f"{taken:.0f} s",
    )


SWEEPS = [journal_of_many_units, sweep_against_a_loop, sweep_on_two_workers, sweep_to_period_9]
