"""Keys such as [Borodin07] in hand-written pages become links to the page of sources."""

import re
from pathlib import Path

from sphinx.application import Sphinx

ROW = re.compile(r"^\| (\w+) \|", re.MULTILINE)


def keys_of(text: str) -> list[str]:
    """Return the keys of a table of sources."""
    return [key for key in ROW.findall(text) if key not in ("Key", "key")]


def linked(text: str, keys: list[str]) -> str:
    """Return a page with its keys as links; code is left alone."""
    key = rf"\[({'|'.join(keys)})\](?![(\[])"
    pieces = re.split(r"(^```.*?^```|`[^`\n]*`)", text, flags=re.MULTILINE | re.DOTALL)
    pieces[::2] = [re.sub(key, r"[\\[\1\\]](../sources.md)", piece) for piece in pieces[::2]]
    return "".join(pieces)


def on_source(app: Sphinx, page: str, source: list[str]) -> None:
    """Put the links in when a page is read."""
    if page.startswith(("theorems/", "howto/")):
        keys = keys_of((Path(app.srcdir) / "sources.md").read_text(encoding="utf-8"))
        source[0] = linked(source[0], keys)


def setup(app: Sphinx) -> dict[str, bool]:
    """Read every page so."""
    app.connect("source-read", on_source)
    return {"parallel_read_safe": True}
