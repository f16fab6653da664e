"""What one call may cost, in bytes and in elementary steps: the one place that knows a machine.

A guard asks for the price of the work, not only of the answer, and before the work begins.  FLINT
and GMP end the process when memory runs out, which nothing can catch; so what is far too large must
never reach them.

    >>> require_bytes(10**13, "the coefficients")
    Traceback (most recent call last):
    ValueError: this takes about 1e+04 GB for the coefficients, more than the 4 GB of one call
"""

from __future__ import annotations

BYTES = 4 * 10**9
"""A call may take so many bytes."""

STEPS = 10**10
"""A call may take so many steps of a compiled loop: about a minute."""


def require_bytes(number: float, what: str) -> None:
    """Refuse what does not fit into the memory of one call.

    Args:
        number: an estimate of the bytes; infinity is too many.
        what: for what.
    """
    if number > BYTES:
        gigabytes = number // 10**9 if isinstance(number, int) else number / 1e9
        raise ValueError(
            f"this takes about {_short(gigabytes)} GB for {what}, "
            f"more than the {BYTES // 10**9} GB of one call"
        )


def require_steps(number: float, what: str) -> None:
    """Refuse what would take longer than a call may.

    Args:
        number: an estimate of the elementary steps.
        what: of what.

    >>> require_steps(10**20, "additions")
    Traceback (most recent call last):
    ValueError: this takes about 1e+20 additions, more than the 1e+10 of one call
    """
    if number > STEPS:
        raise ValueError(
            f"this takes about {_short(number)} {what}, more than the {STEPS:.0e} of one call"
        )


def _short(number: float) -> str:
    try:
        return f"{float(number):.1g}"
    except OverflowError:
        return f"10^{len(str(number)) - 1}" if number < 10**4000 else "more than 10^4000"
