"""Docstrings are plain text: formulas stand indented, `code` in single quotes, |x| is a size.

Before Sphinx reads them as reStructuredText, an indented formula becomes a literal block, `code`
becomes ``code``, and bars and stars lose the meaning they have there.
"""

import re

from sphinx.application import Sphinx

SECTION = re.compile(r"(Args|Attributes|Raises|Returns|Yields|Examples?):$")


def indent_of(line: str) -> int:
    """Count the blanks a line begins with."""
    return len(line) - len(line.lstrip())


def escaped(line: str) -> str:
    """Return a line of prose as reStructuredText."""
    parts = re.split(r"(``?[^`]+``?)", line)
    for i, part in enumerate(parts):
        if part.startswith("`"):
            parts[i] = f"``{part.strip('`')}``"
        else:
            parts[i] = re.sub(r"([|*\\]|_(?=\W|$))", r"\\\1", part)
    return "".join(parts)


def as_restructured_text(lines: list[str]) -> list[str]:
    """Return the lines of a docstring with its formulas as literal blocks."""
    done: list[str] = []
    margin, literal = 0, False
    for i, line in enumerate(lines):
        blank = not line.strip()
        if literal and (blank or indent_of(line) > margin):
            done.append(line)
            continue
        literal = False
        begins = bool(line.strip()) and (i == 0 or not lines[i - 1].strip())
        if begins and line.lstrip().startswith(">>>"):
            margin, literal = indent_of(line) - 1, True  # to the next line that is less indented
            done.append(line)
        elif begins and i and indent_of(line) >= margin + 4:
            done += [" " * margin + "::", "", line]
            literal = True
        else:
            if not blank and not in_section(lines, i):
                margin = indent_of(line)
            done.append(escaped(line))
    return done


def in_section(lines: list[str], i: int) -> bool:
    """Say whether a line belongs to the body of Args, Returns and the like."""
    own = indent_of(lines[i])
    for line in reversed(lines[:i]):
        if line.strip() and indent_of(line) < own:
            return bool(SECTION.match(line.strip())) or in_section(lines, lines.index(line))
    return False


def on_docstring(
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """Rewrite a docstring before napoleon reads it."""
    lines[:] = as_restructured_text(lines)


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the hook before napoleon's."""
    app.connect("autodoc-process-docstring", on_docstring, priority=100)
    return {"parallel_read_safe": True}
