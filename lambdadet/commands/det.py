"""The command `det`: the lambda-determinant of a matrix of exact numbers in a file."""

from __future__ import annotations

import argparse
from typing import Any

from lambdadet.commands.options import number_or_table
from lambdadet.determinant.residue import lambda_determinant_mod
from lambdadet.determinant.value import lambda_determinant
from termwise.commands import add_command, at_least
from termwise.reading import read_matrix


def add_det(commands: Any) -> None:
    """Add the command."""
    det = add_command(
        commands,
        "det",
        run_det,
        "evaluate the lambda-determinant of a matrix of exact numbers",
        "lambdadet det matrix.csv                       lam = -1: the determinant\n"
        "lambdadet det matrix.json --lam 1/3\n"
        "lambdadet det - --lam '[[1,2],[3,4]]' --mod 101",
    )
    det.add_argument("file", metavar="FILE", help="CSV or JSON, entries like 2 or 1/3; - is stdin")
    for name, default in (("lam", -1), ("mu", 1)):
        det.add_argument(
            f"--{name}",
            type=number_or_table(name),
            default=default,
            metavar="VALUE",
            help=f"a number, or a JSON table of (n-1) x (n-1) (default {default})",
        )
    det.add_argument("--x0", metavar="FILE", help="x[0], (n+1) x (n+1); 1 by default")
    det.add_argument("--mod", type=at_least(0), metavar="P", help="modulo a prime below 2^31")


def run_det(options: argparse.Namespace) -> int:
    """Print the value, or the residue; a matrix without a value is refused."""
    matrix = read_matrix(options.file)
    x0 = None if options.x0 is None else read_matrix(options.x0)
    lam, mu = options.lam, options.mu
    try:
        if options.mod is None:
            print(lambda_determinant(matrix, lam, mu, x0))
        else:
            print(lambda_determinant_mod(matrix, options.mod, lam, mu, x0))
    except ZeroDivisionError as missing:
        raise ValueError(str(missing)) from None
    return 0
