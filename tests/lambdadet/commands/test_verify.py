"""The command `verify`."""

import json

import pytest

from lambdadet.checks.catalogue import CHECKS
from lambdadet.commands.main import main
from termwise import Comparison
from termwise.arguments import NO_LIMIT
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
        ("3", "--check", "values"),
        ("3", "--check", "vandermonde", "--force"),
    ],
)
def test_verify(capsys, arguments):
    status, out, err = run(capsys, "verify", *arguments)
    assert (status, err) == (0, "")
    assert out.splitlines()[-1].startswith("AGREES")


@pytest.mark.slow
@pytest.mark.parametrize("check", ["values", "determinant"])
def test_the_seed_decides(capsys, check):
    shown = [run(capsys, "verify", "4", "--check", check, "--seed", k)[1] for k in ("1", "1", "2")]
    assert shown[0] == shown[1] != shown[2]
    assert run(capsys, "verify", "4", "--check", check)[1] not in shown


def test_force_lifts_the_limit_of_every_check(capsys, monkeypatch):
    """Whatever the check, --force is not ignored: it is the limit of the check."""
    for name in CHECKS:
        seen = []
        same = Comparison.of_terms("same", {"a": {"x": 1}, "b": {"x": 1}})

        def check(n, *, limit=1, same=same, seen=seen):
            seen.append(limit)
            return same

        monkeypatch.setitem(CHECKS, name, check)
        assert run(capsys, "verify", "3", "--check", name)[0] == 0
        assert run(capsys, "verify", "3", "--check", name, "--force")[0] == 0
        assert seen == [1, NO_LIMIT]
    monkeypatch.undo()
    assert run(capsys, "verify", "70", "--check", "determinant")[0] == 2
    refused = run(capsys, "verify", "1100", "--check", "determinant", "--force")
    assert refused[0] == 2


def test_many_terms_are_printed_when_they_are_asked_for(capsys):
    _, few, _ = run(capsys, "verify", "4")
    assert "..  56 terms more" in few
    assert max(map(len, few.splitlines())) <= 80
    assert len(few.splitlines()) < 24
    _, all_of_them, _ = run(capsys, "verify", "4", "--terms")
    assert len(all_of_them.splitlines()) == 64 + 9
    for out in (few, all_of_them):
        assert out.splitlines()[-1].endswith("matchings on 64 terms")


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
        (["verify", "3", "--check", "counts", "--seed", "1"], "takes no --seed"),
        (["verify", "3", "--seed", "0"], "takes no --seed"),
        (["verify", "200", "--check", "counts"], "2^10000 matrices or more, above the limit"),
        (["verify", "200"], "terms or more, above the limit"),
        (["verify", "70", "--check", "determinant"], "pass --force, or in Python limit="),
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
