"""The command line as a whole: every command, exit status, bad input in one line."""

import json
import subprocess
import sys

import pytest

from semicircular import Certificate, FactorCertificate, Vector, certificate
from semicircular.checks.catalogue import CHECKS
from semicircular.commands import verify
from termwise import Comparison
from termwise.arguments import NO_LIMIT
from tests.semicircular.commands.running import run


def test_matrix(capsys):
    status, out, _ = run(capsys, "matrix", "--M", "2")
    assert status == 0
    assert "1/5 times\n0,0 |  3 -1  2 -1\n" in out
    document = json.loads(run(capsys, "matrix", "--M", "2", "--json")[1])
    assert document["classes"][0]["denominator"] == 5
    assert document["classes"][0]["numerators"][0] == [3, -1, 2, -1]
    for kind in ("square", "graded", "compressed", "anticommutator"):
        assert run(capsys, "matrix", "--M", "3", "--kind", kind)[0] == 0


def test_certify_and_check(capsys, tmp_path):
    path = tmp_path / "c.json"
    status, out, _ = run(capsys, "certify", "121", "--letter", "1", "--L", "12", "--out", str(path))
    assert status == 0
    assert out.splitlines()[-1] == "AGREES: claimed = found on 6 terms"
    assert Certificate.from_json(path.read_text()) == certificate("121", 1, 12)
    assert run(capsys, "check", str(path))[0] == 0
    said = run(capsys, "certify", "121", "--letter", "1", "--L", "12", "--json")[1]
    assert Certificate.from_json(said) == certificate("121", 1, 12)


def test_a_tampered_certificate_says_which_line_fails(capsys, tmp_path):
    from dataclasses import replace

    made = certificate("2", 1, 8)
    path = replace(made, rho=made.rho + Vector.basis("12")).save(tmp_path / "c.json")
    status, out, _ = run(capsys, "check", str(path))
    assert status == 1
    assert "DIFFERS at (2) [s_1, eta] + rho" in out


def test_factor(capsys, tmp_path):
    path = tmp_path / "f.json"
    assert run(capsys, "certify", "--length", "2", "--L", "6", "--out", str(path))[0] == 0
    assert FactorCertificate.from_json(path.read_text()).n == 2
    status, out, _ = run(capsys, "check", str(path), "--json")
    assert (status, json.loads(out)["agrees"]) == (0, True)


def test_ranks(capsys):
    status, out, _ = run(capsys, "ranks", "--n", "2", "--L", "3", "--jobs", "2")
    assert status == 0
    assert "do not shrink to the vacuum" in " ".join(out.split())


@pytest.mark.parametrize("name", CHECKS)
def test_verify(capsys, name):
    status, out, _ = run(capsys, "verify", "2", "--check", name)
    assert status == 0
    assert out.splitlines()[-1].startswith("AGREES") or "AGREES" in out


def test_force_and_difference(capsys, monkeypatch):
    seen = []
    wrong = Comparison.of_terms("wrong", {"a": {"x": 1}, "b": {"x": 2}})

    def check(bound, *, limit=1, executor, progress):
        assert (executor, progress) == (None, False)  # one process, and no terminal
        seen.append(limit)
        return wrong

    monkeypatch.setitem(CHECKS, verify.DEFAULT, check)
    assert run(capsys, "verify", "2")[0] == run(capsys, "verify", "2", "--force")[0] == 1
    assert seen == [1, NO_LIMIT]


@pytest.mark.parametrize(
    "words",
    [
        ("numerators", "--M", "6"),
        ("block", "--M", "3", "--kind", "square"),
        ("words", "--L", "3"),
        ("rays", "--length", "3"),
        ("column", "1", "1", "--M", "4"),
        ("certificate", "12", "--L", "8"),
        ("bound", "2", "--L", "9"),
        ("spectrum", "--M", "6"),
    ],
)
def test_picture(capsys, tmp_path, words):
    path = tmp_path / "p.svg"
    status, out, _ = run(capsys, "picture", *words, "--out", str(path), "--theme", "dark")
    assert status == 0
    assert out.startswith(f"{path}: ")
    assert "<svg" in path.read_text()


def test_cold_start_imports_no_heavy_library():
    code = (
        "import sys, semicircular.commands.main; "
        "print([m for m in ('sympy', 'rich', 'matplotlib', 'hypothesis') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "a command is missing"),
        (["matrix", "--M", "99"], "--M must be at most 30"),
        (["certify", "11", "--letter", "1", "--L", "5"], "power of the letter 1"),
        (["certify", "121", "--L", "2"], "at most 2 letters"),
        (["certify", "13", "--L", "5"], "letters 1..2"),
        (["certify", "1", "--n", "1", "--L", "5"], "n must be at least 2, got 1"),
        (["certify", "1x", "--L", "5"], "must be a word such as 121"),
        (["certify", "12", "--length", "2", "--L", "5"], "either WORD or --length"),
        (["certify", "--length", "2", "--L", "5", "--letter", "1"], "goes with WORD only"),
        (["certify", "--length", "2", "--n", "1", "--L", "5"], "n must be at least 2, got 1"),
        (["certify", "()", "--L", "5"], "the vacuum is central"),
        (["check", "/nowhere/c.json"], "no such file"),
        (["ranks", "--L", "14"], "pass --force, or in Python limit="),
        (["verify", "99"], "pass --force, or in Python limit="),
        (["verify", "3", "--n", "2"], "--check projection takes no --n"),
        (["picture", "column", "9", "9", "--M", "3", "--out", "x.svg"], "block of size 3"),
        (["picture", "rays", "--length", "99", "--out", "x.svg"], "0 to 9 to be drawn"),
    ],
)
def test_bad_input_is_one_line(capsys, arguments, message):
    status, out, err = run(capsys, *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert message in err
