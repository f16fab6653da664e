"""The widget: what a notebook is given, with anywidget and without it."""

import sys

import pytest

from cylindric import view_surface
from cylindric.view.scene import script, surface_scene
from cylindric.view.widget import RENDER, _widget_class, make_widget
from tests.cylindric.drawing.shown import TINY

SAYS = "surface of (1) ≺ (2) ≻ (1) round the cylinder, 10 lozenges"


@pytest.fixture(autouse=True)
def fresh():
    _widget_class.cache_clear()
    yield
    _widget_class.cache_clear()


def test_without_the_extra_a_line_names_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "anywidget", None)
    (line,) = view_surface(TINY)._repr_mimebundle_().values()
    assert line.startswith(f"{SAYS}; to turn it here: pip install ")
    assert '"cylindric[view]"' in line
    assert "\n" not in line


def test_a_widget_is_given_the_scene(monkeypatch):
    """With a stand-in for anywidget: the widget itself is tried in JupyterLab (tests/notebooks)."""
    made = []

    class Widget:
        def __init__(self, **given):
            made.append((type(self)._esm, given))

        def _repr_mimebundle_(self):
            return {"text/plain": "Widget()", "widget": {"model_id": "1"}}, {}

    class Trait:
        def tag(self, **metadata):
            assert metadata == {"sync": True}
            return self

    stand_in = type(sys)("anywidget")
    stand_in.AnyWidget = Widget
    traits = type(sys)("traitlets")
    traits.Dict = traits.Bytes = Trait
    monkeypatch.setitem(sys.modules, "anywidget", stand_in)
    monkeypatch.setitem(sys.modules, "traitlets", traits)
    scene = surface_scene(TINY, "light")
    bundle = make_widget(scene, SAYS)
    assert bundle == {
        "text/plain": f"{SAYS}; run this cell and turn it with the mouse",
        "widget": {"model_id": "1"},
    }
    assert made == [(script() + RENDER, {"settings": scene.settings, "data": scene.data})]
