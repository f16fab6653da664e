"""The command `check`: check certificates in files, by the definition of the commutator alone."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from semicircular.certificates.certificates import Certificate
from semicircular.certificates.factor import FactorCertificate
from semicircular.commands.options import add_json
from termwise.commands import add_command, show
from termwise.formats import from_json


def add_check(commands: Any) -> None:
    """Add the command."""
    check = add_command(
        commands,
        "check",
        run_check,
        "check a certificate in a file, by the definition of the commutator alone",
        "semicircular check c.json\nsemicircular check - --json < c.json",
    )
    check.add_argument("file", metavar="FILE", help="as `certify` makes it; - is stdin")
    add_json(check, "print the comparison as JSON")


def run_check(options: argparse.Namespace) -> int:
    """Check the certificate, and show which line fails."""
    source = sys.stdin if options.file == "-" else None
    text = source.read() if source else Path(options.file).read_text(encoding="utf-8-sig")
    certificate = from_json(text)
    if not isinstance(certificate, Certificate | FactorCertificate):
        raise ValueError(f"FILE must hold a certificate, got {type(certificate).__name__}")
    return show(certificate.check(), as_json=options.json)
