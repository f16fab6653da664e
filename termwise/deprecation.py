"""Names that go: they are kept for one minor version, and say which name to use."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar
from warnings import warn

P = ParamSpec("P")
R = TypeVar("R")


def renamed(old: str, function: Callable[P, R], until: str) -> Callable[P, R]:
    """Return a function under its old name, which warns at each call.

    Args:
        old: the name that goes.
        function: the function under its new name.
        until: the version in which the old name is gone.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as said:
    ...     warnings.simplefilter("always")
    ...     renamed("magnitude", abs, "0.3")(-2)
    2
    >>> print(said[0].message)
    magnitude is called abs now, and is gone in 0.3
    """

    @wraps(function)
    def called(*given: P.args, **named: P.kwargs) -> R:
        message = f"{old} is called {function.__name__} now, and is gone in {until}"
        warn(message, DeprecationWarning, stacklevel=2)
        return function(*given, **named)

    called.__name__ = old
    return called
