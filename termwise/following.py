"""Pictures that follow the page: one SVG that is dark where the reader's browser asks for it.

A picture is an image in its page, and rules of the page do not reach into it; but its
`prefers-color-scheme` is the `color-scheme` that the page gives the image.  By itself that is the
system's; `for_pages` makes it that of the page: of JupyterLab's theme, of VS Code's, of the switch
that sites have.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html import escape

COLOUR = r"#[0-9a-f]{6}"
STYLE = re.compile(rf"(fill|stroke): ({COLOUR})")

LIGHT_PAGES = '[data-jp-theme-light="true"], [data-theme="light"], .vscode-light'
DARK_PAGES = '[data-jp-theme-light="false"], [data-theme="dark"], .vscode-dark'
PAGE_RULES = f"""<style>
img.termwise {{max-width: 100%; height: auto}}
:is({LIGHT_PAGES}) img.termwise {{color-scheme: light}}
:is({DARK_PAGES}) img.termwise {{color-scheme: dark}}
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
    """Return the light of two SVGs of one picture, with the colours of the dark one beside.

    A rule for each colour that differs applies where the page is dark.  Pictures that differ in
    more than colours, drawn at random say, do not follow.

    >>> one, other = '<svg a="1"><g style="fill: #ffffff"/></svg>', '#111111'
    >>> print(following(one, one.replace("#ffffff", other)))  # doctest: +ELLIPSIS
    <svg id="p..." a="1"><style>@media (prefers-color-scheme: dark) {
    #p... [style*="fill: #ffffff"] {fill: #111111 !important}
    }</style><g style="fill: #ffffff"/></svg>
    """
    # Names of markers and clips are made of what they are, the colour too.
    apart = rf"{COLOUR}|base64,[^\"]*|\b[a-z][0-9a-f]{{10}}\b"
    bare = [re.sub(apart, "", svg) for svg in (light, dark)]
    if bare[0] != bare[1]:
        return light
    pairs = Counter(zip(STYLE.findall(light), STYLE.findall(dark), strict=True))
    rules = {}  # of two dark colours for a light one, that which is there more often
    for ((kind, colour), (_, other)), _ in reversed(pairs.most_common()):
        rules[kind, colour] = other
    name = f"p{sha256(light.encode()).hexdigest()[:12]}"
    lines = [
        f'#{name} [style*="{kind}: {colour}"] {{{kind}: {other} !important}}\n'
        for (kind, colour), other in sorted(rules.items())
        if colour != other
    ]
    style = f"<style>@media (prefers-color-scheme: dark) {{\n{''.join(lines)}}}</style>"
    return re.sub(
        r"<svg ([^>]*)>", lambda head: f'<svg id="{name}" {head[1]}>{style}', light, count=1
    )
