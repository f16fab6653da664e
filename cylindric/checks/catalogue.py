"""Every check of a profile by name, with the options it takes.

The command line, sweeps and documentation read this table.  A check is a function of a profile and
an order; its options are read off its signature.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import signature

from cylindric.checks.bijection import check_bijection
from cylindric.checks.borodin import check_borodin, check_refined
from cylindric.checks.largest_part import check_largest_part, check_last_passage
from cylindric.checks.macdonald import check_macdonald
from cylindric.checks.particles import check_particles
from cylindric.checks.randomised_growth import check_randomised_growth
from cylindric.checks.special import check_overpartitions, check_specialisation
from cylindric.checks.weights import check_weight_forms, check_weight_symmetry
from cylindric.macdonald.specialisations import SPECIALISATIONS
from termwise import Comparison

Check = Callable[..., Comparison]

CHECKS: dict[str, Check] = {
    "borodin": check_borodin,
    "refined": check_refined,
    "bijection": check_bijection,
    "largest-part": check_largest_part,
    "last-passage": check_last_passage,
    "particles": check_particles,
    "macdonald": check_macdonald,
    "randomised-growth": check_randomised_growth,
    "weight-forms": check_weight_forms,
    "weight-symmetry": check_weight_symmetry,
    **{name: partial(check_specialisation, name=name, alpha=None) for name in SPECIALISATIONS},
    "jack": partial(check_specialisation, name="jack"),
    "overpartitions": check_overpartitions,
}


def options_of(name: str) -> tuple[str, ...]:
    """Return the options of a check, besides profile and order.

    >>> options_of("refined")
    ('rule', 'open', 'limit', 'executor', 'progress')
    """
    check = CHECKS[name]
    bound = check.keywords if isinstance(check, partial) else {}
    _, _, *options = (key for key in signature(check).parameters if key not in bound)
    return tuple(options)
