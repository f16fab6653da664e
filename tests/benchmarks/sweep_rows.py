"""The figures of sweeps and their journals."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from termwise import Journal, Sweep
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


SWEEPS = [journal_of_many_units, sweep_against_a_loop]
