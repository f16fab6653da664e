"""The command `product`: of profiles, of files, of standard input."""

import io
import json

import pytest

from cylindric import EulerProduct, etaq, qpochhammer
from cylindric.commands.product import read_terms
from termwise import to_bfile
from tests.cylindric.commands.test_main import run

FINE = 1 / qpochhammer((1, 4), 5, 90)


def test_a_profile(capsys):
    status, out, err = run(capsys, "product", "2,1")
    assert (status, err) == (0, "")
    assert out.startswith("the series is 1/((q, q^4; q^5)_inf^2 (q^2, q^3, q^5; q^5)_inf)\n")
    assert "cylindric product 11010 --order 80\n" in out
    assert "source     F_c(1) counted by layers: no product was put in\n" in out
    assert out.endswith("CERTIFIED on 80 further terms\n")


def test_a_profile_of_too_many_layers(capsys):
    """There are 24310 compositions of 9 into 9 parts."""
    status, out, _ = run(capsys, "product", "1^9,0^9", "--order", "50")
    assert status == 0
    assert "source     F_c(1) from the product of [Borodin07]" in out
    assert out.endswith("CERTIFIED on 50 further terms\n")


def test_a_character_as_json(capsys):
    status, out, _ = run(capsys, "product", "2,1", "--chi", "--order", "40", "--json")
    document = json.loads(out)
    assert status == 0
    assert (document["period"], document["exponents"]) == (5, [1, 0, 0, 1, 0])
    assert document["product"] == str(EulerProduct((1, 0, 0, 1, 0)))
    assert document["claim"]["status"] == "certified"
    assert document["claim"]["reproduce"].endswith("--order 40 --chi")


def test_files(capsys, tmp_path, monkeypatch):
    path = tmp_path / "b003114.txt"
    path.write_text(to_bfile(FINE.coefficients, comments=["A003114"]))
    status, out, _ = run(capsys, "product", "--file", str(path), "--hold", "40")
    assert (status, out.splitlines()[-1]) == (0, "CERTIFIED on 40 further terms")
    monkeypatch.setattr("sys.stdin", io.StringIO(str(list(FINE.coefficients))))
    status, out, _ = run(capsys, "product", "--file", "-", "--order", "30", "--max-period", "7")
    assert (status, out.splitlines()[-1]) == (0, "CHECKED for q^0..q^29")
    changed = [*FINE.coefficients]
    changed[-1] += 1
    path.write_text("\n".join(map(str, changed)))
    status, out, _ = run(capsys, "product", "--file", str(path), "--hold", "40")
    assert status == 1
    assert "REFUTED by q^89" in out
    path.write_text("1 2 1")
    status, out, _ = run(capsys, "product", "--file", str(path), "--polynomial", "--json")
    assert (status, json.loads(out)["product"]) == (0, "(1 - q^2)^2/(1 - q)^2")


def test_nothing_found_is_an_answer(capsys, tmp_path):
    path = tmp_path / "terms"
    path.write_text("1,1,0,0,0,1,0,0,0,0,0,0,1,3,1,5,1,1,1,1")
    status, out, _ = run(capsys, "product", "--file", str(path))
    assert status == 0
    assert out.startswith("no product of period at most 5, and no finite one\n")


def test_terms_are_read_with_their_offset(tmp_path):
    path = tmp_path / "terms"
    for text, terms in (
        ("1 1\n2 -5\n", [0, 1, -5]),
        ("[1, 2,\n 3, 4]", [1, 2, 3, 4]),
        ("# three\n1 2 3\n4 5 6\n", [1, 2, 3, 4, 5, 6]),
        ("5 7", [5, 7]),
    ):
        path.write_text(text)
        assert read_terms(str(path)) == terms


@pytest.mark.parametrize(
    ("text", "arguments", "says"),
    [
        (None, ["2,1", "--hold", "3"], "--hold goes with --file only"),
        (None, ["2,1", "--polynomial"], "--polynomial goes with --file only"),
        (None, ["2,1", "--order", "5"], "must have 11 terms or more"),
        (None, ["2,1", "--max-period", "50"], "109 terms for the period 50"),
        (None, ["2,1", "--order", "1000000"], "pass --force"),
        (None, [], "one of the arguments PROFILE --file is required"),
        (None, ["2,1", "--file", "x"], "not allowed with"),
        (None, ["--file", "/nowhere/x"], "no such file"),
        ("1 1", ["--file", "-", "--polynomial", "--max-period", "7"], "not be given with --polyn"),
        ("", ["--file", "-"], "must hold integers, got nothing"),
        ("1 x", ["--file", "-"], "must hold integers, got x"),
        ("1 0.5", ["--file", "-"], "must hold integers, got 0.5"),
        ("-1 1\n0 1", ["--file", "-"], "must begin at 0 or later"),
        ("99999999 1\n100000000 1", ["--file", "-"], "must begin before 10^6"),
        ("0 1\n2 1", ["--file", "-"], "line 2 must have the index 1"),
        ("1 2 3", ["--file", "-", "--chi"], "--chi goes with a profile only"),
        ("1 2 3", ["--file", "-", "--order", "4"], "at most the 3 terms"),
        ("1 2 3", ["--file", "-", "--hold", "3"], "must leave some of 3 terms"),
    ],
)
def test_bad_input_is_one_line_and_status_2(capsys, monkeypatch, text, arguments, says):
    monkeypatch.setattr("sys.stdin", io.StringIO(text or ""))
    status, out, err = run(capsys, "product", *arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err


def test_the_first_line_of_its_help_is_tried(capsys):
    text = ",".join(map(str, (1 / etaq(1, 12)).coefficients))
    assert text in run(capsys, "product", "--help")[1]
