"""The command `lambdadet`: verify identities, expand generic determinants, list, evaluate.

Exit status: 0 done, or the sides agree; 1 a term differs; 2 bad input, said in one line.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from lambdadet.closed_form import TERM_LIMIT, generic_lambda_determinant
from lambdadet.determinant import lambda_determinant
from lambdadet.matrices import AlternatingSignMatrix, alternating_sign_matrices, count_asms
from termwise import Comparison
from termwise.arguments import NO_LIMIT, require_at_most
from termwise.commands import Parser, add_command, at_least, run_command, show
from termwise.exact import Exact

MATRIX_PICTURES = ("matrix", "six-vertex", "loops", "heights")

LISTED = 10**7
"""How many matrices `asm --list` prints before it asks for --force."""

CHECKS = ("lambda-determinant", "laurent", "counts", "determinant", "vandermonde")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status.

    >>> main(["expand", "2", "--constant"])
    lam*x_12*x_21 + x_11*x_22
    0
    """
    return run_command(
        _parser(), arguments, bad_input=(ValueError, TypeError, ArithmeticError, OSError)
    )


def _verify(options: argparse.Namespace) -> int:
    return show(_check(options), as_json=options.json)


def _check(options: argparse.Namespace) -> Comparison:
    from lambdadet import identities

    limit: dict[str, Any] = {"limit": NO_LIMIT} if options.force else {}
    if options.check != "lambda-determinant" and (options.constant or options.x0):
        flag = "--constant" if options.constant else "--x0"
        raise ValueError(f"--check {options.check} takes no {flag}")
    if options.check == "lambda-determinant":
        words = "constant" if options.constant else "multi", _generic(options)
        return identities.check_lambda_determinant(options.n, *words, **limit)
    if options.check == "determinant":
        return identities.check_determinant(options.n)
    checks: dict[str, Callable[..., Comparison]] = {
        "laurent": identities.check_laurent,
        "counts": identities.check_counts,
        "vandermonde": identities.check_vandermonde,
    }
    return checks[options.check](options.n, **limit)


def _expand(options: argparse.Namespace) -> int:
    parameters = "constant" if options.constant else "multi"
    limit = NO_LIMIT if options.force else TERM_LIMIT
    polynomial = generic_lambda_determinant(
        options.n, parameters, _generic(options), options.method, limit=limit
    )
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


def _generic(options: argparse.Namespace) -> bool:
    """Return whether x[0] is generic: by default with all parameters, not with one lam."""
    return bool((options.x0 or ("1" if options.constant else "generic")) == "generic")


def _asm(options: argparse.Namespace) -> int:
    if options.seed is not None and not options.random:
        raise ValueError("--seed goes with --random only")
    if options.random:
        from lambdadet.random_asms import random_asm

        print(random_asm(options.n, rng=options.seed))
    elif options.list:
        require_at_most(NO_LIMIT if options.force else LISTED, count_asms(options.n), "matrices")
        for k, matrix in enumerate(alternating_sign_matrices(options.n)):
            print(f"\n{matrix}" if k else matrix)
    else:
        print(count_asms(options.n))
    return 0


def _det(options: argparse.Namespace) -> int:
    matrix = read_matrix(options.file)
    x0 = None if options.x0 is None else read_matrix(options.x0)
    if options.mod is None:
        value: Any = lambda_determinant(matrix, options.lam, options.mu, x0)
    else:
        from lambdadet.modular import lambda_determinant_mod

        value = lambda_determinant_mod(matrix, options.mod, options.lam, options.mu, x0)
    print(value)
    return 0


def _draw(options: argparse.Namespace) -> int:
    from lambdadet import drawing, lattice_drawing, six_vertex_drawing

    if options.kind == "lattice":
        picture = lattice_drawing.draw_lattice(options.n, theme=options.theme)
    elif options.kind == "tiling":
        from lambdadet.shuffling import random_tiling

        tiling = random_tiling(options.order, options.lam, options.seed)
        picture = drawing.draw_tiling(tiling, theme=options.theme)
    else:
        draw = {
            "matrix": drawing.draw_matrix,
            "six-vertex": six_vertex_drawing.draw_six_vertex,
            "loops": six_vertex_drawing.draw_loops,
            "heights": drawing.draw_heights,
        }[options.kind]
        picture = draw(_given_or_random(options), theme=options.theme)
    print(f"{picture.save(options.out)}: {picture.says}")
    return 0


