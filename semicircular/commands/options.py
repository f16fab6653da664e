"""Options that several commands share, declared once, and how words and numbers are read."""

from __future__ import annotations

import argparse

from semicircular.objects.words import Word
from termwise.arguments import shown
from termwise.commands import at_least


def word(text: str) -> Word:
    """Read a word: digits, or letters with commas; () is the vacuum.

    It is a type of an option of `argparse`.

    >>> word("121"), word("1,12"), word("12,"), word("()")
    ((1, 2, 1), (1, 12), (12,), ())
    """
    try:
        if text == "()":
            return ()
        parts = text.rstrip(",").split(",") if "," in text else list(text)
        letters = tuple(int(part) for part in parts)
        if not letters or min(letters) < 1:
            raise ValueError
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"must be a word such as 121, or 1,12 with commas, got {shown(text)}"
        ) from None
    return letters


def add_letters(parser: argparse.ArgumentParser) -> None:
    """Add --n, the number of letters."""
    parser.add_argument(
        "--n", type=at_least(1), default=2, metavar="N", help="how many letters (default 2)"
    )


def add_size(parser: argparse.ArgumentParser, default: int | None = None) -> None:
    """Add --M, the size of a block."""
    parser.add_argument(
        "--M",
        dest="size",
        type=at_least(0),
        required=default is None,
        default=default,
        metavar="M",
        help="the size of a block: pairs with a + b <= M"
        + ("" if default is None else f" (default {default})"),
    )


def add_degree(parser: argparse.ArgumentParser, default: int | None = None) -> None:
    """Add --L, the largest length of a word."""
    parser.add_argument(
        "--L",
        dest="degree",
        type=at_least(0),
        required=default is None,
        default=default,
        metavar="L",
        help="the largest length of a word" + ("" if default is None else f" (default {default})"),
    )


def add_letter(parser: argparse.ArgumentParser, default: int | None = None) -> None:
    """Add --letter, of the commutator."""
    parser.add_argument(
        "--letter",
        type=at_least(1),
        default=default,
        metavar="I",
        help="the commutator is that with s_I"
        + (" (default: 1, or 2 for a power of 1)" if default is None else f" (default {default})"),
    )


def add_json(parser: argparse.ArgumentParser, says: str = "print as JSON") -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help=says)


def add_force(parser: argparse.ArgumentParser) -> None:
    """Add --force, which lifts a limit."""
    parser.add_argument("--force", action="store_true", help="go on however much there is to do")
