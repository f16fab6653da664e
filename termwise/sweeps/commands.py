"""What the commands `sweep` and `journal` of every wing share: options, running, showing."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Any

from termwise.arguments import shown
from termwise.commands import add_command, at_least, show
from termwise.sweeps.engines import connected
from termwise.sweeps.export import export
from termwise.sweeps.journal import Journal
from termwise.sweeps.summary import SweepSummary
from termwise.sweeps.sweep import Sweep
from termwise.sweeps.units import import_check

WITHOUT_OUTCOME = 4
"""The exit status if no unit differs, but some failed or are open."""

WORKERS = 2


def add_sweep_options(parser: argparse.ArgumentParser) -> None:
    """Add where a sweep runs, its journal, and what is done with it."""
    parser.add_argument(
        "--journal", metavar="FILE", help="keep what is found; resume the sweep if it is there"
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--workers",
        type=at_least(1),
        metavar="K",
        help=f"processes on this machine (default {WORKERS}); 1 is a plain loop without Dask",
    )
    where.add_argument("--dask", metavar="ADDRESS", help="a Dask scheduler: tcp://host:8786")
    where.add_argument(
        "--scheduler-file", metavar="FILE", help="of a Dask scheduler that has written one"
    )
    parser.add_argument("--stop", action="store_true", help="stop at the first difference")
    parser.add_argument("--retry", action="store_true", help="try again what failed before")
    parser.add_argument(
        "--recheck",
        type=at_least(1),
        metavar="K",
        help="compute K random units of the journal again and compare, nothing else",
    )
    parser.add_argument("--json", action="store_true", help="print the summary as JSON")


def run_sweep(sweep: Sweep, options: argparse.Namespace) -> int:
    """Run a sweep, or check its journal again, as the options say, and return the exit status.

    The status is 0 if all units agree, 1 if one differs, else 4: one has no outcome.
    """
    if options.recheck is not None:
        if options.journal is None:
            raise ValueError("--recheck needs --journal: it compares with what is there")
        return show(sweep.recheck(options.journal, options.recheck), as_json=options.json)
    far = options.dask is not None or options.scheduler_file is not None
    workers = 1 if far else options.workers or min(WORKERS, len(sweep.keys))
    with connected(1, options.dask, options.scheduler_file) if far else nullcontext() as client:
        summary = sweep.run(
            options.journal,
            workers=workers,
            client=client,
            stop=options.stop,
            retry=options.retry,
            progress=sys.stderr.isatty(),
        )
    return show_summary(summary, as_json=options.json)


def show_summary(summary: SweepSummary, *, as_json: bool) -> int:
    """Print a summary; return 0 if all units agree, 1 if one differs, else 4."""
    if as_json:
        names = ("statement", "units", "agree", "differ", "failed", "open", "terms", "seconds")
        document: dict[str, Any] = {name: getattr(summary, name) for name in names}
        print(json.dumps(document | {"examples": dict(summary.examples)}, indent=2))
    else:
        print(summary)
    return 0 if summary else 1 if summary.differ else WITHOUT_OUTCOME


def add_journal(commands: Any) -> None:
    """Add the command `journal`."""
    journal = add_command(
        commands,
        "journal",
        _journal,
        "show the journal of a sweep: what was checked, by what, how many units agree",
        "%(prog)s sweep.db\n%(prog)s sweep.db --export sweep.csv",
    )
    journal.add_argument("file", metavar="FILE", help="what `sweep --journal` has written")
    journal.add_argument(
        "--export", metavar="FILE", help="write all units to FILE.csv, or FILE.jsonl"
    )
    journal.add_argument("--json", action="store_true", help="print the summary as JSON")


def _journal(options: argparse.Namespace) -> int:
    with Journal(options.file) as journal:
        summary = journal.summary()
        if not options.json:
            names = [name for name in journal.header if name not in ("schema", "statement")]
            for name in names:
                print(f"{name:<12}  {journal.header[name]}")
            print()
        if options.export is not None:
            export(journal, options.export)
    return show_summary(summary, as_json=options.json)


def own_check(path: str) -> str:
    """Return the import path of a user's own check, found from the current folder too."""
    module, _, function = path.partition(":")
    if not (module and function):
        raise ValueError(f"--check must be a name or module:function, got {shown(path)}")
    folder = os.getcwd()
    if folder not in sys.path and "" not in sys.path:
        sys.path.insert(0, folder)
    import_check(path)
    return path


def read_range(name: str) -> Callable[[str], Sequence[int]]:
    """Return a type for an option: a number, or a range a..b or a-b of both.

    >>> list(read_range("n")("4..6")), list(read_range("n")("3"))
    ([4, 5, 6], [3])
    """

    def read(text: str) -> Sequence[int]:
        first, dots, last = text.replace("..", "-").partition("-")
        if not first.isdecimal() or (dots and not last.isdecimal()) or len(text) > 40:
            raise argparse.ArgumentTypeError(
                f"{name} must be a number or a range such as 4..6, got {shown(text)}"
            )
        found = range(int(first), int(last if dots else first) + 1)
        if not found or found[-1] > 10**6:
            raise argparse.ArgumentTypeError(
                f"{name} must be a range from a smaller number to a larger one, got {shown(text)}"
            )
        return found

    return read
