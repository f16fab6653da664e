"""The command `verify`."""

import json

import pytest

from lambdadet.checks.catalogue import CHECKS
from lambdadet.commands.main import main
from termwise import Comparison
from tests.lambdadet.commands.running import run


@pytest.mark.parametrize(
    "arguments",
    [
        ("3",),
        ("3", "--constant"),
        ("3", "--constant", "--x0", "generic"),
        ("2", "--check", "laurent"),
        ("3", "--check", "counts"),
        ("3", "--check", "determinant"),
        ("3", "--check", "vandermonde", "--force"),
    ],
)
def test_verify(capsys, arguments):
    status, out, err = run(capsys, "verify", *arguments)
    assert (status, err) == (0, "")
    assert out.splitlines()[-1].startswith("AGREES")


def test_verify_json_and_difference(capsys, monkeypatch):
    status, out, _ = run(capsys, "verify", "2", "--json")
    assert status == 0
    assert json.loads(out)["agrees"] is True
    wrong = Comparison.of_terms("wrong", {"a": {"x": 1}, "b": {"x": 2}})
    monkeypatch.setitem(CHECKS, "lambda-determinant", lambda n, **options: wrong)
    status, out, _ = run(capsys, "verify", "2")
    assert status == 1
    assert "DIFFERS at x: a = 1, b = 2" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["verify", "0"], "must be at least 1, got 0"),
        (["verify", "x"], "must be an integer, got 'x'"),
        (["verify", "9"], "pass --force, or in Python limit="),
        (["verify", "3", "--check", "counts", "--constant"], "takes no --constant"),
        (["verify", "3", "--check", "counts", "--x0", "1"], "takes no --x0"),
        (["verify", "3", "--check", "nothing"], "invalid choice"),
    ],
)
def test_bad_input_is_one_line(capsys, arguments, message):
    try:
        status = main(arguments)
    except SystemExit as end:
        status = end.code
    out, err = capsys.readouterr()
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert message in err
