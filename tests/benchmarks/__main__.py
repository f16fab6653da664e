"""Run the benchmarks: python -m tests.benchmarks [NAME ...], and print the table.

Every figure is the median of a few runs, warm (what takes many seconds is run once), and every
ratio compares two times taken in this one process.  A peer that is not installed is said to be
missing; it is not guessed.
"""

from __future__ import annotations

import argparse
import sys

from rich.console import Console
from rich.table import Table

from tests.benchmarks.cylindric_rows import CYLINDRIC
from tests.benchmarks.lambdadet_rows import LAMBDADET
from tests.benchmarks.level_rows import LEVELS
from tests.benchmarks.macdonald_rows import MACDONALD
from tests.benchmarks.product_rows import PRODUCTS
from tests.benchmarks.recurrence_rows import RECURRENCES
from tests.benchmarks.sampling_rows import SAMPLING
from tests.benchmarks.search_rows import SEARCHES
from tests.benchmarks.semicircular_rows import SEMICIRCULAR


def main() -> None:
    """Run the benchmarks named on the command line, by default all of them."""
    rows = [
        *CYLINDRIC,
        *MACDONALD,
        *SAMPLING,
        *PRODUCTS,
        *LEVELS,
        *RECURRENCES,
        *SEARCHES,
        *LAMBDADET,
        *SEMICIRCULAR,
    ]
    names = {function.__name__: function for function in rows}
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    chosen = parser.parse_args().names or list(names)
    if unknown := set(chosen) - set(names):
        parser.error(f"NAME must be one of {', '.join(names)}, got {', '.join(sorted(unknown))}")
    table = Table("what", "goal", "measured")
    for name in chosen:
        row = names[name]()
        print("  ".join(row), file=sys.stderr)
        table.add_row(*row)
    Console(width=170).print(table)


if __name__ == "__main__":
    main()
