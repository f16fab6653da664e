"""The command `recurrence`: proved, guessed, as JSON, and what it refuses."""

import json

import pytest

from cylindric import Uncoupled
from termwise import Claim, from_json
from tests.cylindric.commands.test_main import run
from tests.cylindric.discovery.test_recurrences import N_21


def test_a_proof(capsys):
    status, out, err = run(capsys, "recurrence", "2,1,1", "--prove")
    lines = out.splitlines()
    assert (status, err) == (0, "")
    assert lines[0] == "the recurrence has 11581 letters: --whole prints it, or --json"
    assert "order 5, degrees 65 in q and 17 in q^n" in lines[1]
    assert lines[-1].startswith("PROVED: sum_i p_i(q, X) w_i(q, X) = 0 in Z[q, X]^5")


def test_terms_and_equations(capsys):
    status, out, _ = run(capsys, "recurrence", "2,1", "--check", "12", "--equation", "f")
    assert status == 0
    assert out.splitlines()[0] == str(N_21)
    assert "F_(2,1)(z)/(1 - z) - " in out.splitlines()[1]
    assert out.splitlines()[-1] == "CERTIFIED on 11 further terms"
    _, out, _ = run(capsys, "recurrence", "2,1", "--latex", "--prove")
    assert out.startswith(N_21.to_latex())
    assert r"\begin{array}" in out
    _, out, _ = run(capsys, "recurrence", "2,1,1", "--whole")
    assert len(out) == 11582


def test_json_that_can_be_proved_again(capsys):
    _, out, _ = run(capsys, "recurrence", "2,1", "--prove", "--equation", "G", "--json")
    document = json.loads(out)
    found = Uncoupled.from_json(json.dumps(document["recurrence"]))
    assert found.prove() == Claim.from_json(json.dumps(document["claims"][0]))
    assert from_json(json.dumps(document["equation"])) == found.difference_equation("G")


def test_a_guess(capsys):
    status, out, _ = run(capsys, "recurrence", "2,1", "--guess", "20", "--of", "q")
    assert status == 0
    assert out.startswith("-q X^2 Q_(2,1)(n) + Q_(2,1)(n+1) = 0,  X = q^n\nQ_(2,1)(n) satisfies")
    assert "reproduce  cylindric recurrence 11010 --guess 20 --of Q\n" in out
    assert out.endswith("CANDIDATE, 13 terms to spare\n")
    status, out, _ = run(capsys, "recurrence", "2,1,1", "--guess", "20", "--json")
    assert status == 0
    document = json.loads(out)
    assert document["recurrence"] is None
    assert document["claims"][0]["statement"].startswith("no recurrence found up to order 5: ")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("6,3,0",), "got 19 orbits: guess_recurrence, --guess may do"),
        (("0",), "composition must be non-negative integers, not all zero, got (0,)"),
        (("1",), "profile must have a 0 to have rows, got 1"),
        (("2,1", "--of", "Q"), "--of goes with --guess only"),
        (("2,1", "--guess", "20", "--prove"), "--prove does not go with --guess"),
        (("2,1", "--guess", "5"), "polynomials must be 11 or more to show a recurrence, got 5"),
        (("2,1", "--check", "1"), "--check must be at least 2, the order, got 1"),
        (("2,1", "--guess", "4000"), "GB for the layers up to 3999 of 2 orbits"),
        (("2,1", "--equation", "h"), "invalid choice: 'H'"),
        (("2;1",), "composition must have commas, as in 2,1"),
    ],
)
def test_bad_input_is_one_line(capsys, words, says):
    status, out, err = run(capsys, "recurrence", *words)
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
