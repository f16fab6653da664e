"""The command `sweep`: a check by its name for every M or L up to a bound."""

from __future__ import annotations

import argparse
from typing import Any

from semicircular.checks.catalogue import CHECKS, options_of
from semicircular.checks.units import LEAST
from semicircular.commands.options import add_force
from semicircular.commands.verify import DEFAULT
from termwise.arguments import NO_LIMIT, require_at_most
from termwise.commands import add_command, at_least
from termwise.sweeps.commands import add_sweep_options, own_check, run_sweep
from termwise.sweeps.sweep import Sweep


def add_sweep(commands: Any) -> None:
    """Add the command."""
    sweep = add_command(
        commands,
        "sweep",
        run,
        "run a check for every M or L up to a bound, each a unit of its own, with a journal",
        "semicircular sweep --bound 24 --journal projection.db\n"
        "semicircular sweep --bound 9 --check ranks --n 2\n"
        "semicircular sweep --bound 9 --check my_module:my_check     called with {'bound': 0} ..",
    )
    sweep.add_argument(
        "--bound", type=at_least(0), required=True, metavar="M", help="the largest M or L"
    )
    sweep.add_argument(
        "--check",
        default=DEFAULT,
        metavar="NAME",
        help=f"which statement: {', '.join(CHECKS)} (default {DEFAULT}); or module:function",
    )
    for name, says in (("n", "how many letters"), ("letter", "of the commutator")):
        sweep.add_argument(f"--{name}", type=at_least(1), metavar="K", help=says)
    add_force(sweep)
    add_sweep_options(sweep)


def run(options: argparse.Namespace) -> int:
    """Sweep over the bounds."""
    name = options.check
    takes = options_of(CHECKS[name]) if name in CHECKS else ()
    given: dict[str, Any] = {
        key: getattr(options, key) for key in ("n", "letter") if getattr(options, key) is not None
    }
    for key in given:
        if key not in takes:
            raise ValueError(f"--check {name} takes no --{key}")
    require_at_most(10**6, options.bound, "bounds", keyword=None)
    units = [{"bound": bound} for bound in range(LEAST.get(name, 0), options.bound + 1)]
    statement = f"{name} for every bound up to {options.bound}"
    if name not in CHECKS:
        return run_sweep(Sweep(statement, units, own_check(name)), options)
    if options.force:
        given["limit"] = NO_LIMIT
    check = "semicircular.checks.units:check_bound"
    return run_sweep(Sweep(statement, units, check, {"check": name, **given}), options)
