"""Show a Comparison: plain text, a rich table, HTML, LaTeX, JSON.

Every form says the same four things: the statement, what each side is, the terms, the verdict;
LaTeX, made to go into a text that says the rest, is the table of terms alone.  A row that differs
is marked.
"""

from __future__ import annotations

from functools import partial
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Protocol

from termwise.arguments import require_flag, require_integer, shown
from termwise.notation import latex_text
from termwise.rows import MISSING, Row
from termwise.writing import written

if TYPE_CHECKING:
    from rich.console import Group


class Checked(Protocol):
    """What is asked of a comparison to show it."""

    @property
    def statement(self) -> str: ...
    @property
    def sides(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def rows(self) -> tuple[Row, ...]: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    @property
    def agrees(self) -> bool: ...
    @property
    def first_difference(self) -> Row | None: ...
    @property
    def differences(self) -> tuple[Row, ...]: ...


def require_comparison(comparison: Any) -> None:
    """Refuse what is no comparison.

    >>> require_comparison(1)
    Traceback (most recent call last):
    TypeError: comparison must be a Comparison, got 1
    """
    if not hasattr(type(comparison), "first_difference"):
        raise TypeError(f"comparison must be a Comparison, got {shown(comparison)}")


WIDEST = 96  # the values of a row are cut to share this width, but integers are not


def verdict(comparison: Checked) -> str:
    """Say in one line whether the sides agree, and if not which term is the first to differ.

    >>> from termwise import Comparison, Row
    >>> verdict(Comparison("s", (("a", ""), ("b", "")), (Row("z^0", (1, 1)), Row("z^1", (1, 2)))))
    'DIFFERS at z^1: a = 1, b = 2 (1 of 2 terms)'
    """
    require_comparison(comparison)
    row, total = comparison.first_difference, len(comparison.rows)
    names = [name for name, _ in comparison.sides]
    if row is None:
        return f"AGREES: {' = '.join(names)} on {total} {'term' if total == 1 else 'terms'}"
    values = ", ".join(f"{n} = {_whole(v)}" for n, v in zip(names, row.values, strict=True))
    return (
        f"DIFFERS at {written(row.term)}: {values} ({len(comparison.differences)} of {total} terms)"
    )


def to_text(
    comparison: Checked, *, most: int | None = None, width: int | None = None, whole: bool = False
) -> str:
    """Return the comparison as plain text with aligned columns.

    Args:
        comparison: the comparison.
        most: show about so many rows, the first and the last and those that differ first; by
            default all.
        width: for lines of so many characters, if it is given, wrap what stands around the table,
            and shorten the names of terms.
        whole: write long names and values in full, as a file wants them.

    >>> from termwise import Comparison
    >>> print(to_text(Comparison.of_terms("twice two", {"2+2": {"n": 4}, "2*2": {"n": 4}})))
    twice two
    <BLANKLINE>
    term  2+2  2*2
    n       4    4
    <BLANKLINE>
    AGREES: 2+2 = 2*2 on 1 term
    """
    require_comparison(comparison)
    require_flag("whole", whole)
    if width is not None:
        width = require_integer("width", width, 1)
    rows = [row for row in _abridged(comparison, most) if row]
    lines = [["term", *(name for name, _ in comparison.sides)]]
    lines += [[written(row.term), *_plain(row, whole)] for row in rows]
    marks = ["", *("" if row.agrees else "  <-- differs" for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    if width is not None and not whole:
        widths[0] = min(widths[0], max(24, width - sum(widths[1:]) - 2 * len(widths[1:])))
        places = {id(row): place for place, row in enumerate(comparison.rows, 1)}
        for line, of in zip(lines[1:], rows, strict=True):
            if len(line[0]) > widths[0]:  # what is cut could be the name of another term
                line[0] = f"{places[id(of)]}: {line[0]}"
    table = [
        "  ".join([_short(line[0], widths[0]), *map(str.rjust, line[1:], widths[1:])]) + mark
        for line, mark in zip(lines, marks, strict=True)
    ]
    for place, row in enumerate(_abridged(comparison, most), 1):
        if row is None:
            table.insert(place, f"..  {len(comparison.rows) - len(rows)} terms more")
    above = [comparison.statement, *_legend(comparison)]
    notes = list(comparison.notes)
    if width is not None:
        indent = max(len(name) for name, _ in comparison.sides) + 4
        above = [*_wrapped(above[:1], width, 2), *_wrapped(above[1:], width, indent)]
        notes = _wrapped(notes, width, 2)
    parts = [*above, "", *table, ""]
    return "\n".join([*parts, *notes, verdict(comparison)])


def _abridged(comparison: Checked, most: int | None) -> list[Row | None]:
    """Return the rows that are shown, None where some are left out."""
    rows = comparison.rows
    if most is not None:
        most = require_integer("most", most, 1)
    if most is None or len(rows) <= most + 1:
        return list(rows)
    head, tail = rows[: most // 2], rows[len(rows) - most // 2 :]
    first = comparison.first_difference
    found = [] if first is None or first in head or first in tail else [first]
    return [*head, None, *found, *tail]


def _short(text: str, width: int) -> str:
    """Fill up a name, or leave out its middle."""
    left_out = text if len(text) <= width else f"{text[: width - 13]} .. {text[-9:]}"
    return left_out.ljust(width)


def to_rich(comparison: Checked, *, most: int | None = None) -> Group:
    """Return the comparison as a renderable for a rich Console.

    Args:
        comparison: the comparison.
        most: show about so many rows, as `to_text` does; by default all.

    >>> from rich.console import Console
    >>> from termwise import Comparison
    >>> shown = to_rich(Comparison.of_terms("twice two", {"2+2": {"n": 4}, "2*2": {"n": 4}}))
    >>> Console(width=40).print(shown, crop=False)  # doctest: +ELLIPSIS
    twice two
    ...
    AGREES: 2+2 = 2*2 on 1 term
    """
    require_comparison(comparison)
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("term")
    for name, _ in comparison.sides:
        table.add_column(name, justify="right", overflow="fold")
    table.add_column("")
    for row in _abridged(comparison, most):
        if row is None:
            table.add_row("..")
            continue
        mark, style = ("✓", None) if row.agrees else ("≠", "bold red")
        cells = [Text(written(row.term)), *map(Text, _plain(row)), Text(mark)]
        table.add_row(*cells, style=style)
    legend = [Text(line) for line in _legend(comparison)]
    notes = [Text(note) for note in comparison.notes]
    colour = "bold green" if comparison.agrees else "bold red"
    last = Text(verdict(comparison), style=colour)
    head = Text(comparison.statement, style="bold")
    return Group(head, *legend, Text(), table, Text(), *notes, last)


def to_html(comparison: Checked) -> str:
    """Return the comparison as an HTML table, as notebooks show it.

    >>> from termwise import Comparison
    >>> page = to_html(Comparison.of_terms("1 < 2", {"a": {"n": 1}, "b": {"n": 1}}))
    >>> "1 &lt; 2" in page and "<td>1</td>" in page
    True
    """
    require_comparison(comparison)
    names = "".join(f'<th title="{escape(m)}">{escape(n)}</th>' for n, m in comparison.sides)
    body = "".join(_html_row(row) for row in comparison.rows)
    notes = "".join(f"<p>{escape(line)}</p>" for line in comparison.notes)
    legend = "".join(f"<br><small>{escape(line.strip())}</small>" for line in _legend(comparison))
    return (
        f"<table><caption>{escape(comparison.statement)}{legend}</caption>"
        f"<thead><tr><th>term</th>{names}</tr></thead><tbody>{body}</tbody></table>"
        f"{notes}<p><b>{escape(verdict(comparison))}</b></p>"
    )


def to_latex(comparison: Checked) -> str:
    r"""Return the comparison as a LaTeX array in display mathematics.

    >>> from termwise import Comparison
    >>> print(to_latex(Comparison.of_terms("p", {"a": {0: 1}, "b": {0: 1}}, term="z^{}")))
    $$\begin{array}{lrr}
    \text{term} & \text{a} & \text{b} \\ \hline
    z^{0} & 1 & 1 \\
    \end{array}$$
    """
    require_comparison(comparison)
    head = " & ".join(
        rf"\text{{{latex_text(n)}}}" for n in ["term", *(n for n, _ in comparison.sides)]
    )
    lines = [
        " & ".join([_latex_term(row.term), *map(_latex_value, row.values)]) + r" \\"
        for row in comparison.rows
    ]
    columns = "l" + "r" * len(comparison.sides)
    top = rf"$$\begin{{array}}{{{columns}}}"
    return "\n".join([top, head + r" \\ \hline", *lines, r"\end{array}$$"])


def _legend(comparison: Checked) -> list[str]:
    width = max(len(name) for name, _ in comparison.sides)
    return [f"  {name.ljust(width)}  {meaning}" for name, meaning in comparison.sides if meaning]


def _wrapped(lines: list[str], width: int, indent: int) -> list[str]:
    """Wrap lines that are too long; what follows a break is indented."""
    fit = partial(wrap, width=max(width, 2 * indent), subsequent_indent=" " * indent)
    return [piece for line in lines for piece in fit(line) or [""]]


def _whole(value: Any) -> str:
    return "-" if value is MISSING else written(value)


def _plain(row: Row, whole: bool = False) -> list[str]:
    """Write the values; unless all is wanted, a long one, such as a rational function, is cut."""
    if whole:
        return list(map(_whole, row.values))
    widest = max(24, WIDEST // len(row.values))
    texts = map(_whole, row.values)
    return [
        text if len(text) <= widest or isinstance(value, int) else text[: widest - 3] + "..."
        for text, value in zip(texts, row.values, strict=True)
    ]


def _html_row(row: Row) -> str:
    style = "" if row.agrees else ' style="background:#fdd;color:#900"'
    cells = "".join(f"<td>{escape(text)}</td>" for text in _plain(row))
    return f"<tr{style}><th>{escape(written(row.term))}</th>{cells}</tr>"


def _latex_term(term: Any) -> str:
    """Write a power or product of powers such as z_1^2 z_3 as mathematics, the rest as text."""
    text = written(term)
    factors = text.split("*")
    if not all(factor.replace("_", "").replace("^", "").isalnum() for factor in factors):
        return rf"\text{{{latex_text(text)}}}"
    braced = []
    for factor in factors:
        base, _, exponent = factor.partition("^")
        name, _, index = base.partition("_")
        braced.append(
            name + (f"_{{{index}}}" if index else "") + (f"^{{{exponent}}}" if exponent else "")
        )
    return " ".join(braced)


def _latex_value(value: Any) -> str:
    latex = getattr(value, "_repr_latex_", None)
    if latex is not None:
        return str(latex()).strip("$")
    return _whole(value) if isinstance(value, int) else rf"\text{{{latex_text(_whole(value))}}}"
