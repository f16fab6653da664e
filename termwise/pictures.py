"""A picture that shows itself: matplotlib figures with one palette, two themes, vector output.

A drawing function makes a `Canvas`, draws on its axes with the colours of its theme, and returns
its picture.  No global state of matplotlib is read or changed, and the same picture is the same
SVG, byte for byte.

    >>> canvas = Canvas(4, 3)
    >>> _ = canvas.axes.plot([0, 1], [0, 1], color=canvas.theme.ink, gid="diagonal")
    >>> 'id="diagonal"' in canvas.picture("a line").svg()
    True
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7")
"""The palette of Okabe and Ito, which colour-blind readers can tell apart."""

FORMATS = ("svg", "pdf", "png")


@dataclass(frozen=True)
class Theme:
    """The colours of a picture's ground and lines; every picture has a ground of its own."""

    ground: str
    ink: str
    faint: str


THEMES = {
    "light": Theme(ground="#ffffff", ink="#1a1a1a", faint="#b8b8b8"),
    "dark": Theme(ground="#15181c", ink="#ececec", faint="#5a6068"),
}


class Canvas:
    """A figure to draw on.

    Args:
        width, height: in centimetres.
        theme: "light" or "dark".
        axes: "plain" without frame and with equal units, "framed" for plots, "3d".

    Raises:
        ValueError: an unknown theme.
    """

    def __init__(
        self, width: float, height: float, *, theme: str = "light", axes: str = "plain"
    ) -> None:
        from matplotlib.figure import Figure

        self.theme = require_theme(theme)
        self.figure: Figure = Figure(
            figsize=(width / 2.54, height / 2.54),
            facecolor=self.theme.ground,
            layout="constrained",
        )
        self.axes: Any = self.figure.add_subplot(projection="3d" if axes == "3d" else None)
        _colour(self.axes, self.theme)
        if axes == "plain":
            self.axes.set_axis_off()
            self.axes.set_aspect("equal")

    def picture(self, says: str) -> Picture:
        """Return what was drawn; `says` tells in one line what it shows."""
        return Picture(self.figure, says)


class Picture:
    """A finished picture: shows itself in a notebook as SVG, saves itself as SVG, PDF or PNG.

    Made by the drawing functions.

    Attributes:
        says: what it shows, in one line; the alternative text of the SVG.
        figure: the matplotlib figure.
    """

    def __init__(self, figure: Figure, says: str) -> None:
        self.figure = figure
        self.says = says

    def svg(self) -> str:
        """Return the picture as SVG, the same text every time."""
        import matplotlib

        text = StringIO()
        with matplotlib.rc_context({"svg.hashsalt": self.says, "svg.fonttype": "none"}):
            self.figure.savefig(text, format="svg", metadata={"Date": None, "Title": self.says})
        return text.getvalue()

    def save(self, path: str | Path) -> Path:
        """Write the picture to a file, in the format of the file's name: svg, pdf or png.

        Raises:
            ValueError: another ending.
        """
        path = Path(path)
        kind = path.suffix.removeprefix(".").lower()
        if kind not in FORMATS:
            raise ValueError(f"path must end in .{', .'.join(FORMATS)}, got {str(path)!r}")
        if kind == "svg":
            path.write_text(self.svg(), encoding="utf-8")
        else:
            self.figure.savefig(path, format=kind, dpi=200)
        return path

    def _repr_svg_(self) -> str:
        return self.svg()

    def __repr__(self) -> str:
        return f"<Picture: {escape(self.says, quote=False)}>"


def require_theme(theme: str) -> Theme:
    """Return the theme of a name.

    >>> require_theme("pink")
    Traceback (most recent call last):
    ValueError: theme must be light or dark, got 'pink'
    """
    if theme not in THEMES:
        raise ValueError(f"theme must be {' or '.join(THEMES)}, got {theme!r}")
    return THEMES[theme]


def _colour(axes: Axes, theme: Theme) -> None:
    axes.set_facecolor(theme.ground)
    axes.tick_params(colors=theme.ink, which="both")
    for spine in axes.spines.values():
        spine.set_color(theme.ink)
    for label in (axes.xaxis.label, axes.yaxis.label, axes.title):
        label.set_color(theme.ink)
