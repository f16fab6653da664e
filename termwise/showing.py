"""Which drawing function shows an object of a type; the object knows nothing of drawing."""

from __future__ import annotations

import sys
from collections.abc import Callable

from termwise.pictures import Drawing, Picture

_DRAWN_BY: dict[type, Callable[..., Picture]] = {}


def draws(kind: type) -> Callable[[Drawing], Drawing]:
    """Enter a drawing function as the one by which objects of a type show themselves.

    The object's own `_repr_mimebundle_` asks `picture_of`.

    >>> from termwise.pictures import Canvas
    >>> @draws(complex)
    ... def draw_number(z):
    ...     canvas = Canvas(2, 2)
    ...     _ = canvas.axes.plot([z.real], [z.imag], "o")
    ...     return canvas.picture(f"the number {z}")
    >>> picture_of(1j)
    <Picture: the number 1j>
    """

    def enter(function: Drawing) -> Drawing:
        _DRAWN_BY[kind] = function
        return function

    return enter


def picture_of(thing: object) -> Picture:
    """Return the picture by which an object shows itself; see `draws`."""
    kind = type(thing)
    if kind not in _DRAWN_BY:  # nobody has asked for the pictures of its wing yet
        wing = sys.modules[kind.__module__.partition(".")[0]]
        for name in wing.__all__:
            if name.startswith("draw_"):
                getattr(wing, name)
    return _DRAWN_BY[kind](thing)
