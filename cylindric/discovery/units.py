"""Units of sweeps: a profile with its order, a level; each goes to a check by its name.

{"profile": "11010", "order": 40}        `check_profile`
{"rank": 3, "level": 4, "n": 10}         `check_level`
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from cylindric.checks.catalogue import CHECKS
from cylindric.discovery.levels import Level
from cylindric.growth.local_rules import RULES
from cylindric.objects.profiles import Profile
from termwise import Claim, Comparison
from termwise.sweeps.units import import_check

NUMBERS = ("q", "t", "alpha")
"""Parameters that are fractions, and texts in JSON."""


def check_profile(unit: Mapping[str, Any], *, check: str, **parameters: Any) -> Comparison | Claim:
    """Run a check of a profile by its name.

    Args:
        unit: {"profile": word, "order": number}.
        check: a name in CHECKS, or module:function of one's own, that takes profile and order.
        parameters: of the check; a rule by its name, q, t and alpha as texts.

    >>> check_profile({"profile": "10", "order": 5}, check="borodin", methods=["layers"])
    <Comparison, Borodin's identity for the profile 10, T = 2: sum_c z^|c| = product over hooks: \
AGREES: product = layers on 5 terms>
    """
    for name in NUMBERS:
        if name in parameters:
            parameters[name] = Fraction(parameters[name])
    if "rule" in parameters:
        parameters["rule"] = RULES[parameters["rule"]]
    function = CHECKS[check] if check in CHECKS else import_check(check)
    return function(Profile(unit["profile"]), unit["order"], **parameters)


def check_level(unit: Mapping[str, int], *, property: str, of: str = "Q") -> Claim:
    """Try a property on all polynomials of a level.

    Args:
        unit: {"rank": r, "level": d, "n": N}: indices 0 .. N are tried.
        property: as of `Level.check`.
        of: which polynomials.

    >>> check_level({"rank": 3, "level": 2, "n": 3}, property="positive").holds
    True
    """
    return Level(unit["rank"], unit["level"]).check(property, n=unit["n"], of=of)
