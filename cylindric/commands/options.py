"""What several commands share: profiles, orders, partitions and rules on a command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from cylindric.growth.local_rules import RULES
from cylindric.objects.profiles import MAX_PERIOD, Profile
from termwise.arguments import shown
from termwise.commands import add_command, at_least


def add_profile_command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], says: str, examples: str
) -> argparse.ArgumentParser:
    """Add a command whose first argument is a profile."""
    parser = add_command(commands, name, run, says, examples)
    add_profile(parser)
    return parser


def add_profile(parser: argparse.ArgumentParser) -> None:
    """Add the argument PROFILE."""
    parser.add_argument(
        "profile",
        type=read_profile,
        metavar="PROFILE",
        help="a word (11010 or 1^3,0^2) or a composition (3,1,0)",
    )


def add_order(parser: argparse.ArgumentParser, says: str) -> None:
    """Add --order."""
    parser.add_argument("--order", type=at_least(1), default=20, metavar="N", help=says)


def add_partitions(parser: argparse.ArgumentParser, nargs: str = "+") -> None:
    """Add the arguments mu^1 .. mu^T."""
    parser.add_argument(
        "partitions",
        nargs=nargs,
        type=read_parts,
        metavar="MU",
        help="mu^1 .. mu^T, each with commas between its parts; 0 is empty",
    )


def add_rule(parser: argparse.ArgumentParser) -> None:
    """Add --rule."""
    parser.add_argument(
        "--rule",
        type=str.lower,
        choices=RULES,
        metavar="NAME",
        help=f"local rule: {', '.join(RULES)} (default rsk)",
    )


def add_open(parser: argparse.ArgumentParser) -> None:
    """Add --open."""
    parser.add_argument(
        "--open", action="store_true", help="mu^0 = mu^T empty: reverse plane partitions"
    )


def add_force(parser: argparse.ArgumentParser) -> None:
    """Add --force, which lifts the limits."""
    parser.add_argument("--force", action="store_true", help="go on however large it is")


def given_by_user(value: object) -> bool:
    """Return whether an option was given: neither None nor a flag that is off; 0 is a number.

    >>> given_by_user(0), given_by_user(False), given_by_user(None)
    (True, False, False)
    """
    return value is not None and value is not False


def read_profile(text: str) -> Profile:
    """Read a word, a word with exponents or a composition, which may stand in brackets.

    >>> read_profile("3,1,0"), read_profile("110"), read_profile("1^3,0^2,10")
    (Profile(word='1110100'), Profile(word='110'), Profile(word='1110010'))
    >>> read_profile("(3,1,0)") == read_profile("[3, 1, 0]") == read_profile("3,1,0 ")
    True
    >>> read_profile("3 1 0")
    Traceback (most recent call last):
    argparse.ArgumentTypeError: composition must have commas, as in 3,1,0, got '3 1 0'
    >>> read_profile("")
    Traceback (most recent call last):
    argparse.ArgumentTypeError: word must be a non-empty string of 0s and 1s, got ''
    """
    text = text.strip()
    if (text[:1], text[-1:]) in {("(", ")"), ("[", "]")}:
        text = text[1:-1].replace(" ", "")
        if text.isdecimal():
            text += ","  # [3] is a composition, as people write it
    try:
        if "^" in text:
            return Profile(_multiplied_out(text))
        if "," not in text:
            if re.fullmatch(r"\d+([ ;]+\d+)+", text):
                commas = re.sub("[ ;]+", ",", text)
                raise ValueError(f"composition must have commas, as in {commas}, got {shown(text)}")
            if re.fullmatch("[2-9]", text):
                raise ValueError(
                    f"word must be 0s and 1s, got {shown(text)}; the composition is written {text},"
                )
            return Profile(text)
        parts = text.removesuffix(",").split(",")
        if not all(part.removeprefix("-").isdecimal() for part in parts):
            raise ValueError(f"composition must be integers with commas between, got {shown(text)}")
        return Profile.from_composition(map(int, parts))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _multiplied_out(text: str) -> str:
    """Return the word that letters with exponents and words stand for."""
    pieces = []
    for piece in text.removesuffix(",").split(","):
        word, power, exponent = piece.partition("^")
        if set(word) - set("01") or not word or (power and len(word) > 1):
            raise ValueError(f"word must have 0 or 1 before each ^, got {shown(text)}")
        if power and not (exponent.isascii() and exponent.isdecimal()):
            raise ValueError(f"word must have exponents that are integers, got {shown(text)}")
        times = int(exponent[:20]) if power else 1
        if times > MAX_PERIOD:
            raise ValueError(f"word must have at most {MAX_PERIOD} letters, got {shown(text)}")
        pieces.append(word * times)
        if sum(map(len, pieces)) > MAX_PERIOD:
            raise ValueError(f"word must have at most {MAX_PERIOD} letters, got {shown(text)}")
    return "".join(pieces)


def read_parts(text: str) -> list[int]:
    """Read the parts of a partition.

    >>> read_parts("3,1")
    [3, 1]
    """
    try:
        return [int(part) for part in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"must be integers with commas between, got {shown(text)}"
        ) from None


def read_weights(text: str) -> float | list[float]:
    """Read a number, or z_1 .. z_T.

    >>> read_weights("9/10"), read_weights("0.5,1/2")
    (0.9, [0.5, 0.5])
    """
    try:
        parts = text.removesuffix(",").split(",")
        numbers = [float(Fraction(part)) if "/" in part else float(part) for part in parts]
    except (ValueError, ArithmeticError):
        raise argparse.ArgumentTypeError(
            f"must be a number, or numbers with commas between, got {shown(text)}"
        ) from None
    return numbers if "," in text else numbers[0]
