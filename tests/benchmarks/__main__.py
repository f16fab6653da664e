"""Run the benchmarks: python -m tests.benchmarks [NAME ...], and print the table.

Every figure is the median of a few runs, warm (what takes many seconds is run once), and every
ratio compares two times taken in this one process.  A peer that is not installed is said to be
missing; it is not guessed.  With --json FILE the figures are kept, with versions and machine, and
the table of tests/benchmarks/README.md and the plot of the docs are made of them.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.cylindric_rows import CYLINDRIC
from tests.benchmarks.growth_rows import GROWTH, HOUSE, exponent, growth_row
from tests.benchmarks.lambdadet_rows import LAMBDADET
from tests.benchmarks.level_rows import LEVELS
from tests.benchmarks.macdonald_rows import MACDONALD
from tests.benchmarks.measuring import Row
from tests.benchmarks.product_rows import PRODUCTS
from tests.benchmarks.recurrence_rows import RECURRENCES
from tests.benchmarks.sampling_rows import SAMPLING
from tests.benchmarks.search_rows import SEARCHES
from tests.benchmarks.semicircular_rows import SEMICIRCULAR
from tests.benchmarks.sweep_rows import SWEEPS
from tests.benchmarks.table import PLOT, README, draw, read, this_run, write, written_into

ROWS = {
    function.__name__: function
    for function in [
        *CYLINDRIC,
        *MACDONALD,
        *SAMPLING,
        *PRODUCTS,
        *LEVELS,
        *RECURRENCES,
        *SEARCHES,
        *LAMBDADET,
        *SEMICIRCULAR,
        *SWEEPS,
        *HOUSE,
    ]
}
NAMES = [*ROWS, *GROWTH]


def main() -> None:
    """Run the benchmarks named on the command line, by default all of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="keep the figures; make README and plot of them"
    )
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"NAME must be one of {', '.join(NAMES)}, got {', '.join(sorted(unknown))}")
    table = Table("what", "goal", "measured")
    for name in options.names or NAMES:
        row = _measured(name, options.json)
        print("  ".join(row), file=sys.stderr)
        table.add_row(*row)
    Console(width=170).print(table)


def _measured(name: str, path: Path | None) -> Row:
    """Measure a row; keep it at once, so that an interrupt loses one figure at most."""
    growth = GROWTH.get(name)
    points = growth.points() if growth else []
    row = growth_row(growth, points) if growth else ROWS[name]()
    if path is None:
        return row
    figures = read(path)
    run = RUN.setdefault(path, this_run(1 + max((r["number"] for r in figures["runs"]), default=0)))
    if run not in figures["runs"]:
        figures["runs"].append(run)
    what, goal, measured = row
    figures["rows"][name] = {
        "what": what,
        "goal": goal,
        "measured": measured,
        "run": run["number"],
    }
    if growth:
        figures["growth"][name] = {
            "what": growth.what,
            "variable": growth.variable,
            "expected": growth.expected,
            "exponent": round(exponent(points), 3),
            "points": [[size, round(taken, 6)] for size, taken in points],
        }
    for part in ("rows", "growth"):
        figures[part] = {key: figures[part][key] for key in NAMES if key in figures[part]}
    used = {entry["run"] for entry in figures["rows"].values()}
    figures["runs"] = [entry for entry in figures["runs"] if entry["number"] in used]
    write(path, figures)
    README.write_text(written_into(README.read_text(encoding="utf-8"), figures), encoding="utf-8")
    if growth:
        draw(figures, PLOT)
    return row


RUN: dict[Path, dict[str, object]] = {}
"""This run, by the file that it is kept in."""


if __name__ == "__main__":
    main()
