"""The command `draw`: pictures of matrices, tilings and lattices, into files."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from lambdadet.commands.options import add_size, number_or_table
from lambdadet.drawing.heights import draw_heights
from lambdadet.drawing.ice import draw_six_vertex
from lambdadet.drawing.lattice import draw_lattice
from lambdadet.drawing.loops import draw_loops
from lambdadet.drawing.matrix import draw_matrix
from lambdadet.drawing.tilings import draw_tiling
from lambdadet.objects.matrix import AlternatingSignMatrix
from lambdadet.sampling.matrices import random_asm
from lambdadet.sampling.tilings import random_tiling
from termwise.commands import add_command, at_least
from termwise.pictures import Picture
from termwise.reading import exact_table, read_matrix

OF_A_MATRIX: dict[str, Callable[..., Picture]] = {
    "matrix": draw_matrix,
    "six-vertex": draw_six_vertex,
    "loops": draw_loops,
    "heights": draw_heights,
}
"""The pictures of one matrix."""


def add_draw(commands: Any) -> None:
    """Add the command and its kinds."""
    draw = add_command(
        commands,
        "draw",
        run_draw,
        "draw a matrix, a tiling or a lattice into a file, .svg, .pdf or .png",
        "lambdadet draw matrix '[[0,1,0],[1,-1,1],[0,1,0]]' --out matrix.svg\n"
        "lambdadet draw loops --random 20 --seed 1 --out loops.svg --theme dark\n"
        "lambdadet draw tiling --order 150 --seed 1 --out circle.svg\n"
        "lambdadet draw tiling --order 2 --lam '[[1,2],[0,\"1/3\"]]' --mu 5 --out weighted.svg\n"
        "lambdadet draw lattice 4 --out lattice.pdf",
    )
    kinds = draw.add_subparsers(dest="kind", required=True, metavar="KIND")
    for kind in OF_A_MATRIX:
        picture = kinds.add_parser(kind, help="of a matrix given as rows, or of a random one")
        picture.add_argument(
            "rows",
            nargs="?",
            metavar="ROWS",
            help="rows as JSON, or a CSV or JSON file; - is stdin",
        )
        picture.add_argument("--random", type=at_least(1), metavar="N", help="a random matrix")
        _add_picture(picture, seed=True)
    tiling = kinds.add_parser("tiling", help="a random domino tiling of the Aztec diamond")
    tiling.add_argument("--order", type=at_least(1), required=True, metavar="N")
    for name in ("lam", "mu"):
        tiling.add_argument(
            f"--{name}",
            type=number_or_table(name),
            default=1,
            metavar="VALUE",
            help="the weight of its edges, a number or a JSON table of N x N (default 1)",
        )
    for name, size in (("x1", "N + 1"), ("x0", "N + 2")):
        tiling.add_argument(
            f"--{name}", metavar="FILE", help=f"{size} rows of positive weights; 1 by default"
        )
    _add_picture(tiling, seed=True)
    lattice = kinds.add_parser("lattice", help="the lattice of all matrices of a size")
    add_size(lattice)
    _add_picture(lattice)


def _add_picture(parser: argparse.ArgumentParser, *, seed: bool = False) -> None:
    if seed:
        parser.add_argument("--seed", type=at_least(0), metavar="K", help="of the random choice")
    parser.add_argument("--out", required=True, metavar="FILE", help=".svg, .pdf or .png")
    parser.add_argument(
        "--theme", choices=("light", "dark"), default="light", metavar="NAME", help="light or dark"
    )


def run_draw(options: argparse.Namespace) -> int:
    """Draw what is asked for, save it, and say what it is."""
    if options.kind == "lattice":
        picture = draw_lattice(options.n, theme=options.theme)
    elif options.kind == "tiling":
        x1, x0 = (file and read_matrix(file) for file in (options.x1, options.x0))
        tiling = random_tiling(
            options.order, options.lam, options.seed, mu=options.mu, x1=x1, x0=x0
        )
        picture = draw_tiling(tiling, theme=options.theme)
    else:
        picture = OF_A_MATRIX[options.kind](_given_or_random(options), theme=options.theme)
    print(f"{picture.save(options.out)}: {picture.says}")
    return 0


def _given_or_random(options: argparse.Namespace) -> AlternatingSignMatrix:
    if (options.rows is None) == (options.random is None):
        raise ValueError("give either ROWS or --random N")
    if options.random is not None:
        return random_asm(options.random, rng=options.seed)
    if options.seed is not None:
        raise ValueError("--seed goes with --random only")
    text = options.rows.strip()
    rows: Any = exact_table("ROWS", text) if text.startswith("[") else read_matrix(text)
    try:
        return AlternatingSignMatrix(rows)
    except TypeError as fractional:
        raise ValueError(str(fractional)) from None
