r"""Pictures as TikZ: paths and texts in centimetres, for `\usepackage{tikz,amssymb}`.

Whatever matplotlib draws comes to a renderer as paths, markers and texts; this writes them down.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unicodedata import decomposition

import numpy as np

from termwise.arguments import shown
from termwise.notation import latex_text

INCH = 2.54  # centimetres

ANCHORS = {
    "left": " west",
    "right": " east",
    "center": "",
    "top": "north",
    "bottom": "south",
    "baseline": "base",
    "center_baseline": "mid",
}
"""Words of matplotlib as TikZ has them."""

SIGNS = {
    "∅": r"$\emptyset$",
    "·": r"$\cdot$",
    "…": r"\dots{}",
    "−": r"$-$",
    "λ": r"$\lambda$",
    "μ": r"$\mu$",
    "\N{NO-BREAK SPACE}": "~",
    "≈": r"$\approx$",
    "≺": r"$\prec$",
    "≻": r"$\succ$",
    "≠": r"$\ne$",
    "▲": r"$\blacktriangle$",
    "▼": r"$\blacktriangledown$",
    "△": r"$\triangle$",
    "▽": r"$\triangledown$",
    "→": r"$\rightarrow$",
    "π": r"$\pi$",
    "×": r"$\times$",
}
"""What plain LaTeX does not read."""


def tikz_of(figure: Any, says: str) -> str:
    r"""Return a figure as a tikzpicture.

    Raises:
        ValueError: the figure has an image of pixels, or a text that LaTeX cannot write.

    >>> from termwise.pictures import Canvas
    >>> print(tikz_of(Canvas.showing(0, 1, 0, 1).figure, "nothing"))
    % nothing
    \definecolor{cFFFFFF}{HTML}{FFFFFF}
    \begin{tikzpicture}
    \useasboundingbox (0,0) rectangle (1,1);
    \clip (0,0) rectangle (1,1);
    \path[fill=cFFFFFF] (0,0) -- (1,0) -- (1,1) -- (0,1) -- cycle;
    \end{tikzpicture}
    <BLANKLINE>
    """
    from matplotlib.backend_bases import RendererBase

    class Renderer(RendererBase):
        """Writes every path and text as a line."""

        def __init__(self) -> None:
            super().__init__()
            self.lines: list[str] = []
            self.colours: dict[str, str] = {}

        def get_canvas_width_height(self) -> tuple[float, float]:
            width, height = figure.get_size_inches() * figure.dpi
            return float(width), float(height)

        def points_to_pixels(self, points: Any) -> Any:
            return points * figure.dpi / 72

        def draw_path(self, gc: Any, path: Any, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
            place = transform.frozen().scale(INCH / figure.dpi)
            for piece in _pieces(path.transformed(place), gc, rgbFace):
                style, line = piece
                named = [self._colour(key, value) for key, value in style]
                self.lines.append(rf"\path[{', '.join(named)}] {line};")

        def draw_image(self, *_: Any, **__: Any) -> None:
            raise ValueError(f"{says} must be drawn in vectors to be TikZ, not as an image")

        def flipy(self) -> bool:
            return False

        def draw_text(
            self, gc: Any, x: Any, y: Any, s: Any, prop: Any, angle: Any, *given: Any, **named: Any
        ) -> None:
            size, anchor = prop.get_size_in_points(), "base west"
            colour = gc.get_rgb()
            text = named.get("mtext", given[1] if len(given) > 1 else None)
            if text is not None and not angle:  # LaTeX's letters are of another width
                x, y = text.get_transform().transform(text.get_unitless_position())
                anchor = ANCHORS[text.get_va()] + ANCHORS[text.get_ha()] or "center"
            style = [
                f"anchor={anchor.strip()}",
                "inner sep=0",
                rf"font=\fontsize{{{size:g}}}{{{1.2 * size:g}}}\selectfont",
                self._colour("text", colour),
                *([f"text opacity={colour[3]:.3g}"] if colour[3] < 1 else []),
                *([f"rotate={angle:g}"] if angle else []),
            ]
            bold = rf"\textbf{{{_text(s)}}}" if prop.get_weight() in ("bold", 700) else _text(s)
            at = _point((x * INCH / figure.dpi, y * INCH / figure.dpi))
            self.lines.append(rf"\node[{', '.join(style)}] at {at} {{{bold}}};")

        def _colour(self, key: str, value: Any) -> str:
            """Return an option; colours are defined once, above the picture."""
            if not isinstance(value, tuple):
                return f"{key}={value}" if value else key
            code = "".join(f"{round(255 * part):02X}" for part in value[:3])
            self.colours[code] = rf"\definecolor{{c{code}}}{{HTML}}{{{code}}}"
            return f"{key}=c{code}"

    renderer = Renderer()
    figure.draw(renderer)
    width, height = figure.get_size_inches() * INCH
    box = rf"\useasboundingbox (0,0) rectangle {_point((width, height))};"
    box += "\n" + box.replace("useasboundingbox", "clip")
    return "\n".join(
        [
            f"% {' '.join(says.split())}",
            *sorted(renderer.colours.values()),
            r"\begin{tikzpicture}",
            box,
            *renderer.lines,
            r"\end{tikzpicture}",
            "",
        ]
    )


def _pieces(path: Any, gc: Any, face: Any) -> Iterator[tuple[list[Any], str]]:
    """Yield how a path is drawn, and the path."""
    style: list[tuple[str, Any]] = []
    if face is not None and (len(face) < 4 or face[3] > 0):
        style.append(("fill", tuple(map(float, face))))
        opacity = float(face[3]) if len(face) > 3 else gc.get_alpha()
        if opacity < 1:
            style.append(("fill opacity", f"{opacity:.3g}"))
    width = gc.get_linewidth()  # in points
    if width > 0 and gc.get_rgb()[3] > 0:
        style += [("draw", tuple(map(float, gc.get_rgb()))), ("line width", f"{width:.3g}bp")]
        if gc.get_rgb()[3] < 1:
            style.append(("draw opacity", f"{gc.get_rgb()[3]:.3g}"))
        style.append((f"line join={gc.get_joinstyle()}", ""))
        if (cap := gc.get_capstyle()) != "butt":
            style.append((f"line cap={'rect' if cap == 'projecting' else cap}", ""))
        if (dashes := gc.get_dashes()[1]) is not None:
            marks = [f"{('on', 'off')[at % 2]} {d:.3g}bp" for at, d in enumerate(dashes)]
            style.append(("dash pattern", " ".join(marks)))
    line = " ".join(_segments(path))
    if style and line:
        yield style, line


def _segments(path: Any) -> Iterator[str]:
    """Yield the segments of a path in centimetres."""
    start = here = np.zeros(2)
    for points, code in path.iter_segments(simplify=False, curves=True):
        corners = np.asarray(points).reshape(-1, 2)
        if code == path.MOVETO:
            start = corners[0]
            yield _point(start)
        elif code == path.LINETO:
            yield f"-- {_point(corners[0])}"
        elif code == path.CURVE3:
            first, last = (
                here + 2 / 3 * (corners[0] - here),
                corners[1] + 2 / 3 * (corners[0] - corners[1]),
            )
            yield f".. controls {_point(first)} and {_point(last)} .. {_point(corners[1])}"
        elif code == path.CURVE4:
            yield (
                f".. controls {_point(corners[0])} and {_point(corners[1])} .. {_point(corners[2])}"
            )
        elif code == path.CLOSEPOLY:
            yield "-- cycle"
        here = start if code == path.CLOSEPOLY else corners[-1]


def _point(place: Any) -> str:
    x, y = (f"{round(float(part), 3) + 0.0:g}" for part in place)
    return f"({x},{y})"


def _letter(letter: str) -> str:
    """Return a letter as LaTeX; raised and lowered ones are those of formulas.

    >>> _letter("²"), _letter("ᵢ"), _letter("a")
    ('$^{2}$', '$_{i}$', 'a')
    """
    kind, _, plain = decomposition(letter).partition(" ")
    if kind in ("<super>", "<sub>") and " " not in plain:
        return f"${'^' if kind == '<super>' else '_'}{{{chr(int(plain, 16))}}}$"
    return SIGNS.get(letter) or latex_text(letter)


def _text(text: str) -> str:
    """Return a text as LaTeX; a sign that it does not know is refused.

    >>> _text("0 ~ 5, 50% of ∅")
    '0 \\\\textasciitilde{} 5, 50\\\\% of $\\\\emptyset$'
    """
    escaped = "".join(map(_letter, text))
    if not escaped.isascii():
        raise ValueError(f"text must be one that LaTeX can write, got {shown(text)}")
    return escaped
