"""The command `semicircular`: matrices, certificates, checks, ranks and pictures.

Exit status: 0 done, or the sides agree; 1 a term differs; 2 bad input, said in one line; 3 a bug.
"""

from __future__ import annotations

from collections.abc import Sequence

from semicircular.commands.certify import add_certify
from semicircular.commands.check import add_check
from semicircular.commands.matrix import add_matrix
from semicircular.commands.picture import add_picture
from semicircular.commands.ranks import add_ranks
from semicircular.commands.sweep import add_sweep
from semicircular.commands.verify import add_verify
from termwise.commands import Parser, run_command
from termwise.sweeps.commands import add_journal


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status.

    Args:
        arguments: None for those of the process.

    >>> main(["matrix", "--M", "1"])
    what is orthogonal to C V_{M-1} in the triangle a+b <= M, M = 1
    <BLANKLINE>
    1/3 times
    0,0 | 3
    <BLANKLINE>
    1/4 times
    0,1 | 2 2
    1,0 | 2 2
    0
    """
    return run_command(_parser(), arguments, bad_input=(ValueError, OSError))


def _parser() -> Parser:
    parser = Parser(
        prog="semicircular",
        description="Commutators in semicircular systems, exact and checked.",
        epilog="Exit status: 0 agrees, 1 a term differs, 2 bad input.",
    )
    parser.add_version()
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (
        add_matrix,
        add_certify,
        add_check,
        add_verify,
        add_ranks,
        add_picture,
        add_sweep,
        add_journal,
    ):
        add(commands)
    return parser