def _given_or_random(options: argparse.Namespace) -> AlternatingSignMatrix:
    if (options.rows is None) == (options.random is None):
        raise ValueError("give either ROWS or --random N")
    if options.random is None:
        if options.seed is not None:
            raise ValueError("--seed goes with --random only")
        text = options.rows.strip()
        rows: Any = _table("ROWS", text) if text.startswith("[") else read_matrix(text)
        return AlternatingSignMatrix(rows)
    from lambdadet.random_asms import random_asm

    return random_asm(options.random, rng=options.seed)


def read_matrix(path: str) -> list[list[Exact]]:
    """Read a matrix of exact numbers from a CSV or JSON file, or from standard input (-).

    JSON is a list of rows; an entry is an integer or a string such as "1/3".  CSV has one row a
    line, its entries like 2, -5 or 1/3.

    Raises:
        TypeError: a number with a decimal point or an exponent.
        ValueError: an entry that is no number, or text that is no table.
        OSError: a file that cannot be read.
    """
    text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    name = "standard input" if path == "-" else path
    if text.lstrip().startswith("["):
        return _table(name, text)
    rows = [row for row in csv.reader(text.splitlines()) if any(cell.strip() for cell in row)]
    if not rows:
        raise ValueError(f"{name} must hold a matrix, got nothing")
    return [[exact_text(f"{name}, row {i}", c) for c in row] for i, row in enumerate(rows, 1)]


def _table(name: str, text: str) -> list[list[Exact]]:
    try:
        rows = json.loads(text, parse_float=str)
    except json.JSONDecodeError as error:
        raise ValueError(f"{name} must be JSON: {error}") from None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ValueError(f"{name} must be a list of rows")
    return [[exact_text(f"{name}, row {i}", c) for c in row] for i, row in enumerate(rows, 1)]


def exact_text(name: str, text: Any) -> Exact:
    """Return the number that a text such as "-2" or "1/3" stands for.

    >>> exact_text("lam", "-2"), exact_text("lam", " 1/3")
    (-2, Fraction(1, 3))
    >>> exact_text("lam", "0.5")
    Traceback (most recent call last):
    TypeError: lam must be exact, such as 2 or 1/3, got '0.5'
    """
    if isinstance(text, int) and not isinstance(text, bool):
        return text
    if not isinstance(text, str):
        raise TypeError(f"{name} must be exact, such as 2 or 1/3, got {text!r}")
    above, slash, below = text.strip().partition("/")
    try:
        number = Fraction(int(above), int(below) if slash else 1)
    except ZeroDivisionError:
        raise ValueError(f"{name} must not be divided by 0, got {text!r}") from None
    except ValueError:
        kind = TypeError if _is_decimal(text) else ValueError
        raise kind(f"{name} must be exact, such as 2 or 1/3, got {text!r}") from None
    return int(number) if number.denominator == 1 else number


