"""The figures of recurrences: found and proved, against minors of symbolic rows, and memory."""

from __future__ import annotations

from cylindric import Level, guess_recurrence, uncouple
from tests.benchmarks.measuring import Row, in_a_process, processor_seconds
from tests.cylindric.discovery.uncoupling_definitions import recurrence_by_minors


def uncouple_2_1_1() -> Row:
    """The recurrence of (2,1,1), found and proved; the same by minors, in FLINT, not proved."""
    taken, room = in_a_process(
        "from cylindric import uncouple\nassert uncouple((2, 1, 1)).prove().status == 'proved'"
    )
    minors = processor_seconds(lambda: recurrence_by_minors((2, 1, 1)))
    return (
        "uncouple((2,1,1)).prove(): order 5, and minors of symbolic rows",
        "<= 5 s, <= 2 GB",
        f"{taken:.2f} s, {room:.2f} GB ({minors:.2f} s)",
    )


def uncouple_5_0_0() -> Row:
    """The recurrence of (5,0,0), found and proved, and the proof alone."""
    taken, room = in_a_process(
        "from cylindric import uncouple\nassert uncouple((5, 0, 0)).prove().status == 'proved'"
    )
    found = uncouple((5, 0, 0))
    proof = processor_seconds(found.prove)
    minors = processor_seconds(lambda: recurrence_by_minors((5, 0, 0)))
    return (
        "uncouple((5,0,0)).prove(): order 7; the proof alone, and minors of symbolic rows",
        "<= 30 s, <= 2 GB",
        f"{taken:.1f} s, {room:.2f} GB; {proof:.2f} s ({minors:.0f} s)",
    )


def guess_of_40() -> Row:
    """The recurrence of Q_(4,0,0), order 2 and degree 9, from 40 terms."""
    terms = Level(3, 4).polynomials((4, 0, 0), 39)
    taken = processor_seconds(lambda: guess_recurrence(terms))
    assert guess_recurrence(terms).order == 2
    return "guess_recurrence of 40 Q_(4,0,0), verified on every term", "-", f"{taken:.2f} s"


RECURRENCES = [uncouple_2_1_1, uncouple_5_0_0, guess_of_40]
