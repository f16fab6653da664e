"""Integers of any length are read and printed, in every form; in a message they are shortened.

Python's own digits stop at 4300.  What is a tuple, a list or a Fraction of Python's own prints as
Python does; everything of ours prints by `termwise.writing`.
"""

import inspect
import sys
from contextlib import contextmanager
from fractions import Fraction
from importlib import import_module
from pathlib import Path

import pytest
import sympy

import termwise
from cylindric import (
    BURGE,
    CylindricPartition,
    Decomposition,
    EulerProduct,
    MultiSeries,
    Partition,
    Profile,
    QTFraction,
    Series,
    check_specialisation,
    check_weight_symmetry,
    count_series,
    draw_array,
    draw_diagram,
    draw_limit_shape,
    draw_ratios,
    draw_surface,
    growth_diagram,
    macdonald_certificate,
    particle_density,
    phi,
    sample,
    sample_of_weight,
    shift_mix,
)
from lambdadet import LaurentPolynomial, aztec_diamond, lambda_determinant
from semicircular import BlockVector, Certificate, Vector, cores
from termwise import BFile, Claim, Comparison, Row, from_bfile, to_bfile
from termwise.arguments import brief, shown
from termwise.reading import exact_table, exact_text, fraction, whole_number
from termwise.writing import exact_repr, written

ROOT = Path(__file__).parent.parent.parent
LONG = 10**5000 + 7
DIGITS = "1" + "0" * 4999 + "7"
TINY, HUGE = Fraction(3, LONG), Fraction(LONG, 3)
X = sympy.Symbol("x")
PI = Profile("10")

SIDES = {"a": {0: LONG, LONG: HUGE}, "b": {0: LONG, LONG: (LONG, TINY)}}
WITH_VALUES = {"a": {0: QTFraction({(0, 0): LONG}), 1: Series([LONG])}, "b": {0: 1, 1: [LONG]}}

OBJECTS = [
    Partition((LONG, LONG - 1)),
    CylindricPartition(PI, [(LONG,), (LONG - 1,)]),
    Decomposition((LONG,), {(1, 2, LONG): LONG}),
    growth_diagram(CylindricPartition(PI, [(LONG,), ()])),
    Series([LONG, 0, -LONG]),
    MultiSeries(("x", "y"), {(0, 0): LONG, (1, 2): HUGE}, 4),
    MultiSeries(("x",), {(0,): QTFraction({(0, 0): LONG})}, 4),
    QTFraction({(0, 0): LONG, (1, 0): -LONG}, {(1, 0): -1}),
    EulerProduct((LONG, 0, -LONG)),
    macdonald_certificate(PI, 3, points=1, seed=LONG),
    LaurentPolynomial.from_sympy(X / 2 + sympy.Integer(LONG) / X),
    Vector({(1, 2): HUGE, (): TINY}),
    BlockVector({(0, 1): HUGE, (1, 1): LONG}),
    Certificate((1, 2), 1, 4, Vector({(1,): HUGE}), Vector({(2,): TINY}), TINY),
    Row((LONG, "a"), (LONG, HUGE)),
    Comparison.of_terms("s", SIDES, term="z^{}"),
    Comparison.of_terms("s", WITH_VALUES),
    BFile((LONG, -LONG), LONG),
    Claim("s", "r", "certified", further=LONG),
]
NO_TEXT = ("to_sympy", "to_sage", "_repr_mimebundle_")
LEAST = {Comparison: 5, Claim: 5}
"""How many ways to print there are at least; of any other two."""


def forms(thing):
    """Yield (name, text) of every way to print an object that asks for nothing."""
    yield "repr", repr(thing)
    yield "str", str(thing)
    yield "format", f"{thing}"
    for name in dir(type(thing)):
        if not name.startswith(("_repr_", "to_")) or name in NO_TEXT:
            continue
        method = getattr(thing, name)
        required = [
            p for p in inspect.signature(method).parameters.values() if p.default is p.empty
        ]
        if not required:
            yield name, method()
    if isinstance(thing, Comparison):
        for show in (termwise.to_text, termwise.to_html, termwise.to_latex, termwise.to_json):
            yield show.__name__, show(thing)
        yield "whole", termwise.to_text(thing, whole=True)
        yield "verdict", termwise.verdict(thing)


@pytest.mark.parametrize("thing", OBJECTS, ids=lambda thing: type(thing).__name__)
def test_every_form_prints_every_digit(thing):
    found = dict(forms(thing))
    assert len(found) >= LEAST.get(type(thing), 3)
    whole = [name for name, text in found.items() if DIGITS in str(text)]
    assert whole, "no form has all the digits"
    for name, text in found.items():
        assert text is None or isinstance(text, str), name


