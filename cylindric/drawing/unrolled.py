"""The unrolled cylinder: what pictures of it have in common.

One period lies between the two copies of the seam, the lines k = 0 and k = T, with its letters
below it.  To the left and right it goes on for a few steps, paler, as it would round the cylinder.
"""

from __future__ import annotations

from cylindric.objects.cylindric_partitions import CylindricPartition
from cylindric.objects.profiles import Profile
from termwise.pictures import Canvas, text_width

MARGIN = 0.25  # centimetres
FOOT = 1.0  # below what is drawn, for two lines of text


def steps_beyond(profile: Profile, wanted: float = 0) -> int:
    """Return how many steps of the repetition to show on either side.

    A quarter of a period, or more if the picture is to be `wanted` steps wide, a period at most.

    >>> steps_beyond(Profile("1100110011")), steps_beyond(Profile("1100"), 10)
    (2, 3)
    """
    period = profile.period
    return min(period, max(1, period // 4, round((wanted - period) / 2)))


def drifts(profile: Profile) -> list[float]:
    """Return D_0, .., D_T, D_k being half the number of 1s less the number of 0s in pi_1 .. pi_k.

    >>> drifts(Profile("110"))
    [0.0, 0.5, 1.0, 0.5]
    """
    return [profile.word[:k].count("1") - k / 2 for k in range(profile.period + 1)]


def fade_repetition(canvas: Canvas, left: float, right: float) -> None:
    """Pale what lies outside of the period, which goes from left to right."""
    outer_left, outer_right = canvas.axes.get_xlim()
    for name, start, end in (("left", outer_left, left), ("right", right, outer_right)):
        canvas.axes.axvspan(
            start, end, color=canvas.theme.ground, alpha=0.62, linewidth=0, zorder=3, gid=name
        )


def draw_seam(canvas: Canvas, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw one copy of the seam, or of a part of it."""
    canvas.axes.plot(
        [start[0], end[0]],
        [start[1], end[1]],
        color=canvas.theme.accent,
        linestyle=(0, (3, 2)),
        linewidth=1.4,
        zorder=5,
        gid="seam",
    )


def label_steps(canvas: Canvas, profile: Profile, step: float, low: float) -> None:
    """Write the letters of the word below its steps and the numbers k below the lines.

    Args:
        step: the width of a step in centimetres; line 0 is at x = 0.
        low: the y below which there is room for two lines of text.
    """
    period = profile.period
    if step >= 0.25:
        for k, letter in enumerate(profile.word, 1):
            canvas.write((k - 0.5) * step, low - 0.25, letter, gid="letter")
    room = text_width(str(period), 7) + 0.12
    for k in range(period + 1):
        if k == period and period * step < room:
            continue  # no room beside the 0
        if k in (0, period):
            style = {"color": canvas.theme.accent, "weight": "bold"}
        elif step >= room:
            style = {"color": canvas.theme.quiet}
        else:
            continue
        canvas.write(k * step, low - 0.65, str(k), gid="line", size=7, **style)


def name_of(c: CylindricPartition) -> str:
    """Return what a picture calls its object: the walk, or its profile and weight if it is long."""
    if sum(map(len, c.partitions)) + c.profile.period <= 24:
        return str(c)
    return f"a cylindric partition of profile {c.profile} and weight {c.weight}"
