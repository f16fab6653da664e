"""The command `sweep`: a check by its name over sizes, and over random data."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from lambdadet.checks.catalogue import CHECKS, options_of
from lambdadet.commands.options import add_force
from termwise.arguments import NO_LIMIT, require_at_most
from termwise.commands import add_command, at_least
from termwise.sweeps.commands import add_sweep_options, own_check, read_range, run_sweep
from termwise.sweeps.sweep import Sweep

DEFAULT = "values"
"""The check that is run when none is named: every route against the recurrence."""

KINDS = 5
"""Random data are of so many kinds in turn, zeros in every place: one unit has one of each."""

LIMIT = KINDS * 2**15
"""Terms of sums in a unit: those of n = 6."""


def add_sweep(commands: Any) -> None:
    """Add the command."""
    sweep = add_command(
        commands,
        "sweep",
        run,
        "run a check over sizes and over random exact data, zeros included, with a journal",
        "lambdadet sweep --n 4..6 --trials 200 --journal values.db\n"
        "lambdadet sweep --n 1..5 --check lambda-determinant\n"
        "lambdadet sweep --n 2..5 --check my_module:my_check     called with {'n': 2} ..",
    )
    sweep.add_argument(
        "--n", type=read_range("--n"), required=True, metavar="N", help="sizes: 4, or 4..6"
    )
    sweep.add_argument(
        "--check",
        default=DEFAULT,
        metavar="NAME",
        help=f"which identity: {', '.join(CHECKS)} (default {DEFAULT}); or module:function",
    )
    sweep.add_argument(
        "--trials", type=at_least(1), metavar="K", help="random matrices of each size (default 20)"
    )
    sweep.add_argument(
        "--seed", type=at_least(0), default=0, metavar="S", help="of what is random (default 0)"
    )
    add_force(sweep, "go on however many terms there are")
    add_sweep_options(sweep)


def run(options: argparse.Namespace) -> int:
    """Sweep over the sizes, and the trials of each if the check draws its data."""
    name = options.check
    takes = options_of(CHECKS[name]) if name in CHECKS else ()
    if "samples" not in takes and options.trials is not None:
        raise ValueError(f"--check {name} takes no --trials: nothing in it is random")
    if min(options.n) < 1:
        raise ValueError(f"--n must be at least 1, got {min(options.n)}")
    statement = f"{name} for n = {min(options.n)}..{max(options.n)}"
    units = [{"n": n} for n in options.n]
    if "samples" in takes:
        trials = options.trials or 20
        require_at_most(10**6, trials * len(units), "trials", keyword=None)
        units = [unit | part for unit in units for part in _parts(trials, options.seed)]
        statement += f", {trials} random matrices of each"
    if name not in CHECKS:
        sweep = Sweep(statement, units, own_check(name), seed=options.seed)
        return run_sweep(sweep, options)
    parameters: dict[str, Any] = {"check": name}
    if options.force:
        parameters["limit"] = NO_LIMIT
    elif name == DEFAULT:
        parameters["limit"] = LIMIT
    check = "lambdadet.checks.units:check_size"
    return run_sweep(Sweep(statement, units, check, parameters, seed=options.seed), options)


def _parts(trials: int, seed: int) -> Iterator[dict[str, int]]:
    for k, start in enumerate(range(0, trials, KINDS)):
        yield {"samples": min(KINDS, trials - start), "rng": seed + k}
