"""The command `level`: the polynomials of all profiles of a rank and a level, and what holds."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from cylindric.algebra.polynomials import Polynomial
from cylindric.commands.options import read_profile
from cylindric.discovery.level_checks import NAMED, OF
from cylindric.discovery.levels import Level
from cylindric.objects.orbits import Composition
from termwise.arguments import brief
from termwise.commands import add_command, at_least, show
from termwise.json_text import json_text
from termwise.price import BYTES, STEPS

LONG = 2 * 10**7
"""So many additions take two seconds with all that follows: the price is said before."""


def add_level(commands: Any) -> None:
    """Add the command `level`."""
    level = add_command(
        commands,
        "level",
        _level,
        "the polynomials of all profiles of a rank and a level, and properties of them",
        "cylindric level 3 4 --n 2                    Q_(c,2) of every profile\n"
        "cylindric level 3 4 --n 6 --check positive   every Q_(c,0) .. Q_(c,6)\n"
        "cylindric level 3 6 --n 8 --from 3 --check unimodal --json\n"
        "cylindric level 2 3 --n 4 --of N --profile 2,1",
    )
    for name, says in (("rank", "rows: the number of 0s"), ("level", "the number of 1s")):
        level.add_argument(name, type=at_least(1), metavar=name.upper(), help=says)
    level.add_argument(
        "--n", type=at_least(0), default=1, metavar="N", help="the index (default 1)"
    )
    level.add_argument(
        "--of", type=str.upper, choices=OF, default="Q", help="which polynomials (default Q)"
    )
    level.add_argument(
        "--check",
        type=str.lower,
        choices=NAMED,
        metavar="PROPERTY",
        help=f"try one of {', '.join(NAMED)} on all of index 0 .. N",
    )
    level.add_argument(
        "--from", type=at_least(0), dest="least", metavar="M", help="--check from index M on"
    )
    level.add_argument(
        "--profile", type=read_profile, metavar="PROFILE", help="of this profile alone"
    )
    level.add_argument("--json", action="store_true", help="print the claim, or a list, as JSON")


def _level(options: argparse.Namespace) -> int:
    level = Level(options.rank, options.level)
    chosen = None if options.profile is None else [level.orbit(options.profile)]
    if options.least is not None:
        if options.check is None:
            raise ValueError("--from goes with --check only")
        if options.least > options.n:
            raise ValueError(f"--from must be at most {options.n}, got {options.least}")
    progress = _announce(level, options.n)
    if options.check is None:
        level.prepare(options.n, progress=progress)
        return _list(level, options, chosen or list(level.orbits))
    numbers = range(options.least, options.n + 1) if options.least else options.n
    claim = level.check(
        options.check, n=numbers, of=options.of, compositions=chosen, progress=progress
    )
    return show(claim, as_json=options.json)


def _list(level: Level, options: argparse.Namespace, chosen: list[Composition]) -> int:
    n, of = options.n, options.of
    found: dict[Composition, Polynomial] = {
        c: level.layers(c, n).N if of == "N" else getattr(level, of)(c, n) for c in chosen
    }
    if options.json:
        listed = [{"composition": list(c), of: list(p.coefficients)} for c, p in found.items()]
        print(json_text({"rank": level.rank, "level": level.level, "n": n, "polynomials": listed}))
        return 0
    print(level)
    for c, p in found.items():
        print(f"{of}_({','.join(map(str, c))}),{n} = {p}")
    return 0


def _announce(level: Level, n: int) -> bool:
    """Say what the layers take, if it is long, and whether to show how far they are."""
    additions, room = level.price(n)
    if additions < LONG or additions > STEPS or room > BYTES:  # short, or refused with its price
        return False
    print(
        f"{level}: about {brief(additions)} additions, {room // 10**6} MB",
        file=sys.stderr,
    )
    return sys.stderr.isatty()
