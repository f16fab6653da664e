"""The command `cylindric`: verify identities, expand series, decompose, list and draw objects.

Exit status: 0 done, or the sides agree; 1 a term differs; 2 bad input, said in one line.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from cylindric.commands.draw import add_draw
from cylindric.commands.level import add_level
from cylindric.commands.objects import add_decompose, add_enumerate, add_weight
from cylindric.commands.product import add_product
from cylindric.commands.recurrence import add_recurrence
from cylindric.commands.sample import add_sample
from cylindric.commands.search import add_family, add_search
from cylindric.commands.series import add_series
from cylindric.commands.sweep import add_sweep
from cylindric.commands.verify import add_recheck, add_verify
from cylindric.commands.view import add_view
from termwise.commands import Parser, run_command
from termwise.sweeps.commands import add_journal

COMMANDS = (
    add_verify,
    add_series,
    add_product,
    add_level,
    add_recurrence,
    add_search,
    add_family,
    add_decompose,
    add_weight,
    add_recheck,
    add_enumerate,
    add_sample,
    add_draw,
    add_view,
    add_sweep,
    add_journal,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status.

    >>> main(["series", "1010", "--order", "5"])
    1 + 2*z + 3*z**2 + 6*z**3 + 10*z**4 + O(z**5)
    0
    """
    return run_command(_parser(), arguments, bad_input=(ValueError, ZeroDivisionError, OSError))


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="cylindric",
        description="Cylindric partitions: identities checked term by term.",
        epilog="A profile is a word such as 11010 (1 up, 0 down, read round the cylinder) or a "
        "composition such as 3,1,0 (rows shifted by 3, 1, 0: the word 1110100).  "
        "Exit status: 0 agrees, 1 a term differs, 2 bad input.",
    )
    parser.add_version()
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in COMMANDS:
        add(commands)
    return parser
