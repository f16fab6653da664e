"""Pictures side by side, as one SVG."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from termwise.arguments import brief, shown
from termwise.doors import door
from termwise.following import following, for_pages
from termwise.pictures import Picture, require_format
from termwise.writing import write_file

GAP = 6.0
"""Points between two pictures."""


@dataclass(frozen=True)
class Strip:
    """Pictures side by side: shows itself in a notebook as SVG, saves itself as SVG.

    Made by `side_by_side`.

    Attributes:
        pictures: from left to right, all as high as the highest.
        says: what they show, in one line.
    """

    pictures: tuple[Picture, ...]
    says: str

    def svg(self) -> str:
        """Return one SVG with the pictures in it, the same text every time."""
        inside, right, height = [], 0.0, max(size[1] for size in map(_size, self.pictures))
        for number, picture in enumerate(self.pictures, 1):
            text = picture.svg()
            wide, high = _size(picture)
            place = f'x="{right:g}" width="{wide * height / high:g}" height="{height:g}"'
            body = text[text.index("<svg") :].strip()
            body = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", body, count=1)
            body = re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", body, count=1)
            body = _apart(body, number)
            inside.append(body.replace("<svg", f"<svg {place}", 1))
            right += wide * height / high + GAP
        right -= GAP
        return (
            '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{right:g}pt" height="{height:g}pt" '
            f'viewBox="0 0 {right:g} {height:g}" version="1.1">\n'
            f"<title>{escape(self.says)}</title>\n" + "\n".join(inside) + "\n</svg>\n"
        )

    @door
    def save(self, path: str | Path) -> Path:
        """Write the SVG to a file.

        Raises:
            ValueError: the file's name does not end in .svg, or is that of a folder.
        """
        path = Path(path)
        if require_format(path) != "svg":
            raise ValueError(f"path must end in .svg for several pictures, got {shown(str(path))}")
        return write_file(path, self.svg())

    def _repr_svg_(self) -> str:
        dark = [picture._in_the_dark for picture in self.pictures]
        others = tuple(draw() for draw in dark if draw is not None)
        if len(others) < len(dark):  # one of them has a theme of its own
            return self.svg()
        return following(self.svg(), Strip(others, self.says).svg())

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return for_pages(self._repr_svg_(), self.says)

    def __repr__(self) -> str:
        number = len(self.pictures)
        return f"<{number} picture{'s' * (number != 1)}: {brief(self.says)}>"


@door
def side_by_side(*pictures: Picture) -> Strip:
    """Return pictures side by side, each as high as the highest.

    Args:
        pictures: one or more.

    Raises:
        TypeError: something that is no Picture.
        ValueError: no picture.

    >>> from termwise.pictures import Canvas
    >>> one, other = (Canvas(4, 3).picture(says) for says in ("a sheet", "another"))
    >>> side_by_side(one, other)
    <2 pictures: a sheet; another>
    """
    if not pictures:
        raise ValueError("pictures must be one or more, got none")
    for picture in pictures:
        if not isinstance(picture, Picture):
            raise TypeError(f"pictures must be Pictures, got {shown(picture)}")
    return Strip(pictures, "; ".join(picture.says for picture in pictures))


def _size(picture: Picture) -> tuple[float, float]:
    """Return width and height in points."""
    width, height = picture.figure.get_size_inches() * 72
    return float(width), float(height)


def _apart(svg: str, number: int) -> str:
    """Give every id of one picture a number, so that no two pictures share one."""
    svg = re.sub(r'\bid="([^"]*)"', rf'id="\1-{number}"', svg)
    return re.sub(r'(url\(#|href="#)([^")]*)', rf"\1\2-{number}", svg)
