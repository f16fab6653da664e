"""A picture that shows itself: matplotlib figures with one palette, two themes, vector output.

A drawing function makes a `Canvas`, draws on its axes with the colours of its theme, and returns
its picture.  No global state of matplotlib is changed, and the same picture is the same SVG, byte
for byte.

    >>> canvas = Canvas(4, 3)
    >>> _ = canvas.axes.plot([0, 1], [0, 1], color=canvas.theme.ink, gid="diagonal")
    >>> 'id="diagonal"' in canvas.picture("a line").svg()
    True
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial, wraps
from html import escape
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
import numpy.typing as npt

from termwise.arguments import shown
from termwise.doors import door
from termwise.following import following, for_pages
from termwise.tikz import tikz_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7")
"""The palette of Okabe and Ito, which colour-blind readers can tell apart."""

FORMATS = ("svg", "pdf", "png")

CM = 72 / 2.54  # points


@dataclass(frozen=True)
class Theme:
    """The colours of a picture's ground and lines; every picture has a ground of its own.

    Attributes:
        ground, ink, faint: behind, text and lines, what stands back.
        quiet: text that stands back, and can still be read.
        strokes: colours of the palette that are seen on the ground as thin lines.
        accent: the one for what must be found at once, such as a seam.
    """

    ground: str
    ink: str
    faint: str
    quiet: str
    strokes: tuple[str, ...]
    accent: str = "#d55e00"


THEMES = {
    "light": Theme(
        ground="#ffffff",
        ink="#1b1b1b",
        faint="#a8a8a8",
        quiet="#686868",
        strokes=("#0072b2", "#e69f00", "#009e73", "#cc79a7"),
    ),
    "dark": Theme(
        ground="#15181c",
        ink="#ececec",
        faint="#6c737c",
        quiet="#a0a7b0",
        strokes=("#56b4e9", "#f0e442", "#009e73", "#cc79a7"),
    ),
}


class Canvas:
    """A figure to draw on.

    Args:
        width, height: in centimetres.
        theme: "light" or "dark".
        axes: "plain" without frame and with equal units, or "framed" for plots.

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
        self.axes: Any = self.figure.add_subplot()
        colour_axes(self.axes, self.theme)
        if axes == "plain":
            self.axes.set_axis_off()
            self.axes.set_aspect("equal")

    @classmethod
    def showing(
        cls, left: float, right: float, bottom: float, top: float, *, theme: str = "light"
    ) -> Canvas:
        """Return a plain canvas that a rectangle of the plane fills, a unit being a centimetre.

        What is drawn then has its size in centimetres, so it is known what a text covers.

        >>> Canvas.showing(0, 4, -1, 2).figure.get_size_inches() * 2.54
        array([4., 3.])
        """
        canvas = cls(right - left, top - bottom, theme=theme)
        canvas.figure.set_layout_engine("none")
        canvas.axes.set_position((0, 0, 1, 1))
        canvas.axes.set_xlim(left, right)
        canvas.axes.set_ylim(bottom, top)
        return canvas

    def polygons(self, corners: Iterable[npt.ArrayLike], *, gid: str, **style: Any) -> None:
        """Draw many polygons as one path, each a list of (x, y).

        Args:
            corners: the polygons.
            gid: the name of the group in the SVG.
            style: as of a matplotlib patch: facecolor, edgecolor, linewidth, ..
        """
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        parts = [np.asarray(polygon, dtype=float) for polygon in corners]
        if not parts:
            return
        vertices = np.concatenate([np.concatenate([part, part[:1]]) for part in parts])
        codes = np.full(len(vertices), Path.LINETO)
        ends = np.cumsum([len(part) + 1 for part in parts])
        codes[ends - 1] = Path.CLOSEPOLY
        codes[np.concatenate([[0], ends[:-1]])] = Path.MOVETO
        style = {"joinstyle": "round", **style}
        self.axes.add_patch(PathPatch(Path(vertices, codes), gid=gid, **style))

    def lines(self, lines: Sequence[npt.ArrayLike], *, gid: str, **style: Any) -> None:
        """Draw many lines in one group, each a list of (x, y).

        Args:
            lines: the lines; the limits of the axes stay as they are.
            gid: the name of the group in the SVG.
            style: as of a matplotlib LineCollection: colors, linewidths, ..

        >>> canvas = Canvas.showing(0, 1, 0, 1)
        >>> canvas.lines([[(0, 0), (1, 1)], [(0, 1), (1, 0)]], gid="cross")
        >>> 'id="cross"' in canvas.picture("a cross").svg()
        True
        """
        from matplotlib.collections import LineCollection

        self.axes.add_collection(LineCollection(lines, gid=gid, **style), autolim=False)

    def pixels(
        self,
        codes: npt.NDArray[Any],
        colours: Sequence[Any],
        *,
        gid: str,
        extent: tuple[float, float, float, float] | None = None,
    ) -> None:
        """Draw an image in which the cell with the corners (j, i), (j + 1, i + 1) has its colour.

        Args:
            codes: for every row i and column j an index of a colour.
            colours: names of colours, or what matplotlib takes for one.
            gid: the name of the image in the SVG.
            extent: left, right, bottom, top of the image, if it is to lie elsewhere.

        >>> canvas = Canvas.showing(0, 2, 0, 1)
        >>> canvas.pixels(np.array([[0, 1]]), ["black", "#ffffff"], gid="pixels")
        >>> 'id="pixels"' in canvas.picture("two pixels").svg()
        True
        """
        from matplotlib.colors import to_rgba_array

        height, width = codes.shape
        table = to_rgba_array(colours)
        table[[colour == self.theme.ground for colour in colours]] = 0  # the ground is behind
        image = (table * 255).round().astype(np.uint8)[codes]
        corners = (0, width, height, 0) if extent is None else extent
        limits = self.axes.get_xlim(), self.axes.get_ylim()
        self.axes.imshow(image, interpolation="none", extent=corners, gid=gid, aspect="auto")
        if extent is None:
            self.axes.set_aspect("equal")
        else:
            self.axes.set_xlim(limits[0])
            self.axes.set_ylim(limits[1])

    def write(self, x: float, y: float, text: str, *, gid: str | None = None, **style: Any) -> None:
        """Write a text, centred at (x, y) and in ink unless the style says otherwise.

        Args:
            x, y: where.
            text: what; no mathematics is read in it.
            gid: its name in the SVG, if it is to be found there.
            style: as of a matplotlib Text: size, color, va, ..
        """
        style = {"ha": "center", "va": "center", "color": self.theme.ink, "size": 8, **style}
        self.axes.text(x, y, text, gid=gid, parse_math=False, **style)

    def picture(self, says: str) -> Picture:
        """Return what was drawn; `says` tells in one line what it shows."""
        if self.figure.get_layout_engine() is not None:
            # A layout made anew at every drawing would not be the same every time.
            self.figure.draw_without_rendering()
            self.figure.set_layout_engine("none")
        return Picture(self.figure, says)


