"""Every check by its name, with the options it takes, read off its signature.

The command line, sweeps and documents ask here; a new check is one line.  All take n, then what is
their own, then the keywords limit, executor and progress.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature

from lambdadet.checks.counts import check_counts
from lambdadet.checks.determinants import (
    check_determinant,
    check_lambda_determinant,
    check_laurent,
    check_vandermonde,
)
from lambdadet.checks.values import check_values
from termwise import Comparison

Check = Callable[..., Comparison]

CHECKS: dict[str, Check] = {
    "lambda-determinant": check_lambda_determinant,
    "laurent": check_laurent,
    "values": check_values,
    "counts": check_counts,
    "determinant": check_determinant,
    "vandermonde": check_vandermonde,
}


def options_of(check: Check) -> tuple[str, ...]:
    """Return what a check takes beyond n: the names of its arguments, in order.

    >>> options_of(CHECKS["lambda-determinant"])
    ('parameters', 'x0', 'limit', 'executor', 'progress')
    """
    return tuple(signature(check).parameters)[1:]
