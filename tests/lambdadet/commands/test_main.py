"""The command line as a whole: exit status, cold start, a reader that goes, bad input."""

import subprocess
import sys

import pytest

from lambdadet.commands import asm
from lambdadet.commands.main import main
from tests.lambdadet.commands.running import run


def test_interrupt(capsys, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(asm, "count_asms", interrupt)
    assert run(capsys, "asm", "3")[0] == 130


def test_reader_that_has_seen_enough():
    command = (
        f"{sys.executable} -c 'from lambdadet.commands.main import main; raise SystemExit(main())' "
    )
    done = subprocess.run(
        command + "asm 6 --list | head -1", shell=True, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


def test_cold_start_imports_no_sympy():
    code = (
        "import sys, lambdadet.commands.main; "
        "print([m for m in ('sympy', 'rich', 'matplotlib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_bug_is_not_bad_input(capsys, monkeypatch):
    def broken(_):
        raise TypeError("unexpected")

    monkeypatch.setattr(asm, "count_asms", broken)
    assert run(capsys, "asm", "3")[0] == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none"], "invalid choice"),
        ([], "a command is missing: see lambdadet --help"),
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
