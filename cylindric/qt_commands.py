"""The commands about Macdonald weights: print one, check a certificate again."""

from __future__ import annotations

import argparse
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from cylindric.certificates import Certificate
from cylindric.cylindric_partitions import CylindricPartition
from cylindric.weights import FORMS, weight_factors
from termwise.commands import add_command, show


def print_weight(options: argparse.Namespace) -> int:
    """Print the named factors of a weight, the weight, and its value if q and t are given."""
    if (options.q is None) != (options.t is None):
        raise ValueError("--q and --t go together")
    c = CylindricPartition(options.profile, options.partitions)
    weight = weight_factors(c, options.form)
    value = None if options.q is None else weight.product.at(options.q, options.t)
    if options.json:
        factors = [{"name": name, "factor": str(factor)} for name, factor in weight.factors]
        answer = {"form": options.form, "factors": factors, "weight": str(weight.product)}
        print(json.dumps(answer if value is None else {**answer, "value": str(value)}))
        return 0
    print(f"c = {c}\n\n{weight}")
    if value is not None:
        print(f"\nat q = {options.q}, t = {options.t}: {value}")
    return 0


def weight_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `print_weight`."""
    parser.add_argument(
        "--form",
        choices=FORMS,
        default="pieri",
        metavar="NAME",
        help=f"which formula: {', '.join(FORMS)} (default pieri)",
    )
    for letter in "qt":
        parser.add_argument(
            f"--{letter}", type=fraction, metavar="X", help=f"a number: 1/3, or --{letter}=-1/3"
        )
    parser.add_argument("--json", action="store_true", help="print the factors as JSON")


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


def _recheck(options: argparse.Namespace) -> int:
    certificate = Certificate.from_json(Path(options.file).read_text(encoding="utf-8"))
    return show(certificate.recheck(), as_json=options.json)


def fraction(text: str) -> Fraction:
    """Read an integer or a fraction such as 1/3; no decimals, which look inexact.

    >>> fraction("2/7")
    Fraction(2, 7)
    """
    try:
        if "." in text or "e" in text.lower():
            raise ValueError
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise argparse.ArgumentTypeError(
            f"must be an integer or a fraction such as 1/3, got {text!r}"
        ) from None
