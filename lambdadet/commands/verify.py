"""The command `verify`: compare the sides of an identity, term by term."""

from __future__ import annotations

import argparse
from typing import Any

from lambdadet.checks.catalogue import CHECKS, options_of
from lambdadet.commands.options import (
    add_force,
    add_generic,
    add_size,
    is_x0_generic,
    parameters_of,
)
from termwise.arguments import NO_LIMIT
from termwise.commands import add_command, at_least, show

DEFAULT = "lambda-determinant"
"""The check that is run when none is named."""


SCREEN = 25
FEW = 8
"""More terms than fit on a screen are not printed, but so many: what is wanted is the verdict."""


def add_verify(commands: Any) -> None:
    """Add the command."""
    verify = add_command(
        commands,
        "verify",
        run_verify,
        "compare the sides of an identity, term by term",
        "lambdadet verify 4                      recurrence, pair sum, one sum, matchings\n"
        "lambdadet verify 5 --constant           one lam, mu = 1, x[0] = 1\n"
        "lambdadet verify 6 --check counts\n"
        "lambdadet verify 4 --check values --seed 1",
    )
    add_size(verify)
    verify.add_argument(
        "--check",
        choices=tuple(CHECKS),
        default=DEFAULT,
        metavar="NAME",
        help=f"which identity: {', '.join(CHECKS)} (default {DEFAULT})",
    )
    add_generic(verify)
    verify.add_argument(
        "--seed", type=at_least(0), metavar="K", help="the seed of what is random (default 0)"
    )
    verify.add_argument(
        "--terms", action="store_true", help=f"print every term in full, not about {FEW} of them"
    )
    verify.add_argument("--json", action="store_true", help="print the comparison as JSON")
    add_force(verify, "go on however many terms there are")


def run_verify(options: argparse.Namespace) -> int:
    """Run the check that is named, and show what it finds."""
    check = CHECKS[options.check]
    keywords: dict[str, Any] = {}
    for flag, given, name, value in (
        ("--constant", options.constant, "parameters", parameters_of(options)),
        ("--x0", options.x0, "x0", is_x0_generic(options)),
        ("--seed", options.seed is not None, "rng", options.seed or 0),
    ):
        if name in options_of(check):
            keywords[name] = value
        elif given:
            raise ValueError(f"--check {options.check} takes no {flag}")
    if options.force:
        keywords["limit"] = NO_LIMIT
    comparison = check(options.n, **keywords)
    few = FEW if len(comparison.rows) > SCREEN else SCREEN
    return show(comparison, as_json=options.json, most=None if options.terms else few)
