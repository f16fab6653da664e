"""What every function asks of its arguments: one clear error that says name, need and value."""

from __future__ import annotations

from operator import index
from typing import NoReturn

import numpy as np

LIMIT = 10**7
"""How many objects a call may list before it asks for `limit=`."""

NO_LIMIT = 10**30
"""What `limit=` is where a caller has allowed everything, as --force does."""


def require_integer(name: str, value: int, least: int | None = None) -> int:
    """Return the value as an int if it is an integer, and at least `least` if that is given.

    >>> require_integer("n", 0, 1)
    Traceback (most recent call last):
    ValueError: n must be at least 1, got 0
    """
    try:
        whole = index(value)
    except TypeError:
        raise TypeError(f"{name} must be an integer, got {value!r}") from None
    if least is not None and whole < least:
        raise ValueError(f"{name} must be at least {least}, got {whole}")
    return whole


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
            raise ValueError(f"this takes {number} {what}, more than the {limit} that are possible")
        raise ValueError(
            f"this takes {number} {what}, more than the limit of {limit}: "
            f"pass {keyword}={number} to go on"
        )


def refuse(limit: int, what: str) -> NoReturn:
    """Refuse what is known to be above the limit, though not by how much.

    >>> refuse(10, "more than 12 matrices")
    Traceback (most recent call last):
    ValueError: this takes more than 12 matrices, above the limit of 10: pass a larger limit
    """
    raise ValueError(f"this takes {what}, above the limit of {limit}: pass a larger limit")


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
        return np.random.default_rng(index(rng))
    except TypeError:
        raise TypeError(
            f"rng must be a numpy Generator, an int seed or None, got {rng!r}"
        ) from None
