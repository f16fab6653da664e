"""A surface that one can turn: `view_surface`."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from html import escape
from json import dumps
from pathlib import Path
from typing import Any

from cylindric.drawing.surface import number_of_lozenges
from cylindric.objects.cylindric_partitions import CylindricPartition, require_cylindric_partition
from cylindric.view.scene import Scene, asset, says_of, script, surface_scene
from cylindric.view.widget import make_widget
from termwise.arguments import brief, shown
from termwise.doors import door
from termwise.pictures import require_theme

MAX_LOZENGES = 10**6
"""So many are two million triangles; a page of them has three megabytes."""


@door
def view_surface(c: CylindricPartition, *, theme: str = "light") -> View:
    """Show a cylindric partition as piles of cubes on a cylinder that one can turn with the mouse.

    In JupyterLab, and where else anywidget works, the view shows itself (the extra `view`); saved
    as HTML it is one page that needs nothing else and no network.

    The lozenges are those of `draw_surface`, wrapped round the cylinder as by `draw_cylinder`, and
    with relief: their depth along the line of sight, less its mean round the cylinder at the same
    height.  The inside is paler, the seam is marked.

    Args:
        c: the cylindric partition.
        theme: "light" or "dark".

    Returns:
        A View.

    Raises:
        TypeError: c is no CylindricPartition.
        ValueError: an unknown theme, or more than 10^6 lozenges (the message says how many).

    Source: tilings and interlacing particles as in [BBBCCV]; the geometry in `view.mesh`.

    >>> from cylindric.objects.profiles import Profile
    >>> view_surface(CylindricPartition(Profile("10"), [(2,), (1,)]))
    <View: surface of (1) ≺ (2) ≻ (1) round the cylinder, 10 lozenges>
    """
    require_cylindric_partition(c)
    require_theme(theme)
    number = number_of_lozenges(c)
    if number > MAX_LOZENGES:
        raise ValueError(
            f"surface must have at most {MAX_LOZENGES} lozenges to be turned, got {brief(number)}: "
            "draw_surface gives a still picture"
        )
    return View(c, theme)


@dataclass(frozen=True, repr=False)
class View:
    """A surface to turn: shows itself in a notebook, saves itself as a web page.

    Made by `view_surface`.

    Attributes:
        c: the cylindric partition.
        theme: "light" or "dark".
    """

    c: CylindricPartition
    theme: str

    @property
    def says(self) -> str:
        """What it shows, in one line."""
        return says_of(self.c)

    @cached_property
    def scene(self) -> Scene:
        """What `assets/surface.js` is given."""
        return surface_scene(self.c, self.theme)

    def html(self) -> str:
        """Return the web page, which fetches nothing; the same text every time."""
        settings, data = self.scene
        filled = {
            "TITLE": escape(self.says),
            "GROUND": settings["ground"],
            "SETTINGS": dumps(settings, ensure_ascii=False).replace("<", "\\u003c"),
            "DATA": b64encode(data).decode(),
            "SCRIPT": script(),
        }
        page = asset("page.html")
        for name, text in filled.items():
            page = page.replace(f"<<{name}>>", text)
        return page

    @door
    def save(self, path: str | Path) -> Path:
        """Write the page to a file, whose name ends in .html.

        The file is there when it is complete and not before.

        Raises:
            ValueError: another ending.
        """
        path = require_html(path)
        part = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            part.write_text(self.html(), encoding="utf-8")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return path

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Any]:
        """Show the widget, and where nothing runs, or without the extra, a line."""
        return make_widget(self.scene, self.says)

    def __repr__(self) -> str:
        return f"<View: {escape(self.says, quote=False)}>"


@door
def require_html(path: str | Path) -> Path:
    """Return the path of a page.

    >>> require_html("surface.svg")
    Traceback (most recent call last):
    ValueError: path must end in .html, got 'surface.svg'
    """
    if Path(path).suffix.lower() != ".html":
        raise ValueError(f"path must end in .html, got {shown(str(path))}")
    return Path(path)
