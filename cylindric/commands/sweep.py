"""The command `sweep`: a check by its name over every profile, or every level."""

from __future__ import annotations

import argparse
from typing import Any

from cylindric.checks.catalogue import CHECKS, options_of
from cylindric.commands.options import add_force, add_open, add_order, add_rule, given_by_user
from cylindric.discovery.level_checks import NAMED
from cylindric.objects.necklaces import number_of_profiles, profiles
from cylindric.sums.counts import METHODS
from termwise.arguments import NO_LIMIT, brief, require_at_most, shown
from termwise.commands import add_command, at_least
from termwise.reading import fraction
from termwise.sweeps.commands import add_sweep_options, own_check, read_range, run_sweep
from termwise.sweeps.sweep import Sweep

PROFILES = "cylindric.discovery.units:check_profile"
LEVELS = "cylindric.discovery.units:check_level"

MOST_UNITS = 10**6

NOTHING_LISTED = ("layers", "transfer")
"""The object sides of borodin that list no objects: what a sweep asks for unless told."""


def add_sweep(commands: Any) -> None:
    """Add the command `sweep`."""
    sweep = add_command(
        commands,
        "sweep",
        _sweep,
        "run a check over every profile up to a period, or over levels, with a journal",
        "cylindric sweep --max-period 9 --order 40 --journal sweep.db\n"
        "cylindric sweep --max-period 6 --order 12 --check bijection --workers 1\n"
        "cylindric sweep --max-period 8 --order 24 --qt --points 8\n"
        "cylindric sweep --levels 3:1-40 --n 10 --check positive --journal positive.db\n"
        "cylindric sweep --max-period 7 --order 20 --check my_module:my_check",
    )
    over = sweep.add_mutually_exclusive_group(required=True)
    over.add_argument(
        "--max-period",
        type=at_least(1),
        metavar="T",
        help="every profile up to this period, once up to rotation and reverse-complement",
    )
    over.add_argument(
        "--levels", metavar="RANKS:LEVELS", help="every level of these: 3:4, 3:1-40, 4..24:3"
    )
    add_order(sweep, "compare the terms of degree 0 .. N-1 (default 20)")
    sweep.add_argument(
        "--check",
        metavar="NAME",
        help=f"which identity: {', '.join(CHECKS)} (default borodin); or module:function, called "
        f"with profile and order; of levels {', '.join(NAMED)} (default positive)",
    )
    sweep.add_argument(
        "--method",
        action="append",
        type=str.lower,
        choices=METHODS,
        metavar="NAME",
        help=f"an object side of borodin, may be repeated: {', '.join(METHODS)} "
        f"(default {', '.join(NOTHING_LISTED)})",
    )
    add_rule(sweep)
    add_open(sweep)
    sweep.add_argument("--qt", action="store_true", help="the (q,t)-analog: --check macdonald")
    for name in ("q", "t", "alpha"):
        sweep.add_argument(f"--{name}", type=fraction, metavar="X", help=f"a number for {name}")
    sweep.add_argument("--refined", action="store_true", help="macdonald in z_1 .. z_T")
    sweep.add_argument(
        "--points", type=at_least(1), metavar="K", help="at K random points modulo random primes"
    )
    sweep.add_argument("--n", type=at_least(0), metavar="N", help="levels: indices 0 .. N")
    sweep.add_argument(
        "--seed", type=at_least(0), metavar="S", help="of what is random (default 0)"
    )
    add_force(sweep)
    sweep.set_defaults(order=None)
    add_sweep_options(sweep)


def _sweep(options: argparse.Namespace) -> int:
    sweep = _over_profiles(options) if options.levels is None else _over_levels(options)
    return run_sweep(sweep, options)


def _over_profiles(options: argparse.Namespace) -> Sweep:
    if options.n is not None:
        raise ValueError("--n goes with --levels only")
    name = options.check or ("macdonald" if options.qt else "borodin")
    if options.qt and name != "macdonald":
        raise ValueError(f"--qt is --check macdonald, and does not go with --check {shown(name)}")
    period, order = options.max_period, 20 if options.order is None else options.order
    require_at_most(10**4, period, "letters", keyword=None)
    number = sum(number_of_profiles(t) for t in range(1, period + 1))
    require_at_most(MOST_UNITS, number, f"profiles up to period {period}", keyword=None)
    units = [
        {"profile": profile.word, "order": order}
        for t in range(1, period + 1)
        for profile in profiles(t)
    ]
    return Sweep(
        f"{name} for every profile of period 1..{period} up to rotation and reverse-complement, "
        f"order {order}",
        units,
        PROFILES,
        _parameters(name, options),
        seed=options.seed or 0,
    )


def _parameters(name: str, options: argparse.Namespace) -> dict[str, Any]:
    """Return the check and its parameters as JSON values."""
    given: dict[str, Any] = {
        key: str(value) if key in ("q", "t", "alpha") else value
        for key in ("q", "t", "alpha", "rule", "refined", "open", "points")
        if given_by_user(value := getattr(options, key))
    }
    if options.method:
        given["methods"] = list(dict.fromkeys(options.method))
    takes = options_of(name) if name in CHECKS else ()
    for key in given:
        if key not in takes:
            flag = "method" if key == "methods" else key
            raise ValueError(f"--check {brief(name)} takes no --{flag}")
    if name not in CHECKS:
        if options.force:
            raise ValueError("--force goes with the checks that have a name only")
        return {"check": own_check(name)}
    if name == "borodin" and "methods" not in given:
        given["methods"] = ["transfer"] if options.open else list(NOTHING_LISTED)
    if "rule" in given and "bijection" not in given.get("methods", ["bijection"]):
        raise ValueError("--rule needs the method bijection, the route that uses a local rule")
    if options.force or set(given.get("methods", ["listed"])) <= set(NOTHING_LISTED):
        given["limit"] = NO_LIMIT
    if name == "jack" and "alpha" not in given:
        raise ValueError("--check jack needs --alpha")
    if "points" in given:
        given |= {"mode": "points", "seed": options.seed or 0}
    return {"check": name, **given}


def _over_levels(options: argparse.Namespace) -> Sweep:
    name = options.check or "positive"
    if name not in NAMED:
        raise ValueError(f"--check must be one of {', '.join(NAMED)}, got {shown(name)}")
    for flag in (
        "order",
        "seed",
        "force",
        "qt",
        "refined",
        "open",
        "points",
        "rule",
        "method",
        "q",
        "t",
        "alpha",
    ):
        if given_by_user(getattr(options, flag)):
            raise ValueError(f"--levels takes no --{flag}")
    ranks, colon, levels = options.levels.partition(":")
    if not colon:
        raise ValueError(f"--levels must be RANKS:LEVELS, such as 3:1-40, got {options.levels}")
    n = 1 if options.n is None else options.n
    try:
        pairs = [(r, d) for r in read_range("ranks")(ranks) for d in read_range("levels")(levels)]
    except argparse.ArgumentTypeError as error:
        raise ValueError(f"--levels: {error}") from None
    require_at_most(MOST_UNITS, len(pairs), "levels", keyword=None)
    units = [{"rank": rank, "level": level, "n": n} for rank, level in pairs]
    return Sweep(
        f"{name}: Q_(c,n) of rank {ranks} and level {levels}, n = 0..{n}",
        units,
        LEVELS,
        {"property": name},
    )
