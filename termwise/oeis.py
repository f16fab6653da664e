"""Files of integers as the OEIS keeps them: b-files, one term a line, and all sequences in one.

    # comments at the top
    0 1
    1 1
    2 2

A line is an index and a term; the indices go up by one.  Read strictly: what is no such file is
refused, with the number of the line.  The file of all sequences, stripped.gz, has a line for each,

    A000041 ,1,1,2,3,5,7,11,15,

and is looked through where it lies: nothing is fetched.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import index
from pathlib import Path
from typing import NoReturn

from termwise.arguments import brief, digits, require_integer, require_iterable, require_text, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.writing import field_repr

MAX_LINES = 10**6
MAX_DIGITS = 10**4
MAX_LETTERS = 10**9
LEAST = 6
"""So many terms must agree before a sequence is named."""
SEQUENCE = re.compile(rb"(A\d{6,}) (,(?:-?\d+,)+)\s*")


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


@door
def find_in_oeis(values: Iterable[int], path: str | Path, least: int = LEAST) -> dict[str, int]:
    """Return the sequences of the OEIS in which given terms stand one after another.

    The file has the first terms of a sequence, some 260 letters of them; where it ends before the
    given terms do, those that it has must agree, and be at least so many.  A sequence that is not
    found has no source there; it may have one under other signs, with zeros between, elsewhere.

    Args:
        values: integers, such as the coefficients of a series; leave out the first if they are
            only how it begins.
        path: the file stripped.gz of oeis.org, or the same unpacked.
        least: how many terms a sequence must have of these, if there are as many.

    Returns:
        For each A-number how many terms of the sequence stand before the given ones.

    Raises:
        TypeError: a value is no integer, or least is none.
        ValueError: no values, least < 1, or a file that is no such list.
        OSError: the file cannot be read.

    Source: the file's own head, oeis.org/stripped.gz; about a second for its 400 000 lines.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "stripped")
    ...     _ = file.write_text("# comment\\nA000041 ,1,1,2,3,5,7,11,\\nA000045 ,0,1,1,2,3,5,8,\\n")
    ...     find_in_oeis([1, 2, 3, 5, 7, 11], file)
    {'A000041': 1}
    """
    terms = BFile(tuple(values)).values
    least = min(require_integer("least", least, 1), len(terms))
    words = [digits(term).encode() for term in terms]
    whole = b",%b," % b",".join(words)
    needle = b",%b," % b",".join(words[:least])
    found, number = {}, 0
    for number, line in _sequences(Path(path)):
        if needle not in line:
            continue
        match = SEQUENCE.fullmatch(line)
        if not match:
            _refuse(path, number, line)
        terms_there = match[2]
        for place in re.finditer(b"(?=%b)" % re.escape(needle), terms_there):
            rest = terms_there[place.start() :]
            if rest.startswith(whole) or whole.startswith(rest):
                found[match[1].decode()] = terms_there.count(b",", 0, place.start())
                break
    if not number:
        raise ValueError(f"path must be the OEIS's stripped.gz, got {path}, which has no sequence")
    return found


def _sequences(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file that are no comments, with their numbers; it may be packed."""
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    try:
        with gzip.open(path) if packed else path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.startswith(b"A"):
                    yield number, line
                elif line.strip() and not line.startswith(b"#"):
                    _refuse(path, number, line)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ValueError(f"path must be a whole file, got {path}: {error}") from None


def _refuse(path: str | Path, number: int, line: bytes) -> NoReturn:
    said = brief(line.decode("ascii", "replace").strip())
    raise ValueError(f"path must be the OEIS's stripped.gz, got {path}, line {number}: {said}")


def _integer(word: str, number: int) -> int:
    """Read an integer as the OEIS writes it, however long."""
    unsigned = word.removeprefix("-")
    if not (unsigned.isascii() and unsigned.isdecimal() and len(unsigned) <= MAX_DIGITS):
        raise ValueError(f"line {number} must have integers, got {brief(word)}")
    from flint import fmpz

    return int(fmpz(word))