class Picture:
    """A finished picture: shows itself in a notebook as SVG, saves itself as SVG, PDF or PNG.

    Made by the drawing functions.  A light one that shows itself on a page has dark colours where
    the reader's browser asks for them; what is saved is in one theme, as it was drawn.

    Attributes:
        says: what it shows, in one line; the alternative text of the SVG.
        figure: the matplotlib figure.
    """

    def __init__(self, figure: Figure, says: str) -> None:
        self.figure = figure
        self.says = says
        self._in_the_dark: Callable[[], Picture] | None = None

    def svg(self) -> str:
        """Return the picture as SVG, the same text every time."""
        import matplotlib

        text = StringIO()
        with matplotlib.rc_context({"svg.hashsalt": self.says, "svg.fonttype": "none"}):
            self.figure.savefig(text, format="svg", metadata={"Date": None, "Title": self.says})
        # A hundredth of a point is less than anybody sees, and six digits are half of the file.
        return re.sub(r' d="[^"]*"', lambda d: re.sub(r"(\.\d\d)\d+", r"\1", d[0]), text.getvalue())

    def tikz(self) -> str:
        r"""Return the picture as a tikzpicture, for `\usepackage{tikz,amssymb}`.

        Raises:
            ValueError: the picture is an image of pixels, or has a letter that LaTeX lacks.
        """
        return tikz_of(self.figure, self.says)

    @door
    def save(self, path: str | Path) -> Path:
        """Write the picture to a file, in the format of the file's name: svg, pdf or png.

        The file is there when it is complete and not before.

        Raises:
            ValueError: another ending.
        """
        path, kind = Path(path), require_format(path)
        part = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            if kind == "svg":
                part.write_text(self.svg(), encoding="utf-8")
            else:
                metadata = {"CreationDate": None} if kind == "pdf" else None
                self.figure.savefig(part, format=kind, dpi=200, metadata=metadata)
            part.replace(path)
        except OSError as error:
            if error.filename == str(part):  # the one beside it is nobody's business
                error.filename = str(path)
            raise
        finally:
            if part.parent.is_dir():
                part.unlink(missing_ok=True)
        return path

    def _repr_svg_(self) -> str:
        if self._in_the_dark is None:
            return self.svg()
        return following(self.svg(), self._in_the_dark().svg())

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return for_pages(self._repr_svg_(), self.says)

    def __repr__(self) -> str:
        return f"<Picture: {escape(self.says, quote=False)}>"


