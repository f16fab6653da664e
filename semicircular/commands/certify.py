"""The command `certify`: certify that a word, or every short word, is nearly a commutator."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from semicircular.certificates.certificates import Certificate
from semicircular.certificates.construction import (
    LIMIT,
    certificate,
    factor_certificate,
    letter_for,
)
from semicircular.certificates.factor import FactorCertificate, require_letters
from semicircular.commands.options import (
    add_degree,
    add_force,
    add_json,
    add_letter,
    add_letters,
    word,
)
from termwise.arguments import NO_LIMIT
from termwise.commands import add_command, at_least, show


def add_certify(commands: Any) -> None:
    """Add the command."""
    certify = add_command(
        commands,
        "certify",
        run_certify,
        "write a word as a commutator and a small rest, and check it",
        "semicircular certify 121 --letter 1 --L 30\n"
        "semicircular certify 2 --L 101 --json > c.json    then: semicircular check c.json\n"
        "semicircular certify --length 3 --L 20 --out factor.json    every word of length 1 to 3",
    )
    certify.add_argument("word", nargs="?", type=word, metavar="WORD", help="such as 121")
    certify.add_argument(
        "--length", type=at_least(1), metavar="K", help="every word of length 1 to K instead"
    )
    add_letters(certify)
    add_letter(certify)
    add_degree(certify)
    add_json(certify, "print the certificate as JSON, in place of its check")
    certify.add_argument("--out", metavar="FILE", help="save the certificate as JSON too")
    add_force(certify)


def run_certify(options: argparse.Namespace) -> int:
    """Make the certificate, print it or its check, and save it."""
    if (options.word is None) == (options.length is None):
        raise ValueError("give either WORD or --length K")
    made: Certificate | FactorCertificate
    if options.word is not None:
        letter = options.letter or letter_for(options.word)
        if max((*options.word, letter)) > require_letters(options.n):
            raise ValueError(f"WORD and --letter must be in the letters 1..{options.n}")
        made = certificate(options.word, letter, options.degree)
    elif options.letter is not None:
        raise ValueError("--letter goes with WORD only")
    else:
        limit = NO_LIMIT if options.force else LIMIT
        made = factor_certificate(
            options.n, options.length, options.degree, limit=limit, progress=sys.stderr.isatty()
        )
    if options.out is not None:
        made.save(Path(options.out))
    if options.json:
        print(made.to_json())
        return 0 if made.check() else 1
    return show(made.check(), as_json=False)
