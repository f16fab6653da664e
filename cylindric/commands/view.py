"""The command `view`: a surface that one can turn with the mouse, as a web page."""

from __future__ import annotations

import argparse
import sys
from secrets import randbits
from typing import Any

from cylindric.commands.options import add_partitions, add_profile, read_weights
from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.sampling.perfect import sample
from cylindric.view.surface import require_html, view_surface
from termwise.commands import add_command, at_least
from termwise.pictures import THEMES


def add_view(commands: Any) -> None:
    """Add the command `view`."""
    page = add_command(
        commands,
        "view",
        _view,
        "save a surface that one can turn with the mouse: one web page, without network",
        "cylindric view 1010 2 1 2,1 1 --out surface.html\n"
        "cylindric view 1^10,0^10 --z 0.9 --seed 1 --out surface.html     at random, ~ z^weight\n"
        "cylindric view 1^10,0^10 --open --z 0.9 --theme dark --out surface.html",
    )
    add_profile(page)
    add_partitions(page, nargs="*")
    page.add_argument(
        "--z", type=read_weights, metavar="Z", help="draw the object instead, as `sample` does"
    )
    page.add_argument(
        "--seed",
        type=at_least(0),
        metavar="K",
        help="with --z: the same seed gives the same object; one taken is printed on the error "
        "output",
    )
    page.add_argument("--open", action="store_true", help="with --z: mu^0 = mu^T empty")
    page.add_argument("--out", required=True, metavar="FILE", help="where to: a name in .html")
    page.add_argument(
        "--theme", choices=THEMES, default="light", metavar="NAME", help="light (default) or dark"
    )


def _view(options: argparse.Namespace) -> int:
    require_html(options.out)
    view = view_surface(_object(options), theme=options.theme)
    print(f"{view.save(options.out)}: {view.says}")
    return 0


def _object(options: argparse.Namespace) -> CylindricPartition:
    """Return the object that the options give, or draw it."""
    if options.z is None:
        for name, given in (("seed", options.seed is not None), ("open", options.open)):
            if given:
                raise ValueError(f"--{name} goes with --z")
        return CylindricPartition(options.profile, options.partitions)
    if options.partitions:
        raise ValueError("--z takes no MU: it draws them")
    seed = randbits(32) if options.seed is None else options.seed
    c = sample(options.profile, options.z, rng=seed, open=options.open)
    if options.seed is None:
        print(f"seed {seed}", file=sys.stderr)
    return c
