"""The command `draw`: an object, or the diagram of a profile, into a file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from cylindric.commands.options import add_partitions, add_profile, add_rule, given_by_user
from cylindric.drawing.array import draw_array
from cylindric.drawing.cylinder import draw_cylinder
from cylindric.drawing.diagram import draw_diagram
from cylindric.drawing.growth import draw_growth
from cylindric.drawing.paths import draw_paths
from cylindric.drawing.surface import draw_surface
from cylindric.growth.diagrams import growth_diagram
from cylindric.growth.local_rules import RULES
from cylindric.objects.cylindric_partitions import CylindricPartition
from termwise.commands import add_command, at_least
from termwise.pictures import FORMATS, THEMES, Picture, require_format

KINDS: dict[str, tuple[Callable[..., Picture], set[str]]] = {
    "paths": (draw_paths, {"weights"}),
    "surface": (draw_surface, set()),
    "cylinder": (draw_cylinder, set()),
    "array": (draw_array, set()),
    "growth": (draw_growth, {"rule"}),
    "diagram": (draw_diagram, {"turns"}),
}
"""For each kind of picture the options it takes; any other is refused."""


def add_draw(commands: Any) -> None:
    """Add the command `draw`."""
    picture = add_command(
        commands,
        "draw",
        _draw,
        "draw a cylindric partition, or the diagram of a profile, into a file",
        "cylindric draw surface 1010 2 1 2,1 1 --out surface.svg\n"
        "cylindric draw paths 1010 2 1 2,1 1 --weights --out paths.pdf --theme dark\n"
        "cylindric draw diagram 3,1,0 --turns 3 --out diagram.png",
    )
    picture.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    add_profile(picture)
    add_partitions(picture, nargs="*")
    add_rule(picture)
    picture.add_argument(
        "--out", required=True, metavar="FILE", help=f"where to: a name in .{', .'.join(FORMATS)}"
    )
    picture.add_argument(
        "--theme", choices=THEMES, default="light", metavar="NAME", help="light (default) or dark"
    )
    picture.add_argument(
        "--weights", action="store_true", help="paths: label peaks and valleys by their factors"
    )
    picture.add_argument(
        "--turns", type=at_least(1), metavar="N", help="diagram: how many turns (default 2)"
    )


def _draw(options: argparse.Namespace) -> int:
    require_format(options.out)
    function, takes = KINDS[options.kind]
    given: dict[str, Any] = {
        name: value
        for name in ("weights", "turns", "rule")
        if given_by_user(value := getattr(options, name))
    }
    for name in given:
        if name not in takes:
            raise ValueError(f"{options.kind} takes no --{name}")
    subject: Any = options.profile
    if options.kind != "diagram":
        subject = CylindricPartition(options.profile, options.partitions)
    elif options.partitions:
        raise ValueError("diagram takes no MU: it shows the profile alone")
    if options.kind == "growth" and "rule" in given:
        subject = growth_diagram(subject, RULES[given.pop("rule")])
    picture = function(subject, theme=options.theme, **given)
    print(f"{picture.save(options.out)}: {picture.says}")
    return 0
