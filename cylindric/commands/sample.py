"""The command `sample`: draw random cylindric partitions."""

from __future__ import annotations

import argparse
import json
import sys
from fractions import Fraction
from secrets import randbits
from typing import Any

from cylindric.commands.options import add_force, add_open, add_profile_command
from cylindric.sampling.perfect import sample
from cylindric.sampling.uniform import sample_of_weight
from termwise.arguments import NO_LIMIT, shown
from termwise.commands import at_least


def add_sample(commands: Any) -> None:
    """Add the command `sample`."""
    drawing = add_profile_command(
        commands,
        "sample",
        _sample,
        "draw random cylindric partitions, exactly",
        "cylindric sample 11010 --z 0.8 --size 5 --seed 1     with probability ~ z^weight\n"
        "cylindric sample 110 --z 0.5,1.2,0.9                 ~ z_1^|mu^1| .. z_T^|mu^T|\n"
        "cylindric sample 11010 --weight 100                  all of this weight equally likely\n"
        "cylindric sample 111000 --open --z 9/10 --json       plane partitions",
    )
    law = drawing.add_mutually_exclusive_group(required=True)
    law.add_argument(
        "--z", type=_weights, metavar="Z", help="a number in (0, 1), or z_1,..,z_T for each step"
    )
    law.add_argument("--weight", type=at_least(0), metavar="N", help="uniform, of this weight")
    drawing.add_argument(
        "--size", type=at_least(1), default=1, metavar="N", help="how many (default 1)"
    )
    drawing.add_argument(
        "--seed",
        type=at_least(0),
        metavar="K",
        help="the same seed gives the same samples; if it is not given, the one taken is printed "
        "on the error output",
    )
    drawing.add_argument("--json", action="store_true", help="print each as a JSON list of lists")
    add_open(drawing)
    add_force(drawing)


def _sample(options: argparse.Namespace) -> int:
    given: dict[str, Any] = {"limit": NO_LIMIT} if options.force else {}
    seed = randbits(32) if options.seed is None else options.seed
    draw, law = (
        (sample, options.z) if options.weight is None else (sample_of_weight, options.weight)
    )
    samples = draw(options.profile, law, options.size, seed, open=options.open, **given)
    if options.seed is None:
        print(f"seed {seed}", file=sys.stderr)
    for c in samples:
        print(json.dumps([list(mu) for mu in c.partitions]) if options.json else c)
    return 0


def _weights(text: str) -> float | list[float]:
    try:
        parts = text.removesuffix(",").split(",")
        numbers = [float(Fraction(part)) if "/" in part else float(part) for part in parts]
    except (ValueError, ArithmeticError):
        raise argparse.ArgumentTypeError(
            f"must be a number, or numbers with commas between, got {shown(text)}"
        ) from None
    return numbers if "," in text else numbers[0]
