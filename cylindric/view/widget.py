"""A scene as a widget of JupyterLab and its kin, by anywidget."""

from __future__ import annotations

from functools import cache
from typing import Any

from cylindric.view.scene import Scene, script

INSTALL = 'to turn it here: pip install "cylindric[view]"; or save("surface.html") and open that'

RENDER = """
export default { render: ({ model, el }) => show(el, model.get("settings"), model.get("data")) };
"""


def make_widget(scene: Scene, says: str) -> dict[str, Any]:
    """Return the forms in which a notebook may show a scene: a new widget, and a line of text.

    The line is what a saved notebook shows, and all there is without anywidget.
    """
    try:
        widget_class = _widget_class()
    except ModuleNotFoundError:
        return {"text/plain": f"{says}; {INSTALL}"}
    widget = widget_class(settings=scene.settings, data=scene.data)
    bundle, _ = widget._repr_mimebundle_()
    return {**bundle, "text/plain": f"{says}; run this cell and turn it with the mouse"}


@cache
def _widget_class() -> Any:
    import anywidget
    import traitlets

    class SurfaceWidget(anywidget.AnyWidget):  # type: ignore[misc]
        """The scene is sent once, when the widget is first shown."""

        _esm = script() + RENDER
        settings = traitlets.Dict().tag(sync=True)
        data = traitlets.Bytes().tag(sync=True)

    return SurfaceWidget
