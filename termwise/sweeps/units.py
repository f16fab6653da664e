"""A unit of a sweep, its key, and what a check finds on it; this runs on the workers.

A unit is a small JSON value, and its key the canonical JSON of it:

    >>> key_of({"profile": "1010", "order": 40})
    '{"order":40,"profile":"1010"}'

A check is a function of a unit that returns a Comparison or a Claim.  It is called by its import
path, so that nothing but text goes to a worker or into a journal.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from importlib import import_module
from time import perf_counter
from typing import Any, NamedTuple

from termwise.arguments import brief, shown
from termwise.claims import Claim
from termwise.comparison import Comparison
from termwise.formats import to_json
from termwise.report import verdict
from termwise.writing import written

ATTEMPTS = 2
"""A unit whose check raises is tried so many times before its failure is recorded."""

LONGEST = 10_000
"""A key has at most so many characters: a unit says what to compute, and is no data itself."""

DIGEST = 12
"""Bytes of a digest: among 10^9 different sides two are equal with probability 10^-11."""

Check = Callable[..., Comparison | Claim]


class NotImportableError(ValueError):
    """A check that is not found where it should run; no unit is to blame."""


class Outcome(NamedTuple):
    """What was found on a unit; the two digests are equal exactly if the sides agree."""

    agrees: bool
    terms: int
    left: bytes
    right: bytes
    difference: str | None
    """The first difference, in one line."""
    whole: str | None
    """The whole comparison as JSON, if the sides differ."""
    seconds: float


class Failure(NamedTuple):
    """Why there is no outcome, and how many times it was tried."""

    error: str
    attempts: int


def key_of(unit: Any) -> str:
    """Return the canonical JSON of a unit.

    Raises:
        ValueError: it is no JSON value, or a long one.

    >>> key_of((1, 2))
    Traceback (most recent call last):
    ValueError: units must be JSON values, got (1, 2)
    """
    try:
        key = json.dumps(
            unit, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        )
        same = bool(json.loads(key) == unit)
        key.encode()
    except (TypeError, ValueError, RecursionError):
        same = False
    if not same:
        raise ValueError(f"units must be JSON values, got {shown(unit)}")
    if len(key) > LONGEST:
        raise ValueError(f"units must have at most {LONGEST} characters, got {brief(len(key))}")
    return key


def path_of(check: Check | str) -> str:
    """Return the import path of a check, after trying it.

    >>> path_of(key_of)
    'termwise.sweeps.units:key_of'
    """
    if isinstance(check, str):
        import_check(check)
        return check
    path = f"{getattr(check, '__module__', None)}:{getattr(check, '__qualname__', None)}"
    if (
        not callable(check)
        or path.startswith("__main__:")
        or "<" in path  # a lambda, or inside a function
        or import_check(path) is not check
    ):
        raise ValueError(
            f"check must be a function that a worker can import, as module:function, "
            f"got {shown(check)}"
        )
    return path


def import_check(path: str) -> Check:
    """Return the function with an import path, module:function.

    Raises:
        NotImportableError: there is none; the message says why.

    >>> import_check("builtins:abs")(-1)
    1
    """
    module, _, names = path.partition(":")
    try:
        found: Any = import_module(module)
        for name in names.split("."):
            found = getattr(found, name)
    except (Exception, SystemExit) as error:  # what a module raises when it is imported
        raise NotImportableError(
            f"check must be importable, got {shown(path)}: {brief(error)}"
        ) from None
    if not callable(found):
        raise NotImportableError(f"check must be a function, got {shown(path)}")
    function: Check = found
    return function


def run_batch(check: str, parameters: str, keys: Sequence[str]) -> list[Outcome | Failure]:
    """Check the units of some keys, one after another.

    Args:
        check: an import path.
        parameters: the keyword arguments of the check, as JSON.
        keys: of the units.

    Raises:
        NotImportableError: the check cannot be imported here.  Of what it raises itself a Failure
            is made.
    """
    function, given = import_check(check), json.loads(parameters)
    return [_tried(function, given, key) for key in keys]


def _tried(function: Check, parameters: dict[str, Any], key: str) -> Outcome | Failure:
    error = ""
    for _ in range(ATTEMPTS):
        start = perf_counter()
        try:
            found = function(json.loads(key), **parameters)
            return outcome_of(found, perf_counter() - start)
        except NotImportableError:
            raise
        except (Exception, SystemExit) as failure:  # whatever it is, the sweep goes on
            error = f"{type(failure).__name__}: {brief(failure)}"
    return Failure(error, ATTEMPTS)


def outcome_of(found: Comparison | Claim, seconds: float) -> Outcome:
    """Return what a journal keeps of a comparison or a claim.

    >>> equal = Comparison.of_terms("p", {"a": {0: 1}, "b": {0: 1}})
    >>> outcome = outcome_of(equal, 0.5)
    >>> outcome.agrees, outcome.terms, outcome.left == outcome.right
    (True, 1, True)
    """
    if isinstance(found, Claim):
        said = f"{found.statement}\n{found.range}\n"
        left, right = _digest([said]), _digest([said, found.counterexample or ""])
        return Outcome(
            found.holds,
            1,
            left,
            left if found.holds else right,
            found.counterexample,
            None if found.holds else to_json(found),
            seconds,
        )
    if not isinstance(found, Comparison):
        raise TypeError(f"check must return a Comparison or a Claim, got {shown(found)}")
    left = _digest(f"{written(row.term)}\t{written(row.left)}\n" for row in found.rows)
    if found.agrees:
        return Outcome(True, len(found.rows), left, left, None, None, seconds)
    right = _digest(
        f"{written(row.term)}\t{written(row.left if row.agrees else row.right)}\n"
        for row in found.rows
    )
    return Outcome(
        False, len(found.rows), left, right, brief(verdict(found)), to_json(found), seconds
    )


def _digest(lines: Any) -> bytes:
    digest = hashlib.blake2b(digest_size=DIGEST)
    for line in lines:
        digest.update(line.encode())
    return digest.digest()
