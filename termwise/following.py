"""Pictures that follow the page: one SVG that is dark where the reader's browser asks for it.

In a page a picture is an image: it shares no names with its neighbours, and pages that take away
what they do not trust, such as notebooks nobody has run, leave it.  Rules of the page do not reach
into it; but its `prefers-color-scheme` is the `color-scheme` that the page gives the image.  By
itself that is the system's; `for_pages` makes it that of the page: of JupyterLab's theme, of
VS Code's, of the switch that sites have.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

COLOUR = r"#[0-9a-f]{6}"
STYLE, COLOURED = re.compile('style="[^"]*"'), re.compile(rf"(?:fill|stroke): {COLOUR}")
IMAGE, PIXELS = re.compile(r"<image [^>]*>"), re.compile(r'base64,[^"]*')

# High contrast is dark unless a second class says light.
DARK_PAGES = (
    '[data-jp-theme-light="false"], [data-theme="dark"], .vscode-dark, .vscode-high-contrast'
)
LIGHT_PAGES = (
    '[data-jp-theme-light="true"], [data-theme="light"], .vscode-light, .vscode-high-contrast-light'
)
PAGE_RULES = f"""<style>
img.termwise {{max-width: 100%; height: auto}}
:is({DARK_PAGES}) img.termwise {{color-scheme: dark}}
:is({LIGHT_PAGES}) img.termwise {{color-scheme: light}}
</style>"""


def for_pages(svg: str, says: str) -> dict[str, str]:
    """Return an SVG by its media type, and as HTML that tells it the theme of the page.

    >>> for_pages("<svg/>", "a < b")["text/html"].splitlines()[-1]
    '<img class="termwise" alt="a &lt; b" src="data:image/svg+xml;base64,PHN2Zy8+"/>'
    """
    address = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    image = f'<img class="termwise" alt="{escape(says)}" src="{address}"/>'
    return {"text/html": f"{PAGE_RULES}\n{image}", "image/svg+xml": svg}


def following(light: str, dark: str) -> str:
    """Return the light of two SVGs of one picture, with what is other in the dark one beside.

    What has another colour has a class, whose rule applies where the page is dark; an image of
    pixels that is another has the dark one beside it.  Pictures that differ in more, drawn at
    random say, do not follow.

    >>> one = '<svg a="1"><g style="fill: #ffffff"/></svg>'
    >>> print(following(one, one.replace("#ffffff", "#111111")))  # doctest: +ELLIPSIS
    <svg a="1"><style>@media (prefers-color-scheme: dark) {
    .p...-1 {fill: #111111 !important}
    }</style><g class="p...-1" style="fill: #ffffff"/></svg>
    """
    # Names of markers and clips are made of what they are, the colour too.
    apart = rf"{COLOUR}|{PIXELS.pattern}|\b[a-z][0-9a-f]{{10}}\b"
    bare = [re.sub(apart, "", svg) for svg in (light, dark)]
    if bare[0] != bare[1]:
        return light
    # A class is the picture's own, as the picture may lie among others in a page.  It is on the
    # element itself: markers are shown in places where no selector sees what is around them.
    name = f"p{sha256(light.encode()).hexdigest()[:8]}"
    text, rules = _classed(light, dark, name)
    text, images = _with_images(text, dark, name)
    lines = "".join(f".{name}-{rule}\n" for rule in [*rules, *images])
    style = f"<style>@media (prefers-color-scheme: dark) {{\n{lines}}}</style>"
    return re.sub(r"<svg [^>]*>", lambda head: head[0] + style, text, count=1)


def _classed(light: str, dark: str, name: str) -> tuple[str, list[str]]:
    """Return the light SVG with a class where the dark one has another colour, and their rules."""
    others, numbers = iter(STYLE.findall(dark)), dict[str, int]()

    def classed(found: re.Match[str]) -> str:
        style, other = found[0], next(others)
        pairs = zip(COLOURED.findall(style), COLOURED.findall(other), strict=True)
        rule = "; ".join(f"{new} !important" for old, new in pairs if old != new)
        if not rule:
            return style
        return f'class="{name}-{numbers.setdefault(rule, len(numbers) + 1)}" {style}'

    text = STYLE.sub(classed, light)
    return text, [f"{number} {{{rule}}}" for rule, number in numbers.items()]


def _with_images(light: str, dark: str, name: str) -> tuple[str, list[str]]:
    """Return the light SVG with the dark images that differ beside, and the rules to show them."""
    others = iter(IMAGE.findall(dark))

    def both(found: re.Match[str]) -> str:
        image, other = found[0], re.sub(r' id="[^"]*"', "", next(others))
        if PIXELS.findall(image) == PIXELS.findall(other):
            return image
        other = other.replace("<image", f'<image class="{name}-dark" display="none"', 1)
        return image.replace("<image", f'<image class="{name}-light"', 1) + other

    text = IMAGE.sub(both, light)
    return text, [] if text == light else ["light {display: none}", "dark {display: inline}"]
