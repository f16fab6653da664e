"""The mean of many cylindric partitions of one profile."""

from __future__ import annotations

from typing import Any

import numpy as np

from cylindric.drawing.heat_maps import heat_map
from cylindric.objects.batches import to_array
from cylindric.objects.cylindric_partitions import require_cylindric_partition
from termwise.arguments import brief, require_iterable
from termwise.doors import door
from termwise.pictures import Picture, themed

MOST = 10**300
"""A mean is a float, which is not much larger."""


@themed
@door
def draw_limit_shape(samples: Any, *, log: bool = False, theme: str = "light") -> Picture:
    """Draw the mean of mu^k_i over many cylindric partitions of one profile, k across and i down.

    The rows after the last one in which a colour can be told from that of 0 are left out, which the
    picture says.

    Args:
        samples: a sequence of cylindric partitions, such as `sample` gives; of an object with an
            array `walks`, of shape (T, size, rows) and mu^k at k mod T, only that is used.
        log: colour by the logarithm, down to a thousandth of the largest mean; 0 has no colour.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: something in the sequence is no CylindricPartition.
        ValueError: an unknown theme, no samples, or two of different profiles.

    Source: limit shapes as in [BBBCCV], here as plain means.

    >>> from cylindric.sums.listing import cylindric_partitions
    >>> from cylindric.objects.profiles import Profile
    >>> draw_limit_shape(list(cylindric_partitions(Profile("10"), 3)))
    <Picture: mean of mu^k_i over 3 cylindric partitions of profile 10>
    """
    walks = getattr(samples, "walks", None)
    if walks is None:
        samples = list(require_iterable("samples", samples))
        for c in samples:
            if require_cylindric_partition(c).largest_part > MOST:
                raise ValueError(
                    f"samples must have parts of at most 10^300 for their mean to be drawn, "
                    f"got {brief(c.largest_part)}"
                )
        if len({c.profile for c in samples}) > 1:
            raise ValueError(f"samples must all have the profile {samples[0].profile} of the first")
        walks = to_array([c.partitions for c in samples]) if samples else np.zeros((0, 0, 0))
    period, size, _ = walks.shape
    if not size:
        raise ValueError("samples must have at least one cylindric partition, got none")
    mean = np.roll(walks.mean(axis=1), -1, axis=0).T
    if not len(mean):
        mean = np.zeros((1, period))
    profile = samples.profile if hasattr(samples, "profile") else samples[0].profile
    name = str(profile) if period <= 20 else f"{str(profile)[:17]}.. of period {period}"
    return heat_map(
        mean,
        title=f"profile {name}, mean of {size}",
        bar="mean of μᵏᵢ",
        says=f"mean of mu^k_i over {size} cylindric partitions of profile {profile}",
        theme=theme,
        log=log,
        crop=True,
    )
