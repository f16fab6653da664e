"""The door of a public function: every argument is of the type that its annotation says.

One mechanism for all of them, so that what is wrong is said in one line, by the name of the
argument, before any work begins, and never by something inside.

    >>> @door
    ... def repeat(text: str, times: int, *, loud: bool = False) -> str:
    ...     return (text.upper() if loud else text) * times
    >>> repeat("ab", 2, loud="yes")
    Traceback (most recent call last):
    TypeError: loud must be True or False, got 'yes'
    >>> repeat("ab", True)
    Traceback (most recent call last):
    TypeError: times must be an integer, got True

Checked are bool, int, str, classes, mappings, sequences, iterables, functions, and one of these
or None.  A range, a shape, a value that more
than one type can have are for the function itself.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial, wraps
from inspect import Parameter, signature
from os import PathLike
from types import NoneType, UnionType
from typing import Any, ParamSpec, TypeVar

from termwise.arguments import require_flag, require_integer, require_text, shown

P = ParamSpec("P")
R = TypeVar("R")
Check = Callable[[str, Any], Any]

SIMPLE: dict[Any, Check] = {bool: require_flag, int: require_integer, str: require_text}


def door(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function, its arguments checked against their annotations when it is called."""
    names = [
        name
        for name, parameter in signature(function).parameters.items()
        if parameter.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
    ]
    checks: dict[str, Check] = {}

    @wraps(function)
    def checked(*given: P.args, **named: P.kwargs) -> R:
        # Annotations are read at the first call: their names may be imported later than this.
        if not checks:
            checks.update(_checks_of(function))
        values = [
            checks[name](name, value) if name in checks else value
            for name, value in zip(names, given, strict=False)
        ]
        for name, value in named.items():
            if name in checks:
                named[name] = checks[name](name, value)
        return function(*values, *given[len(values) :], **named)  # type: ignore[arg-type]

    return checked


def _checks_of(function: Callable[..., Any]) -> dict[str, Check]:
    space = function.__globals__
    found: dict[str, Check] = {"": require_flag}  # never empty: read once
    for name, parameter in signature(function).parameters.items():
        if parameter.annotation is Parameter.empty:  # self
            continue
        try:
            kind = eval(str(parameter.annotation), space)
        except NameError:  # a type that is imported for the type checker alone
            continue
        check = _check_of(kind)
        if check is not None and parameter.kind is not Parameter.VAR_POSITIONAL:
            found[name] = check
    return found


def _check_of(kind: Any) -> Check | None:
    if kind in SIMPLE:
        return SIMPLE[kind]
    if isinstance(kind, UnionType):
        return _check_of_union(typing.get_args(kind))
    origin = typing.get_origin(kind)
    if origin in (Mapping, Iterable, Sequence, Callable):
        return partial(_require_instance, origin)
    if isinstance(kind, type) and origin is None and kind not in (Any, object, float):
        return partial(_require_instance, kind)
    return None


def _check_of_union(kinds: tuple[Any, ...]) -> Check | None:
    """Check a choice of classes; one with numbers in it is for the function itself."""
    others = tuple(
        PathLike if kind == PathLike[str] else kind for kind in kinds if kind is not NoneType
    )
    if len(others) == 1:
        check = _check_of(others[0])
    elif all(isinstance(kind, type) and kind not in (int, float, bool) for kind in others):
        check = partial(_require_instance, others)
    else:
        return None
    return check if check is None or len(others) == len(kinds) else partial(_or_none, check)


def _or_none(check: Check, name: str, value: Any) -> Any:
    return None if value is None else check(name, value)


def _require_instance(kind: type | tuple[type, ...], name: str, value: Any) -> Any:
    if not isinstance(value, kind):
        kinds = kind if isinstance(kind, tuple) else (kind,)
        raise TypeError(f"{name} must be {' or '.join(map(_called, kinds))}, got {shown(value)}")
    return value


def _called(kind: type) -> str:
    words = {
        Mapping: "a mapping",
        Iterable: "an iterable",
        Sequence: "a sequence",
        Callable: "a function",
    }
    article = "an" if kind.__name__[0] in "AEIOU" else "a"
    example = getattr(kind, "EXAMPLE", "")  # how to make one, where that is not plain
    whole = f"{article} {kind.__name__}{', such as ' + example if example else ''}"
    return "a string" if kind is str else words.get(kind, whole)
