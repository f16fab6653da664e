"""The commands `search` and `family`: sum sides of a level, and families of a rule for layers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from cylindric.commands.options import add_force, read_profile
from cylindric.commands.product import read_terms
from cylindric.discovery.families import METHODS, NAMES, Family
from cylindric.discovery.levels import Level
from cylindric.discovery.sum_products import scan_sums
from cylindric.discovery.sum_search import search_sums
from cylindric.discovery.sum_templates import SumTemplate, nahm
from termwise.arguments import LIMIT, NO_LIMIT, shown
from termwise.commands import add_command, at_least
from termwise.formats import to_json

MANY = 10**4
"""Longer ranges of integers are refused where they are read."""

LONG = 10**5
"""So many candidates take two seconds: the number is said before."""

HYPHENED = {name.replace(" ", "-"): name for name in NAMES}
"""The rules of families as they are written on a command line."""


def add_search(commands: Any) -> None:
    """Add the command `search`."""
    search = add_command(
        commands,
        "search",
        _search,
        "the sums of a template that are the series of a level",
        "cylindric search --nahm 1 --level 2,3                Rogers-Ramanujan\n"
        'cylindric search "1/(q)_n1 [2n1, n2]" "1/(q)_n1 [2n1 + 1, n2]" --level 3,4\n'
        "cylindric search --nahm 2 --off-diagonal=-2..3 --level 2,3 --level 2,5 --json\n"
        "cylindric search --nahm 2 --file b003114.txt\n"
        "cylindric search --nahm 2 --linear 0..2 --products    Zagier's list",
    )
    search.add_argument(
        "factors",
        nargs="*",
        metavar="FACTORS",
        help="the factors of a term beside q^((n^t A n + b.n)/2), such as 1/(q)_n1 [2n1, n2]",
    )
    search.add_argument(
        "--nahm", type=at_least(1), metavar="K", help="the factors 1/((q)_n1 .. (q)_nK)"
    )
    search.add_argument(
        "--level",
        type=_level,
        action="append",
        default=[],
        metavar="R,L",
        help="all profiles of rank R and level L, times (q; q)_inf and not; may be repeated",
    )
    search.add_argument(
        "--file", metavar="FILE", help="a series in a file, as `cylindric product` reads it"
    )
    search.add_argument(
        "--products", action="store_true", help="which of the sums are infinite products?"
    )
    for name, says in (
        ("diagonal", "A_ii to try (default 1..4)"),
        ("off-diagonal", "A_ij to try (default -1..2)"),
        ("linear", "b_i to try (default 0..4)"),
    ):
        search.add_argument(f"--{name}", type=read_integers, metavar="A..B", help=says)
    search.add_argument(
        "--order",
        type=at_least(1),
        metavar="N",
        help="compare first to N terms (default 12); with --products expand to N (default 80)",
    )
    search.add_argument(
        "--confirm", type=at_least(1), metavar="N", help="then to N terms (default 60)"
    )
    search.add_argument("--json", action="store_true", help="print the search as JSON")
    add_force(search)


def _search(options: argparse.Namespace) -> int:
    names = ("diagonal", "off_diagonal", "linear")
    entries = {name: getattr(options, name) for name in names if getattr(options, name)}
    templates = [SumTemplate(factors, **entries) for factors in options.factors]
    if options.nahm is not None:
        templates.append(nahm(options.nahm, **entries))
    if not templates:
        raise ValueError("FACTORS or --nahm must be given")
    if bool(options.level) + bool(options.file) + options.products != 1:
        raise ValueError("one of --level, --file and --products must be given")
    targets: Any = [Level(rank, level) for rank, level in options.level]
    if options.file:
        name = "stdin" if options.file == "-" else Path(options.file).name
        targets = {name: read_terms(options.file)}
    if options.products:
        return _products(templates, options)
    number = sum(template.number_of_candidates for template in templates)
    limit: dict[str, Any] = {"limit": NO_LIMIT} if options.force else {}
    if LONG < number <= (NO_LIMIT if options.force else LIMIT):
        print(f"{number} candidates", file=sys.stderr)
    search = search_sums(
        templates,
        targets,
        order=options.order or 12,
        confirm=options.confirm or 60,
        progress=number > LONG and sys.stderr.isatty(),
        **limit,
    )
    print(search.to_json() if options.json else search)
    return 0


def _products(templates: list[SumTemplate], options: argparse.Namespace) -> int:
    if options.confirm is not None:
        raise ValueError("--confirm goes with --level or --file")
    limit: dict[str, Any] = {"limit": NO_LIMIT} if options.force else {}
    order, progress = options.order or 80, sys.stderr.isatty()
    scans = [scan_sums(template, order, progress=progress, **limit) for template in templates]
    if options.json:
        print(to_json(tuple(scans)))
    else:
        print(*scans, sep="\n")
    return 0


def add_family(commands: Any) -> None:
    """Add the command `family`."""
    family = add_command(
        commands,
        "family",
        _family,
        "cylindric partitions whose layers obey a rule: their series, and which are products",
        "cylindric family row-strict 2,1,0 --order 20\n"
        "cylindric family row-strict --scan 3 1..5 --order 84  products over all profiles\n"
        "cylindric family distinct 2,1 --weights 1,2\n"
        "cylindric family bounded-rows 2,1 --bound 3\n"
        "cylindric family symmetric 110                        the half of a symmetric profile",
    )
    family.add_argument(
        "rule",
        type=str.lower,
        choices=HYPHENED,
        metavar="RULE",
        help=", ".join(HYPHENED),
    )
    family.add_argument(
        "profile",
        nargs="?",
        type=read_profile,
        metavar="PROFILE",
        help="a word (11010 or 1^3,0^2) or a composition (3,1,0): print its series",
    )
    family.add_argument(
        "--scan",
        nargs=2,
        type=read_integers,
        metavar=("RANK", "LEVELS"),
        help="look for products among all profiles of the levels, such as 3 1..5",
    )
    family.add_argument(
        "--order", type=at_least(1), metavar="N", help="terms (default 20; 80 of a scan)"
    )
    family.add_argument("--largest", type=at_least(0), metavar="M", help="no part above M")
    family.add_argument("--weights", type=read_integers, metavar="W", help="of the rows: 1,2,1")
    family.add_argument("--slices", type=read_integers, metavar="W", help="of mu^1 .. mu^T")
    family.add_argument(
        "--bound", type=at_least(0), metavar="B", help="parts a row, for bounded-rows"
    )
    ways = sorted({method for methods in METHODS.values() for method in methods})
    family.add_argument("--method", choices=ways, metavar="NAME", help=f"one of {', '.join(ways)}")
    family.add_argument("--json", action="store_true", help="print the series or the scan as JSON")


def _family(options: argparse.Namespace) -> int:
    family = Family(HYPHENED[options.rule], options.weights, options.slices, options.bound)
    if (options.profile is None) == (options.scan is None):
        raise ValueError("either a PROFILE or --scan RANK LEVELS must be given")
    found: Any
    if options.scan is None:
        found = family.series(
            options.profile,
            options.order or 20,
            largest=options.largest,
            method=options.method,
        )
    else:
        for name in ("largest", "method"):
            if getattr(options, name) is not None:
                raise ValueError(f"--{name} goes with a PROFILE only")
        (rank, *more), levels = options.scan
        if more:
            raise ValueError(f"--scan must have one rank, got {shown(options.scan[0])}")
        found = family.scan(rank, levels, options.order or 80, progress=sys.stderr.isatty())
    print(found.to_json() if options.json else found)
    return 0


def read_integers(text: str) -> list[int]:
    """Read integers with commas between, or a range with both ends.

    >>> read_integers("-2..1"), read_integers("4,0,-1")
    ([-2, -1, 0, 1], [4, 0, -1])
    """
    found: list[int] = []
    try:
        for piece in text.split(","):
            first, dots, last = piece.partition("..")
            ends = int(first), int(last if dots else first)
            if ends[1] - ends[0] >= MANY or len(found) >= MANY:
                raise argparse.ArgumentTypeError(f"must be fewer than {MANY}, got {shown(text)}")
            found += range(ends[0], ends[1] + 1)
    except ValueError:
        found = []
    if not found:
        raise argparse.ArgumentTypeError(
            f"must be integers such as 1,2,4 or a range such as 0..4, got {shown(text)}"
        )
    return found


def _level(text: str) -> tuple[int, int]:
    """Read a rank and a level.

    >>> _level("3,4")
    (3, 4)
    """
    pieces = text.split(",")
    if len(pieces) != 2 or not all(p.isascii() and p.isdecimal() and len(p) < 10 for p in pieces):
        raise argparse.ArgumentTypeError(f"must be a rank and a level, 3,4, got {shown(text)}")
    return int(pieces[0]), int(pieces[1])
