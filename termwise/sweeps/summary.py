"""What a sweep has found so far: how many units agree, differ, failed, and which."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from termwise.arguments import brief


@dataclass(frozen=True)
class SweepSummary:
    """The outcome of a sweep; true if every unit was checked and agrees.

    Args:
        statement: what was checked.
        units: how many there are.
        agree, differ, failed: how many of them were checked, with this outcome.
        terms: how many terms were compared.
        seconds: that the checks took, over all workers.
        examples: some units that differ or failed, with what is wrong.

    >>> summary = SweepSummary("twice two is four", 3, 2, 0, 0, 2, 0.5)
    >>> print(summary)
    twice two is four
    <BLANKLINE>
    units      3
    agree      2
    differ     0
    failed     0
    open       1
    terms      2
    seconds  0.5
    <BLANKLINE>
    NOT DONE: 1 of 3 units is open
    >>> bool(summary)
    False
    """

    statement: str
    units: int
    agree: int
    differ: int
    failed: int
    terms: int
    seconds: float
    examples: tuple[tuple[str, str], ...] = ()

    @property
    def open(self) -> int:
        """How many units were not checked yet."""
        return self.units - self.agree - self.differ - self.failed

    @property
    def verdict(self) -> str:
        """The outcome in one line."""
        if self.differ:
            return f"DIFFERS: {_of(self.differ, self.units, 'differs', 'differ')}"
        if self.failed:
            return f"FAILED: {_of(self.failed, self.units, 'has no outcome', 'have no outcome')}"
        if self.open:
            return f"NOT DONE: {_of(self.open, self.units, 'is open', 'are open')}"
        return f"AGREES: all {self.units} units, {self.terms} terms"

    def __bool__(self) -> bool:
        return self.agree == self.units

    def _table(self) -> list[tuple[str, str]]:
        names = ("units", "agree", "differ", "failed", "open", "terms")
        return [*((name, str(getattr(self, name))) for name in names), ("seconds", self._time)]

    @property
    def _time(self) -> str:
        return f"{self.seconds:.1f}"

    def __str__(self) -> str:
        width = max(len(value) for _, value in self._table())
        lines = [f"{name:<7}  {value.rjust(width)}" for name, value in self._table()]
        examples = [f"{key}: {brief(said)}" for key, said in self.examples]
        return "\n".join([self.statement, "", *lines, "", *examples, self.verdict])

    def _repr_html_(self) -> str:
        rows = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in self._table())
        examples = "".join(
            f"<tr><th>{escape(key)}</th><td>{escape(brief(said))}</td></tr>"
            for key, said in self.examples
        )
        return (
            f"<table><caption>{escape(self.statement)}</caption><tbody>{rows}{examples}</tbody>"
            f"</table><p>{escape(self.verdict)}</p>"
        )


def _of(number: int, units: int, one: str, many: str) -> str:
    return f"{number} of {units} units {one if number == 1 else many}"