@contextmanager
def any_length():
    """Let Python itself read integers of any length, as `eval` needs."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(before)


# A growth diagram names its rule, and a Comparison shows its verdict: neither promises a repr.
PROMISED = [x for x in OBJECTS if type(x).__name__ not in ("GrowthDiagram", "Comparison")]


@pytest.mark.parametrize("thing", PROMISED, ids=lambda thing: type(thing).__name__)
def test_a_repr_builds_the_object_again(thing):
    wing = import_module(type(thing).__module__.partition(".")[0])
    text = repr(thing)
    with any_length():
        assert eval(text, {**vars(termwise), **vars(wing), "Fraction": Fraction}) == thing


def test_a_comparison_that_differs_says_where():
    comparison = Comparison.of_terms("s", SIDES, term="z^{}")
    assert termwise.verdict(comparison).startswith(f"DIFFERS at z^{DIGITS}: a = {DIGITS}/3, b = (")
    assert termwise.to_json(comparison).count(DIGITS) >= 5
    assert termwise.from_json(termwise.to_json(comparison)) == comparison


def test_what_was_written_is_read():
    for thing in OBJECTS:
        if hasattr(thing, "to_json") and type(thing).__name__ != "Comparison":
            assert type(thing).from_json(thing.to_json()) == thing
    assert from_bfile(to_bfile([LONG, -LONG], LONG)).values == (LONG, -LONG)
    assert exact_text("x", DIGITS) == exact_text("x", f" +{DIGITS} ") == LONG
    assert exact_text("x", f"-{DIGITS}/3") == -HUGE
    assert exact_text("x", f"3/{DIGITS}") == fraction(f"3/{DIGITS}") == TINY
    assert fraction(DIGITS) == LONG
    assert fraction(f"{DIGITS}.5") == exact_text("x", f"{DIGITS}.5") == LONG + Fraction(1, 2)
    assert exact_table("x", f'[[{DIGITS}, "-{DIGITS}/3"]]') == [[LONG, -HUGE]]
    assert whole_number(f"-{DIGITS}") == -LONG
    for text in (f"{DIGITS}x", f"- {DIGITS}", f"{DIGITS} 1", f"{DIGITS}/0"):
        with pytest.raises(ValueError, match="must"):
            exact_text("x", text)


def test_values_of_our_own_are_exact_and_long():
    assert lambda_determinant([[LONG, 1], [1, LONG]]) == LONG**2 - 1
    assert exact_repr([LONG, (TINY,), {"a": LONG}]).count(DIGITS) == 3
    assert written((LONG,)) == f"({DIGITS},)"
    assert written(True) == "True"
    assert shown(HUGE) == "Fraction(1000000000..0000000007 (5001 digits), 3)"
    assert brief(TINY) == "3/1000000000..0000000007 (5001 digits)"
    assert particle_density(PI, 0.5, 1, [1, LONG, -LONG]).tolist()[1:] == [0.0, 1.0]
    assert draw_array(CylindricPartition(PI, [(LONG,), (LONG - 1,)])).svg().startswith("<?xml")


REFUSED = [
    (lambda: count_series(PI, 5, limit=-LONG), "more than the limit of -100"),
    (lambda: Row("z", (0.5, LONG)), "got the float"),
    (lambda: Row((LONG,), (0.5, LONG)), "got the float"),
    (lambda: Comparison("s", [("a", ""), ("b", "")], [Row(LONG, (1, 2, 3))]), "must have 2 values"),
    (lambda: Decomposition((), {(1, 1, LONG): 1}).weight(PI), "must have j with pi_j = 0"),
    (lambda: phi((2, 1), (LONG,)), "must be a horizontal strip"),
    (lambda: sample_of_weight(PI, LONG), "of weight 1000000000"),
    (lambda: check_specialisation(PI, 2, "schur", alpha=HUGE), "alpha goes with jack"),
    (lambda: check_weight_symmetry(PI, 2, q=LONG, t=0), "must not be 0"),
    (lambda: aztec_diamond(2, lam=DIGITS), "rows of lengths"),
    (lambda: Series.from_sympy(sympy.Integer(LONG)), "order must be given"),
    (lambda: Series.from_sympy(1 / (1 - X), LONG), "GB for 1000000000"),
    (lambda: draw_diagram(Profile("1"), LONG), "at most 2000 boxes and turns"),
    (lambda: draw_surface(CylindricPartition(PI, [(LONG,), ()])), "GB for the places"),
    (lambda: draw_limit_shape([CylindricPartition(PI, [(LONG,), ()])]), "at most 10"),
    (lambda: draw_ratios(Series([1, LONG])), "at most 10"),
    (lambda: draw_ratios(Series([1, 2]), names=[LONG, "b"]), "names must be a string"),
    (lambda: list(cores(LONG, 2, 1)), "words of one letter"),
    (lambda: shift_mix(sample(PI, 0.5, 2, rng=1), u=TINY), "u must be positive"),
    (lambda: shift_mix(sample(PI, 0.5, 2, rng=1), u=HUGE), "u must be positive"),
    (lambda: count_series(PI, LONG, "bijection", rule=BURGE), "takes more than"),
]


@pytest.mark.parametrize(("call", "says"), REFUSED, ids=range(len(REFUSED)))
def test_a_refusal_is_one_short_line(call, says):
    with pytest.raises((TypeError, ValueError), match=says) as refused:
        call()
    message = str(refused.value)
    assert "\n" not in message
    assert len(message) < 400
    assert "set_int_max_str_digits" not in message


def test_the_limit_of_the_interpreter_is_left_alone():
    """Only a command, which is a process of its own, lifts it."""
    for wing in ("termwise", "cylindric", "lambdadet", "semicircular"):
        for path in (ROOT / wing).rglob("*.py"):
            lifts = "set_int_max_str_digits" in path.read_text()
            assert lifts == (path == ROOT / "termwise" / "commands.py"), path
