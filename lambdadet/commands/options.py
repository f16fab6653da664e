"""Options that several commands share, declared once, and how their values are read."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from termwise.commands import at_least
from termwise.reading import exact_table, exact_text


def add_size(parser: argparse.ArgumentParser) -> None:
    """Add N, the size."""
    parser.add_argument("n", type=at_least(1), metavar="N", help="the size, at least 1")


def add_generic(parser: argparse.ArgumentParser) -> None:
    """Add --constant and --x0: which lambda-determinant is expanded or checked."""
    parser.add_argument(
        "--constant", action="store_true", help="one lam and mu = 1, not all lam_ij and mu_ij"
    )
    parser.add_argument(
        "--x0",
        choices=("generic", "1"),
        metavar="WHAT",
        help="generic or 1 (default generic, with --constant 1)",
    )


def parameters_of(options: argparse.Namespace) -> str:
    """Return the word for the parameters that --constant asks for."""
    return "constant" if options.constant else "multi"


def is_x0_generic(options: argparse.Namespace) -> bool:
    """Return whether x[0] is generic: by default with all parameters, not with one lam."""
    return bool((options.x0 or ("1" if options.constant else "generic")) == "generic")


def add_force(parser: argparse.ArgumentParser, says: str) -> None:
    """Add --force, which lifts a limit."""
    parser.add_argument("--force", action="store_true", help=says)


def number(name: str) -> Callable[[str], Any]:
    """Return a type for an option: an exact number, called by this name in errors.

    >>> number("lam")("1/3")
    Fraction(1, 3)
    """
    return _reader(name, exact_text)


def number_or_table(name: str) -> Callable[[str], Any]:
    """Return a type for an option: an exact number, or a JSON table of them.

    >>> number_or_table("lam")("[[1, 2], [3, 4]]")
    [[1, 2], [3, 4]]
    """

    def read(name: str, text: str) -> Any:
        return exact_table(name, text) if text.lstrip().startswith("[") else exact_text(name, text)

    return _reader(name, read)


def _reader(name: str, read: Callable[[str, str], Any]) -> Callable[[str], Any]:
    def convert(text: str) -> Any:
        try:
            return read(name, text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert
