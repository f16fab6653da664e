"""The command `expand`: print the generic lambda-determinant."""

from __future__ import annotations

import argparse
import json
from typing import Any

from lambdadet.commands.options import (
    add_force,
    add_generic,
    add_size,
    is_x0_generic,
    parameters_of,
)
from lambdadet.determinant.generic import METHODS, TERM_LIMIT, generic_lambda_determinant
from termwise.arguments import NO_LIMIT
from termwise.commands import add_command


def add_expand(commands: Any) -> None:
    """Add the command."""
    expand = add_command(
        commands,
        "expand",
        run_expand,
        "expand the generic lambda-determinant",
        "lambdadet expand 3\n"
        "lambdadet expand 3 --constant --latex\n"
        "lambdadet expand 2 --x0 1 --method octahedron",
    )
    add_size(expand)
    add_generic(expand)
    expand.add_argument(
        "--method",
        choices=METHODS,
        default="closed_form",
        metavar="NAME",
        help=f"{', '.join(METHODS)} (default closed_form)",
    )
    form = expand.add_mutually_exclusive_group()
    for name in ("latex", "json", "sympy"):
        form.add_argument(
            f"--{name}", dest="form", action="store_const", const=name, help=f"print as {name}"
        )
    add_force(expand, f"go on even above {TERM_LIMIT:,} terms")


def run_expand(options: argparse.Namespace) -> int:
    """Print the generic lambda-determinant in the form that is asked for."""
    limit = NO_LIMIT if options.force else TERM_LIMIT
    try:
        polynomial = generic_lambda_determinant(
            options.n, parameters_of(options), is_x0_generic(options), options.method, limit=limit
        )
    except ValueError as error:
        if options.constant or "terms, more than the limit" not in str(error):
            raise
        raise ValueError(f"{error}; with one lam for all, --constant, there are fewer") from None
    if options.form == "latex":
        print(polynomial.to_latex())
    elif options.form == "sympy":
        print(polynomial.to_sympy())
    elif options.form == "json":
        terms = [{"exponents": list(e), "coefficient": c} for e, c in polynomial.terms.items()]
        print(json.dumps({"variables": list(polynomial.variables), "terms": terms}))
    else:
        print(polynomial)
    return 0
