"""Reading exact numbers and matrices of them, as people write them on a command line or in a file.

What cannot be read is refused with a ValueError, in one line: the user's mistake and not a bug.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

from flint import fmpz

from termwise.arguments import shown
from termwise.exact import Exact


def whole_number(text: str) -> int:
    """Read an integer of any length, as `int` reads a short one.

    >>> whole_number("-12"), whole_number("9" * 5000) == 10**5000 - 1
    (-12, True)

    Raises:
        ValueError: the text is no integer.
    """
    try:
        return int(text)
    except ValueError:
        if not re.fullmatch(r"\s*[+-]?[0-9]{1000,}\s*", text):
            raise
    return int(fmpz(text.strip().removeprefix("+")))


def fraction(text: str) -> Fraction:
    """Read an integer, a fraction such as 1/3 or a decimal such as 1.5, which is 3/2.

    It is a type of an option of `argparse`.

    Raises:
        argparse.ArgumentTypeError: the text is none of these.

    >>> fraction("2/7"), fraction("1.5")
    (Fraction(2, 7), Fraction(3, 2))
    """
    try:
        return _number(text)
    except (ValueError, ZeroDivisionError):
        raise argparse.ArgumentTypeError(
            f"must be an integer, a fraction such as 1/3 or a decimal, got {shown(text)}"
        ) from None


def exact_text(name: str, text: Any) -> Exact:
    """Return the number that a text such as "-2", "1/3" or "1.5" stands for.

    Args:
        name: the number, as the error calls it.
        text: a text, or an int.

    Raises:
        ValueError: what is no number.

    >>> exact_text("lam", "-2"), exact_text("lam", " 1/3"), exact_text("lam", "1.5")
    (-2, Fraction(1, 3), Fraction(3, 2))
    >>> exact_text("lam", "half")
    Traceback (most recent call last):
    ValueError: lam must be exact, such as 2, 1/3 or 1.5, got 'half'
    """
    if isinstance(text, int) and not isinstance(text, bool):
        return text
    refused = f"{name} must be exact, such as 2, 1/3 or 1.5, got {shown(text)}"
    if not isinstance(text, str):
        raise ValueError(refused)
    try:
        number = _number(text)
    except ZeroDivisionError:
        raise ValueError(f"{name} must not be divided by 0, got {shown(text)}") from None
    except ValueError:
        hint = _hint(text)
        raise ValueError(refused + hint) from None
    return int(number) if number.denominator == 1 else number


def _number(text: str) -> Fraction:
    above, slash, below = text.strip().partition("/")
    before, point, after = above.partition(".")
    if slash or not point:
        return Fraction(whole_number(above), whole_number(below) if slash else 1)
    if "e" in after.lower():  # 1.0e9999999 is short, and its digits are not
        raise ValueError
    if len(above) < 1000:
        return Fraction(above)
    return Fraction(whole_number(before + after), 10 ** len(after))


def _hint(text: str) -> str:
    """Say what keeps the numbers of a row apart, where they are apart by something else."""
    if not text.strip():
        return "; is there a comma too many?"
    pieces = text.replace(";", " ").split()
    if len(pieces) > 1 and all(re.fullmatch(r"-?\d+([./]\d+)?", piece) for piece in pieces):
        return "; write commas between the entries of a row"
    return ""


def exact_table(name: str, text: str) -> list[list[Exact]]:
    """Return the rows of a JSON list of rows; an entry is an integer or a text such as "1/3".

    Args:
        name: the table, as errors call it.
        text: the JSON.

    Raises:
        ValueError: the text is no such list, or an entry is not exact.

    >>> exact_table("lam", '[[1, "1/3"]]')
    [[1, Fraction(1, 3)]]
    """
    try:
        rows = json.loads(text, parse_int=whole_number, parse_float=str)
    except json.JSONDecodeError as error:
        raise ValueError(f"{name} must be JSON: {error}") from None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ValueError(f"{name} must be a list of rows")
    return [[exact_text(f"{name}, row {i}", c) for c in row] for i, row in enumerate(rows, 1)]


def read_matrix(path: str) -> list[list[Exact]]:
    """Read a matrix of exact numbers from a CSV or JSON file, or from standard input (-).

    JSON is a list of rows; an entry is an integer or a string such as "1/3".  CSV has one row a
    line, its entries like 2, -5 or 1/3.

    Args:
        path: of the file.

    Raises:
        ValueError: an entry that is not exact, or text that is no table.
        OSError: a file that cannot be read.
    """
    text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    name = "standard input" if path == "-" else path
    if text.lstrip().startswith("["):
        return exact_table(name, text)
    try:
        rows = [row for row in csv.reader(text.splitlines()) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise ValueError(f"{name} must be CSV: {error}") from None
    if not rows:
        raise ValueError(f"{name} must hold a matrix, got nothing")
    return [[exact_text(f"{name}, row {i}", c) for c in row] for i, row in enumerate(rows, 1)]
