"""The command `series`: expand the generating function."""

from __future__ import annotations

import argparse
import json
from typing import Any

from cylindric.commands.options import add_force, add_open, add_order, add_profile_command
from cylindric.products.borodin import borodin_series, refined_series
from cylindric.sums.counts import METHODS, count_series
from cylindric.sums.layers import largest_part_series
from termwise.arguments import NO_LIMIT


def add_series(commands: Any) -> None:
    """Add the command `series`."""
    series = add_profile_command(
        commands,
        "series",
        _series,
        "expand the generating function",
        "cylindric series 11010 --order 30\n"
        "cylindric series 110 --refined --order 5 --form latex\n"
        "cylindric series 3,1,0 --largest-part --order 6",
    )
    add_order(series, "print the terms of degree 0 .. N-1 (default 20)")
    kind = series.add_mutually_exclusive_group()
    kind.add_argument("--refined", action="store_true", help="in z_1 .. z_T, by size of mu^k")
    kind.add_argument("--largest-part", action="store_true", help="in x and z, x for largest part")
    series.add_argument(
        "--method",
        choices=METHODS,
        metavar="NAME",
        help=f"count objects instead of expanding the product: {', '.join(METHODS)}",
    )
    series.add_argument(
        "--form",
        choices=("text", "latex", "json", "sympy"),
        default="text",
        metavar="FORM",
        help="text (default), latex, json or sympy",
    )
    add_open(series)
    add_force(series)


def _series(options: argparse.Namespace) -> int:
    limit: dict[str, Any] = {"limit": NO_LIMIT} if options.force else {}
    profile, order = options.profile, options.order
    if options.method and (options.refined or options.largest_part):
        raise ValueError("--method goes with the plain series only")
    series: Any
    if options.refined:
        series = refined_series(profile, order, open=options.open, **limit)
    elif options.largest_part:
        if options.open:
            raise ValueError("--largest-part takes no --open")
        series = largest_part_series(profile, order, **limit)
    elif options.method:
        series = count_series(profile, order, options.method, open=options.open, **limit)
    else:
        series = borodin_series(profile, order, open=options.open, **limit)
    if options.form == "latex":
        print(series.to_latex())
    elif options.form == "sympy":
        print(series.to_sympy())
    elif options.form == "json" and not (options.refined or options.largest_part):
        print(json.dumps(list(series.coefficients)))
    elif options.form == "json":
        terms = [{"exponents": list(e), "coefficient": c} for e, c in series.terms.items()]
        print(json.dumps({"variables": list(series.variables), "order": order, "terms": terms}))
    else:
        print(series)
    return 0
