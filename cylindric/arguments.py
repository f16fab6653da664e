"""What every function asks of its arguments: one clear error that says name, need and value."""

from __future__ import annotations

from operator import index

LIMIT = 10**7
"""How many objects a call may list before it asks for `limit=`."""


def require_integer(name: str, value: int, least: int) -> int:
    """Return the value as an int if it is an integer, and at least `least`.

    >>> require_integer("order", 0, 1)
    Traceback (most recent call last):
    ValueError: order must be at least 1, got 0
    """
    try:
        whole = index(value)
    except TypeError:
        raise TypeError(f"{name} must be an integer, got {value!r}") from None
    if whole < least:
        raise ValueError(f"{name} must be at least {least}, got {whole}")
    return whole


def require_at_most(limit: int, number: int, what: str) -> None:
    """Refuse a request for more than `limit` of something, and say how large it is.

    >>> require_at_most(10, 12, "objects")
    Traceback (most recent call last):
    ValueError: this takes 12 objects, more than the limit of 10: pass limit=12 to go on
    """
    if number > limit:
        raise ValueError(
            f"this takes {number} {what}, more than the limit of {limit}: "
            f"pass limit={number} to go on"
        )
