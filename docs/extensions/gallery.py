"""The gallery: docs/pictures holds a few lines for every function that draws; the build runs them.

The last line of a file is a picture.  It is drawn twice, on a light and on a dark ground.  A view
is a page of its own, shown in a frame.
"""

import ast
import importlib
from functools import partial
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from extensions.rooms import wings, write_if_changed

THEMES = ("light", "dark")
PAGES = "pages"
"""The folder of pages of their own, which the build copies to the top of the site."""

FRAME = (
    '<iframe class="only-{theme}" src="../{name}.html" title="{name}" loading="lazy" '
    'style="width: 100%; height: 480px; border: 0"></iframe>'
)


def pictures_of(source: str) -> dict[str, Any]:
    """Run the lines of a file once a theme, and return the pictures by theme."""
    tree, found = ast.parse(source), {}
    last = tree.body.pop()
    assert isinstance(last, ast.Expr), "the last line is a picture"
    setup = compile(tree, "gallery", "exec")
    picture = compile(ast.Expression(last.value), "gallery", "eval")
    for theme in THEMES:
        names: dict[str, Any] = {}
        exec(setup, names)
        for name, value in names.items():
            if name.startswith(("draw_", "view_")):
                names[name] = partial(value, theme=theme)
        found[theme] = eval(picture, names)
    return found


def wing_of(source: str) -> str:
    """Return the package a file imports from."""
    imports = (node for node in ast.parse(source).body if isinstance(node, ast.ImportFrom))
    packages = {str(node.module).partition(".")[0] for node in imports}
    [wing] = packages.intersection(wings())
    return wing


def title_of(stem: str, source: str) -> str:
    """Return the name of what draws; a second picture of it says which it is after a comma."""
    names = [name for name in importlib.import_module(wing_of(source)).__all__ if name in stem]
    name = max(names, key=len)
    return ", ".join(filter(None, (name, stem.removeprefix(name).strip("_"))))


def entry(path: Path, out: Path) -> list[str]:
    """Draw the pictures of one file, and return its lines in the page."""
    source = path.read_text()
    tree = ast.parse(source)
    code = "\n".join(source.splitlines()[tree.body[0].end_lineno or 0 :]).strip()
    lines = [f"## {title_of(path.stem, source)}", "", ast.get_docstring(tree) or "", ""]
    for theme, picture in pictures_of(source).items():
        name = f"{path.stem}-{theme}"
        if path.stem.startswith("view_"):
            picture.save(out / PAGES / f"{name}.html")
            lines += ["```{raw} html", FRAME.format(name=name, theme=theme), "```", ""]
            continue
        write_if_changed(out / f"{name}.svg", picture.svg())
        lines += [f"```{{image}} {name}.svg", f":alt: {picture.says}"]
        lines += [":align: center", f":class: only-{theme}", "```", ""]
    return [*lines, "```python", code, "```", ""]


def write_gallery(app: Sphinx) -> None:
    """Write docs/gallery: a page a wing, the pictures beside it."""
    out = Path(app.srcdir) / "gallery"
    out.mkdir(exist_ok=True)
    pages: dict[str, list[str]] = {wing: [f"# {wing}", ""] for wing in wings()}
    for path in sorted((Path(app.srcdir) / "pictures").glob("*.py")):
        pages[wing_of(path.read_text())] += entry(path, out)
    filled = {wing: lines for wing, lines in pages.items() if len(lines) > 2}
    for wing, lines in filled.items():
        write_if_changed(out / f"{wing}.md", "\n".join(lines))
    index = ["# Gallery", "", "Every function that draws, with the lines that drew it.", ""]
    index += ["```{toctree}", *filled, "```", ""]
    write_if_changed(out / "index.md", "\n".join(index))


def setup(app: Sphinx) -> dict[str, bool]:
    """Draw before Sphinx looks for sources."""
    app.connect("builder-inited", write_gallery)
    return {"parallel_read_safe": True}
