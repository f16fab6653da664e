"""Interactive pictures: a still picture at once, sliders that draw it again, errors in one line."""

import sys

import pytest

from termwise import explore
from tests.notebooks.execution import WIDGET
from tests.notebooks.requirements import require

STARS = "def stars(n, sign='*'):\n    return sign * n\n"


def stars(n, sign="*"):
    return sign * n


# -- without a notebook -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("controls", "error", "message"),
    [
        ({}, ValueError, "controls must name at least one argument of draw, got none"),
        ({"n": []}, ValueError, "n must offer at least one choice, got []"),
        ({"n": 3}, TypeError, "or a list of choices, got 3"),
        ({"n": (1,)}, TypeError, "or a list of choices, got (1,)"),
        ({"n": (1, 9, 1, 1)}, TypeError, "or a list of choices, got (1, 9, 1, 1)"),
        ({"n": ("a", "b")}, TypeError, "or a list of choices, got ('a', 'b')"),
        ({"n": (False, True)}, TypeError, "or a list of choices, got (False, True)"),
        ({"n": (9, 1)}, ValueError, "n must have low <= high and step > 0, got (9, 1)"),
        ({"n": (1, 9, 0)}, ValueError, "n must have low <= high and step > 0, got (1, 9, 0)"),
        ({"n": (1, 9), "sign": ["+"]}, ValueError, "sign must start in ['+'], got '*'"),
        ({"m": (1, 9)}, TypeError, "unexpected keyword argument 'm'"),
        ({"n": ["a"]}, TypeError, "can't multiply"),
    ],
)
def test_wrong_controls_and_wrong_first_values(controls, error, message):
    with pytest.raises(error) as raised:
        explore(stars, **controls)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("draw", "controls", "shown"),
    [
        (stars, {"n": (2, 9)}, "**"),
        (lambda n=4: "*" * n, {"n": (2, 9)}, "****"),
        (stars, {"n": [3, 2], "sign": ["+", "*"]}, "***"),
        (lambda n: n, {"n": (0.5, 1)}, "0.5"),
    ],
)
def test_starts_with_defaults_and_low_ends(draw, controls, shown, capsys):
    explore(draw, **controls)
    assert capsys.readouterr().out == shown + "\n"


def test_needs_nothing_of_jupyter(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "IPython", None)
    explore(stars, n=(2, 9))
    assert capsys.readouterr().out == "**\n"


# -- in a notebook ------------------------------------------------------------------------------


def run(*sources, cell=0):
    """Run cells in a kernel; return the outputs of one of them, as they are after the last."""
    require("nbclient", "ipykernel", "ipywidgets")
    import nbformat
    from nbclient import NotebookClient

    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=60, store_widget_state=False).execute()
    return notebook.cells[cell].outputs


LOAD = "from termwise import explore\n" + STARS


def look_up(name):
    """Return a cell that looks up the slider of a name."""
    return f"""
import gc
from ipywidgets import Widget

widgets = [w for w in gc.get_objects() if isinstance(w, Widget) and hasattr(w, "description")]
(slider,) = [w for w in widgets if w.description == {name!r}]
"""


def move(name, value):
    """Return a cell that moves the slider of a name, as a reader does."""
    return look_up(name) + f"slider.value = {value!r}"


def test_shows_the_still_picture_once_and_sliders():
    panel, picture = run(LOAD + "explore(stars, n=(3, 9), sign=['*', '+'])")
    assert WIDGET in panel.data
    assert panel.data["text/plain"] == "Run this cell for sliders. n: 3 to 9; sign: *, +"
    assert picture.data == {"text/plain": "***"}


@pytest.mark.parametrize(
    ("name", "value", "shown"), [("n", 5, "*****"), ("sign", "+", "+++"), ("n", 3, "***")]
)
def test_a_slider_changes_that_same_picture(name, value, shown):
    first = LOAD + "explore(stars, n=(3, 9), sign=['*', '+'])"
    _, picture = run(first, move(name, value))
    assert picture.data == {"text/plain": shown}


def test_an_error_is_one_line_in_place_of_the_picture_and_goes_away():
    first = """
from termwise import explore

def draw(n=2):
    if n == 0:
        raise ValueError("n must not be 0:\\n  it is below the line")
    return 12 // n

explore(draw, n=(0, 4))
"""
    _, picture = run(first, move("n", 0))
    assert picture.data == {"text/plain": "ValueError: n must not be 0: it is below the line"}
    _, picture = run(first, move("n", 0), move("n", 3))
    assert picture.data == {"text/plain": "4"}


def test_values_come_as_they_were_given():
    first = LOAD + "explore(lambda **kw: repr(kw), a=(1, 9), b=(1, 9, 2), c=(0.5, 1), d=[(1, 2)])"
    _, picture = run(first, move("b", 5))
    assert picture.data == {"text/plain": "{'a': 1, 'b': 5, 'c': 0.5, 'd': (1, 2)}"}


@pytest.mark.parametrize(
    ("control", "told"),
    [
        ((1, 9), "IntSlider 3 1 9 1 False"),
        ((1, 9, 2), "IntSlider 3 1 9 2 False"),
        ((0.5, 4.5), "FloatSlider 3.0 0.5 4.5 0.4 False"),
        ((0, 4, 0.25), "FloatSlider 3.0 0.0 4.0 0.25 False"),
    ],
)
def test_a_slider_has_the_ends_and_the_step_of_its_control(control, told):
    first = LOAD + f"explore(lambda n=3: repr(n), n={control})"
    # It reports where it is let go, not every place it passes.
    traits = "slider.value, slider.min, slider.max, slider.step, slider.continuous_update"
    tell = f"print(type(slider).__name__, {traits})"
    (printed,) = run(first, look_up("n") + tell, cell=1)
    assert printed.text == told + "\n"


def test_a_list_of_choices_starts_at_the_default():
    first = LOAD + "explore(lambda sign='+': sign, sign=['*', '+'])"
    tell = "print(type(slider).__name__, slider.value, [text for text, _ in slider.options])"
    (printed,) = run(first, look_up("sign") + tell, cell=1)
    assert printed.text == "Dropdown + ['*', '+']\n"


def test_without_ipywidgets_a_line_says_how_to_get_sliders():
    hidden = "import sys\nsys.modules['ipywidgets'] = None\n"
    picture, line = run(hidden + LOAD + "explore(stars, n=(3, 9))")
    assert picture.data == {"text/plain": "***"}
    assert line.text == 'For sliders: pip install "cylindric[notebooks]"\n'
