"""The notebooks as they are committed: short, run in order, clean of the machine that ran them."""

import json
import re

import pytest

from tests.notebooks.execution import NOTEBOOKS, WIDGET, normal, read, text

MOST_CELLS = 25
MACHINE = re.compile(
    r"(?<![\w/.<:])/(?:home|root|tmp|work|usr|opt|var|Users|private)/|[A-Z]:\\|\b0x[0-9a-f]{6,}\b"
)
"""Folders of a machine, and addresses of objects."""

notebooks = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def code_cells(path):
    return [cell for cell in read(path)["cells"] if cell["cell_type"] == "code"]


def test_there_are_notebooks():
    assert NOTEBOOKS
    assert all(re.fullmatch(r"(0[1-9]|1[0-9])_[a-z_]+\.ipynb", path.name) for path in NOTEBOOKS)


@notebooks
def test_saved_in_normal_form(path):
    saved = path.read_text(encoding="utf-8")
    wanted = json.dumps(normal(json.loads(saved)), indent=1, ensure_ascii=False, sort_keys=True)
    assert saved == wanted + "\n", f"save it by: python -m tests.notebooks {path.stem}"


@notebooks
def test_every_cell_was_run_once_in_order(path):
    counts = [cell["execution_count"] for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1))


@notebooks
def test_at_most_twenty_five_cells_a_story_first(path):
    cells = read(path)["cells"]
    assert len(cells) <= MOST_CELLS
    assert cells[0]["cell_type"] == "markdown"
    assert text(cells[0]["source"]).startswith("# ")


@notebooks
def test_claims_and_plays(path):
    cells = code_cells(path)
    assert any(re.search(r"^\s*assert ", text(cell["source"]), re.M) for cell in cells)
    assert any(WIDGET in o.get("data", {}) for cell in cells for o in cell["outputs"])


@notebooks
def test_no_errors_and_no_traces_of_a_machine(path):
    for cell in code_cells(path):
        for output in cell["outputs"]:
            assert output["output_type"] != "error", text(cell["source"])
            assert output.get("name") != "stderr", text(output["text"])
    for line in path.read_text(encoding="utf-8").splitlines():
        assert not MACHINE.search(line), line


@pytest.mark.parametrize(
    ("line", "is_trace"),
    [
        ('File "/home/me/x.py"', True),
        ("<a object at 0x7f12ab34cd56>", True),
        ("/tmp/left.txt", True),
        (r"C:\Users\me", True),
        ("https://host/home/page", False),
        ("fill:#0072b2", False),
        ("x/y and 3/4", False),
    ],
)
def test_traces_are_recognised(line, is_trace):
    assert bool(MACHINE.search(line)) is is_trace
