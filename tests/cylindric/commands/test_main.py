"""The command line: its exit status, one line for bad input, what it imports."""

import subprocess
import sys

import pytest

from cylindric.commands import series as series_command
from cylindric.commands.main import main


def run(capsys, *arguments):
    """Return exit status, output and error output."""
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = stop.code
    shown = capsys.readouterr()
    return status, shown.out, shown.err


def test_force_goes_on(capsys, monkeypatch):
    monkeypatch.setattr("cylindric.products.borodin.MAX_TERMS", 3)
    count = ("enumerate", "1010", "--weight", "9", "--count")
    assert run(capsys, *count, "--force")[:2] == (0, "84\n")
    assert run(capsys, "series", "0", "--open", "--order", "100001")[0] == 2
    assert run(capsys, "series", "0", "--open", "--order", "100001", "--force")[0] == 0
    assert (
        run(capsys, "verify", "1010", "--order", "4", "--check", "last-passage", "--force")[0] == 0
    )


def test_a_bug_is_not_an_answer(capsys, monkeypatch):
    def crash(*given, **options):
        raise KeyError("inside")

    monkeypatch.setattr(series_command, "borodin_series", crash)
    status, _, err = run(capsys, "series", "10")
    assert status == 3
    assert "KeyError: 'inside'" in err

    def exhaust(*given, **options):
        raise MemoryError

    monkeypatch.setattr(series_command, "borodin_series", exhaust)
    assert run(capsys, "series", "10")[::2] == (
        2,
        "cylindric series: error: too large: MemoryError\n",
    )


def test_version(capsys):
    assert run(capsys, "--version")[:2] == (0, "cylindric 0.1.0\n")


def test_help_teaches(capsys):
    status, out, _ = run(capsys, "--help")
    assert status == 0
    assert "0 agrees, 1 a term differs, 2 bad input" in out
    for command in ("verify", "series", "decompose", "weight", "enumerate", "recheck"):
        status, out, _ = run(capsys, command, "--help")
        assert status == 0
        assert f"cylindric {command} " in out
        assert "examples:" in out


def test_interruption_and_a_closed_pipe(capsys, monkeypatch):
    def interrupt(*given, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(series_command, "borodin_series", interrupt)
    assert run(capsys, "series", "10") == (130, "", "cylindric series: interrupted\n")
    command = f"{sys.executable} -m cylindric enumerate 1010 --weight 18 | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_cold_start_imports_nothing_heavy():
    heavy = {"sympy", "networkx", "hypothesis", "matplotlib"}
    code = "import sys, cylindric.commands.main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "a command is missing: see cylindric --help"),
        (["verfy", "10"], "; did you mean verify?"),
        (["verify", "10", "--oder", "3"], "; did you mean --order?"),
        (["verify", "10", "--nahm", "3"], "--nahm is an option of search: write it after that"),
        (["verify", ""], "word must be a non-empty string of 0s and 1s, got ''"),
        (["verify", "3 1 0"], "composition must have commas, as in 3,1,0, got '3 1 0'"),
        (["verify", "10", "--rule", "RKS"], "; did you mean rsk?"),
        (["verify", "3"], "got '3'; the composition is written 3,"),
    ],
)
def test_bad_input_is_one_line_and_status_2(capsys, arguments, says):
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err
