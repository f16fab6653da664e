"""The command `cylindric`: verify identities, expand series, decompose, list and draw objects.

Exit status: 0 done, or the sides agree; 1 a term differs; 2 bad input, said in one line.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from fractions import Fraction
from functools import partial
from secrets import randbits
from typing import Any

from cylindric.bijections import check_bijection, check_last_passage
from cylindric.certificates import macdonald_certificate
from cylindric.counting import METHODS, count_series
from cylindric.cylindric_partitions import (
    CylindricPartition,
    cylindric_partitions,
    reverse_plane_partitions,
)
from cylindric.draw_commands import KINDS, draw, draw_options
from cylindric.growth import growth_diagram
from cylindric.identities import check_borodin, check_largest_part, check_refined
from cylindric.layers import largest_part_series
from cylindric.local_rules import RULES
from cylindric.macdonald_identities import check_macdonald
from cylindric.products import borodin_series, number_of_cylindric_partitions, refined_series
from cylindric.profiles import Profile
from cylindric.qt_commands import add_recheck, fraction, print_weight, weight_options
from cylindric.recursive_sampling import sample_of_weight
from cylindric.sampling import sample
from cylindric.special_identities import check_overpartitions, check_specialisation
from cylindric.specialisations import SPECIALISATIONS
from cylindric.weight_identities import check_weight_forms, check_weight_symmetry
from termwise import Comparison
from termwise.arguments import LIMIT, NO_LIMIT
from termwise.commands import Parser, add_command, at_least, run_command, show

MAX_JOBS = 64

QT = {"q", "t", "refined", "open", "executor", "progress"}

CHECKS: dict[str, tuple[Callable[..., Comparison], set[str]]] = {
    "borodin": (check_borodin, {"methods", "rule", "open", "executor", "progress"}),
    "refined": (check_refined, {"rule", "open", "executor", "progress"}),
    "bijection": (check_bijection, {"rule", "open", "executor", "progress"}),
    "largest-part": (check_largest_part, {"progress"}),
    "last-passage": (check_last_passage, {"rule"}),
    "macdonald": (check_macdonald, {*QT, "points", "seed"}),
    "weight-forms": (check_weight_forms, {"open", "progress"}),
    "weight-symmetry": (check_weight_symmetry, {"q", "t", "open", "progress"}),
    **{
        name: (partial(check_specialisation, name=name), {"open", "progress"})
        for name in SPECIALISATIONS
    },
    "jack": (partial(check_specialisation, name="jack"), {"alpha", "open", "progress"}),
    "overpartitions": (check_overpartitions, {"open", "progress"}),
}
"""For each check the options it takes besides order and limit; any other is refused."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status.

    >>> main(["series", "1010", "--order", "5"])
    1 + 2*z + 3*z**2 + 6*z**3 + 10*z**4 + O(z**5)
    0
    """
    return run_command(_parser(), arguments, bad_input=(ValueError, ZeroDivisionError, OSError))


def _verify(options: argparse.Namespace) -> int:
    name = options.check or ("macdonald" if options.qt else "borodin")
    if options.qt and name != "macdonald":
        raise ValueError(f"--qt is --check macdonald, and does not go with --check {name}")
    check, takes = CHECKS[name]
    given: dict[str, Any] = {
        key: value
        for key in ("q", "t", "alpha", "points", "seed", "refined", "open")
        if (value := getattr(options, key)) not in (None, False)
    }
    if options.method:
        given["methods"] = list(dict.fromkeys(options.method))
    if options.rule:
        given["rule"] = RULES[options.rule]
    if options.jobs > 1:
        given["executor"] = True
    for key in given:
        if key not in takes:
            raise ValueError(f"--check {name} takes no --{_flag(key)}")
    if "rule" in given and "bijection" not in given.get("methods", ["bijection"]):
        raise ValueError("--rule needs the method bijection, the route that uses a local rule")
    if options.save and "points" not in given:
        raise ValueError("--save needs --points: it keeps the certificate of random points")
    if options.force:
        given["limit"] = NO_LIMIT
    if "progress" in takes:
        given["progress"] = sys.stderr.isatty()
    with ProcessPoolExecutor(options.jobs) if "executor" in given else nullcontext() as pool:
        if pool is not None:
            given["executor"] = pool
        if options.save:
            certificate = macdonald_certificate(options.profile, options.order, **given)
            certificate.save(options.save)
            comparison = certificate.comparison
        else:
            if "points" in given:
                given["mode"] = "points"
            comparison = check(options.profile, options.order, **given)
    return show(comparison, as_json=options.json)


def _series(options: argparse.Namespace) -> int:
    limit: dict[str, Any] = {"limit": NO_LIMIT} if options.force else {}
    profile, order = options.profile, options.order
    if options.method and (options.refined or options.largest_part):
        raise ValueError("--method goes with the plain series only")
    series: Any
    if options.refined:
        series = refined_series(profile, order, open=options.open, **limit)
    elif options.largest_part:
        if options.open:
            raise ValueError("--largest-part takes no --open")
        series = largest_part_series(profile, order, **limit)
    elif options.method:
        series = count_series(profile, order, options.method, open=options.open, **limit)
    else:
        series = borodin_series(profile, order, open=options.open, **limit)
    if options.form == "latex":
        print(series.to_latex())
    elif options.form == "sympy":
        print(series.to_sympy())
    elif options.form == "json" and not (options.refined or options.largest_part):
        print(json.dumps(list(series.coefficients)))
    elif options.form == "json":
        terms = [{"exponents": list(e), "coefficient": c} for e, c in series.terms.items()]
        print(json.dumps({"variables": list(series.variables), "order": order, "terms": terms}))
    else:
        print(series)
    return 0


def _decompose(options: argparse.Namespace) -> int:
    profile = options.profile
    c = CylindricPartition(profile, options.partitions)
    rule = RULES[options.rule or "rsk"]
    diagram = growth_diagram(c, rule)
    d = diagram.decomposition
    labels = [{"box": list(box), "label": label} for box, label in d.labels.items()]
    if options.json:
        answer = {"weight": c.weight, "rule": rule.name, "shape": list(d.shape), "labels": labels}
        print(json.dumps(answer))
        return 0
    print(f"c = {c}\nprofile {profile}, weight {c.weight}, largest part {c.largest_part}\n")
    print(f"{diagram}\n\nup steps lead up, down steps lead right; peeled by {rule.name}\n")
    print("box (i, j, n)   hook   label")
    for box, label in d.labels.items():
        print(f"{box!r:<16}{profile.hook_length(box):>4}{label:>8}")
    print(f"\nnu = {d.shape}")
    hooks = d.weight(profile) - profile.period * d.shape.size
    print(f"|c| = T |nu| + sum of label * hook = {profile.period} * {d.shape.size} + {hooks}")
    return 0


def _enumerate(options: argparse.Namespace) -> int:
    profile, weight = options.profile, options.weight
    if options.count:
        limit = {"limit": NO_LIMIT} if options.force else {}
        print(number_of_cylindric_partitions(profile, weight, open=options.open, **limit))
        return 0
    listing = reverse_plane_partitions if options.open else cylindric_partitions
    for c in listing(profile, weight, limit=NO_LIMIT if options.force else LIMIT):
        print(json.dumps([list(mu) for mu in c.partitions]) if options.json else c)
    return 0


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


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="cylindric",
        description="Cylindric partitions: identities checked term by term.",
        epilog="A profile is a word such as 11010 (1 up, 0 down, read round the cylinder) or a "
        "composition such as 3,1,0 (rows shifted by 3, 1, 0: the word 1110100).  "
        "Exit status: 0 agrees, 1 a term differs, 2 bad input.",
    )
    parser.add_version()
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    verify = _command(
        commands,
        "verify",
        _verify,
        "compare the two sides of an identity, term by term",
        "cylindric verify 11010 --order 20                product, layers, transfer, bijection\n"
        "cylindric verify 3,1,0 --check refined --order 8  in z_1 .. z_T: sees the orientation\n"
        "cylindric verify 1010 --check bijection --rule burge --order 9\n"
        "cylindric verify 1010 --qt --order 9             Langer's (q,t)-analog, symbolically\n"
        "cylindric verify 11010 --qt --points 20 --order 24 --save certificate.json\n"
        "cylindric verify 11010 --qt --q 1/3 --t 2/7\n"
        "cylindric verify 11100 --open --method enumeration",
    )
    _order(verify, "compare the terms of degree 0 .. N-1 (default 20)")
    checks = ", ".join(CHECKS)
    verify.add_argument(
        "--check",
        choices=CHECKS,
        metavar="NAME",
        help=f"which identity: {checks} (default borodin)",
    )
    verify.add_argument(
        "--method",
        action="append",
        choices=METHODS,
        metavar="NAME",
        help=f"an object side of borodin, may be repeated: {', '.join(METHODS)}",
    )
    _rule(verify)
    _open(verify)
    verify.add_argument(
        "--qt", action="store_true", help="the (q,t)-analog with Macdonald weights: macdonald"
    )
    for letter in "qt":
        verify.add_argument(
            f"--{letter}",
            type=fraction,
            metavar="X",
            help=f"a number for {letter}: 1/3, or --{letter}=-1/3",
        )
    verify.add_argument("--alpha", type=fraction, metavar="X", help="the number of jack")
    verify.add_argument(
        "--refined", action="store_true", help="macdonald in z_1 .. z_T, by size of mu^k"
    )
    verify.add_argument(
        "--points",
        type=at_least(1),
        metavar="K",
        help="macdonald at K random points modulo random primes",
    )
    verify.add_argument(
        "--seed", type=at_least(0), metavar="S", help="what the points are drawn from (default 0)"
    )
    verify.add_argument("--save", metavar="FILE", help="keep the points and values as JSON")
    verify.add_argument("--json", action="store_true", help="print the comparison as JSON")
    verify.add_argument(
        "--jobs", type=_jobs, default=1, metavar="K", help="share the work among K processes"
    )
    _force(verify)

    series = _command(
        commands,
        "series",
        _series,
        "expand the generating function",
        "cylindric series 11010 --order 30\n"
        "cylindric series 110 --refined --order 5 --form latex\n"
        "cylindric series 3,1,0 --largest-part --order 6",
    )
    _order(series, "print the terms of degree 0 .. N-1 (default 20)")
    kind = series.add_mutually_exclusive_group()
    kind.add_argument("--refined", action="store_true", help="in z_1 .. z_T, by size of mu^k")
    kind.add_argument("--largest-part", action="store_true", help="in x and z, x for largest part")
    series.add_argument(
        "--method",
        choices=METHODS,
        metavar="NAME",
        help=f"count objects instead of expanding the product: {', '.join(METHODS)}",
    )
    series.add_argument(
        "--form",
        choices=("text", "latex", "json", "sympy"),
        default="text",
        metavar="FORM",
        help="text (default), latex, json or sympy",
    )
    _open(series)
    _force(series)

    decompose = _command(
        commands,
        "decompose",
        _decompose,
        "peel a cylindric partition: its growth diagram, shape and labels",
        "cylindric decompose 1100 2 3,1 2 1     mu^1 = (2), mu^2 = (3,1), mu^3 = (2), mu^4 = (1)\n"
        "cylindric decompose 110 0 2 0          0 is the empty partition",
    )
    _partitions(decompose)
    _rule(decompose)
    decompose.add_argument("--json", action="store_true", help="print shape and labels as JSON")

    weight = _command(
        commands,
        "weight",
        print_weight,
        "print the Macdonald weight of a cylindric partition, factor by factor",
        "cylindric weight 1010 2 1 2,1 1\n"
        "cylindric weight 1010 2 1 2,1 1 --form paths         peaks over valleys\n"
        "cylindric weight 1010 2 1 2,1 1 --q 1/3 --t 2/7",
    )
    _partitions(weight)
    weight_options(weight)
    add_recheck(commands)

    listing = _command(
        commands,
        "enumerate",
        _enumerate,
        "list the cylindric partitions of a weight",
        "cylindric enumerate 1010 --weight 3\ncylindric enumerate 1100 --weight 100 --count",
    )
    listing.add_argument(
        "--weight",
        type=at_least(0),
        required=True,
        metavar="N",
        help="the weight |mu^1| + .. + |mu^T|",
    )
    how = listing.add_mutually_exclusive_group()
    how.add_argument(
        "--count", action="store_true", help="print their number only, without listing"
    )
    how.add_argument("--json", action="store_true", help="print each as a JSON list of lists")
    _open(listing)
    _force(listing)

    drawing = _command(
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
    _open(drawing)
    _force(drawing)

    picture = add_command(
        commands,
        "draw",
        draw,
        "draw a cylindric partition, or the diagram of a profile, into a file",
        "cylindric draw surface 1010 2 1 2,1 1 --out surface.svg\n"
        "cylindric draw paths 1010 2 1 2,1 1 --weights --out paths.pdf --theme dark\n"
        "cylindric draw diagram 3,1,0 --turns 3 --out diagram.png",
    )
    picture.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    _profile_argument(picture)
    _partitions(picture, nargs="*")
    _rule(picture)
    draw_options(picture)
    return parser


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], says: str, examples: str
) -> argparse.ArgumentParser:
    parser = add_command(commands, name, run, says, examples)
    _profile_argument(parser)
    return parser


def _profile_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "profile", type=_profile, metavar="PROFILE", help="a word (11010) or a composition (3,1,0)"
    )


def _order(parser: argparse.ArgumentParser, says: str) -> None:
    parser.add_argument("--order", type=at_least(1), default=20, metavar="N", help=says)


def _partitions(parser: argparse.ArgumentParser, nargs: str = "+") -> None:
    parser.add_argument(
        "partitions",
        nargs=nargs,
        type=_parts,
        metavar="MU",
        help="mu^1 .. mu^T, each with commas between its parts; 0 is empty",
    )


def _rule(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rule",
        choices=RULES,
        metavar="NAME",
        help=f"local rule: {', '.join(RULES)} (default rsk)",
    )


def _open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--open", action="store_true", help="mu^0 = mu^T empty: reverse plane partitions"
    )


def _force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="go on however large it is")


def _flag(name: str) -> str:
    return {"methods": "method", "executor": "jobs"}.get(name, name)


def _profile(text: str) -> Profile:
    try:
        if "," not in text:
            return Profile(text)
        parts = text.removesuffix(",").split(",")
        if not all(part.removeprefix("-").isdecimal() for part in parts):
            raise ValueError(f"composition must be integers with commas between, got {text!r}")
        return Profile.from_composition(map(int, parts))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _weights(text: str) -> float | list[float]:
    try:
        parts = text.removesuffix(",").split(",")
        numbers = [float(Fraction(part)) if "/" in part else float(part) for part in parts]
    except (ValueError, ArithmeticError):
        raise argparse.ArgumentTypeError(
            f"must be a number, or numbers with commas between, got {text!r}"
        ) from None
    return numbers if "," in text else numbers[0]


def _jobs(text: str) -> int:
    jobs = at_least(1)(text)
    if jobs > MAX_JOBS:
        raise argparse.ArgumentTypeError(f"must be at most {MAX_JOBS}, got {jobs}")
    return jobs


def _parts(text: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"must be integers with commas between, got {text!r}"
        ) from None
