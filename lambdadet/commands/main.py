"""The command `lambdadet`: verify identities, expand generic determinants, list, evaluate, draw.

Exit status: 0 done, or the sides agree; 1 a term differs; 2 bad input, said in one line; 3 a bug.
"""

from __future__ import annotations

from collections.abc import Sequence

from lambdadet.commands.asm import add_asm
from lambdadet.commands.det import add_det
from lambdadet.commands.draw import add_draw
from lambdadet.commands.expand import add_expand
from lambdadet.commands.sweep import add_sweep
from lambdadet.commands.verify import add_verify
from termwise.commands import Parser, run_command
from termwise.sweeps.commands import add_journal


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status.

    Args:
        arguments: None for those of the process.

    >>> main(["expand", "2", "--constant"])
    lam*x_12*x_21 + x_11*x_22
    0
    """
    return run_command(_parser(), arguments, bad_input=(ValueError, OSError))


def _parser() -> Parser:
    parser = Parser(
        prog="lambdadet",
        description="Lambda-determinants and alternating sign matrices, exact and checked.",
        epilog="Exit status: 0 agrees, 1 a term differs, 2 bad input.",
    )
    parser.add_version()
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (add_verify, add_expand, add_asm, add_det, add_draw, add_sweep, add_journal):
        add(commands)
    return parser
