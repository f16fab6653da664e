"""Units of sweeps: a size, with a seed where data are random; each goes to a check by its name.

{"n": 4}                                     a check of the generic lambda-determinant
{"n": 4, "samples": 5, "rng": 17}            `check_values`, `check_determinant`
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lambdadet.checks.catalogue import CHECKS
from termwise import Comparison


def check_size(unit: Mapping[str, int], *, check: str, **parameters: Any) -> Comparison:
    """Run a check by its name.

    Args:
        unit: n, and what is random; see the module.
        check: a name in CHECKS.
        parameters: of the check.

    >>> check_size({"n": 3, "samples": 5, "rng": 1}, check="values").agrees
    True
    """
    return CHECKS[check](**unit, **parameters)
