"""What every function asks of its arguments: one clear error that says name, need and value."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from operator import index
from reprlib import Repr
from typing import Any, NoReturn

import numpy as np
from flint import fmpz

LIMIT = 10**7
"""How many objects a call may list before it asks for `limit=`."""

NO_LIMIT = 10**30
"""What `limit=` is where a caller has allowed everything, as --force does."""


class _Shown(Repr):
    """A repr that fits into a line, whatever it is asked to show."""

    maxlevel, maxlist, maxtuple, maxset, maxfrozenset, maxdict = 4, 20, 20, 20, 20, 20
    maxstring, maxother, maxlong = 100, 200, 60

    def repr_int(self, value: int, level: int) -> str:
        return short_integer(value, self.maxlong)

    def repr_Fraction(self, value: Fraction, level: int) -> str:  # noqa: N802 - reprlib's name
        ends = (short_integer(part, self.maxlong) for part in (value.numerator, value.denominator))
        return f"Fraction({', '.join(ends)})"

    def repr_instance(self, value: object, level: int) -> str:
        text = super().repr_instance(value, level)
        return " ".join(text.split())


_SHOWN = _Shown()


def shown(value: object) -> str:
    """Return the repr of what was given, short enough for a message of one line.

    >>> shown([10**100, "x"])
    "[1000000000..0000000000 (101 digits), 'x']"
    """
    try:
        return _SHOWN.repr(value)
    except Exception:  # whatever it is, its own repr does not work
        return f"<{type(value).__name__}>"


def brief(value: object) -> str:
    """Return a value as it prints, short enough for a message of one line.

    >>> brief("1" * 1000) == "1" * 100 + ".."
    True
    """
    if isinstance(value, int):
        return short_integer(value)
    if isinstance(value, Fraction):
        below = "" if value.denominator == 1 else f"/{short_integer(value.denominator)}"
        return short_integer(value.numerator) + below
    try:
        text = " ".join(str(value).split())
    except Exception:  # an integer inside may be too long for Python to print
        return shown(value)
    return text if len(text) <= 200 else f"{text[:100]}.."


def short_integer(value: int, longest: int = 60) -> str:
    """Return an integer in digits, or its ends and how many digits it has.

    >>> short_integer(-(7**100))
    '-3234476509..6928060001 (85 digits)'
    """
    if type(value) is bool or abs(value) < 10**longest:
        return str(value)
    whole = digits(abs(value))
    sign = "-" if value < 0 else ""
    return f"{sign}{whole[:10]}..{whole[-10:]} ({len(whole)} digits)"


def digits(value: int) -> str:
    """Return an integer in digits, however many: Python's own stop at 4300.

    >>> len(digits(10**5000))
    5001
    """
    return str(fmpz(value))


def require_integer(name: str, value: Any, least: int | None = None) -> int:
    """Return the value as an int if it is an integer, and at least `least` if that is given.

    A bool is no integer.

    >>> require_integer("n", 0, 1)
    Traceback (most recent call last):
    ValueError: n must be at least 1, got 0
    """
    try:
        if isinstance(value, bool | np.bool_):
            raise TypeError
        whole = index(value)
    except TypeError:
        raise TypeError(f"{name} must be an integer, got {shown(value)}") from None
    if least is not None and whole < least:
        raise ValueError(f"{name} must be at least {least}, got {shown(whole)}")
    return whole


def require_flag(name: str, value: Any) -> bool:
    """Return the value if it is a bool; no other truth is one.

    >>> require_flag("open", "no")
    Traceback (most recent call last):
    TypeError: open must be True or False, got 'no'
    """
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be True or False, got {shown(value)}")
    return value


def require_text(name: str, value: Any) -> str:
    """Return the value if it is a string.

    >>> require_text("theme", [])
    Traceback (most recent call last):
    TypeError: theme must be a string, got []
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a string, got {shown(value)}")
    return value


def require_iterable(name: str, values: Any) -> Any:
    """Return the argument if it can be gone through; a string is one thing, not many.

    >>> require_iterable("parts", 3)
    Traceback (most recent call last):
    TypeError: parts must be an iterable, got 3
    """
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be an iterable, got {shown(values)}")
    return values


def require_at_most(limit: int, number: int, what: str, *, keyword: str | None = "limit") -> None:
    """Refuse a request for more than `limit` of something, and say how large it is.

    Args:
        limit: what is allowed.
        number: what is asked for.
        what: of what, in the plural.
        keyword: the argument of the caller that lifts the limit; None if nothing does.

    >>> require_at_most(10, 12, "matrices")
    Traceback (most recent call last):
    ValueError: this takes 12 matrices, more than the limit of 10: pass limit=12 to go on
    >>> require_at_most(10, 12, "points", keyword=None)
    Traceback (most recent call last):
    ValueError: this takes 12 points, more than the 10 that are possible
    """
    if number > require_integer("limit", limit):
        if keyword is None:
            raise ValueError(
                f"this takes {shown(number)} {what}, more than the {shown(limit)} that are possible"
            )
        larger = f"{keyword}={number} to go on" if number < 10**30 else f"a larger {keyword}"
        raise ValueError(
            f"this takes {shown(number)} {what}, more than the limit of {shown(limit)}: "
            f"pass {larger}"
        )


def require_power_at_most(limit: int, exponent: int, what: str) -> None:
    """Refuse a request for 2^exponent of something if that is far beyond the limit.

    The number itself is not made: it may be too long.  What is not far beyond is left to
    `require_at_most`.

    Args:
        limit: what is allowed.
        exponent: there are at least 2^exponent.
        what: of what, in the plural.

    >>> require_power_at_most(10**4, 10**12, "matrices")
    Traceback (most recent call last):
    ValueError: this takes 2^1000000000000 matrices or more, above the limit of 10000
    """
    if exponent > require_integer("limit", limit).bit_length() + 200:
        raise ValueError(
            f"this takes 2^{shown(exponent)} {what} or more, above the limit of {shown(limit)}"
        )


def refuse(limit: int, what: str) -> NoReturn:
    """Refuse what is known to be above the limit, though not by how much.

    >>> refuse(10, "more than 12 matrices")
    Traceback (most recent call last):
    ValueError: this takes more than 12 matrices, above the limit of 10: pass a larger limit
    """
    raise ValueError(f"this takes {what}, above the limit of {shown(limit)}: pass a larger limit")


def require_generator(rng: np.random.Generator | int | None) -> np.random.Generator:
    """Return the generator itself, or a new one from a seed (None: fresh entropy).

    >>> require_generator("seven")
    Traceback (most recent call last):
    TypeError: rng must be a numpy Generator, an int seed or None, got 'seven'
    """
    if isinstance(rng, np.random.Generator):
        return rng
    if rng is None:
        return np.random.default_rng()
    try:
        seed = require_integer("rng", rng)
    except TypeError:
        raise TypeError(
            f"rng must be a numpy Generator, an int seed or None, got {shown(rng)}"
        ) from None
    if seed < 0:
        raise ValueError(f"rng must be a seed of at least 0, got {shown(seed)}")
    return np.random.default_rng(seed)
