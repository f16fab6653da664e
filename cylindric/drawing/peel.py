"""A randomised peel as a tree: what each cell may become, and with which probability.

The cells are peeled in the order of `growth.turns`.  A branch is one ((inner, label), probability)
of the rule's Q; what stands at its end is the walk with inner in the place of outer, two steps of
the word exchanged.  The probabilities on the way to an end multiply to the one beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, zip_longest
from math import prod
from typing import Any

from cylindric.drawing.diagram import turn_colour
from cylindric.drawing.unrolled import MARGIN
from cylindric.growth.local_rules import LocalRule
from cylindric.objects.cylindric_partitions import CylindricPartition, require_cylindric_partition
from cylindric.objects.profiles import Box
from cylindric.randomised.flows import Transitions, Walk, turn_of
from cylindric.randomised.points import Point
from cylindric.randomised.rules import INDEPENDENT, ProbabilisticRule, probabilistic, require_at
from termwise.arguments import brief, require_integer
from termwise.doors import door
from termwise.exact import Exact, exact_number
from termwise.pictures import Canvas, Picture, text_width, themed

MAX_ENDS = 40
MAX_CHOICES = 1000
"""So many inner corners may a cell have; the rule may give each of them."""

MAX_PART = 100
"""Probabilities have powers of q and t as large as parts."""

MAX_LETTERS = 250
WIDEST = 40.0  # centimetres; no longer line of text is measured
ROW = 0.95
BRANCH = 2.2


@dataclass
class Node:
    """A walk at an end so far: how it came to be, and what it may become.

    Attributes:
        walk, word: mu^0, .., mu^{T-1}, and the word of its steps.
        chance: of this walk, all cells so far considered.
        step: the probability of the last branch.
        label: of the last cell.
        children: none yet at an end.
        x, y: where it begins.
    """

    walk: Walk
    word: str
    chance: Any
    step: Any
    label: int
    children: list[Node]
    x: float = 0.0
    y: float = 0.0

    def __str__(self) -> str:
        signs = [" ≺ " if letter == "1" else " ≻ " for letter in self.word]
        steps = zip((*self.walk, self.walk[0])[1:], signs, strict=True)
        return str(self.walk[0]) + "".join(f"{sign}{mu}" for mu, sign in steps)


@themed
@door
def draw_peel(
    c: CylindricPartition,
    q: Any,
    t: Any,
    rule: ProbabilisticRule | LocalRule = INDEPENDENT,
    *,
    cells: int = 3,
    theme: str = "light",
) -> Picture:
    """Draw the first cells of a randomised peel of a cylindric partition, as a tree.

    Above is the box of each cell; at each branch the label m above and its probability below, which
    the width shows, too; at the right the probability of each end.  Fractions with a denominator of
    more than five digits are rounded.

    Args:
        c: the cylindric partition.
        q, t: exact numbers in [0, 1), where probabilities are not negative.
        rule: what cells are drawn by; a LocalRule is one at q = t.
        cells: how many are peeled, in the order of `decompose`; fewer if nothing is left.
        theme: "light" or "dark".

    Returns:
        A Picture.

    Raises:
        TypeError: c is no CylindricPartition, q or t no exact number, rule no rule.
        ValueError: q or t is outside [0, 1), cells < 1, an unknown theme; a part above 100, more
            than 40 ends or too wide a tree (the message says which); a rule at q = t asked
            elsewhere, or one that is none.

    Source: the flows of `check_randomised_growth`.

    >>> from fractions import Fraction
    >>> from cylindric.objects.profiles import Profile
    >>> c = CylindricPartition(Profile("10"), [(2,), (1,)])
    >>> draw_peel(c, Fraction(2, 3), Fraction(3, 7))
    <Picture: peel of (1) ≺ (2) ≻ (1) by independent, q = 2/3, t = 3/7: 2 cells, 2 ends>
    """
    _require_short(c)
    number, rule = require_integer("cells", cells, 1), probabilistic(rule)
    point = Point(_parameter("q", q), _parameter("t", t))
    require_at(rule, point)
    columns, boxes = _grow(c, Transitions(rule, point), number)
    ends = columns[-1]
    chances = [_written(point.plain(node.chance)) for node in ends]
    lefts = _place(columns)
    right = lefts[-1] + 0.6 + max(map(text_width, chances))
    if right > WIDEST:
        raise ValueError(
            f"tree must be at most {WIDEST:.0f} cm wide to be drawn, got {right:.0f}: "
            "peel fewer cells, or a smaller object"
        )
    canvas = Canvas.showing(
        -2 * MARGIN, right + MARGIN, 0.3 - ROW, ROW * len(ends) + 2 * MARGIN, theme=theme
    )
    for column, box in enumerate(boxes):
        for node in columns[column]:
            for child in node.children:
                _draw_branch(canvas, node, child, box.n, Fraction(point.plain(child.step)))
        middle = lefts[column + 1] - BRANCH / 2
        canvas.write(middle, ROW * len(ends), f"box {tuple(box)}", gid="box")
    for node in chain.from_iterable(columns):
        canvas.write(node.x, node.y, str(node), gid="walk", ha="left")
    for node, chance in zip(ends, chances, strict=True):
        canvas.write(right, node.y, chance, gid="chance", ha="right", weight="bold")
    counts = f"{_number(len(boxes), 'cell')}, {_number(len(ends), 'end')}"
    at = f"q = {brief(point.q)}, t = {brief(point.t)}"
    return canvas.picture(f"peel of {c} by {rule.name}, {at}: {counts}")


def _parameter(name: str, value: Any) -> Exact:
    number = exact_number(name, value)
    if not 0 <= number < 1:
        raise ValueError(f"{name} must be in [0, 1), got {brief(number)}")
    return number


def _written(chance: Exact) -> str:
    """Return a probability as a fraction, or rounded where that is long.

    >>> _written(Fraction(2, 7)), _written(Fraction(1, 300_000))
    ('2/7', '≈ 3.33e-06')
    """
    return str(chance) if Fraction(chance).denominator < 10**5 else f"≈ {float(chance):.3g}"


def _require_short(c: CylindricPartition) -> None:
    largest = require_cylindric_partition(c).largest_part
    if largest > MAX_PART:
        raise ValueError(
            f"c must have parts of at most {MAX_PART} for its peel to be drawn, "
            f"got {brief(largest)}"
        )
    if (letters := c.profile.period + sum(map(len, c.partitions))) > MAX_LETTERS:
        raise ValueError(
            f"c must have at most {MAX_LETTERS} parts and steps for its peel to be drawn, "
            f"got {brief(letters)}"
        )


def _grow(
    c: CylindricPartition, transitions: Transitions, number: int
) -> tuple[list[list[Node]], list[Box]]:
    """Return the nodes after 0, 1, .. cells, and the boxes of these cells."""
    profile, one = c.profile, transitions.point.element("1", 1)
    turn, boxes = turn_of(profile), list[Box]()
    columns = [[Node((c.partitions[-1], *c.partitions[:-1]), profile.word, one, one, 0, [])]]
    while turn and len(boxes) < number:
        n, at = divmod(len(boxes), len(turn))
        if at == 0 and all(len(set(node.walk)) == 1 for node in columns[-1]):
            break
        place, i, j = turn[at]
        k = (place + n * profile.rank) % profile.period
        boxes.append(Box(i, j, n + 1))
        for node in columns[-1]:
            node.children = _children(node, k, transitions)
        columns.append([child for node in columns[-1] for child in node.children])
        if len(columns[-1]) > MAX_ENDS:
            raise ValueError(
                f"tree must have at most {MAX_ENDS} ends to be drawn, got {len(columns[-1])} after "
                f"{len(boxes)} cells"
            )
    return columns, boxes


def _children(node: Node, k: int, transitions: Transitions) -> list[Node]:
    after = (k + 1) % len(node.walk)
    left, right = node.walk[k - 1], node.walk[after]
    both = [*map(min, left, right)]  # what inner lies below
    below = [*map(max, zip_longest(left[1:], right[1:], fillvalue=0))]
    choices = prod(high - low + 1 for high, low in zip(both, [*below, 0], strict=False))
    if choices > MAX_CHOICES:
        raise ValueError(
            f"tree must have at most {MAX_CHOICES} choices in a cell to be drawn, "
            f"got {brief(choices)}"
        )
    letters = list(node.word)
    letters[k - 1], letters[k] = letters[k], letters[k - 1]
    return [
        Node(
            (*node.walk[:k], inner, *node.walk[k + 1 :]),
            "".join(letters),
            node.chance * chance,
            chance,
            label,
            [],
        )
        for (inner, label), chance in transitions.peel(left, right, node.walk[k])
    ]


def _place(columns: list[list[Node]]) -> list[float]:
    """Place every node, a parent in the middle of its children; return where the columns begin.

    One more number is returned: where the last column ends.
    """
    lefts = [0.0]
    for column in columns:
        for node in column:
            node.x = lefts[-1]
        lefts.append(lefts[-1] + max(text_width(str(node)) for node in column) + BRANCH)
    for row, node in enumerate(reversed(columns[-1])):
        node.y = ROW * row
    for node in chain.from_iterable(columns[-2::-1]):
        node.y = (node.children[0].y + node.children[-1].y) / 2
    return [*lefts[:-1], lefts[-1] - BRANCH]


def _draw_branch(canvas: Canvas, node: Node, child: Node, turn: int, chance: Fraction) -> None:
    """Draw the branch from a node to a child, the label above it, the probability below it."""
    start, end, bend = node.x + text_width(str(node)) + 0.15, child.x - 0.15, child.x - BRANCH + 0.5
    canvas.axes.plot(
        [start, bend, bend + 0.3, end],
        [node.y, node.y, child.y, child.y],
        color=turn_colour(turn, canvas, 0.6),
        linewidth=0.8 + 2 * min(1.0, float(chance)),
        solid_joinstyle="round",
        zorder=1,
        gid="branch",
    )
    middle = (bend + 0.3 + end) / 2
    canvas.write(middle, child.y + 0.19, f"m = {child.label}", gid="label")
    canvas.write(middle, child.y - 0.22, _written(chance), gid="law")


def _number(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
