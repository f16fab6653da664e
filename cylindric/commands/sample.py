"""The command `sample`: draw random cylindric partitions."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from secrets import randbits
from typing import Any, NamedTuple

import numpy as np

from cylindric.commands.options import (
    add_force,
    add_open,
    add_profile_command,
    read_weights,
)
from cylindric.objects.batches import Samples
from cylindric.sampling.macdonald import sample_macdonald
from cylindric.sampling.perfect import sample
from cylindric.sampling.uniform import sample_of_weight
from termwise.arguments import NO_LIMIT, shown
from termwise.commands import at_least
from termwise.reading import exact_text


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
        "cylindric sample 111000 --open --z 9/10 --json       plane partitions\n"
        "cylindric sample 1^300,0^300 --z 0.99 --q 1/3 --t 0 --npz FILE\n"
        "                                                     ~ W_c(q,t) z^weight, as arrays; at\n"
        "                                                     general q, t the acceptance is told\n"
        "cylindric sample 1010 --z 1/3 --q 1/2 --t 1/5 --exact",
    )
    law = drawing.add_mutually_exclusive_group(required=True)
    law.add_argument(
        "--z",
        type=_kept(read_weights),
        metavar="Z",
        help="a number in (0, 1), or z_1,..,z_T for each step",
    )
    law.add_argument("--weight", type=at_least(0), metavar="N", help="uniform, of this weight")
    for name in ("q", "t"):
        drawing.add_argument(
            f"--{name}",
            type=_kept(_number),
            metavar=name.upper(),
            help="with --z: Macdonald weights at q and t, both in [0, 1)",
        )
    drawing.add_argument(
        "--exact",
        action="store_true",
        help="with --q and --t: z (one number), q and t are what they say, 1/3 or 0.3, and the law "
        "is theirs to the last bit; for small weights, whose objects are listed",
    )
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
    drawing.add_argument(
        "--npz",
        metavar="FILE",
        help="save numpy arrays and print one line: walks[k, b, i], the part i + 1 of mu^k of the "
        "b-th object, k = 0 for T; profile, the word",
    )
    add_open(drawing)
    add_force(drawing)


def _sample(options: argparse.Namespace) -> int:
    given: dict[str, Any] = {"limit": NO_LIMIT} if options.force else {}
    seed = randbits(32) if options.seed is None else options.seed
    numbers = _numbers(options)
    if options.npz is not None:
        _require_file(options)
    size, law = options.size, {"open": options.open, **given}
    samples: Samples
    if options.weight is not None:
        samples = sample_of_weight(options.profile, options.weight, size, seed, **law)
    elif len(numbers) == 3:
        z, q, t = numbers
        law["exact"] = options.exact
        samples = sample_macdonald(options.profile, z, q, t, size, seed, **law)
    else:
        samples = sample(options.profile, numbers[0], size, seed, **law)
    if options.seed is None:
        print(f"seed {seed}", file=sys.stderr)
    if samples.law is not None and samples.law.acceptance is not None:
        print(f"acceptance {samples.law.acceptance:.6g}", file=sys.stderr)
    if options.npz is not None:
        with open(options.npz, "wb") as file:
            np.savez_compressed(file, walks=samples.walks, profile=options.profile.word)
        print(f"{options.npz}: {samples}")
        return 0
    for c in samples:
        print(json.dumps([list(mu) for mu in c.partitions]) if options.json else c)
    return 0


class _Kept(NamedTuple):
    """A number, or several, and the text that it was read from."""

    value: Any
    text: str


def _kept(read: Callable[[str], Any]) -> Callable[[str], _Kept]:
    return lambda text: _Kept(read(text), text)


def _numbers(options: argparse.Namespace) -> list[Any]:
    """Return z, and q and t if they are given."""
    given = {name: getattr(options, name) for name in ("z", "q", "t")}
    missing = [name for name in ("q", "t") if given[name] is None]
    if options.weight is not None and len(missing) < 2:
        raise ValueError(f"--weight takes no --{'q' if given['t'] is None else 't'}, use --z")
    if len(missing) == 1:
        raise ValueError(f"--q and --t go together, got no --{missing[0]}")
    if options.exact:
        if missing:
            raise ValueError("--exact goes with --q and --t")
        return [exact_text(f"--{name}", number.text) for name, number in given.items()]
    return [number.value for number in given.values() if number is not None]


def _require_file(options: argparse.Namespace) -> None:
    """Refuse what cannot be saved, before anything is drawn."""
    if options.json:
        raise ValueError("--npz takes no --json: it saves arrays")
    folder = Path(options.npz).parent
    if not options.npz or Path(options.npz).is_dir() or not folder.is_dir():
        raise ValueError(f"--npz must be a file in a folder that exists, got {shown(options.npz)}")


def _number(text: str) -> float:
    try:
        return float(Fraction(text)) if "/" in text else float(text)
    except (ValueError, ArithmeticError):
        raise argparse.ArgumentTypeError(f"must be a number, got {shown(text)}") from None
