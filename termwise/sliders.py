"""Pictures one can play with in a notebook: a still picture, and sliders that change it.

`explore` calls a drawing function once and shows what it returns, so that a saved notebook reads
without a kernel; where ipywidgets is installed it adds sliders, and a change draws that same
picture again.  Nothing of Jupyter is imported before it is called.

    >>> explore(lambda n=3: "*" * n, n=(1, 9))  # no notebook here: the still picture alone
    ***
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from inspect import Parameter, signature
from typing import Any

from termwise.arguments import shown

INSTALL = 'For sliders: pip install "cylindric[notebooks]"'

Control = tuple[int | float, ...] | list[Any]


def explore(draw: Callable[..., Any], **controls: Control) -> None:
    """Show what a function draws, with a slider or a list of choices for each of its arguments.

    The first picture is that of the function's own defaults; an argument without a default starts
    at the low end of its slider, or with the first of its choices.

    Args:
        draw: a function of the controls; what it returns shows itself as notebooks show it, and a
            string as it is.
        controls: for each argument (low, high) or (low, high, step) for a slider, ints or floats,
            or a list of values to choose from.

    Raises:
        TypeError: a control that is neither, or draw does not take it.
        ValueError: no controls, an empty list, low > high, a step that is not positive, or a
            default of draw that its control does not offer.
        Exception: whatever draw raises at its first values.  What it raises at later ones is shown
            in place of the picture, in one line.

    >>> explore(lambda n: "*" * n, n=(1, 9))
    *
    >>> explore(lambda n=0: "*" * n, n=(1, 9))
    Traceback (most recent call last):
    ValueError: n must start in (1, 9), got 0
    """
    if not controls:
        raise ValueError("controls must name at least one argument of draw, got none")
    for name, control in controls.items():
        _require_control(name, control)
    first = _first_values(draw, controls)
    picture = _shown(draw(**first))
    if not _in_notebook():
        print(picture)
        return
    from IPython.display import display

    try:
        import ipywidgets
    except ModuleNotFoundError:
        display(picture)
        print(INSTALL)
        return

    sliders = {name: _slider(ipywidgets, name, controls[name], first[name]) for name in controls}
    panel = ipywidgets.VBox(list(sliders.values()))
    offered = "; ".join(f"{name}: {_offer(control)}" for name, control in controls.items())
    # What a page without a kernel shows in place of the sliders.
    still = {"text/plain": f"Run this cell for sliders. {offered}"}
    display(panel._repr_mimebundle_() | still, raw=True)
    handle = display(picture, display_id=True)

    def redraw(_: object) -> None:
        try:
            drawn = _shown(draw(**{name: slider.value for name, slider in sliders.items()}))
        except Exception as error:  # a reader may move anywhere; a picture may not exist there
            drawn = _Line(" ".join(f"{type(error).__name__}: {error}".split()))
        handle.update(drawn)

    for slider in sliders.values():
        slider.observe(redraw, names="value")


class _Line:
    """A line of text that shows itself without quotes."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _in_notebook() -> bool:
    try:
        from IPython import get_ipython
    except ModuleNotFoundError:
        return False
    return get_ipython() is not None


def _shown(drawn: Any) -> Any:
    return _Line(drawn) if isinstance(drawn, str) else drawn


def _require_control(name: str, control: Any) -> None:
    """Refuse what is neither a list of choices nor the ends of a slider."""
    if isinstance(control, list):
        if not control:
            raise ValueError(f"{name} must offer at least one choice, got []")
        return
    numbers = isinstance(control, tuple) and all(type(end) in (int, float) for end in control)
    if not numbers or len(control) not in (2, 3):
        raise TypeError(
            f"{name} must be (low, high), (low, high, step) or a list of choices, "
            f"got {shown(control)}"
        )
    low, high, *step = control
    if low > high or (step and step[0] <= 0):
        raise ValueError(f"{name} must have low <= high and step > 0, got {shown(control)}")


def _first_values(draw: Callable[..., Any], controls: dict[str, Control]) -> dict[str, Any]:
    """Return the defaults of draw, and the first value of a control where there is none."""
    parameters = signature(draw).parameters
    values = {}
    for name, control in controls.items():
        default = parameters[name].default if name in parameters else Parameter.empty
        value: Any = control[0] if default is Parameter.empty else default
        choices = isinstance(control, list)
        offered = value in control if choices else control[0] <= value <= control[1]
        if not offered:
            raise ValueError(f"{name} must start in {control!r}, got {shown(value)}")
        values[name] = value
    return values


def _slider(ipywidgets: Any, name: str, control: Control, value: Any) -> Any:
    """Return the widget of a control; a slider reports where it is let go, not all it passes."""
    if isinstance(control, list):
        choices = [(str(choice), choice) for choice in control]
        return ipywidgets.Dropdown(options=choices, index=control.index(value), description=name)
    low, high, *rest = control
    whole = all(isinstance(number, int) for number in (*control, value))
    kind = ipywidgets.IntSlider if whole else ipywidgets.FloatSlider
    step = rest[0] if rest else 1 if whole else (high - low) / 10
    return kind(
        value=value, min=low, max=high, step=step, description=name, continuous_update=False
    )


def _offer(control: Sequence[Any]) -> str:
    if isinstance(control, list):
        return ", ".join(map(str, control))
    return f"{control[0]} to {control[1]}" + (f" by {control[2]}" if len(control) == 3 else "")
