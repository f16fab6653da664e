"""A statement checked term by term.

A check computes the same quantity by several routes ("sides") that share no code, and keeps every
term of every side.  The first side is the reference.  Nothing here knows any mathematics:

    >>> square = Comparison.of_terms(
    ...     "the sum of the first k odd numbers is k^2",
    ...     {"sum": {1: 1, 2: 1 + 3, 3: 1 + 3 + 5}, "square": {1: 1, 2: 4, 3: 9}})
    >>> square.agrees
    True

How a comparison is shown is in `termwise.report`; how long checks run is in `termwise.running`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from termwise.arguments import brief, require_text, shown
from termwise.doors import door
from termwise.formats import Storable
from termwise.report import to_html, to_latex, to_text, verdict
from termwise.rows import MISSING, Row
from termwise.writing import written


@dataclass(frozen=True)
class Comparison(Storable):
    """The outcome of a check: every term, with its value on every side.

    Truth is agreement, so `assert check_something(...)` is a test; a comparison without rows
    cannot be made, because a check that did not run is not a check that passed.

    Args:
        statement: what is claimed, in one line.
        sides: name and one-line meaning of each side; the first is the reference.
        rows: the terms in order, each with one value a side.
        notes: anything a reader should know, such as the first object that breaks a bijection.

    Raises:
        ValueError: no rows, fewer than two sides, or a row with another number of values.

    >>> c = Comparison("1 + 1 = 2", (("left", "count"), ("right", "claim")), (Row("1+1", (2, 3)),))
    >>> c.agrees, c.first_difference
    (False, Row(term='1+1', values=(2, 3)))
    """

    statement: str
    sides: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        # A list would stay the caller's, who could change the outcome.
        for name in ("sides", "rows", "notes"):
            object.__setattr__(self, name, _tuple_of(name, getattr(self, name)))
        require_text("statement", self.statement)
        if not all(isinstance(row, Row) for row in self.rows):
            raise TypeError(f"rows must be Rows, got {shown(self.rows)}")
        if not all(_is_pair_of_texts(side) for side in self.sides):
            raise TypeError(f"sides must be pairs (name, meaning), got {shown(self.sides)}")
        names = [name for name, _ in self.sides]
        if len(names) < 2 or len(set(names)) < len(names):
            raise ValueError(f"sides must be at least two with different names, got {brief(names)}")
        if not self.rows:
            raise ValueError("rows must not be empty: a check that compared nothing proves nothing")
        for row in self.rows:
            if (got := len(row.values)) != len(names):
                raise ValueError(
                    f"rows must have {len(names)} values, got {got} at {brief(row.term)}"
                )

    @classmethod
    @door
    def of_terms(
        cls,
        statement: str,
        sides: Mapping[str, Mapping[Any, Any]],
        *,
        meanings: Mapping[str, str] | None = None,
        term: str = "{}",
        notes: Sequence[str] = (),
    ) -> Comparison:
        """Align sides given as mappings from term to value.

        A term that some side lacks is a difference, never a silent zero.

        Args:
            statement: what is claimed, in one line.
            sides: for each side its terms; terms appear in the order in which they are first met.
            meanings: for each side one line that says how it was computed.
            term: a format for the keys, such as "z^{}".
            notes: see the class.

        Returns:
            A Comparison with one row a term.

        >>> c = Comparison.of_terms("p", {"a": {0: 1, 1: 1}, "b": {0: 1}}, term="z^{}")
        >>> c.first_difference
        Row(term='z^1', values=(1, missing))
        """
        for name, terms in sides.items():
            if not isinstance(terms, Mapping):
                raise TypeError(f"sides must be mappings of terms, got {shown(terms)} for {name}")
        keys = dict.fromkeys(key for terms in sides.values() for key in terms)
        rows = tuple(
            Row(_named(term, key), tuple(terms.get(key, MISSING) for terms in sides.values()))
            for key in keys
        )
        meanings = meanings or {}
        named = tuple((name, meanings.get(name, "")) for name in sides)
        return cls(statement, named, rows, tuple(notes))

    @property
    def differences(self) -> tuple[Row, ...]:
        """The rows on which the sides do not all agree."""
        return tuple(row for row in self.rows if not row.agrees)

    @property
    def first_difference(self) -> Row | None:
        """The first row on which the sides differ, or None."""
        return next((row for row in self.rows if not row.agrees), None)

    @property
    def agrees(self) -> bool:
        """Whether the sides agree on every row."""
        return self.first_difference is None

    def _parts(self) -> dict[str, Any]:
        sides = [[*side] for side in self.sides]
        return {"statement": self.statement, "sides": sides, "rows": self.rows, "notes": self.notes}

    def _derived(self) -> dict[str, Any]:
        if self.agrees:
            return {"agrees": True, "verdict": verdict(self)}
        read = replace(self, rows=tuple(Row(**row._parts()) for row in self.rows))
        return {"agrees": False, "verdict": verdict(read)}  # of the values as they are kept

    def __bool__(self) -> bool:
        return self.agrees

    def __repr__(self) -> str:  # what `assert check_something(..)` shows when it fails
        return f"<Comparison, {self.statement}: {verdict(self)}>"

    def __str__(self) -> str:
        return to_text(self)

    def _repr_html_(self) -> str:
        return to_html(self)

    def _repr_latex_(self) -> str:
        return to_latex(self)


def _named(term: str, key: Any) -> str:
    try:
        return term.format(key)
    except ValueError:  # an integer too long for Python's own digits
        return term.format(written(key))


def _tuple_of(name: str, values: Any) -> tuple[Any, ...]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be a tuple, got {shown(values)}")
    return tuple(values)


def _is_pair_of_texts(side: Any) -> bool:
    return isinstance(side, tuple) and len(side) == 2 and all(isinstance(s, str) for s in side)
