"""Every check by its name, with the options it takes, read off its signature.

The command line, sweeps and documents ask here; a new check is one line.  All take a bound, then
what is their own, then the keywords limit, executor and progress.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature

from semicircular.checks.products import check_certificates, check_products
from semicircular.checks.projections import (
    check_numerators,
    check_projection,
    check_variants,
    check_word_projection,
)
from semicircular.checks.ranks import check_ranks
from semicircular.checks.similarity import check_self_similarity
from semicircular.checks.spectrum import check_determinants, check_gap, check_spectrum
from termwise import Comparison

Check = Callable[..., Comparison]

CHECKS: dict[str, Check] = {
    "projection": check_projection,
    "word-projection": check_word_projection,
    "numerators": check_numerators,
    "variants": check_variants,
    "self-similarity": check_self_similarity,
    "ranks": check_ranks,
    "determinants": check_determinants,
    "spectrum": check_spectrum,
    "gap": check_gap,
    "certificates": check_certificates,
    "products": check_products,
}


def options_of(check: Check) -> tuple[str, ...]:
    """Return what a check takes beyond the bound: the names of its arguments, in order.

    >>> options_of(CHECKS["ranks"])
    ('n', 'limit', 'executor', 'progress')
    """
    return tuple(signature(check).parameters)[1:]
