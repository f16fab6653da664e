"""One page of the API for each room: its docstring, and each public name that is made there."""

import ast
import importlib
from collections import defaultdict
from importlib.util import find_spec
from inspect import cleandoc, isclass, isfunction
from pathlib import Path

from sphinx.application import Sphinx

from extensions.docstrings import as_restructured_text

WINGS = ("termwise", "cylindric", "lambdadet", "semicircular")
STRATEGIES = "strategies"
ORDER = (  # as data flows
    *("objects", "algebra", "products", "growth", "macdonald", "randomised", "models", "diamonds"),
    *("recurrence", "sums", "projections", "certificates", "determinant", "checks", "discovery"),
    *("sampling", "drawing", "view"),
)


def wings() -> list[str]:
    """Return the packages there are."""
    return [wing for wing in WINGS if find_spec(wing)]


def made_in(wing: str, name: str) -> str:
    """Return the module that makes a public name: where the door imports it from."""
    door = importlib.import_module(wing)
    value = getattr(door, name)
    module = getattr(value, "__module__", None)
    if (isclass(value) or isfunction(value)) and module is not None:
        return str(module)
    stub = ast.parse(Path(str(door.__file__)).with_suffix(".pyi").read_text())
    lines = (node for node in stub.body if isinstance(node, ast.ImportFrom))
    [line] = [line for line in lines if name in (alias.name for alias in line.names)]
    return f"{wing}.{line.module}"


def rooms_of(wing: str) -> dict[str, list[str]]:
    """Return the public names of a wing by the folder (on the ground floor, the file)."""
    door, found = importlib.import_module(wing), defaultdict(list)
    for name in door.__all__:
        module = made_in(wing, name)
        home, _, path = module.partition(".")
        found[path.partition(".")[0] if home == wing else ""].append(name)
    order = {room: place for place, room in enumerate(ORDER)}
    return dict(sorted(found.items(), key=lambda item: (order.get(item[0], -1), item[0])))


def directive(wing: str, name: str) -> str:
    """Return the lines that document one name, under the door's own path."""
    value = getattr(importlib.import_module(wing), name)
    if isclass(value):
        return f".. autoclass:: {wing}.{name}\n   :members:\n   :special-members: __call__\n"
    return f".. auto{'function' if isfunction(value) else 'data'}:: {wing}.{name}\n"


def title(text: str, rule: str = "=") -> str:
    """Return a heading."""
    return f"{text}\n{rule * len(text)}\n"


def page(wing: str, room: str, names: list[str]) -> str:
    """Return the page of a room."""
    module = importlib.import_module(f"{wing}.{room}")
    text = "\n".join(as_restructured_text(cleandoc(module.__doc__ or "").splitlines()))
    return "\n".join([title(f"{wing}.{room}"), text, "", *(directive(wing, n) for n in names)])


def write_if_changed(path: Path, text: str) -> None:
    """Write a page, unless it is there: a page that is written is read again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def write_pages(app: Sphinx) -> None:
    """Write docs/api, a page a room and a page of contents a wing."""
    out, entries = Path(app.srcdir) / "api", []
    for wing in wings():
        doc = cleandoc(importlib.import_module(wing).__doc__ or "")
        lines = [title(wing), *as_restructured_text(doc.splitlines()), ""]
        lines += [".. toctree::", "   :maxdepth: 1", ""]
        rooms = rooms_of(wing)
        handed_on = [
            directive(wing, name) + "   :no-index:\n"  # its entry is on its own page
            for name in rooms.pop("", [])
        ]
        for room, names in rooms.items():
            write_if_changed(out / wing / f"{room}.rst", page(wing, room, names))
            lines.append(f"   {wing}/{room}")
        if find_spec(f"{wing}.{STRATEGIES}"):
            text = title(f"{wing}.{STRATEGIES}")
            text += f"\n.. automodule:: {wing}.{STRATEGIES}\n   :members:\n"
            write_if_changed(out / wing / f"{STRATEGIES}.rst", text)
            lines.append(f"   {wing}/{STRATEGIES}")
        write_if_changed(out / f"{wing}.rst", "\n".join([*lines, "", *handed_on]) + "\n")
        entries.append(f"   {wing}")
    lines = [title("API"), "By rooms: what a folder makes stands on its page.", ""]
    lines += [".. toctree::", "   :maxdepth: 2", "", *entries]
    write_if_changed(out / "index.rst", "\n".join(lines) + "\n")


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the pages before Sphinx looks for them."""
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True}
