"""The cylindric Young diagram of a profile, with the hook length of every box.

It is drawn as in `profiles`: the boundary goes north for a 1 and east for a 0, the box (i, j, n) is
in the row of the up step i and in the column of the n-th passage of the down step j.  The top edge
of a period is its bottom edge, `rank` columns further on; that is the seam.
"""

from __future__ import annotations

from cylindric.drawing.unrolled import MARGIN, draw_seam
from cylindric.objects.profiles import Profile, place, require_profile
from termwise.arguments import brief, require_integer
from termwise.doors import door
from termwise.pictures import COLOURS, Canvas, Picture, blend, text_width, themed

MAX_BOXES = 2_000
OUTSIDE = 0.2  # from the boundary to its letters

TURNS = (COLOURS[1], COLOURS[0], COLOURS[2], COLOURS[6], COLOURS[3], COLOURS[4])
"""The colours of the turns, which come round again."""


@themed
@door
def draw_diagram(profile: Profile, turns: int = 2, *, theme: str = "light") -> Picture:
    """Draw the boxes of the first turns of a profile, each with its hook length.

    The colours tell the turns apart, the seam is dashed.  Hook lengths are left out where the boxes
    are too small for them.

    Args:
        profile: the profile.
        turns: how many boxes n = 1, 2, .. of every pair (i, j) are drawn.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: profile is no Profile, turns no integer.
        ValueError: an unknown theme, turns less than 1, or more than 2000 boxes
            and turns.

    Source: [Langer12].

    >>> draw_diagram(Profile("10100"), 1)
    <Picture: diagram of profile 10100: hook lengths of 6 boxes>
    """
    require_profile(profile)
    turns = require_integer("turns", turns, 1)
    rank, level, period = profile.rank, profile.level, profile.period
    number = turns * max(1, rank * level)  # a profile of one letter has turns and no boxes
    if number > MAX_BOXES:
        raise ValueError(
            f"diagram must have at most {MAX_BOXES} boxes and turns to be drawn, "
            f"got {brief(number)}"
        )
    boxes = profile.boxes(turns * period - 1)
    ends = [profile.word[: i - 1].count("0") + turns * rank for i in profile.ups]
    columns = max([rank, *ends])
    side = min(0.85, 13 / (columns + 1))
    size = min(8.0, 10 * side)
    numbered = side > text_width(str(turns * period), size) and size > 4
    canvas = Canvas.showing(
        -OUTSIDE - MARGIN,
        (columns + 0.7) * side + MARGIN,
        -MARGIN,
        level * side + OUTSIDE + MARGIN,
        theme=theme,
    )
    colours = canvas.theme
    for n in range(1, turns + 1):
        places = [place(profile, box) for box in boxes if box.n == n]
        canvas.polygons(
            [
                [(b * side, a * side) for b, a in ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))]
                for x, y in places
            ],
            gid=f"turn-{n}",
            facecolor=turn_colour(n, canvas),
            edgecolor=colours.faint,
            linewidth=min(0.8, 2 * side),
        )
    if numbered:
        for box, hook in boxes.items():
            x, y = place(profile, box)
            canvas.write((x + 0.5) * side, (y + 0.5) * side, str(hook), gid="hook", size=size)
    for y, end in enumerate(ends if rank else []):
        style = {"color": colours.quiet, "size": size}
        canvas.write((end + 0.4) * side, (y + 0.5) * side, "…", gid="more", **style)
    xs = [b * side for b in range(rank + 1)]
    ys = [a * side for a in range(level + 1)]
    if ends:
        draw_seam(canvas, (xs[0], ys[0]), (ends[0] * side, ys[0]))
        draw_seam(canvas, (xs[-1], ys[-1]), (ends[-1] * side, ys[-1]))
    draw_boundary(canvas, profile, xs, ys, min(8.0, 9 * side))
    hooks = f"hook lengths of {len(boxes)} boxes" if numbered else f"{len(boxes)} boxes"
    return canvas.picture(f"diagram of profile {profile}: {hooks}")


def turn_colour(n: int, canvas: Canvas, strength: float = 0.4) -> str:
    """Return the colour of the n-th turn, pale enough to write on."""
    return blend(TURNS[(n - 1) % len(TURNS)], canvas.theme.ground, strength)


def draw_boundary(
    canvas: Canvas,
    profile: Profile,
    xs: list[float],
    ys: list[float],
    size: float,
    above: float = OUTSIDE,
) -> None:
    """Draw the boundary through the corners (xs[b], ys[a]), with its letters if size permits.

    The letters 0 are `above` centimetres above their steps, if the size is 8 points.
    """
    a = b = 0
    points = [(xs[0], ys[0])]
    for letter in profile.word:
        # Off the middle of the step, so that the letters of a corner keep out of each other's way.
        if letter == "1":
            at = (xs[b] - OUTSIDE * size / 8, 0.38 * ys[a] + 0.62 * ys[a + 1])
            a += 1
        else:
            at = (0.62 * xs[b] + 0.38 * xs[b + 1], ys[a] + above * size / 8)
            b += 1
        points.append((xs[b], ys[a]))
        if size >= 4:
            canvas.write(*at, letter, gid="letter", size=size)
    x, y = zip(*points, strict=True)
    canvas.axes.plot(
        x,
        y,
        color=canvas.theme.ink,
        linewidth=2.2,
        solid_joinstyle="miter",
        solid_capstyle="projecting",
        zorder=6,
        gid="boundary",
    )
