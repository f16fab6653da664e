"""The columns of a cylindric partition as lattice paths that do not cross.

Column j is the path h_j(k) = (mu^k)'_j.  It is drawn at the height

    y_j(k) = h_j(k) - j + (number of 0s - number of 1s among pi_1 .. pi_k) / 2,

so that a step of every path goes up by a half if e_k(j) = h_j(k) - h_j(k-1) + (1 - pi_k) is 1, and
down by a half if it is 0.  As h_j >= h_{j+1}, neighbouring paths are at least 1 apart.  Past the
seam the picture goes on, higher or lower by half the difference of the numbers of 0s and 1s.

        k-1   k   k+1                     e_k(j) = 1, e_{k+1}(j) = 0 is a peak of path j at k,
         .    *    .     a peak           e_k(j) = 0, e_{k+1}(j) = 1 a valley.
           *     *
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from textwrap import wrap

from cylindric.drawing.unrolled import (
    FOOT,
    MARGIN,
    draw_seam,
    drifts,
    fade_repetition,
    label_steps,
    name_of,
    steps_beyond,
)
from cylindric.macdonald.paths import PeakOrValley, peaks_and_valleys
from cylindric.objects.cylindric_partitions import CylindricPartition, require_cylindric_partition
from termwise.arguments import brief
from termwise.doors import door
from termwise.pictures import Canvas, Picture, text_width, themed

MAX_STEPS = 50_000  # of all paths together
MAX_LABELS = 80  # peaks and valleys whose labels can still be told apart
BESIDE = 2  # paths of height 0 that are drawn below those of c

LINE = 0.36  # from line to line of the list of factors, in centimetres
COLUMNS = 95  # of characters, in a line of that list

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@themed
@door
def draw_paths(c: CylindricPartition, *, weights: bool = False, theme: str = "light") -> Picture:
    """Draw the columns of a cylindric partition as non-crossing paths on the unrolled cylinder.

    The module docstring says at which height.  The topmost path is column 1; below the paths of c
    two of the paths of height 0, which follow for ever, are drawn pale.

    Args:
        c: the cylindric partition.
        weights: mark peaks by a full and valleys by an open triangle, and label each by its factor
            B_k(j) if that is not 1; the factors are listed below.  The Macdonald weight of c is the
            product over the peaks divided by the product over the valleys.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: c is no CylindricPartition.
        ValueError: an unknown theme, or too many paths or labels to be told apart (the message says
            how many).

    Source: [Langer13]; non-crossing paths after [GK97].

    >>> from cylindric.objects.profiles import Profile
    >>> draw_paths(CylindricPartition(Profile("10"), [(2,), (1,)]))
    <Picture: paths of (1) ≺ (2) ≻ (1), 2 columns>
    """
    require_cylindric_partition(c)
    profile, period = c.profile, c.profile.period
    steps = (c.largest_part + BESIDE) * period
    if steps > MAX_STEPS:
        raise ValueError(
            f"paths must have at most {MAX_STEPS} steps to be drawn, got {brief(steps)}"
        )
    paths = [*c.paths(), *[(0,) * (period + 1)] * BESIDE]
    turns = peaks_and_valleys(c) if weights else ()
    labelled = [turn for turn in turns if str(turn.factors) != "1"]
    if len(labelled) > MAX_LABELS:
        raise ValueError(
            f"at most {MAX_LABELS} peaks and valleys can be labelled, got {len(labelled)}: "
            "draw the paths without weights"
        )
    drift = [-d for d in drifts(profile)]
    heights = [
        [h - j + d for h, d in zip(path, drift, strict=True)] for j, path in enumerate(paths, 1)
    ]
    beyond = 1 if weights else steps_beyond(profile, 0.8 * len(paths))
    tall = max(heights[0]) - min(heights[-1]) + abs(drift[-1]) * beyond / period
    step = max(0.95 if weights else 0.0, min(1.4, 13 / (period + 2 * beyond)))
    rise = 0.85 if weights else min(0.7, 12 / tall)
    legend = _legend(labelled)

    slack = abs(drift[-1]) * beyond / period * rise
    low = min(heights[-1]) * rise - slack - 0.2
    foot = FOOT + (LINE * len(legend) + 0.25 if legend else 0)
    left, right = -beyond * step - 2 * MARGIN, (period + beyond) * step + MARGIN
    right = max([right, *(left + 2 * MARGIN + text_width(line, 7) for line in legend)])
    top = max(heights[0]) * rise + slack + MARGIN + 0.3
    canvas = Canvas.showing(left, right, low - foot, top, theme=theme)

    for j, path in enumerate(heights):
        trivial = j >= len(heights) - BESIDE
        strokes = canvas.theme.strokes
        along = range(-beyond, period + beyond + 1)
        canvas.axes.plot(
            [k * step for k in along],
            [(path[k % period] + k // period * drift[-1]) * rise for k in along],
            color=canvas.theme.faint if trivial else strokes[j % len(strokes)],
            linewidth=min(2.0, 4 * rise) * (0.6 if trivial else 1),
            marker="o" if rise > 0.3 else None,
            markersize=2.5 if trivial else 3.5,
            solid_joinstyle="round",
            gid="trivial" if trivial else "path",
        )
        if rise > 0.3 and not trivial:
            place = (path[-beyond % period] + -beyond // period * drift[-1]) * rise
            canvas.write(left + MARGIN, place, str(j + 1), gid="column", size=7, zorder=4)
    fade_repetition(canvas, 0, period * step)
    for x in (0, period * step):
        draw_seam(canvas, (x, low + 0.2), (x, top - MARGIN))
    label_steps(canvas, profile, step, low)
    for turn in turns:
        at = (turn.step * step, heights[turn.path - 1][turn.step] * rise)
        _mark(canvas, turn, *at)
    for line, text in enumerate(legend):
        at = (left + MARGIN, low - FOOT - LINE * (line + 0.5))
        canvas.write(*at, text, gid="factor", size=7, ha="left")
    weighted = " with the factors of the weight" if weights else ""
    return canvas.picture(f"paths of {name_of(c)}, {c.largest_part} columns{weighted}")


def _mark(canvas: Canvas, turn: PeakOrValley, x: float, y: float) -> None:
    peak = turn.kind == "peak"
    theme = canvas.theme
    canvas.axes.plot(
        [x],
        [y],
        marker="^" if peak else "v",
        color=theme.ink if peak else theme.ground,
        markeredgecolor=theme.ink,
        markersize=5.5,
        zorder=6,
        gid=turn.kind,
    )
    if str(turn.factors) != "1":
        y += 0.28 if peak else -0.28
        behind = {"facecolor": theme.ground, "edgecolor": "none", "pad": 0.4}
        canvas.write(x, y, _name(turn), gid="label", size=7, zorder=5.5, bbox=behind)


def _legend(turns: Iterable[PeakOrValley]) -> list[str]:
    """Return the lines that say which factors the labels stand for; equal ones share a line."""
    names: dict[str, list[str]] = {}
    for turn in turns:
        names.setdefault(_typeset(str(turn.factors)), []).append(_name(turn))
    lines = ["▲ peak: times B,  ▽ valley: divided by B"] if names else []
    for factor, which in names.items():
        text = " = ".join([*which, factor]).replace(")(", ") (").replace("1 − ", "1\u00a0−\u00a0")
        lines += wrap(text, COLUMNS, subsequent_indent="        ", break_long_words=False)
    return lines


def _name(turn: PeakOrValley) -> str:
    return f"B{str(turn.step).translate(LOWERED)}({turn.path})"


def _typeset(factors: str) -> str:
    """Return a product of factors as one writes it.

    >>> _typeset("(1 - q*t**2)*(1 - t^12)/(1 - q)")
    '(1 − qt²)(1 − t¹²)/(1 − q)'
    """
    raised = re.sub(r"(?:\*\*|\^)(\d+)", lambda power: power[1].translate(RAISED), factors)
    return raised.replace("*", "").replace("-", "−")
