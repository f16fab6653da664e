"""The command `recurrence`: of the polynomials of one profile, with a proof, or guessed."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from typing import Any

from cylindric.commands.options import add_profile_command
from cylindric.discovery.guessing import guess_recurrence
from cylindric.discovery.level_checks import OF
from cylindric.discovery.levels import Level
from cylindric.discovery.uncoupling import uncouple
from termwise.claims import Claim
from termwise.commands import at_least
from termwise.formats import Storable
from termwise.json_text import json_text

LONG = 2000
"""What has more letters is printed only on request."""


def add_recurrence(commands: Any) -> None:
    """Add the command `recurrence`."""
    recurrence = add_profile_command(
        commands,
        "recurrence",
        _recurrence,
        "find the recurrence of the polynomials of a profile, and prove it",
        "cylindric recurrence 2,1,1 --prove             N_(c,n), from all layers of the level\n"
        "cylindric recurrence 2,1 --prove --check 20    and its terms against the layers\n"
        "cylindric recurrence 2,1 --equation G          as a q-difference equation\n"
        "cylindric recurrence 5,0,0 --prove --json > certificate.json\n"
        "cylindric recurrence 4,0,0 --guess 40 --of Q   from 40 terms, for any profile",
    )
    recurrence.add_argument("--prove", action="store_true", help="certify it in Z[q, X]")
    recurrence.add_argument(
        "--check", type=at_least(1), metavar="N", help="compare its terms up to N with the layers"
    )
    recurrence.add_argument(
        "--equation",
        type=str.upper,
        choices=("F", "G"),
        metavar="F|G",
        help="print the q-difference equation of F_c(z), or of G_c(z) = (zq; q)_inf F_c(z)",
    )
    recurrence.add_argument(
        "--guess", type=at_least(1), metavar="N", help="guess it from the first N terms instead"
    )
    recurrence.add_argument(
        "--of", type=str.upper, choices=OF, metavar="NAME", help="--guess for N, P, H or Q"
    )
    recurrence.add_argument("--latex", action="store_true", help="print LaTeX")
    recurrence.add_argument("--whole", action="store_true", help="print it however long it is")
    recurrence.add_argument("--json", action="store_true", help="print all of it as JSON")


def _recurrence(options: argparse.Namespace) -> int:
    if options.guess is None:
        return _uncouple(options)
    for name in ("prove", "check", "equation"):
        if getattr(options, name):
            raise ValueError(f"--{name} does not go with --guess: it asks for what is proved")
    level = Level(options.profile.rank, options.profile.level)
    of, last = options.of or "N", options.guess - 1
    level.prepare(last, progress=sys.stderr.isatty())
    terms = level.polynomials(options.profile, last, of=of)
    name = f"{of}_({','.join(map(str, options.profile.composition))})"
    search = guess_recurrence(terms, name=name, progress=sys.stderr.isatty())
    again = f"cylindric recurrence {options.profile} --guess {options.guess} --of {of}"
    claim = replace(search.claim, reproduce=again)
    return _print(options, {"recurrence": search.recurrence}, [claim])


def _uncouple(options: argparse.Namespace) -> int:
    if options.of:
        raise ValueError("--of goes with --guess only")
    found = uncouple(options.profile, progress=sys.stderr.isatty())
    if options.check is not None and options.check < found.order:
        raise ValueError(f"--check must be at least {found.order}, the order, got {options.check}")
    printed: dict[str, Any] = {"recurrence": found}
    if options.equation:
        printed["equation"] = found.difference_equation(options.equation)
    claims = [found.prove()] if options.prove else []
    claims += [found.check(options.check)] if options.check is not None else []
    return _print(options, printed, claims)


def _print(options: argparse.Namespace, found: dict[str, Any], claims: list[Claim]) -> int:
    """Print what was found, and the claims; the status is 1 if one of them is refuted."""
    if options.json:
        document = {name: _document(value) for name, value in found.items()}
        print(json_text({**document, "claims": [_document(claim) for claim in claims]}))
    else:
        for name, value in found.items():
            if value is None:
                continue
            text = value.to_latex() if options.latex else str(value)
            if len(text) > LONG and not options.whole:
                text = f"the {name} has {len(text)} letters: --whole prints it, or --json"
            print(text)
        for claim in claims:
            print(claim.to_latex() if options.latex else claim)
    return 0 if all(claims) else 1


def _document(value: Storable | None) -> Any:
    return None if value is None else json.loads(value.to_json())
