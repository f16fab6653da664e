"""The command that draws an object into a file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from cylindric.array_drawing import draw_array
from cylindric.cylinder_drawing import draw_cylinder
from cylindric.cylindric_partitions import CylindricPartition
from cylindric.diagram_drawing import draw_diagram
from cylindric.growth import growth_diagram
from cylindric.growth_drawing import draw_growth
from cylindric.local_rules import RULES
from cylindric.path_drawing import draw_paths
from cylindric.surface_drawing import draw_surface
from termwise.commands import at_least
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


def draw(options: argparse.Namespace) -> int:
    """Draw a picture, write it to a file and say what it shows."""
    require_format(options.out)
    function, takes = KINDS[options.kind]
    given: dict[str, Any] = {
        name: value
        for name in ("weights", "turns", "rule")
        if (value := getattr(options, name)) not in (None, False)
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


def draw_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `draw`."""
    parser.add_argument(
        "--out", required=True, metavar="FILE", help=f"where to: a name in .{', .'.join(FORMATS)}"
    )
    parser.add_argument(
        "--theme", choices=THEMES, default="light", metavar="NAME", help="light (default) or dark"
    )
    parser.add_argument(
        "--weights", action="store_true", help="paths: label peaks and valleys by their factors"
    )
    parser.add_argument(
        "--turns", type=at_least(1), metavar="N", help="diagram: how many turns (default 2)"
    )