def _is_decimal(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="lambdadet",
        description="Lambda-determinants and alternating sign matrices, exact and checked.",
        epilog="Exit status: 0 agrees, 1 a term differs, 2 bad input.",
    )
    parser.add_version()
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    verify = add_command(
        commands,
        "verify",
        _verify,
        "compare the sides of an identity, term by term",
        "lambdadet verify 4                      recurrence, pair sum, one sum, matchings\n"
        "lambdadet verify 5 --constant           one lam, mu = 1, x[0] = 1\n"
        "lambdadet verify 6 --check counts",
    )
    _size(verify)
    verify.add_argument(
        "--check",
        choices=CHECKS,
        default=CHECKS[0],
        metavar="NAME",
        help=f"which identity: {', '.join(CHECKS)} (default {CHECKS[0]})",
    )
    _constant(verify)
    verify.add_argument("--json", action="store_true", help="print the comparison as JSON")
    _force(verify, "go on however many terms there are")

    expand = add_command(
        commands,
        "expand",
        _expand,
        "expand the generic lambda-determinant",
        "lambdadet expand 3\n"
        "lambdadet expand 3 --constant --latex\n"
        "lambdadet expand 2 --x0 1 --method octahedron",
    )
    _size(expand)
    _constant(expand)
    expand.add_argument(
        "--method",
        choices=("closed_form", "octahedron"),
        default="closed_form",
        metavar="NAME",
        help="closed_form (default) or octahedron",
    )
    form = expand.add_mutually_exclusive_group()
    for name in ("latex", "json", "sympy"):
        form.add_argument(
            f"--{name}", dest="form", action="store_const", const=name, help=f"print as {name}"
        )
    _force(expand, f"go on even above {TERM_LIMIT:,} terms")

    asm = add_command(
        commands,
        "asm",
        _asm,
        "count, list or draw alternating sign matrices",
        "lambdadet asm 20                  how many there are\n"
        "lambdadet asm 3 --list\n"
        "lambdadet asm 10 --random --seed 1",
    )
    _size(asm)
    how = asm.add_mutually_exclusive_group()
    how.add_argument("--count", action="store_true", help="print their number (default)")
    how.add_argument("--list", action="store_true", help="print all of them")
    how.add_argument("--random", action="store_true", help="print one, all equally likely")
    asm.add_argument("--seed", type=at_least(0), metavar="K", help="the seed of --random")
    _force(asm, f"list even more than {LISTED:,}")

    det = add_command(
        commands,
        "det",
        _det,
        "evaluate the lambda-determinant of a matrix of exact numbers",
        "lambdadet det matrix.csv                       lam = -1: the determinant\n"
        "lambdadet det matrix.json --lam 1/3\n"
        "lambdadet det - --lam '[[1,2],[3,4]]' --mod 101",
    )
    det.add_argument("file", metavar="FILE", help="CSV or JSON, entries like 2 or 1/3; - is stdin")
    for name, default in (("lam", -1), ("mu", 1)):
        det.add_argument(
            f"--{name}",
            type=_parameter_value(name),
            default=default,
            metavar="VALUE",
            help=f"a number, or a JSON table of (n-1) x (n-1) (default {default})",
        )
    det.add_argument("--x0", metavar="FILE", help="x[0], (n+1) x (n+1); 1 by default")
    det.add_argument("--mod", type=at_least(0), metavar="P", help="modulo a prime below 2^31")

    draw = add_command(
        commands,
        "draw",
        _draw,
        "draw a matrix, a tiling or a lattice into a file, .svg, .pdf or .png",
        "lambdadet draw matrix '[[0,1,0],[1,-1,1],[0,1,0]]' --out matrix.svg\n"
        "lambdadet draw loops --random 20 --seed 1 --out loops.svg --theme dark\n"
        "lambdadet draw tiling --order 150 --seed 1 --out circle.svg\n"
        "lambdadet draw lattice 4 --out lattice.pdf",
    )
    kinds = draw.add_subparsers(dest="kind", required=True, metavar="KIND")
    for kind in MATRIX_PICTURES:
        picture = kinds.add_parser(kind, help="of a matrix given as rows, or of a random one")
        picture.add_argument(
            "rows",
            nargs="?",
            metavar="ROWS",
            help="rows as JSON, or a CSV or JSON file; - is stdin",
        )
        picture.add_argument("--random", type=at_least(1), metavar="N", help="a random matrix")
        _picture(picture, seed=True)
    tiling = kinds.add_parser("tiling", help="a random domino tiling of the Aztec diamond")
    tiling.add_argument("--order", type=at_least(1), required=True, metavar="N")
    tiling.add_argument(
        "--lam", type=_parameter_value("lam"), default=1, metavar="X", help="the bias (default 1)"
    )
    _picture(tiling, seed=True)
    lattice = kinds.add_parser("lattice", help="the lattice of all matrices of a size")
    _size(lattice)
    _picture(lattice)
    return parser


def _picture(parser: argparse.ArgumentParser, *, seed: bool = False) -> None:
    if seed:
        parser.add_argument("--seed", type=at_least(0), metavar="K", help="of the random choice")
    parser.add_argument("--out", required=True, metavar="FILE", help=".svg, .pdf or .png")
    parser.add_argument(
        "--theme", choices=("light", "dark"), default="light", metavar="NAME", help="light or dark"
    )


def _size(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("n", type=at_least(1), metavar="N", help="the size, at least 1")


def _constant(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--constant", action="store_true", help="one lam and mu = 1, not all lam_ij and mu_ij"
    )
    parser.add_argument(
        "--x0",
        choices=("generic", "1"),
        metavar="WHAT",
        help="generic or 1 (default generic, with --constant 1)",
    )


def _force(parser: argparse.ArgumentParser, says: str) -> None:
    parser.add_argument("--force", action="store_true", help=says)


def _parameter_value(name: str) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        try:
            return _table(name, text) if text.lstrip().startswith("[") else exact_text(name, text)
        except (TypeError, ValueError) as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return read
