"""Execute a notebook in a fresh kernel, save it in one normal form, compare two runs of it.

The normal form holds what a reader sees and nothing of the machine that ran it: no run's metadata,
cell ids by number, no model ids of widgets, text that came in pieces put together.
"""

import json
import re
from base64 import b64decode
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
WIDGET = "application/vnd.jupyter.widget-view+json"
PAGE, PICTURE = "text/html", "image/svg+xml"
IMAGE = re.compile('<img class="termwise"[^>]* src="data:image/svg.xml;base64,([^"]*)"')
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
SECONDS = 120
"""How long one cell may run."""


def read(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def write(notebook, path):
    text = json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True)
    Path(path).write_text(text + "\n", encoding="utf-8")


def executed(path):
    """Run a notebook in a kernel of its own and an empty folder; return it in normal form.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell fails.
        AssertionError: the notebook leaves files behind.
    """
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.reads(json.dumps(normal(read(path))), as_version=4)
    with TemporaryDirectory() as folder:
        client = NotebookClient(
            notebook,
            timeout=SECONDS,
            kernel_name="python3",
            resources={"metadata": {"path": folder}},
            store_widget_state=False,
        )
        client.execute()
        left = sorted(found.name for found in Path(folder).iterdir())
        assert not left, f"{path.name} leaves files behind: {left}"
    return normal(json.loads(nbformat.writes(notebook)))


def normal(notebook):
    """Return a notebook in normal form."""
    cells = []
    for k, cell in enumerate(notebook["cells"], 1):
        kept = {
            "cell_type": cell["cell_type"],
            "id": f"cell-{k:02}",
            "metadata": {},
            "source": lines(cell["source"]),
        }
        if cell["cell_type"] == "code":
            kept["execution_count"] = cell.get("execution_count")
            kept["outputs"] = _outputs(cell.get("outputs", []))
        cells.append(kept)
    return {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}


def _outputs(outputs):
    """Return outputs without metadata, neighbouring pieces of one stream put together."""
    kept = []
    for output in outputs:
        output = {key: value for key, value in output.items() if key != "transient"}
        if output["output_type"] == "stream":
            if kept and kept[-1].get("name") == output["name"]:
                output["text"] = text(kept.pop()["text"]) + text(output["text"])
            output["text"] = lines(output["text"])
        if "data" in output:
            output["metadata"] = {}
            output["data"] = {kind: _datum(kind, d) for kind, d in output["data"].items()}
            if PAGE in output["data"]:  # a picture is in it
                output["data"].pop(PICTURE, None)
        kept.append(output)
    return kept


def _datum(kind, datum):
    """Return one form of an output; a widget lives in the kernel of its run, and loses its name."""
    return {**datum, "model_id": ""} if kind == WIDGET else lines(datum)


def lines(source):
    return text(source).splitlines(keepends=True)


def text(source):
    return source if isinstance(source, str) else "".join(source)


def seen(output):
    """Return what two runs must have in common: all text, the structure of pictures, types."""
    if "data" not in output:
        return {key: text(v) if key == "text" else v for key, v in output.items()}
    return {kind: _seen(kind, datum) for kind, datum in output["data"].items()}


def _seen(kind, datum):
    if kind == PAGE and (image := IMAGE.search(text(datum))):
        return structure(b64decode(image[1]))
    if kind == WIDGET:
        return sorted(datum)
    return text(datum)


def structure(svg):
    """Return how many elements of each kind an SVG has, and its texts.

    >>> structure("<svg><g/><g><text x='1'>one</text></g></svg>")
    ({'svg': 1, 'g': 2, 'text': 1}, ['one'])
    """
    from xml.etree import ElementTree

    elements = list(ElementTree.fromstring(svg).iter())
    tags = Counter(re.sub(r"\{.*\}", "", element.tag) for element in elements)
    return dict(tags), [e.text.strip() for e in elements if e.text and e.text.strip()]


def differences(committed, again):
    """Say in a line each where a new run of a notebook differs from the committed one.

    >>> cell = {"cell_type": "code", "source": "1", "execution_count": 1, "outputs": []}
    >>> wordy = {**cell, "outputs": [{"output_type": "stream", "name": "stdout", "text": "hi"}]}
    >>> differences({"cells": [cell]}, {"cells": [wordy]})
    ['cell 1: 0 outputs committed, 1 in this run']
    """
    found = []
    for k, (old, new) in enumerate(zip(committed["cells"], again["cells"], strict=True), 1):
        before, after = ([seen(o) for o in c.get("outputs", [])] for c in (old, new))
        if len(before) != len(after):
            found.append(f"cell {k}: {len(before)} outputs committed, {len(after)} in this run")
            continue
        found += [
            f"cell {k}: committed {one!r}\n  in this run {two!r}"
            for one, two in zip(before, after, strict=True)
            if one != two
        ]
    return found
