"""Exact values as text, however long they are: Python's own str stops at 4300 digits.

One mechanism for whatever prints integers: `written` is str, `exact_repr` is repr, `field_repr` is
the repr of a dataclass, each with integers and fractions of any length.  What is too long to be
read, as in an error, is shortened by `shown` and `brief` of `termwise.arguments` instead.

    >>> len(written(10**5000)), exact_repr((1, {"a": Fraction(1, 2)}))
    (5001, "(1, {'a': Fraction(1, 2)})")
"""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

from termwise.arguments import digits, shown


def written(value: Any) -> str:
    """Return the value as str does.

    >>> written(Fraction(-1, 2)), written(True), written((1, "a"))
    ('-1/2', 'True', "(1, 'a')")
    """
    if type(value) is int:
        return digits(value)
    if isinstance(value, Fraction):
        below = "" if value.denominator == 1 else f"/{digits(value.denominator)}"
        return digits(value.numerator) + below
    return exact_repr(value) if type(value) in (tuple, list, dict) else str(value)


def exact_repr(value: Any) -> str:
    """Return the value as repr does; of tuples, lists and dicts, whatever is in them.

    >>> exact_repr(Fraction(-1, 2)), exact_repr([(1,), {}]), len(exact_repr([10**5000]))
    ('Fraction(-1, 2)', '[(1,), {}]', 5003)
    """
    if type(value) is int:
        return digits(value)
    if isinstance(value, Fraction):
        return f"Fraction({digits(value.numerator)}, {digits(value.denominator)})"
    if type(value) is list:
        return f"[{', '.join(map(exact_repr, value))}]"
    if type(value) is tuple:
        return f"({', '.join(map(exact_repr, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, dict | MappingProxyType):
        pairs = (f"{exact_repr(key)}: {exact_repr(item)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    return repr(value)


def write_file(path: str | Path, text: str) -> Path:
    """Write a text to a file, and return its path.

    Raises:
        ValueError: the path is that of a folder, or empty.

    >>> write_file("", "text")
    Traceback (most recent call last):
    ValueError: path must be the name of a file, got ''
    """
    file = Path(path)
    if not file.name or file.is_dir():
        raise ValueError(f"path must be the name of a file, got {shown(str(path))}")
    file.write_text(text, encoding="utf-8")
    return file


def field_repr(self: Any) -> str:
    """Return the repr of a dataclass or named tuple: `__repr__ = field_repr` in its body."""
    names = getattr(self, "_fields", None) or [f.name for f in fields(self) if f.repr]
    given = (f"{name}={exact_repr(getattr(self, name))}" for name in names)
    return f"{type(self).__qualname__}({', '.join(given)})"
