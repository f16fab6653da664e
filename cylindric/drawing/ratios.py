"""The growth of a series: ratios of its coefficients."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from cylindric.algebra.series import Series
from termwise.arguments import brief, require_text, shown
from termwise.doors import door
from termwise.pictures import Canvas, Picture, themed

MOST = 10**300
"""A larger ratio is hardly a float."""


@themed
@door
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
        ValueError: an unknown theme, a series with no ratio to draw, or a ratio above 10^300.

    >>> draw_ratios(Series([1, 1, 2, 3, 5, 8]))
    <Picture: ratios a(n+1)/a(n), n = 0 .. 4>
    """
    canvas = Canvas(12, 7.5, theme=theme, axes="framed")
    axes, drawn = canvas.axes, [series] if second is None else [series, second]
    if len(drawn) > len(names):
        raise ValueError(f"names must be {len(drawn)}, got {shown(names)}")
    for name in names:
        require_text("names", name)
    for at, each in enumerate(drawn):
        if not isinstance(each, Series):
            raise TypeError(f"series must be a Series, got {shown(each)}")
        a = each.coefficients
        ratios = [(n, Fraction(a[n + 1], a[n])) for n in range(len(a) - 1) if a[n]]
        for _, ratio in ratios:
            if abs(ratio) > MOST:
                raise ValueError(f"ratios must be at most 10^300 to be drawn, got {brief(ratio)}")
        points = [(n, float(ratio)) for n, ratio in ratios]
        if not points:
            raise ValueError(
                f"series must have two coefficients, the first not 0, got {brief(each)}"
            )
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
