"""The notebooks run again in fresh kernels: what they print is what was committed."""

import json

import pytest

from termwise.following import for_pages
from tests.notebooks.execution import (
    NOTEBOOKS,
    PAGE,
    PICTURE,
    WIDGET,
    differences,
    executed,
    normal,
    read,
    write,
)
from tests.notebooks.requirements import require

require("nbclient", "ipykernel", "ipywidgets", "anywidget")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_new_run_gives_what_was_committed(path):
    found = differences(read(path), executed(path))
    assert not found, "\n".join(found)


def code(source, *outputs):
    return {
        "cell_type": "code",
        "id": "x",
        "metadata": {"tags": ["mine"]},
        "source": source,
        "execution_count": None,
        "outputs": list(outputs),
    }


def notebook(*cells):
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def displayed(kind, datum):
    return {"output_type": "display_data", "metadata": {}, "data": {kind: datum}}


def test_runs_from_the_top_and_in_a_fresh_kernel(tmp_path):
    path = tmp_path / "two.ipynb"
    write(notebook(code("n = 1\nprint(n)\nprint(n + 1)"), code("n + 2")), path)
    first, second = executed(path)["cells"]
    assert first["outputs"] == [{"output_type": "stream", "name": "stdout", "text": ["1\n", "2\n"]}]
    assert second["outputs"][0]["data"] == {"text/plain": ["3"]}
    assert (first["execution_count"], second["execution_count"]) == (1, 2)


def test_a_notebook_that_fails_or_leaves_files_is_refused(tmp_path):
    from nbclient.exceptions import CellExecutionError

    path = tmp_path / "bad.ipynb"
    write(notebook(code("assert 1 + 1 == 3")), path)
    with pytest.raises(CellExecutionError, match="AssertionError"):
        executed(path)
    write(notebook(code("open('left.txt', 'w').close()")), path)
    with pytest.raises(AssertionError, match=r"leaves files behind: \['left.txt'\]"):
        executed(path)


def picture(body):
    return displayed(PAGE, for_pages(f"<svg>{body}</svg>", "a picture")[PAGE])


PRINTED = {"output_type": "stream", "name": "stdout", "text": "one"}


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (PRINTED, {**PRINTED, "text": ["o", "ne"]}, True),
        (PRINTED, {**PRINTED, "text": "two"}, False),
        (PRINTED, {**PRINTED, "name": "stderr"}, False),
        (displayed("text/html", "<b>1</b>"), displayed("text/html", "<b>2</b>"), False),
        (picture("<g/>"), picture('<g fill="red"/>'), True),
        (picture("<g/>"), picture("<g/><g/>"), False),
        (picture("<text>1</text>"), picture("<text>2</text>"), False),
        (displayed(WIDGET, {"model_id": "a"}), displayed(WIDGET, {"model_id": "b"}), True),
        (displayed(WIDGET, {"model_id": "a"}), displayed("text/plain", "a"), False),
    ],
)
def test_runs_are_compared_by_what_one_sees(one, two, same):
    found = differences(notebook(code("f()", one)), notebook(code("f()", two)))
    assert (not found) is same


def test_a_picture_is_saved_once():
    both = {**displayed(PAGE, ""), "data": for_pages("<svg/>", "a picture")}
    cell = normal(notebook(code("f()", both, displayed(PICTURE, "<svg/>"))))["cells"][0]
    assert [list(output["data"]) for output in cell["outputs"]] == [[PAGE], [PICTURE]]


def test_the_normal_form_forgets_the_run():
    widget = displayed(WIDGET, {"model_id": "0a1b", "version_major": 2})
    pieces = [{**PRINTED, "text": "a\n"}, {**PRINTED, "text": "b\n"}]
    cell = normal(notebook(code("f()", *pieces, widget)))["cells"][0]
    assert cell["id"] == "cell-01"
    assert cell["metadata"] == {}
    assert [o.get("text") for o in cell["outputs"]] == [["a\n", "b\n"], None]
    assert cell["outputs"][1]["data"][WIDGET] == {"model_id": "", "version_major": 2}
    assert "0a1b" not in json.dumps(cell)
