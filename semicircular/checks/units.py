"""Units of sweeps: one M or L, {"bound": 16}; each goes to a check by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from typing import Any

from semicircular.checks.catalogue import CHECKS
from termwise import Comparison

LEAST = {"certificates": 1}
"""The least bound of a check, where it is not 0."""


class OnlyTheLast(Executor):
    """Run the last unit of work alone: of all M up to a bound, the rows of the bound."""

    def map(self, fn: Callable[..., Any], *iterables: Any, **given: Any) -> Iterator[Any]:
        """Return what the function gives for the last item."""
        (items,) = iterables
        return map(fn, items[-1:])


def check_bound(unit: Mapping[str, int], *, check: str, **parameters: Any) -> Comparison:
    """Run a check by its name for one M or L; a sweep over the smaller ones has the others.

    Args:
        unit: {"bound": M}.
        check: a name in CHECKS.
        parameters: of the check.

    >>> print(*(row.term for row in check_bound({"bound": 1}, check="projection").rows), sep="; ")
    M = 1, e(0,0); M = 1, e(0,1); M = 1, e(1,0)
    """
    return CHECKS[check](unit["bound"], executor=OnlyTheLast(), **parameters)
