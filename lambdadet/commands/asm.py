"""The command `asm`: count, list or draw lots among alternating sign matrices."""

from __future__ import annotations

import argparse
from typing import Any

from lambdadet.commands.options import add_force, add_size
from lambdadet.objects.counts import count_asms, require_asms
from lambdadet.objects.listing import alternating_sign_matrices
from lambdadet.sampling.matrices import random_asm
from termwise.arguments import NO_LIMIT
from termwise.commands import add_command, at_least

LISTED = 10**7
"""How many matrices `asm --list` prints before it asks for --force."""


def add_asm(commands: Any) -> None:
    """Add the command."""
    asm = add_command(
        commands,
        "asm",
        run_asm,
        "count, list or draw alternating sign matrices",
        "lambdadet asm 20                  how many there are\n"
        "lambdadet asm 3 --list\n"
        "lambdadet asm 10 --random --seed 1",
    )
    add_size(asm)
    how = asm.add_mutually_exclusive_group()
    how.add_argument("--count", action="store_true", help="print their number (default)")
    how.add_argument("--list", action="store_true", help="print all of them")
    how.add_argument("--random", action="store_true", help="print one, all equally likely")
    asm.add_argument("--seed", type=at_least(0), metavar="K", help="the seed of --random")
    add_force(asm, f"list even more than {LISTED:,}")


def run_asm(options: argparse.Namespace) -> int:
    """Print the number of matrices, all of them, or one at random."""
    if options.seed is not None and not options.random:
        raise ValueError("--seed goes with --random only")
    if options.force and not options.list:
        raise ValueError("--force goes with --list only")
    if options.random:
        print(random_asm(options.n, rng=options.seed))
    elif options.list:
        require_asms(NO_LIMIT if options.force else LISTED, options.n)
        for k, matrix in enumerate(alternating_sign_matrices(options.n)):
            print(f"\n{matrix}" if k else matrix)
    else:
        print(count_asms(options.n))
    return 0
