"""The command `ranks`: the exact dimensions R1, R2, R3, and what they do not prove."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from semicircular.checks.ranks import LIMIT, check_ranks
from semicircular.commands.options import add_degree, add_force, add_json, add_letters
from termwise.arguments import NO_LIMIT
from termwise.commands import add_command, add_jobs, pool_of, show


def add_ranks(commands: Any) -> None:
    """Add the command."""
    ranks = add_command(
        commands,
        "ranks",
        run_ranks,
        "find the dimensions of kernels and complements of commutators, up to a degree",
        "semicircular ranks --n 2 --L 8\nsemicircular ranks --n 3 --L 5 --json",
    )
    add_letters(ranks)
    add_degree(ranks)
    add_json(ranks, "print the comparison as JSON")
    add_jobs(ranks)
    add_force(ranks)


def run_ranks(options: argparse.Namespace) -> int:
    """Run the check, and show what it finds."""
    limit = NO_LIMIT if options.force else LIMIT
    with pool_of(options.jobs) as executor:
        comparison = check_ranks(
            options.degree,
            options.n,
            limit=limit,
            executor=executor,
            progress=sys.stderr.isatty(),
        )
    return show(comparison, as_json=options.json)