Drawing = TypeVar("Drawing", bound=Callable[..., Picture])


def themed(function: Drawing) -> Drawing:
    """Let the pictures of a drawing function, whose `theme` is light, follow that of the page."""

    @wraps(function)
    def drawn(*given: Any, **named: Any) -> Picture:
        picture = function(*given, **named)
        if named.get("theme", "light") == "light":
            picture._in_the_dark = partial(function, *given, **{**named, "theme": "dark"})
        return picture

    return cast(Drawing, drawn)


@door
def require_theme(theme: str) -> Theme:
    """Return the theme of a name.

    >>> require_theme("pink")
    Traceback (most recent call last):
    ValueError: theme must be light or dark, got 'pink'
    """
    if theme not in THEMES:
        raise ValueError(f"theme must be {' or '.join(THEMES)}, got {shown(theme)}")
    return THEMES[theme]


@door
def require_format(path: str | Path) -> str:
    """Return the format that the ending of a file's name asks for.

    >>> require_format("surface.gif")
    Traceback (most recent call last):
    ValueError: path must end in .svg, .pdf or .png, got 'surface.gif'
    """
    kind = Path(path).suffix.removeprefix(".").lower()
    if kind not in FORMATS:
        raise ValueError(f"path must end in .svg, .pdf or .png, got {shown(str(path))}")
    return kind


def text_width(text: str, size: float = 8) -> float:
    """Return the width of a text in centimetres, its size being in points.

    >>> text_width("mm") == 2 * text_width("m") > 2 * text_width("i")
    True
    """
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(size=size)
    return float(text_to_path.get_text_width_height_descent(text, font, False)[0]) / CM


def blend(colour: str, ground: str, part: float) -> str:
    """Return a colour mixed with the ground, `part` of it the colour.

    >>> blend("#ff0000", "#ffffff", 0.2)
    '#ffcccc'
    """
    from matplotlib.colors import to_hex, to_rgb

    mixed = part * np.array(to_rgb(colour)) + (1 - part) * np.array(to_rgb(ground))
    return to_hex((mixed[0], mixed[1], mixed[2]))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG has it, 1 to 21.

    >>> round(contrast("#ffffff", "#000000"))
    21
    """
    from matplotlib.colors import to_rgb

    darker, lighter = sorted(
        np.dot((0.2126, 0.7152, 0.0722), np.array(to_rgb(colour)) ** 2.2) for colour in (one, other)
    )
    return float((lighter + 0.05) / (darker + 0.05))


def colour_axes(axes: Axes, theme: Theme) -> None:
    """Give axes the colours of a theme."""
    axes.set_facecolor(theme.ground)
    axes.tick_params(colors=theme.ink, which="both")
    for spine in axes.spines.values():
        spine.set_color(theme.ink)
    for label in (axes.xaxis.label, axes.yaxis.label, axes.title):
        label.set_color(theme.ink)
