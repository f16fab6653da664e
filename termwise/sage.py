"""Names of SageMath, imported when they are asked for.

Any distribution of it will do; `pip install "cylindric[sage]"` brings the parts that are needed.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

WHOLE = ("sage.all", "sage.all__sagemath_combinat")
"""What a session of SageMath begins with: of its modules alone some miss others and fail."""


def sage(module: str, name: str) -> Any:
    """Return a name of a module of SageMath.

    Raises:
        ModuleNotFoundError: SageMath, or this part of it, is not installed.

    >>> sage("combinat.no_such_module", "Nothing")
    Traceback (most recent call last):
    ModuleNotFoundError: sage.combinat.no_such_module is missing: pip install "cylindric[sage]"
    """
    _begin()
    try:
        return getattr(import_module(f"sage.{module}"), name)
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            f'sage.{module} is missing: pip install "cylindric[sage]"'
        ) from None


def is_of_sage(value: object, *names: str) -> bool:
    """Return whether a value is of one of SageMath's classes, or of one made of it.

    Nothing is imported: a value of SageMath brings its classes along.

    >>> is_of_sage([2, 1], "Partition")
    False
    """
    return any(
        kind.__module__.startswith("sage.") and kind.__name__ in names
        for kind in type(value).__mro__
    )


@cache
def _begin() -> None:
    for whole in WHOLE:
        try:
            import_module(whole)
        except ModuleNotFoundError:
            continue
        return
