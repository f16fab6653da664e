"""Checks that agree, differ, raise, or end the process that runs them."""

import os
import signal
import time

from termwise import Claim, Comparison


def square(unit, *, wrong=None, seconds=0.0):
    """The sum of the first odd numbers is a square; a wrong one is injected."""
    time.sleep(seconds)
    rows = {k: sum(range(1, 2 * k, 2)) for k in range(unit + 1)}
    if unit == wrong:
        rows[unit] -= 1
    return Comparison.of_terms(
        "sums of odd numbers", {"sum": rows, "square": {k: k * k for k in range(unit + 1)}}
    )


def busy(unit, *, seconds):
    """Work for so many seconds of CPU."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        sum(range(1000))
    return square(unit % 10)


def poison(unit, *, at):
    """End the worker that is given a certain unit."""
    if unit == at:
        os.kill(os.getpid(), signal.SIGKILL)
    return square(unit)


def raising(unit):
    """Refuse odd units."""
    if unit % 2:
        raise ZeroDivisionError(f"nothing\nis divided by {unit}")
    return square(unit)


def claim(unit):
    """Claim that numbers are less than 3."""
    if unit < 3:
        return Claim("n < 3", f"n = {unit}", "checked")
    return Claim("n < 3", f"n = {unit}", "refuted", counterexample=f"n = {unit}")


def no_comparison(unit):
    """Return what is no comparison."""
    return unit == 0


NOT_A_FUNCTION = 1


def leaving(unit):
    """End Python, as a script would."""
    raise SystemExit(0)
