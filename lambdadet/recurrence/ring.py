"""What the recurrence asks of a ring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Ring:
    """What the recurrence asks of a ring beyond + and *.

    Args:
        name: "numbers", "integers", "laurent" or "sympy".
        convert: from an entry.
        quotient: a / b when b divides a; raises otherwise.
        ratio: a / b as a public result.
        export: an element as a public result.
        terms: how many terms an element has, in a ring whose elements swell (`swell`).
    """

    name: str
    convert: Callable[[Any], Any]
    quotient: Callable[[Any, Any], Any]
    ratio: Callable[[Any, Any], Any]
    export: Callable[[Any], Any]
    terms: Callable[[Any], int] | None = None
