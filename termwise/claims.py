"""A claim: what was found, on which range, and how sure it is.

A comparison has rows; a claim is what is left to say when there are too many of them, or when it
goes beyond them.  It has one of five statuses, and each asks for its evidence:

    proved      on the whole range, and `proof` says how
    certified   then confirmed on `further` terms that were not used to find it
    checked     every case of the range was computed, exactly
    candidate   it fits what is known, with `further` terms to spare if that is said
    refuted     false; `counterexample` is the first one found

    >>> claim = Claim("n^2 >= n", "n = 0..8", "checked", reproduce="min(n*n - n for n in range(9))")
    >>> print(claim)
    n^2 >= n
      range      n = 0..8
      source     no source found
      reproduce  min(n*n - n for n in range(9))
    CHECKED for n = 0..8
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from html import escape
from typing import Any

from termwise.arguments import require_integer, require_text, shown
from termwise.formats import Storable
from termwise.notation import latex_text
from termwise.writing import exact_repr, written

STATUSES = ("proved", "certified", "checked", "candidate", "refuted")

NO_SOURCE = "no source found"
"""What is said where none is known: that a statement is new cannot be checked."""

EVIDENCE = {"proved": "proof", "certified": "further", "refuted": "counterexample"}
"""What a status must come with."""


@dataclass(frozen=True, repr=False)
class Claim(Storable):
    """A statement about a range, its status, and the line that makes it again.

    Truth is that it is not refuted, so `assert level.check("positive", n=4)` is a test; a claim
    without a range cannot be made, because one that did not run is none.

    Args:
        statement: what is claimed, in one line.
        range: the cases it is about, exactly: "n = 0..10, all 15 orbits of rank 3, level 4".
        status: "proved", "certified", "checked", "candidate" or "refuted"; see the module.
        tried: what was tried on the way: "10752 candidates".
        reproduce: a line of Python that makes the claim again.
        counterexample: the first one; a refuted claim has it, and no other.
        source: where the statement is from.
        proof: how it is proved; a proved claim says it, and no other.
        further: how many terms that were not used to find it agree; of a candidate, how many
            equations are to spare.  A certified claim says it.

    Raises:
        TypeError: a text that is none, or a number of terms that is no integer.
        ValueError: an empty statement or range, an unknown status, evidence that is missing or
            does not go with the status.

    >>> claim = Claim("2^p - 1 is prime", "p prime", "refuted", counterexample="p = 11: 23 * 89")
    >>> claim.holds, claim.verdict
    (False, 'REFUTED by p = 11: 23 * 89')
    >>> Claim("every n is even", "", "checked")
    Traceback (most recent call last):
    ValueError: range must not be empty: a claim that did not run is none
    """

    statement: str
    range: str
    status: str
    tried: str = ""
    reproduce: str = ""
    counterexample: str | None = None
    source: str = NO_SOURCE
    proof: str = ""
    further: int | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name == "further":
                if value is not None:
                    object.__setattr__(self, "further", require_integer("further", value, 1))
            elif value is not None or field.name != "counterexample":
                require_text(field.name, value)
        if not self.statement.strip():
            raise ValueError(f"statement must not be empty, got {shown(self.statement)}")
        if not self.range.strip():
            raise ValueError("range must not be empty: a claim that did not run is none")
        if self.status not in STATUSES:
            raise ValueError(
                f"status must be one of {', '.join(STATUSES)}, got {shown(self.status)}"
            )
        for status, name in EVIDENCE.items():
            said = bool(getattr(self, name))
            if self.status == status and not said:
                raise ValueError(f"{name} must be given: the claim is {status}, got none")
            if said and self.status not in (status, "candidate" if name == "further" else status):
                raise ValueError(
                    f"{name} must not be given: the claim is {self.status}, "
                    f"got {shown(getattr(self, name))}"
                )

    @property
    def holds(self) -> bool:
        """Whether the claim is not refuted."""
        return self.status != "refuted"

    @property
    def verdict(self) -> str:
        """The status and its evidence, in one line.

        >>> Claim("a product", "z^0..z^59", "certified", further=40).verdict
        'CERTIFIED on 40 further terms'
        """
        said = {
            "proved": f": {self.proof}",
            "certified": f" on {_terms(self.further, 'further ')}",
            "checked": f" for {self.range}",
            "candidate": f", {_terms(self.further)} to spare" if self.further else "",
            "refuted": f" by {self.counterexample}",
        }
        return self.status.upper() + said[self.status]

    def __bool__(self) -> bool:
        return self.holds

    def __repr__(self) -> str:
        given = [repr(getattr(self, name)) for name in ("statement", "range", "status")]
        given += [
            f"{field.name}={exact_repr(getattr(self, field.name))}"
            for field in fields(self)[3:]
            if getattr(self, field.name) != field.default
        ]
        return f"Claim({', '.join(given)})"

    def __str__(self) -> str:
        return self.to_text()

    def to_text(self) -> str:
        """Return the claim as plain text: the statement, what is known of it, the verdict."""
        said = self._said()
        width = max(map(len, said))
        lines = [f"  {name.ljust(width)}  {text}" for name, text in said.items()]
        return "\n".join([self.statement, *lines, self.verdict])

    def to_latex(self) -> str:
        r"""Return the claim as a LaTeX array in display mathematics.

        >>> print(Claim("1 < 2", "all of it", "candidate").to_latex())
        $$\begin{array}{ll}
        \text{statement} & \text{1 < 2} \\
        \text{range} & \text{all of it} \\
        \text{source} & \text{no source found} \\
        \text{status} & \text{CANDIDATE} \\
        \end{array}$$
        """
        said = {"statement": self.statement, **self._said(), "status": self.verdict}
        lines = [rf"\text{{{name}}} & \text{{{latex_text(t)}}} \\" for name, t in said.items()]
        return "\n".join([r"$$\begin{array}{ll}", *lines, r"\end{array}$$"])

    def _derived(self) -> dict[str, Any]:
        return {"verdict": self.verdict}

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th>{name}</th><td>{escape(text)}</td></tr>"
            for name, text in self._said().items()
        )
        colour = "" if self.holds else ' style="color:#900"'
        return (
            f"<table><caption>{escape(self.statement)}</caption><tbody>{rows}</tbody></table>"
            f"<p{colour}><b>{escape(self.verdict)}</b></p>"
        )

    def _repr_latex_(self) -> str:
        return self.to_latex()

    def _said(self) -> dict[str, str]:
        """Return what is known besides the statement and the verdict, by name."""
        said: dict[str, Any] = {
            name: getattr(self, name) for name in ("range", "tried", "source", "reproduce")
        }
        return {name: text for name, text in said.items() if text}


def _terms(number: int | None, which: str = "") -> str:
    return f"{written(number)} {which}{'term' if number == 1 else 'terms'}"
