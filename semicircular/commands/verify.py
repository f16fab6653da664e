"""The command `verify`: compare a formula with the definition, for all M or L up to a bound."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from semicircular.checks.catalogue import CHECKS, options_of
from semicircular.commands.options import add_force, add_json
from termwise.arguments import NO_LIMIT
from termwise.commands import add_command, add_jobs, at_least, pool_of, show

DEFAULT = "projection"
"""The check that is run when none is named."""


def add_verify(commands: Any) -> None:
    """Add the command."""
    verify = add_command(
        commands,
        "verify",
        run_verify,
        "compare a formula with the definition, for all M or L up to a bound",
        "semicircular verify 16                          the projection formula, linear algebra\n"
        "semicircular verify 8 --check variants\n"
        "semicircular verify 4 --check certificates --n 3",
    )
    verify.add_argument("bound", type=at_least(0), metavar="BOUND", help="the largest M or L")
    verify.add_argument(
        "--check",
        choices=tuple(CHECKS),
        default=DEFAULT,
        metavar="NAME",
        help=f"which statement: {', '.join(CHECKS)} (default {DEFAULT})",
    )
    for name, says in (("n", "how many letters"), ("letter", "of the commutator")):
        verify.add_argument(f"--{name}", type=at_least(1), metavar="K", help=says)
    add_json(verify, "print the comparison as JSON")
    add_jobs(verify)
    add_force(verify)


def run_verify(options: argparse.Namespace) -> int:
    """Run the check that is named, and show what it finds."""
    check = CHECKS[options.check]
    keywords: dict[str, Any] = {}
    for name in ("n", "letter"):
        value = getattr(options, name)
        if value is not None and name not in options_of(check):
            raise ValueError(f"--check {options.check} takes no --{name}")
        if value is not None:
            keywords[name] = value
    if options.force:
        keywords["limit"] = NO_LIMIT
    with pool_of(options.jobs) as executor:
        comparison = check(
            options.bound, executor=executor, progress=sys.stderr.isatty(), **keywords
        )
    return show(comparison, as_json=options.json)
