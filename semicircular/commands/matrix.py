"""The command `matrix`: print the matrix of a projection of a block."""

from __future__ import annotations

import argparse
from typing import Any

from semicircular.commands.options import add_json, add_size
from semicircular.projections.blocks import BlockProjection, block_projection
from semicircular.projections.kinds import KINDS
from semicircular.projections.numerators import PARITIES
from termwise.arguments import brief
from termwise.commands import add_command
from termwise.json_text import json_text

MOST = 30
"""The largest M that is printed."""


def add_matrix(commands: Any) -> None:
    """Add the command."""
    matrix = add_command(
        commands,
        "matrix",
        run_matrix,
        "print the projection of a block, integers over one denominator a class",
        "semicircular matrix --M 6\n"
        "semicircular matrix --M 3 --kind square\n"
        "semicircular matrix --M 4 --json",
    )
    add_size(matrix)
    matrix.add_argument(
        "--kind",
        choices=tuple(KINDS),
        default="block",
        metavar="NAME",
        help=f"{', '.join(KINDS)} (default block)",
    )
    add_json(matrix)


def run_matrix(options: argparse.Namespace) -> int:
    """Print the matrix, class by class."""
    if options.size > MOST:
        raise ValueError(f"--M must be at most {MOST} to be printed, got {brief(options.size)}")
    projection = block_projection(options.size, options.kind)
    classes = [_class(projection, parity) for parity in PARITIES[: options.size + 1]]
    if options.json:
        print(json_text({"kind": options.kind, "M": options.size, "classes": classes}))
        return 0
    print(f"{KINDS[options.kind].says}, M = {options.size}")
    for block in classes:
        width = max(len(str(entry)) for row in block["numerators"] for entry in row)
        labels = [f"{a},{b}" for a, b in block["pairs"]]
        margin = max(map(len, labels))
        print(f"\n1/{block['denominator']} times")
        for label, row in zip(labels, block["numerators"], strict=True):
            print(f"{label:>{margin}} | " + " ".join(f"{entry:{width}}" for entry in row))
    return 0


def _class(projection: BlockProjection, parity: str) -> dict[str, Any]:
    rows, denominator = projection.to_integers(parity)
    pairs = [list(p) for p in projection.pairs if sum(p) % 2 == PARITIES.index(parity)]
    return {"denominator": denominator, "pairs": pairs, "numerators": rows}
