"""The commands `verify` and `recheck`: compare the sides of an identity, term by term."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from cylindric.checks.catalogue import CHECKS, options_of
from cylindric.checks.certificates import Certificate, macdonald_certificate
from cylindric.commands.options import (
    add_force,
    add_open,
    add_order,
    add_profile_command,
    add_rule,
    given_by_user,
)
from cylindric.growth.local_rules import RULES
from cylindric.sums.counts import METHODS
from cylindric.sums.listing import A_SECOND, CARRIED, PEELED, below
from termwise.arguments import NO_LIMIT, brief
from termwise.commands import add_command, add_jobs, at_least, pool_of, show
from termwise.reading import fraction


def add_verify(commands: Any) -> None:
    """Add the command `verify`."""
    verify = add_profile_command(
        commands,
        "verify",
        _verify,
        "compare the two sides of an identity, term by term",
        "cylindric verify 11010 --order 20                product, layers, transfer, bijection\n"
        "cylindric verify 3,1,0 --check refined --order 8  in z_1 .. z_T: sees the orientation\n"
        "cylindric verify 1010 --check bijection --rule burge --order 9\n"
        "cylindric verify 1010 --qt --order 9             Langer's (q,t)-analog, symbolically\n"
        "cylindric verify 11010 --qt --points 20 --order 24 --save certificate.json\n"
        "cylindric verify 11010 --qt --q 1/3 --t 2/7\n"
        "cylindric verify 1010 --check randomised-growth --q 2/3 --t 3/7 --order 6\n"
        "cylindric verify 11100 --open --method enumeration",
    )
    add_order(verify, "compare the terms of degree 0 .. N-1 (default 20)")
    checks = ", ".join(CHECKS)
    verify.add_argument(
        "--check",
        type=str.lower,
        choices=CHECKS,
        metavar="NAME",
        help=f"which identity: {checks} (default borodin)",
    )
    verify.add_argument(
        "--method",
        action="append",
        type=str.lower,
        choices=METHODS,
        metavar="NAME",
        help=f"an object side of borodin, may be repeated: {', '.join(METHODS)}",
    )
    add_rule(verify)
    add_open(verify)
    verify.add_argument(
        "--qt", action="store_true", help="the (q,t)-analog with Macdonald weights: macdonald"
    )
    for letter in "qt":
        verify.add_argument(
            f"--{letter}",
            type=fraction,
            metavar="X",
            help=f"a number for {letter}: 1/3, or --{letter}=-1/3",
        )
    verify.add_argument("--alpha", type=fraction, metavar="X", help="the number of jack")
    verify.add_argument(
        "--refined", action="store_true", help="macdonald in z_1 .. z_T, by size of mu^k"
    )
    verify.add_argument(
        "--points",
        type=at_least(1),
        metavar="K",
        help="macdonald, randomised-growth at K random points modulo random primes",
    )
    verify.add_argument(
        "--seed", type=at_least(0), metavar="S", help="what the points are drawn from (default 0)"
    )
    verify.add_argument("--save", metavar="FILE", help="keep the points and values as JSON")
    verify.add_argument("--json", action="store_true", help="print the comparison as JSON")
    add_jobs(verify)
    add_force(verify)


def add_recheck(commands: Any) -> None:
    """Add the command that reads a certificate and computes everything again."""
    parser = add_command(
        commands,
        "recheck",
        _recheck,
        "compute both sides of a saved certificate again, and compare",
        "cylindric verify 11010 --qt --points 20 --order 24 --save certificate.json\n"
        "cylindric recheck certificate.json",
    )
    parser.add_argument("file", metavar="FILE", help="what verify --save has written")
    parser.add_argument("--json", action="store_true", help="print the comparison as JSON")


def _verify(options: argparse.Namespace) -> int:
    name = options.check or ("macdonald" if options.qt else "borodin")
    if options.qt and name != "macdonald":
        raise ValueError(f"--qt is --check macdonald, and does not go with --check {name}")
    check, takes = CHECKS[name], options_of(name)
    given: dict[str, Any] = {
        key: value
        for key in ("q", "t", "alpha", "points", "seed", "refined", "open")
        if given_by_user(value := getattr(options, key))
    }
    if options.method:
        given["methods"] = list(dict.fromkeys(options.method))
    if options.rule:
        given["rule"] = RULES[options.rule]
    if options.jobs > 1:
        given["executor"] = True
    for key in given:
        if key not in takes:
            raise ValueError(f"--check {name} takes no --{_flag(key)}")
    if "rule" in given and "bijection" not in given.get("methods", ["bijection"]):
        raise ValueError("--rule needs the method bijection, the route that uses a local rule")
    if options.save and "points" not in given:
        raise ValueError("--save needs --points: it keeps the certificate of random points")
    if options.save and name != "macdonald":
        raise ValueError(f"--save keeps certificates of macdonald, and none of --check {name}")
    if options.force:
        given["limit"] = NO_LIMIT
    if name == "borodin" and "bijection" in given.get("methods", ["bijection"]):
        _announce_bijection(options)
    if "progress" in takes:
        given["progress"] = sys.stderr.isatty()
    with pool_of(options.jobs) as pool:
        if pool is not None:
            given["executor"] = pool
        if options.save:
            certificate = macdonald_certificate(options.profile, options.order, **given)
            certificate.save(options.save)
            comparison = certificate.comparison
        else:
            if "points" in given:
                given["mode"] = "points"
            comparison = check(options.profile, options.order, **given)
    return show(comparison, as_json=options.json)


def _announce_bijection(options: argparse.Namespace) -> None:
    """Say how many objects are peeled, and how long that takes, if it is long and will be done."""
    try:
        objects = below(
            options.profile,
            options.order,
            CARRIED,
            open=options.open,
            limit=NO_LIMIT if options.force else None,
        )
    except ValueError:
        return  # the check says it better
    seconds = objects.price // A_SECOND
    if seconds >= 2 and (options.force or objects.price <= PEELED):
        number = brief(sum(objects.numbers))
        print(f"the bijection peels {number} objects, about {brief(seconds)} s", file=sys.stderr)


def _recheck(options: argparse.Namespace) -> int:
    certificate = Certificate.from_json(Path(options.file).read_text(encoding="utf-8"))
    return show(certificate.recheck(), as_json=options.json)


def _flag(name: str) -> str:
    return {"methods": "method", "executor": "jobs"}.get(name, name)
