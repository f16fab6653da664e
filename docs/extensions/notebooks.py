"""The notebooks lie beside `docs`; the build reads copies."""

from pathlib import Path
from shutil import copyfile

from sphinx.application import Sphinx


def copy_notebooks(app: Sphinx) -> None:
    """Copy notebooks/*.ipynb into the sources, those that changed."""
    source, target = Path(app.srcdir).parent / "notebooks", Path(app.srcdir) / "notebooks"
    target.mkdir(exist_ok=True)
    for path in sorted(source.glob("*.ipynb")):
        copy = target / path.name
        if not copy.exists() or copy.read_bytes() != path.read_bytes():
            copyfile(path, copy)


def setup(app: Sphinx) -> dict[str, bool]:
    """Copy before Sphinx looks for sources."""
    app.connect("builder-inited", copy_notebooks)
    return {"parallel_read_safe": True}
