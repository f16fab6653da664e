"""Pictures of many objects at once: the mean of a sample, the growth of a series."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from cylindric.cylindric_partitions import require_cylindric_partition
from cylindric.heat_drawing import heat_map
from cylindric.series import Series
from cylindric.toggles import to_array
from termwise.pictures import Canvas, Picture


def draw_limit_shape(samples: Any, *, theme: str = "light") -> Picture:
    """Draw the mean of mu^k_i over many cylindric partitions of one profile, k across and i down.

    Args:
        samples: a sequence of cylindric partitions, such as `sample` gives; of an object with an
            array `walks`, of shape (T, size, rows) and mu^k at k mod T, only that is used.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: something in the sequence is no CylindricPartition.
        ValueError: an unknown theme, no samples, or two of different profiles.

    Source: limit shapes as in [BBBCCV], here as plain means.

    >>> from cylindric.cylindric_partitions import cylindric_partitions
    >>> from cylindric.profiles import Profile
    >>> draw_limit_shape(list(cylindric_partitions(Profile("10"), 3)))
    <Picture: mean of mu^k_i over 3 cylindric partitions of profile 10>
    """
    walks = getattr(samples, "walks", None)
    if walks is None:
        for c in samples:
            require_cylindric_partition(c)
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
    )


def draw_ratios(
    series: Series,
    second: Series | None = None,
    *,
    names: Sequence[str] = ("first", "second"),
    theme: str = "light",
) -> Picture:
    """Draw the ratios a(n+1)/a(n) of a series, or of two; where a(n) = 0 there is no point.

    Args:
        series: the series with coefficients a(n).
        second: another one.
        names: what the two are called in the legend, if there are two.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: no Series.
        ValueError: an unknown theme, or a series with no ratio to draw.

    >>> draw_ratios(Series([1, 1, 2, 3, 5, 8]))
    <Picture: ratios a(n+1)/a(n), n = 0 .. 4>
    """
    canvas = Canvas(12, 7.5, theme=theme, axes="framed")
    axes, drawn = canvas.axes, [series] if second is None else [series, second]
    if len(drawn) > len(names):
        raise ValueError(f"names must be {len(drawn)}, got {names!r}")
    for at, each in enumerate(drawn):
        if not isinstance(each, Series):
            raise TypeError(f"series must be a Series, got {each!r}")
        a = each.coefficients
        points = [(n, float(Fraction(a[n + 1], a[n]))) for n in range(len(a) - 1) if a[n]]
        if not points:
            raise ValueError(f"series must have two coefficients, the first not 0, got {each}")
        x, y = zip(*points, strict=True)
        axes.plot(
            x,
            y,
            color=canvas.theme.strokes[at],
            marker="os"[at],
            markersize=4 if len(points) <= 60 else 2,
            linewidth=1.2,
            gid=f"ratios-{at + 1}",
            label=names[at],
            zorder=3 - at,
        )
    axes.axhline(1, color=canvas.theme.faint, linewidth=0.9, linestyle=(0, (4, 3)), gid="one")
    axes.set_xlabel("n")
    axes.set_ylabel("a(n+1) / a(n)")
    axes.locator_params(axis="x", integer=True)
    axes.tick_params(labelsize=8)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    if second is not None:
        ink = canvas.theme.ink
        axes.legend(frameon=False, labelcolor=ink, fontsize=8)
    last = max(each.order for each in drawn) - 2
    return canvas.picture(f"ratios a(n+1)/a(n), n = 0 .. {last}")
