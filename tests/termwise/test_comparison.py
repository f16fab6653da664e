"""What a comparison is, and that it cannot pass without having compared."""

import json
import pickle
from fractions import Fraction

import numpy as np
import pytest
from rich.console import Console

from termwise import (
    MISSING,
    Comparison,
    Row,
    to_html,
    to_json,
    to_latex,
    to_rich,
    to_text,
    verdict,
)

SIDES = (("left", "counted"), ("right", "claimed"))
GOOD = Comparison("p(n)", SIDES, (Row("z^0", (1, 1)), Row("z^1", (2, 2))))
BAD = Comparison("p(n)", SIDES, (Row("z^0", (1, 1)), Row("z_1^2*z_2", (2, 3))), ("look here",))


def test_truth_is_agreement_of_every_row():
    assert GOOD
    assert GOOD.agrees
    assert GOOD.first_difference is None
    assert not BAD
    assert BAD.first_difference == BAD.rows[1] == BAD.differences[0]
    assert tuple(BAD.rows[1]) == ("z_1^2*z_2", 2, 3)


def test_row_shows_the_side_that_differs():
    assert tuple(Row("t", (1, 1, 2))) == ("t", 1, 2)
    assert tuple(Row("t", (1, 3, 2))) == ("t", 1, 3)
    assert Row("t", (Fraction(1, 2), Fraction(2, 4))).agrees


@pytest.mark.parametrize("value", [0.5, 1j, 1.0, np.float32(1)])
def test_floats_are_refused(value):
    with pytest.raises(TypeError, match="exact"):
        Row("t", (1, value))


def test_a_check_that_did_not_run_cannot_be_made():
    with pytest.raises(ValueError, match="rows must not be empty"):
        Comparison("nothing", SIDES, ())
    with pytest.raises(ValueError, match="at least two"):
        Comparison("alone", SIDES[:1], (Row("t", (1, 1)),))
    with pytest.raises(ValueError, match="different names"):
        Comparison("twice", (SIDES[0], SIDES[0]), (Row("t", (1, 1)),))
    with pytest.raises(ValueError, match="rows must have 2 values, got 3 at t"):
        Comparison("ragged", SIDES, (Row("t", (1, 1, 1)),))
    with pytest.raises(ValueError, match="at least two"):
        Row("t", (1,))


def test_a_missing_term_is_a_difference():
    c = Comparison.of_terms("p", {"a": {0: 1, 1: 0}, "b": {0: 1}})
    assert not c
    assert c.first_difference.right is MISSING
    assert pickle.loads(pickle.dumps(c)) == c
    assert pickle.loads(pickle.dumps(MISSING)) is MISSING


def test_every_report_says_what_differs():
    for text in (to_text(BAD), str(BAD)):
        assert "<-- differs" in text
        assert "look here" in text
        assert text.endswith("DIFFERS at z_1^2*z_2: left = 2, right = 3 (1 of 2 terms)")
    console = Console(width=80, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    with console.file:
        console.print(to_rich(BAD))
    shown = console.export_text()
    assert "≠" in shown
    assert "DIFFERS at z_1^2*z_2" in shown
    page = to_html(BAD)
    assert page == BAD._repr_html_()
    assert page.count("<tr style=") == 1
    document = json.loads(to_json(BAD))
    assert document["agrees"] is False
    assert document["rows"][1] == {
        "type": "termwise.Row",
        "term": "z_1^2*z_2",
        "values": [2, 3],
        "agrees": False,
    }
    assert r"z_{1}^{2} z_{2} & 2 & 3 \\" in BAD._repr_latex_()


def test_reports_of_agreement_and_of_other_values():
    assert verdict(GOOD) == "AGREES: left = right on 2 terms"
    c = Comparison("sizes", SIDES, (Row("inner=∅ m=1", ("a_b", Fraction(1, 2))),))
    assert r"\text{inner=∅ m=1} & \text{a\_b} & \text{1/2}" in to_latex(c)
    assert json.loads(to_json(c))["rows"][0]["values"] == [
        "a_b",
        {"type": "fraction", "value": "1/2"},
    ]
    missing = Comparison.of_terms("p", {"a": {0: 1}, "b": {}})
    assert json.loads(to_json(missing))["rows"][0]["values"] == [1, {"type": "termwise.Missing"}]
    assert "-" in to_text(missing)


def test_latex_of_values_that_know_theirs():
    class Known:
        def _repr_latex_(self):
            return "$q^2$"

    assert "& q^2 &" in to_latex(Comparison("x", SIDES, (Row("t", (Known(), 1)),)))


def test_a_failed_assertion_shows_the_verdict_in_one_line():
    assert repr(GOOD) == "<Comparison, p(n): AGREES: left = right on 2 terms>"
    assert "DIFFERS at z_1^2*z_2" in repr(BAD)
    long = Comparison.of_terms("long", {"a": dict.fromkeys(range(999), 1), "b": {0: 1}})
    assert len(repr(long)) < 200
    assert "\n" not in repr(long)


def test_a_long_comparison_is_abridged_but_its_difference_is_shown():
    sides = {"a": dict.fromkeys(range(99), 1), "b": dict.fromkeys(range(99), 1) | {50: 2}}
    lines = to_text(Comparison.of_terms("long", sides, term="z^{}"), most=4).splitlines()
    assert [line.split()[0] for line in lines[3:-2]] == ["z^0", "z^1", "..", "z^50", "z^97", "z^98"]
    assert lines[5] == "..  94 terms more"
    assert lines[-1] == "DIFFERS at z^50: a = 1, b = 2 (1 of 99 terms)"
    whole = Comparison.of_terms("short", {"a": {0: 1}, "b": {0: 1}})
    assert to_text(whole, most=1) == to_text(whole)


def test_lines_are_cut_for_a_screen_and_never_for_a_file():
    name, value = "lam_11*" * 20, "x" * 500
    c = Comparison.of_terms("wide", {"a": {name: value}, "b": {name: value}})
    assert max(map(len, to_text(c, width=80).splitlines()[3:-2])) <= 24 + 2 * (2 + 48)
    assert value in to_text(c, whole=True)
    assert name in to_text(c, whole=True)
    assert value not in to_text(c)


def test_terms_that_are_cut_are_told_apart_by_their_numbers():
    terms = {f"lam_11*lam_12*lam_{k}*lam_21*lam_22*mu_11*mu_12**-1": 1 for k in range(30)}
    c = Comparison.of_terms("long names", {"a": terms, "b": terms | {"lam_11": 2}})
    shown = [line.split("  ")[0] for line in to_text(c, width=40, most=4).splitlines()[3:-2]]
    assert len(shown) == len(set(shown)) > 4
    assert [name.split(":")[0] for name in shown if ":" in name] == ["1", "2", "30"]
    assert "lam_11" in shown  # it is short: nothing is cut


def test_lines_around_the_table_are_wrapped():
    sides = {"short": {0: 1}, "other": {0: 1}}
    meanings = {"short": "word " * 30, "other": "a/b " * 30}
    c = Comparison.of_terms(
        "a statement of many words " * 6, sides, meanings=meanings, notes=["note " * 30]
    )
    for whole in (True, False):
        lines = to_text(c, width=80, whole=whole).splitlines()
        assert max(map(len, lines)) <= 80
        for text in (c.statement, *meanings.values(), *c.notes):
            assert " ".join(text.split()) in " ".join(" ".join(lines).split())
        assert sum(line.startswith(" " * 9 + "word") for line in lines) == 2
    assert max(map(len, to_text(c).splitlines())) > 150
