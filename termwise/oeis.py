"""Files of integers as the OEIS keeps them: b-files, one term a line.

    # comments at the top
    0 1
    1 1
    2 2

A line is an index and a term; the indices go up by one.  Read strictly: what is no such file is
refused, with the number of the line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import index

from termwise.arguments import brief, digits, require_integer, require_iterable, require_text, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.writing import field_repr

MAX_LINES = 10**6
MAX_DIGITS = 10**4
MAX_LETTERS = 10**9


@dataclass(frozen=True)
class BFile(Storable):
    """The terms of a sequence, the index of the first, and the comments.

    Args:
        values: the terms, integers.
        offset: the index of the first.
        comments: lines without the # before them.

    >>> print(BFile((1, 1, 2), comments=("partitions",)))
    # partitions
    0 1
    1 1
    2 2
    """

    values: tuple[int, ...]
    offset: int = 0
    comments: tuple[str, ...] = ()

    __repr__ = field_repr

    def __post_init__(self) -> None:
        for name, kind in (("values", "integers"), ("comments", "lines")):
            given = getattr(self, name)
            if isinstance(given, str | bytes) or not isinstance(given, Iterable):
                raise TypeError(f"{name} must be a tuple of {kind}, got {shown(given)}")
        try:
            values = tuple(index(value) for value in self.values)
        except TypeError:
            raise TypeError(f"values must be integers, got {shown(self.values)}") from None
        comments = tuple(require_text("comments", line) for line in self.comments)
        for line in comments:
            if "\n" in line or "\r" in line or not line.isascii():
                raise ValueError(f"comments must be lines of ASCII, got {shown(line)}")
        object.__setattr__(self, "values", values)
        object.__setattr__(self, "offset", require_integer("offset", self.offset))
        object.__setattr__(self, "comments", comments)
        if not values:
            raise ValueError("values must have a term, got none")

    def __str__(self) -> str:
        lines = [f"# {line}".rstrip() for line in self.comments]
        lines += [f"{digits(n)} {digits(a)}" for n, a in enumerate(self.values, self.offset)]
        return "\n".join(lines)

    def __len__(self) -> int:
        return len(self.values)


@door
def to_bfile(values: Iterable[int], offset: int = 0, comments: Iterable[str] = ()) -> str:
    """Return the text of a b-file; it ends with the end of a line, as the OEIS asks.

    Args:
        values: integers, such as the coefficients of a series.
        offset: the index of the first.
        comments: lines for its top.

    >>> to_bfile([1, 1, 2], offset=1)
    '1 1\\n2 1\\n3 2\\n'
    """
    lines = require_iterable("comments", comments)
    return f"{BFile(tuple(values), offset, tuple(lines))}\n"


@door
def from_bfile(text: str) -> BFile:
    """Read the text of a b-file.

    Raises:
        ValueError: a line that is no index and term, an index that is not the next, no terms, or
            more than a million of them.

    >>> from_bfile("# A000041\\n0 1\\n1 1\\n2 2\\n").values
    (1, 1, 2)
    >>> from_bfile("0 1\\n2 2\\n")
    Traceback (most recent call last):
    ValueError: line 2 must have the index 1, got 2
    """
    lines = text.splitlines()
    if len(lines) > MAX_LINES or len(text) > MAX_LETTERS:
        raise ValueError(f"text must have at most {MAX_LINES} lines, got {len(lines)}")
    comments: list[str] = []
    values: list[int] = []
    offset = 0
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if line.startswith("#"):
            comments.append(line[1:].strip().encode("ascii", "replace").decode())
        elif line:
            words = line.split()
            if len(words) != 2:
                raise ValueError(f"line {number} must be an index and a term, got {brief(line)}")
            n, term = (_integer(word, number) for word in words)
            if not values:
                offset = n
            elif n != offset + len(values):
                raise ValueError(
                    f"line {number} must have the index {brief(offset + len(values))}, "
                    f"got {brief(n)}"
                )
            values.append(term)
    if not values:
        raise ValueError("text must be a b-file, with a line for each term, got no term")
    return BFile(tuple(values), offset, tuple(comments))


def _integer(word: str, number: int) -> int:
    """Read an integer as the OEIS writes it, however long."""
    unsigned = word.removeprefix("-")
    if not (unsigned.isascii() and unsigned.isdecimal() and len(unsigned) <= MAX_DIGITS):
        raise ValueError(f"line {number} must have integers, got {brief(word)}")
    from flint import fmpz

    return int(fmpz(word))
